//! The rules of identity: what is an address, a password, a session that may go on. No HTTP, no SQL, no Kafka.

mod action_name;
pub mod catalogue;
mod client_policy;
pub mod code;
mod email_address;
pub mod identity;
mod limit;
mod origin;
pub mod passkey;
mod password;
mod person_name;
mod registration;
pub mod role_change;
pub mod second_factor;
pub mod security_event;
pub mod session;
mod settings_change;
mod text;
mod time_zone;
pub mod user_import;
mod user_status;

pub use action_name::ActionName;
pub use client_policy::ClientPolicy;
pub use code::Purpose;
pub use email_address::{EmailAddress, NotAnEmailAddress};
pub use identity::{AuthorizationCode, Identity, ProviderId};
pub use limit::Limit;
pub use origin::{DeviceName, Origin, Place};
pub use passkey::{NotAPasskeyName, PasskeyName};
pub use password::{NotAPassword, Password};
pub use person_name::{NotAPersonName, PersonName};
pub use registration::Registration;
pub use settings_change::SettingsChange;
pub use time_zone::{NotATimeZone, TimeZone};
pub use user_status::{NotAUserStatus, UserStatus};

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use events::Language;

    /// A registration with everything else as usual.
    pub(crate) fn registration(email: &str, given_name: &str, family_name: &str) -> Registration {
        Registration {
            email: EmailAddress::parse(email).expect("an address"),
            password: Password::parse(&"correct horse".into()).expect("a password"),
            given_name: PersonName::parse(given_name).expect("a name"),
            family_name: PersonName::parse(family_name).expect("a name"),
            interface_language: Language::Nl,
            time_zone: TimeZone::default(),
        }
    }
}
