use chrono::{DateTime, TimeDelta, Utc};
use events::profile::{RevocationReason, Role, SessionRevoked};
use ids::{SessionId, UserId};
use proptest::prelude::*;
use uuid::Uuid;

use super::support::{World, student};
use crate::Revocations;
use crate::testing::TestCaller;

fn revoked(caller: &TestCaller, session: Option<SessionId>, epoch: i64, at: DateTime<Utc>) -> SessionRevoked {
    let reason = RevocationReason::LoggedOut;
    SessionRevoked { user_id: caller.user, session_id: session, epoch, reason, revoked_at: at }
}

#[tokio::test]
async fn a_revocation_beats_the_cache() {
    let world = World::new().await;
    let token = student().token(world.now());
    assert_eq!(world.status(&token).await, 200);
    assert_eq!(world.status(&token).await, 200, "from the cache");

    let logged_out = revoked(&student(), Some(student().session), 1, world.now());
    world.verifier.revocations().apply(&logged_out, world.now());
    assert_eq!(world.status(&token).await, 401);
}

#[tokio::test]
async fn a_token_made_in_a_revoked_session_is_refused_however_new() {
    let world = World::new().await;
    let logged_out = revoked(&student(), Some(student().session), 1, world.now());
    world.verifier.revocations().apply(&logged_out, world.now());
    world.clock.advance(TimeDelta::seconds(10));
    assert_eq!(world.status(&student().token(world.now())).await, 401);
}

#[tokio::test]
async fn ending_one_session_leaves_the_users_others() {
    let world = World::new().await;
    let other_session = TestCaller { session: SessionId::new(Uuid::from_u128(9)), ..student() };
    let logged_out = revoked(&student(), Some(student().session), 1, world.now());
    world.verifier.revocations().apply(&logged_out, world.now());
    assert_eq!(world.status(&other_session.token(world.now())).await, 200);
}

#[tokio::test]
async fn a_new_epoch_voids_every_older_token_of_the_user_and_nobody_elses() {
    let world = World::new().await;
    let (before, other) = (student(), TestCaller::new(Role::Student, 2));
    let token = before.token(world.now());
    assert_eq!(world.status(&token).await, 200);

    world.verifier.revocations().apply(&revoked(&before, None, 2, world.now()), world.now());
    assert_eq!(world.status(&token).await, 401);
    let after = TestCaller { epoch: 2, ..before };
    assert_eq!(world.status(&after.token(world.now())).await, 200);
    assert_eq!(world.status(&other.token(world.now())).await, 200);
}

#[test]
fn an_event_that_comes_late_does_not_take_an_epoch_back() {
    let now = DateTime::from_timestamp(1_772_000_000, 0).unwrap();
    let revocations = Revocations::default();
    revocations.apply(&revoked(&student(), None, 5, now), now);
    revocations.apply(&revoked(&student(), None, 3, now - TimeDelta::minutes(1)), now);
    assert!(revocations.refuse(student().user, student().session, 4));
    assert!(!revocations.refuse(student().user, student().session, 5));
}

#[test]
fn a_revocation_is_remembered_as_long_as_a_token_could_live_and_memory_stays_bounded() {
    let start = DateTime::from_timestamp(1_772_000_000, 0).unwrap();
    let revocations = Revocations::default();
    let mut largest = 0;
    for second in 0..20_000_u32 {
        let at = start + TimeDelta::seconds(second.into());
        let caller = TestCaller::new(Role::Student, second.into());
        revocations.apply(&revoked(&caller, Some(caller.session), 1, at), at);
        largest = largest.max(revocations.len());
        if let Some(earlier) = second.checked_sub(900) {
            let earlier = TestCaller::new(Role::Student, earlier.into());
            assert!(revocations.refuse(earlier.user, earlier.session, 1), "{second}");
        }
    }
    // One a second, each a session and an epoch, for 16 minutes and 5 seconds; a sweep at each doubling.
    assert!(largest <= 2 * 2 * 966, "{largest}");
}

#[test]
fn what_is_over_is_not_remembered_at_all() {
    let now = DateTime::from_timestamp(1_772_000_000, 0).unwrap();
    let revocations = Revocations::default();
    revocations.apply(&revoked(&student(), Some(student().session), 1, now - TimeDelta::hours(1)), now);
    assert!(revocations.is_empty());
}

proptest! {
    /// The order and the repetition of events make no difference to who is refused.
    #[test]
    fn revocations_commute_and_repeat(
        events in prop::collection::vec((0_u128..3, prop::option::of(0_u128..4), 0_i64..5, 0_i64..600), 1..12),
        shuffle in any::<u64>(),
    ) {
        let now = DateTime::from_timestamp(1_772_000_000, 0).unwrap();
        let user = |n| UserId::new(Uuid::from_u128(n));
        let session = |n| SessionId::new(Uuid::from_u128(n));
        let event = |&(u, s, epoch, ago): &(u128, Option<u128>, i64, i64)| SessionRevoked {
            user_id: user(u),
            session_id: s.map(session),
            epoch,
            reason: RevocationReason::LoggedOut,
            revoked_at: now - TimeDelta::seconds(ago),
        };
        let (once, again) = (Revocations::default(), Revocations::default());
        events.iter().for_each(|it| once.apply(&event(it), now));
        let mut other_order: Vec<_> = events.iter().chain(&events).collect();
        other_order.rotate_left((shuffle % (2 * events.len() as u64)) as usize);
        other_order.iter().rev().for_each(|it| again.apply(&event(it), now));

        for u in 0..3 {
            for s in 0..4 {
                for epoch in 0..5 {
                    prop_assert_eq!(
                        once.refuse(user(u), session(s), epoch),
                        again.refuse(user(u), session(s), epoch)
                    );
                }
            }
        }
    }
}
