//! What profile has sealed, as it arrives: right, again, and wrong in every way.

use crate::support::{World, sealed};
use bus::Outcome;
use events::pii::UserPiiUpdated;
use serde_json::json;
use testing::Caller;

fn name() -> String {
    json!({ "givenName": "Anna", "familyName": "de Vries" }).to_string()
}

#[tokio::test]
async fn an_intake_is_told_by_the_names_of_its_fields() {
    let world = World::new().await;
    let person = world.person("Anna", "de Vries").await;
    let told = world.published::<UserPiiUpdated>().await;
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].user_id, told[0].fields.join(" ")), (person, "email family-name given-name".into()));
}

#[tokio::test]
async fn the_same_intake_again_has_one_effect() {
    let world = World::new().await;
    let submitted = sealed(Caller::student().id(), &name());
    for _ in 0..3 {
        assert!(matches!(world.deliver(1, 1, submitted.clone()).await, Outcome::Done));
    }
    assert_eq!(world.published::<UserPiiUpdated>().await.len(), 1);
    assert_eq!(world.count("select seals from people").await, 2);
}

#[tokio::test]
async fn a_later_intake_replaces_only_what_it_names() {
    let world = World::new().await;
    let student = Caller::student();
    world.deliver(1, 1, sealed(student.id(), &name())).await;
    world.deliver(2, 2, sealed(student.id(), r#"{"familyName": "Bakker"}"#)).await;
    let path = format!("/api/v2/pii/people/{}/name", student.id());
    let read = world.api.get(path).as_(&student).send().await.expect(200).json();
    assert_eq!((&read["givenName"], &read["familyName"]), (&"Anna".into(), &"Bakker".into()));
}

#[tokio::test]
async fn an_intake_that_never_opens_is_rejected_without_a_word_of_it() {
    let world = World::new().await;
    let user = Caller::student().id();
    let good = sealed(user, &name());
    let mut moved = good.clone();
    moved.user_id = Caller::student().id();
    let mut later = good.clone();
    later.format = 2;
    let mut cut = good.clone();
    cut.ciphertext.truncate(20);
    let mut huge = good.clone();
    huge.ciphertext = vec![0; 20_000];
    let malformed = sealed(user, r#"{"givenName": ["canary"]}"#);
    for (what, wrong) in
        [("moved", moved), ("later", later), ("cut", cut), ("huge", huge), ("malformed", malformed)]
    {
        let outcome = world.deliver(1, 1, wrong).await;
        let Outcome::Reject(reason) = outcome else { panic!("{what}: {outcome:?}") };
        assert!(!reason.contains("canary"), "{reason}");
    }
    assert_eq!(world.count("select count(*) from people").await, 0);
}

#[tokio::test]
async fn a_key_that_is_not_there_is_an_error_to_mend() {
    let world = World::new().await;
    let mut submitted = sealed(Caller::student().id(), &name());
    submitted.key_id = "2".into();
    let outcome = world.deliver(1, 1, submitted).await;
    assert!(matches!(outcome, Outcome::Retry(_)), "{outcome:?}");
}
