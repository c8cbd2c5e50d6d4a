//! A service of its own for each test: real router, real store, frozen clock.

use bus::{Delivery, Handler, Outcome};
use chrono::{DateTime, TimeDelta, Utc};
use cron_utility::{
    App,
    domain::{mail::Mail, week::Tick},
    mail::Letterbox,
    store::digests::Digests,
};
use documents::Documents;
use events::{
    Event, Level, LocalizedText, PartOfSpeech,
    admin::{ContentKind, ContentUpdated, Snapshot, TopicSnapshot},
    learning_cards::{CohortOpened, WordAsk, WordReviewed, WordStage, WordStep},
    profile::{TeacherLinked, TeacherUnlinked},
    thematic_cards::{AnswerWay, CardKind, CardReviewUndone, CardReviewed, CardState, Rating},
};
use futures::TryStreamExt;
use ids::{CardId, CohortId, EventId, OwnWordId, ReviewId, TopicId, UserId, WordId};
use std::sync::Arc;
use testing::{Api, Caller, DocumentStore, FrozenClock};
use uuid::Uuid;

pub const STUDENTS: &str = "/api/v2/cron-utility/students";
pub const TABLE: &str = "/api/v2/cron-utility/students.csv";
pub const CLASS: &str = "/api/v2/cron-utility/class";
pub const DIGEST: &str = "/api/v2/cron-utility/digest";

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub app: App,
    pub clock: FrozenClock,
    pub ticks: Documents<Tick>,
    pub mails: Documents<Mail>,
    pub store: DocumentStore,
}

impl World {
    pub async fn new() -> Self {
        let store = DocumentStore::fresh(cron_utility::publications()).await;
        let clock = store.clock();
        cron_utility::prepare(&store.database()).await.expect("indexes");
        let mails = Documents::<Mail>::new(store.store());
        mails.prepare().await.expect("indexes");
        let database = store.store().database().clone();
        let digests = Digests::new(database.clone(), Documents::new(store.store()));
        digests.prepare().await.expect("indexes");
        let app = App {
            database,
            clock: Arc::new(clock.clone()),
            letterbox: Letterbox::new(mails.clone(), Arc::new(clock.clone()), 3),
            digests,
            cursors: testing::cursors(),
            verifier: testing::verifier(&clock).await,
        };
        let api = Api::new(cron_utility::api().router(app.clone(), &testing::layers()));
        Self { api, app, clock, ticks: Documents::new(store.store()), mails, store }
    }

    /// The same service, of which nobody may ask much.
    pub fn strict(&self) -> Api {
        Api::new(cron_utility::api().router(self.app.clone(), &testing::strict_layers()))
    }

    /// The events of one type, as they would be published.
    pub async fn published<E: Event>(&self) -> Vec<E> {
        testing::published::<E>(&self.store.outbox().of::<Tick>()).await
    }

    /// Every document of a collection, as it is stored.
    pub async fn everything_in(&self, collection: &str) -> String {
        let documents = self.store.database().collection::<bson::Document>(collection);
        let found: Vec<_> =
            documents.find(bson::doc! {}).await.expect("a cursor").try_collect().await.expect("documents");
        format!("{found:?}")
    }

    /// `teacher` teaches `student`, or no longer.
    pub async fn link(&self, teacher: &Caller, student: UserId, linked: bool, sequence: u64) {
        let at = self.clock.now();
        let teacher_id = teacher.id();
        if linked {
            self.deliver(
                sequence,
                TeacherLinked { user_id: student, teacher_id, linked_by: None, linked_at: at },
            )
            .await;
        } else {
            let unlinked =
                TeacherUnlinked { user_id: student, teacher_id, unlinked_by: None, unlinked_at: at };
            self.deliver(sequence, unlinked).await;
        }
    }

