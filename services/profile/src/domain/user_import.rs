//! A file of people: comma- or semicolon-separated, with a line of headings.
//!
//! Everything that is wrong with it is said at once, by line and column. What a spreadsheet would run as a formula when
//! somebody opens the file again is refused (OWASP, CSV injection).

use super::{EmailAddress, PersonName};
use csv::{Position, Reader, ReaderBuilder, StringRecord, Trim};
use events::{Language, profile::Role};
use ids::UserId;
use secrecy::ExposeSecret;
use std::collections::{HashMap, HashSet};

/// Lines of one file, less its headings.
pub const MOST_ROWS: usize = 500;
/// Bytes of one file.
pub const MOST_BYTES: usize = 256 * 1024;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The columns, as error pointers name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// Where mail reaches them.
    Email,
    /// Their given name.
    GivenName,
    /// Their family name.
    FamilyName,
    /// What they may do.
    Role,
    /// The language of their interface.
    Language,
    /// Who teaches them: an id or an address. May be left out, or empty.
    Teacher,
}

impl Column {
    const ALL: [Self; 6] =
        [Self::Email, Self::GivenName, Self::FamilyName, Self::Role, Self::Language, Self::Teacher];

    /// Its heading. Case, spaces, hyphens and underscores do not matter.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::GivenName => "givenName",
            Self::FamilyName => "familyName",
            Self::Role => "role",
            Self::Language => "language",
            Self::Teacher => "teacher",
        }
    }

    fn of_heading(text: &str) -> Option<Self> {
        let plain = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        Self::ALL.into_iter().find(|column| plain(column.heading()) == plain(text))
    }
}

/// Somebody for whom an account is to be made.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where they stand in the file; the headings are line 1.
    pub line: u64,
    /// Where mail reaches them.
    pub email: EmailAddress,
    /// For pii.
    pub given_name: PersonName,
    /// For pii.
    pub family_name: PersonName,
    /// What they may do.
    pub role: Role,
    /// The language of their interface.
    pub language: Language,
    /// Who teaches them.
    pub teacher: Option<TeacherReference>,
}

/// How a file names a teacher.
#[derive(Debug, Clone)]
pub enum TeacherReference {
    /// By the id of the account.
    Id(UserId),
    /// By the address, of an account or of another line.
    Address(EmailAddress),
}

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: u64,
    /// The column; none where it is the line as a whole.
    pub column: Option<Column>,
    /// What, for programs.
    pub code: &'static str,
    /// What, for people. It quotes nothing of the file.
    pub message: &'static str,
}

impl Fault {
    /// In a column of a line.
    pub const fn at(line: u64, column: Column, code: &'static str, message: &'static str) -> Self {
        Self { line, column: Some(column), code, message }
    }

    const fn of_line(line: u64, code: &'static str, message: &'static str) -> Self {
        Self { line, column: None, code, message }
    }
}

/// A file of people, as far as it can be understood.
#[derive(Default)]
pub struct UserFile {
    /// The lines that are right by themselves.
    pub rows: Vec<Row>,
    /// In which line each teacher stands, by normalised address, whatever else is wrong with the line.
    pub teachers: HashMap<String, u64>,
    /// Everything that is wrong, by line.
    pub faults: Vec<Fault>,
}

impl UserFile {
    /// Reads all of it.
    pub fn read(text: &str) -> Self {
        let mut file = Self::default();
        if text.len() > MOST_BYTES {
            file.faults.push(Fault::of_line(1, "too-large", "A file holds at most 256 kB. Split it."));
            return file;
        }
        let text = with_plain_lines(text);
        let mut reader = ReaderBuilder::new()
            .delimiter(delimiter(&text))
            .trim(Trim::All)
            .flexible(true)
            .from_reader(text.as_bytes());
        let headings = reader.headers().cloned().unwrap_or_default();
        match columns(&headings, line_of(&text, headings.position())) {
            Ok(columns) => file.read_lines(&text, &mut reader, &columns),
            Err(faults) => file.faults = faults,
        }
        file
    }

