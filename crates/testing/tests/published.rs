//! What was committed with the state is read back as it was told.

use bus::{
    Meta, Publications,
    postgres::{MIGRATOR, PgOutbox, enqueue},
};
use events::{DualPublished, Fact, profile};
use ids::{EventId, UserId};
use testing::{FrozenClock, PgDatabase, SeededRandom, published, published::outgoing};

fn created() -> profile::UserCreated {
    let clock = FrozenClock::default();
    let random: &dyn boot::Random = &SeededRandom::default();
    profile::UserCreated {
        user_id: UserId::v7(clock.now(), random.array()),
        role: profile::Role::Student,
        status: profile::AccountStatus::Active,
        interface_language: events::Language::Nl,
        time_zone: "Europe/Amsterdam".to_owned(),
        created_by: None,
        created_at: clock.now(),
    }
}

#[tokio::test]
async fn a_dual_published_event_is_read_in_both_versions() {
    let database = PgDatabase::fresh("bus", &MIGRATOR).await;
    let encoder = Publications::new().dual::<profile::UserCreated>().resolve_offline();
    let event = created();
    let id = EventId::new(event.user_id.as_uuid());
    let meta = Meta::new(id, event.user_id.to_string(), 1, event.created_at);
    let row = encoder.encode(&Fact::of(event.clone()), meta).expect("a declared event");
    let mut connection = database.pool().acquire().await.expect("a connection");
    enqueue(&mut connection, &row).await.expect("the outbox");

    let outbox = PgOutbox::new(database.pool());

    assert_eq!(published::<profile::UserCreated>(&outbox).await, std::slice::from_ref(&event));
    assert_eq!(published::<profile::v1::UserCreated>(&outbox).await, [event.down()]);
    assert_eq!(published::<profile::UserRoleChanged>(&outbox).await, []);
    assert_eq!(outgoing(&outbox).await, [row]);
}
