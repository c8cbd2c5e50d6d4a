use super::{Campus, LOG_IN, assert_refused};
use crate::{
    authenticator::Challenge,
    support::{Tokens, new_device},
};
use chrono::TimeDelta;
use events::profile::{LoginSucceeded, UserCreated};
use futures::future::join_all;
use profile::store::authorizations;
use serde_json::json;

#[tokio::test]
async fn the_word_of_a_school_logs_in_whom_it_is_linked_to() {
    let campus = Campus::new().await;
    let (anna, first) = campus.linked().await;

    let answer = campus.log_in_as("anna").await.expect(201);

    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let tokens = Tokens::of(&answer);
    assert_ne!(tokens.session, first.session);
    assert_eq!(answer.json()["user"]["id"], anna.to_string());
    campus.world.current_session(&tokens.access).await.expect(200);
    let told = campus.world.published::<LoginSucceeded>().await;
    assert_eq!((told[1].user_id, told[1].session_id), (anna, tokens.session));
}

#[tokio::test]
async fn the_session_is_bound_to_the_device_that_began() {
    let campus = Campus::new().await;
    campus.linked().await;
    let device = new_device();
    let body = json!({ "providerId": "school", "device": { "id": device } });
    let away = super::Away::of(&campus.world.api.post(super::BEGIN).json(&body).send().await.expect(201));
    let back = campus.school().lets_through(&away.address, "anna");

    let tokens = Tokens::of(&campus.finish(&away, &back).await.expect(201));

    campus.world.refresh(&tokens.refresh, new_device()).await.expect(401);
    let tokens = Tokens::of(&{
        let away = super::Away::of(&campus.world.api.post(super::BEGIN).json(&body).send().await.expect(201));
        let back = campus.school().lets_through(&away.address, "anna");
        campus.finish(&away, &back).await.expect(201)
    });
    campus.world.refresh(&tokens.refresh, device).await.expect(200);
}

#[tokio::test]
async fn an_address_that_a_school_tells_finds_no_account_and_makes_none() {
    let campus = Campus::new().await;
    // The school says that this is anna@example.org, whose address is proved to both.
    campus.anna().await;

    assert_refused(campus.log_in_as("anna").await, 422, "identity-not-linked");

    assert_eq!(campus.world.published::<UserCreated>().await.len(), 1);
    assert_eq!(campus.world.published::<LoginSucceeded>().await.len(), 1);
}

#[tokio::test]
async fn a_suspended_account_is_refused_as_always() {
    let campus = Campus::new().await;
    let (anna, _) = campus.linked().await;
    sqlx::query("update users set status = 'suspended' where id = $1")
        .bind(anna.as_uuid())
        .execute(&campus.world.pool())
        .await
        .expect("suspended");

    assert_refused(campus.log_in_as("anna").await, 401, "bad-credentials");
}

#[tokio::test]
async fn a_second_factor_is_asked_for_all_the_same() {
    let campus = Campus::new().await;
    let (_, tokens) = campus.linked().await;
    let app = campus.world.enrol(&tokens.access).await;

    let challenge = Challenge::of(&campus.log_in_as("anna").await.expect(202));

    assert_eq!(challenge.methods, ["totp"]);
    campus.world.clock.advance(TimeDelta::seconds(30));
    let code = app.code(campus.world.clock.now());
    campus.world.answer(&challenge, "totp", &code).await.expect(201);
}

#[tokio::test]
async fn an_administrator_without_a_factor_must_enrol() {
    let campus = Campus::new().await;
    let (anna, _) = campus.linked().await;
    sqlx::query("update users set role = 'educational_admin' where id = $1")
        .bind(anna.as_uuid())
        .execute(&campus.world.pool())
        .await
        .expect("a role");

    let challenge = Challenge::of(&campus.log_in_as("anna").await.expect(202));

    assert_eq!(challenge.methods, ["totp-enrolment"]);
}

#[tokio::test]
async fn an_answer_serves_once() {
    let campus = Campus::new().await;
    campus.linked().await;
    let away = campus.begin().await;
    let back = campus.school().lets_through(&away.address, "anna");
    campus.finish(&away, &back).await.expect(201);

    assert_refused(campus.finish(&away, &back).await, 422, "authorization-not-accepted");
}

#[tokio::test]
async fn of_many_who_bring_one_answer_one_is_let_in() {
    let campus = Campus::new().await;
    campus.linked().await;
    let away = campus.begin().await;
    let back = campus.school().lets_through(&away.address, "anna");

    let answers = join_all((0..8).map(|_| campus.finish(&away, &back))).await;

    let let_in = answers.iter().filter(|answer| answer.status() == 201).count();
    let refused = answers.iter().filter(|answer| answer.status() == 422).count();
    assert_eq!((let_in, refused), (1, 7));
}

