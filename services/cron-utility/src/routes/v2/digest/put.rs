use super::show::{DigestView, reader};
use crate::{App, domain::digest::DigestChoice};
use access::{OneOf, Student, Teacher};
use axum::extract::State;
use documents::{Change, Error, Filter, Fingerprint};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, IfMatch, Json, Tagged};

/// A choice.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChooseDigest {
    /// Whether it is to be sent.
    wanted: bool,
}

/// Turn the weekly digest on or off.
///
/// Permission: student and teacher, own choice. Needs the `ETag` of the choice as `If-Match`; `"0"` for the first. What is
/// turned off is not sent any more, also where it waits to be sent.
#[utoipa::path(
    put,
    path = "/digest",
    params(IfMatch),
    request_body = ChooseDigest,
    responses((status = 200, description = "The choice, as it stands now.", body = DigestView)),
    security(("accessToken" = ["student", "teacher"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn choose_digest(
    State(app): State<App>,
    caller: OneOf<(Student, Teacher)>,
    seen: IfMatch,
    Json(body): Json<ChooseDigest>,
) -> ApiResult<Tagged<DigestView>> {
    let (choices, reader) = (&app.digests.choices, reader(&caller));
    let rule = |choice: DigestChoice| choice.choose(reader, body.wanted);
    let known = |rev| seen.check(rev).is_ok();
    let changed = choices.change_if(caller.id, Filter::any(), known, rule).await.map_err(Error::of_change)?;
    let chosen = match changed {
        Some(chosen) => chosen,
        None => {
            seen.check(0)?;
            let first = DigestChoice { user_id: caller.id, reader, wanted: body.wanted };
            let request = Fingerprint::of(&(caller.id, reader, body.wanted))?;
            match choices.create(request, || Change::of(first)).await {
                Ok(created) => created.into_stored(),
                Err(Error::Taken { .. }) => return Err(ApiError::PreconditionFailed),
                Err(error) => return Err(error.into()),
            }
        }
    };

    Ok(DigestView::of(Some(&chosen), reader))
}
