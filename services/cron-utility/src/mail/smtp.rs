//! Handing a message to the mail server, in three steps: before the last nothing was sent.

use super::{MailConfig, Tls};
use boot::SecretFile;
use lettre::{
    Address,
    transport::smtp::{
        Error,
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, Certificate, CertificateStore, TlsParameters, TlsVersion},
        commands::{Data, Mail, Rcpt},
        extension::ClientId,
    },
};
use secrecy::ExposeSecret;
use std::{future::Future, time::Duration};

const CONNECT: Duration = Duration::from_secs(5);
const STEP: Duration = Duration::from_secs(8);
/// RFC 5321 section 4.5.3.2.6 allows a server ten minutes; none that we know takes one.
const MESSAGE: Duration = Duration::from_secs(60);

/// Why a mail server has not taken a message. The texts are ours: a server's may quote the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// It is not there, or says to come back.
    Later(String),
    /// It says that it never will.
    Never(String),
    /// It may have taken it.
    Unknown(String),
}

/// The mail server.
pub struct Smtp {
    host: String,
    port: u16,
    tls: Tls,
    parameters: TlsParameters,
    credentials: Option<(String, SecretFile)>,
    hello: ClientId,
}

/// A connection on which it is said whom a message is from. Dropped, the server forgets it.
pub(super) struct Open(AsyncSmtpConnection);

/// A connection on which the server waits for the message. Dropped, the server forgets it.
pub(super) struct Waiting(AsyncSmtpConnection);

impl Smtp {
    /// The server of the configuration, which is not called yet.
    ///
    /// # Errors
    /// The authorities of its certificate cannot be read.
    pub fn new(config: &MailConfig) -> anyhow::Result<Self> {
        let authorities = Certificate::from_pem(&std::fs::read(&config.ca_file)?)?;
        let parameters = TlsParameters::builder(config.host.clone())
            .certificate_store(CertificateStore::None)
            .set_min_tls_version(TlsVersion::Tlsv12)
            .add_root_certificate(authorities);
        Ok(Self {
            host: config.host.clone(),
            port: config.port,
            tls: config.tls,
            parameters: parameters.build_rustls()?,
            credentials: config.username.clone().zip(config.password_file.clone()),
            hello: ClientId::default(),
        })
    }

    /// Connects, logs in, and says whom a message is from. What fails here is ours or the server's, never the reader's.
    pub(super) async fn open(&self, from: &Address) -> Result<Open, Refused> {
        let mut connection =
            self.connect().await.map_err(|error| Refused::Later(told("connection", &error)))?;
        let mail = Mail::new(Some(from.clone()), Vec::new());
        step("MAIL", connection.command(mail)).await.map_err(|(_, problem)| Refused::Later(problem))?;
        Ok(Open(connection))
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Option<Error>> {
        let implicit = (self.tls == Tls::Implicit).then(|| self.parameters.clone());
        let server = (self.host.as_str(), self.port);
        let connecting =
            AsyncSmtpConnection::connect_tokio1(server, Some(CONNECT), &self.hello, implicit, None);
        let mut connection = bounded(STEP, connecting).await?;
        if self.tls == Tls::Starttls {
            bounded(STEP, connection.starttls(self.parameters.clone(), &self.hello)).await?;
        }
        if let Some((username, password)) = &self.credentials {
            // As the file holds it now, so that a new password needs no restart.
            let password = password.read_again().map_err(|_| None::<Error>)?;
            let credentials = Credentials::new(username.clone(), password.expose_secret().to_owned());
            bounded(STEP, connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)).await?;
        }
        Ok(connection)
    }
}

impl Open {
    /// Says to whom, up to where the server waits for the message.
    pub(super) async fn address(mut self, to: &Address) -> Result<Waiting, Refused> {
        step("RCPT", self.0.command(Rcpt::new(to.clone(), Vec::new()))).await.map_err(for_good)?;
        step("DATA", self.0.command(Data)).await.map_err(for_good)?;
        Ok(Waiting(self.0))
    }
}

impl Waiting {
    /// Gives the message. An answer is an answer; without one nobody knows.
    pub(super) async fn give(mut self, message: &[u8]) -> Result<(), Refused> {
        match bounded(MESSAGE, self.0.message(message)).await {
            Ok(_) => {
                // It has the message; how it says goodbye does not matter.
                let _goodbye = bounded(STEP, self.0.quit()).await;
                Ok(())
            }
            Err(Some(error)) if error.is_permanent() => Err(Refused::Never(told("message", &Some(error)))),
            Err(Some(error)) if error.is_transient() => Err(Refused::Later(told("message", &Some(error)))),
            Err(error) => Err(Refused::Unknown(told("message", &error))),
        }
    }
}

/// `None` is too slow.
async fn bounded<T>(
    limit: Duration,
    step: impl Future<Output = Result<T, Error>>,
) -> Result<T, Option<Error>> {
    match tokio::time::timeout(limit, step).await {
        Ok(result) => result.map_err(Some),
        Err(_) => Err(None),
    }
}

/// Whether it failed for good, and what is said of it.
async fn step<T>(
    name: &'static str,
    command: impl Future<Output = Result<T, Error>>,
) -> Result<T, (bool, String)> {
    let result = bounded(STEP, command).await;
    result.map_err(|error| (error.as_ref().is_some_and(Error::is_permanent), told(name, &error)))
}

fn for_good((permanent, problem): (bool, String)) -> Refused {
    if permanent { Refused::Never(problem) } else { Refused::Later(problem) }
}

/// The step and the status code, without the server's words.
fn told(step: &str, error: &Option<Error>) -> String {
    match error {
        None => format!("{step}: no answer in time"),
        Some(error) => match error.status() {
            Some(status) => format!("{step}: {status}"),
            None if error.is_tls() => format!("{step}: TLS"),
            None => format!("{step}: broken off"),
        },
    }
}
