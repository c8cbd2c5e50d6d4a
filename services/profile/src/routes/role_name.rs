use events::profile::Role;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A role, as the API spells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RoleName {
    /// Runs the infrastructure, creates users, sets roles.
    TechnicalAdmin,
    /// Owns the content, links teachers to students.
    EducationalAdmin,
    /// Sees the progress of their own students.
    Teacher,
    /// Learns.
    Student,
}

impl From<Role> for RoleName {
    fn from(role: Role) -> Self {
        match role {
            Role::TechnicalAdmin => Self::TechnicalAdmin,
            Role::EducationalAdmin => Self::EducationalAdmin,
            Role::Teacher => Self::Teacher,
            Role::Student => Self::Student,
        }
    }
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::TechnicalAdmin => Self::TechnicalAdmin,
            RoleName::EducationalAdmin => Self::EducationalAdmin,
            RoleName::Teacher => Self::Teacher,
            RoleName::Student => Self::Student,
        }
    }
}
