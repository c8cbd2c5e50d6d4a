//! What one-time codes are for, how long they hold, how often they may be tried.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// Wrong codes after which the right one is void. With fifty bits in a code, nobody gets anywhere near it; with fewer
/// attempts, a stranger could spoil the code of somebody else too easily.
pub const MOST_ATTEMPTS: i32 = 50;

/// What a one-time code proves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// That mail to an address reaches its user.
    VerifyEmail,
    /// That somebody who forgot the password is the user.
    ResetPassword,
    /// That somebody for whom an account was made takes it.
    Invitation,
}

impl Purpose {
    /// As the store and the API spell it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VerifyEmail => "verify-email",
            Self::ResetPassword => "reset-password",
            Self::Invitation => "invitation",
        }
    }

    /// How long a code holds, from the writing of its mail.
    pub fn lifetime(self) -> TimeDelta {
        match self {
            Self::VerifyEmail => TimeDelta::days(1),
            Self::ResetPassword => TimeDelta::hours(1),
            Self::Invitation => TimeDelta::days(7),
        }
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
