//! A thousand at once: one succeeds.

use crate::{
    authenticator::Challenge,
    support::{Tokens, World, new_device, new_user},
};
use chrono::TimeDelta;
use events::profile::LoginSucceeded;
use futures::future::join_all;
use ids::{RecoverySetId, UserId};
use profile::credentials::ChallengeToken;
use secrecy::ExposeSecret;
use testing::Answer;
use uuid::Uuid;

const AT_ONCE: usize = 1000;

/// As many log-ins of this user that wait, as if the password had been shown for each.
async fn challenges(world: &World, user: UserId) -> Vec<Challenge> {
    let token = ChallengeToken::new([9; 32]);
    let ids: Vec<Uuid> = (0..AT_ONCE).map(|_| new_user().as_uuid()).collect();
    sqlx::query(
        "insert into log_in_challenges (id, user_id, token_digest, device_id, platform, epoch, begun_at, expires_at)
         select id, $2, $3, gen_random_uuid(), 'web', epoch, $4, $4 + interval '10 minutes'
         from unnest($1::uuid[]) as id, (select epoch from users where id = $2) as of_user",
    )
    .bind(&ids)
    .bind(user.as_uuid())
    .bind(token.digest().as_slice())
    .bind(world.clock.now())
    .execute(&world.pool())
    .await
    .expect("challenges");
    let token = token.text().expose_secret().to_owned();
    ids.into_iter()
        .map(|id| Challenge { id: id.to_string(), token: token.clone(), methods: Vec::new() })
        .collect()
}

async fn all_at_once(world: &World, challenges: &[Challenge], method: &str, code: &str) -> Vec<Answer> {
    join_all(challenges.iter().map(|challenge| world.answer(challenge, method, code))).await
}

fn count(answers: &[Answer], status: u16) -> usize {
    answers.iter().filter(|answer| answer.status() == status).count()
}

/// Anna, logged in.
async fn anna() -> (World, UserId, Tokens) {
    let world = World::new().await;
    let id = world.register("anna@example.org").await;
    let tokens = world.log_in("anna@example.org", new_device()).await;
    (world, id, tokens)
}

#[tokio::test]
async fn one_code_of_an_app_opens_one_session() {
    let (world, id, tokens) = anna().await;
    let app = world.enrol(&tokens.access).await;
    world.clock.advance(TimeDelta::seconds(30));
    let challenges = challenges(&world, id).await;

    let answers = all_at_once(&world, &challenges, "totp", &app.code(world.clock.now())).await;

    assert_eq!((count(&answers, 201), count(&answers, 422)), (1, AT_ONCE - 1));
    assert_eq!(world.published::<LoginSucceeded>().await.len(), 2, "with the log-in of the beginning");
}

#[tokio::test]
async fn one_recovery_code_opens_one_session() {
    let (world, id, tokens) = anna().await;
    world.enrol(&tokens.access).await;
    let set = RecoverySetId::new(new_user().as_uuid());
    let path = format!("/api/v2/profile/me/recovery-codes/{set}");
    let made = world.api.put(path).bearer(&tokens.access).send().await.expect(201).json();
    let challenges = challenges(&world, id).await;

    let code = made["codes"][0].as_str().expect("a code");
    let answers = all_at_once(&world, &challenges, "recovery-code", code).await;

    assert_eq!((count(&answers, 201), count(&answers, 422)), (1, AT_ONCE - 1));
    assert_eq!(world.count("select count(*) from recovery_codes where used_at is not null").await, 1);
}

#[tokio::test]
async fn an_answer_that_is_repeated_at_once_gives_one_session_to_all() {
    let (world, _, tokens) = anna().await;
    let app = world.enrol(&tokens.access).await;
    world.clock.advance(TimeDelta::seconds(30));
    let challenge = world.challenged("anna@example.org").await;
    let repeats = vec![challenge; 100];

    let answers = all_at_once(&world, &repeats, "totp", &app.code(world.clock.now())).await;

    let refresh: std::collections::HashSet<_> =
        answers.into_iter().map(|answer| Tokens::of(&answer.expect(201)).refresh).collect();
    assert_eq!(refresh.len(), 1);
    assert_eq!(world.published::<LoginSucceeded>().await.len(), 2, "with the log-in of the beginning");
}