    fn read_lines(&mut self, text: &str, reader: &mut Reader<&[u8]>, columns: &Columns) {
        let (mut people, mut seen) = (0, HashSet::new());
        for record in reader.records() {
            let record = match record {
                Ok(record) => record,
                Err(error) => {
                    let line = line_of(text, error.position());
                    self.faults.push(Fault::of_line(line, "unreadable-line", "This line cannot be read."));
                    continue;
                }
            };
            if record.iter().all(str::is_empty) {
                continue;
            }
            let line = line_of(text, record.position());
            people += 1;
            if people > MOST_ROWS {
                let message = "A file holds at most 500 people. Split it here.";
                self.faults.push(Fault::of_line(line, "too-many-rows", message));
                return;
            }
            self.read_line(line, &record, columns, &mut seen);
        }
        if people == 0 && self.faults.is_empty() {
            self.faults.push(Fault::of_line(1, "no-rows", "There is nobody in this file."));
        }
    }

    fn read_line(&mut self, line: u64, record: &StringRecord, columns: &Columns, seen: &mut HashSet<String>) {
        if record.len() != columns.width {
            let message = "This line has another number of columns than the headings.";
            self.faults.push(Fault::of_line(line, "wrong-width", message));
            return;
        }
        let mut cells = Cells { line, record, columns, faults: Vec::new() };
        let email = cells.email(seen);
        let given_name = cells.name(Column::GivenName, "invalid-given-name");
        let family_name = cells.name(Column::FamilyName, "invalid-family-name");
        let role = cells.role();
        let language = cells.language();
        let teacher = cells.teacher(role);
        if let (Some(email), Some(Role::Teacher)) = (&email, role) {
            self.teachers.insert(email.normalised().expose_secret().to_owned(), line);
        }
        match (email, given_name, family_name, role, language) {
            (Some(email), Some(given_name), Some(family_name), Some(role), Some(language))
                if cells.faults.is_empty() =>
            {
                self.rows.push(Row { line, email, given_name, family_name, role, language, teacher });
            }
            _ => self.faults.append(&mut cells.faults),
        }
    }
}

/// Without the mark that spreadsheets begin a file with, and with one kind of line end.
fn with_plain_lines(text: &str) -> String {
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// Spreadsheets of countries that write 1,5 put semicolons between cells.
fn delimiter(text: &str) -> u8 {
    let headings = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    if headings.contains(';') { b';' } else { b',' }
}

/// The line that a record begins in. The reader says where the one before ended; empty lines may follow there.
fn line_of(text: &str, position: Option<&Position>) -> u64 {
    let Some(position) = position else { return 1 };
    let behind = usize::try_from(position.byte()).ok().and_then(|byte| text.as_bytes().get(byte..));
    let empty = behind.unwrap_or_default().iter().take_while(|byte| **byte == b'\n').count();
    position.line() + empty as u64
}

/// Where each column stands, and how many there are.
struct Columns {
    places: HashMap<Column, usize>,
    width: usize,
}

fn columns(headings: &StringRecord, line: u64) -> Result<Columns, Vec<Fault>> {
    let (mut places, mut faults) = (HashMap::new(), Vec::new());
    for (place, heading) in headings.iter().enumerate() {
        match Column::of_heading(heading) {
            None => faults.push(Fault::of_line(line, "unknown-column", "A heading is none that is known.")),
            Some(column) => {
                if places.insert(column, place).is_some() {
                    faults.push(Fault::at(line, column, "duplicate-column", "This heading stands twice."));
                }
            }
        }
    }
    let required = Column::ALL.into_iter().filter(|column| *column != Column::Teacher);
    for column in required.filter(|column| !places.contains_key(column)) {
        faults.push(Fault::at(line, column, "missing-column", "This heading is missing."));
    }
    if faults.is_empty() { Ok(Columns { places, width: headings.len() }) } else { Err(faults) }
}

const NOT_AN_ADDRESS: &str = "Not an e-mail address: expected something like name@example.org.";
const NOT_A_NAME: &str = "Not a name: expected 1 to 100 characters.";
const NOT_A_ROLE: &str = "Not a role: expected student, teacher, educational-admin or technical-admin.";
const NOT_A_LANGUAGE: &str = "Not a language: expected nl, en or ru.";
const NOT_A_TEACHER: &str = "Not a teacher: expected the id or the address of one.";

/// The cells of one line, and what is wrong with them.
struct Cells<'a> {
    line: u64,
    record: &'a StringRecord,
    columns: &'a Columns,
    faults: Vec<Fault>,
}

