//! Entries of the log of consents, as requests and answers spell them.

use crate::store::consents::Consent;
use ids::{ConsentId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::Timestamp;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, ToSchema)]
        #[serde(rename_all = "kebab-case")]
        pub(crate) enum $name {
            $($(#[$about])* $variant,)+
        }

        impl $name {
            /// As it is kept.
            pub(crate) const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }
    )+};
}

words! {
    /// Whether they agree.
    Decision {
        /// From now on.
        Given = "given",
        /// No longer.
        Withdrawn = "withdrawn",
    }
    /// Who said it.
    Speaker {
        /// The person.
        Person = "person",
        /// Who answers for them.
        Guardian = "guardian",
    }
    /// How it was said.
    How {
        /// By the person, here.
        InApp = "in-app",
        /// To the school, signed.
        OnPaper = "on-paper",
        /// To the school, called.
        ByPhone = "by-phone",
        /// To the school, there.
        InPerson = "in-person",
    }
}

/// An entry of the log.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConsentView {
    /// Which.
    consent_id: ConsentId,
    /// About which document.
    #[schema(example = "privacy-statement")]
    document: String,
    /// In which version.
    #[schema(example = "2026-11-01")]
    version: String,
    /// `given` or `withdrawn`.
    #[schema(example = "given")]
    decision: String,
    /// `person` or `guardian`.
    #[schema(example = "person")]
    said_by: String,
    /// How it was said.
    #[schema(example = "in-app")]
    how: String,
    /// The user who entered it.
    recorded_by: UserId,
    /// When.
    said_at: Timestamp,
}

impl From<Consent> for ConsentView {
    fn from(consent: Consent) -> Self {
        Self {
            consent_id: consent.consent_id,
            document: consent.document,
            version: consent.version,
            decision: consent.decision,
            said_by: consent.said_by,
            how: consent.how,
            recorded_by: consent.recorded_by,
            said_at: consent.said_at.into(),
        }
    }
}
