//! What profile, pii and the read model know, asked for at the moment of sending.

use crate::{
    domain::{
        digest::Digest,
        mail::{Mail, Which},
    },
    store::digests::Digests,
};
use anyhow::Context as _;
use boot::Peer;
use chrono::{DateTime, Utc};
use events::Language;
use ids::UserId;
use reqwest::StatusCode;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use std::fmt;

const LARGEST: usize = 16 * 1024;

/// Where a person is written to, and how.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    /// The address.
    pub email: String,
    /// The name by which they are greeted.
    pub given_name: String,
    /// The language that they read.
    pub interface_language: Language,
}

impl fmt::Debug for Recipient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Recipient")
            .field("interface_language", &self.interface_language)
            .finish_non_exhaustive()
    }
}

/// A code that is good once.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Code {
    /// The code.
    pub code: SecretString,
    /// Until when.
    pub expires_at: DateTime<Utc>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CodeRequest {
    user_id: UserId,
    purpose: &'static str,
}

/// What a mail encloses.
#[derive(Clone, Debug)]
pub enum Enclosure {
    /// Nothing: it says that something happened.
    Nothing,
    /// A code.
    Code(Code),
    /// A digest.
    Digest(Digest),
}

impl Enclosure {
    pub(super) const fn code(&self) -> Option<&Code> {
        match self {
            Self::Code(code) => Some(code),
            Self::Nothing | Self::Digest(_) => None,
        }
    }

    pub(super) const fn digest(&self) -> Option<&Digest> {
        match self {
            Self::Digest(digest) => Some(digest),
            Self::Nothing | Self::Code(_) => None,
        }
    }
}

/// Why something was not told.
#[derive(Debug, thiserror::Error)]
pub enum Untold {
    /// Not now.
    #[error(transparent)]
    NotNow(#[from] anyhow::Error),
    /// There is none: it was used, replaced or erased.
    #[error("{0}")]
    Never(&'static str),
}

/// Profile, pii, and the read model.
#[derive(Clone)]
pub struct Sources {
    profile: Peer,
    pii: Peer,
    digests: Digests,
}

impl Sources {
    /// These.
    pub const fn new(profile: Peer, pii: Peer, digests: Digests) -> Self {
        Self { profile, pii, digests }
    }

    /// What a mail encloses.
    pub(super) async fn enclosure(&self, mail: &Mail, now: DateTime<Utc>) -> Result<Enclosure, Untold> {
        if mail.kind.is_digest() {
            let digest = self.digests.of(mail, now).await.context("a digest")?;
            return digest.map(Enclosure::Digest).ok_or(Untold::Never("nobody wants it"));
        }
        Ok(self.code(mail).await?.map_or(Enclosure::Nothing, Enclosure::Code))
    }

    /// The code of a mail that carries one. Asked again, profile gives a code for the same cause.
    async fn code(&self, mail: &Mail) -> Result<Option<Code>, Untold> {
        let Some(purpose) = mail.kind.code_purpose() else { return Ok(None) };
        let body = CodeRequest { user_id: mail.user_id, purpose };
        let asked = self.profile.put(&format!("/internal/v1/profile/codes/{}", mail.cause_id));
        let answer = asked.json(&body).send().await.map_err(without_url).context("a code of profile")?;
        match answer.status() {
            status if status.is_success() => {
                Ok(Some(boot::read_json(answer, LARGEST).await.context("a code of profile")?))
            }
            StatusCode::NOT_FOUND
            | StatusCode::CONFLICT
            | StatusCode::GONE
            | StatusCode::UNPROCESSABLE_ENTITY => Err(Untold::Never("profile has no code for it")),
            status => Err(anyhow::anyhow!("profile answers {status} for a code").into()),
        }
    }

    /// The address of a mail's reader. A person whom pii does not know may be on their way to it.
    pub(super) async fn recipient(&self, mail: &Mail) -> Result<Recipient, Untold> {
        let Mail { user_id, cause_id, which, .. } = mail;
        let path = address_path(*user_id, cause_id, *which);
        let answer = self.pii.get(&path).send().await.map_err(without_url).context("an address of pii")?;
        match answer.status() {
            status if status.is_success() => {
                Ok(boot::read_json(answer, LARGEST).await.context("an address of pii")?)
            }
            StatusCode::GONE => Err(Untold::Never("the person is erased")),
            status => Err(anyhow::anyhow!("pii answers {status} for an address").into()),
        }
    }
}

fn address_path(user: UserId, cause: &str, which: Which) -> String {
    format!("/internal/v1/pii/people/{user}/address?purpose=mail&causeId={cause}&which={}", which.name())
}

/// The URL names the person.
fn without_url(error: reqwest::Error) -> reqwest::Error {
    error.without_url()
}
