use super::policy_view::{ClientPlatform, PolicyView};
use crate::{App, commands, domain::ClientPolicy, routes::fields::Fields};
use access::TechnicalAdmin;
use axum::extract::State;
use events::LocalizedText;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, ETag, IfMatch, Json, Path, Tagged};

/// The policy to have from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangePolicy {
    #[schema(example = "1.2.0")]
    minimum: String,
    #[schema(example = "1.4.0")]
    latest: String,
    message: LocalizedText,
}

/// Set which versions of a client may call.
///
/// Every service keeps to it within two seconds. A policy that is in force already is no change, whatever `If-Match` says.
#[utoipa::path(
    put,
    path = "/client-policy/{platform}",
    params(
        ("platform" = ClientPlatform, Path),
        ("If-Match" = String, Header, description = "The `etag` of the policy.", example = "\"0\""),
    ),
    request_body = ChangePolicy,
    responses((status = 200, body = PolicyView, headers(("ETag" = String)))),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn change_client_policy(
    State(app): State<App>,
    admin: TechnicalAdmin,
    Path(platform): Path<ClientPlatform>,
    seen: IfMatch,
    Json(body): Json<ChangePolicy>,
) -> ApiResult<Tagged<PolicyView>> {
    let policy = body.parse()?;
    let stored = commands::change_client_policy(&app, platform.into(), policy, &seen, admin.id).await?;
    let etag = ETag::of_rev(stored.rev.unsigned_abs());
    let view =
        PolicyView::of(stored).ok_or_else(|| ApiError::not_found("client policy", "of this platform"))?;
    Ok(Tagged(etag, view))
}

impl ChangePolicy {
    fn parse(self) -> Result<ClientPolicy, ApiError> {
        let mut fields = Fields::default();
        let minimum = fields.take("/minimum", self.minimum.parse().map_err(|_| NotAVersion));
        let latest = fields.take("/latest", self.latest.parse().map_err(|_| NotAVersion));
        let (Some(minimum), Some(latest)) = (minimum, latest) else { return Err(fields.refusal()) };
        let policy = fields.take("/minimum", ClientPolicy::new(minimum, latest, self.message));
        policy.ok_or_else(|| fields.refusal())
    }
}

#[derive(Debug, thiserror::Error)]
#[error("not a version: expected something like 1.4.0")]
struct NotAVersion;
