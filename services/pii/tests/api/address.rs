//! A service asks where to write to; and how an address changes.

use crate::support::{World, sealed};
use bus::Outcome;
use events::{
    pii::{AccessDecision, ActorKind, PiiAccessed, UserPiiUpdated},
    profile::{AddressTarget, EmailAddressConfirmed},
};
use ids::{CauseId, UserId};
use pii::{
    commands::read_address::{AddressQuestion, MailAddress, Which, read_address},
    domain::access::Purpose,
};
use secrecy::ExposeSecret;
use serde_json::json;
use testing::Caller;
use uuid::Uuid;

const CAUSE: &str = "0193a2b4-7c1d-7e2f-8a3b-4c5d6e7f8091";

fn request(n: u128) -> CauseId {
    CauseId::new(Uuid::from_u128(n))
}

async fn registered(world: &World) -> UserId {
    let user = Caller::student().id();
    let fields = json!({
        "email": "anna@example.org", "givenName": "Anna", "familyName": "de Vries", "interfaceLanguage": "nl",
    });
    deliver(world, user, 1, &fields.to_string()).await;
    user
}

async fn deliver(world: &World, user: UserId, id: u64, plaintext: &str) {
    let outcome = world.deliver(id, id, sealed(user, plaintext)).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
}

async fn ask(world: &World, service: &str, subject: UserId, which: Which) -> Result<MailAddress, u16> {
    let question = AddressQuestion { service, subject, which, purpose: Purpose::Mail, cause: CAUSE };
    read_address(&world.app, question).await.map_err(|failure| web::ApiError::from(failure).status().as_u16())
}

async fn address(world: &World, user: UserId, which: Which) -> Result<String, u16> {
    ask(world, "cron-utility", user, which).await.map(|found| found.email.expose_secret().to_owned())
}

/// The pending address, for the mail of this request.
async fn pending(world: &World, user: UserId, request: CauseId) -> Result<String, u16> {
    let cause = request.to_string();
    let (service, which, purpose) = ("cron-utility", Which::Pending, Purpose::Mail);
    let question = AddressQuestion { service, subject: user, which, purpose, cause: &cause };
    let found = read_address(&world.app, question).await;
    let found = found.map_err(|failure| web::ApiError::from(failure).status().as_u16())?;
    Ok(found.email.expose_secret().to_owned())
}

async fn confirm(world: &World, user_id: UserId, id: u64, request_id: CauseId) {
    let (target, confirmed_at) = (AddressTarget::Pending, world.clock.now());
    let fact = EmailAddressConfirmed { user_id, request_id, target, confirmed_at };
    let outcome = world.deliver(id, id, fact).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
}

#[tokio::test]
async fn the_mailer_learns_where_and_how_to_write_and_is_noted_with_its_cause() {
    let world = World::new().await;
    let user = registered(&world).await;
    let found = ask(&world, "cron-utility", user, Which::Current).await.expect("an address");
    let shown =
        |value: &Option<secrecy::SecretString>| value.as_ref().map(|it| it.expose_secret().to_owned());
    assert_eq!(found.email.expose_secret(), "anna@example.org");
    assert_eq!(shown(&found.given_name), Some("Anna".to_owned()));
    assert_eq!(shown(&found.interface_language), Some("nl".to_owned()));

    let noted = world.published::<PiiAccessed>().await;
    assert_eq!(noted.len(), 1);
    let noted = &noted[0];
    assert_eq!((noted.actor.kind, noted.actor.id.as_str()), (ActorKind::Service, "cron-utility"));
    assert_eq!((noted.purpose.as_str(), noted.cause_id.as_deref()), ("mail", Some(CAUSE)));
    assert_eq!(noted.fields, ["email", "given-name", "interface-language"]);
    assert_eq!(noted.decision, AccessDecision::Allowed);
}

