use super::{identity_view::IdentityView, returned::ReturnedFromProvider};
use crate::{App, commands};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use web::{ApiResult, Json, responses::Conflict};

/// Link who one is at a school's provider.
///
/// The session that began may, once. From then on that identity logs this account in. It belongs to one account at a time
/// (`identity-taken`), and an account has one of each provider (`provider-linked`). Linking what is linked already is 200.
#[utoipa::path(
    post,
    path = "/me/identities",
    request_body = ReturnedFromProvider,
    responses(
        (status = 201, body = IdentityView, description = "Linked."),
        (status = 200, body = IdentityView, description = "Linked before."),
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn link_identity(
    State(app): State<App>,
    caller: AnyUser,
    Json(body): Json<ReturnedFromProvider>,
) -> ApiResult<(StatusCode, Json<IdentityView>)> {
    let returned = body.parse()?;
    let linked = commands::link_identity(&app, caller.id, caller.session, &returned).await?;
    let status = if linked.is_new { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(IdentityView::of(linked.identity, &app))))
}
