//! The section `mongo` of a service's configuration.

use std::time::Duration;

use boot::config::Invalid;
use boot::{PublicUrl, SecretFile, Section};
use mongodb::options::{Acknowledgment, AuthMechanism, ClientOptions, Credential, WriteConcern};
use mongodb::{Client, Database};
use serde::Deserialize;

/// How long a write may wait for the journals of a majority.
const WRITE_CONCERN_TIMEOUT: Duration = Duration::from_secs(3);
/// How long to look for a server that takes the operation: the time in which a caller is told that there is none.
const SELECTION_TIMEOUT: Duration = Duration::from_secs(2);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(2);
/// How soon a server that came back is seen.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// Where the documents are: section `mongo`, `TALL_MONGO__URI` and its neighbours.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MongoConfig {
    /// `mongodb://host:port`, without a password; `authSource` in it says where the user is known.
    pub uri: PublicUrl,
    /// Who connects. Absent where the server asks nobody.
    pub username: Option<String>,
    /// Holds the password of `username`.
    pub password_file: Option<SecretFile>,
    /// The database of this service.
    pub database: String,
    /// Connections that one process may hold.
    #[serde(default = "default_connections")]
    pub max_connections: u32,
}

fn default_connections() -> u32 {
    32
}

impl Section for MongoConfig {
    const NAME: &'static str = "mongo";

    fn validate(&self) -> Result<(), Invalid> {
        if self.database.is_empty() {
            return Err(Invalid::new("database", "expected the name of a database"));
        }
        if self.max_connections == 0 {
            return Err(Invalid::new("max_connections", "expected at least 1"));
        }
        match (&self.username, &self.password_file) {
            (Some(_), None) => Err(Invalid::new("password_file", "is missing, and the user name is not")),
            (None, Some(_)) => Err(Invalid::new("username", "is missing, and the password file is not")),
            _ => Ok(()),
        }
    }
}

/// An address that the driver cannot use.
#[derive(Debug, thiserror::Error)]
#[error("TALL_MONGO__URI: expected mongodb://host:port")]
pub struct BadAddress(#[source] mongodb::error::Error);

impl MongoConfig {
    /// The database. No connection is made before the first operation: a server that is down at start is found out by
    /// the first operation, not here.
    ///
    /// # Errors
    /// When the address is none, or has no host that could be resolved.
    pub async fn connect(&self) -> Result<Database, BadAddress> {
        let mut options = ClientOptions::parse(self.uri.as_str()).await.map_err(BadAddress)?;
        if let (Some(username), Some(password)) = (&self.username, &self.password_file) {
            let source = options.credential.take().and_then(|credential| credential.source);
            options.credential = Some(
                Credential::builder()
                    .username(username.clone())
                    .password(password.expose().to_owned())
                    .source(source.or_else(|| auth_source(self.uri.as_str())))
                    .mechanism(AuthMechanism::ScramSha256)
                    .build(),
            );
        }
        options.max_pool_size = Some(self.max_connections);
        open(options, &self.database)
    }
}

/// The database `name` at an address that carries its own credentials: for tests and tools.
///
/// # Errors
/// When the address is none.
pub async fn connect_uri(uri: &str, name: &str) -> Result<Database, BadAddress> {
    open(ClientOptions::parse(uri).await.map_err(BadAddress)?, name)
}

/// What an acknowledged write must survive (majority, in the journal), and how long anyone waits.
fn open(mut options: ClientOptions, database: &str) -> Result<Database, BadAddress> {
    // One address without a replica set's name is one server, whatever it says of itself.
    if options.repl_set_name.is_none() && options.hosts.len() == 1 {
        options.direct_connection = Some(true);
    }
    options.write_concern = Some(
        WriteConcern::builder()
            .w(Acknowledgment::Majority)
            .journal(true)
            .w_timeout(WRITE_CONCERN_TIMEOUT)
            .build(),
    );
    options.server_selection_timeout = Some(SELECTION_TIMEOUT);
    options.connect_timeout = Some(CONNECT_TIMEOUT);
    options.heartbeat_freq = Some(HEARTBEAT);
    Ok(Client::with_options(options).map_err(BadAddress)?.database(database))
}

/// The driver reads `authSource` only together with a user name, which is not in our address.
fn auth_source(uri: &str) -> Option<String> {
    let (_, query) = uri.split_once('?')?;
    query.split('&').find_map(|pair| pair.strip_prefix("authSource=")).map(ToOwned::to_owned)
}
