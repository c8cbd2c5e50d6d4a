//! Configuration: one struct per concern, read from three layers.
//!
//! Defaults stand in the structs (`#[serde(default = ...)]`), above them the table of the same name in
//! `deploy/env/<environment>.toml`, above that the environment: `TALL_KAFKA__BROKERS` is `brokers` of the
//! section `kafka`. `TALL_ENVIRONMENT` names the environment (`local` unless said otherwise) and
//! `TALL_CONFIG_DIRECTORY` the folder (`deploy/env`); a machine without that folder is configured by its
//! environment alone.
//!
//! Errors name the variable and what is expected of it, and never repeat the value: an operator who puts a
//! password where a path belongs must not find it in the log.

use figment::{
    Figment,
    error::Kind,
    providers::{Env, Format, Serialized, Toml},
    value::{Dict, Map, Value},
};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, de};
use std::{
    fmt,
    net::SocketAddr,
    path::{Path, PathBuf},
};

const PREFIX: &str = "TALL_";
const DEFAULT_DIRECTORY: &str = "deploy/env";
const LARGEST_SECRET: u64 = 64 * 1024;

/// One concern of the configuration: `kafka`, `postgres`, `http`.
///
/// `Debug` is what `--check-config` prints, so a secret must be a [`SecretFile`] or a `SecretString`.
pub trait Section: for<'de> Deserialize<'de> + fmt::Debug + Send + 'static {
    /// The name: `kafka` is `[kafka]` in the file and `TALL_KAFKA__...` in the environment.
    const NAME: &'static str;

    /// What the types cannot say: ranges, values that go together.
    ///
    /// # Errors
    /// The field and what is expected of it, without the value.
    fn validate(&self) -> Result<(), Invalid> {
        Ok(())
    }
}

/// A field that [`Section::validate`] refuses.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{field} {expected}")]
pub struct Invalid {
    field: &'static str,
    expected: String,
}

impl Invalid {
    /// `field` as it is spelled in the section, and what is expected of it.
    pub fn new(field: &'static str, expected: impl Into<String>) -> Self {
        Self { field, expected: expected.into() }
    }
}

/// A value that is missing or wrong.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{variable}: {problem}")]
pub struct ConfigError {
    variable: String,
    problem: String,
}

impl ConfigError {
    pub(crate) fn new(path: &[&str], problem: impl Into<String>) -> Self {
        Self { variable: variable(path), problem: problem.into() }
    }

    /// The variable to set, `TALL_KAFKA__BROKERS`.
    #[must_use]
    pub fn variable(&self) -> &str {
        &self.variable
    }
}

fn variable(path: &[&str]) -> String {
    format!("{PREFIX}{}", path.join("__").to_ascii_uppercase())
}

/// All layers, merged.
#[derive(Clone)]
pub struct Settings {
    figment: Figment,
    environment: String,
}

impl Settings {
    /// Reads the environment of the process and the file that it names.
    ///
    /// # Errors
    /// The file of the environment is absent or not TOML.
    pub fn load() -> Result<Self, ConfigError> {
        let environment = Env::prefixed(PREFIX).lowercase(false);
        Self::from_variables(environment.iter().map(|(key, value)| (format!("{PREFIX}{key}"), value)))
    }

    /// As [`Settings::load`], from the variables given. Those without the prefix `TALL_` are passed over.
    ///
    /// # Errors
    /// As [`Settings::load`].
    pub fn from_variables(
        variables: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut sections = Map::<String, Dict>::new();
        let mut environment = "local".to_owned();
        let mut directory = PathBuf::from(DEFAULT_DIRECTORY);
        for (name, value) in variables {
            let Some(key) = name.strip_prefix(PREFIX) else { continue };
            match key.to_ascii_lowercase().split_once("__") {
                Some((section, field)) => {
                    sections.entry(section.to_owned()).or_default().insert(field.to_owned(), value.into());
                }
                None if key == "ENVIRONMENT" => environment = value,
                None if key == "CONFIG_DIRECTORY" => directory = PathBuf::from(value),
                None => {}
            }
        }
        let sections =
            sections.into_iter().map(|(name, fields)| (name, Value::from(fields))).collect::<Dict>();
        let figment = file(&directory, &environment)?.merge(Serialized::defaults(sections));
        Ok(Self { figment, environment })
    }

