//! Accounts whose address nobody proves are given up, and their people forgotten.

use crate::support::{PASSWORD, World, new_device, new_user, registration};
use axum::{Router, extract::State, http::StatusCode, routing::put};
use boot::Peer;
use bus::{Handler, Outcome};
use chrono::TimeDelta;
use events::profile::{RegistrationRepeated, UserDeleted};
use futures::future::join;
use ids::UserId;
use profile::{
    commands::UnprovedAccounts, config::RegistrationConfig, consumers::Answers, domain::Purpose,
    store::unproved,
};
use prometheus::Registry;
use serde_json::json;
use std::sync::{
    Arc, Mutex,
    atomic::{AtomicBool, Ordering},
};
use testing::{Blobs, Caller, subject::erasure_requested};
use tokio::net::TcpListener;
use web::Path;

/// pii, as profile asks it: it remembers about whom.
#[derive(Clone, Default)]
struct Pii {
    asked: Arc<Mutex<Vec<UserId>>>,
    broken: Arc<AtomicBool>,
}

impl Pii {
    async fn ask(State(pii): State<Self>, Path(user): Path<UserId>) -> StatusCode {
        if pii.broken.load(Ordering::Relaxed) {
            return StatusCode::SERVICE_UNAVAILABLE;
        }
        pii.asked.lock().expect("the list").push(user);
        StatusCode::ACCEPTED
    }

    fn asked(&self) -> Vec<UserId> {
        std::mem::take(&mut self.asked.lock().expect("the list"))
    }
}

/// What gives accounts up, the pii that it asks, and what it counts.
async fn sweeper() -> (UnprovedAccounts, Pii, Registry) {
    let (pii, registry) = (Pii::default(), Registry::new());
    let router =
        Router::new().route("/internal/v1/pii/people/{user}/erasure", put(Pii::ask)).with_state(pii.clone());
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, router).await });
    let peer = Peer::played_by(&url, boot::http_client(None).expect("a client"));
    let kept = RegistrationConfig::default().unproved_for();
    (UnprovedAccounts::new(peer, kept, &registry).expect("a count"), pii, registry)
}

fn counted(registry: &Registry) -> f64 {
    registry.gather().iter().map(|family| family.get_metric()[0].get_counter().get_value()).sum()
}

#[tokio::test]
async fn who_never_proves_their_address_is_forgotten_after_thirty_days() {
    let world = World::new().await;
    let (accounts, pii, registry) = sweeper().await;
    let anna = world.newcomer("anna@example.org").await;
    world.register("ben@example.org").await;
    world.clock.advance(TimeDelta::days(30) - TimeDelta::seconds(1));
    accounts.forget(&world.app).await.expect("a pass");
    assert_eq!(pii.asked(), []);

    world.clock.advance(TimeDelta::seconds(1));

    accounts.forget(&world.app).await.expect("a pass");
    assert_eq!(pii.asked(), [anna]);
    assert_eq!(counted(&registry), 1.0);
    // Until they are forgotten pii is asked again; it is the same erasure.
    accounts.forget(&world.app).await.expect("a pass");
    assert_eq!(pii.asked(), [anna]);
    assert_eq!(counted(&registry), 1.0);

    let answers = Answers { app: world.app.clone(), exports: Arc::new(Blobs::default()) };
    let outcome = answers.handle(erasure_requested(anna)).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    assert_eq!(world.published::<UserDeleted>().await.len(), 1);
    accounts.forget(&world.app).await.expect("a pass");
    assert_eq!(pii.asked(), []);
}

#[tokio::test]
async fn an_account_that_was_given_up_can_no_longer_be_proved_and_its_address_is_free() {
    let world = World::new().await;
    let (accounts, _, _) = sweeper().await;
    let anna = world.newcomer("anna@example.org").await;
    world.clock.advance(TimeDelta::days(30));
    let body = json!({ "email": "anna@example.org" });
    world.api.post("/api/v2/profile/email-verifications").json(&body).send().await.expect(202);
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;
    world.ask_for_reset("anna@example.org").await.expect(202);
    let reset = world.mailed_code(anna, Purpose::ResetPassword).await;

    accounts.forget(&world.app).await.expect("a pass");

    world.post_confirmation(anna, &code).await.expect(422);
    world.reset_password("anna@example.org", &reset, "another long password").await.expect(422);
    world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(401);
    let second = new_user();
    world.put_user(second, &registration("anna@example.org")).await.expect(201);
    world.confirm_email(second).await;
    world.log_in("anna@example.org", new_device()).await;
    assert_eq!(world.published::<RegistrationRepeated>().await.len(), 0);
}

