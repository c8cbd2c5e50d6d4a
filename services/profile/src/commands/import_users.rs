//! Accounts for many people at once, each of whom gets an invitation by mail.
//!
//! An import is all or nothing, in one transaction: whoever mends a line sends the whole file again. The accounts' ids follow
//! from the import's and the line, so that a repeat names the same people without anything of the file being kept.

use crate::{
    App, Failure,
    commands::{
        audit::{self, Done},
        change_role::By,
    },
    credentials::{blind_index, blind_index::BlindIndex, intake},
    domain::{
        EmailAddress, Password, Purpose, Registration, TimeZone,
        role_change::may_make,
        user_import::{Column, Fault, Row, TeacherReference, UserFile},
    },
    store::{
        codes,
        links::{self, Link},
        registrations,
        user_imports::{self, Imported},
        users::{self, NewUser},
    },
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use events::profile::{AccountStatus, Role, TeacherLinked, UserCreated, UserInvited};
use ids::{CauseId, UserId, UserImportId};
use secrecy::ExposeSecret;
use sqlx::PgConnection;
use std::collections::HashMap;
use web::{ApiError, FieldError};

/// An account that an import made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedUser {
    /// Where they stand in the file.
    pub line: u64,
    /// Their account.
    pub id: UserId,
    /// What they may do.
    pub role: Role,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UserImport {
    /// The accounts, by line.
    pub users: Vec<ImportedUser>,
    /// When they were made.
    pub imported_at: DateTime<Utc>,
    /// Whether they were made just now.
    pub is_new: bool,
}

/// What an import would do.
pub struct ImportPreview {
    /// Those for whom it would make accounts.
    pub rows: Vec<Row>,
    /// What stands against it. Where there is anything, it would make none.
    pub faults: Vec<Fault>,
}

/// Looks what importing a file would do.
pub async fn preview_import(app: &App, text: &str, by: By) -> Result<ImportPreview, Failure> {
    let mut file = UserFile::read(text);
    let known = Known::load(app, &mut *app.connection().await?, &file).await?;
    let faults = all_faults(app, &mut file, &known, by);
    let rows = if faults.is_empty() { file.rows } else { Vec::new() };
    Ok(ImportPreview { rows, faults })
}

/// Makes the accounts of a file. Repeated with the same file it has the same answer, for a day.
pub async fn import_users(app: &App, id: UserImportId, text: &str, by: By) -> Result<UserImport, Failure> {
    let mut file = UserFile::read(text);
    if let Some(known) = user_imports::find(&mut *app.connection().await?, id, app.now()).await? {
        return again(app, id, text, &file.rows, known);
    }
    let password_hash = app.passwords.hash(&random_password(app)?, app.random.array()).await?;

    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock_roles_and_links(&mut transaction).await?;
    let digest = blind_index::of_import(id, text, &app.keys.email_index.now());
    if !user_imports::insert(&mut transaction, id, &digest, now).await? {
        transaction.rollback().await?;
        let known = user_imports::find(&mut *app.connection().await?, id, now).await?;
        let known = known.ok_or_else(|| anyhow::anyhow!("an import vanished"))?;
        return again(app, id, text, &file.rows, known);
    }
    let known = Known::load(app, &mut transaction, &file).await?;
    let faults = all_faults(app, &mut file, &known, by);
    if !faults.is_empty() {
        return Err(refusal(faults).into());
    }
    let import = Import { id, by, at: now };
    for row in &file.rows {
        import.invite(app, &mut transaction, row, &password_hash).await?;
    }
    for row in &file.rows {
        if let Some(teacher) = row.teacher.as_ref().and_then(|teacher| known.teacher(app, teacher, &file)) {
            import.link(app, &mut transaction, row, teacher).await?;
        }
    }
    transaction.commit().await?;
    app.relay.wake();
    Ok(UserImport { users: made(id, &file.rows), imported_at: now, is_new: true })
}

fn again(
    app: &App,
    id: UserImportId,
    text: &str,
    rows: &[Row],
    known: Imported,
) -> Result<UserImport, Failure> {
    let digests = blind_index::imports(id, text, &app.keys.email_index.now());
    if !known.body_digest.is_some_and(|digest| digests.contains(&digest)) {
        return Err(ApiError::conflict("id-taken", "This id was used for another file.").into());
    }
    Ok(UserImport { users: made(id, rows), imported_at: known.imported_at, is_new: false })
}

fn made(id: UserImportId, rows: &[Row]) -> Vec<ImportedUser> {
    rows.iter()
        .map(|row| ImportedUser { line: row.line, id: user_of(id, row.line), role: row.role })
        .collect()
}

/// Line 7 of one import is always the same account.
fn user_of(import: UserImportId, line: u64) -> UserId {
    UserId::derive(import.as_uuid(), &format!("line {line}"))
}

/// The accounts that a file speaks of.
struct Known {
    by_address: HashMap<Vec<u8>, (UserId, Role)>,
    by_id: HashMap<UserId, Role>,
}

impl Known {
    async fn load(app: &App, conn: &mut PgConnection, file: &UserFile) -> Result<Self, Failure> {
        let (mut addresses, mut ids) = (Vec::new(), Vec::new());
        let keys = app.keys.email_index.now();
        for row in &file.rows {
            addresses.append(&mut blind_index::addresses(&row.email, &keys));
            match &row.teacher {
                Some(TeacherReference::Id(id)) => ids.push(id.as_uuid()),
                Some(TeacherReference::Address(address)) => {
                    addresses.append(&mut blind_index::addresses(address, &keys));
                }
                None => {}
            }
        }
        let owners = users::owners(conn, &addresses, &ids).await?;
        Ok(Self {
            by_id: owners.iter().map(|owner| (owner.id, owner.role)).collect(),
            by_address: owners.into_iter().map(|owner| (owner.email_index, (owner.id, owner.role))).collect(),
        })
    }

    fn owner(&self, app: &App, address: &EmailAddress) -> Option<(UserId, Role)> {
        let digests = blind_index::addresses(address, &app.keys.email_index.now());
        digests.iter().find_map(|digest| self.by_address.get(digest)).copied()
    }

    fn teacher(&self, app: &App, reference: &TeacherReference, file: &UserFile) -> Option<Teacher> {
        let (id, role) = match reference {
            TeacherReference::Id(id) => (*id, *self.by_id.get(id)?),
            TeacherReference::Address(address) => {
                if let Some(line) = file.teachers.get(address.normalised().expose_secret()) {
                    return Some(Teacher::OfLine(*line));
                }
                self.owner(app, address)?
            }
        };
        (role == Role::Teacher).then_some(Teacher::Known(id))
    }
}

#[derive(Clone, Copy)]
enum Teacher {
    /// One with an account.
    Known(UserId),
    /// One who stands in this line.
    OfLine(u64),
}

/// What is wrong with the file by itself, and what the accounts that there are have against it.
fn all_faults(app: &App, file: &mut UserFile, known: &Known, by: By) -> Vec<Fault> {
    let mut faults = std::mem::take(&mut file.faults);
    for row in &file.rows {
        if known.owner(app, &row.email).is_some() {
            let message = "This address has an account.";
            faults.push(Fault::at(row.line, Column::Email, "address-taken", message));
        }
        if !may_make(by.role, row.role) {
            let message = "Only a technical administrator makes accounts of this role.";
            faults.push(Fault::at(row.line, Column::Role, "role-not-permitted", message));
        }
        if row.teacher.as_ref().is_some_and(|teacher| known.teacher(app, teacher, file).is_none()) {
            let message = "There is no such teacher, neither with an account nor in this file.";
            faults.push(Fault::at(row.line, Column::Teacher, "unknown-teacher", message));
        }
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// One import, as it goes on.
struct Import {
    id: UserImportId,
    by: By,
    at: DateTime<Utc>,
}

impl Import {
    /// Makes an account that nobody can log in to yet, and asks for the mail that lets its owner.
    async fn invite(
        &self,
        app: &App,
        conn: &mut PgConnection,
        row: &Row,
        password_hash: &str,
    ) -> Result<(), Failure> {
        let (id, now) = (user_of(self.id, row.line), self.at);
        let registration = Registration {
            email: row.email.clone(),
            password: random_password(app)?,
            given_name: row.given_name.clone(),
            family_name: row.family_name.clone(),
            interface_language: row.language,
            time_zone: TimeZone::default(),
        };
        let keys = app.keys.email_index.now();
        let new = NewUser {
            id,
            role: row.role,
            registration: &registration,
            address: &BlindIndex::of_address(&row.email, &keys),
            addresses: &blind_index::addresses(&row.email, &keys),
            password_hash,
            email_verified_at: None,
        };
        registrations::insert_of_another(conn, id, &registration, now).await?;
        if !users::insert(conn, new, now).await? {
            let detail = "An address of the file has just got an account. Preview it again.";
            return Err(ApiError::conflict("address-taken", detail).into());
        }
        let created = UserCreated {
            user_id: id,
            role: row.role,
            status: AccountStatus::Active,
            interface_language: row.language,
            time_zone: registration.time_zone.as_str().to_owned(),
            created_by: Some(self.by.id),
            created_at: now,
        };
        let sealed = intake::seal(id, &registration, &app.keys.intake.now(), &*app.random, now)?;
        let request_id = CauseId::v7(now, app.random.array());
        codes::request(conn, id, Purpose::Invitation, request_id, now).await?;
        app.publish(conn, id, 1, created).await?;
        app.publish(conn, id, 1, sealed).await?;
        app.publish(conn, request_id, 1, UserInvited { user_id: id, request_id, invited_at: now }).await?;
        audit::note(app, conn, self.by.id, Some(id), Done::Invited(row.role)).await
    }

    async fn link(
        &self,
        app: &App,
        conn: &mut PgConnection,
        row: &Row,
        teacher: Teacher,
    ) -> Result<(), Failure> {
        let teacher_id = match teacher {
            Teacher::Known(id) => id,
            Teacher::OfLine(line) => user_of(self.id, line),
        };
        let (student_id, linked_at, by) = (user_of(self.id, row.line), self.at, self.by.id);
        links::insert(conn, &Link { teacher_id, student_id, linked_at }, by).await?;
        let rev = users::next_rev(conn, student_id).await?;
        let fact = TeacherLinked { user_id: student_id, teacher_id, linked_by: Some(by), linked_at };
        app.publish(conn, student_id, rev, fact).await?;
        audit::note(app, conn, by, Some(student_id), Done::TeacherLinked(teacher_id)).await
    }
}

/// One that nobody knows.
fn random_password(app: &App) -> Result<Password, Failure> {
    let text = URL_SAFE_NO_PAD.encode(app.random.array::<32>());
    Ok(Password::parse(&text.into()).map_err(anyhow::Error::from)?)
}

/// Every fault, by the pointer of its cell.
fn refusal(faults: Vec<Fault>) -> ApiError {
    let errors = faults.into_iter().map(|fault| {
        let column = fault.column.map_or(String::new(), |column| format!("/{}", column.heading()));
        FieldError::new(format!("/csv/{}{column}", fault.line), fault.code, fault.message)
    });
    ApiError::invalid(errors.collect())
}
