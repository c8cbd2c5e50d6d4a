use crate::{
    authenticator::Authenticator,
    support::{PASSWORD, Tokens, World, new_device, new_user},
};
use chrono::TimeDelta;
use events::profile::{LoginSucceeded, MfaChanged};
use serde_json::json;
use testing::Caller;

/// Anna, with an authenticator app whose next code is good.
async fn enrolled() -> (World, Authenticator) {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    let app = world.enrol(&tokens.access).await;
    world.clock.advance(TimeDelta::seconds(30));
    (world, app)
}

/// An administrator of this role, who registered and was given it.
async fn admin(role: &str) -> World {
    let world = World::new().await;
    let technical = world.caller(Caller::technical_admin()).await;
    let id = world.register("anna@example.org").await;
    let path = format!("/api/v2/profile/users/{id}/role");
    let put = world.api.put(path).as_(&technical).header("if-match", "*");
    put.json(&json!({ "role": role })).send().await.expect(200);
    world
}

#[tokio::test]
async fn a_log_in_with_a_factor_asks_for_it_and_gives_no_token() {
    let (world, app) = enrolled().await;

    let challenged = world.post_session("anna@example.org", PASSWORD, new_device()).await;

    insta::assert_json_snapshot!(challenged, {
        ".body.challengeId" => "[id]", ".body.challengeToken" => "[token]",
    }, @r#"
    {
      "body": {
        "challengeId": "[id]",
        "challengeToken": "[token]",
        "expiresAt": "2025-03-03T09:10:30.000Z",
        "methods": [
          "totp"
        ]
      },
      "status": 202
    }
    "#);
    let challenge = crate::authenticator::Challenge::of(&challenged);
    let answer = world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(201);
    let tokens = Tokens::of(&answer);
    world.current_session(&tokens.access).await.expect(200);
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(world.published::<LoginSucceeded>().await[1].session_id, tokens.session);
}

#[tokio::test]
async fn a_lost_answer_is_given_again_until_it_is_used() {
    let (world, app) = enrolled().await;
    let device = new_device();
    let challenge =
        crate::authenticator::Challenge::of(&world.post_session("anna@example.org", PASSWORD, device).await);
    let code = app.code(world.clock.now());

    let first = Tokens::of(&world.answer(&challenge, "totp", &code).await.expect(201));
    world.clock.advance(TimeDelta::minutes(5));
    let again = Tokens::of(&world.answer(&challenge, "totp", &code).await.expect(201));

    assert_eq!((&first.refresh, first.session), (&again.refresh, again.session));
    world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(422);
    world.refresh(&first.refresh, device).await.expect(200);
    world.answer(&challenge, "totp", &code).await.expect(422);
    assert_eq!(world.published::<LoginSucceeded>().await.len(), 2);
}

#[tokio::test]
async fn a_code_holds_for_one_log_in_and_older_ones_no_more() {
    let (world, app) = enrolled().await;
    let (first, second) =
        (world.challenged("anna@example.org").await, world.challenged("anna@example.org").await);
    let now = world.clock.now();
    world.answer(&first, "totp", &app.code(now)).await.expect(201);

    let refused = world.answer(&second, "totp", &app.code(now)).await.expect(422);
    world.answer(&second, "totp", &app.code(now - TimeDelta::seconds(30))).await.expect(422);

    insta::assert_json_snapshot!(refused.json(), @r#"
    {
      "detail": "This is not right, or was used already. Take the next code.",
      "status": 422,
      "title": "Proof not accepted",
      "type": "urn:tall:problem:proof-not-accepted"
    }
    "#);
    world.answer(&second, "totp", &app.code(now + TimeDelta::seconds(30))).await.expect(201);
}

#[tokio::test]
async fn five_wrong_answers_end_a_challenge() {
    let (world, app) = enrolled().await;
    let challenge = world.challenged("anna@example.org").await;
    let old = app.code(world.clock.now() - TimeDelta::hours(1));
    for _ in 0..5 {
        world.answer(&challenge, "totp", &old).await.expect(422);
    }

    world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(404);

    let next = world.challenged("anna@example.org").await;
    world.answer(&next, "totp", &app.code(world.clock.now())).await.expect(201);
}

#[tokio::test]
async fn ten_wrong_codes_and_no_code_is_taken_for_a_while() {
    let (world, app) = enrolled().await;
    let old = app.code(world.clock.now() - TimeDelta::hours(1));
    for _ in 0..2 {
        let challenge = world.challenged("anna@example.org").await;
        for _ in 0..5 {
            world.answer(&challenge, "totp", &old).await.expect(422);
        }
    }

    let challenge = world.challenged("anna@example.org").await;
    let refused = world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(429);

    assert_eq!(refused.header("retry-after"), Some("900"));
    world.clock.advance(TimeDelta::minutes(15));
    let challenge = world.challenged("anna@example.org").await;
    world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(201);
}

#[tokio::test]
async fn a_challenge_is_for_who_began_it_and_for_ten_minutes() {
    let (world, app) = enrolled().await;
    let challenge = world.challenged("anna@example.org").await;
    let other = world.challenged("anna@example.org").await;
    let code = app.code(world.clock.now());

    let swapped = crate::authenticator::Challenge { token: other.token, ..challenge.clone() };
    world.answer(&swapped, "totp", &code).await.expect(404);
    let nobodys = crate::authenticator::Challenge { id: new_user().to_string(), ..challenge.clone() };
    world.answer(&nobodys, "totp", &code).await.expect(404);
    let garbage = crate::authenticator::Challenge { token: "garbage".to_owned(), ..challenge.clone() };
    world.answer(&garbage, "totp", &code).await.expect(422);

    world.clock.advance(TimeDelta::minutes(10));
    world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(404);
}

#[tokio::test]
async fn an_administrator_without_a_factor_can_do_nothing_but_enrol() {
    for role in ["technical-admin", "educational-admin"] {
        let world = admin(role).await;
        let challenge = world.challenged("anna@example.org").await;
        assert_eq!(challenge.methods, ["totp-enrolment"]);
        world.answer(&challenge, "totp", "123456").await.expect(422);

        let begun = world.enrol_in(&challenge).await.expect(200);
        assert_eq!(begun.json(), world.enrol_in(&challenge).await.expect(200).json());
        let app = Authenticator::of(&begun);
        let answer = world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(201);

        assert_eq!(answer.json()["user"]["role"], role);
        world.current_session(&Tokens::of(&answer).access).await.expect(200);
        assert_eq!(world.published::<MfaChanged>().await.len(), 1);
        world.clock.advance(TimeDelta::seconds(30));
        let next = world.challenged("anna@example.org").await;
        assert_eq!(next.methods, ["totp"]);
        world.enrol_in(&next).await.expect(409);
        world.answer(&next, "totp", &app.code(world.clock.now())).await.expect(201);
    }
}

#[tokio::test]
async fn whoever_becomes_an_administrator_has_to_log_in_anew() {
    let world = World::new().await;
    let technical = world.caller(Caller::technical_admin()).await;
    let anna = world.register("anna@example.org").await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;
    let old_client = json!({ "email": "anna@example.org", "password": PASSWORD });
    let old = world.api.post("/api/v1/profile/login").json(&old_client).send().await.expect(200).json();

    let put = world.api.put(format!("/api/v2/profile/users/{anna}/role")).as_(&technical);
    put.header("if-match", "*").json(&json!({ "role": "educational-admin" })).send().await.expect(200);

    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
    let back = json!({ "refreshToken": old["refreshToken"] });
    world.api.post("/api/v1/profile/refresh").json(&back).send().await.expect(401);
    let (_, tokens) = world.log_in_enrolling("anna@example.org").await;
    world.current_session(&tokens.access).await.expect(200);
}

#[tokio::test]
async fn no_session_without_a_factor_ever_gets_a_token_of_an_administrator() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let set = "update sessions set second_factor_at = null";
    sqlx::query(set).execute(&world.pool()).await.expect("as if it had been begun without");

    world.current_session(admin.token()).await.expect(401);
    world.api.get("/api/v2/profile/me").as_(&admin).send().await.expect(401);
}

#[tokio::test]
async fn a_change_of_role_ends_the_challenges_before_it() {
    let (world, app) = enrolled().await;
    let technical = world.caller(Caller::technical_admin()).await;
    let challenge = world.challenged("anna@example.org").await;
    let anna: uuid::Uuid = sqlx::query_scalar("select user_id from log_in_challenges")
        .fetch_one(&world.pool())
        .await
        .expect("one");
    let put = world.api.put(format!("/api/v2/profile/users/{anna}/role")).as_(&technical);
    put.header("if-match", "*").json(&json!({ "role": "teacher" })).send().await.expect(200);

    world.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(404);
}

#[tokio::test]
async fn a_client_of_v1_is_told_to_be_newer() {
    let (world, _) = enrolled().await;
    let body = json!({ "email": "anna@example.org", "password": PASSWORD });

    let refused = world.api.post("/api/v1/profile/login").json(&body).send().await;

    insta::assert_json_snapshot!(refused, @r#"
    {
      "body": {
        "error": "forbidden",
        "message": "This account has a second factor, or needs one. Log in with the present version of the app."
      },
      "status": 403
    }
    "#);
    assert_eq!(world.count("select count(*) from sessions").await, 1, "the one that enrolled");
}

#[tokio::test]
async fn what_waited_too_long_is_forgotten() {
    let (world, _) = enrolled().await;
    world.challenged("anna@example.org").await;
    let mut conn = world.pool().acquire().await.expect("a connection");
    let sweep = async |conn: &mut sqlx::PgConnection| {
        profile::store::challenges::sweep(conn, world.clock.now()).await.expect("swept")
    };
    assert_eq!(sweep(&mut conn).await, 0);

    world.clock.advance(TimeDelta::minutes(10));

    assert_eq!(sweep(&mut conn).await, 1);
    assert_eq!(world.count("select count(*) from totp_factors").await, 1, "the one in force stays");
}

#[tokio::test]
async fn while_the_key_rotates_a_code_moves_its_account_to_the_new_one() {
    let (world, app) = enrolled().await;
    let rotated = world.with_rotated_index().await;
    let challenge = rotated.challenged("anna@example.org").await;

    rotated.answer(&challenge, "totp", &app.code(world.clock.now())).await.expect(201);

    assert_eq!(world.count("select count(*) from totp_factors where key_id = '2'").await, 1);
    rotated.clock.advance(TimeDelta::minutes(1));
    let next = rotated.challenged("anna@example.org").await;
    rotated.answer(&next, "totp", &app.code(rotated.clock.now())).await.expect(201);
}
