//! A service asks where to write to; and how an address changes.

use crate::support::{World, sealed};
use bus::Outcome;
use chrono::TimeDelta;
use events::{
    Language,
    pii::{AccessDecision, ActorKind, PiiAccessed, UserPiiUpdated},
    profile::{AddressTarget, EmailAddressConfirmed, UserUpdated},
};
use ids::{CauseId, UserId};
use pii::{
    commands::{
        pending_address::WAITS_FOR,
        read_address::{AddressQuestion, MailAddress, Which, read_address},
    },
    domain::access::Purpose,
    store::pending_addresses::MOST,
};
use secrecy::ExposeSecret;
use serde_json::{Value, json};
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

/// An intake that asks for this address.
fn change(address: &str, n: u128) -> String {
    json!({ "pendingEmail": address, "requestId": request(n) }).to_string()
}

/// As an admin sees it.
async fn shown_as_pending(world: &World, user: UserId) -> Value {
    let admin = Caller::technical_admin().logged_in_at(world.clock.now());
    world.read(&admin, user, "pending-email", "administration").await.expect(200).json()["pendingEmail"]
        .clone()
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
    deliver(&world, user, 2, &change("first@example.net", 1)).await;
    assert_eq!(pending(&world, user, request(1)).await, Ok("first@example.net".into()));
    assert_eq!(pending(&world, user, request(2)).await, Err(404), "its address has not come yet");
    deliver(&world, user, 3, &change("second@example.net", 2)).await;
    assert_eq!(pending(&world, user, request(1)).await, Ok("first@example.net".into()));
    assert_eq!(pending(&world, user, request(2)).await, Ok("second@example.net".into()));
    assert_eq!(
        shown_as_pending(&world, user).await,
        json!("second@example.net"),
        "the last that was asked for"
    );
    assert_eq!(address(&world, user, Which::Current).await, Ok("anna@example.org".into()));

    confirm(&world, user, 4, request(2)).await;
    confirm(&world, user, 4, request(2)).await;
    assert_eq!(address(&world, user, Which::Current).await, Ok("second@example.net".into()));
    assert_eq!(pending(&world, user, request(2)).await, Err(404));
    assert_eq!(shown_as_pending(&world, user).await, json!(null), "what was asked for before is over");

    let told = world.published::<UserPiiUpdated>().await;
    assert_eq!(told.last().expect("told").fields, ["email", "pending-email"]);
    let found = world.api.post("/api/v2/pii/people/lookups").as_(&Caller::technical_admin());
    let found = found.json(&json!({ "email": "second@example.net" })).send().await.expect(200).json();
    assert_eq!(found, json!({ "items": [user] }), "the index follows");
}

/// What comes to pii of two requests. The second is made when the first is confirmed or given up.
const FACTS: [(Fact, u128); 4] =
    [(Fact::Address, 1), (Fact::Address, 2), (Fact::Confirmation, 1), (Fact::Confirmation, 2)];

#[derive(Clone, Copy, Debug, PartialEq)]
enum Fact {
    Address,
    Confirmation,
}

/// Every order of these.
fn orders(facts: &[(Fact, u128)]) -> Vec<Vec<(Fact, u128)>> {
    if facts.is_empty() {
        return vec![Vec::new()];
    }
    let beginning_with = |at: usize| {
        let mut rest = facts.to_vec();
        let first = rest.remove(at);
        orders(&rest).into_iter().map(move |order| [vec![first], order].concat())
    };
    (0..facts.len()).flat_map(beginning_with).collect()
}

async fn arrive(world: &World, user: UserId, (fact, n): (Fact, u128)) {
    match fact {
        Fact::Address => deliver(world, user, 10 + n as u64, &change(&asked_for(n), n)).await,
        Fact::Confirmation => confirm(world, user, 20 + n as u64, request(n)).await,
    }
}

fn asked_for(n: u128) -> String {
    format!("address{n}@example.net")
}

/// The last request of which both are there: whatever came of it, and in which order.
fn confirmed(so_far: &[(Fact, u128)]) -> Option<u128> {
    let both = |n: &u128| [Fact::Address, Fact::Confirmation].iter().all(|it| so_far.contains(&(*it, *n)));
    [2, 1].into_iter().find(both)
}

/// The last request that waits for its confirmation: none that was made before one that counts.
fn waiting(so_far: &[(Fact, u128)]) -> Option<u128> {
    let over = confirmed(so_far).unwrap_or_default();
    [2, 1].into_iter().find(|n| *n > over && so_far.contains(&(Fact::Address, *n)))
}

#[tokio::test]
async fn addresses_and_confirmations_find_each_other_in_every_order() {
    let world = World::new().await;
    assert_eq!(orders(&FACTS).len(), 24);
    for order in orders(&FACTS) {
        let user = registered(&world).await;
        for count in 1..=order.len() {
            let so_far = &order[..count];
            arrive(&world, user, so_far[count - 1]).await;
            // Kafka brings a fact again when a consumer starts anew.
            arrive(&world, user, so_far[0]).await;

            let expected = confirmed(so_far).map_or("anna@example.org".to_owned(), asked_for);
            assert_eq!(address(&world, user, Which::Current).await, Ok(expected), "{so_far:?}");
            let expected = waiting(so_far).map_or(json!(null), |n| json!(asked_for(n)));
            assert_eq!(shown_as_pending(&world, user).await, expected, "{so_far:?}");
        }
        assert_eq!(world.count("select count(*) from pending_addresses").await, 0, "{order:?}");
    }
}

