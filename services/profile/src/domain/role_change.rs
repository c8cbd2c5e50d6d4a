//! When a user's role may change, and what else changes with it.

use events::profile::Role;

/// Why it may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// Nobody would be left who can set roles.
    #[error("this is the last technical administrator")]
    LastTechnicalAdmin,
}

/// Whether a user of role `from` may become `to`, when there are `technical_admins` technical administrators.
pub fn check(from: Role, to: Role, technical_admins: i64) -> Result<(), Refusal> {
    let steps_down = from == Role::TechnicalAdmin && to != Role::TechnicalAdmin;
    if steps_down && technical_admins <= 1 { Err(Refusal::LastTechnicalAdmin) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_technical_admin_stays() {
        assert_eq!(check(Role::TechnicalAdmin, Role::Teacher, 1), Err(Refusal::LastTechnicalAdmin));
        assert_eq!(check(Role::TechnicalAdmin, Role::Teacher, 2), Ok(()));
        assert_eq!(check(Role::TechnicalAdmin, Role::TechnicalAdmin, 1), Ok(()));
    }

    #[test]
    fn anybody_else_may_change() {
        for from in [Role::Student, Role::Teacher, Role::EducationalAdmin] {
            for to in Role::ALL {
                assert_eq!(check(from, *to, 1), Ok(()));
            }
        }
    }
}
