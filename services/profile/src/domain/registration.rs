use super::{EmailAddress, Password, PersonName, TimeZone};
use events::Language;

/// What somebody who asks for an account says about themself.
#[derive(Debug, Clone)]
pub struct Registration {
    /// Where mail reaches them, and what they log in with.
    pub email: EmailAddress,
    /// What they log in with.
    pub password: Password,
    /// For pii.
    pub given_name: PersonName,
    /// For pii.
    pub family_name: PersonName,
    /// The language of the interface.
    pub interface_language: Language,
    /// Where their days begin and end.
    pub time_zone: TimeZone,
}
