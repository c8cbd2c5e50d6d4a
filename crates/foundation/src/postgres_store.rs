//! For services that keep their state in PostgreSQL.

use crate::Foundation;
use anyhow::Context as _;
use boot::{PublicUrl, SecretFile, Section, config::Invalid};
use serde::Deserialize;
use sqlx::{
    ConnectOptions, PgPool,
    migrate::{Migrate, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::time::Duration;

/// How long a request waits for a connection before it is told that the store is busy.
const ACQUIRE: Duration = Duration::from_secs(3);

/// Section `postgres`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostgresConfig {
    /// The database and the role that the service runs as, `postgres://profile@host:5432/profile`.
    pub url: PublicUrl,
    /// That role's password.
    pub password_file: SecretFile,
    /// The same database and the role that owns its schema, for the command `migrate` alone.
    pub migration_url: Option<PublicUrl>,
    /// That role's password.
    pub migration_password_file: Option<SecretFile>,
    /// Connections of one instance.
    #[serde(default = "default_connections")]
    pub max_connections: u32,
}

const fn default_connections() -> u32 {
    16
}

impl Section for PostgresConfig {
    const NAME: &'static str = "postgres";

    fn validate(&self) -> Result<(), Invalid> {
        match self.max_connections {
            2..=1000 => Ok(()),
            _ => Err(Invalid::new("max_connections", "expected 2 to 1000")),
        }
    }
}

impl PostgresConfig {
    /// Connections as the role that the service runs as. None is made yet.
    ///
    /// # Errors
    /// An address that is none.
    pub fn pool(&self, service: &str) -> anyhow::Result<PgPool> {
        let options = connect_options(&self.url, &self.password_file, service)?;
        Ok(PgPoolOptions::new()
            .max_connections(self.max_connections)
            .acquire_timeout(ACQUIRE)
            .connect_lazy_with(options))
    }

    /// Applies the migrations of the bus and of the service, as the role that owns the schema.
    ///
    /// # Errors
    /// The role is not configured, or a migration fails.
    pub async fn migrate(&self, service: &str, migrator: &Migrator) -> anyhow::Result<()> {
        let (Some(url), Some(password)) = (&self.migration_url, &self.migration_password_file) else {
            anyhow::bail!("set TALL_POSTGRES__MIGRATION_URL and TALL_POSTGRES__MIGRATION_PASSWORD_FILE");
        };
        let options = connect_options(url, password, service)?;
        let pool = PgPoolOptions::new().max_connections(1).connect_with(options).await?;
        bus::postgres::migrate(&pool).await.context("migrations of the bus")?;
        migrator.run(&pool).await.with_context(|| format!("migrations of {service}"))
    }
}

impl Foundation {
    /// The store of the service, as the section `postgres` says. Waits until the migrations of this release are there.
    ///
    /// # Errors
    /// The configuration cannot work.
    pub async fn postgres(&self, migrator: &Migrator) -> anyhow::Result<PgPool> {
        let pool = self.context.config::<PostgresConfig>()?.pool(self.context.service())?;
        self.context
            .retry_until_ready("store", || async {
                migrated(&pool, &bus::postgres::MIGRATOR).await?;
                migrated(&pool, migrator).await
            })
            .await?;
        Ok(pool)
    }
}

/// Fails unless every migration of this release is applied as it is written here. Later ones are fine: schemas are
/// expanded before they are contracted.
async fn migrated(pool: &PgPool, migrator: &Migrator) -> anyhow::Result<()> {
    let mut connection = pool.acquire().await?;
    let applied =
        connection.list_applied_migrations(&migrator.table_name).await.context("run `migrate` first")?;
    for migration in migrator.iter() {
        let version = migration.version;
        let found = applied.iter().find(|applied| applied.version == version);
        let found = found.with_context(|| format!("migration {version} is missing: run `migrate`"))?;
        anyhow::ensure!(
            found.checksum == migration.checksum,
            "migration {version} was applied in another form"
        );
    }
    Ok(())
}

fn connect_options(
    url: &PublicUrl,
    password: &SecretFile,
    service: &str,
) -> anyhow::Result<PgConnectOptions> {
    let options: PgConnectOptions = url.as_str().parse()?;
    // Statements are not logged: their parameters are what must not be.
    Ok(options.password(password.expose()).application_name(service).disable_statement_logging())
}
