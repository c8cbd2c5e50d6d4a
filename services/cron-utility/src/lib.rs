#![doc = include_str!("../README.md")]

pub mod clock;
pub mod consumers;
pub mod digests;
pub mod domain;
pub mod holdings;
pub mod mail;
pub mod routes;
pub mod store;

use access::{Strictness, Verifier};
use axum::extract::FromRef;
use boot::{Clock, Context, Running, Service};
use bus::{Consumer, Publications, mongo::MongoInbox};
use chrono::NaiveDate;
use documents::{DocumentOutbox, Documents, MongoConfig};
use domain::{mail::Mail, week::Tick};
use events::{
    admin::ContentUpdated,
    cron_utility::WeeklyTick,
    learning_cards::{CohortClosed, CohortOpened, CycleCompleted, WordGraduated, WordRemoved, WordReviewed},
    pii::ExportReady,
    profile::{
        EmailVerificationRequested, IdentityChanged, MfaChanged, NewDeviceSeen, PasswordChanged,
        PasswordResetRequested, RegistrationRepeated, TeacherLinked, TeacherUnlinked, TokenReuseDetected,
        UserDeleted, UserInvited, UserStatusChanged,
    },
    thematic_cards::{CardRescheduled, CardReviewUndone, CardReviewed, TopicMastered},
};
use foundation::Foundation;
use mail::{Letterbox, MailConfig, Post, Sources};
use mongodb::Database;
use std::{sync::Arc, time::Duration};
use store::digests::Digests;
use web::{Api, Cursors};

/// The service's name: its consumer group, its principal, its place in addresses.
pub const NAME: &str = "cron-utility";
/// How long the inbox remembers: longer than any topic it consumes could be read again by accident.
const INBOX: Duration = Duration::from_secs(90 * 24 * 60 * 60);

/// What operations and consumers need.
#[derive(Clone)]
pub struct App {
    /// The read model.
    pub database: Database,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Where causes become mails.
    pub letterbox: Letterbox,
    /// The weekly digests.
    pub digests: Digests,
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
    /// The day of study, at school.
    fn today(&self) -> NaiveDate {
        domain::day_of(self.clock.now())
    }
}

/// The service that `main` runs.
pub fn service() -> Service {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    subject::sections(foundation::sections(service))
        .section::<MongoConfig>()
        .section::<MailConfig>()
        .calls("pii")
}

/// Every operation.
pub fn api() -> Api<App> {
    Api::new(NAME).v2(routes::v2::operations())
}

/// Every record that this service publishes.
pub fn publications() -> Publications {
    subject::replies(Publications::new().event::<WeeklyTick>())
}

/// Makes the indexes that the queries need. Repeatable.
///
/// # Errors
/// The store.
pub async fn prepare(database: &Database) -> anyhow::Result<()> {
    teaching::prepare(database).await?;
    store::cards::prepare(database).await?;
    store::words::prepare(database).await?;
    store::topics::prepare(database).await?;
    store::cohorts::prepare(database).await?;
    MongoInbox::new(database.clone()).prepare(INBOX).await
}

/// The outbox of all documents that publish.
pub fn outbox(outbox: DocumentOutbox) -> DocumentOutbox {
    subject::documents::outbox(outbox.of::<Tick>())
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let documents = foundation.documents(publications(), outbox).await?;
    let ticks = Documents::<Tick>::new(&documents);
    let mails = Documents::<Mail>::new(&documents);
    let database = documents.database().clone();
    let digests = Digests::new(database.clone(), Documents::new(&documents));
    context
        .retry_until_ready("store", || async {
            prepare(&database).await?;
            mails.prepare().await?;
            digests.prepare().await?;
            Ok(ticks.prepare().await?)
        })
        .await?;
    let parking = foundation.parking(&database).await?;
    let letterbox = start_post(&context, mails, digests.clone())?;
    let app = App {
        database,
        clock: context.clock(),
        letterbox,
        digests,
        cursors: foundation.cursors("cron-utility/cursor").await?,
        verifier: foundation.access().verifier.clone(),
    };
    let kept = holdings::of(&app.database);
    let answers = subject::documents::start(&context, &foundation, &documents, kept).await?;
    let consumer = Consumer::group(NAME)
        .on::<CardRescheduled, _>(app.clone())
        .on::<CardReviewUndone, _>(app.clone())
        .on::<CardReviewed, _>(app.clone())
        .on::<CohortClosed, _>(app.clone())
        .on::<CohortOpened, _>(app.clone())
        .on::<ContentUpdated, _>(app.clone())
        .on::<CycleCompleted, _>(app.clone())
        .on::<EmailVerificationRequested, _>(app.clone())
        .on::<ExportReady, _>(app.clone())
        .on::<IdentityChanged, _>(app.clone())
        .on::<MfaChanged, _>(app.clone())
        .on::<NewDeviceSeen, _>(app.clone())
        .on::<PasswordChanged, _>(app.clone())
        .on::<PasswordResetRequested, _>(app.clone())
        .on::<RegistrationRepeated, _>(app.clone())
        .on::<TeacherLinked, _>(app.clone())
        .on::<TeacherUnlinked, _>(app.clone())
        .on::<TokenReuseDetected, _>(app.clone())
        .on::<TopicMastered, _>(app.clone())
        .on::<UserDeleted, _>(app.clone())
        .on::<UserInvited, _>(app.clone())
        .on::<UserStatusChanged, _>(app.clone())
        .on::<WordGraduated, _>(app.clone())
        .on::<WordRemoved, _>(app.clone())
        .on::<WordReviewed, _>(app.clone());
    foundation.consume(answers.listen(consumer), parking)?;
    context.spawn_intake("clock", clock::run(ticks, context.clock(), context.intake_token()));
    context.spawn_intake("digests", digests::run(app.clone(), context.intake_token()));
    Ok(foundation.serve(api(), app))
}

/// A letterbox, and the post that empties it until the service stops.
fn start_post(context: &Context, mails: Documents<Mail>, digests: Digests) -> anyhow::Result<Letterbox> {
    let config = context.config::<MailConfig>()?;
    let letterbox = Letterbox::new(mails, context.clock(), config.per_hour);
    let sources = Sources::new(context.peer("profile")?, context.peer("pii")?, digests);
    let (clock, random) = (context.clock(), context.random());
    let post = Post::new(&config, letterbox.clone(), sources, clock, random, context.metrics())?;
    context.spawn_intake("post", post.run(context.intake_token()));
    Ok(letterbox)
}