impl Cells<'_> {
    fn text(&self, column: Column) -> &str {
        self.columns.places.get(&column).and_then(|place| self.record.get(*place)).unwrap_or_default()
    }

    fn refuse<T>(&mut self, column: Column, code: &'static str, message: &'static str) -> Option<T> {
        self.faults.push(Fault::at(self.line, column, code, message));
        None
    }

    fn read<T>(
        &mut self,
        column: Column,
        code: &'static str,
        message: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        if is_formula(self.text(column)) {
            return self.refuse(
                column,
                "formula",
                "Begins with a character that makes a spreadsheet run it.",
            );
        }
        parse(self.text(column)).or_else(|| self.refuse(column, code, message))
    }

    /// An address that stands in no line before.
    fn email(&mut self, seen: &mut HashSet<String>) -> Option<EmailAddress> {
        let parse = |text: &str| EmailAddress::parse(text).ok();
        let email = self.read(Column::Email, "invalid-email", NOT_AN_ADDRESS, parse)?;
        if seen.insert(email.normalised().expose_secret().to_owned()) {
            return Some(email);
        }
        self.refuse(Column::Email, "duplicate-email", "This address stands in an earlier line.")
    }

    fn name(&mut self, column: Column, code: &'static str) -> Option<PersonName> {
        self.read(column, code, NOT_A_NAME, |text| PersonName::parse(text).ok())
    }

    fn role(&mut self) -> Option<Role> {
        let parse = |text: &str| text.to_lowercase().replace('-', "_").parse().ok();
        self.read(Column::Role, "invalid-role", NOT_A_ROLE, parse)
    }

    fn language(&mut self) -> Option<Language> {
        let parse = |text: &str| text.to_lowercase().parse().ok();
        self.read(Column::Language, "invalid-language", NOT_A_LANGUAGE, parse)
    }

    fn teacher(&mut self, role: Option<Role>) -> Option<TeacherReference> {
        if self.text(Column::Teacher).is_empty() {
            return None;
        }
        if role.is_some_and(|role| role != Role::Student) {
            return self.refuse(Column::Teacher, "not-a-student", "Only a student has a teacher.");
        }
        self.read(Column::Teacher, "invalid-teacher", NOT_A_TEACHER, |text| {
            let by_id = text.parse().ok().map(TeacherReference::Id);
            by_id.or_else(|| EmailAddress::parse(text).ok().map(TeacherReference::Address))
        })
    }
}

