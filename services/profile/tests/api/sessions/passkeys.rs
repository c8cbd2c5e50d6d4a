//! A log-in that a passkey finishes.

use crate::{
    authenticator::Challenge,
    device::{device, new_passkey, options},
    support::{PASSWORD, Tokens, World, new_device},
};
use chrono::TimeDelta;
use events::profile::{LoginSucceeded, MfaChange, MfaChanged};
use futures::future::join_all;
use ids::PasskeyId;
use serde_json::{Value, json};
use testing::{Caller, PasskeyDevice};

/// Anna, with a passkey on her device.
struct Anna {
    world: World,
    tokens: Tokens,
    device: PasskeyDevice,
    passkey: PasskeyId,
}

impl Anna {
    async fn new() -> Self {
        let world = World::new().await;
        world.register("anna@example.org").await;
        let tokens = world.log_in("anna@example.org", new_device()).await;
        let mut device = device();
        let passkey = world.add_passkey(&tokens.access, &mut device).await;
        Self { world, tokens, device, passkey }
    }

    /// A log-in that waits, and what it asks of a passkey.
    async fn asked(&self) -> (Challenge, Value) {
        let challenge = self.world.challenged("anna@example.org").await;
        let asked = self.world.ask_for_passkey(&challenge).await.expect(200);
        (challenge, options(&asked))
    }

    /// Logs in with the passkey.
    async fn log_in(&mut self) -> Tokens {
        let (challenge, asked) = self.asked().await;
        let signed = self.device.get(&asked);
        Tokens::of(&self.world.answer_with_passkey(&challenge, &signed).await.expect(201))
    }

    async fn counter(&self) -> i64 {
        self.world.count("select (credential #>> '{cred,counter}')::bigint from passkeys").await
    }

    async fn log_ins(&self) -> usize {
        self.world.published::<LoginSucceeded>().await.len()
    }
}

#[tokio::test]
async fn a_passkey_finishes_a_log_in() {
    let mut anna = Anna::new().await;
    let challenge = anna.world.challenged("anna@example.org").await;
    assert_eq!(challenge.methods, ["passkey"]);

    let asked = anna.world.ask_for_passkey(&challenge).await.expect(200);
    let again = anna.world.ask_for_passkey(&challenge).await.expect(200);
    assert_eq!(asked.json(), again.json());
    assert_eq!(asked.json()["options"]["publicKey"]["rpId"], "localhost");
    assert_eq!(asked.json()["options"]["publicKey"]["userVerification"], "required");
    assert_eq!(asked.json()["expiresAt"], "2025-03-03T09:05:00.000Z");

    let signed = anna.device.get(&options(&asked));
    let answer = anna.world.answer_with_passkey(&challenge, &signed).await.expect(201);

    let tokens = Tokens::of(&answer);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    anna.world.current_session(&tokens.access).await.expect(200);
    assert_eq!(anna.log_ins().await, 2, "with the log-in of the beginning");
    let proved = "select count(*) from sessions where second_factor_at is not null";
    assert_eq!(anna.world.count(proved).await, 1);
    let listed = anna.world.passkeys(&tokens.access).await;
    assert_eq!(listed[0]["lastUsedAt"], "2025-03-03T09:00:00.000Z");
    assert_eq!(anna.counter().await, 1);
    anna.log_in().await;
    assert_eq!(anna.counter().await, 2);
}

#[tokio::test]
async fn a_password_alone_opens_no_session() {
    let anna = Anna::new().await;
    anna.world.post_session("anna@example.org", PASSWORD, new_device()).await.expect(202);
    let body = json!({ "email": "anna@example.org", "password": PASSWORD });
    anna.world.api.post("/api/v1/profile/login").json(&body).send().await.expect(403);
    assert_eq!(anna.log_ins().await, 1);
}

#[tokio::test]
async fn a_passkey_is_the_factor_that_both_admin_roles_need() {
    for role in ["technical-admin", "educational-admin"] {
        let mut anna = Anna::new().await;
        let technical = anna.world.caller(Caller::technical_admin()).await;
        let id: uuid::Uuid = sqlx::query_scalar("select user_id from passkeys")
            .fetch_one(&anna.world.pool())
            .await
            .expect("one");
        let put = anna.world.api.put(format!("/api/v2/profile/users/{id}/role")).as_(&technical);
        put.header("if-match", "*").json(&json!({ "role": role })).send().await.expect(200);

        let (challenge, asked) = anna.asked().await;
        assert_eq!(challenge.methods, ["passkey"]);
        anna.world.enrol_in(&challenge).await.expect(409);
        let signed = anna.device.get(&asked);
        let answer = anna.world.answer_with_passkey(&challenge, &signed).await.expect(201);

        assert_eq!(answer.json()["user"]["role"], role);
        let access = Tokens::of(&answer).access;
        anna.world.current_session(&access).await.expect(200);
        anna.world.remove_passkey(&access, anna.passkey).await.expect(409);
    }
}

