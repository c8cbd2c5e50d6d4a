//! Who may read or change which field of whom, and why: one table, from which the check, the page and the tests come.

use super::field::Field;
use access::Role;
use ids::UserId;
use std::{fmt::Write, str::FromStr};

/// Why somebody asks. It stands in the access log, so that the person asked about can see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// A person looks at, or mends, their own data.
    Own,
    /// A teacher looks at a student of theirs.
    Teaching,
    /// An admin runs the school.
    Administration,
    /// An admin must reach a person, or who answers for them.
    Contact,
    /// The fleet writes to the person.
    Mail,
    /// None of these: what is asked is refused.
    None,
}

impl Purpose {
    /// Those that somebody can state.
    pub const ALL: [Self; 5] = [Self::Own, Self::Teaching, Self::Administration, Self::Contact, Self::Mail];

    /// The stable name in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Teaching => "teaching",
            Self::Administration => "administration",
            Self::Contact => "contact",
            Self::Mail => "mail",
            Self::None => "none",
        }
    }

    /// As it stands in the log for this operation.
    pub fn code(self, operation: Operation) -> String {
        match (operation, self) {
            (Operation::Read, _) | (Operation::Change, Self::None) => self.name().to_owned(),
            (Operation::Change, _) => format!("change-{}", self.name()),
        }
    }
}

/// A text that names no purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such purpose")]
pub struct UnknownPurpose;

impl FromStr for Purpose {
    type Err = UnknownPurpose;

    fn from_str(name: &str) -> Result<Self, UnknownPurpose> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name).ok_or(UnknownPurpose)
    }
}

/// What somebody wants to do with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// See it.
    Read,
    /// Put something in its place, or nothing.
    Change,
}

/// What somebody is to the person they ask about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The person.
    Own,
    /// A teacher of theirs.
    Teacher,
    /// Any educational admin.
    EducationalAdmin,
    /// Any technical admin.
    TechnicalAdmin,
    /// The service that sends mail.
    Mailer,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 5] =
        [Self::Own, Self::Teacher, Self::EducationalAdmin, Self::TechnicalAdmin, Self::Mailer];

    /// In the page's words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "the person",
            Self::Teacher => "their teachers",
            Self::EducationalAdmin => "educational admins",
            Self::TechnicalAdmin => "technical admins",
            Self::Mailer => "cron-utility",
        }
    }

    /// The service that this is, as its certificate names it.
    pub const fn service(self) -> Option<&'static str> {
        match self {
            Self::Mailer => Some("cron-utility"),
            Self::Own | Self::Teacher | Self::EducationalAdmin | Self::TechnicalAdmin => None,
        }
    }
}

/// Somebody, and what for.
type Right = (Relation, Purpose);

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Rights {
    /// The field.
    pub field: Field,
    /// Who sees it, and what for.
    pub read: &'static [Right],
    /// Who changes it, and what for.
    pub change: &'static [Right],
}

const OWN: Right = (Relation::Own, Purpose::Own);
const TEACHING: Right = (Relation::Teacher, Purpose::Teaching);
const EDUCATIONAL: Right = (Relation::EducationalAdmin, Purpose::Administration);
const TECHNICAL: Right = (Relation::TechnicalAdmin, Purpose::Administration);
const CONTACT: Right = (Relation::EducationalAdmin, Purpose::Contact);
const MAIL: Right = (Relation::Mailer, Purpose::Mail);

/// The table. What is not in it is refused.
///
/// Addresses and language are changed through profile alone, which confirms an address before it counts.
pub const TABLE: [Rights; Field::ALL.len()] = [
    Rights { field: Field::Email, read: &[OWN, EDUCATIONAL, TECHNICAL, CONTACT, MAIL], change: &[] },
    Rights { field: Field::PendingEmail, read: &[OWN, TECHNICAL, MAIL], change: &[] },
    Rights {
        field: Field::GivenName,
        read: &[OWN, TEACHING, EDUCATIONAL, TECHNICAL, CONTACT, MAIL],
        change: &[OWN],
    },
    Rights {
        field: Field::FamilyName,
        read: &[OWN, TEACHING, EDUCATIONAL, TECHNICAL, CONTACT],
        change: &[OWN],
    },
    Rights { field: Field::InterfaceLanguage, read: &[OWN, CONTACT, MAIL], change: &[] },
    Rights { field: Field::BirthDate, read: &[OWN, EDUCATIONAL], change: &[OWN, EDUCATIONAL] },
    Rights { field: Field::Phone, read: &[OWN, CONTACT], change: &[OWN] },
    Rights { field: Field::Address, read: &[OWN, CONTACT], change: &[OWN] },
    Rights { field: Field::Guardian, read: &[OWN, CONTACT], change: &[OWN] },
    Rights {
        field: Field::AdminNote,
        read: &[OWN, EDUCATIONAL, TECHNICAL],
        change: &[EDUCATIONAL, TECHNICAL],
    },
];

