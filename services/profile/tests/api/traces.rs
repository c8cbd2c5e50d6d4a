//! Traces say what was done and for whom, and nothing of what a person types or is given.

use crate::support::{Tokens, World, new_device, new_user, registration, with};
use ids::EnrolmentId;
use profile::domain::Purpose;
use serde_json::json;
use testing::Traces;

const EMAIL: &str = "canary-address@example.org";
const OTHER_EMAIL: &str = "canary-other@example.org";
const PASSWORD: &str = "a canary in a coal mine";
const OTHER_PASSWORD: &str = "another canary in a mine";

#[tokio::test]
async fn nothing_that_a_person_types_or_is_given_stands_in_a_trace() {
    let (world, traces) = (World::new().await, Traces::default());
    let recording = traces.record();
    let (id, device) = (new_user(), new_device());
    let body = with(&registration(EMAIL), "password", PASSWORD);
    let body = with(&with(&body, "givenName", "Canarianna"), "familyName", "van Kanarie");
    world.put_user(id, &body).await.expect(201);
    world.put_user(new_user(), &with(&body, "email", "canary-no-address")).await.expect(422);
    world.post_session(EMAIL, OTHER_PASSWORD, device).await.expect(401);
    let code = world.mailed_code(id, Purpose::VerifyEmail).await;
    world.post_confirmation(id, "00000-00000").await.expect(422);
    world.post_confirmation(id, &code).await.expect(204);
    let first = world.log_in_with(EMAIL, PASSWORD, device).await;
    let enrolment = EnrolmentId::new(new_user().as_uuid());
    let begun = world.begin_enrolment(&first.access, enrolment).await.expect(201).json();
    let secret = begun["secret"].as_str().expect("a secret");
    let refreshed = Tokens::of(&world.refresh(&first.refresh, device).await.expect(200));
    let change = world.api.put("/api/v2/profile/me/email").bearer(&refreshed.access);
    let _answer = change.json(&json!({ "email": OTHER_EMAIL })).send().await;
    world.ask_for_reset(EMAIL).await.expect(202);
    let reset = world.mailed_code(id, Purpose::ResetPassword).await;
    world.reset_password(EMAIL, &reset, OTHER_PASSWORD).await.expect(204);
    drop(recording);

    let canaries = [
        ("address", "canary-address"),
        ("another address", "canary-other"),
        ("what was no address", "canary-no-address"),
        ("password", PASSWORD),
        ("another password", OTHER_PASSWORD),
        ("given name", "Canarianna"),
        ("family name", "van Kanarie"),
        ("code", code.as_str()),
        ("code of a reset", reset.as_str()),
        ("secret of an app", secret),
        ("access token", first.access.as_str()),
        ("refresh token", first.refresh.as_str()),
        ("next refresh token", refreshed.refresh.as_str()),
    ];
    traces.assert_hold_none_of(&canaries, "/api/v2/profile/users/{userId}");
}
