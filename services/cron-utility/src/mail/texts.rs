//! What mails say: one file a language under `mail/`, one layout for all.

use super::{Code, Enclosure, Recipient};
use crate::domain::{
    digest::Digest,
    mail::{Kind, Mail},
};
use anyhow::Context as _;
use chrono::{DateTime, Utc};
use chrono_tz::Europe::Amsterdam;
use events::Language;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, value::Serde};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const FILES: [(Language, &str); 3] = [
    (Language::Nl, include_str!("../../mail/nl.toml")),
    (Language::En, include_str!("../../mail/en.toml")),
    (Language::Ru, include_str!("../../mail/ru.toml")),
];

/// Where a reader turns digests off.
const SETTINGS: &str = "settings";

/// A file of texts. They may use `{{ name }}`, `{{ at }}`, when it happened, and in a digest `{{ digest }}`. A text that comes
/// out empty is left out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Translation {
    greeting: String,
    code: String,
    valid_until: String,
    closing: String,
    footer: String,
    mails: BTreeMap<Kind, Wording>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    subject: String,
    /// Before the code or the link.
    paragraphs: Vec<String>,
    /// Behind the paragraphs, one below the other.
    #[serde(default)]
    lines: Vec<String>,
    /// What the link says, where there is one.
    action: Option<String>,
    /// Behind the code or the link.
    after: Vec<String>,
}

/// What texts may use.
#[derive(Serialize)]
struct Facts<'a> {
    name: &'a str,
    at: String,
    until: Option<String>,
    digest: Option<&'a Digest>,
}

/// What the layouts are filled with.
#[derive(Serialize)]
struct Page<'a> {
    language: &'a str,
    subject: &'a str,
    greeting: String,
    paragraphs: Vec<String>,
    lines: Vec<String>,
    code: Option<&'a str>,
    code_label: &'a str,
    valid_until: Option<String>,
    action: Option<&'a str>,
    link: Option<String>,
    after: Vec<String>,
    closing: &'a str,
    footer: &'a str,
}

/// The texts of every mail in every language.
pub struct Texts {
    layouts: Environment<'static>,
    translations: BTreeMap<&'static str, Translation>,
    client_url: String,
}

/// A mail as its reader sees it.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The subject.
    pub subject: String,
    /// For those who read plain text.
    pub text: String,
    /// For everybody else.
    pub html: String,
}

impl Texts {
    /// The texts, with links to the client at `client_url`.
    ///
    /// # Errors
    /// A file lacks a kind of mail, or is no TOML.
    pub fn new(client_url: &str) -> anyhow::Result<Self> {
        let mut layouts = Environment::new();
        layouts.set_undefined_behavior(UndefinedBehavior::Strict);
        layouts.set_auto_escape_callback(|name| match name.ends_with(".html") {
            true => AutoEscape::Html,
            false => AutoEscape::None,
        });
        layouts.add_template("layout.html", include_str!("../../mail/layout.html"))?;
        layouts.add_template("layout.txt", include_str!("../../mail/layout.txt"))?;
        let mut translations = BTreeMap::new();
        for (language, file) in FILES {
            let translation: Translation =
                toml::from_str(file).with_context(|| format!("mail/{}.toml", language.as_str()))?;
            for kind in Kind::ALL {
                let wording = translation.mails.get(&kind);
                let wording =
                    wording.with_context(|| format!("mail/{}.toml lacks {kind}", language.as_str()))?;
                anyhow::ensure!(
                    wording.action.is_some() == kind.place().is_some(),
                    "mail/{}.toml: {kind} has an action if it has a link",
                    language.as_str()
                );
            }
            translations.insert(language.as_str(), translation);
        }
        Ok(Self { layouts, translations, client_url: client_url.trim_end_matches('/').to_owned() })
    }

    /// Writes a mail to its reader.
    ///
    /// # Errors
    /// A text uses what it may not.
    pub fn write(&self, mail: &Mail, reader: &Recipient, enclosure: &Enclosure) -> anyhow::Result<Letter> {
        let code = enclosure.code();
        let language = reader.interface_language.as_str();
        let translation = self.translations.get(language).context("a language without texts")?;
        let wording = translation.mails.get(&mail.kind).context("a mail without texts")?;
        let facts = Facts {
            name: &reader.given_name,
            at: local(mail.caused_at),
            until: code.map(|code| local(code.expires_at)),
            digest: enclosure.digest(),
        };
        let say = |text: &String| self.layouts.render_str(text, Serde(&facts));
        let is_said = |text: &Result<String, _>| !text.as_ref().is_ok_and(String::is_empty);
        let say_all = |texts: &[String]| texts.iter().map(say).filter(is_said).collect::<Result<Vec<_>, _>>();
        let subject = say(&wording.subject)?;
        let page = Page {
            language,
            subject: &subject,
            greeting: say(&translation.greeting)?,
            paragraphs: say_all(&wording.paragraphs)?,
            lines: say_all(&wording.lines)?,
            code: code.map(|code| code.code.expose_secret()),
            code_label: &translation.code,
            valid_until: code.map(|_| say(&translation.valid_until)).transpose()?,
            action: wording.action.as_deref(),
            link: self.link(mail, code),
            after: say_all(&wording.after)?,
            closing: &translation.closing,
            footer: &translation.footer,
        };
        let text = self.layouts.get_template("layout.txt")?.render(Serde(&page))?;
        let html = self.layouts.get_template("layout.html")?.render(Serde(&page))?;
        Ok(Letter { subject, text, html })
    }

    /// Where in the client the mails of a kind are turned off, if they can be.
    pub fn place_to_unsubscribe(&self, kind: Kind) -> Option<String> {
        kind.is_digest().then(|| format!("{}/{SETTINGS}", self.client_url))
    }

    /// What is behind `#` no server sees, and no log. With the user's id it works on every device, also where nobody has
    /// logged in.
    fn link(&self, mail: &Mail, code: Option<&Code>) -> Option<String> {
        let place = format!("{}/{}", self.client_url, mail.kind.place()?);
        Some(match code {
            Some(code) => format!("{place}#user={}&code={}", mail.user_id, code.code.expose_secret()),
            None => place,
        })
    }
}

/// As the school's clocks show it.
fn local(instant: DateTime<Utc>) -> String {
    instant.with_timezone(&Amsterdam).format("%d-%m-%Y %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// Where the client's screens are, as its own tests open them.
    fn screens() -> String {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../clients/e2e/screens");
        let files = fs::read_dir(folder).expect("the screens").map(|file| file.expect("a file").path());
        files.map(|file| fs::read_to_string(file).expect("a text")).collect()
    }

    #[test]
    fn every_link_leads_to_a_screen_of_the_client() {
        let screens = screens();
        for place in Kind::ALL.into_iter().filter_map(Kind::place).chain([SETTINGS]) {
            let leads = ["'", "#"].iter().any(|end| screens.contains(&format!("path: '/{place}{end}")));
            assert!(leads, "no screen is at /{place}");
        }
    }
}
