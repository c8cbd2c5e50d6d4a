use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an administrator does that is noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActionName {
    /// An account was made.
    Invited,
    /// An account has another role.
    RoleChanged,
    /// An account may no longer be used.
    Suspended,
    /// An account may be used again.
    Enabled,
    /// An account is gone.
    Deleted,
    /// All that is kept of a person was asked for.
    Exported,
    /// A person is forgotten.
    Erased,
    /// The second factors of an account were removed.
    FactorsRemoved,
    /// A session of an account was ended.
    SessionEnded,
    /// Every session of an account was ended.
    SessionsEnded,
    /// A student is taught by a teacher.
    TeacherLinked,
    /// A student is no longer taught by a teacher.
    TeacherUnlinked,
    /// Other versions of a client are let in.
    ClientPolicyChanged,
}

impl ActionName {
    const ALL: [(Self, &'static str); 13] = [
        (Self::Invited, "invited"),
        (Self::RoleChanged, "role-changed"),
        (Self::Suspended, "suspended"),
        (Self::Enabled, "enabled"),
        (Self::Deleted, "deleted"),
        (Self::Exported, "exported"),
        (Self::Erased, "erased"),
        (Self::FactorsRemoved, "factors-removed"),
        (Self::SessionEnded, "session-ended"),
        (Self::SessionsEnded, "sessions-ended"),
        (Self::TeacherLinked, "teacher-linked"),
        (Self::TeacherUnlinked, "teacher-unlinked"),
        (Self::ClientPolicyChanged, "client-policy-changed"),
    ];

    /// As the store and the API spell it.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(action, _)| *action == self).map_or("", |(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_is_spelled_in_the_store_as_in_the_api() {
        for (action, name) in ActionName::ALL {
            assert_eq!(serde_json::to_value(action).expect("a text"), name);
            assert_eq!(action.as_str(), name);
        }
    }
}
