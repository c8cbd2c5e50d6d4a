use crate::support::{Tokens, World, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{MfaChange, MfaChanged};
use ids::EnrolmentId;
use testing::Caller;

fn new_enrolment() -> EnrolmentId {
    EnrolmentId::new(new_user().as_uuid())
}

/// Anna, logged in.
async fn logged_in() -> (World, Tokens) {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    (world, tokens)
}

#[tokio::test]
async fn an_app_is_shown_its_secret_once_begun_and_again_until_confirmed() {
    let (world, tokens) = logged_in().await;
    let id = new_enrolment();

    let begun = world.begin_enrolment(&tokens.access, id).await.expect(201);
    let again = world.begin_enrolment(&tokens.access, id).await.expect(200);

    assert_eq!(begun.json(), again.json());
    let body = begun.json();
    let uri = body["otpauthUri"].as_str().expect("an address");
    let secret = body["secret"].as_str().expect("a secret");
    assert!(uri.starts_with("otpauth://totp/Tall:") && uri.contains(&format!("secret={secret}")), "{uri}");
    assert!(body["qrCode"].as_str().expect("an image").contains("<svg"));
    assert_eq!(begun.header("cache-control"), Some("no-store"));

    let app = crate::authenticator::Authenticator::of(&begun);
    let code = app.code(world.clock.now());
    world.confirm_enrolment(&tokens.access, id, &code).await.expect(204);
    world.confirm_enrolment(&tokens.access, id, &code).await.expect(204);
    let shown_later = world.begin_enrolment(&tokens.access, id).await.expect(409);
    assert_eq!(shown_later.json()["type"], "urn:tall:problem:id-taken");
    let told = world.published::<MfaChanged>().await;
    assert_eq!(told.iter().map(|fact| fact.change).collect::<Vec<_>>(), [MfaChange::Enrolled]);
}

#[tokio::test]
async fn the_secret_is_sealed_at_rest() {
    let (world, tokens) = logged_in().await;
    let begun = world.begin_enrolment(&tokens.access, new_enrolment()).await.expect(201).json();
    let secret =
        totp_rs::Secret::try_from_base32(begun["secret"].as_str().expect("a secret")).expect("base 32");

    let stored: Vec<u8> = sqlx::query_scalar("select sealed_secret from totp_factors")
        .fetch_one(&world.pool())
        .await
        .expect("a row");

    assert!(!stored.windows(4).any(|bytes| secret.as_bytes().starts_with(bytes)));
}

#[tokio::test]
async fn a_wrong_first_code_puts_nothing_in_force() {
    let (world, tokens) = logged_in().await;
    let id = new_enrolment();
    let app =
        crate::authenticator::Authenticator::of(&world.begin_enrolment(&tokens.access, id).await.expect(201));
    let stale = app.code(world.clock.now() - TimeDelta::minutes(5));

    world.confirm_enrolment(&tokens.access, id, &stale).await.expect(422);
    world.confirm_enrolment(&tokens.access, id, "12345").await.expect(422);

    world.log_in("anna@example.org", new_device()).await;
    assert!(world.published::<MfaChanged>().await.is_empty());
}

#[tokio::test]
async fn an_enrolment_waits_ten_minutes() {
    let (world, tokens) = logged_in().await;
    let id = new_enrolment();
    let app =
        crate::authenticator::Authenticator::of(&world.begin_enrolment(&tokens.access, id).await.expect(201));
    world.clock.advance(TimeDelta::minutes(10));

    world.confirm_enrolment(&tokens.access, id, &app.code(world.clock.now())).await.expect(404);
    world.begin_enrolment(&tokens.access, id).await.expect(409);
}

#[tokio::test]
async fn another_app_replaces_the_first_when_its_code_comes() {
    let (world, tokens) = logged_in().await;
    let first = world.enrol(&tokens.access).await;
    let id = new_enrolment();
    let second =
        crate::authenticator::Authenticator::of(&world.begin_enrolment(&tokens.access, id).await.expect(201));
    world.clock.advance(TimeDelta::seconds(30));
    let challenge = world.challenged("anna@example.org").await;
    world.answer(&challenge, "totp", &first.code(world.clock.now())).await.expect(201);

    world.confirm_enrolment(&tokens.access, id, &second.code(world.clock.now())).await.expect(204);

    world.clock.advance(TimeDelta::seconds(30));
    let challenge = world.challenged("anna@example.org").await;
    world.answer(&challenge, "totp", &first.code(world.clock.now())).await.expect(422);
    world.answer(&challenge, "totp", &second.code(world.clock.now())).await.expect(201);
}

#[tokio::test]
async fn an_app_that_is_removed_is_asked_for_no_more() {
    let (world, tokens) = logged_in().await;
    world.enrol(&tokens.access).await;
    let remove = || world.api.delete("/api/v2/profile/me/totp").bearer(&tokens.access).send();

    remove().await.expect(204);
    remove().await.expect(204);

    world.log_in("anna@example.org", new_device()).await;
    let told = world.published::<MfaChanged>().await;
    assert_eq!(
        told.iter().map(|fact| fact.change).collect::<Vec<_>>(),
        [MfaChange::Enrolled, MfaChange::Removed]
    );
    let factors = world.api.get("/api/v2/profile/me/factors").bearer(&tokens.access).send().await.expect(200);
    insta::assert_json_snapshot!(factors.json(), @r#"
    {
      "passkeys": 0,
      "recoveryCodesLeft": 0
    }
    "#);
}

#[tokio::test]
async fn an_administrator_keeps_a_factor() {
    let world = World::new().await;
    let admin = world.caller(Caller::educational_admin()).await;
    world.enrol(admin.token()).await;

    let refused = world.api.delete("/api/v2/profile/me/totp").as_(&admin).send().await.expect(409);

    assert_eq!(refused.json()["type"], "urn:tall:problem:factor-required");
}

#[tokio::test]
async fn a_change_of_factors_needs_a_recent_proof() {
    let (world, tokens) = logged_in().await;
    world.clock.advance(TimeDelta::minutes(10) + TimeDelta::seconds(1));
    for request in [
        world.api.put(format!("/api/v2/profile/me/totp-enrolments/{}", new_enrolment())),
        world.api.put(format!("/api/v2/profile/me/recovery-codes/{}", new_enrolment())),
        world.api.delete("/api/v2/profile/me/totp"),
    ] {
        let refused = request.bearer(&tokens.access).send().await.expect(401);
        assert_eq!(refused.json()["type"], "urn:tall:problem:stale-authentication");
    }
}