#[tokio::test]
async fn an_address_that_is_proved_at_that_moment_is_proved_or_given_up_and_never_both() {
    let world = World::new().await;
    let (accounts, pii, _) = sweeper().await;
    let anna = world.newcomer("anna@example.org").await;
    world.clock.advance(TimeDelta::days(30));
    world
        .api
        .post("/api/v2/profile/email-verifications")
        .json(&json!({ "email": "anna@example.org" }))
        .send()
        .await
        .expect(202);
    let code = world.mailed_code(anna, Purpose::VerifyEmail).await;

    let (proved, forgotten) = join(world.post_confirmation(anna, &code), accounts.forget(&world.app)).await;

    forgotten.expect("a pass");
    let proved = proved.status().as_u16() == 204;
    assert_eq!(pii.asked().is_empty(), proved);
    let log_in = world.post_session("anna@example.org", PASSWORD, new_device()).await;
    assert_eq!(log_in.status().as_u16(), if proved { 201 } else { 401 });
}

#[tokio::test]
async fn whom_the_school_invited_is_kept() {
    let world = World::new().await;
    let (accounts, pii, _) = sweeper().await;
    let admin = world.caller(Caller::educational_admin()).await;
    sqlx::query("update users set email_verified_at = created_at")
        .execute(&world.pool())
        .await
        .expect("proved");
    let path = format!("/api/v2/profile/user-imports/{}", new_user());
    let body = json!({
        "csv": "email,givenName,familyName,role,language,teacher\nanna@example.org,Anna,de Vries,student,nl,\n",
    });
    world.api.put(path).as_(&admin).json(&body).send().await.expect(201);
    world.clock.advance(TimeDelta::days(365));

    accounts.forget(&world.app).await.expect("a pass");

    assert_eq!(world.count("select count(*) from users where email_verified_at is null").await, 1);
    assert_eq!(pii.asked(), []);
}

#[tokio::test]
async fn while_pii_is_away_accounts_wait_and_nobody_is_left_out() {
    let world = World::new().await;
    let (accounts, pii, registry) = sweeper().await;
    let (anna, ben) = (world.newcomer("anna@example.org").await, world.newcomer("ben@example.org").await);
    world.clock.advance(TimeDelta::days(31));
    pii.broken.store(true, Ordering::Relaxed);
    let failed = accounts.forget(&world.app).await.expect_err("pii is away").to_string();
    assert!(!failed.contains(&anna.to_string()) && !failed.contains(&ben.to_string()), "{failed}");
    assert_eq!(counted(&registry), 2.0);

    pii.broken.store(false, Ordering::Relaxed);

    accounts.forget(&world.app).await.expect("a pass");
    let mut asked = pii.asked();
    asked.sort();
    assert_eq!(asked, {
        let mut both = [anna, ben];
        both.sort();
        both
    });
}

#[tokio::test]
async fn one_instance_at_a_time_gives_accounts_up() {
    let world = World::new().await;
    let (accounts, pii, _) = sweeper().await;
    world.newcomer("anna@example.org").await;
    world.clock.advance(TimeDelta::days(31));
    let mut other = world.pool().acquire().await.expect("a connection").detach();
    assert!(unproved::take_turn(&mut other).await.expect("the store"));
    accounts.forget(&world.app).await.expect("left to the other");
    assert_eq!(pii.asked(), []);

    drop(other);

    for _ in 0..50 {
        accounts.forget(&world.app).await.expect("a pass");
        if !pii.asked().is_empty() {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    panic!("the turn of a connection that ended is free");
}