    /// Which environment this is: `local`, `staging`, `production`.
    #[must_use]
    pub fn environment(&self) -> &str {
        &self.environment
    }

    /// One section, validated.
    ///
    /// # Errors
    /// The first variable that is missing or wrong.
    pub fn section<S: Section>(&self) -> Result<S, ConfigError> {
        let empty = Dict::from([(S::NAME.to_owned(), Value::from(Dict::new()))]);
        let section = self
            .figment
            .clone()
            .join(Serialized::defaults(empty))
            .extract_inner_lossy::<S>(S::NAME)
            .map_err(|error| explain(S::NAME, &error))?;
        match section.validate() {
            Ok(()) => Ok(section),
            Err(Invalid { field, expected }) => Err(ConfigError::new(&[S::NAME, field], expected)),
        }
    }
}

/// The layer of `<directory>/<environment>.toml`.
fn file(directory: &Path, environment: &str) -> Result<Figment, ConfigError> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if environment.is_empty() || !environment.chars().all(plain) {
        return Err(ConfigError::new(&["environment"], "expected lower-case letters, digits and `-`"));
    }
    if !directory.is_dir() {
        return Ok(Figment::new());
    }
    let path = directory.join(format!("{environment}.toml"));
    if !path.is_file() {
        return Err(ConfigError::new(&["environment"], format!("there is no file {}", path.display())));
    }
    let figment = Figment::new().merge(Toml::file_exact(&path));
    match figment.extract::<Dict>() {
        Ok(_) => Ok(figment),
        Err(_) => Err(ConfigError::new(&["environment"], format!("{} is not valid TOML", path.display()))),
    }
}

/// The same error without the value that caused it.
fn explain(section: &str, error: &figment::Error) -> ConfigError {
    let mut path: Vec<&str> = vec![section];
    path.extend(error.path.iter().map(String::as_str).filter(|part| *part != section));
    let problem = match &error.kind {
        Kind::MissingField(field) => {
            path.push(field);
            "is missing".to_owned()
        }
        Kind::UnknownField(field, known) => {
            // Where a section is closed, the path leads to the field already.
            if path.last() != Some(&field.as_str()) {
                path.push(field);
            }
            format!("is not known here; known are {}", known.join(", "))
        }
        Kind::InvalidType(_, expected) | Kind::InvalidValue(_, expected) => format!("expected {expected}"),
        Kind::InvalidLength(_, expected) => format!("expected {expected}"),
        Kind::UnknownVariant(_, known) => format!("expected one of {}", known.join(", ")),
        Kind::Message(message) => message.clone(),
        _ => "has a wrong value".to_owned(),
    };
    ConfigError::new(&path, problem)
}

/// A secret in a file of its own: the type of every `..._file` field that holds one.
///
/// It is read when the configuration is, so an absent file fails the start and names its variable. The value
/// is wiped from memory on drop and printed by nothing.
#[derive(Clone)]
pub struct SecretFile {
    path: PathBuf,
    secret: SecretString,
}

impl SecretFile {
    /// Reads the file; a line feed at its end is no part of the secret.
    ///
    /// # Errors
    /// The file cannot be read, is empty, is no UTF-8 or is larger than 64 KiB.
    pub fn read(path: impl Into<PathBuf>) -> Result<Self, SecretFileError> {
        let path = path.into();
        let secret = read_secret(&path)?;
        Ok(Self { path, secret })
    }

