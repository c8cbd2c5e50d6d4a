//! Who a service is to its database, in a file that a rotation replaces.

use crate::{SecretFile, config::SecretFileError, json_object};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, de};
use std::path::PathBuf;

/// A role of a database and its password.
#[derive(Clone, Debug, Deserialize)]
pub struct Credentials {
    /// The role that logs in.
    pub username: String,
    /// Its password.
    pub password: SecretString,
}

impl PartialEq for Credentials {
    fn eq(&self, other: &Self) -> bool {
        self.username == other.username && self.password.expose_secret() == other.password.expose_secret()
    }
}

/// A file with [`Credentials`], as Secrets Manager keeps those of a database: `{"username":"…","password":"…"}`.
///
/// Both are in one file, so that they change as one: a rotation gives a second role a new password and then names it
/// here, while connections of the first go on ("alternating users" in the rotation strategies of Secrets Manager).
#[derive(Clone, Debug)]
pub struct CredentialsFile {
    file: SecretFile,
    at_start: Credentials,
}

/// Why a [`CredentialsFile`] cannot be used. Says neither path nor content.
#[derive(Debug, thiserror::Error)]
pub enum CredentialsFileError {
    /// There is no such file.
    #[error(transparent)]
    File(#[from] SecretFileError),
    /// It says something else.
    #[error("expected the path of a JSON object with `username` and `password`, neither of them empty")]
    Content,
}

impl CredentialsFile {
    /// Reads the file.
    ///
    /// # Errors
    /// It is no readable file with credentials.
    pub fn read(path: impl Into<PathBuf>) -> Result<Self, CredentialsFileError> {
        let file = SecretFile::read(path)?;
        let at_start = parse(file.secret())?;
        Ok(Self { file, at_start })
    }

    /// The credentials as they were at start.
    #[must_use]
    pub fn at_start(&self) -> &Credentials {
        &self.at_start
    }

    /// The credentials as the file holds them now.
    ///
    /// # Errors
    /// As [`CredentialsFile::read`].
    pub fn read_again(&self) -> Result<Credentials, CredentialsFileError> {
        parse(&self.file.read_again()?)
    }
}

impl<'de> Deserialize<'de> for CredentialsFile {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(PathBuf::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

fn parse(text: &SecretString) -> Result<Credentials, CredentialsFileError> {
    json_object::<Credentials>(text.expose_secret().as_bytes())
        .filter(|found| !found.username.is_empty() && !found.password.expose_secret().is_empty())
        .ok_or(CredentialsFileError::Content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(content: &str) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), content).expect("a file");
        file
    }

    #[test]
    fn what_the_file_says_now_is_read_again() {
        let file = file(r#"{"username":"profile_1","password":"one","engine":"postgres"}"#);
        let credentials = CredentialsFile::read(file.path()).expect("credentials");
        assert_eq!(credentials.at_start().username, "profile_1");
        assert_eq!(credentials.read_again().expect("credentials"), *credentials.at_start());
        std::fs::write(file.path(), r#"{"username":"profile_2","password":"two"}"#).expect("a file");
        let now = credentials.read_again().expect("credentials");
        assert_eq!((now.username.as_str(), now.password.expose_secret()), ("profile_2", "two"));
        assert_ne!(now, *credentials.at_start());
    }

    #[test]
    fn what_is_no_credentials_is_refused_and_not_repeated() {
        for content in [
            "hunter2",
            r#"["a","hunter2"]"#,
            r#"{"username":"a"}"#,
            r#"{"username":"","password":"hunter2"}"#,
        ] {
            let refused = CredentialsFile::read(file(content).path()).expect_err(content).to_string();
            assert!(refused.starts_with("expected the path of a JSON object"), "{refused}");
        }
        assert!(CredentialsFile::read("/nowhere/at/all").is_err());
    }

    #[test]
    fn nothing_prints_the_password() {
        let credentials = CredentialsFile::read(file(r#"{"username":"a","password":"hunter2"}"#).path());
        assert!(!format!("{credentials:?}").contains("hunter2"));
    }
}