#[tokio::test]
async fn a_lost_answer_is_given_again_until_it_is_used() {
    let mut anna = Anna::new().await;
    let device = new_device();
    let challenge = Challenge::of(&anna.world.post_session("anna@example.org", PASSWORD, device).await);
    let signed = anna.device.get(&options(&anna.world.ask_for_passkey(&challenge).await.expect(200)));

    let first = Tokens::of(&anna.world.answer_with_passkey(&challenge, &signed).await.expect(201));
    let again = Tokens::of(&anna.world.answer_with_passkey(&challenge, &signed).await.expect(201));

    assert_eq!((&first.refresh, first.session), (&again.refresh, again.session));
    anna.world.ask_for_passkey(&challenge).await.expect(404);
    anna.world.refresh(&first.refresh, device).await.expect(200);
    anna.world.answer_with_passkey(&challenge, &signed).await.expect(422);
    assert_eq!(anna.log_ins().await, 2);
}

#[tokio::test]
async fn a_thousand_uses_of_one_proof_at_once_open_one_session() {
    let mut anna = Anna::new().await;
    let (challenge, asked) = anna.asked().await;
    let signed = anna.device.get(&asked);
    // A thousand log-ins with the same token of which one asked for this proof.
    sqlx::query(
        "insert into log_in_challenges (id, user_id, token_digest, device_id, platform, epoch, begun_at, expires_at)
         select gen_random_uuid(), user_id, token_digest, gen_random_uuid(), platform, epoch, begun_at, expires_at
         from log_in_challenges, generate_series(1, 999)",
    )
    .execute(&anna.world.pool())
    .await
    .expect("challenges");
    let ids: Vec<uuid::Uuid> = sqlx::query_scalar("select id from log_in_challenges order by random()")
        .fetch_all(&anna.world.pool())
        .await
        .expect("ids");
    let all: Vec<_> = ids.iter().map(|id| Challenge { id: id.to_string(), ..challenge.clone() }).collect();
    assert_eq!(all.len(), 1000);

    let answers = join_all(all.iter().map(|one| anna.world.answer_with_passkey(one, &signed))).await;

    let count = |status: u16| answers.iter().filter(|answer| answer.status() == status).count();
    assert_eq!((count(201), count(422)), (1, 999));
    assert_eq!(anna.log_ins().await, 2, "with the log-in of the beginning");
    assert_eq!(anna.counter().await, 1);
}

#[tokio::test]
async fn a_proof_that_is_repeated_at_once_gives_one_session_to_all() {
    let mut anna = Anna::new().await;
    let (challenge, asked) = anna.asked().await;
    let signed = anna.device.get(&asked);

    let answers = join_all((0..1000).map(|_| anna.world.answer_with_passkey(&challenge, &signed))).await;

    let sessions: std::collections::HashSet<_> =
        answers.into_iter().map(|answer| Tokens::of(&answer.expect(201)).session).collect();
    assert_eq!(sessions.len(), 1);
    assert_eq!(anna.log_ins().await, 2, "with the log-in of the beginning");
}

/// Answers a log-in with this, and sees that it opens nothing and that what was asked is used up by it.
async fn refused(answer: impl FnOnce(&mut Anna, Value) -> Value) {
    let mut anna = Anna::new().await;
    let (challenge, asked) = anna.asked().await;
    let signed = answer(&mut anna, asked.clone());

    let told = anna.world.answer_with_passkey(&challenge, &signed).await.expect(422).json();

    assert_eq!(told["type"], "urn:tall:problem:proof-not-accepted");
    let right = anna.device.get(&asked);
    anna.world.answer_with_passkey(&challenge, &right).await.expect(422);
    assert_eq!(anna.log_ins().await, 1);
    let next = anna.world.ask_for_passkey(&challenge).await.expect(200);
    assert_ne!(options(&next), asked);
    let right = anna.device.get(&options(&next));
    anna.world.answer_with_passkey(&challenge, &right).await.expect(201);
}

