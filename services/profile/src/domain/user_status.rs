use events::profile::AccountStatus;
use std::{fmt, str::FromStr};

/// Whether an account may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserStatus {
    /// It may.
    Active,
    /// It may not, until an administrator enables it.
    Suspended,
    /// It is gone for good.
    Deleted,
}

/// A text that is no status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a status of an account")]
pub struct NotAUserStatus;

impl UserStatus {
    /// As the store spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Deleted => "deleted",
        }
    }

    /// As facts tell it: to a reader, what is gone is suspended.
    pub const fn told(self) -> AccountStatus {
        match self {
            Self::Active => AccountStatus::Active,
            Self::Suspended | Self::Deleted => AccountStatus::Suspended,
        }
    }
}

impl From<AccountStatus> for UserStatus {
    fn from(status: AccountStatus) -> Self {
        match status {
            AccountStatus::Active => Self::Active,
            AccountStatus::Suspended => Self::Suspended,
        }
    }
}

impl fmt::Display for UserStatus {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

impl FromStr for UserStatus {
    type Err = NotAUserStatus;

    fn from_str(text: &str) -> Result<Self, NotAUserStatus> {
        [Self::Active, Self::Suspended, Self::Deleted]
            .into_iter()
            .find(|status| status.as_str() == text)
            .ok_or(NotAUserStatus)
    }
}
