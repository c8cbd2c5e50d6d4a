use crate::{
    App, Failure,
    routes::v2::listing::Listing,
    store::requests::{self, Request},
};
use access::TechnicalAdmin;
use axum::extract::State;
use chrono::{DateTime, Utc};
use ids::{ErasureId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Page, Query};

/// An erasure, and who has not confirmed it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ErasureSummary {
    /// Which.
    erasure_id: ErasureId,
    /// Who is to be forgotten, or is.
    user_id: UserId,
    /// When it was asked for.
    requested_at: DateTime<Utc>,
    /// When it is done at the latest.
    deadline_at: DateTime<Utc>,
    /// When the last of it was gone; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    erased_at: Option<DateTime<Utc>>,
    /// The services that have not confirmed; `pii` is the last to.
    #[schema(example = json!(["thematic-cards", "pii"]))]
    waits_for: Vec<String>,
}

impl From<Request> for ErasureSummary {
    fn from(request: Request) -> Self {
        Self {
            erasure_id: ErasureId::new(request.id),
            user_id: UserId::new(request.user_id),
            requested_at: request.requested_at,
            deadline_at: request.deadline_at,
            erased_at: request.done_at,
            waits_for: request.waits_for,
        }
    }
}

/// Erasures, the oldest first.
///
/// Permission: technical admins. `open=true` gives those that wait for a service.
#[utoipa::path(
    get,
    path = "/erasures",
    params(Listing),
    responses((status = 200, description = "A page of erasures.", body = Page<ErasureSummary>)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_erasures(
    State(app): State<App>,
    _: TechnicalAdmin,
    Query(listing): Query<Listing>,
) -> Result<Page<ErasureSummary>, Failure> {
    let scope = listing.scope("erasures");
    let after = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let mut connection = app.database.acquire().await?;
    let found = requests::erasures(&mut connection, listing.open, after, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, Request::position)?;
    Ok(page.map(ErasureSummary::from))
}
