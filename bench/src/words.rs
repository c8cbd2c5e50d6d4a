//! learning-cards in this process: its router, its commands, its store.

use crate::{
    cards::{cursors, review_id},
    stack::Scratch,
};
use anyhow::{Context, Result, ensure};
use boot::{Clock, SystemClock, SystemRandom};
use bus::RelayWaker;
use documents::{Aggregate, Store};
use learning_cards::{App, domain::word::OwnWord};
use mongodb::{
    Collection,
    bson::{Document, doc},
};
use serde_json::{Value, json};
use std::sync::Arc;
use testing::{Api, Caller};

/// The service.
pub(crate) struct Words {
    api: Api,
    scratch: Scratch,
}

impl Words {
    pub(crate) async fn open() -> Result<Self> {
        let scratch = Scratch::fresh().await?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let random = Arc::new(SystemRandom);
        let encoder = learning_cards::publications().resolve_offline();
        let database = scratch.database().clone();
        let store = Store::new(database, encoder, clock.clone(), random.clone(), RelayWaker::default());
        let verifier = access::testing::verifier(testing::caller::jwks(), clock.clone()).await;
        let lexicon = Arc::new(lexicon::Lexicon::own());
        let app = App::new(&store, clock, random, cursors(), verifier, lexicon);
        app.prepare().await?;
        let api = Api::new(learning_cards::api().router(app, &testing::layers()));
        Ok(Self { api, scratch })
    }

    /// A device of a student hands in words that they added without a connection, and takes what it lacks: those.
    pub(crate) async fn sync(&self, words: usize) -> Result<()> {
        let now = SystemClock.now();
        let student = Caller::student().logged_in_at(now);
        let facts: Vec<Value> = (0..words).map(word).collect();
        let body = json!({ "deviceTime": now, "facts": facts });
        let answer = self.api.post("/api/v2/learning-cards/sync").as_(&student).json(&body).send().await;
        ensure!(answer.status() == 200, "a sync: {answer}");
        let results = answer.json();
        let results = results["results"].as_array().context("results")?;
        ensure!(results.iter().all(|one| one["result"] == "applied"), "a fact is not taken");
        Ok(())
    }

    /// A word, with its event.
    pub(crate) async fn a_word(&self) -> Result<Document> {
        let collection: Collection<Document> = self.scratch.database().collection(OwnWord::COLLECTION);
        collection.find_one(doc! {}).await?.context("a word")
    }
}

fn word(number: usize) -> Value {
    json!({
        "fact": "word",
        "wordId": review_id(),
        "body": {
            "lemma": format!("het brood{number}"),
            "glosses": { "en": "bread" },
            "contexts": [{ "contextId": review_id(), "sentence": { "text": "Ik koop vers brood." } }],
        },
    })
}
