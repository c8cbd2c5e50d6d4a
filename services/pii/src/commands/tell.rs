use crate::App;
use bus::Meta;
use events::{Event, Fact};
use ids::EventId;
use sqlx::PgConnection;
use std::fmt::Display;

/// Commits a fact with the state that it is about: the `sequence`th about `subject`.
pub(super) async fn tell<E: Event>(
    app: &App,
    connection: &mut PgConnection,
    subject: impl Display,
    sequence: u64,
    event: E,
) -> anyhow::Result<()> {
    let now = app.clock.now();
    let meta = Meta::new(EventId::v7(now, app.random.array()), subject.to_string(), sequence, now);
    bus::postgres::enqueue(connection, &app.encoder.encode(&Fact::of(event), meta)?).await?;
    Ok(())
}
