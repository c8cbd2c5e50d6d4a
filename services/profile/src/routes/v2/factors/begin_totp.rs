use super::EnrolmentView;
use crate::{
    App,
    commands::{self, Beginning},
    credentials::totp::Belonging,
};
use access::{AnyUser, Fresh};
use axum::{extract::State, http::StatusCode};
use ids::EnrolmentId;
use web::{ApiResult, Json, Path, responses::Conflict};

/// Begin to enrol an authenticator app.
///
/// Needs a proof of the last ten minutes. The app that is in force stays so until the first code of the new one comes. Asked
/// again under the same id, the secret is the same.
#[utoipa::path(
    put,
    path = "/me/totp-enrolments/{enrolmentId}",
    params(("enrolmentId" = EnrolmentId, Path, description = "Made by the caller, a UUIDv7.")),
    responses(
        (status = 201, body = EnrolmentView, description = "Begun."),
        (status = 200, body = EnrolmentView, description = "Begun before."),
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn begin_totp(
    State(app): State<App>,
    caller: Fresh<AnyUser>,
    Path(enrolment): Path<EnrolmentId>,
) -> ApiResult<(StatusCode, Json<EnrolmentView>)> {
    let belonging = Belonging { user: caller.id, enrolment };
    Ok(match commands::begin_enrolment(&app, belonging).await? {
        Beginning::First(enrolment) => (StatusCode::CREATED, Json(EnrolmentView::of(&enrolment)?)),
        Beginning::Again(enrolment) => (StatusCode::OK, Json(EnrolmentView::of(&enrolment)?)),
    })
}