    /// Hands an event to its consumer, under an id that follows from what it says.
    pub async fn deliver<E: Event>(&self, sequence: u64, event: E)
    where
        App: Handler<E>,
    {
        let outcome = self.hand(sequence, event).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// As [`World::deliver`], whatever comes of it.
    pub async fn hand<E: Event>(&self, sequence: u64, event: E) -> Outcome
    where
        App: Handler<E>,
    {
        let delivery = Delivery {
            id: EventId::derive(Uuid::nil(), &format!("{event:?}")),
            subject: event.key(),
            sequence,
            time: self.clock.now(),
            topic: E::TOPIC.to_owned(),
            partition: 0,
            offset: 0,
            event,
        };
        self.app.handle(delivery).await
    }
}

/// The `n`th answer of `student`, to the card of word `n`.
pub fn answer(student: UserId, n: u128, rating: Rating) -> CardReviewed {
    let at = FrozenClock::default().now() + TimeDelta::minutes(n as i64);
    CardReviewed {
        user_id: student,
        review_id: ReviewId::new(Uuid::from_u128(n)),
        card_id: CardId::derive(student.as_uuid(), &n.to_string()),
        card_kind: CardKind::Recall,
        word_id: WordId::new(Uuid::from_u128(n)),
        topic_id: topic_id(),
        level: Level::A1,
        study_session_id: None,
        rating,
        correct: rating != Rating::Again,
        self_rated: false,
        answer_way: AnswerWay::Typed,
        extra_practice: false,
        mistakes: if rating == Rating::Again { vec!["wrong".into()] } else { Vec::new() },
        state_before: CardState::New,
        state_after: CardState::Learning,
        set_aside: false,
        repetitions: 1,
        lapses: 0,
        recalled_when_due: None,
        retrievability_before: None,
        stability_days: None,
        desired_retention: None,
        duration_ms: None,
        scheduler: "fsrs-6/0".into(),
        study_day: Some(at.date_naive().to_string()),
        answered_at: at,
        received_at: at,
        previous_due_at: None,
        due_at: at + TimeDelta::minutes(10),
    }
}

/// The `n`th answer of `student` to a word of their own dictionary.
pub fn own_word(student: UserId, n: u128, rating: Rating) -> WordReviewed {
    let at = FrozenClock::default().now() + TimeDelta::minutes(n as i64);
    WordReviewed {
        user_id: student,
        review_id: ReviewId::new(Uuid::from_u128(1000 + n)),
        word_id: OwnWordId::new(Uuid::from_u128(500)),
        lemma: Some("fiets".into()),
        part_of_speech: PartOfSpeech::Noun,
        taught_word_ids: Vec::new(),
        asked: WordAsk::Recall,
        rating,
        correct: rating != Rating::Again,
        self_rated: false,
        mistakes: if rating == Rating::Again { vec!["article".into()] } else { Vec::new() },
        step: if rating == Rating::Again { WordStep::Kept } else { WordStep::Passed },
        stage_before: WordStage::Learning,
        stage_after: WordStage::Learning,
        cycles_passed: 1,
        lapses: 0,
        iso_week: "2025-W10".into(),
        duration_ms: Some(30_000),
        scheduler: "cohort/1".into(),
        answered_at: at,
        received_at: at,
    }
}

/// The words of a week of `student`: three from before, twenty new ones, four echoes.
pub fn cohort_opened(student: UserId, iso_week: &str) -> CohortOpened {
    CohortOpened {
        user_id: student,
        cohort_id: CohortId::derive(student.as_uuid(), iso_week),
        iso_week: iso_week.into(),
        carried_words: 3,
        echoes: 4,
        new_words: 20,
        waiting_words: 9,
        opened_at: FrozenClock::default().now(),
    }
}

/// The taking back of `answer`, which was the only one to its card.
pub fn undone(answer: &CardReviewed) -> CardReviewUndone {
    CardReviewUndone {
        user_id: answer.user_id,
        review_id: answer.review_id,
        card_id: answer.card_id,
        card_kind: answer.card_kind,
        word_id: answer.word_id,
        topic_id: answer.topic_id,
        level: answer.level,
        correct: answer.correct,
        mistakes: answer.mistakes.clone(),
        extra_practice: answer.extra_practice,
        state_before: answer.state_before,
        recalled_when_due: answer.recalled_when_due,
        retrievability_before: answer.retrievability_before,
        duration_ms: answer.duration_ms,
        study_day: answer.study_day.clone(),
        answered_at: answer.answered_at,
        state_after: answer.state_before,
        repetitions: 0,
        lapses: 0,
        due_at: None,
        undone_at: answer.answered_at,
    }
}

pub fn topic_id() -> TopicId {
    TopicId::new(Uuid::from_u128(100))
}

/// The topic *Eten*, published.
pub fn topic() -> ContentUpdated {
    let text = |text: &str| LocalizedText { nl: text.into(), en: text.into(), ru: text.into() };
    let snapshot = TopicSnapshot {
        topic_id: topic_id(),
        slug: "eten".into(),
        level: Level::A1,
        title: text("Eten"),
        description: None,
        position: 0,
    };
    ContentUpdated {
        content_id: topic_id().into(),
        kind: ContentKind::Topic,
        version: 1,
        affects_progress: false,
        notice: None,
        snapshot: Snapshot::Topic(snapshot),
        published_by: UserId::new(Uuid::from_u128(7)),
        published_at: FrozenClock::default().now(),
    }
}

pub fn at(instant: &str) -> DateTime<Utc> {
    instant.parse().expect("an instant")
}
