//! learning-cards in this process: its router, its commands, its store.

use crate::{
    bare::insert_all,
    cards::{cursors, review_id},
    stack::Scratch,
};
use anyhow::{Context, Result, ensure};
use boot::{Clock, SystemClock, SystemRandom};
use bus::RelayWaker;
use documents::{Aggregate, Store};
use ids::{CONTENT, OwnWordId, UserId};
use learning_cards::{
    App,
    domain::{cohort::Cohort, run::Run, student::Student, word::OwnWord},
};
use mongodb::{
    Collection, Database,
    bson::{Document, doc, serialize_to_bson},
};
use scheduler::cohort::Progress;
use serde_json::{Value, json};
use std::sync::Arc;
use testing::{Api, Caller};

/// The service.
pub(crate) struct Words {
    app: App,
    api: Api,
    scratch: Scratch,
}

impl Words {
    pub(crate) async fn open() -> Result<Self> {
        let scratch = Scratch::fresh().await?;
        let app = app_over(scratch.database()).await?;
        app.prepare().await?;
        let api = Api::new(learning_cards::api().router(app.clone(), &testing::layers()));
        Ok(Self { app, api, scratch })
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    pub(crate) fn database(&self) -> &Database {
        self.scratch.database()
    }

    /// So many students, each with so many words in the queue, as the service would have left them.
    pub(crate) async fn fill(&self, students: usize, words: usize) -> Result<()> {
        self.sync(1).await?;
        let word = Self::told(self.a_word().await?);
        let (known, added): (Collection<Document>, Collection<Document>) = (
            self.database().collection(Student::COLLECTION),
            self.database().collection(OwnWord::COLLECTION),
        );
        let student = known.find_one(doc! {}).await?.context("a student")?;
        for all in [&known, &added] {
            all.delete_many(doc! {}).await?;
        }
        insert_all(&known, students, |number| {
            let mut student = student.clone();
            student.insert("_id", student_id(number).to_string());
            Ok(student)
        })
        .await?;
        insert_all(&added, students * words, |number| {
            let (student, mut word) = (student_id(number / words), word.clone());
            let lemma = format!("brood{}", number % words);
            word.insert("_id", OwnWordId::derive(student.as_uuid(), &lemma).to_string());
            word.insert("student_id", student.to_string());
            word.insert("key", lemma);
            word.insert("rank", i64::try_from(number % words)?);
            Ok(word)
        })
        .await
    }

    /// As it is when what it tells is published.
    fn told(mut word: Document) -> Document {
        for field in ["outbox", "outbox_at"] {
            word.remove(field);
        }
        word
    }

    /// As before any Monday: all words wait again.
    pub(crate) async fn close_all_weeks(&self) -> Result<()> {
        let (database, nothing) = (self.database(), doc! {});
        for collection in [Cohort::COLLECTION, Run::COLLECTION] {
            database.collection::<Document>(collection).delete_many(nothing.clone()).await?;
        }
        let waiting = serialize_to_bson(&Progress::default())?;
        let waiting = doc! { "$set": { "progress": waiting, "history": [], "rev": 1_i64 } };
        database.collection::<Document>(OwnWord::COLLECTION).update_many(nothing, waiting).await?;
        Ok(())
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

/// The operations over this database.
pub(crate) async fn app_over(database: &Database) -> Result<App> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let random = Arc::new(SystemRandom);
    let encoder = learning_cards::publications().resolve_offline();
    let store = Store::new(database.clone(), encoder, clock.clone(), random.clone(), RelayWaker::default());
    let verifier = access::testing::verifier(testing::caller::jwks(), clock.clone()).await;
    let lexicon = Arc::new(lexicon::Lexicon::own());
    Ok(App::new(&store, clock, random, cursors(), verifier, lexicon))
}

fn student_id(number: usize) -> UserId {
    UserId::derive(CONTENT, &format!("bench/student/{number}"))
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
