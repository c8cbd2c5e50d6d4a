use anyhow::{Context, ensure};
use sqlx::{
    PgConnection,
    migrate::{Migrate, Migrator},
};

/// Every migration of this release.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Whether the database is at this schema: every migration applied as it is written here. Newer ones are
/// fine, since schemas are expanded before they are contracted.
pub async fn verify(conn: &mut PgConnection, migrator: &Migrator) -> anyhow::Result<()> {
    let applied = conn.list_applied_migrations(&migrator.table_name).await.context("run `profile migrate` first")?;
    for migration in migrator.iter() {
        let found = applied.iter().find(|applied| applied.version == migration.version);
        let found = found.with_context(|| format!("migration {} is missing: run `profile migrate`", migration.version))?;
        ensure!(found.checksum == migration.checksum, "migration {} was applied in another form", migration.version);
    }
    Ok(())
}
