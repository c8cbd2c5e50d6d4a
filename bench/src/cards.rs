//! thematic-cards in this process: its router, its commands, its store.

use crate::stack::Scratch;
use anyhow::{Result, ensure};
use boot::{Clock, Random, SystemClock, SystemRandom};
use bus::{Delivery, Encoder, Handler, Outcome, RelayWaker};
use documents::{DocumentOutbox, Store};
use events::{
    Event, Level, LocalizedText, PartOfSpeech,
    admin::{Article, ContentKind, ContentUpdated, NounForms, Snapshot, TopicSnapshot, WordSnapshot},
    thematic_cards::CardKind,
};
use ids::{CONTENT, ContentId, EventId, ReviewId, StudySessionId, TopicId, UserId, WordId};
use secrets::{Key, Keys, VersionedKeys};
use serde_json::json;
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use testing::{Api, Caller};
use thematic_cards::{
    App,
    domain::{card::Card, question::card_id, sitting::USUAL_CARDS, topic::Topic, word::Word},
};
use web::Cursors;
use zeroize::Zeroizing;

/// Words of the topic.
const WORDS: usize = 50;

/// The service, with students who have not met a card yet.
pub(crate) struct Cards {
    app: App,
    api: Api,
    scratch: Scratch,
    students: Vec<Caller>,
    answered: AtomicUsize,
}

impl Cards {
    /// With so many students, each with a card a word ahead of them. `waker` is that of the relay, where there is one.
    pub(crate) async fn open(encoder: Arc<Encoder>, waker: RelayWaker, students: usize) -> Result<Self> {
        Self::with_words(encoder, waker, students, WORDS).await
    }

    /// The same, with so many words.
    pub(crate) async fn with_words(
        encoder: Arc<Encoder>,
        waker: RelayWaker,
        students: usize,
        words: usize,
    ) -> Result<Self> {
        let scratch = Scratch::fresh().await?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let store =
            Store::new(scratch.database().clone(), encoder, clock.clone(), Arc::new(SystemRandom), waker);
        let verifier = access::testing::verifier(testing::caller::jwks(), clock.clone()).await;
        let app = App::new(&store, clock.clone(), cursors(), verifier);
        app.prepare().await?;
        publish(&app, topic()).await?;
        for number in 0..words {
            publish(&app, word(number)).await?;
        }
        let api = Api::new(thematic_cards::api().router(app.clone(), &testing::layers()));
        let now = clock.now();
        let students = (0..students).map(|_| Caller::student().logged_in_at(now)).collect();
        Ok(Self { app, api, scratch, students, answered: AtomicUsize::new(0) })
    }

    /// The next student answers the next card: HTTP in, 201 out.
    pub(crate) async fn answer(&self) -> Result<ReviewId> {
        let number = self.answered.fetch_add(1, Ordering::Relaxed);
        let (student, word) = (number % self.students.len(), number / self.students.len());
        ensure!(word < WORDS, "every student has answered every card");
        let (student, word) = (&self.students[student], word_id(word));
        let (card, review) = (card_id(student.id(), word, CardKind::Recall), review_id());
        let body = json!({
            "wordId": word,
            "kind": "recall",
            "answer": { "way": "typed", "text": "het brood" },
            "answeredAt": SystemClock.now(),
        });
        let path = format!("/api/v2/thematic-cards/cards/{card}/reviews/{review}");
        let answer = self.api.put(path).as_(student).json(&body).send().await;
        ensure!(answer.status() == 201, "an answer to a card: {answer}");
        Ok(review)
    }

