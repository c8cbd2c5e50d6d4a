use crate::{App, commands::ask_erasure::ask_own_erasure};
use ::access::{Service, service::Profile};
use axum::{extract::State, http::StatusCode};
use ids::UserId;
use web::{ApiResult, Path, responses::Conflict};

/// Ask that a person be forgotten who registered and never proved their address.
///
/// It is done in their own name, as if they had asked. Safe to repeat: a person is forgotten once, whoever asked first.
#[utoipa::path(
    put,
    path = "/people/{userId}/erasure",
    params(("userId" = UserId, Path, description = "The person.")),
    responses((status = 202, description = "Asked for, now or before."), Conflict),
    security(("service" = ["profile"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn ask_erasure(
    State(app): State<App>,
    _: Service<Profile>,
    Path(user_id): Path<UserId>,
) -> ApiResult<StatusCode> {
    ask_own_erasure(&app, user_id).await?;

    Ok(StatusCode::ACCEPTED)
}
