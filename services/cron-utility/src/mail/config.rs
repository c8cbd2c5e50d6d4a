use boot::{PublicUrl, ReadableFile, SecretFile, Section, config::Invalid};
use lettre::message::Mailbox;
use serde::Deserialize;

/// Section `mail`: the server that takes mail, and what mails say of themselves.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// The mail server, as its certificate names it.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How it speaks TLS. It always does.
    #[serde(default)]
    pub tls: Tls,
    /// As whom mail is given to it; absent where the address is enough.
    pub username: Option<String>,
    /// That user's password.
    pub password_file: Option<SecretFile>,
    /// The authorities of its certificate.
    pub ca_file: ReadableFile,
    /// Whom mails are from: `Tall <no-reply@tall.example>`.
    #[serde(default = "MailConfig::default_sender")]
    pub sender: String,
    /// The client that links lead to.
    pub client_url: PublicUrl,
    /// Mails that one person is sent in an hour, at most.
    #[serde(default = "MailConfig::default_per_hour")]
    pub per_hour: u32,
}

/// How a mail server speaks TLS.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tls {
    /// From the first byte (RFC 8314).
    #[default]
    Implicit,
    /// After STARTTLS, without which nothing is said.
    Starttls,
}

impl MailConfig {
    fn default_sender() -> String {
        "Tall <no-reply@tall.example>".to_owned()
    }

    const fn default_per_hour() -> u32 {
        20
    }
}

impl Section for MailConfig {
    const NAME: &'static str = "mail";

    fn validate(&self) -> Result<(), Invalid> {
        match self {
            _ if self.sender.parse::<Mailbox>().is_err() => {
                Err(Invalid::new("sender", "expected `Name <user@host>`"))
            }
            _ if self.username.is_some() != self.password_file.is_some() => {
                Err(Invalid::new("password_file", "expected together with the username"))
            }
            _ if !(1..=1000).contains(&self.per_hour) => Err(Invalid::new("per_hour", "expected 1 to 1000")),
            _ => Ok(()),
        }
    }
}
