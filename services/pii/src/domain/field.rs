//! What is known of a person, field by field.

use secrecy::SecretString;
use std::{fmt, str::FromStr};

/// A personal field. Its name is the column of its AAD and the word in the access log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The address that mail goes to.
    Email,
    /// The address that mail is to go to, once the person has confirmed it.
    PendingEmail,
    /// The name that a teacher calls.
    GivenName,
    /// The name of the family.
    FamilyName,
    /// The language to write to the person in.
    InterfaceLanguage,
    /// The day of birth.
    BirthDate,
    /// A number to call.
    Phone,
    /// Where the person lives.
    Address,
    /// Who answers for a minor.
    Guardian,
    /// What an admin noted.
    AdminNote,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 10] = [
        Self::Email,
        Self::PendingEmail,
        Self::GivenName,
        Self::FamilyName,
        Self::InterfaceLanguage,
        Self::BirthDate,
        Self::Phone,
        Self::Address,
        Self::Guardian,
        Self::AdminNote,
    ];

    /// The stable name: stored, logged, part of the AAD.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::PendingEmail => "pending-email",
            Self::GivenName => "given-name",
            Self::FamilyName => "family-name",
            Self::InterfaceLanguage => "interface-language",
            Self::BirthDate => "birth-date",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Guardian => "guardian",
            Self::AdminNote => "admin-note",
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A text that names no field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such personal field")]
pub struct UnknownField;

impl FromStr for Field {
    type Err = UnknownField;

    fn from_str(name: &str) -> Result<Self, UnknownField> {
        Self::ALL.into_iter().find(|field| field.name() == name).ok_or(UnknownField)
    }
}

/// A field with its value, which never prints.
#[derive(Debug)]
pub struct PersonalField {
    /// Which one.
    pub field: Field,
    /// What the person wrote.
    pub value: SecretString,
}

/// What becomes of a field.
#[derive(Debug)]
pub struct Edit {
    /// Which one.
    pub field: Field,
    /// What stands there from now on; `None` when nothing does.
    pub value: Option<SecretString>,
}

impl From<PersonalField> for Edit {
    fn from(PersonalField { field, value }: PersonalField) -> Self {
        Self { field, value: Some(value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_back_to_its_field() {
        for field in Field::ALL {
            assert_eq!(field.name().parse(), Ok(field));
        }
        assert_eq!("shoe-size".parse::<Field>(), Err(UnknownField));
    }
}