impl Rights {
    const fn of(&self, operation: Operation) -> &'static [Right] {
        match operation {
            Operation::Read => self.read,
            Operation::Change => self.change,
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

impl Reader {
    /// All that they are to `subject`; nothing for a stranger, to whom the person does not exist.
    pub fn relations(&self, subject: UserId) -> Vec<Relation> {
        let own = (self.id == subject).then_some(Relation::Own);
        let by_role = match self.role {
            Role::Teacher => self.teaches_subject.then_some(Relation::Teacher),
            Role::EducationalAdmin => Some(Relation::EducationalAdmin),
            Role::TechnicalAdmin => Some(Relation::TechnicalAdmin),
            Role::Student => None,
        };
        own.into_iter().chain(by_role).collect()
    }
}

/// Whether one of `relations` may do this with `field` for `purpose`.
pub fn permits(relations: &[Relation], operation: Operation, field: Field, purpose: Purpose) -> bool {
    TABLE
        .iter()
        .filter(|rights| rights.field == field)
        .flat_map(|rights| rights.of(operation))
        .any(|(relation, granted)| *granted == purpose && relations.contains(relation))
}

/// Those of `fields` that none of `relations` may have for `purpose`.
pub fn refused(
    relations: &[Relation],
    operation: Operation,
    fields: &[Field],
    purpose: Purpose,
) -> Vec<Field> {
    fields.iter().copied().filter(|field| !permits(relations, operation, *field, purpose)).collect()
}

/// The first purpose for which `relations` may do this with all of `fields`; [`Purpose::None`] when there is none.
pub fn purpose_of(relations: &[Relation], operation: Operation, fields: &[Field]) -> Purpose {
    let all = |purpose: &Purpose| refused(relations, operation, fields, *purpose).is_empty();
    Purpose::ALL.into_iter().find(all).unwrap_or(Purpose::None)
}

/// The table as the page has it, in Markdown.
pub fn page() -> String {
    let mut page = String::from("| field | read by (purpose) | changed by (purpose) |\n|---|---|---|\n");
    for rights in &TABLE {
        let (read, change) = (listed(rights.read), listed(rights.change));
        writeln!(page, "| `{}` | {read} | {change} |", rights.field).expect("a String takes all");
    }
    page
}

fn listed(rights: &[Right]) -> String {
    let one = |(relation, purpose): &Right| format!("{} (`{}`)", relation.name(), purpose.name());
    match rights {
        [] => "nobody here".to_owned(),
        rights => rights.iter().map(one).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const ROLES: [Role; 4] = [Role::Student, Role::Teacher, Role::EducationalAdmin, Role::TechnicalAdmin];
    const NAME: [Field; 2] = [Field::GivenName, Field::FamilyName];

    fn relations(role: Role, own: bool, teaches_subject: bool) -> Vec<Relation> {
        let id = UserId::new(Uuid::from_u128(1));
        let subject = UserId::new(Uuid::from_u128(if own { 1 } else { 2 }));
        Reader { id, role, teaches_subject }.relations(subject)
    }

    #[test]
    fn every_field_has_its_row() {
        assert_eq!(TABLE.map(|rights| rights.field), Field::ALL);
    }

    /// The oracle is the page, which people read: role x relation x field x operation x purpose against its words.
    #[test]
    fn the_check_says_what_the_page_says() {
        let readme = include_str!("../../README.md");
        assert!(
            readme.contains(&page()),
            "`pii rights` prints the table for services/pii/README.md:\n{}",
            page()
        );
        for field in Field::ALL {
            let row = readme.lines().find(|line| line.starts_with(&format!("| `{field}` |"))).expect("a row");
            let cells: Vec<_> = row.split('|').map(str::trim).collect();
            for (operation, cell) in [(Operation::Read, cells[2]), (Operation::Change, cells[3])] {
                for relation in Relation::ALL {
                    for purpose in Purpose::ALL {
                        let granted = format!("{} (`{}`)", relation.name(), purpose.name());
                        let granted = cell.split(", ").any(|one| one == granted);
                        assert_eq!(
                            permits(&[relation], operation, field, purpose),
                            granted,
                            "{operation:?} {field} {relation:?} {purpose:?}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_is_granted_without_a_purpose_or_to_a_stranger() {
        for field in Field::ALL {
            for operation in [Operation::Read, Operation::Change] {
                assert!(!permits(&Relation::ALL, operation, field, Purpose::None));
                for purpose in Purpose::ALL {
                    assert!(!permits(&[], operation, field, purpose));
                }
            }
        }
    }

    #[test]
    fn everybody_reads_their_own_name() {
        for role in ROLES {
            assert_eq!(purpose_of(&relations(role, true, false), Operation::Read, &NAME), Purpose::Own);
        }
    }

    #[test]
    fn a_teacher_reads_their_own_students_alone() {
        let of = |teaches| purpose_of(&relations(Role::Teacher, false, teaches), Operation::Read, &NAME);
        assert_eq!((of(true), of(false)), (Purpose::Teaching, Purpose::None));
    }

    #[test]
    fn a_student_is_a_stranger_to_others_even_with_a_link_from_an_earlier_role() {
        assert!(relations(Role::Student, false, true).is_empty());
    }

    #[test]
    fn admins_read_to_run_the_school() {
        for role in [Role::EducationalAdmin, Role::TechnicalAdmin] {
            let relations = relations(role, false, false);
            assert_eq!(purpose_of(&relations, Operation::Read, &NAME), Purpose::Administration);
        }
    }

    #[test]
    fn one_field_that_is_refused_refuses_the_whole() {
        let teacher = relations(Role::Teacher, false, true);
        let asked = [Field::GivenName, Field::BirthDate];
        assert_eq!(refused(&teacher, Operation::Read, &asked, Purpose::Teaching), [Field::BirthDate]);
        assert_eq!(purpose_of(&teacher, Operation::Read, &asked), Purpose::None);
    }

    #[test]
    fn a_change_is_told_apart_in_the_log() {
        assert_eq!(Purpose::Own.code(Operation::Read), "own");
        assert_eq!(Purpose::Own.code(Operation::Change), "change-own");
        assert_eq!(Purpose::None.code(Operation::Change), "none");
    }
}