    /// This student sits down with what waits of all topics: HTTP in, 201 with a full sitting out.
    pub(crate) async fn sit_down(&self, student: usize) -> Result<()> {
        let random: &dyn Random = &SystemRandom;
        let session = StudySessionId::v7(SystemClock.now(), random.array());
        let path = format!("/api/v2/thematic-cards/sessions/{session}");
        let student = &self.students[student % self.students.len()];
        let answer = self.api.put(path).as_(student).json(&json!({})).send().await;
        ensure!(answer.status() == 201, "a sitting: {answer}");
        let cards = answer.json()["cards"].as_array().map_or(0, Vec::len);
        ensure!(cards == USUAL_CARDS as usize, "a sitting of {cards} cards");
        Ok(())
    }

    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    pub(crate) fn students(&self) -> &[Caller] {
        &self.students
    }

    /// What waits to be published.
    pub(crate) fn outbox(&self) -> DocumentOutbox {
        outbox_of(&self.scratch)
    }

    pub(crate) fn scratch(&self) -> &Scratch {
        &self.scratch
    }
}

/// The outbox of thematic-cards in this database.
pub(crate) fn outbox_of(scratch: &Scratch) -> DocumentOutbox {
    DocumentOutbox::new(scratch.database().clone(), Arc::new(SystemClock), &SystemRandom)
        .of::<Card>()
        .of::<Word>()
        .of::<Topic>()
}

/// Signs the positions of lists, of which there are none here.
pub(crate) fn cursors() -> Cursors {
    let key = Key::new(Zeroizing::new([7; 32]));
    Cursors::new(Keys::fixed(VersionedKeys::from_pairs(("1", key), [])))
}

/// A delivery of `event`, as it comes from its topic.
pub(crate) fn delivery<E: Event>(event: E, sequence: u64) -> Delivery<E> {
    let now = SystemClock.now();
    let random: &dyn Random = &SystemRandom;
    Delivery {
        id: EventId::v7(now, random.array()),
        subject: event.key(),
        sequence,
        time: now,
        topic: E::TOPIC.to_owned(),
        partition: 0,
        offset: 0,
        event,
    }
}

/// An id that nobody has had.
pub(crate) fn review_id() -> ReviewId {
    let random: &dyn Random = &SystemRandom;
    ReviewId::v7(SystemClock.now(), random.array())
}

async fn publish(app: &App, updated: ContentUpdated) -> Result<()> {
    let outcome = app.handle(delivery(updated, 1)).await;
    ensure!(matches!(outcome, Outcome::Done), "content is not taken over: {outcome:?}");
    Ok(())
}

fn topic_id() -> TopicId {
    ContentId::derive(CONTENT, "bench/topic").into()
}

pub(crate) fn word_id(number: usize) -> WordId {
    ContentId::derive(CONTENT, &format!("bench/word/{number}")).into()
}

fn topic() -> ContentUpdated {
    let snapshot = TopicSnapshot {
        topic_id: topic_id(),
        slug: "eten".into(),
        level: Level::A1,
        title: LocalizedText { nl: "Eten".into(), en: "Food".into(), ru: "Еда".into() },
        description: None,
        position: 0,
    };
    updated(topic_id().into(), ContentKind::Topic, Snapshot::Topic(snapshot))
}

fn word(number: usize) -> ContentUpdated {
    let snapshot = WordSnapshot {
        word_id: word_id(number),
        topic_id: topic_id(),
        level: Level::A1,
        lemma: "brood".into(),
        part_of_speech: PartOfSpeech::Noun,
        noun: Some(NounForms { articles: vec![Article::Het], plural: None, diminutive: None }),
        verb: None,
        adjective: None,
        generated_forms: Vec::new(),
        glosses: BTreeMap::from([("en".into(), "bread".into()), ("ru".into(), "хлеб".into())]),
        examples: Vec::new(),
        ipa: None,
        audio: None,
    };
    updated(word_id(number).into(), ContentKind::Word, Snapshot::Word(snapshot))
}

fn updated(content_id: ContentId, kind: ContentKind, snapshot: Snapshot) -> ContentUpdated {
    ContentUpdated {
        content_id,
        kind,
        version: 1,
        affects_progress: false,
        notice: None,
        snapshot,
        published_by: UserId::derive(CONTENT, "bench/editor"),
        published_at: SystemClock.now(),
    }
}
