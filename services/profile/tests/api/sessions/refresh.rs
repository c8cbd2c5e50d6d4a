use crate::support::{PASSWORD, Tokens, World, new_device};
use chrono::TimeDelta;
use events::profile::{RevocationReason, SessionRevoked, TokenReuseDetected};
use futures::future::{join, join_all};
use ids::{DeviceId, SessionId};
use serde_json::json;
use std::collections::HashSet;
use testing::Answer;

/// Somebody who has logged in.
async fn logged_in() -> (World, DeviceId, Tokens) {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let device = new_device();
    let tokens = world.log_in("anna@example.org", device).await;
    (world, device, tokens)
}

#[tokio::test]
async fn a_refresh_gives_the_next_pair() {
    let (world, device, tokens) = logged_in().await;
    world.clock.advance(TimeDelta::minutes(14));

    let answer = world.refresh(&tokens.refresh, device).await;

    insta::assert_json_snapshot!(answer, {
        ".body.accessToken" => "[access]", ".body.refreshToken" => "[refresh]", ".body.sessionId" => "[session]",
        ".body.user.id" => "[id]",
    }, @r#"
    {
      "body": {
        "accessToken": "[access]",
        "expiresIn": 900,
        "refreshExpiresAt": "2025-03-10T09:14:00.000Z",
        "refreshToken": "[refresh]",
        "sessionId": "[session]",
        "tokenType": "Bearer",
        "user": {
          "id": "[id]",
          "role": "student"
        }
      },
      "status": 200
    }
    "#);
    let next = Tokens::of(&answer);
    assert_eq!(next.session, tokens.session);
    assert_ne!((&next.access, &next.refresh), (&tokens.access, &tokens.refresh));
    world.current_session(&next.access).await.expect(200);
    world.refresh(&next.refresh, device).await.expect(200);
}

#[tokio::test]
async fn of_many_at_once_all_get_one_successor_and_nobody_is_logged_out() {
    let (world, device, tokens) = logged_in().await;

    let answers = join_all((0..1000).map(|_| world.refresh(&tokens.refresh, device))).await;

    let successors: HashSet<_> = answers.iter().map(|answer| Tokens::of(answer).refresh).collect();
    assert_eq!(successors.len(), 1);
    assert_eq!(world.count("select generation from sessions").await, 1);
    for successor in successors {
        world.refresh(&successor, device).await.expect(200);
    }
    assert!(world.published::<TokenReuseDetected>().await.is_empty());
}

#[tokio::test]
async fn a_lost_answer_may_be_asked_for_again_for_ten_seconds() {
    let (world, device, tokens) = logged_in().await;
    let lost = Tokens::of(&world.refresh(&tokens.refresh, device).await.expect(200));

    world.clock.advance(TimeDelta::seconds(10));

    let again = Tokens::of(&world.refresh(&tokens.refresh, device).await.expect(200));
    assert_eq!(again.refresh, lost.refresh);
    world.refresh(&again.refresh, device).await.expect(200);
}

#[tokio::test]
async fn a_used_token_ends_the_session_and_is_told() {
    let (world, device, tokens) = logged_in().await;
    let next = Tokens::of(&world.refresh(&tokens.refresh, device).await.expect(200));
    world.clock.advance(TimeDelta::seconds(11));

    let stolen = world.refresh(&tokens.refresh, device).await;

    insta::assert_json_snapshot!(stolen, @r#"
    {
      "body": {
        "detail": "The access token is expired, revoked or not valid here. Refresh it or log in again.",
        "status": 401,
        "title": "Access token not accepted",
        "type": "urn:tall:problem:invalid-token"
      },
      "status": 401
    }
    "#);
    assert_over(&world, &next, device).await;
    let reuse = world.published::<TokenReuseDetected>().await;
    assert_eq!(reuse.len(), 1);
    assert_eq!((reuse[0].session_id, reuse[0].device_id), (tokens.session, device));
    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(revoked.len(), 1);
    assert_eq!(
        (revoked[0].session_id, revoked[0].reason),
        (Some(tokens.session), RevocationReason::TokenReuse)
    );
}

#[tokio::test]
async fn another_device_has_no_grace() {
    let (world, device, tokens) = logged_in().await;
    let next = Tokens::of(&world.refresh(&tokens.refresh, device).await.expect(200));

    world.refresh(&tokens.refresh, new_device()).await.expect(401);

    assert_over(&world, &next, device).await;
}

#[tokio::test]
async fn the_current_token_from_another_device_ends_the_session() {
    let (world, device, tokens) = logged_in().await;

    world.refresh(&tokens.refresh, new_device()).await.expect(401);

    assert_over(&world, &tokens, device).await;
    assert_eq!(world.published::<TokenReuseDetected>().await.len(), 1);
}

#[tokio::test]
async fn thieves_at_once_are_told_once() {
    let (world, device, tokens) = logged_in().await;
    world.refresh(&tokens.refresh, device).await.expect(200);
    world.clock.advance(TimeDelta::minutes(1));

    let answers = join_all((0..20).map(|_| world.refresh(&tokens.refresh, device))).await;

    assert!(answers.iter().all(|answer| answer.status() == 401));
    assert_eq!(world.published::<TokenReuseDetected>().await.len(), 1);
}

#[tokio::test]
async fn other_sessions_of_the_user_go_on() {
    let (world, device, tokens) = logged_in().await;
    let elsewhere = new_device();
    let other = world.log_in("anna@example.org", elsewhere).await;

    world.refresh(&tokens.refresh, new_device()).await.expect(401);

    assert_over(&world, &tokens, device).await;
    world.current_session(&other.access).await.expect(200);
    world.refresh(&other.refresh, elsewhere).await.expect(200);
}

#[tokio::test]
async fn a_session_slides_for_seven_days() {
    let (world, device, tokens) = logged_in().await;
    world.clock.advance(TimeDelta::days(7) - TimeDelta::seconds(1));
    let tokens = Tokens::of(&world.refresh(&tokens.refresh, device).await.expect(200));

    world.clock.advance(TimeDelta::days(7));

    world.refresh(&tokens.refresh, device).await.expect(401);
    assert!(world.published::<TokenReuseDetected>().await.is_empty(), "nothing was stolen");
}

#[tokio::test]
async fn a_session_ends_after_ninety_days_however_much_it_is_used() {
    let (world, device, mut tokens) = logged_in().await;
    for _ in 0..15 {
        world.clock.advance(TimeDelta::days(6) - TimeDelta::milliseconds(1));
        tokens = Tokens::of(&world.refresh(&tokens.refresh, device).await.expect(200));
    }

    world.clock.advance(TimeDelta::seconds(1));

    world.refresh(&tokens.refresh, device).await.expect(401);
}

#[tokio::test]
async fn a_refresh_and_a_log_out_at_once_leave_no_session() {
    let (world, _, _) = logged_in().await;
    for _ in 0..10 {
        let device = new_device();
        let tokens = world.log_in("anna@example.org", device).await;

        let (refreshed, ended) =
            join(world.refresh(&tokens.refresh, device), world.log_out(&tokens.access)).await;

        ended.expect(204);
        if refreshed.status() == 200 {
            assert_over(&world, &Tokens::of(&refreshed), device).await;
        }
        world.refresh(&tokens.refresh, device).await.expect(401);
    }
    let revoked = world.published::<SessionRevoked>().await;
    assert_eq!(revoked.len(), 10);
    assert!(revoked.iter().all(|fact| fact.reason == RevocationReason::LoggedOut));
}

/// What ends the session of one device at the word of another.
#[derive(Clone, Copy, Debug)]
enum End {
    One,
    Others,
    All,
    PasswordChange,
}

impl End {
    async fn of(self, session: SessionId, world: &World, by: &Tokens) -> Answer {
        let sessions = "/api/v2/profile/sessions";
        let request = match self {
            Self::One => world.api.delete(format!("{sessions}/{session}")),
            Self::Others => world.api.delete(format!("{sessions}?which=others")),
            Self::All => world.api.delete(format!("{sessions}?which=all")),
            Self::PasswordChange => {
                let body = json!({ "currentPassword": PASSWORD, "password": "drie gele olifanten" });
                world.api.put("/api/v2/profile/me/password").json(&body)
            }
        };
        request.bearer(&by.access).send().await
    }
}

#[tokio::test]
async fn what_ends_a_session_during_refreshes_leaves_none_of_their_tokens() {
    for end in [End::One, End::Others, End::All, End::PasswordChange] {
        let world = World::new().await;
        for turn in 0..4 {
            let address = format!("anna-{turn}@example.org");
            world.register(&address).await;
            let (here, there) = (new_device(), new_device());
            let by = world.log_in(&address, here).await;
            let first = world.log_in(&address, there).await;
            // One after another, so that one of them is under way at the end.
            let refreshes = async {
                let mut given = vec![first.clone()];
                for _ in 0..8 {
                    let answer = world.refresh(&given[given.len() - 1].refresh, there).await;
                    if answer.status() != 200 {
                        break;
                    }
                    given.push(Tokens::of(&answer));
                }
                given
            };

            let (given, ended) = join(refreshes, end.of(first.session, &world, &by)).await;

            ended.expect(204);
            for tokens in &given {
                let answer = world.current_session(&tokens.access).await;
                assert_eq!(answer.status(), 401, "{end:?} after {} refreshes", given.len() - 1);
            }
            // The newest first: an older one would end the session by itself.
            for tokens in given.iter().rev() {
                world.refresh(&tokens.refresh, there).await.expect(401);
            }
        }
        assert!(
            world.published::<TokenReuseDetected>().await.is_empty(),
            "{end:?}: the session had ended before"
        );
    }
}

#[tokio::test]
async fn a_session_of_v1_is_bound_by_the_first_device_that_v2_names() {
    let world = World::new().await;
    world.register("anna@example.org").await;
    let credentials = json!({ "email": "anna@example.org", "password": crate::support::PASSWORD });
    let old = world.api.post("/api/v1/profile/login").json(&credentials).send().await.expect(200);
    let device = new_device();

    let next = Tokens::of(&world.refresh(&refresh_token(&old), device).await.expect(200));

    let back = json!({ "refreshToken": next.refresh });
    world.api.post("/api/v1/profile/refresh").json(&back).send().await.expect(401);
    assert_over(&world, &next, device).await;
}

#[tokio::test]
async fn what_is_no_refresh_token_is_refused_and_ends_nothing() {
    let (world, device, tokens) = logged_in().await;
    let cut = &tokens.refresh[..tokens.refresh.len() - 4];
    let (head, tail) = tokens.refresh.split_at(60);
    let other = if tail.starts_with('A') { "B" } else { "A" };
    let flipped = format!("{head}{other}{}", &tail[1..]);
    for token in [
        "",
        "garbage",
        "AQExAZOitHwdfi-KO0xdbn-AkQAAAAAAAAAA",
        &tokens.access,
        cut,
        &flipped,
        &"A".repeat(100_000),
    ] {
        let answer = world.refresh(token, device).await.expect(401);
        assert_eq!(answer.json()["type"], "urn:tall:problem:invalid-token");
    }
    world.refresh(&tokens.refresh, device).await.expect(200);
}

/// Neither token of this pair is worth anything.
async fn assert_over(world: &World, tokens: &Tokens, device: DeviceId) {
    world.current_session(&tokens.access).await.expect(401);
    world.refresh(&tokens.refresh, device).await.expect(401);
}

fn refresh_token(answer: &Answer) -> String {
    answer.json()["refreshToken"].as_str().expect("a refresh token").to_owned()
}
