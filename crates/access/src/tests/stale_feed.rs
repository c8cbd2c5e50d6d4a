use events::profile::Role;

use super::support::World;
use crate::testing::TestCaller;

fn of(role: Role) -> TestCaller {
    TestCaller::new(role, 1)
}

const ADMINS: [Role; 2] = [Role::TechnicalAdmin, Role::EducationalAdmin];
const OTHERS: [Role; 2] = [Role::Student, Role::Teacher];

#[tokio::test]
async fn while_the_feed_is_fresh_nobody_asks_profile() {
    for world in [World::new().await, World::strict().await] {
        world.outside.unreachable_profile();
        for role in Role::ALL {
            assert_eq!(world.as_(&of(*role), "who").await.status, 200);
        }
    }
}

#[tokio::test]
async fn with_a_stale_feed_students_go_on_and_admins_are_confirmed() {
    let world = World::new().await;
    world.outside.stale_feed();
    for role in Role::ALL {
        assert_eq!(world.as_(&of(*role), "who").await.status, 200);
    }
    world.outside.ended_sessions();
    for role in ADMINS {
        assert_eq!(world.as_(&of(role), "who").await.status, 401);
    }
    for role in OTHERS {
        assert_eq!(world.as_(&of(role), "who").await.status, 200);
    }
}

#[tokio::test]
async fn with_a_stale_feed_and_no_profile_admins_are_refused_for_now() {
    let world = World::new().await;
    world.outside.stale_feed();
    world.outside.unreachable_profile();
    for role in ADMINS {
        let answer = world.as_(&of(role), "who").await;
        assert_eq!((answer.status.as_u16(), answer.header("retry-after")), (503, "5"));
        assert!(!answer.body.contains("profile"), "{}", answer.body);
    }
    for role in OTHERS {
        assert_eq!(world.as_(&of(role), "who").await.status, 200);
    }
}

#[tokio::test]
async fn a_strict_service_confirms_everybody() {
    let world = World::strict().await;
    world.outside.stale_feed();
    for role in Role::ALL {
        assert_eq!(world.as_(&of(*role), "who").await.status, 200);
    }
    world.outside.ended_sessions();
    for role in Role::ALL {
        assert_eq!(world.as_(&of(*role), "who").await.status, 401);
    }
    world.outside.unreachable_profile();
    for role in Role::ALL {
        assert_eq!(world.as_(&of(*role), "who").await.status, 503);
    }
}

#[tokio::test]
async fn a_role_that_may_not_is_refused_before_profile_is_asked() {
    let world = World::new().await;
    world.outside.stale_feed();
    world.outside.unreachable_profile();
    assert_eq!(world.as_(&of(Role::TechnicalAdmin), "student").await.status, 403);
}
