//! A service of its own for each test: real router, real store, frozen clock.

use bus::{Delivery, Handler, Outcome};
use chrono::{DateTime, TimeDelta, Utc};
use events::{
    Event,
    profile::{TeacherLinked, TeacherUnlinked},
};
use ids::{EventId, OwnWordId, ReviewId, StudySessionId, WordListId};
use learning_cards::{
    App,
    commands::update_learning_cohorts::update_learning_cohorts,
    domain::{cohort::Cohort, word::OwnWord},
};
use serde_json::{Value, json};
use std::sync::Arc;
use testing::{Answer, Api, Caller, DocumentStore, FrozenClock};
use uuid::Uuid;

pub const BASE: &str = "/api/v2/learning-cards";

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub app: App,
    pub clock: FrozenClock,
    pub store: DocumentStore,
}

impl World {
    /// On Monday 3 March 2025 at ten in Amsterdam: the first day of week 10.
    pub async fn new() -> Self {
        let store = DocumentStore::fresh(learning_cards::publications()).await;
        let clock = store.clock();
        let verifier = testing::verifier(&clock).await;
        let lexicon = Arc::new(lexicon::Lexicon::own());
        let random = Arc::new(testing::SeededRandom::new(1));
        let app =
            App::new(store.store(), Arc::new(clock.clone()), random, testing::cursors(), verifier, lexicon);
        app.prepare().await.expect("indexes");
        let api = Api::new(learning_cards::api().router(app.clone(), &testing::layers()));
        Self { api, app, clock, store }
    }

    /// The same service, with other packs of the lexicon.
    pub fn with_lexicon(mut self, lexicon: lexicon::Lexicon) -> Self {
        self.app.lexicon = Arc::new(lexicon);
        self.api = Api::new(learning_cards::api().router(self.app.clone(), &testing::layers()));
        self
    }

    /// The same service, of which nobody may ask much.
    pub fn strict(&self) -> Api {
        Api::new(learning_cards::api().router(self.app.clone(), &testing::strict_layers()))
    }

    /// The same caller at the present time, with a token that holds.
    pub fn now(&self, caller: &Caller) -> Caller {
        caller.clone().logged_in_at(self.clock.now())
    }

    /// Moves on to a day of 2025, ten in the morning in Amsterdam.
    pub fn go_to(&self, day: &str) {
        self.clock.set(at(&format!("{day}T09:00:00Z")));
    }

    pub async fn get(&self, caller: &Caller, path: &str) -> Answer {
        self.api.get(format!("{BASE}{path}")).as_(&self.now(caller)).send().await
    }

    pub async fn put(&self, caller: &Caller, path: &str, body: &Value) -> Answer {
        self.api.put(format!("{BASE}{path}")).as_(&self.now(caller)).json(body).send().await
    }

    pub async fn post(&self, caller: &Caller, path: &str, body: &Value) -> Answer {
        self.api.post(format!("{BASE}{path}")).as_(&self.now(caller)).json(body).send().await
    }

    pub async fn delete(&self, caller: &Caller, path: &str) -> Answer {
        self.api.delete(format!("{BASE}{path}")).as_(&self.now(caller)).send().await
    }

    pub async fn patch(&self, caller: &Caller, path: &str, rev: u64, body: &Value) -> Answer {
        let request = self.api.patch(format!("{BASE}{path}")).as_(&self.now(caller));
        request.header("if-match", &format!("\"{rev}\"")).json(body).send().await
    }

    /// Adds a noun with *het*, glossed in English as `<lemma> (en)`, met in a sentence.
    pub async fn add(&self, student: &Caller, lemma: &str) -> OwnWordId {
        let id = word_id(student, lemma);
        self.put(student, &format!("/words/{id}"), &noun(lemma)).await.expect(201);
        self.clock.advance(TimeDelta::milliseconds(1));
        id
    }

    pub async fn word(&self, student: &Caller, id: OwnWordId) -> Value {
        self.get(student, &format!("/words/{id}")).await.expect(200).json()
    }

    pub async fn arrange(&self, student: &Caller, number: u128, body: &Value) -> Value {
        let path = format!("/sessions/{}", session_id(number));
        self.put(student, &path, body).await.expect(201).json()
    }