#[tokio::test]
async fn what_was_signed_in_a_page_of_another_site_is_refused() {
    for origin in ["https://evil.example", "https://localhost", "https://a.localhost:8443"] {
        refused(|anna, asked| anna.device.get_in(origin, &asked)).await;
    }
}

#[tokio::test]
async fn what_was_signed_for_another_site_is_refused() {
    refused(|anna, mut asked| {
        asked["publicKey"]["rpId"] = "evil.example".into();
        anna.device.get(&asked)
    })
    .await;
}

#[tokio::test]
async fn what_was_signed_without_verifying_the_user_is_refused() {
    refused(|anna, mut asked| {
        asked["publicKey"]["userVerification"] = "preferred".into();
        anna.device.get(&asked)
    })
    .await;
}

#[tokio::test]
async fn a_signature_of_something_else_is_refused() {
    refused(|anna, asked| {
        let (mut signed, other) = (anna.device.get(&asked), anna.device.get(&asked));
        signed["response"]["signature"] = other["response"]["signature"].clone();
        signed
    })
    .await;
}

#[tokio::test]
async fn a_proof_holds_for_the_challenge_that_asked_for_it() {
    let mut anna = Anna::new().await;
    let (first, asked) = anna.asked().await;
    let (second, _) = anna.asked().await;
    let signed = anna.device.get(&asked);
    anna.world.answer_with_passkey(&first, &signed).await.expect(201);

    anna.world.answer_with_passkey(&second, &signed).await.expect(422);

    assert_eq!(anna.log_ins().await, 2, "with the log-in of the beginning");
}

#[tokio::test]
async fn the_passkey_of_another_account_is_refused() {
    let anna = Anna::new().await;
    anna.world.register("bram@example.org").await;
    let bram = anna.world.log_in("bram@example.org", new_device()).await;
    let mut device = device();
    anna.world.add_passkey(&bram.access, &mut device).await;
    let of_bram =
        anna.world.ask_for_passkey(&anna.world.challenged("bram@example.org").await).await.expect(200);
    let (challenge, mut asked) = anna.asked().await;
    asked["publicKey"]["allowCredentials"] = options(&of_bram)["publicKey"]["allowCredentials"].clone();

    let signed = device.get(&asked);
    anna.world.answer_with_passkey(&challenge, &signed).await.expect(422);
}

#[tokio::test]
async fn a_passkey_that_was_removed_opens_nothing_any_more() {
    let mut anna = Anna::new().await;
    anna.world.enrol(&anna.tokens.access).await;
    let (challenge, asked) = anna.asked().await;
    let signed = anna.device.get(&asked);
    anna.world.remove_passkey(&anna.tokens.access, anna.passkey).await.expect(204);

    anna.world.answer_with_passkey(&challenge, &signed).await.expect(422);

    let next = anna.world.challenged("anna@example.org").await;
    assert_eq!(next.methods, ["totp"]);
    let told = anna.world.ask_for_passkey(&next).await.expect(409).json();
    assert_eq!(told["type"], "urn:tall:problem:no-passkey");
}

#[tokio::test]
async fn a_device_has_five_minutes_to_sign() {
    let mut anna = Anna::new().await;
    let (challenge, asked) = anna.asked().await;
    let signed = anna.device.get(&asked);
    anna.world.clock.advance(TimeDelta::minutes(5));

    anna.world.answer_with_passkey(&challenge, &signed).await.expect(422);

    let next = anna.world.ask_for_passkey(&challenge).await.expect(200);
    assert_eq!(next.json()["expiresAt"], "2025-03-03T09:10:00.000Z");
    let signed = anna.device.get(&options(&next));
    anna.world.clock.advance(TimeDelta::minutes(5));
    anna.world.answer_with_passkey(&challenge, &signed).await.expect(404);
    anna.world.ask_for_passkey(&challenge).await.expect(404);
}

#[tokio::test]
async fn a_counter_that_goes_back_is_refused_and_its_owner_told() {
    let mut anna = Anna::new().await;
    sqlx::query("update passkeys set credential = jsonb_set(credential, '{cred,counter}', '7')")
        .execute(&anna.world.pool())
        .await
        .expect("as if a copy had signed seven times");
    let (challenge, asked) = anna.asked().await;
    let signed = anna.device.get(&asked);

    anna.world.answer_with_passkey(&challenge, &signed).await.expect(422);

    assert_eq!(anna.counter().await, 7);
    assert_eq!(anna.log_ins().await, 1);
    let told = anna.world.published::<MfaChanged>().await;
    let told: Vec<_> = told.iter().map(|fact| (fact.change, fact.changed_by)).collect();
    assert_eq!(told, [(MfaChange::PasskeyAdded, None), (MfaChange::PasskeyRefused, None)]);
}

