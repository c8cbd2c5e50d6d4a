use crate::{
    App, Failure,
    store::sessions::{self, Listed},
};
use access::AnyUser;
use axum::extract::State;
use events::profile::Platform;
use ids::SessionId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, Timestamp};

/// The sessions of somebody that go on.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionsView {
    /// The last used first. There are few.
    items: Vec<SessionItem>,
}

/// One log-in on one device.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionItem {
    session_id: SessionId,
    /// Whether it is the one that asks.
    current: bool,
    device: SessionDevice,
    /// Where it began, coarsely: an ISO 3166 code, or a network that many thousand share.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "NL-UT")]
    place: Option<String>,
    authenticated_at: Timestamp,
    /// To a quarter of an hour: when its tokens were last renewed.
    last_used_at: Timestamp,
    expires_at: Timestamp,
}

/// By what its owner recognises a device.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionDevice {
    #[schema(value_type = String, example = "web")]
    platform: Platform,
    /// A browser and a system, as far as they are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "Firefox, Windows")]
    name: Option<String>,
}

/// List the own sessions.
///
/// Any user may. Sessions that are over are not listed.
#[utoipa::path(
    get,
    path = "/sessions",
    responses((status = 200, body = SessionsView)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_sessions(
    State(app): State<App>,
    caller: AnyUser,
) -> Result<Json<SessionsView>, Failure> {
    let listed = sessions::live_of(&mut *app.connection().await?, caller.id, app.now()).await?;
    Ok(Json(SessionsView::of(listed, caller.session)))
}

impl SessionsView {
    /// These, as the session `current` sees them.
    pub(in crate::routes::v2) fn of(listed: Vec<Listed>, current: SessionId) -> Self {
        Self { items: listed.into_iter().map(|session| item(session, current)).collect() }
    }
}

fn item(session: Listed, current: SessionId) -> SessionItem {
    SessionItem {
        session_id: session.id,
        current: session.id == current,
        device: SessionDevice { platform: session.platform, name: session.device_name },
        place: session.place,
        authenticated_at: session.authenticated_at.into(),
        last_used_at: session.last_used_at.into(),
        expires_at: session.expires_at.into(),
    }
}