#[tokio::test]
async fn a_state_of_another_browser_is_worth_nothing() {
    let campus = Campus::new().await;
    campus.linked().await;
    let (mine, theirs) = (campus.begin().await, campus.begin().await);
    let tried = || campus.school().paths().iter().filter(|path| *path == "/token").count();
    let before = tried();
    // Somebody has me open the answer that was meant for their browser.
    let back = campus.school().lets_through(&theirs.address, "mallory");

    assert_refused(campus.finish(&mine, &back).await, 422, "authorization-not-accepted");

    let own = campus.school().lets_through(&mine.address, "anna");
    assert_refused(campus.finish(&mine, &own).await, 422, "authorization-not-accepted");
    assert_eq!(tried(), before, "no code was tried");
}

#[tokio::test]
async fn a_code_of_another_browser_is_worth_nothing() {
    let campus = Campus::new().await;
    campus.linked().await;
    let (mine, theirs) = (campus.begin().await, campus.begin().await);
    let (own, other) = (
        campus.school().lets_through(&mine.address, "anna"),
        campus.school().lets_through(&theirs.address, "mallory"),
    );
    let injected = super::Back { code: other.code, ..own };

    assert_refused(campus.finish(&mine, &injected).await, 422, "authorization-not-accepted");
}

#[tokio::test]
async fn a_code_that_the_school_does_not_know_is_refused() {
    let campus = Campus::new().await;
    campus.linked().await;
    let away = campus.begin().await;
    let back = campus.school().lets_through(&away.address, "anna");
    let invented = super::Back { code: "invented".to_owned(), ..back };

    assert_refused(campus.finish(&away, &invented).await, 422, "authorization-not-accepted");
}

#[tokio::test]
async fn who_stays_away_too_long_begins_again() {
    let campus = Campus::new().await;
    campus.linked().await;
    let away = campus.begin().await;
    let back = campus.school().lets_through(&away.address, "anna");
    campus.world.clock.advance(TimeDelta::minutes(10));

    assert_refused(campus.finish(&away, &back).await, 422, "authorization-not-accepted");

    let mut conn = campus.world.pool().acquire().await.expect("a connection");
    let now = campus.world.clock.now();
    assert_eq!(authorizations::sweep(&mut conn, now).await.expect("swept"), 1);
}

#[tokio::test]
async fn what_is_no_answer_at_all_is_told_field_by_field() {
    let campus = Campus::new().await;
    let body = json!({ "authorizationToken": "short", "state": "", "code": "", "issuer": null });
    let answer = campus.world.api.post(LOG_IN).json(&body).send().await.expect(422);
    let body = answer.json();
    let pointers: Vec<_> =
        body["errors"].as_array().expect("errors").iter().map(|it| &it["pointer"]).collect();
    assert_eq!(pointers, ["/code", "/authorizationToken"]);
}

#[tokio::test]
async fn a_school_that_nobody_configured_is_not_called() {
    let campus = Campus::new().await;
    campus.post_begin("https-evil-example").await.expect(404);
    campus.post_begin("https://evil.example").await.expect(422);
}

#[tokio::test]
async fn the_schools_are_listed_by_name() {
    let campus = Campus::new().await;
    let listed = campus.world.api.get("/api/v2/profile/identity-providers").send().await.expect(200).json();
    assert_eq!(
        listed["items"],
        json!([{ "providerId": "other", "name": "The other" }, { "providerId": "school", "name": "The school" }])
    );
}

#[tokio::test]
async fn a_flood_of_beginnings_is_held_up() {
    let campus = Campus::new().await;
    for _ in 0..100 {
        campus.begin().await;
    }
    let answer = campus.post_begin("school").await.expect(429);
    assert_eq!(answer.header("retry-after"), Some("10"));
    campus.world.clock.advance(TimeDelta::seconds(10));
    campus.begin().await;
}

#[tokio::test]
async fn what_the_store_keeps_finishes_nothing_and_names_nobody() {
    let campus = Campus::new().await;
    campus.linked().await;
    let away = campus.begin().await;
    let back = campus.school().lets_through(&away.address, "anna");
    let kept: String = sqlx::query_scalar(
        "select (select jsonb_agg(to_jsonb(a)) from authorizations a)::text || (select jsonb_agg(to_jsonb(i)) from identities i)::text",
    )
    .fetch_one(&campus.world.pool())
    .await
    .expect("rows");
    for secret in [away.token.as_str(), &back.state, &back.code, "anna"] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
}

#[tokio::test]
async fn identities_are_found_while_the_key_of_the_index_rotates() {
    let campus = Campus::new().await;
    campus.linked().await;
    let mut rotated = campus.world.with_rotated_index().await;
    rotated.app.providers = campus.schools.providers.clone();
    let campus = Campus { world: rotated.serving_its_app(), schools: campus.schools };

    campus.log_in_as("anna").await.expect(201);

    let moved = "select count(*) from identities where subject_index_key = '2' and last_used_at is not null";
    assert_eq!(campus.world.count(moved).await, 1);
}
