use crate::{
    App,
    domain::digest::{DigestChoice, Reader},
};
use access::{Caller, OneOf, Role, Student, Teacher};
use axum::extract::State;
use documents::Stored;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, ETag, Tagged};

/// Whether the caller gets the weekly digest.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DigestView {
    /// Whether it is sent. Before the first choice it is to teachers, and is not to students.
    wanted: bool,
}

impl DigestView {
    /// With the revision by which it is changed: 0 before the first choice.
    pub(super) fn of(known: Option<&Stored<DigestChoice>>, reader: Reader) -> Tagged<Self> {
        let tag = ETag::of_rev(known.map_or(0, |known| known.rev));
        Tagged(tag, Self { wanted: DigestChoice::wants(known.map(|known| &known.state), reader) })
    }
}

/// As what the caller reads it.
pub(super) const fn reader<R>(caller: &Caller<R>) -> Reader {
    match caller.role {
        Role::Teacher => Reader::Teacher,
        _ => Reader::Student,
    }
}

/// Whether the weekly digest is sent to the caller.
///
/// On Mondays a teacher is mailed how their students did last week, a student how they did themselves. Permission: student
/// and teacher, own choice.
#[utoipa::path(
    get,
    path = "/digest",
    responses((status = 200, description = "The choice.", body = DigestView)),
    security(("accessToken" = ["student", "teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_digest(
    State(app): State<App>,
    caller: OneOf<(Student, Teacher)>,
) -> ApiResult<Tagged<DigestView>> {
    let known = app.digests.choices.get(caller.id).await?;

    Ok(DigestView::of(known.as_ref(), reader(&caller)))
}
