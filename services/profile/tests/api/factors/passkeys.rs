use crate::{
    authenticator::Authenticator,
    device::{device, new_passkey, options},
    support::{Tokens, World, new_device, new_user},
};
use chrono::TimeDelta;
use events::profile::{MfaChange, MfaChanged};
use futures::future::join_all;
use ids::RecoverySetId;
use serde_json::{Value, json};
use testing::{Answer, Caller, PasskeyDevice};

/// Anna, logged in.
async fn logged_in() -> (World, Tokens) {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    (world, tokens)
}

async fn changes(world: &World) -> Vec<MfaChange> {
    world.published::<MfaChanged>().await.iter().map(|fact| fact.change).collect()
}

async fn rename(world: &World, access_token: &str, id: impl std::fmt::Display, name: &str) -> Answer {
    let put = world.api.put(format!("/api/v2/profile/me/passkeys/{id}/name")).bearer(access_token);
    put.json(&json!({ "name": name })).send().await
}

#[tokio::test]
async fn a_device_is_asked_once_and_its_passkey_registered_once() {
    let (world, tokens) = logged_in().await;
    let (id, mut device) = (new_passkey(), device());

    let begun = world.begin_passkey(&tokens.access, id).await.expect(201);
    let again = world.begin_passkey(&tokens.access, id).await.expect(200);
    assert_eq!(begun.json(), again.json());
    let asked = &begun.json()["options"]["publicKey"];
    assert_eq!(asked["rp"]["id"], "localhost");
    assert_eq!(asked["attestation"], "none");
    assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(begun.header("cache-control"), Some("no-store"));

    let made = device.create(&options(&begun));
    let registered = world.complete_passkey(&tokens.access, id, &made).await.expect(201);
    let repeated = world.complete_passkey(&tokens.access, id, &made).await.expect(200);

    assert_eq!(registered.json(), repeated.json());
    insta::assert_json_snapshot!(registered.json(), { ".passkeyId" => "[id]" }, @r#"
    {
      "backedUp": false,
      "madeAt": "2025-03-03T09:00:00.000Z",
      "name": "Telefoon",
      "passkeyId": "[id]"
    }
    "#);
    assert_eq!(world.passkeys(&tokens.access).await, json!([registered.json()]));
    assert_eq!(changes(&world).await, [MfaChange::PasskeyAdded]);
    let factors = world.api.get("/api/v2/profile/me/factors").bearer(&tokens.access).send().await.expect(200);
    assert_eq!(factors.json(), json!({ "passkeys": 1, "recoveryCodesLeft": 0 }));
    world.begin_passkey(&tokens.access, id).await.expect(409);
}

#[tokio::test]
async fn a_thousand_answers_at_once_register_one_passkey() {
    let (world, tokens) = logged_in().await;
    let (id, mut device) = (new_passkey(), device());
    let made = device.create(&options(&world.begin_passkey(&tokens.access, id).await.expect(201)));

    let answers = (0..1000).map(|_| world.complete_passkey(&tokens.access, id, &made));
    let answers = join_all(answers).await;

    let count = |status: u16| answers.iter().filter(|answer| answer.status() == status).count();
    assert_eq!((count(201), count(200)), (1, 999));
    assert_eq!(world.count("select count(*) from passkeys").await, 1);
    assert_eq!(changes(&world).await, [MfaChange::PasskeyAdded]);
}

/// What a registration with this answer is told. Nothing may come of it.
async fn refused(answer: impl FnOnce(&mut PasskeyDevice, Value) -> Value) -> Value {
    let (world, tokens) = logged_in().await;
    let (id, mut device) = (new_passkey(), device());
    let begun = world.begin_passkey(&tokens.access, id).await.expect(201);
    let made = answer(&mut device, options(&begun));
    let refused = world.complete_passkey(&tokens.access, id, &made).await.expect(422);
    // One answer uses it up: the right one comes too late.
    let right = device.create(&options(&begun));
    world.complete_passkey(&tokens.access, id, &right).await.expect(404);
    assert!(changes(&world).await.is_empty());
    assert_eq!(world.passkeys(&tokens.access).await, json!([]));
    refused.json()
}

#[tokio::test]
async fn what_is_made_in_a_page_of_another_site_is_refused() {
    for origin in [
        "https://evil.example",
        "https://localhost",
        "http://localhost:8443",
        "https://a.localhost:8443",
        "https://localhost:8443.evil.example",
    ] {
        let told = refused(|device, options| device.create_in(origin, &options)).await;
        assert_eq!(told["type"], "urn:tall:problem:passkey-not-accepted", "{origin}");
    }
}

#[tokio::test]
async fn what_is_made_for_another_site_is_refused() {
    let told = refused(|device, mut options| {
        options["publicKey"]["rp"]["id"] = "evil.example".into();
        device.create(&options)
    });
    assert_eq!(told.await["type"], "urn:tall:problem:passkey-not-accepted");
}

#[tokio::test]
async fn what_is_made_for_another_challenge_is_refused() {
    let told = refused(|device, mut options| {
        options["publicKey"]["challenge"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA".into();
        device.create(&options)
    });
    assert_eq!(told.await["type"], "urn:tall:problem:passkey-not-accepted");
}

#[tokio::test]
async fn a_device_that_does_not_verify_its_user_is_refused() {
    let told = refused(|device, mut options| {
        options["publicKey"]["authenticatorSelection"]["userVerification"] = "preferred".into();
        device.create(&options)
    });
    assert_eq!(told.await["type"], "urn:tall:problem:passkey-not-accepted");
}

#[tokio::test]
async fn the_answer_of_a_log_in_is_no_registration() {
    let (world, tokens) = logged_in().await;
    let mut device = device();
    world.add_passkey(&tokens.access, &mut device).await;
    let asked = world.ask_for_passkey(&world.challenged("anna@example.org").await).await.expect(200);
    let id = new_passkey();
    world.begin_passkey(&tokens.access, id).await.expect(201);

    let signed = device.get(&options(&asked));
    let told = world.complete_passkey(&tokens.access, id, &signed).await.expect(422).json();

    assert_eq!(told["errors"][0]["pointer"], "/credential");
}

#[tokio::test]
async fn a_registration_waits_five_minutes() {
    let (world, tokens) = logged_in().await;
    let (id, mut device) = (new_passkey(), device());
    let made = device.create(&options(&world.begin_passkey(&tokens.access, id).await.expect(201)));
    world.clock.advance(TimeDelta::minutes(5));

    world.complete_passkey(&tokens.access, id, &made).await.expect(404);
    world.begin_passkey(&tokens.access, id).await.expect(409);

    let mut conn = world.pool().acquire().await.expect("a connection");
    let swept = profile::store::passkeys::sweep(&mut conn, world.clock.now()).await.expect("swept");
    assert_eq!(swept, 1);
    world.begin_passkey(&tokens.access, id).await.expect(201);
}

#[tokio::test]
async fn one_registration_waits_at_a_time() {
    let (world, tokens) = logged_in().await;
    let (first, second, mut device) = (new_passkey(), new_passkey(), device());
    let made = device.create(&options(&world.begin_passkey(&tokens.access, first).await.expect(201)));
    world.begin_passkey(&tokens.access, second).await.expect(201);

    world.complete_passkey(&tokens.access, first, &made).await.expect(404);
    world.complete_passkey(&tokens.access, second, &made).await.expect(422);
}

#[tokio::test]
async fn a_device_that_another_account_knows_is_refused_like_a_wrong_answer() {
    let (world, tokens) = logged_in().await;
    world.register("bram@example.org").await;
    let bram = world.log_in("bram@example.org", new_device()).await;
    world.add_passkey(&bram.access, &mut device()).await;
    let (id, mut device) = (new_passkey(), device());
    let made = device.create(&options(&world.begin_passkey(&tokens.access, id).await.expect(201)));
    // As if Bram's device had called itself so.
    let name = base64::Engine::decode(
        &base64::engine::general_purpose::URL_SAFE_NO_PAD,
        made["rawId"].as_str().expect("an id"),
    );
    sqlx::query("update passkeys set credential_id = $1")
        .bind(name.expect("bytes"))
        .execute(&world.pool())
        .await
        .expect("another name");

    let told = world.complete_passkey(&tokens.access, id, &made).await.expect(422).json();

    assert_eq!(told["type"], "urn:tall:problem:passkey-not-accepted");
    assert_eq!(world.passkeys(&tokens.access).await, json!([]));
    assert_eq!(world.passkeys(&bram.access).await.as_array().map(Vec::len), Some(1));
    assert_eq!(changes(&world).await, [MfaChange::PasskeyAdded], "Bram's");
}

#[tokio::test]
async fn a_device_that_has_a_passkey_is_not_asked_for_another() {
    let (world, tokens) = logged_in().await;
    world.add_passkey(&tokens.access, &mut device()).await;

    let begun = world.begin_passkey(&tokens.access, new_passkey()).await.expect(201);

    let stored: Vec<u8> =
        sqlx::query_scalar("select credential_id from passkeys").fetch_one(&world.pool()).await.expect("one");
    let name = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, stored);
    assert_eq!(begun.json()["options"]["publicKey"]["excludeCredentials"][0]["id"], name.as_str());
}

#[tokio::test]
async fn an_account_has_ten_at_most() {
    let (world, tokens) = logged_in().await;
    for _ in 0..10 {
        world.add_passkey(&tokens.access, &mut device()).await;
    }

    let refused = world.begin_passkey(&tokens.access, new_passkey()).await.expect(409);

    assert_eq!(refused.json()["type"], "urn:tall:problem:too-many-passkeys");
}

#[tokio::test]
async fn a_passkey_is_renamed_and_removed_by_its_owner_alone() {
    let (world, tokens) = logged_in().await;
    let id = world.add_passkey(&tokens.access, &mut device()).await;
    world.register("bram@example.org").await;
    let bram = world.log_in("bram@example.org", new_device()).await;

    rename(&world, &bram.access, id, "Van Bram").await.expect(404);
    world.remove_passkey(&bram.access, id).await.expect(204);
    let renamed = rename(&world, &tokens.access, id, " Sleutelbos ").await.expect(200);
    assert_eq!(world.passkeys(&tokens.access).await, json!([renamed.json()]));
    assert_eq!(renamed.json()["name"], "Sleutelbos");
    for wrong in ["", "  ", "a\nb", &"a".repeat(41)] {
        let told = rename(&world, &tokens.access, id, wrong).await.expect(422).json();
        assert_eq!(told["errors"][0]["code"], "invalid-name", "{wrong:?}");
    }

    world.remove_passkey(&tokens.access, id).await.expect(204);
    world.remove_passkey(&tokens.access, id).await.expect(204);

    assert_eq!(world.passkeys(&tokens.access).await, json!([]));
    assert_eq!(changes(&world).await, [MfaChange::PasskeyAdded, MfaChange::PasskeyRemoved]);
    world.log_in("anna@example.org", new_device()).await;
}

#[tokio::test]
async fn recovery_codes_go_with_the_last_factor() {
    let (world, tokens) = logged_in().await;
    let id = world.add_passkey(&tokens.access, &mut device()).await;
    let app: Authenticator = world.enrol(&tokens.access).await;
    let set = RecoverySetId::new(new_user().as_uuid());
    let put = world.api.put(format!("/api/v2/profile/me/recovery-codes/{set}")).bearer(&tokens.access);
    put.send().await.expect(201);
    let left = "select count(*) from recovery_codes";

    world.api.delete("/api/v2/profile/me/totp").bearer(&tokens.access).send().await.expect(204);
    assert_eq!(world.count(left).await, 10);
    world.clock.advance(TimeDelta::seconds(30));
    let challenge = world.challenged("anna@example.org").await;
    assert_eq!(challenge.methods, ["passkey", "recovery-code"]);
    world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(422);

    world.remove_passkey(&tokens.access, id).await.expect(204);
    assert_eq!(world.count(left).await, 0);
}

#[tokio::test]
async fn an_administrator_keeps_one_factor_of_either_kind() {
    for admin in [Caller::technical_admin(), Caller::educational_admin()] {
        let world = World::new().await;
        let admin = world.caller(admin).await;
        let id = world.add_passkey(admin.token(), &mut device()).await;
        let remove_totp = || world.api.delete("/api/v2/profile/me/totp").as_(&admin).send();

        let refused = world.remove_passkey(admin.token(), id).await.expect(409);
        assert_eq!(refused.json()["type"], "urn:tall:problem:factor-required");
        assert_eq!(world.passkeys(admin.token()).await.as_array().map(Vec::len), Some(1));

        world.enrol(admin.token()).await;
        remove_totp().await.expect(204);
        world.enrol(admin.token()).await;
        world.remove_passkey(admin.token(), id).await.expect(204);
        remove_totp().await.expect(409);
    }
}

#[tokio::test]
async fn every_change_of_passkeys_needs_a_recent_proof() {
    let (world, tokens) = logged_in().await;
    let id = world.add_passkey(&tokens.access, &mut device()).await;
    world.clock.advance(TimeDelta::minutes(10) + TimeDelta::seconds(1));
    for answer in [
        world.begin_passkey(&tokens.access, new_passkey()).await,
        world.complete_passkey(&tokens.access, new_passkey(), &json!({})).await,
        rename(&world, &tokens.access, id, "Sleutelbos").await,
        world.remove_passkey(&tokens.access, id).await,
    ] {
        assert_eq!(answer.expect(401).json()["type"], "urn:tall:problem:stale-authentication");
    }
}

#[tokio::test]
async fn what_is_no_answer_of_a_device_is_refused_before_the_registration_is_used_up() {
    let (world, tokens) = logged_in().await;
    let (id, mut device) = (new_passkey(), device());
    let made = device.create(&options(&world.begin_passkey(&tokens.access, id).await.expect(201)));
    let mut oversized = made.clone();
    oversized["response"]["attestationObject"] = "A".repeat(33 * 1024).into();
    let mut unreadable = made.clone();
    unreadable["rawId"] = "%%%".into();
    for wrong in [json!(null), json!({}), json!("AAAA"), json!([]), oversized, unreadable] {
        let told = world.complete_passkey(&tokens.access, id, &wrong).await.expect(422).json();
        assert_eq!(told["errors"][0]["pointer"], "/credential");
    }
    let mut huge = made.clone();
    huge["response"]["attestationObject"] = "A".repeat(1024 * 1024).into();
    world.complete_passkey(&tokens.access, id, &huge).await.expect(413);

    world.complete_passkey(&tokens.access, id, &made).await.expect(201);
}

#[tokio::test]
async fn an_attestation_of_garbage_is_refused() {
    for garbage in ["", "AAAA", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVgl", &"gYGBgYGB".repeat(2000)] {
        let told = refused(|device, options| {
            let mut made = device.create(&options);
            made["response"]["attestationObject"] = garbage.into();
            made
        });
        assert_eq!(told.await["type"], "urn:tall:problem:passkey-not-accepted");
    }
}

#[tokio::test]
async fn an_admin_frees_somebody_who_lost_their_devices() {
    let (world, tokens) = logged_in().await;
    let admin = world.caller(Caller::technical_admin()).await;
    world.add_passkey(&tokens.access, &mut device()).await;
    world.begin_passkey(&tokens.access, new_passkey()).await.expect(201);
    let anna: uuid::Uuid =
        sqlx::query_scalar("select user_id from passkeys").fetch_one(&world.pool()).await.expect("one");

    world.api.delete(format!("/api/v2/profile/users/{anna}/factors")).as_(&admin).send().await.expect(204);

    world.current_session(&tokens.access).await.expect(401);
    assert_eq!(world.count("select count(*) from passkeys").await, 0);
    assert_eq!(world.count("select count(*) from passkey_registrations").await, 0);
    world.log_in("anna@example.org", new_device()).await;
}
