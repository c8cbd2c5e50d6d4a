#![doc = include_str!("../README.md")]

pub mod commands;
pub mod consumers;
pub mod domain;
pub mod holdings;
pub mod routes;
pub mod store;
#[cfg(test)]
mod vectors;

use access::{Strictness, Verifier};
use axum::extract::FromRef;
use boot::{Clock, Context, Running, Service};
use bus::{Consumer, Publications, mongo::MongoInbox};
use documents::{DocumentOutbox, Documents, MongoConfig, Store};
use domain::{
    card::Card, mastery::Mastery, sitting::StudySession, student::Student, topic::Topic, training::Training,
    word::Word,
};
use events::{
    admin::{ContentArchived, ContentUpdated},
    learning_cards::WordReviewed,
    profile::{UserCreated, UserUpdated},
    thematic_cards::{
        CardRescheduled, CardReviewUndone, CardReviewed, TopicMastered, TopicRefreshed, WordChanged,
    },
};
use foundation::Foundation;
use mongodb::Database;
use std::{sync::Arc, time::Duration};
use store::{catalogue::Catalogue, deck::Shelver};
use web::{Api, Cursors};

/// The service's name: its consumer group, its principal, its place in addresses.
pub const NAME: &str = "thematic-cards";
/// How long the inbox remembers: longer than any topic it consumes could be read again by accident.
const INBOX: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// What operations and consumers need.
#[derive(Clone)]
pub struct App {
    /// For reads across documents.
    pub database: Database,
    /// Topics, as published.
    pub topics: Documents<Topic>,
    /// Words, as published.
    pub words: Documents<Word>,
    /// Cards of students.
    pub cards: Documents<Card>,
    /// Sittings of students.
    pub sessions: Documents<StudySession>,
    /// What students chose.
    pub students: Documents<Student>,
    /// The topics that students mastered.
    pub masteries: Documents<Mastery>,
    /// The students who wait to be trained.
    pub trainings: Documents<Training>,
    /// Topics and words, in memory.
    pub catalogue: Catalogue,
    /// Keeps copies of decks beside the requests, where there is one.
    pub shelver: Option<Shelver>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Signs the positions of lists.
    pub cursors: Cursors,
    /// Checks access tokens.
    pub verifier: Verifier,
}

impl FromRef<App> for Verifier {
    fn from_ref(app: &App) -> Self {
        app.verifier.clone()
    }
}

impl App {
    /// The operations over `store`.
    pub fn new(store: &Store, clock: Arc<dyn Clock>, cursors: Cursors, verifier: Verifier) -> Self {
        Self {
            database: store.database().clone(),
            topics: Documents::new(store),
            words: Documents::new(store),
            cards: Documents::new(store),
            sessions: Documents::new(store),
            students: Documents::new(store),
            masteries: Documents::new(store),
            trainings: Documents::new(store),
            catalogue: Catalogue::new(store, Arc::clone(&clock)),
            shelver: None,
            clock,
            cursors,
            verifier,
        }
    }

    /// Makes the indexes that the queries need. Repeatable.
    ///
    /// # Errors
    /// The store.
    pub async fn prepare(&self) -> anyhow::Result<()> {
        self.topics.prepare().await?;
        self.words.prepare().await?;
        self.cards.prepare().await?;
        self.students.prepare().await?;
        self.masteries.prepare().await?;
        self.trainings.prepare().await?;
        self.sessions.prepare().await?;
        store::elsewhere::prepare(&self.database).await?;
        MongoInbox::new(self.database.clone()).prepare(INBOX).await
    }
}

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    subject::sections(foundation::sections(service)).section::<MongoConfig>()
}

/// Every operation.
pub fn api() -> Api<App> {
    Api::new(NAME).v1(routes::v1::operations()).v2(routes::v2::operations())
}

/// Every record that this service publishes.
pub fn publications() -> Publications {
    let own = Publications::new()
        .event::<CardReviewed>()
        .event::<CardReviewUndone>()
        .event::<CardRescheduled>()
        .event::<TopicMastered>()
        .event::<TopicRefreshed>()
        .event::<WordChanged>();
    subject::replies(own)
}

/// The outbox of all documents that publish.
pub fn outbox(outbox: DocumentOutbox) -> DocumentOutbox {
    subject::documents::outbox(outbox.of::<Card>().of::<Mastery>().of::<Word>().of::<Topic>())
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let store = foundation.documents(publications(), outbox).await?;
    let cursors = foundation.cursors("thematic-cards/cursor").await?;
    let (shelver, shelf) = Shelver::new();
    let app = App {
        shelver: Some(shelver),
        ..App::new(&store, context.clock(), cursors, foundation.access().verifier.clone())
    };
    context.retry_until_ready("store", || app.prepare()).await?;
    let kept = holdings::of(store.database());
    let answers = subject::documents::start(&context, &foundation, &store, kept).await?;
    let consumer = Consumer::group(NAME)
        .on::<CardReviewed, _>(app.clone())
        .on::<CardReviewUndone, _>(app.clone())
        .on::<ContentUpdated, _>(app.clone())
        .on::<ContentArchived, _>(app.clone())
        .on::<UserCreated, _>(app.clone())
        .on::<UserUpdated, _>(app.clone())
        .on::<WordReviewed, _>(app.clone());
    foundation.consume(answers.listen(consumer), foundation.parking(store.database()).await?)?;
    let (database, clock) = (store.database().clone(), context.clock());
    context.spawn_intake("decks", shelf.run(database, clock, context.intake_token()));
    context.spawn_intake("rebase", commands::rebase::run(app.clone(), context.intake_token()));
    context.spawn_intake("training", commands::train::run(app.clone(), context.intake_token()));
    Ok(foundation.serve(api(), app))
}
