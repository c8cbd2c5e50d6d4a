use crate::{App, commands};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Query};

/// Which sessions end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Which {
    /// Every one but this.
    Others,
    /// This one, too.
    All,
}

/// What ends.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct EndSessions {
    /// `others` keeps the session that asks, `all` does not.
    #[param(inline)]
    which: Which,
}

/// End the own sessions.
///
/// Every service refuses their access tokens within two seconds. `others` is safe to repeat; after `all` nothing holds
/// with which it could be.
#[utoipa::path(
    delete,
    path = "/sessions",
    params(EndSessions),
    responses((status = 204, description = "They are over.")),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn end_sessions(
    State(app): State<App>,
    caller: AnyUser,
    Query(end): Query<EndSessions>,
) -> ApiResult<StatusCode> {
    match end.which {
        Which::Others => commands::end_other_sessions(&app, caller.id, caller.session).await?,
        Which::All => commands::end_every_session(&app, caller.id).await?,
    }
    Ok(StatusCode::NO_CONTENT)
}
