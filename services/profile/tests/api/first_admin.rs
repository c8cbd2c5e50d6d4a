//! `profile admin create`, behind its command line.

use crate::support::World;
use events::{
    Language,
    profile::{PiiSubmitted, Role, UserCreated},
};
use profile::{
    cli::first_admin,
    domain::{EmailAddress, Password, PersonName, Registration, TimeZone},
};

fn registration(email: &str) -> Registration {
    Registration {
        email: EmailAddress::parse(email).expect("an address"),
        password: Password::parse(&crate::support::PASSWORD.into()).expect("a password"),
        given_name: PersonName::parse("Tess").expect("a name"),
        family_name: PersonName::parse("de Boer").expect("a name"),
        interface_language: Language::Nl,
        time_zone: TimeZone::default(),
    }
}

#[tokio::test]
async fn the_first_one_is_made_and_a_repeat_makes_no_other() {
    let world = World::new().await;
    let id = first_admin(&world.app, &registration("tess@example.org")).await.expect("an id");
    let again = first_admin(&world.app, &registration("TESS@example.org")).await.expect("an id");

    assert_eq!(id, again);
    let created = world.published::<UserCreated>().await;
    assert_eq!(created.len(), 1);
    assert_eq!((created[0].user_id, created[0].role), (id, Role::TechnicalAdmin));
    assert_eq!(world.published::<PiiSubmitted>().await.len(), 1);
    let verified = "select count(*) from users where email_verified_at is not null";
    assert_eq!(world.count(verified).await, 1, "the operator says whose address it is");
    let (_, tokens) = world.log_in_enrolling("tess@example.org").await;
    world.current_session(&tokens.access).await.expect(200);
}

#[tokio::test]
async fn once_there_is_one_the_command_makes_no_other() {
    let world = World::new().await;
    first_admin(&world.app, &registration("tess@example.org")).await.expect("an id");
    first_admin(&world.app, &registration("mallory@example.org")).await.expect_err("refused");
    assert_eq!(world.count("select count(*) from users").await, 1);
}

#[tokio::test]
async fn an_address_with_another_role_is_left_alone() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    first_admin(&world.app, &registration("anna@example.org")).await.expect_err("refused");
    assert_eq!(world.count("select count(*) from users where role = 'student'").await, 1);
}
