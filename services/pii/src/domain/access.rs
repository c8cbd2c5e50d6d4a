//! Who may read whose name, and why.

use access::Role;
use ids::UserId;

/// Why somebody reads. It stands in the access log, so that the person read about can see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A person looks at their own data.
    Own,
    /// A teacher looks at a student of theirs.
    Teaching,
    /// An admin runs the school.
    Administration,
    /// None of these: the reading is refused.
    None,
}

impl Purpose {
    /// The stable name in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Teaching => "teaching",
            Self::Administration => "administration",
            Self::None => "none",
        }
    }
}

/// Who asks.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The person.
    pub id: UserId,
    /// As their token says.
    pub role: Role,
    /// Whether they teach the person that they ask about.
    pub teaches_subject: bool,
}

/// Why `reader` may read the name of `subject`; [`Purpose::None`] when they may not.
pub fn purpose_of_reading_name(reader: Reader, subject: UserId) -> Purpose {
    match reader.role {
        _ if reader.id == subject => Purpose::Own,
        Role::Teacher if reader.teaches_subject => Purpose::Teaching,
        Role::EducationalAdmin | Role::TechnicalAdmin => Purpose::Administration,
        Role::Teacher | Role::Student => Purpose::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn purpose(role: Role, own: bool, teaches_subject: bool) -> Purpose {
        let id = UserId::new(Uuid::from_u128(1));
        let subject = UserId::new(Uuid::from_u128(if own { 1 } else { 2 }));
        purpose_of_reading_name(Reader { id, role, teaches_subject }, subject)
    }

    #[test]
    fn everybody_reads_their_own_name() {
        for role in [Role::Student, Role::Teacher, Role::EducationalAdmin, Role::TechnicalAdmin] {
            assert_eq!(purpose(role, true, false), Purpose::Own);
        }
    }

    #[test]
    fn a_teacher_reads_their_own_students_alone() {
        assert_eq!(purpose(Role::Teacher, false, true), Purpose::Teaching);
        assert_eq!(purpose(Role::Teacher, false, false), Purpose::None);
    }

    #[test]
    fn a_student_reads_nobody_else_even_with_a_link_from_an_earlier_role() {
        assert_eq!(purpose(Role::Student, false, true), Purpose::None);
    }

    #[test]
    fn admins_read_to_run_the_school() {
        assert_eq!(purpose(Role::EducationalAdmin, false, false), Purpose::Administration);
        assert_eq!(purpose(Role::TechnicalAdmin, false, false), Purpose::Administration);
    }
}
