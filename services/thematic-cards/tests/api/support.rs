//! A service of its own for each test: real router, real store, frozen clock.

use bus::{Delivery, Handler, Outcome};
use events::{
    Event, Level, LocalizedText, PartOfSpeech,
    admin::{
        Article, Audio, ContentArchived, ContentKind, ContentUpdated, Example, NounForms, Snapshot,
        TopicSnapshot, WordSnapshot,
    },
    thematic_cards::{CardKind, CardReviewUndone, CardReviewed},
};
use ids::{CardId, ContentId, EventId, ReviewId, StudySessionId, TopicId, UserId, WordId};
use serde_json::{Value, json};
use std::{collections::BTreeMap, sync::Arc};
use testing::{Answer, Api, Caller, DocumentStore, FrozenClock};
use thematic_cards::{App, domain::question::card_id};
use uuid::Uuid;

pub const BASE: &str = "/api/v2/thematic-cards";

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub app: App,
    pub clock: FrozenClock,
    pub store: DocumentStore,
}

impl World {
    pub async fn new() -> Self {
        let store = DocumentStore::fresh(thematic_cards::publications()).await;
        let clock = store.clock();
        let verifier = testing::verifier(&clock).await;
        let app = App::new(store.store(), Arc::new(clock.clone()), testing::cursors(), verifier);
        app.prepare().await.expect("indexes");
        let api = Api::new(thematic_cards::api().router(app.clone(), &testing::layers()));
        Self { api, app, clock, store }
    }

    /// The same service, of which nobody may ask much.
    pub fn strict(&self) -> Api {
        Api::new(thematic_cards::api().router(self.app.clone(), &testing::strict_layers()))
    }

    /// With the topic of food and these nouns, all with *het*.
    pub async fn with_words(lemmas: &[&str]) -> Self {
        let world = Self::new().await;
        world.publish(topic(1)).await;
        for lemma in lemmas {
            world.publish(word(lemma, 1)).await;
        }
        world
    }