#[tokio::test]
async fn the_answer_is_for_the_mailer_alone_and_is_kept_nowhere() {
    let world = World::new().await;
    let user = registered(&world).await;
    let path = |which: &str| {
        format!("/internal/v1/pii/people/{user}/address?purpose=mail&causeId={CAUSE}&which={which}")
    };
    let answer = world.internal.get(path("current")).as_service("cron-utility").send().await.expect(200);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(
        answer.json(),
        json!({ "email": "anna@example.org", "givenName": "Anna", "interfaceLanguage": "nl" })
    );
    world.internal.get(path("pending")).as_service("cron-utility").send().await.expect(404);
    world.internal.get(path("current")).as_service("lobby").send().await.expect(403);
    world.internal.get(path("current")).send().await.expect(403);
    world.internal.get(path("both")).as_service("cron-utility").send().await.expect(422);
    world.api.get(path("current")).as_(&Caller::technical_admin()).send().await.expect(404);
}

#[tokio::test]
async fn another_service_or_purpose_is_refused_and_noted() {
    let world = World::new().await;
    let user = registered(&world).await;
    for service in ["profile", "lobby", "cron-utility.evil", ""] {
        assert_eq!(ask(&world, service, user, Which::Current).await.err(), Some(403), "{service}");
    }
    let question = AddressQuestion {
        service: "cron-utility",
        subject: user,
        which: Which::Current,
        purpose: Purpose::Administration,
        cause: CAUSE,
    };
    assert!(read_address(&world.app, question).await.is_err());
    let noted = world.published::<PiiAccessed>().await;
    assert_eq!(noted.len(), 5);
    assert!(noted.iter().all(|one| one.decision == AccessDecision::Refused));
}

#[tokio::test]
async fn nobody_or_no_pending_address_is_not_found_and_noted() {
    let world = World::new().await;
    let user = registered(&world).await;
    assert_eq!(address(&world, user, Which::Pending).await, Err(404));
    assert_eq!(address(&world, Caller::student().id(), Which::Current).await, Err(404));
    assert_eq!(world.published::<PiiAccessed>().await.len(), 2);
}

#[tokio::test]
async fn a_pending_address_counts_when_its_own_request_is_confirmed() {
    let world = World::new().await;
    let user = registered(&world).await;
    let change =
        |address: &str, n: u128| json!({ "pendingEmail": address, "requestId": request(n) }).to_string();
    deliver(&world, user, 2, &change("first@example.net", 1)).await;
    assert_eq!(pending(&world, user, request(1)).await, Ok("first@example.net".into()));
    assert_eq!(pending(&world, user, request(2)).await, Err(404), "its address has not come yet");
    deliver(&world, user, 3, &change("second@example.net", 2)).await;
    assert_eq!(pending(&world, user, request(1)).await, Err(404), "a later request took its place");
    assert_eq!(address(&world, user, Which::Current).await, Ok("anna@example.org".into()));
    assert_eq!(pending(&world, user, request(2)).await, Ok("second@example.net".into()));

    confirm(&world, user, 4, request(1)).await;
    assert_eq!(address(&world, user, Which::Current).await, Ok("anna@example.org".into()), "another request");
    confirm(&world, user, 5, request(2)).await;
    confirm(&world, user, 5, request(2)).await;
    assert_eq!(address(&world, user, Which::Current).await, Ok("second@example.net".into()));
    assert_eq!(pending(&world, user, request(2)).await, Err(404));

    let told = world.published::<UserPiiUpdated>().await;
    assert_eq!(told.last().expect("told").fields, ["email", "pending-email"]);
    let found = world.api.post("/api/v2/pii/people/lookups").as_(&Caller::technical_admin());
    let found = found.json(&json!({ "email": "second@example.net" })).send().await.expect(200).json();
    assert_eq!(found, json!({ "items": [user] }), "the index follows");
}

#[tokio::test]
async fn a_confirmed_registration_changes_nothing() {
    let world = World::new().await;
    let user = registered(&world).await;
    confirm(&world, user, 2, request(1)).await;
    confirm(&world, Caller::student().id(), 3, request(1)).await;
    assert_eq!(world.published::<UserPiiUpdated>().await.len(), 1);
    assert_eq!(address(&world, user, Which::Current).await, Ok("anna@example.org".into()));
}
