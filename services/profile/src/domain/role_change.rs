//! When a user's role may change, and what else changes with it.

use events::profile::Role;

/// Why it may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// An educational administrator gives the roles of teacher and student alone, to teachers and students alone.
    #[error("this role is given by technical administrators")]
    NotYours,
    /// Nobody would be left who can set roles.
    #[error("this is the last technical administrator")]
    LastTechnicalAdmin,
}

/// Whether somebody of role `by` may make `to` of a user of role `from`, when there are `others` beside that user who are
/// technical administrators and may log in.
pub fn check(by: Role, from: Role, to: Role, others: i64) -> Result<(), Refusal> {
    let of_a_school = |role| matches!(role, Role::Teacher | Role::Student);
    match by {
        Role::TechnicalAdmin if to == Role::TechnicalAdmin => Ok(()),
        Role::TechnicalAdmin => may_step_down(from, others),
        Role::EducationalAdmin if of_a_school(from) && of_a_school(to) => Ok(()),
        _ => Err(Refusal::NotYours),
    }
}

/// Whether somebody of role `by` may make an account of this role.
pub fn may_make(by: Role, role: Role) -> bool {
    check(by, role, role, i64::MAX).is_ok()
}

/// Of which roles the people are that somebody of role `by` finds in lists: an educational administrator the school's.
pub const fn listed_for(by: Role) -> &'static [Role] {
    match by {
        Role::TechnicalAdmin => Role::ALL,
        Role::EducationalAdmin => &[Role::Teacher, Role::Student],
        Role::Teacher | Role::Student => &[],
    }
}

/// Whether somebody of this role may cease to be what they are: demoted, suspended, deleted or forgotten. `others` are the
/// technical administrators beside them who may log in.
pub fn may_step_down(role: Role, others: i64) -> Result<(), Refusal> {
    let is_last = role == Role::TechnicalAdmin && others == 0;
    if is_last { Err(Refusal::LastTechnicalAdmin) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_technical_admin_stays() {
        let admin = Role::TechnicalAdmin;
        assert_eq!(check(admin, admin, Role::Teacher, 0), Err(Refusal::LastTechnicalAdmin));
        assert_eq!(check(admin, admin, Role::Teacher, 1), Ok(()));
        assert_eq!(check(admin, admin, admin, 0), Ok(()));
        assert_eq!(may_step_down(admin, 0), Err(Refusal::LastTechnicalAdmin));
        assert_eq!(may_step_down(Role::EducationalAdmin, 0), Ok(()));
    }

    #[test]
    fn an_educational_admin_moves_between_teacher_and_student_alone() {
        let mut given = Vec::new();
        for from in Role::ALL {
            for to in Role::ALL {
                if check(Role::EducationalAdmin, *from, *to, 1).is_ok() {
                    given.push((*from, *to));
                }
            }
        }
        let (teacher, student) = (Role::Teacher, Role::Student);
        assert_eq!(given, [(teacher, teacher), (teacher, student), (student, teacher), (student, student)]);
    }

    #[test]
    fn an_educational_admin_finds_exactly_those_to_whom_they_give_roles() {
        for role in Role::ALL {
            let listed = listed_for(Role::EducationalAdmin).contains(role);
            assert_eq!(listed, may_make(Role::EducationalAdmin, *role), "{role:?}");
        }
        for by in [Role::Teacher, Role::Student] {
            assert_eq!(listed_for(by), []);
        }
    }

    #[test]
    fn teachers_and_students_give_no_roles() {
        for by in [Role::Teacher, Role::Student] {
            assert_eq!(check(by, Role::Student, Role::Teacher, 1), Err(Refusal::NotYours));
        }
    }

    #[test]
    fn anybody_else_may_change() {
        for from in [Role::Student, Role::Teacher, Role::EducationalAdmin] {
            for to in Role::ALL {
                assert_eq!(check(Role::TechnicalAdmin, from, *to, 0), Ok(()));
            }
        }
    }
}