    pub async fn publish(&self, updated: ContentUpdated) {
        let outcome = self.app.handle(delivery(updated)).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    pub async fn archive(&self, archived: ContentArchived) {
        let outcome = self.app.handle(delivery(archived)).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// The events of one type, as they would be published.
    pub async fn published<E: Event>(&self) -> Vec<E> {
        testing::published::<E>(&thematic_cards::outbox(self.store.outbox())).await
    }

    /// A sitting with the topic of food.
    pub async fn arrange(&self, student: &Caller, session: StudySessionId, body: &Value) -> Answer {
        self.api
            .put(format!("{BASE}/topics/{}/sessions/{session}", topic_id()))
            .as_(&self.today(student))
            .json(body)
            .send()
            .await
    }

    /// The first card of a new sitting of recall cards.
    pub async fn first_card(&self, student: &Caller) -> Value {
        self.first_card_in(student, 1000).await
    }

    /// The first card of the sitting `number`.
    pub async fn first_card_in(&self, student: &Caller, number: u128) -> Value {
        let recall = json!({ "kind": "recall" });
        let session = self.arrange(student, session_id(number), &recall).await.expect(201).json();
        session["cards"][0].clone()
    }

    /// What it told of answers comes back to it, as from Kafka: the same event has the same id whenever it comes.
    pub async fn hear_itself(&self) {
        for answer in self.published::<CardReviewed>().await {
            self.deliver(EventId::derive(answer.review_id.as_uuid(), "answer"), answer).await;
        }
        for undone in self.published::<CardReviewUndone>().await {
            self.deliver(EventId::derive(undone.review_id.as_uuid(), "undo"), undone).await;
        }
    }

    /// The student with a token of today, however far the clock was moved.
    pub fn today(&self, student: &Caller) -> Caller {
        student.clone().logged_in_at(self.clock.now())
    }

    /// Hands an event to its consumer.
    pub async fn deliver<E: Event>(&self, id: EventId, event: E)
    where
        App: Handler<E>,
    {
        let outcome = self.app.handle(Delivery { id, ..delivery(event) }).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// Hands an event to its consumer, as the one of this sequence.
    pub async fn deliver_as<E: Event>(&self, sequence: u64, event: E)
    where
        App: Handler<E>,
    {
        let outcome = self.app.handle(Delivery { sequence, ..delivery(event) }).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// Answers the card of `lemma` that asks so, in the student's own judgement, now.
    pub async fn rate(&self, student: &Caller, lemma: &str, kind: CardKind, n: u128, rating: &str) -> Answer {
        let body = json!({
            "wordId": word_id(lemma),
            "kind": kind,
            "answer": { "way": "self-rated", "rating": rating },
            "answeredAt": self.clock.now(),
        });
        let card = card(student, lemma, kind);
        self.api
            .put(format!("{BASE}/cards/{card}/reviews/{}", review_id(n)))
            .as_(&self.today(student))
            .json(&body)
            .send()
            .await
    }

    pub async fn get(&self, student: &Caller, path: &str) -> Value {
        self.api.get(format!("{BASE}{path}")).as_(&self.today(student)).send().await.expect(200).json()
    }

    pub async fn answer(&self, student: &Caller, card: &Value, review: ReviewId, body: &Value) -> Answer {
        let path = format!("{BASE}/cards/{}/reviews/{review}", card["cardId"].as_str().expect("a card"));
        self.api.put(path).as_(&self.today(student)).json(body).send().await
    }
}

/// An answer to `card`, typed now.
pub fn typed(card: &Value, text: &str) -> Value {
    json!({
        "wordId": card["wordId"],
        "kind": card["kind"],
        "answer": { "way": "typed", "text": text },
        "answeredAt": "2025-03-03T09:00:00.000Z",
    })
}

/// The student's card of `lemma` that asks so.
pub fn card(student: &Caller, lemma: &str, kind: CardKind) -> CardId {
    card_id(student.id(), word_id(lemma), kind)
}

pub fn topic_id() -> TopicId {
    TopicId::new(Uuid::from_u128(100))
}

pub fn word_id(lemma: &str) -> WordId {
    ContentId::derive(ids::CONTENT, lemma).into()
}

pub fn review_id(n: u128) -> ReviewId {
    ReviewId::new(Uuid::from_u128(n))
}

pub fn session_id(n: u128) -> StudySessionId {
    StudySessionId::new(Uuid::from_u128(n))
}

pub fn topic(version: i64) -> ContentUpdated {
    let snapshot = TopicSnapshot {
        topic_id: topic_id(),
        slug: "eten".into(),
        level: Level::A1,
        title: LocalizedText { nl: "Eten".into(), en: "Food".into(), ru: "Еда".into() },
        description: None,
        position: 0,
    };
    updated(topic_id().into(), ContentKind::Topic, version, Snapshot::Topic(snapshot))
}

/// A noun with *het*, glossed in English as `the <lemma>`.
pub fn word(lemma: &str, version: i64) -> ContentUpdated {
    let snapshot = WordSnapshot {
        word_id: word_id(lemma),
        topic_id: topic_id(),
        level: Level::A1,
        lemma: lemma.into(),
        part_of_speech: PartOfSpeech::Noun,
        noun: Some(NounForms { articles: vec![Article::Het], plural: None, diminutive: None }),
        verb: None,
        adjective: None,
        generated_forms: Vec::new(),
        glosses: BTreeMap::from([
            ("en".into(), format!("{lemma} (en)")),
            ("ru".into(), format!("{lemma} (ru)")),
        ]),
        examples: vec![Example { text: format!("Dit is het {lemma}."), translations: BTreeMap::new() }],
        ipa: None,
        audio: None,
    };
    updated(word_id(lemma).into(), ContentKind::Word, version, Snapshot::Word(snapshot))
}

/// A noun with a plural, an example and a recording: it has every kind of card.
pub fn full_word(lemma: &str) -> ContentUpdated {
    let mut updated = word(lemma, 1);
    if let Snapshot::Word(word) = &mut updated.snapshot {
        word.noun = Some(NounForms {
            articles: vec![Article::Het],
            plural: Some(format!("{lemma}en")),
            diminutive: None,
        });
        word.audio = Some(Audio { url: format!("/media/words/{lemma}.opus"), synthetic: true });
    }
    updated
}

pub fn archived(id: impl Into<ContentId>, kind: ContentKind, version: i64) -> ContentArchived {
    ContentArchived {
        content_id: id.into(),
        kind,
        version,
        archived_by: UserId::new(Uuid::from_u128(7)),
        archived_at: FrozenClock::default().now(),
    }
}

fn updated(content_id: ContentId, kind: ContentKind, version: i64, snapshot: Snapshot) -> ContentUpdated {
    ContentUpdated {
        content_id,
        kind,
        version,
        affects_progress: false,
        notice: None,
        snapshot,
        published_by: UserId::new(Uuid::from_u128(7)),
        published_at: FrozenClock::default().now(),
    }
}

/// An event as its consumer gets it.
pub fn delivery<E: Event>(event: E) -> Delivery<E> {
    Delivery {
        id: EventId::new(Uuid::from_u128(1)),
        subject: event.key(),
        sequence: 1,
        time: FrozenClock::default().now(),
        topic: E::TOPIC.to_owned(),
        partition: 0,
        offset: 0,
        event,
    }
}