#[tokio::test]
async fn a_counter_is_held_against_what_signed_in_the_meantime() {
    let mut anna = Anna::new().await;
    let (first, asked_first) = anna.asked().await;
    let (second, asked_second) = anna.asked().await;
    let earlier = anna.device.get(&asked_first);
    let later = anna.device.get(&asked_second);
    anna.world.answer_with_passkey(&second, &later).await.expect(201);

    anna.world.answer_with_passkey(&first, &earlier).await.expect(422);

    assert_eq!(anna.counter().await, 2);
    let told = anna.world.published::<MfaChanged>().await;
    assert_eq!(told.last().map(|fact| fact.change), Some(MfaChange::PasskeyRefused));
}

#[tokio::test]
async fn ten_wrong_proofs_and_none_is_taken_for_a_while() {
    let mut anna = Anna::new().await;
    for _ in 0..2 {
        let challenge = anna.world.challenged("anna@example.org").await;
        for _ in 0..5 {
            let asked = options(&anna.world.ask_for_passkey(&challenge).await.expect(200));
            let signed = anna.device.get_in("https://evil.example", &asked);
            anna.world.answer_with_passkey(&challenge, &signed).await.expect(422);
        }
        anna.world.ask_for_passkey(&challenge).await.expect(404);
    }

    let (challenge, asked) = anna.asked().await;
    let signed = anna.device.get(&asked);
    let told = anna.world.answer_with_passkey(&challenge, &signed).await.expect(429);

    assert_eq!(told.header("retry-after"), Some("90"));
    anna.world.clock.advance(TimeDelta::seconds(90));
    anna.world.answer_with_passkey(&challenge, &signed).await.expect(201);
}

#[tokio::test]
async fn only_who_began_the_log_in_is_told_what_to_sign() {
    let anna = Anna::new().await;
    let (challenge, other) =
        (anna.world.challenged("anna@example.org").await, anna.world.challenged("anna@example.org").await);

    let swapped = Challenge { token: other.token, ..challenge.clone() };
    anna.world.ask_for_passkey(&swapped).await.expect(404);
    let nobodys = Challenge { id: new_passkey().to_string(), ..challenge.clone() };
    anna.world.ask_for_passkey(&nobodys).await.expect(404);
    let garbage = Challenge { token: "garbage".to_owned(), ..challenge };
    anna.world.ask_for_passkey(&garbage).await.expect(422);
}

#[tokio::test]
async fn what_is_no_answer_of_a_device_is_refused_before_anything_is_used_up() {
    let mut anna = Anna::new().await;
    let (challenge, asked) = anna.asked().await;
    let signed = anna.device.get(&asked);
    let mut oversized = signed.clone();
    oversized["response"]["clientDataJSON"] = "A".repeat(33 * 1024).into();
    let mut unreadable = signed.clone();
    unreadable["response"]["signature"] = "%%%".into();
    for wrong in [json!(null), json!({}), json!("AAAA"), json!([]), oversized, unreadable] {
        let told = anna.world.answer_with_passkey(&challenge, &wrong).await.expect(422).json();
        assert_eq!(told["errors"][0]["pointer"], "/credential");
    }
    let mut huge = signed.clone();
    huge["response"]["clientDataJSON"] = "A".repeat(1024 * 1024).into();
    anna.world.answer_with_passkey(&challenge, &huge).await.expect(413);

    anna.world.answer_with_passkey(&challenge, &signed).await.expect(201);
}

#[tokio::test]
async fn an_unchanged_answer_of_a_browser_is_read() {
    let mut anna = Anna::new().await;
    let (challenge, asked) = anna.asked().await;
    let mut signed = anna.device.get(&asked);
    let object = signed.as_object_mut().expect("an object");
    object.remove("extensions");
    object.insert("clientExtensionResults".to_owned(), json!({}));
    object.insert("authenticatorAttachment".to_owned(), json!("platform"));

    anna.world.answer_with_passkey(&challenge, &signed).await.expect(201);
}
