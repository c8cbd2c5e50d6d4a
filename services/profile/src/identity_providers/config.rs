use super::{fetcher::Fetcher, provider::Provider};
use crate::domain::ProviderId;
use anyhow::Context as _;
use boot::{PublicUrl, ReadableFile, SecretFile, Section, config::Invalid};
use openidconnect::{ClientId, IssuerUrl, RedirectUrl};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::PathBuf};

/// Section `oidc`: by whose word people may log in beside their password. Without a file by nobody's.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OidcConfig {
    /// A TOML file with a table a provider; see docs/OPERATIONS.md.
    pub providers_file: Option<ReadableFile>,
    /// The page of the client that providers send people back to, as it is registered with each of them.
    pub redirect_uri: Option<PublicUrl>,
    /// The authorities of their certificates, where those are not the usual ones.
    pub ca_file: Option<ReadableFile>,
}

/// One provider, as the file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// As people know it.
    name: String,
    /// Its issuer, to the letter.
    issuer: String,
    /// By which it knows us.
    client_id: String,
    /// What it gave us to prove that, in a file of its own. Read anew for each use.
    client_secret_file: PathBuf,
}

impl OidcConfig {
    /// The providers of the file.
    pub(super) fn providers(&self) -> anyhow::Result<Vec<Provider>> {
        let (Some(file), Some(redirect_uri)) = (&self.providers_file, &self.redirect_uri) else {
            return Ok(Vec::new());
        };
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        // The complaint of the parser may quote what it read.
        let entries: BTreeMap<String, Entry> =
            toml::from_str(&text).map_err(|error| anyhow::anyhow!("not as expected: {}", error.message()))?;
        let redirect_uri = RedirectUrl::new(redirect_uri.as_str().to_owned()).context("the redirect URI")?;
        let fetcher = Fetcher::trusting(self.ca_file.as_deref())?;
        entries
            .into_iter()
            .map(|(id, entry)| {
                let about = format!("provider {id}");
                provider(&id, entry, redirect_uri.clone(), fetcher.clone()).context(about)
            })
            .collect()
    }
}

fn provider(id: &str, entry: Entry, redirect_uri: RedirectUrl, fetcher: Fetcher) -> anyhow::Result<Provider> {
    let issuer = IssuerUrl::new(entry.issuer).context("issuer")?;
    anyhow::ensure!(is_plain_https(issuer.as_str()), "issuer: expected https:// without query and fragment");
    anyhow::ensure!(!entry.name.trim().is_empty(), "name: expected what people call it");
    SecretFile::read(&entry.client_secret_file).context("client_secret_file")?;
    Ok(Provider::new(
        ProviderId::parse(id)?,
        entry.name,
        issuer,
        ClientId::new(entry.client_id),
        entry.client_secret_file,
        redirect_uri,
        fetcher,
    ))
}

fn is_plain_https(address: &str) -> bool {
    address.starts_with("https://") && !address.contains(['?', '#'])
}

impl Section for OidcConfig {
    const NAME: &'static str = "oidc";

    fn validate(&self) -> Result<(), Invalid> {
        match (&self.providers_file, &self.redirect_uri) {
            (Some(_), None) => {
                Err(Invalid::new("redirect_uri", "expected together with the file of providers"))
            }
            (_, Some(uri)) if !is_plain_https(uri.as_str()) => {
                Err(Invalid::new("redirect_uri", "expected https:// without query and fragment"))
            }
            _ => self
                .providers()
                .map(drop)
                .map_err(|error| Invalid::new("providers_file", format!("{error:#}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn config(folder: &Path, providers: &str) -> OidcConfig {
        fs::write(folder.join("secret"), "s3cret").expect("a secret");
        let file = folder.join("providers.toml");
        fs::write(&file, providers.replace("SECRET", &folder.join("secret").display().to_string()))
            .expect("a file");
        OidcConfig {
            providers_file: Some(ReadableFile::open(file).expect("a file")),
            redirect_uri: Some(PublicUrl::parse("https://tall.example/log-in/school").expect("an address")),
            ca_file: None,
        }
    }

    const RIGHT: &str = "[school]\nname = 'The school'\nissuer = 'https://login.school.example'\n\
                         client_id = 'tall'\nclient_secret_file = 'SECRET'\n";

    #[test]
    fn what_is_right_is_taken_and_its_secret_not_shown() {
        let folder = tempfile::tempdir().expect("a folder");
        let config = config(folder.path(), RIGHT);
        config.validate().expect("right");
        assert!(!format!("{config:?}").contains("s3cret"));
        assert!(OidcConfig::default().validate().is_ok(), "no school needs one");
    }

    #[test]
    fn what_is_wrong_is_refused_at_start() {
        let folder = tempfile::tempdir().expect("a folder");
        for (right, wrong) in [
            ("https://login", "http://login"),
            ("school.example'", "school.example?x'"),
            ("[school]", "[The_School]"),
            ("'The school'", "' '"),
            ("SECRET", "/nowhere/at/all"),
            ("client_id", "client"),
            ("[school]", "[school]\nclient_secret = 'in the file'"),
        ] {
            let told = config(folder.path(), &RIGHT.replace(right, wrong)).validate();
            assert!(told.is_err(), "{wrong}");
            assert!(!told.expect_err("refused").to_string().contains("in the file"));
        }
        let right = config(folder.path(), RIGHT);
        assert!(OidcConfig { redirect_uri: None, ..right.clone() }.validate().is_err());
        let plain = PublicUrl::parse("http://tall.example/log-in").expect("an address");
        assert!(OidcConfig { redirect_uri: Some(plain), ..right }.validate().is_err());
    }
}
