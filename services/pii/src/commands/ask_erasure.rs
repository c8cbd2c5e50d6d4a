//! Somebody asks that a person be forgotten.

use super::tell::tell;
use crate::{
    App,
    store::{
        erasures::{self, Erasure, NewErasure},
        people,
    },
};
use events::pii::ErasureRequested;
use ids::{ErasureId, UserId};
use sqlx::PgConnection;
use web::ApiError;

/// An erasure, and whether it was asked for just now.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The erasure.
    pub erasure: Erasure,
    /// Whether this was the first time.
    pub first_time: bool,
}

/// Commits that `subject` is to be forgotten, in the name of `by`; everything else follows from that fact. There is no
/// way back.
///
/// The same request again is answered with the erasure as it stands.
///
/// # Errors
/// 404 for a person who is unknown, 409 when the id is used, or another request has asked for the same.
pub async fn ask_erasure(app: &App, id: ErasureId, subject: UserId, by: UserId) -> Result<Asked, ApiError> {
    let mut transaction = app.database.begin().await.map_err(ApiError::internal)?;
    match note(app, &mut transaction, id, subject, by).await? {
        Noted::Before(erasure) => Ok(Asked { erasure, first_time: false }),
        Noted::Now(erasure) => {
            transaction.commit().await.map_err(ApiError::internal)?;
            bus::failpoint::step("pii.erasure.asked");
            app.waker.wake();
            Ok(Asked { erasure, first_time: true })
        }
        Noted::Refused(refusal) => Err(refusal),
    }
}

/// As [`ask_erasure`], for a caller who makes no ids.
///
/// # Errors
/// As [`ask_erasure`].
pub async fn ask_own_erasure(app: &App, person: UserId) -> Result<Asked, ApiError> {
    let mut connection = app.database.acquire().await.map_err(ApiError::internal)?;
    if let Some(erasure) = erasures::of_person(&mut connection, person).await.map_err(ApiError::internal)? {
        return Ok(Asked { erasure, first_time: false });
    }
    drop(connection);
    let id = ErasureId::v7(app.clock.now(), app.random.array());
    ask_erasure(app, id, person, person).await
}

enum Noted {
    Now(Erasure),
    Before(Erasure),
    Refused(ApiError),
}

async fn note(
    app: &App,
    connection: &mut PgConnection,
    id: ErasureId,
    subject: UserId,
    by: UserId,
) -> anyhow::Result<Noted> {
    if let Some(erasure) = erasures::find(connection, id).await? {
        let same = erasure.user() == subject && erasure.requested_by == by.as_uuid();
        return Ok(if same { Noted::Before(erasure) } else { Noted::Refused(id_in_use()) });
    }
    if erasures::is_asked(connection, subject).await? {
        return Ok(Noted::Refused(under_way()));
    }
    if subject != by && people::lock(connection, subject).await?.is_none() {
        return Ok(Noted::Refused(ApiError::not_found("person", subject)));
    }
    let at = app.clock.now();
    let deadline = app.requests.deadline(at);
    let new = NewErasure { id, user: subject, by, at, deadline, services: &app.requests.services };
    if !erasures::insert(connection, new).await? {
        return Ok(Noted::Refused(under_way()));
    }
    request(app, connection, &new).await?;
    let erasure = erasures::find(connection, id).await?;
    erasure.map(Noted::Now).ok_or_else(|| anyhow::anyhow!("an erasure that was just noted"))
}

/// Asks every service to erase.
pub(super) async fn request(
    app: &App,
    connection: &mut PgConnection,
    asked: &NewErasure<'_>,
) -> anyhow::Result<()> {
    let fact = ErasureRequested {
        user_id: asked.user,
        erasure_id: asked.id,
        requested_by: asked.by,
        requested_at: asked.at,
        deadline_at: asked.deadline,
    };
    tell(app, connection, asked.id, 1, fact).await
}

fn id_in_use() -> ApiError {
    ApiError::conflict("erasure-id-in-use", "This erasure id belongs to another request.")
}

fn under_way() -> ApiError {
    ApiError::conflict("erasure-under-way", "Somebody has asked that this person be forgotten.")
}
