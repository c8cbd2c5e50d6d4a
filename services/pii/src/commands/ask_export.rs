//! Somebody asks for all that is kept of a person.

use super::tell::tell;
use crate::{
    App,
    store::{
        erasures,
        exports::{self, Export, NewExport},
        people,
    },
};
use events::pii::ExportRequested;
use ids::{ExportId, UserId};
use sqlx::PgConnection;
use web::ApiError;

/// An export, and whether it was asked for just now.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The export.
    pub export: Export,
    /// Whether this was the first time.
    pub first_time: bool,
}

/// Asks every service for what it keeps of `subject`, in the name of `by`.
///
/// The same request again is answered with the export as it stands.
///
/// # Errors
/// 404 for a person who is unknown or forgotten, 409 when the id is used, or another export of the person is under way.
pub async fn ask_export(app: &App, id: ExportId, subject: UserId, by: UserId) -> Result<Asked, ApiError> {
    let mut transaction = app.database.begin().await.map_err(ApiError::internal)?;
    match note(app, &mut transaction, id, subject, by).await? {
        Noted::Before(export) => Ok(Asked { export, first_time: false }),
        Noted::Now(export) => {
            transaction.commit().await.map_err(ApiError::internal)?;
            app.waker.wake();
            Ok(Asked { export, first_time: true })
        }
        Noted::Refused(refusal) => Err(refusal),
    }
}

/// As [`ask_export`], for a caller who makes no ids: the export of the person that is under way, or a new one.
///
/// # Errors
/// As [`ask_export`].
pub async fn ask_own_export(app: &App, person: UserId) -> Result<Asked, ApiError> {
    let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
    if let Some(export) = exports::under_way(&mut connection, person).await.map_err(ApiError::internal)? {
        return Ok(Asked { export, first_time: false });
    }
    drop(connection);
    let id = ExportId::v7(app.clock.now(), app.random.array());
    ask_export(app, id, person, person).await
}

enum Noted {
    Now(Export),
    Before(Export),
    Refused(ApiError),
}

async fn note(
    app: &App,
    connection: &mut PgConnection,
    id: ExportId,
    subject: UserId,
    by: UserId,
) -> anyhow::Result<Noted> {
    if let Some(export) = exports::find(connection, id).await? {
        let same = export.user() == subject && export.requested_by == by.as_uuid();
        return Ok(if same { Noted::Before(export) } else { Noted::Refused(id_in_use()) });
    }
    let unknown = subject != by && people::lock(connection, subject).await?.is_none();
    if unknown || erasures::is_asked(connection, subject).await? {
        return Ok(Noted::Refused(ApiError::not_found("person", subject)));
    }
    let at = app.clock.now();
    let deadline = app.requests.deadline(at);
    let new = NewExport { id, user: subject, by, at, deadline, services: &app.requests.services };
    if !exports::insert(connection, new).await? {
        return Ok(Noted::Refused(under_way()));
    }
    let asked = ExportRequested {
        user_id: subject,
        export_id: id,
        requested_by: by,
        requested_at: at,
        deadline_at: deadline,
    };
    tell(app, connection, id, 1, asked).await?;
    let export = exports::find(connection, id).await?;
    export.map(Noted::Now).ok_or_else(|| anyhow::anyhow!("an export that was just noted"))
}

fn id_in_use() -> ApiError {
    ApiError::conflict("export-id-in-use", "This export id belongs to another request.")
}

fn under_way() -> ApiError {
    ApiError::conflict("export-under-way", "An export of this person is under way. Wait until it is ready.")
}
