//! What topics and words are called: our copy of what admin publishes.

use crate::domain::word::Word;
use documents::set_if_newer;
use events::admin::Snapshot;
use futures::TryStreamExt;
use ids::ContentId;
use mongodb::{
    Database,
    bson::{Document, doc},
};
use std::collections::HashMap;

fn names(database: &Database) -> mongodb::Collection<Document> {
    database.collection("content_names")
}

/// Keeps what an item is called, unless a newer version is known.
///
/// # Errors
/// The store.
pub async fn record(
    database: &Database,
    id: ContentId,
    version: i64,
    snapshot: &Snapshot,
) -> mongodb::error::Result<()> {
    let fields = match snapshot {
        Snapshot::Topic(topic) => doc! { "name": &topic.title.nl, "level": topic.level.as_str() },
        Snapshot::Word(word) => doc! { "name": headword(word), "level": word.level.as_str() },
        Snapshot::Other => return Ok(()),
    };
    set_if_newer(&names(database), id.to_string(), "sequence", version, fields).await
}

fn headword(word: &events::admin::WordSnapshot) -> String {
    let articles = word.noun.iter().flat_map(|noun| &noun.articles).map(|article| article.as_str());
    let articles = articles.collect::<Vec<_>>().join("/");
    if articles.is_empty() { word.lemma.clone() } else { format!("{articles} {}", word.lemma) }
}

/// What the items are called, as far as it is known: progress may arrive before content.
///
/// # Errors
/// The store, or a stored id that is none.
pub async fn named(
    database: &Database,
    ids: impl IntoIterator<Item = ContentId>,
) -> anyhow::Result<HashMap<ContentId, String>> {
    let ids: Vec<_> = ids.into_iter().map(|id| id.to_string()).collect();
    let found: Vec<Document> =
        names(database).find(doc! { "_id": { "$in": ids } }).await?.try_collect().await?;
    found.iter().map(|item| Ok((item.get_str("_id")?.parse()?, item.get_str("name")?.to_owned()))).collect()
}

/// The items whose names tell of a word.
pub fn ids_of(word: &Word) -> Vec<ContentId> {
    match word {
        Word::Taught { topic_id, word_id } => vec![(*word_id).into(), (*topic_id).into()],
        Word::Own { .. } => Vec::new(),
    }
}

/// What a word is called, as far as it is known.
pub fn headword_of(word: &Word, names: &HashMap<ContentId, String>) -> Option<String> {
    match word {
        Word::Taught { word_id, .. } => names.get(&(*word_id).into()).cloned(),
        Word::Own { lemma, .. } => lemma.clone(),
    }
}
