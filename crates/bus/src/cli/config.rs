//! The sections of a service's configuration that the tool needs, from the same variables.

use crate::{KafkaConfig, ParkingLot, mongo::MongoParking, postgres::PgParking};
use anyhow::{Context, Result, bail};
use boot::{CredentialsFile, PublicUrl, SecretFile, Section, config::Settings};
use mongodb::options::{ClientOptions, Credential};
use secrecy::ExposeSecret;
use serde::Deserialize;
use sqlx::{PgPool, postgres::PgConnectOptions};
use std::{sync::Arc, time::Duration};

/// A store that does not answer is told at once.
const PATIENCE: Duration = Duration::from_secs(5);

/// What there is of section `postgres`.
#[derive(Debug, Deserialize)]
struct Postgres {
    url: Option<PublicUrl>,
    credentials_file: Option<CredentialsFile>,
}

impl Section for Postgres {
    const NAME: &'static str = "postgres";
}

/// What there is of section `mongo`.
#[derive(Debug, Deserialize)]
struct Mongo {
    uri: Option<PublicUrl>,
    username: Option<String>,
    password_file: Option<SecretFile>,
    database: Option<String>,
}

impl Section for Mongo {
    const NAME: &'static str = "mongo";
}

/// Section `kafka`.
pub(super) fn kafka() -> Result<KafkaConfig> {
    Ok(Settings::load()?.section()?)
}

/// The group of the service: the one that is named, or the service itself.
pub(super) fn group(named: Option<String>) -> Result<String> {
    named.map_or_else(|| Ok(kafka()?.username), Ok)
}

/// In the one store that the service has.
pub(super) async fn parking_lot() -> Result<Arc<dyn ParkingLot>> {
    let settings = Settings::load()?;
    let (postgres, mongo) = (settings.section::<Postgres>()?, settings.section::<Mongo>()?);
    if let Some(url) = &postgres.url {
        return Ok(Arc::new(PgParking::new(
            connect_postgres(url, postgres.credentials_file.as_ref()).await?,
        )));
    }
    if let Some(uri) = &mongo.uri {
        return Ok(Arc::new(MongoParking::new(&connect_mongo(uri, &mongo).await?)));
    }
    bail!("no store: neither TALL_POSTGRES__URL nor TALL_MONGO__URI is set")
}

async fn connect_postgres(url: &PublicUrl, file: Option<&CredentialsFile>) -> Result<PgPool> {
    let mut options: PgConnectOptions = url.as_str().parse().context("TALL_POSTGRES__URL")?;
    if let Some(credentials) = file.map(CredentialsFile::at_start) {
        options = options.username(&credentials.username).password(credentials.password.expose_secret());
    }
    let connecting = PgPool::connect_with(options);
    tokio::time::timeout(PATIENCE, connecting)
        .await
        .context("PostgreSQL does not answer")?
        .context("PostgreSQL")
}

async fn connect_mongo(uri: &PublicUrl, config: &Mongo) -> Result<mongodb::Database> {
    let mut options = ClientOptions::parse(uri.as_str()).await.context("TALL_MONGO__URI")?;
    let source = options.credential.take().and_then(|credential| credential.source);
    options.credential = config.username.clone().map(|username| {
        let password = config.password_file.as_ref().map(|password| password.expose().to_owned());
        Credential::builder().username(username).password(password).source(source).build()
    });
    options.server_selection_timeout = Some(PATIENCE);
    let database = config.database.as_ref().context("TALL_MONGO__DATABASE is missing")?;
    Ok(mongodb::Client::with_options(options)?.database(database))
}
