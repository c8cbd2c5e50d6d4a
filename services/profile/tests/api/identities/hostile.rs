//! Providers that lie, are ill, or were taken over.

use super::{
    Campus, assert_refused,
    school::{Draft, Manner, Signed},
};
use crate::support::new_device;
use chrono::TimeDelta;
use events::profile::LoginSucceeded;
use serde_json::json;

/// What it is, and how a token becomes one.
type Forgery = (&'static str, fn(&mut Draft));

const FORGERIES: [Forgery; 19] = [
    ("a nonce of another", |draft| draft.claims["nonce"] = json!("x".repeat(43))),
    ("no nonce", |draft| drop(draft.claims.as_object_mut().expect("claims").remove("nonce"))),
    ("for another client", |draft| draft.claims["aud"] = json!("another")),
    ("for us and another", |draft| draft.claims["aud"] = json!(["tall", "another"])),
    ("for nobody", |draft| draft.claims["aud"] = json!([])),
    ("issued to another client", |draft| draft.claims["azp"] = json!("another")),
    ("over", |draft| draft.claims["exp"] = json!(draft.claims["iat"].as_i64().expect("seconds"))),
    ("of long ago", |draft| {
        draft.claims["iat"] = json!(draft.claims["iat"].as_i64().expect("seconds") - 301)
    }),
    ("of later", |draft| draft.claims["iat"] = json!(draft.claims["iat"].as_i64().expect("seconds") + 61)),
    ("of another issuer", |draft| draft.claims["iss"] = json!("https://localhost")),
    ("about nobody", |draft| draft.claims["sub"] = json!("")),
    ("about somebody too long", |draft| draft.claims["sub"] = json!("a".repeat(256))),
    ("with another access token", |draft| draft.claims["at_hash"] = json!("x".repeat(43))),
    ("unsigned", |draft| (draft.header, draft.signed) = (json!({ "alg": "none" }), Signed::NotAtAll)),
    ("signed by another key", |draft| draft.signed = Signed::ByAnotherKey),
    ("with the signature cut off", |draft| draft.signed = Signed::NotAtAll),
    ("signed with our secret", |draft| {
        (draft.header["alg"], draft.signed) = (json!("HS256"), Signed::WithTheClientSecret);
    }),
    ("signed with the public key", |draft| {
        (draft.header["alg"], draft.signed) = (json!("HS256"), Signed::WithThePublicKey);
    }),
    ("with a header that must be understood", |draft| draft.header["crit"] = json!(["b64"])),
];

#[tokio::test]
async fn no_forged_token_logs_anybody_in_or_links_anything() {
    let campus = Campus::new().await;
    let (_, tokens) = campus.linked().await;
    let (_, bram) = campus.somebody("bram@example.org").await;
    let logged_in = campus.world.published::<LoginSucceeded>().await.len();
    for (what, forgery) in FORGERIES {
        campus.school().forges(forgery);
        let answer = campus.log_in_as("anna").await;
        assert_eq!(answer.status(), 422, "{what}: {answer}");
        assert_eq!(answer.json()["type"], "urn:tall:problem:identity-not-proved", "{what}");
        assert_refused(campus.link(&bram, "bram").await, 422, "identity-not-proved");
    }
    assert_eq!(campus.world.published::<LoginSucceeded>().await.len(), logged_in);
    assert_eq!(campus.world.count("select count(*) from identities").await, 1);
    // What is not forged still holds.
    campus.school().forges(|_| {});
    campus.log_in_as("anna").await.expect(201);
    campus.world.current_session(&tokens.access).await.expect(200);
}

#[tokio::test]
async fn a_claim_that_may_be_there_may_be_right() {
    let campus = Campus::new().await;
    campus.linked().await;
    campus.school().forges(|draft| draft.claims["azp"] = json!("tall"));
    campus.log_in_as("anna").await.expect(201);
    campus.school().forges(|draft| drop(draft.claims.as_object_mut().expect("claims").remove("at_hash")));
    campus.log_in_as("anna").await.expect(201);
}

#[tokio::test]
async fn an_answer_of_another_school_is_tried_on_none() {
    let campus = Campus::new().await;
    campus.linked().await;
    for issuer in [None, Some(campus.schools.school(1).issuer.clone()), Some("nobody".to_owned())] {
        let away = campus.begin().await;
        let back = campus.school().lets_through(&away.address, "anna");
        let before = campus.school().paths().len();

        let mixed_up = super::Back { issuer, ..back };
        assert_refused(campus.finish(&away, &mixed_up).await, 422, "identity-not-proved");

        assert_eq!(campus.school().paths().len(), before, "no code was tried");
    }
}

#[tokio::test]
async fn a_user_of_the_same_name_at_another_school_is_somebody_else() {
    let campus = Campus::new().await;
    campus.linked().await;
    let away = super::Away::of(&campus.post_begin("other").await.expect(201));
    let back = campus.schools.school(1).lets_through(&away.address, "anna");

    assert_refused(campus.finish(&away, &back).await, 422, "identity-not-linked");
}

#[tokio::test]
async fn a_new_key_of_a_school_is_fetched_when_it_is_needed() {
    let campus = Campus::new().await;
    campus.linked().await;
    let asked = |path: &str| campus.school().paths().iter().filter(|asked| *asked == path).count();
    assert_eq!(asked("/jwks"), 1, "it is asked once and kept");

    campus.school().takes_another_key();
    assert_refused(campus.log_in_as("anna").await, 422, "identity-not-proved");
    assert_eq!(asked("/jwks"), 1, "not again within moments");

    campus.world.clock.advance(TimeDelta::seconds(10));
    campus.school().lives_at(campus.world.clock.now().timestamp());
    campus.log_in_as("anna").await.expect(201);
    assert_eq!(asked("/jwks"), 2);
}

#[tokio::test]
async fn what_a_school_said_of_itself_holds_an_hour() {
    let campus = Campus::new().await;
    campus.begin().await;
    campus.world.clock.advance(TimeDelta::minutes(59));
    campus.begin().await;
    assert_eq!(campus.school().paths().len(), 2);
    campus.world.clock.advance(TimeDelta::minutes(1));
    campus.begin().await;
    assert_eq!(campus.school().paths().len(), 4);
}

#[tokio::test]
async fn another_secret_of_a_school_holds_at_once() {
    let campus = Campus::new().await;
    campus.linked().await;
    campus.schools.hand_out_secret("not what it knows");
    campus.log_in_as("anna").await.expect(503);
    campus.schools.hand_out_secret("s3cret");
    campus.log_in_as("anna").await.expect(201);
}

#[tokio::test]
async fn a_school_that_is_ill_stops_nobody_else() {
    for manner in [
        Manner::Down,
        Manner::Slow,
        Manner::Redirects,
        Manner::Oversized,
        Manner::CallsItselfAnother,
        Manner::WithoutTls,
    ] {
        let campus = Campus::new().await;
        campus.world.register("anna@example.org").await;
        campus.school().behaves(manner);

        let answer = campus.post_begin("school").await;
        assert_eq!(answer.status(), 503, "{manner:?}: {answer}");
        assert_eq!(answer.header("retry-after"), Some("10"));

        let asked = campus.school().paths().len();
        campus.post_begin("school").await.expect(503);
        assert_eq!(campus.school().paths().len(), asked, "{manner:?}: it is left alone for a moment");
        assert!(!campus.school().paths().contains(&"/elsewhere".to_owned()), "no redirect is followed");
        campus.post_begin("other").await.expect(201);
        campus.world.log_in("anna@example.org", new_device()).await;

        campus.school().behaves(Manner::Right);
        campus.world.clock.advance(TimeDelta::seconds(10));
        campus.begin().await;
    }
}

#[tokio::test]
async fn a_school_that_falls_ill_on_the_way_proves_nothing() {
    let campus = Campus::new().await;
    campus.linked().await;
    let away = campus.begin().await;
    let back = campus.school().lets_through(&away.address, "anna");
    campus.school().behaves(Manner::Down);

    campus.finish(&away, &back).await.expect(503);

    campus.school().behaves(Manner::Right);
    assert_refused(campus.finish(&away, &back).await, 422, "authorization-not-accepted");
    campus.log_in_as("anna").await.expect(201);
}
