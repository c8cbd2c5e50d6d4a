//! The process ends at each step of an erasure, as with SIGKILL: another finishes it, and there is one certificate.
//!
//! The test starts itself again as the service, which aborts at the step that `FAILPOINTS` names. Database and objects are
//! what servers keep, so that both processes work on the same.

use crate::{
    erasures::{KEPT, TOMBSTONES, kept, rows},
    support::{App, World, app_over, delivery, fresh_id},
};
use blob::{BlobStore, S3Config, S3Store};
use bus::{Handler, Outcome};
use events::pii::{ErasureConfirmed, ErasureRequested, ExportRequested, Holding, UserErased};
use ids::{ErasureId, ExportId, UserId};
use pii::commands::ask_erasure::ask_erasure;
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use testing::{Ended, FrozenClock, Rerun, stack, subject::assert_no_row};
use tokio::time::sleep;

const TEST: &str =
    "stopped::an_erasure_whose_process_ends_at_any_step_is_finished_by_another_with_one_certificate";
const DATABASE: &str = "TALL_TEST_STOPPED__DATABASE";
const ERASURE: &str = "TALL_TEST_STOPPED__ERASURE";
const PERSON: &str = "TALL_TEST_STOPPED__PERSON";
/// Every step, in the order in which one process comes to them.
const STEPS: [&str; 5] = [
    "pii.erasure.asked",
    "pii.erasure.confirmed",
    "pii.erasure.objects_removed",
    "pii.erasure.keys_deleted",
    "pii.erasure.committed",
];
/// A server takes a moment to see that a process is gone, and keeps its locks until then.
const LOOKS: usize = 200;
const BETWEEN_LOOKS: Duration = Duration::from_millis(25);

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_erasure_whose_process_ends_at_any_step_is_finished_by_another_with_one_certificate() {
    if std::env::var_os(DATABASE).is_some() {
        return forget_as_told().await;
    }
    for step in STEPS {
        ends_at(step).await;
    }
}

async fn ends_at(step: &str) {
    let blobs = objects().await;
    let world = World::new().await.keeping_objects_in(blobs.clone());
    let person = kept(&world).await;
    let archive = world.published::<ExportRequested>().await.remove(0).export_id;
    assert_ne!(objects_of(&blobs, archive).await, 0, "{step}: an archive to be removed");
    let erasure: ErasureId = fresh_id().parse().expect("an id");

    let ended = start(&world, erasure, person.id(), step).await;
    assert!(ended.was_aborted(), "{step}: {ended}");
    let is_over = step == "pii.erasure.committed";
    for table in KEPT {
        assert_eq!(rows(&world, table, person.id()).await == 0, is_over, "{step}: {table}");
    }

    forget(&world.app, erasure, person.id()).await;

    assert_no_row(&world.pool(), person.id(), &TOMBSTONES).await;
    assert_eq!(objects_of(&blobs, archive).await, 0, "{step}: objects are left");
    assert_eq!(world.published::<ErasureRequested>().await.len(), 1, "{step}: services are asked once");
    let certificates = world.published::<UserErased>().await;
    let mut services = world.app.requests.services.to_vec();
    services.sort();
    assert_eq!(certificates.len(), 1, "{step}: one certificate");
    assert_eq!(certificates[0].confirmed_by, services, "{step}: of every service");
    world.api.get(format!("/api/v2/pii/erasures/{erasure}/certificate")).send().await.expect(200);
}

/// Asks, lets every other service confirm, and works until the person is gone: as often as it is begun.
async fn forget(app: &App, erasure: ErasureId, user: UserId) {
    ask_erasure(app, erasure, user, user).await.expect("asked for");
    for service in app.requests.services.iter().filter(|service| *service != pii::NAME) {
        let confirmed = ErasureConfirmed {
            user_id: user,
            erasure_id: erasure,
            service: service.clone(),
            confirmed_at: app.clock.now(),
            holdings: vec![Holding { name: "notes".to_owned(), count: 1 }],
        };
        let outcome = app.handle(delivery(3, 1, app.clock.now(), confirmed)).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }
    for _ in 0..LOOKS {
        pii::upkeep::work(app).await.expect("work");
        if is_erased(&app.database, erasure).await {
            return;
        }
        sleep(BETWEEN_LOOKS).await;
    }
    panic!("{erasure} is not finished");
}

async fn is_erased(database: &PgPool, erasure: ErasureId) -> bool {
    let mut connection = database.acquire().await.expect("a connection");
    let found = pii::store::erasures::find(&mut connection, erasure).await.expect("the store");
    found.is_some_and(|erasure| erasure.erased_at.is_some())
}

/// The service that ends: it works on the database and the objects of the test.
async fn forget_as_told() {
    bus::failpoint::arm();
    let server: sqlx::postgres::PgConnectOptions =
        stack::variable("TALL_TEST_POSTGRES_URL").parse().expect("an address");
    let pool = PgPool::connect_with(server.database(&stack::variable(DATABASE))).await.expect("the database");
    let app = app_over(pool, &FrozenClock::default(), objects().await, 2).await;
    let erasure = stack::variable(ERASURE).parse().expect("an id");
    forget(&app, erasure, stack::variable(PERSON).parse().expect("an id")).await;
}

async fn start(world: &World, erasure: ErasureId, user: UserId, step: &str) -> Ended {
    let database = world.pool().connect_options().get_database().expect("a database").to_owned();
    Rerun::of(TEST)
        .with(DATABASE, database)
        .with(ERASURE, erasure.to_string())
        .with(PERSON, user.to_string())
        .with("FAILPOINTS", format!("{step}=1*return"))
        .to_its_end()
        .await
}

async fn objects() -> Arc<dyn BlobStore> {
    Arc::new(S3Store::connect(&stack::section::<S3Config>()).await.expect("a client"))
}

/// How many objects there are of an export.
async fn objects_of(blobs: &Arc<dyn BlobStore>, export: ExportId) -> usize {
    let listed = blobs.list(&format!("archives/{export}"), None).await.expect("a list");
    listed.objects.len()
}