/// The characters that make a spreadsheet take a cell for a formula, in both widths.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '|', '%', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{prelude::*, sample::Index};

    const HEADINGS: &str = "email,givenName,familyName,role,language,teacher\n";

    fn faults(text: &str) -> Vec<(u64, Option<Column>, &'static str)> {
        let found = UserFile::read(text).faults;
        found.into_iter().map(|fault| (fault.line, fault.column, fault.code)).collect()
    }

    fn rows(text: &str) -> Vec<Row> {
        assert_eq!(faults(text), []);
        UserFile::read(text).rows
    }

    #[test]
    fn a_file_of_a_dutch_spreadsheet_is_read() {
        let text = "\u{feff}E-mail;Given name;Family_name;ROLE;language\r\n\r\n\
                    anna@example.org;Anna;\"de Vries\";Student;NL\r\n;;;;\r\n";
        let rows = rows(text);
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].line, rows[0].email.expose(), rows[0].family_name.expose(), rows[0].role),
            (3, "anna@example.org", "de Vries", Role::Student)
        );
        assert!(rows[0].teacher.is_none());
    }

    #[test]
    fn every_kind_of_line_end_counts_as_one() {
        for end in ["\n", "\r\n", "\r"] {
            let line = |n: u32| format!("p{n}@example.org,A,B,student,nl,{end}");
            let text = format!("{}{end}{}{end}{}{}", HEADINGS.trim_end(), line(1), line(2), line(3));
            let lines: Vec<_> = rows(&text).iter().map(|row| row.line).collect();
            assert_eq!(lines, [2, 4, 5], "{end:?}");
        }
    }

    #[test]
    fn a_teacher_is_named_by_id_or_address() {
        let id = "0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10";
        let text = format!(
            "{HEADINGS}a@example.org,A,B,student,nl,{id}\nb@example.org,A,B,student,nl,t@example.org\n"
        );
        let rows = rows(&text);
        assert!(matches!(rows[0].teacher, Some(TeacherReference::Id(_))));
        assert!(matches!(rows[1].teacher, Some(TeacherReference::Address(_))));
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once_and_what_is_right_is_kept() {
        let text = format!(
            "{HEADINGS}anna,Anna,de Vries,student,nl,\nb@example.org,,B,king,fr,nobody\nc@example.org,C\n\
             d@example.org,D,D,teacher,nl,t@example.org\ne@example.org,E,E,student,nl,\n"
        );
        assert_eq!(
            faults(&text),
            [
                (2, Some(Column::Email), "invalid-email"),
                (3, Some(Column::GivenName), "invalid-given-name"),
                (3, Some(Column::Role), "invalid-role"),
                (3, Some(Column::Language), "invalid-language"),
                (3, Some(Column::Teacher), "invalid-teacher"),
                (4, None, "wrong-width"),
                (5, Some(Column::Teacher), "not-a-student"),
            ]
        );
        let file = UserFile::read(&text);
        assert_eq!(file.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [6]);
        assert_eq!(file.teachers.get("d@example.org"), Some(&5));
    }

    #[test]
    fn headings_are_checked_before_anything_else() {
        let wrong = faults("email,givenName,email,shoe size\nx,y,z,w\n");
        assert!(wrong.contains(&(1, Some(Column::Email), "duplicate-column")));
        assert!(wrong.contains(&(1, None, "unknown-column")));
        assert!(wrong.contains(&(1, Some(Column::Role), "missing-column")));
    }

    #[test]
    fn an_address_stands_once_whatever_its_case_and_its_line() {
        let text = format!("{HEADINGS}a@example.org,,B,student,nl,\nA@Example.org,A,B,student,nl,\n");
        assert_eq!(
            faults(&text),
            [(2, Some(Column::GivenName), "invalid-given-name"), (3, Some(Column::Email), "duplicate-email")]
        );
    }

    #[test]
    fn what_a_spreadsheet_would_run_is_refused() {
        for cell in ["=1+1", "+31612345678", "-1", "@sum(a1)", "|calc", "%0a", " =1", "\t=1", "\u{ff1d}1"] {
            let text = format!("{HEADINGS}a@example.org,\"{cell}\",B,student,nl,\n");
            assert_eq!(faults(&text), [(2, Some(Column::GivenName), "formula")], "{cell}");
        }
        assert_eq!(
            faults(&format!("{HEADINGS}=a@example.org,A,B,student,nl,+t@example.org\n")),
            [(2, Some(Column::Email), "formula"), (2, Some(Column::Teacher), "formula")]
        );
    }

    #[test]
    fn a_file_is_bounded() {
        let line = |n: usize| format!("p{n}@example.org,A,B,student,nl,\n");
        let full: String = (0..MOST_ROWS).map(line).collect();
        assert_eq!(rows(&format!("{HEADINGS}{full}\n,,,,,\n")).len(), MOST_ROWS);
        let over = format!("{HEADINGS}{full}{}", line(MOST_ROWS));
        assert_eq!(faults(&over), [(502, None, "too-many-rows")]);
        assert_eq!(faults(&"a".repeat(MOST_BYTES + 1)), [(1, None, "too-large")]);
        assert_eq!(faults(HEADINGS), [(1, None, "no-rows")]);
    }

    #[test]
    fn a_quote_that_is_never_closed_takes_its_line_alone() {
        let text =
            format!("{HEADINGS}a@example.org,A,B,student,nl,\nb@example.org,\"B,B,student,nl,\nc@x.org\n");
        assert_eq!(faults(&text), [(3, None, "wrong-width")]);
        assert_eq!(UserFile::read(&text).rows.len(), 1);
    }

    /// What holds for every file: something is said of it; a line is one person or has faults, never both; an address is
    /// one person; nothing that a spreadsheet would run comes through; every fault has a line of the file.
    fn assert_sound(text: &str) -> UserFile {
        let file = UserFile::read(text);
        assert!(!file.rows.is_empty() || !file.faults.is_empty(), "something is said");
        let lines: HashSet<_> = file.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines.len(), file.rows.len(), "a line is one person");
        assert!(file.faults.iter().all(|fault| !lines.contains(&fault.line)), "right or wrong");
        assert!(file.faults.is_sorted_by_key(|fault| fault.line));
        let last = 1 + text.matches(['\n', '\r']).count() as u64;
        assert!(file.faults.iter().all(|fault| (1..=last).contains(&fault.line)), "{:?}", file.faults);
        let addresses: HashSet<_> =
            file.rows.iter().map(|row| row.email.normalised().expose_secret().to_owned()).collect();
        assert_eq!(addresses.len(), file.rows.len(), "an address is one person");
        for row in &file.rows {
            for text in [row.email.expose(), row.given_name.expose(), row.family_name.expose()] {
                assert!(!is_formula(text), "{text}");
            }
        }
        file
    }

    /// The codes that the README explains.
    fn documented() -> HashSet<&'static str> {
        let (_, section) =
            include_str!("../../README.md").split_once("\n## Files of people\n").expect("a section");
        let table = section.split("\n## ").next().expect("its text");
        table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect()
    }

    #[test]
    fn fuzz_user_file() {
        let documented = documented();
        fuzz::target!("user_file", |input| {
            let file = assert_sound(&String::from_utf8_lossy(input));
            for fault in &file.faults {
                assert!(documented.contains(fault.code), "{} is not explained", fault.code);
            }
            file.faults.first().map_or(fuzz::ACCEPTED, |fault| fault.code)
        });
    }

    /// Cells that are right, wrong, or made to break out of their cell.
    fn cell() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-c]{1,2}@example\\.org",
            "[A-Za-z ]{0,12}",
            Just("student".to_owned()),
            Just("teacher".to_owned()),
            Just("nl".to_owned()),
            "[=+@|%;,\"\\r\\n\\t-]{0,6}",
            any::<String>(),
        ]
    }

    /// A cell as every spreadsheet writes it.
    fn quoted(cell: &str) -> String {
        format!("\"{}\"", cell.replace('"', "\"\""))
    }

    proptest! {
        #[test]
        fn any_text_is_answered_once_a_line(
            text: String,
            is_quoted: bool,
            cells in prop::collection::vec(cell(), 0..40),
        ) {
            let cells: Vec<_> = if is_quoted { cells.iter().map(|it| quoted(it)).collect() } else { cells };
            let lines: String = cells.chunks(6).map(|line| line.join(",") + "\n").collect();
            for file in [text.clone(), format!("{HEADINGS}{text}"), format!("{HEADINGS}{lines}")] {
                assert_sound(&file);
            }
        }

        #[test]
        fn a_file_that_was_cut_loses_people_and_changes_none(people in 1_usize..20, cut: Index, mark: bool) {
            let lines: String = (0..people).map(|n| format!("p{n}@example.org,\"A {n}\",B,student,nl,\r\n")).collect();
            let text = format!("{}{HEADINGS}{lines}", if mark { "\u{feff}" } else { "" });
            let end = text.floor_char_boundary(cut.index(text.len()));
            let whole = rows(&text);
            let read = UserFile::read(&text[..end]);
            prop_assert!(read.rows.len() <= whole.len());
            for (row, same) in read.rows.iter().zip(&whole) {
                prop_assert_eq!(
                    (row.line, row.email.expose(), row.given_name.expose(), row.role),
                    (same.line, same.email.expose(), same.given_name.expose(), same.role)
                );
            }
        }

        #[test]
        fn what_a_spreadsheet_writes_is_what_is_read(names in prop::collection::vec("[A-Za-z'\",; ]{0,20}x", 1..20)) {
            let lines: String = names
                .iter()
                .enumerate()
                .map(|(n, name)| format!("p{n}@example.org,{},B,student,nl,\n", quoted(&format!("N{name}"))))
                .collect();
            let read = rows(&format!("{HEADINGS}{lines}"));
            let given: Vec<_> = read.iter().map(|row| row.given_name.expose().to_owned()).collect();
            prop_assert_eq!(given, names.iter().map(|name| format!("N{name}")).collect::<Vec<_>>());
        }
    }
}