#[tokio::test]
async fn an_address_and_its_confirmation_may_come_at_once() {
    let world = World::new().await;
    for _ in 0..20 {
        let user = registered(&world).await;
        tokio::join!(
            arrive(&world, user, (Fact::Address, 1)),
            arrive(&world, user, (Fact::Confirmation, 1)),
            arrive(&world, user, (Fact::Address, 2)),
            arrive(&world, user, (Fact::Confirmation, 2)),
        );
        assert_eq!(address(&world, user, Which::Current).await, Ok(asked_for(2)));
        assert_eq!(world.count("select count(*) from pending_addresses").await, 0);
    }
}

#[tokio::test]
async fn a_confirmation_may_come_before_the_person() {
    let world = World::new().await;
    let user = Caller::student().id();
    arrive(&world, user, (Fact::Confirmation, 1)).await;
    let fields = json!({ "email": "anna@example.org", "givenName": "Anna" });
    deliver(&world, user, 1, &fields.to_string()).await;
    arrive(&world, user, (Fact::Address, 1)).await;
    assert_eq!(address(&world, user, Which::Current).await, Ok(asked_for(1)));
}

#[tokio::test]
async fn only_the_last_addresses_wait() {
    let world = World::new().await;
    let user = registered(&world).await;
    let most = u128::try_from(MOST).expect("a few");
    for n in 1..=most + 2 {
        arrive(&world, user, (Fact::Address, n)).await;
    }
    assert_eq!(pending(&world, user, request(2)).await, Err(404));
    for n in 3..=most + 2 {
        assert_eq!(pending(&world, user, request(n)).await, Ok(asked_for(n)));
    }
}

#[tokio::test]
async fn an_address_that_nobody_confirms_is_forgotten() {
    let world = World::new().await;
    let user = registered(&world).await;
    arrive(&world, user, (Fact::Address, 1)).await;
    world.clock.advance(WAITS_FOR - TimeDelta::seconds(1));
    arrive(&world, user, (Fact::Address, 2)).await;
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(pending(&world, user, request(1)).await, Ok(asked_for(1)));

    world.clock.advance(TimeDelta::seconds(1));
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(pending(&world, user, request(1)).await, Err(404));
    assert_eq!(pending(&world, user, request(2)).await, Ok(asked_for(2)), "it came later");
    let told = world.published::<UserPiiUpdated>().await;
    assert_eq!(told.len(), 4);
    assert_eq!(told[3].fields, ["pending-email"]);
    pii::upkeep::work(&world.app).await.expect("work");
    assert_eq!(world.published::<UserPiiUpdated>().await.len(), 4, "once");
}

/// It counts from the beginning.
#[tokio::test]
async fn a_confirmed_registration_changes_nothing() {
    let world = World::new().await;
    let user = registered(&world).await;
    for (id, person) in [(2, user), (3, Caller::student().id())] {
        let fact = EmailAddressConfirmed {
            user_id: person,
            request_id: request(1),
            target: AddressTarget::Current,
            confirmed_at: world.clock.now(),
        };
        assert!(matches!(world.deliver(id, id, fact).await, Outcome::Done));
    }
    assert_eq!(world.published::<UserPiiUpdated>().await.len(), 1);
    assert_eq!(world.count("select count(*) from people").await, 1);
    assert_eq!(address(&world, user, Which::Current).await, Ok("anna@example.org".into()));
}

async fn choose(world: &World, user: UserId, id: u64, interface_language: Language) {
    let updated_at = world.clock.now();
    let time_zone = "Europe/Amsterdam".to_owned();
    let chosen = UserUpdated { user_id: user, interface_language, time_zone, updated_at };
    let outcome = world.deliver(id, id, chosen).await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
}

async fn language_of(world: &World, user: UserId) -> Option<String> {
    let found = ask(world, "cron-utility", user, Which::Current).await.expect("an address");
    found.interface_language.map(|language| language.expose_secret().to_owned())
}

#[tokio::test]
async fn mails_are_in_the_language_that_was_chosen_last() {
    let world = World::new().await;
    let user = registered(&world).await;

    for _ in 0..2 {
        choose(&world, user, 2, Language::Ru).await;
    }

    assert_eq!(language_of(&world, user).await.as_deref(), Some("ru"));
    let told = world.published::<UserPiiUpdated>().await;
    assert_eq!(told.len(), 2, "the registration and one change");
    assert_eq!(told[1].fields, ["interface-language"]);
}

#[tokio::test]
async fn a_registration_that_comes_late_does_not_bring_its_language_back() {
    let world = World::new().await;
    let user = Caller::student().id();
    choose(&world, user, 2, Language::En).await;

    let fields = json!({ "email": "anna@example.org", "interfaceLanguage": "nl" });
    deliver(&world, user, 1, &fields.to_string()).await;

    assert_eq!(language_of(&world, user).await.as_deref(), Some("en"));
}

#[tokio::test]
async fn what_somebody_chose_who_is_forgotten_is_not_kept() {
    let world = World::new().await;
    let user = Caller::student().id();
    world.ask_erasure_of(user).await;

    choose(&world, user, 1, Language::En).await;

    assert_eq!(world.count("select count(*) from fields").await, 0);
}
