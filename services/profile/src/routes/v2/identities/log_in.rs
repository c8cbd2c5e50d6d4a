use super::returned::ReturnedFromProvider;
use crate::{
    App, commands,
    domain::Origin,
    routes::v2::{
        challenges::ChallengeView,
        sessions::{TokensView, logged_in},
    },
};
use axum::{extract::State, response::Response};
use web::{ApiResult, Json, responses::Unauthorized};

/// Log in by the word of a school.
///
/// Whoever has the token of the beginning may, once: a repeat is `authorization-not-accepted`, and so is a state of another
/// beginning. An identity that is linked to no account is `identity-not-linked`: its owner logs in with their password and
/// links it. What the provider says does not stand in for a second factor: who has one, and every administrator, gets a
/// challenge. An account that may not be used is 401.
#[utoipa::path(
    post,
    path = "/sessions/by-provider",
    request_body = ReturnedFromProvider,
    responses(
        (status = 201, body = TokensView, description = "Logged in."),
        (status = 202, body = ChallengeView, description = "A second factor is asked for."),
        Unauthorized,
    )
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn log_in_by_provider(
    State(app): State<App>,
    origin: Origin,
    Json(body): Json<ReturnedFromProvider>,
) -> ApiResult<Response> {
    let returned = body.parse()?;
    Ok(logged_in(commands::log_in_by_provider(&app, &returned, &origin).await?))
}
