use crate::{
    App, Failure,
    domain::security_event::Kind,
    store::security_events::{self, Filter, Kept},
};
use access::TechnicalAdmin;
use axum::extract::State;
use ids::{EventId, SessionId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Limit, Page, Query, Timestamp};

/// Which part of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Listing {
    /// Only those of this account.
    user_id: Option<UserId>,
    /// Only those of this kind.
    kind: Option<Kind>,
    /// Only those at or after it.
    from: Option<Timestamp>,
    /// Only those before it.
    until: Option<Timestamp>,
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
}

/// What happened to the security of an account.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SecurityEventView {
    id: EventId,
    user_id: UserId,
    kind: Kind,
    /// Why or how.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "revoked-by-admin")]
    detail: Option<String>,
    /// In which session, where it was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    session_id: Option<SessionId>,
    happened_at: Timestamp,
}

/// What happened to the security of accounts, the latest first.
///
/// Log-ins, new devices, slowed attempts, revocations, changes of passwords and factors, for ninety days.
#[utoipa::path(
    get,
    path = "/security-events",
    params(Listing),
    responses((status = 200, body = Page<SecurityEventView>)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_security_events(
    State(app): State<App>,
    _: TechnicalAdmin,
    Query(listing): Query<Listing>,
) -> Result<Page<SecurityEventView>, Failure> {
    let filter = Filter {
        user: listing.user_id,
        kind: listing.kind,
        from: listing.from.map(Timestamp::instant),
        until: listing.until.map(Timestamp::instant),
    };
    let scope = format!("security events {filter:?}");
    let before = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let found = security_events::latest(&mut *app.connection().await?, filter, before, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, |last| last.id)?;
    Ok(page.map(SecurityEventView::from))
}

impl From<Kept> for SecurityEventView {
    fn from(kept: Kept) -> Self {
        Self {
            id: kept.id,
            user_id: kept.event.user_id,
            kind: kept.event.kind,
            detail: kept.event.detail,
            session_id: kept.event.session_id,
            happened_at: kept.happened_at.into(),
        }
    }
}
