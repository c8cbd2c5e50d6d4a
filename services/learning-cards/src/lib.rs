#![doc = include_str!("../README.md")]

pub mod commands;
pub mod config;
pub mod consumers;
pub mod domain;
pub mod holdings;
pub mod routes;
pub mod store;
#[cfg(test)]
mod vectors;

use access::{Strictness, Verifier};
use axum::extract::FromRef;
use boot::{Clock, Context, Random, Running, Service};
use bus::{Consumer, Publications};
use commands::{delete_removed, import_words, merge_words, update_learning_cohorts};
use config::LexiconConfig;
use documents::{DocumentOutbox, Documents, MongoConfig, Store};
use domain::{
    cohort::Cohort,
    import::{ImportPart, WordImport},
    list::WordList,
    run::Run,
    shared_list::SharedList,
    sitting::StudySession,
    student::Student,
    word::OwnWord,
};
use events::{
    cron_utility::WeeklyTick,
    learning_cards::{
        CohortClosed, CohortOpened, CycleCompleted, WordAdded, WordGraduated, WordRemoved, WordReviewed,
    },
    profile::{
        TeacherLinked, TeacherUnlinked, UserCreated, UserDeleted, UserRoleChanged, UserStatusChanged,
        UserUpdated,
    },
    thematic_cards::{CardReviewed, WordChanged},
};
use foundation::Foundation;
use lexicon::Lexicon;
use mongodb::Database;
use std::sync::Arc;
use tokio::sync::Notify;
use web::{Api, Cursors};

/// The service's name: its consumer group, its principal, its place in addresses.
pub const NAME: &str = "learning-cards";

/// What operations and consumers need.
#[derive(Clone)]
pub struct App {
    /// For reads across documents.
    pub database: Database,
    /// Words of students.
    pub words: Documents<OwnWord>,
    /// Weeks of students.
    pub cohorts: Documents<Cohort>,
    /// Sittings of students.
    pub sessions: Documents<StudySession>,
    /// Students, with what they have set.
    pub students: Documents<Student>,
    /// Imports of students.
    pub imports: Documents<WordImport>,
    /// Words of imports that are being added.
    pub import_parts: Documents<ImportPart>,
    /// Lists of students.
    pub lists: Documents<WordList>,
    /// Lists that teachers share.
    pub shared_lists: Documents<SharedList>,
    /// Mondays.
    pub runs: Documents<Run>,
    /// Dutch words.
    pub lexicon: Arc<Lexicon>,
    /// Wakes Monday's run.
    pub monday: Arc<Notify>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
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
    pub fn new(
        store: &Store,
        clock: Arc<dyn Clock>,
        random: Arc<dyn Random>,
        cursors: Cursors,
        verifier: Verifier,
        lexicon: Arc<Lexicon>,
    ) -> Self {
        Self {
            database: store.database().clone(),
            words: Documents::new(store),
            cohorts: Documents::new(store),
            sessions: Documents::new(store),
            students: Documents::new(store),
            imports: Documents::new(store),
            import_parts: Documents::new(store),
            lists: Documents::new(store),
            shared_lists: Documents::new(store),
            runs: Documents::new(store),
            lexicon,
            monday: Arc::default(),
            clock,
            random,
            cursors,
            verifier,
        }
    }

    /// Makes the indexes that the queries need. Repeatable.
    ///
    /// # Errors
    /// The store.
    pub async fn prepare(&self) -> anyhow::Result<()> {
        self.words.prepare().await?;
        self.cohorts.prepare().await?;
        self.sessions.prepare().await?;
        self.students.prepare().await?;
        self.imports.prepare().await?;
        self.import_parts.prepare().await?;
        self.lists.prepare().await?;
        self.shared_lists.prepare().await?;
        self.runs.prepare().await?;
        teaching::prepare(&self.database).await?;
        Ok(store::taught::prepare(&self.database).await?)
    }
}

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    subject::sections(foundation::sections(service)).section::<MongoConfig>().section::<LexiconConfig>()
}

/// Every operation.
pub fn api() -> Api<App> {
    Api::new(NAME).v1(routes::v1::operations()).v2(routes::v2::operations())
}

/// Every record that this service publishes.
pub fn publications() -> Publications {
    let own = Publications::new()
        .event::<WordAdded>()
        .event::<WordReviewed>()
        .event::<WordGraduated>()
        .event::<WordRemoved>()
        .event::<CohortOpened>()
        .event::<CycleCompleted>()
        .event::<CohortClosed>();
    subject::replies(own)
}

/// The outbox of all documents that publish.
pub fn outbox(outbox: DocumentOutbox) -> DocumentOutbox {
    subject::documents::outbox(outbox.of::<OwnWord>().of::<Cohort>())
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let store = foundation.documents(publications(), outbox).await?;
    let cursors = foundation.cursors("learning-cards/cursor").await?;
    let lexicon = Arc::new(context.config::<LexiconConfig>()?.open()?);
    let verifier = foundation.access().verifier.clone();
    let app = App::new(&store, context.clock(), context.random(), cursors, verifier, lexicon);
    context.retry_until_ready("store", || app.prepare()).await?;
    let kept = holdings::of(&app);
    let answers = subject::documents::start(&context, &foundation, &store, kept).await?;
    let consumer = Consumer::group(NAME)
        .on::<CardReviewed, _>(app.clone())
        .on::<TeacherLinked, _>(app.clone())
        .on::<TeacherUnlinked, _>(app.clone())
        .on::<UserCreated, _>(app.clone())
        .on::<UserDeleted, _>(app.clone())
        .on::<UserRoleChanged, _>(app.clone())
        .on::<UserStatusChanged, _>(app.clone())
        .on::<UserUpdated, _>(app.clone())
        .on::<WeeklyTick, _>(app.clone())
        .on::<WordChanged, _>(app.clone());
    foundation.consume(answers.listen(consumer), foundation.parking(store.database()).await?)?;
    context.spawn_intake("weeks", update_learning_cohorts::run(app.clone(), context.intake_token()));
    context.spawn_intake("removed words", delete_removed::run(app.clone(), context.intake_token()));
    context.spawn_intake("imports", import_words::run(app.clone(), context.intake_token()));
    context.spawn_intake("merges", merge_words::run(app.clone(), context.intake_token()));
    Ok(foundation.serve(api(), app))
}
