use sqlx::migrate::Migrator;

/// Every migration of this release.
pub static MIGRATOR: Migrator = sqlx::migrate!();
