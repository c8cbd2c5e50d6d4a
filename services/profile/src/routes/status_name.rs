use crate::domain::UserStatus;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A status of an account, as the API spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StatusName {
    /// It may be used.
    Active,
    /// It may not.
    Suspended,
    /// It is gone.
    Deleted,
}

impl From<UserStatus> for StatusName {
    fn from(status: UserStatus) -> Self {
        match status {
            UserStatus::Active => Self::Active,
            UserStatus::Suspended => Self::Suspended,
            UserStatus::Deleted => Self::Deleted,
        }
    }
}

impl From<StatusName> for UserStatus {
    fn from(name: StatusName) -> Self {
        match name {
            StatusName::Active => Self::Active,
            StatusName::Suspended => Self::Suspended,
            StatusName::Deleted => Self::Deleted,
        }
    }
}
