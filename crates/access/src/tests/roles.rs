use chrono::TimeDelta;
use events::profile::Role;
use web::LayerSettings;

use super::support::{World, student};
use crate::Strictness;
use crate::testing::{Outside, TestCaller};

#[tokio::test]
async fn each_operation_admits_its_roles_alone() {
    let world = World::new().await;
    for role in Role::ALL {
        let caller = TestCaller::new(*role, 1);
        for (path, admitted) in [
            ("who", Role::ALL),
            ("student", &[Role::Student]),
            ("teacher", &[Role::Teacher]),
            ("educational", &[Role::EducationalAdmin]),
            ("technical", &[Role::TechnicalAdmin]),
            ("either", &[Role::Teacher, Role::EducationalAdmin]),
        ] {
            let answer = world.as_(&caller, path).await;
            let expected = if admitted.contains(role) { 200 } else { 403 };
            assert_eq!(answer.status, expected, "{role} {path}");
            assert_eq!(answer.header("www-authenticate"), "");
        }
    }
}

#[tokio::test]
async fn a_delicate_change_needs_a_recent_log_in() {
    let world = World::new().await;
    let token = format!("Bearer {}", student().token(world.now()));
    world.clock.advance(TimeDelta::minutes(10));
    assert_eq!(world.get("fresh", &token).await.status, 200);
    world.clock.advance(TimeDelta::seconds(1));
    let answer = world.get("fresh", &token).await;
    assert_eq!(answer.status, 401);
    let challenge = r#"Bearer realm="tall", error="insufficient_user_authentication", max_age="600""#;
    assert_eq!(answer.header("www-authenticate"), challenge);
    assert_eq!(world.get("who", &token).await.status, 200);
}

#[tokio::test]
async fn a_user_has_one_bucket_whatever_the_token_and_others_have_theirs() {
    let settings = LayerSettings {
        user_rate: 1.try_into().unwrap(),
        user_burst: 2.try_into().unwrap(),
        ..LayerSettings::default()
    };
    let world = World::with(Outside::default(), Strictness::Admins, settings).await;
    for status in [200, 200, 429] {
        world.clock.advance(TimeDelta::seconds(1));
        assert_eq!(world.as_(&student(), "who").await.status, status);
    }
    assert_eq!(world.as_(&TestCaller::new(Role::Student, 2), "who").await.status, 200);
}

#[tokio::test]
async fn a_forged_token_takes_nothing_from_the_users_bucket() {
    let settings = LayerSettings {
        user_rate: 1.try_into().unwrap(),
        user_burst: 1.try_into().unwrap(),
        ..LayerSettings::default()
    };
    let world = World::with(Outside::default(), Strictness::Admins, settings).await;
    let token = student().token(world.now());
    for _ in 0..5 {
        assert_eq!(world.status(&token[..token.len() - 4]).await, 401);
    }
    assert_eq!(world.status(&token).await, 200);
}