    /// What is asked now, as pairs of headword and kind of question.
    pub async fn asked(&self, student: &Caller, number: u128) -> Vec<(String, String)> {
        let session = self.arrange(student, number, &json!({})).await;
        let words = session["words"].as_array().expect("words").iter();
        let pair = |word: &Value| (text(&word["word"]["headword"]), text(&word["question"]["asked"]));
        words.map(pair).collect()
    }

    pub async fn answer(&self, student: &Caller, word: OwnWordId, review: u128, body: &Value) -> Answer {
        self.put(student, &format!("/words/{word}/reviews/{}", review_id(review)), body).await
    }

    /// An answer of the student's own judgement to `asked`, now.
    pub async fn judge(
        &self,
        student: &Caller,
        word: OwnWordId,
        review: u128,
        asked: &str,
        rating: &str,
    ) -> Value {
        let body = self.judged(asked, rating);
        self.answer(student, word, review, &body).await.expect(201).json()
    }

    pub fn judged(&self, asked: &str, rating: &str) -> Value {
        json!({
            "asked": asked,
            "answer": { "way": "self-rated", "rating": rating },
            "answeredAt": self.clock.now(),
        })
    }

    /// A typed answer to `asked`, now.
    pub fn typed(&self, asked: &str, text: &str) -> Value {
        json!({ "asked": asked, "answer": { "way": "typed", "text": text }, "answeredAt": self.clock.now() })
    }

    /// Takes a word through the four cycles of week 10 and back to its Saturday.
    pub async fn graduate(&self, student: &Caller, word: OwnWordId) {
        let days = [("03", "see"), ("04", "recall"), ("06", "write"), ("08", "use")];
        for (number, (day, asked)) in (900..).zip(days) {
            self.go_to(&format!("2025-03-{day}"));
            self.get(student, "/cohorts/current").await.expect(200);
            self.judge(student, word, number, asked, "good").await;
        }
    }

    /// The events of one type, as they would be published.
    pub async fn published<E: Event>(&self) -> Vec<E> {
        testing::published::<E>(&self.store.outbox().of::<OwnWord>().of::<Cohort>()).await
    }

    /// What others tell.
    pub async fn tell<E: Event>(&self, event: E, sequence: u64)
    where
        App: Handler<E>,
    {
        let delivery = Delivery {
            id: EventId::new(Uuid::from_u128(1)),
            subject: event.key(),
            sequence,
            time: self.clock.now(),
            topic: E::TOPIC.to_owned(),
            partition: 0,
            offset: 0,
            event,
        };
        let outcome = self.app.handle(delivery).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// A teacher teaches a student from now on.
    pub async fn link(&self, student: &Caller, teacher: &Caller, sequence: u64) {
        let linked = TeacherLinked {
            user_id: student.id(),
            teacher_id: teacher.id(),
            linked_by: None,
            linked_at: self.clock.now(),
        };
        self.tell(linked, sequence).await;
    }

    /// A teacher teaches a student no more.
    pub async fn unlink(&self, student: &Caller, teacher: &Caller, sequence: u64) {
        let unlinked = TeacherUnlinked {
            user_id: student.id(),
            teacher_id: teacher.id(),
            unlinked_by: None,
            unlinked_at: self.clock.now(),
        };
        self.tell(unlinked, sequence).await;
    }

    /// Monday's run, as far as it is asked for.
    pub async fn run(&self) -> u64 {
        update_learning_cohorts(&self.app).await.expect("the store")
    }
}

/// A noun with *het* and a plural in -en, met in a sentence.
pub fn noun(lemma: &str) -> Value {
    json!({
        "lemma": format!("het {lemma}"),
        "noun": { "articles": ["het"], "plural": format!("{lemma}en") },
        "glosses": { "en": format!("{lemma} (en)"), "ru": format!("{lemma} (ru)") },
        "contexts": [{
            "contextId": Uuid::from_u128(77),
            "sentence": { "text": format!("Dit is het {lemma}.") },
        }],
    })
}

pub fn word_id(student: &Caller, lemma: &str) -> OwnWordId {
    OwnWordId::derive(student.id().as_uuid(), lemma)
}

pub fn review_id(n: u128) -> ReviewId {
    ReviewId::new(Uuid::from_u128(n))
}

pub fn list_id(n: u128) -> WordListId {
    WordListId::new(Uuid::from_u128(n))
}

pub fn session_id(n: u128) -> StudySessionId {
    StudySessionId::new(Uuid::from_u128(n))
}

pub fn at(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}
