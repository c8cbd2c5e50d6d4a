//! Fields and purposes, as requests and answers spell them.

use crate::{
    commands::opening::take,
    domain::{
        access,
        field::{Field, PersonalField},
        values::{Guardian, PostalAddress},
    },
};
use anyhow::Context;
use ids::UserId;
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

/// What for a user asks.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Purpose {
    /// A person looks at their own data.
    Own,
    /// A teacher looks at a student of theirs.
    Teaching,
    /// An admin runs the school.
    Administration,
    /// An admin must reach a person, or who answers for them.
    Contact,
}

impl From<Purpose> for access::Purpose {
    fn from(purpose: Purpose) -> Self {
        match purpose {
            Purpose::Own => Self::Own,
            Purpose::Teaching => Self::Teaching,
            Purpose::Administration => Self::Administration,
            Purpose::Contact => Self::Contact,
        }
    }
}

/// What is known of a person, as far as it was asked for and is there.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PersonView {
    /// Who it is.
    user_id: UserId,
    /// The address that mail goes to.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "anna@example.org")]
    email: Option<String>,
    /// The address that mail is to go to, once it is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pending_email: Option<String>,
    /// What a teacher calls.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Anna")]
    given_name: Option<String>,
    /// Of the family.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "de Vries")]
    family_name: Option<String>,
    /// The language to write in: `nl`, `en` or `ru`.
    #[serde(skip_serializing_if = "Option::is_none")]
    interface_language: Option<String>,
    /// The day of birth.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "2010-02-28", format = Date)]
    birth_date: Option<String>,
    /// A number to call, as E.164 has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "+31612345678")]
    phone: Option<String>,
    /// Where the person lives.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<PostalAddress>,
    /// Who answers for a minor.
    #[serde(skip_serializing_if = "Option::is_none")]
    guardian: Option<Guardian>,
    /// What an admin noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    admin_note: Option<String>,
}

impl PersonView {
    /// The fields that were opened.
    pub(crate) fn of(user_id: UserId, mut opened: Vec<PersonalField>) -> anyhow::Result<Self> {
        let mut text = |field| take(&mut opened, field).map(|value| value.expose_secret().to_owned());
        Ok(Self {
            user_id,
            email: text(Field::Email),
            pending_email: text(Field::PendingEmail),
            given_name: text(Field::GivenName),
            family_name: text(Field::FamilyName),
            interface_language: text(Field::InterfaceLanguage),
            birth_date: text(Field::BirthDate),
            phone: text(Field::Phone),
            address: structured(text(Field::Address))?,
            guardian: structured(text(Field::Guardian))?,
            admin_note: text(Field::AdminNote),
        })
    }
}

/// A value that is kept as JSON. The parser's own message would quote it.
fn structured<T: DeserializeOwned>(text: Option<String>) -> anyhow::Result<Option<T>> {
    text.map(|text| serde_json::from_str(&text).ok().context("a structured field that was parsed before"))
        .transpose()
}
