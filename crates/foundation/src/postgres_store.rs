//! For services that keep their state in PostgreSQL.

use crate::Foundation;
use anyhow::Context as _;
use boot::{Credentials, CredentialsFile, PublicUrl, SecretFile, Section, config::Invalid};
use prometheus::{IntCounterVec, Opts};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use sqlx::{
    ConnectOptions, PgPool,
    migrate::{Migrate, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
};
use std::{
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

/// How long a request waits for a connection before it is told that the store is busy.
const ACQUIRE: Duration = Duration::from_secs(3);
/// How often the file of the credentials is looked at.
const FOLLOW_EVERY: Duration = Duration::from_secs(1);

/// Section `postgres`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostgresConfig {
    /// The database, `postgres://host:5432/profile`.
    pub url: PublicUrl,
    /// The role that the service runs as. A running service follows the file.
    pub credentials_file: CredentialsFile,
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
        self.pool_since(service, &Change::default())
    }

    /// As [`PostgresConfig::pool`]. Of two roles it uses the later one: what was made before the change is closed when
    /// it is next asked for.
    fn pool_since(&self, service: &str, change: &Change) -> anyhow::Result<PgPool> {
        let options = self.options(self.credentials_file.at_start(), service)?;
        let change = change.clone();
        Ok(bus::postgres::pool_options(move |connection| change.is_before(connection.age))
            .max_connections(self.max_connections)
            .acquire_timeout(ACQUIRE)
            .connect_lazy_with(options))
    }

    fn options(&self, credentials: &Credentials, service: &str) -> anyhow::Result<PgConnectOptions> {
        Ok(connect_options(&self.url, &credentials.password, service)?.username(&credentials.username))
    }

    /// Applies the migrations of the bus and of the service, as the role that owns the schema.
    ///
    /// # Errors
    /// The role is not configured, or a migration fails.
    pub async fn migrate(&self, service: &str, migrator: &Migrator) -> anyhow::Result<()> {
        let (Some(url), Some(password)) = (&self.migration_url, &self.migration_password_file) else {
            anyhow::bail!("set TALL_POSTGRES__MIGRATION_URL and TALL_POSTGRES__MIGRATION_PASSWORD_FILE");
        };
        let options = connect_options(url, password.secret(), service)?;
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
        let config = self.context.config::<PostgresConfig>()?;
        let change = Change::default();
        let pool = config.pool_since(self.context.service(), &change)?;
        let follower = Follower::new(self, config, &pool, change)?;
        self.context.spawn_background("database credentials", follower.run());
        self.context
            .retry_until_ready("store", || async {
                migrated(&pool, &bus::postgres::MIGRATOR).await?;
                migrated(&pool, migrator).await
            })
            .await?;
        Ok(pool)
    }
}

/// When the credentials were last changed, if they were.
#[derive(Clone, Debug, Default)]
struct Change(Arc<RwLock<Option<Instant>>>);

impl Change {
    fn happens(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Whether what is of this age was made later.
    fn is_before(&self, age: Duration) -> bool {
        self.0.read().unwrap_or_else(PoisonError::into_inner).is_none_or(|change| age <= change.elapsed())
    }
}

/// Makes new connections as whom the file names now. What runs on the others is finished there.
struct Follower {
    config: PostgresConfig,
    service: &'static str,
    pool: PgPool,
    in_force: Credentials,
    change: Change,
    reloads: IntCounterVec,
}

impl Follower {
    fn new(
        foundation: &Foundation,
        config: PostgresConfig,
        pool: &PgPool,
        change: Change,
    ) -> anyhow::Result<Self> {
        let reloads = IntCounterVec::new(
            Opts::new(
                "postgres_credentials_reloads_total",
                "Times that the file of the database's credentials had changed.",
            ),
            &["outcome"],
        )?;
        foundation.context.metrics().register(Box::new(reloads.clone()))?;
        let in_force = config.credentials_file.at_start().clone();
        let (service, pool) = (foundation.context.service(), pool.clone());
        Ok(Self { config, service, pool, in_force, change, reloads })
    }

    async fn run(mut self) -> anyhow::Result<()> {
        loop {
            tokio::time::sleep(FOLLOW_EVERY).await;
            let outcome = match self.reload().await {
                Ok(false) => continue,
                Ok(true) => {
                    tracing::info!(role = self.in_force.username, "the database credentials were read anew");
                    "taken"
                }
                Err(error) => {
                    tracing::warn!(
                        error = format!("{error:#}"),
                        "the database credentials were not read anew; the old ones stay"
                    );
                    "refused"
                }
            };
            self.reloads.with_label_values(&[outcome]).inc();
        }
    }

    async fn reload(&mut self) -> anyhow::Result<bool> {
        let file = self.config.credentials_file.clone();
        let now = tokio::task::spawn_blocking(move || file.read_again()).await??;
        if now == self.in_force {
            return Ok(false);
        }
        self.pool.set_connect_options(self.config.options(&now, self.service)?);
        self.change.happens();
        self.in_force = now;
        Ok(true)
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
    password: &SecretString,
    service: &str,
) -> anyhow::Result<PgConnectOptions> {
    let options: PgConnectOptions = url.as_str().parse()?;
    // Statements are not logged: their parameters are what must not be.
    Ok(options.password(password.expose_secret()).application_name(service).disable_statement_logging())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Duration = Duration::from_secs(3600);

    #[test]
    fn after_a_change_only_connections_that_are_younger_go_on() {
        let change = Change::default();
        assert!(change.is_before(LONG), "nothing has changed");
        change.clone().happens();
        assert!(!change.is_before(LONG), "it was made as whom the service was");
        assert!(change.is_before(Duration::ZERO), "it was made just now");
    }
}
