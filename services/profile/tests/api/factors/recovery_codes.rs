use crate::support::{Tokens, World, new_device, new_user};
use chrono::TimeDelta;
use events::profile::{MfaChange, MfaChanged};
use ids::RecoverySetId;
use testing::Answer;

fn new_set() -> RecoverySetId {
    RecoverySetId::new(new_user().as_uuid())
}

async fn renew(world: &World, tokens: &Tokens, set: RecoverySetId) -> Answer {
    let path = format!("/api/v2/profile/me/recovery-codes/{set}");
    world.api.put(path).bearer(&tokens.access).send().await
}

fn codes(answer: &Answer) -> Vec<String> {
    serde_json::from_value(answer.json()["codes"].clone()).expect("codes")
}

/// Anna, with an authenticator app.
async fn enrolled() -> (World, Tokens) {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    world.enrol(&tokens.access).await;
    (world, tokens)
}

#[tokio::test]
async fn ten_codes_are_shown_for_ten_minutes_and_kept_as_digests() {
    let (world, tokens) = enrolled().await;
    let set = new_set();

    let made = renew(&world, &tokens, set).await.expect(201);
    let again = renew(&world, &tokens, set).await.expect(200);

    assert_eq!(made.json(), again.json());
    assert_eq!(codes(&made).len(), 10);
    world.clock.advance(TimeDelta::minutes(10));
    let later = renew(&world, &tokens, set).await.expect(409);
    assert_eq!(later.json()["type"], "urn:tall:problem:codes-shown");
    let stored: Vec<Vec<u8>> =
        sqlx::query_scalar("select digest from recovery_codes").fetch_all(&world.pool()).await.expect("rows");
    assert_eq!(stored.len(), 10);
    assert!(codes(&made).iter().all(|code| !stored.contains(&code.as_bytes().to_vec())));
}

#[tokio::test]
async fn a_code_stands_in_for_the_app_once() {
    let (world, tokens) = enrolled().await;
    let codes = codes(&renew(&world, &tokens, new_set()).await.expect(201));

    let challenge = world.challenged("anna@example.org").await;
    assert_eq!(challenge.methods, ["totp", "recovery-code"]);
    let spaced = codes[0].replace('-', " ").to_lowercase();
    world.answer(&challenge, "recovery-code", &spaced).await.expect(201);

    let next = world.challenged("anna@example.org").await;
    world.answer(&next, "recovery-code", &codes[0]).await.expect(422);
    world.answer(&next, "recovery-code", &codes[1]).await.expect(201);
    let factors = world.api.get("/api/v2/profile/me/factors").bearer(&tokens.access).send().await.expect(200);
    assert_eq!(factors.json()["recoveryCodesLeft"], 8);
}

#[tokio::test]
async fn a_new_set_replaces_the_old_one() {
    let (world, tokens) = enrolled().await;
    let old = codes(&renew(&world, &tokens, new_set()).await.expect(201));
    let new = codes(&renew(&world, &tokens, new_set()).await.expect(201));

    let challenge = world.challenged("anna@example.org").await;
    world.answer(&challenge, "recovery-code", &old[0]).await.expect(422);
    world.answer(&challenge, "recovery-code", &new[0]).await.expect(201);

    let told = world.published::<MfaChanged>().await;
    assert_eq!(
        told.iter().map(|fact| fact.change).collect::<Vec<_>>(),
        [MfaChange::Enrolled, MfaChange::RecoveryCodesRenewed, MfaChange::RecoveryCodesRenewed]
    );
}

#[tokio::test]
async fn an_id_that_is_used_again_brings_back_no_old_code() {
    let (world, tokens) = enrolled().await;
    let set = new_set();
    let first = codes(&renew(&world, &tokens, set).await.expect(201));
    renew(&world, &tokens, new_set()).await.expect(201);
    world.clock.advance(TimeDelta::seconds(1));

    let second = codes(&renew(&world, &tokens, set).await.expect(201));

    assert!(first.iter().all(|code| !second.contains(code)));
}

#[tokio::test]
async fn without_a_factor_there_is_nothing_to_recover() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;

    let refused = renew(&world, &tokens, new_set()).await.expect(409);

    assert_eq!(refused.json()["type"], "urn:tall:problem:no-second-factor");
}
