//! A PostgreSQL database per test.

use crate::{Wire, scratch, stack};
use bus::postgres::pool_options;
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection, PgPool, migrate::Migrator,
    postgres::PgConnectOptions,
};
use std::{
    collections::hash_map::DefaultHasher,
    hash::{Hash, Hasher},
    time::Duration,
};

/// Lock of the cluster under which templates are made.
const TEMPLATES: i64 = 0x7461_6c6c;

/// A database with a service's migrations applied, copied from a template that the first test makes, and dropped
/// with this value.
#[derive(Debug)]
pub struct PgDatabase {
    name: String,
    options: PgConnectOptions,
    pool: PgPool,
}

impl PgDatabase {
    /// A fresh database. `migrator` is the service's own: `sqlx::migrate!()`.
    ///
    /// # Panics
    /// The test stack is not up, or a migration fails.
    pub async fn fresh(service: &str, migrator: &Migrator) -> Self {
        let options = server();
        let mut admin = connect(&options).await;
        let template = template(&mut admin, &options, service, migrator).await;
        let name = scratch::name();
        execute(&mut admin, format!("create database {name} template {template}")).await;
        admin.close().await.expect("closing a connection");
        Self::opened(name).await
    }

    async fn opened(name: String) -> Self {
        let options = server().database(&name);
        let pool = pool_options(|_| true)
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(10))
            .connect_with(options.clone())
            .await
            .expect("a pool on a fresh database");
        Self { name, options, pool }
    }

    /// Another database, with all that is in this one now: a backup, to be restored. Connections to this one end and are
    /// made anew.
    ///
    /// # Panics
    /// The test stack is not up.
    pub async fn copy(&self) -> Self {
        let mut admin = connect(&server()).await;
        let name = scratch::name();
        // Nobody may be connected to what is copied.
        execute(&mut admin, format!("alter database {} allow_connections false", self.name)).await;
        let others =
            format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{}'", self.name);
        execute(&mut admin, others).await;
        // The pool would believe those that were in use a moment ago.
        while let Some(ended) = self.pool.try_acquire() {
            drop(ended.detach());
        }
        execute(&mut admin, format!("create database {name} template {}", self.name)).await;
        execute(&mut admin, format!("alter database {} allow_connections true", self.name)).await;
        admin.close().await.expect("closing a connection");
        Self::opened(name).await
    }

    /// Connections to it, as the role that owns everything in it.
    #[must_use]
    pub fn pool(&self) -> PgPool {
        self.pool.clone()
    }

    /// The way that a service has to it, with its patience, and the wire to cut.
    ///
    /// # Panics
    /// The test stack is not up.
    pub async fn behind_a_wire(&self) -> (PgPool, Wire) {
        let server = server();
        let wire = Wire::to(format!("{}:{}", server.get_host(), server.get_port())).await;
        let address = wire.address();
        let options = self.options().host(&address.ip().to_string()).port(address.port());
        let pool = pool_options(|_| true)
            .max_connections(8)
            .acquire_timeout(Duration::from_secs(3))
            .connect_lazy_with(options);
        (pool, wire)
    }

    /// Where it is, as the configuration of a process says it, to which the role is told apart.
    ///
    /// # Panics
    /// The test stack is not up.
    #[must_use]
    pub fn address(&self) -> String {
        let url = stack::variable("TALL_TEST_POSTGRES_URL");
        let (_, server) = url.split_once('@').expect("a role");
        let (server, path) = server.split_once('/').expect("a database");
        let (_, trust) = path.split_once('?').expect("whom to believe");
        format!("postgres://{server}/{}?{trust}", self.name)
    }

    /// How to connect to it, for a test that makes its own pool or plays an outage.
    #[must_use]
    pub fn options(&self) -> PgConnectOptions {
        self.options.clone()
    }
}

impl Drop for PgDatabase {
    fn drop(&mut self) {
        let name = self.name.clone();
        scratch::finish(async move {
            let mut admin = connect(&server()).await;
            execute(&mut admin, format!("drop database if exists {name} with (force)")).await;
        });
    }
}

fn server() -> PgConnectOptions {
    let url = stack::variable("TALL_TEST_POSTGRES_URL");
    let options: PgConnectOptions = url.parse().expect("TALL_TEST_POSTGRES_URL is a PostgreSQL address");
    options.disable_statement_logging()
}

async fn connect(options: &PgConnectOptions) -> PgConnection {
    PgConnection::connect_with(options).await.expect("the PostgreSQL of the test stack")
}

/// Names are made here, of letters, digits and underscores.
async fn execute(connection: &mut PgConnection, sql: String) {
    connection.execute(AssertSqlSafe(sql.clone())).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
}

/// The template of these very migrations, made if need be. One maker at a time; a finished one has its last name.
async fn template(
    admin: &mut PgConnection,
    options: &PgConnectOptions,
    service: &str,
    migrator: &Migrator,
) -> String {
    let family = format!("tall_template_{}_", service.replace('-', "_"));
    let template = format!("{family}{:016x}", fingerprint(migrator));
    execute(admin, format!("select pg_advisory_lock({TEMPLATES})")).await;
    let names: Vec<String> = sqlx::query_scalar("select datname::text from pg_database")
        .fetch_all(&mut *admin)
        .await
        .expect("the list of databases");
    for name in names.iter().filter(|name| scratch::is_abandoned(name)) {
        execute(admin, format!("drop database if exists {name} with (force)")).await;
    }
    if !names.contains(&template) {
        for name in names.iter().filter(|name| name.starts_with(&family)) {
            execute(admin, format!("drop database {name} with (force)")).await;
        }
        build(admin, options, migrator, &family, &template).await;
    }
    execute(admin, format!("select pg_advisory_unlock({TEMPLATES})")).await;
    template
}

async fn build(
    admin: &mut PgConnection,
    options: &PgConnectOptions,
    migrator: &Migrator,
    family: &str,
    template: &str,
) {
    let draft = format!("{family}draft");
    execute(admin, format!("create database {draft} template template0")).await;
    let mut connection = connect(&options.clone().database(&draft)).await;
    migrator.run(&mut connection).await.expect("the service's migrations");
    connection.close().await.expect("closing a connection");
    execute(admin, format!("alter database {draft} rename to {template}")).await;
}

fn fingerprint(migrator: &Migrator) -> u64 {
    let mut hasher = DefaultHasher::new();
    for migration in migrator.iter() {
        (migration.version, &migration.checksum).hash(&mut hasher);
    }
    hasher.finish()
}
