//! The bus in a PostgreSQL database: outbox, inbox, parked keys; and the pool of its connections.
//!
//! The tables are the bus's own, with migrations of their own ([`migrate`]) beside those of the service.

mod inbox;
mod outbox;
mod parking;
mod pool;

pub use inbox::first_time;
pub use outbox::{OutboxRow, PgOutbox, enqueue};
pub use parking::PgParking;
pub use pool::pool_options;

use sqlx::{
    PgPool,
    migrate::{MigrateError, Migrator},
};

/// The tables of the bus. They keep their own list of what was applied, `bus_migrations`.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Brings the tables of the bus up to date. The service runs it with its own migrations, as the owner of the schema.
pub async fn migrate(pool: &PgPool) -> Result<(), MigrateError> {
    MIGRATOR.run(pool).await
}
