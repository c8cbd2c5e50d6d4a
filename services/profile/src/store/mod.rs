//! Queries, as plain functions over one connection. Whoever calls decides where a transaction begins and ends.

pub mod admin_actions;
pub mod attempts;
pub mod authorizations;
pub mod challenges;
pub mod client_policies;
pub mod client_usage;
pub mod codes;
pub mod email_changes;
pub mod forgotten;
pub mod identities;
pub mod key_versions;
pub mod links;
pub mod passkeys;
pub mod recovery_codes;
pub mod registrations;
pub mod schema;
pub mod security_events;
pub mod sessions;
pub mod totp_factors;
pub mod unproved;
pub mod user_imports;
pub mod users;

use std::{error::Error, str::FromStr};

/// A text column that holds one of the symbols of an enum.
fn symbol<T>(text: &str) -> sqlx::Result<T>
where
    T: FromStr,
    T::Err: Error + Send + Sync + 'static,
{
    text.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))
}