    /// The secret as it was at start.
    #[must_use]
    pub fn secret(&self) -> &SecretString {
        &self.secret
    }

    /// The bare text, for the call that sends it.
    #[must_use]
    pub fn expose(&self) -> &str {
        self.secret.expose_secret()
    }

    /// The secret as the file holds it now, for a rotation without restart.
    ///
    /// # Errors
    /// As [`SecretFile::read`].
    pub fn read_again(&self) -> Result<SecretString, SecretFileError> {
        read_secret(&self.path)
    }
}

impl fmt::Debug for SecretFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[redacted] from {}", self.path.display())
    }
}

impl<'de> Deserialize<'de> for SecretFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(PathBuf::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// Why a [`SecretFile`] cannot be used. Says neither path nor content.
#[derive(Debug, thiserror::Error)]
pub enum SecretFileError {
    /// No such file, no permission.
    #[error("expected the path of a readable file: {}", .0.kind())]
    Unreadable(#[from] std::io::Error),
    /// Nothing but white space.
    #[error("expected the path of a file that is not empty")]
    Empty,
    /// Surely the wrong file.
    #[error("expected the path of a file of at most 64 KiB")]
    TooLarge,
}

fn read_secret(path: &Path) -> Result<SecretString, SecretFileError> {
    if std::fs::metadata(path)?.len() > LARGEST_SECRET {
        return Err(SecretFileError::TooLarge);
    }
    let mut text = std::fs::read_to_string(path)?;
    let length = text.trim_end_matches(['\r', '\n']).len();
    text.truncate(length);
    let secret = SecretString::from(text);
    match secret.expose_secret().trim().is_empty() {
        true => Err(SecretFileError::Empty),
        false => Ok(secret),
    }
}

/// The path of a file that must be readable at start: certificates, CA bundles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadableFile(PathBuf);

impl ReadableFile {
    /// Opens the file once, to see that it can be.
    ///
    /// # Errors
    /// It cannot be opened.
    pub fn open(path: impl Into<PathBuf>) -> Result<Self, SecretFileError> {
        let path = path.into();
        std::fs::File::open(&path)?;
        Ok(Self(path))
    }
}

impl AsRef<Path> for ReadableFile {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

impl std::ops::Deref for ReadableFile {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl<'de> Deserialize<'de> for ReadableFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::open(PathBuf::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// An address with a scheme, without user name and password: those belong in a [`SecretFile`].
#[derive(Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

impl PublicUrl {
    /// Checks the shape `scheme://host...`; several hosts (MongoDB, Kafka) are fine.
    ///
    /// # Errors
    /// There is no scheme, no host, or a password.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let (scheme, rest) = text.split_once("://").ok_or("expected scheme://host")?;
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (user, host) = authority.rsplit_once('@').unwrap_or(("", authority));
        match () {
            () if scheme.is_empty() || host.is_empty() => Err("expected scheme://host"),
            () if user.contains(':') || rest.contains("password=") => {
                Err("must hold no password; that goes into a file of its own")
            }
            () => Ok(Self(text.to_owned())),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for PublicUrl {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

/// `#[serde(deserialize_with = "boot::config::list")]`: an array in the file, comma separated in a variable.
///
/// # Errors
/// The value is neither.
pub fn list<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "a list")]
    enum Shape {
        Text(String),
        Array(Vec<String>),
    }
    Ok(match Shape::deserialize(deserializer)? {
        Shape::Array(items) => items,
        Shape::Text(text) => {
            text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
        }
    })
}

/// Section `http`: the API.
#[derive(Clone, Debug, Deserialize)]
pub struct HttpConfig {
    /// Where the API listens.
    pub listen: SocketAddr,
    /// Connections at a time; those beyond wait in the kernel's queue.
    #[serde(default = "HttpConfig::default_connections")]
    pub max_connections: usize,
    /// Whether the API is served within TLS to the gateway alone, both ends proved by certificates as in the section
    /// `internal`. Without it, as in tests that start a service by itself, it is plain HTTP for everybody.
    #[serde(default)]
    pub mutual_tls: bool,
}

impl HttpConfig {
    const fn default_connections() -> usize {
        1024
    }
}

impl Section for HttpConfig {
    const NAME: &'static str = "http";

    fn validate(&self) -> Result<(), Invalid> {
        match self.max_connections {
            1..=65_536 => Ok(()),
            _ => Err(Invalid::new("max_connections", "expected 1 to 65536")),
        }
    }
}

/// Section `ops`: health and metrics, for the operator's network alone.
#[derive(Clone, Debug, Deserialize)]
pub struct OpsConfig {
    /// Where health and metrics listen.
    pub listen: SocketAddr,
    /// Whether they are served within TLS, by the certificate of the section `internal`. Callers need none.
    #[serde(default)]
    pub tls: bool,
}

impl Section for OpsConfig {
    const NAME: &'static str = "ops";
}

/// Section `runtime`: threads.
#[derive(Clone, Debug, Deserialize)]
pub struct RuntimeConfig {
    /// Threads that run tasks; the cores of the machine, at most 4, unless said otherwise.
    #[serde(default = "RuntimeConfig::default_workers")]
    pub workers: usize,
    /// Threads for blocking calls (password hashes, files), made when needed.
    #[serde(default = "RuntimeConfig::default_blocking")]
    pub blocking: usize,
}

impl RuntimeConfig {
    fn default_workers() -> usize {
        std::thread::available_parallelism().map_or(1, |cores| cores.get().min(4))
    }

    const fn default_blocking() -> usize {
        32
    }
}

impl Section for RuntimeConfig {
    const NAME: &'static str = "runtime";

    fn validate(&self) -> Result<(), Invalid> {
        match (self.workers, self.blocking) {
            (0 | 257.., _) => Err(Invalid::new("workers", "expected 1 to 256")),
            (_, 0 | 1025..) => Err(Invalid::new("blocking", "expected 1 to 1024")),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Sample {
        name: String,
        count: u16,
        on: bool,
        #[serde(default, deserialize_with = "list")]
        tags: Vec<String>,
        password_file: Option<SecretFile>,
        url: Option<PublicUrl>,
    }

    impl Section for Sample {
        const NAME: &'static str = "sample";

        fn validate(&self) -> Result<(), Invalid> {
            if self.count > 9 { Err(Invalid::new("count", "expected at most 9")) } else { Ok(()) }
        }
    }

    /// The section from these fields, beside fields that are right.
    fn sample(fields: &[(&str, &str)]) -> Result<Sample, ConfigError> {
        let right = [("NAME", "123"), ("COUNT", "7"), ("ON", "true")];
        let given = right
            .iter()
            .chain(fields)
            .map(|(field, value)| (format!("TALL_SAMPLE__{field}"), (*value).to_owned()));
        let nowhere = ("TALL_CONFIG_DIRECTORY".to_owned(), "nowhere".to_owned());
        Settings::from_variables(given.chain([nowhere])).and_then(|settings| settings.section())
    }

    fn complaint(fields: &[(&str, &str)]) -> String {
        sample(fields).expect_err("refused").to_string()
    }

    #[test]
    fn variables_become_what_the_fields_are() {
        let sample = sample(&[("TAGS", "a, b,,c"), ("URL", "http://a")]).expect("right");

        assert_eq!(
            (sample.name.as_str(), sample.count, sample.on),
            ("123", 7, true),
            "a number may be a text"
        );
        assert_eq!(sample.tags, ["a", "b", "c"]);
        assert_eq!(sample.url.map(|url| url.to_string()).as_deref(), Some("http://a"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(complaint(&[("COUNT", "many")]), "TALL_SAMPLE__COUNT: expected u16");
        assert_eq!(complaint(&[("COUNT", "70000")]), "TALL_SAMPLE__COUNT: expected u16");
        assert_eq!(complaint(&[("COUNT", "10")]), "TALL_SAMPLE__COUNT: expected at most 9");
        assert_eq!(complaint(&[("ON", "perhaps")]), "TALL_SAMPLE__ON: expected a boolean");
        let unknown = complaint(&[("NAEM", "x")]);
        assert!(
            unknown.starts_with("TALL_SAMPLE__NAEM: is not known here; known are name, count"),
            "{unknown}"
        );
        let nowhere = complaint(&[("PASSWORD_FILE", "/nowhere/at/all")]);
        assert!(
            nowhere.starts_with("TALL_SAMPLE__PASSWORD_FILE: expected the path of a readable file"),
            "{nowhere}"
        );
    }

    #[test]
    fn nothing_at_all_names_the_first_that_is_missing() {
        let settings = Settings::from_variables([]).expect("nothing is wrong yet");
        let error = settings.section::<Sample>().expect_err("incomplete");

        assert_eq!(
            (error.variable(), error.to_string().as_str()),
            ("TALL_SAMPLE__NAME", "TALL_SAMPLE__NAME: is missing")
        );
    }

    #[test]
    fn an_environment_is_a_plain_name() {
        for environment in ["../local", "Local", "", "a b"] {
            let variables = [("TALL_ENVIRONMENT".to_owned(), environment.to_owned())];
            let error = Settings::from_variables(variables).err().expect("refused");
            assert_eq!(error.variable(), "TALL_ENVIRONMENT");
        }
    }

    #[test]
    fn a_secret_is_a_file_with_something_in_it() {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let path = folder.path().join("secret");
        let read = |content: &[u8]| {
            std::fs::write(&path, content).expect("written");
            SecretFile::read(&path)
        };

        assert_eq!(read(b"pass word\r\n").expect("a secret").expose(), "pass word");
        assert!(matches!(read(b" \n"), Err(SecretFileError::Empty)));
        assert!(matches!(read(&[b'a'; LARGEST_SECRET as usize + 1]), Err(SecretFileError::TooLarge)));
        assert!(matches!(read(b"\xff"), Err(SecretFileError::Unreadable(_))));

        let secret = read(b"old").expect("a secret");
        std::fs::write(&path, "new\n").expect("rotated");
        assert_eq!(secret.read_again().expect("the new one").expose_secret(), "new");
        assert_eq!(secret.expose(), "old");
    }

    #[test]
    fn an_address_holds_no_password() {
        for right in [
            "http://127.0.0.1:4318",
            "postgres://pii@127.0.0.1:24032/pii",
            "mongodb://a:1,b:2/?directConnection=true",
        ] {
            assert_eq!(PublicUrl::parse(right).map(|url| url.to_string()), Ok(right.to_owned()));
        }
        for wrong in [
            "",
            "127.0.0.1",
            "http://",
            "postgres://pii:pass@127.0.0.1/pii",
            "postgres://h/pii?user=a&password=b",
        ] {
            assert!(PublicUrl::parse(wrong).is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_secret_is_shown(secret in "[a-zA-Z0-9]{12,40}") {
            let folder = tempfile::tempdir().expect("a scratch folder");
            let path = folder.path().join("file");
            std::fs::write(&path, &secret).expect("written");

            let section = sample(&[("PASSWORD_FILE", &path.display().to_string())]).expect("right");
            prop_assert_eq!(section.password_file.as_ref().map(SecretFile::expose), Some(secret.as_str()));
            let shown = format!("{section:?} {section:#?}");
            prop_assert!(!shown.contains(&secret), "{}", shown);

            let misplaced = [("PASSWORD_FILE", secret.as_str()), ("URL", &format!("http://a:{secret}@b")), ("COUNT", &secret)];
            for field in misplaced {
                let shown = complaint(&[field]);
                prop_assert!(!shown.contains(&secret), "{}", shown);
            }
        }
    }
}
