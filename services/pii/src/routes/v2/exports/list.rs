use crate::{
    App, Failure,
    routes::v2::listing::Listing,
    store::requests::{self, Request},
};
use access::TechnicalAdmin;
use axum::extract::State;
use chrono::{DateTime, Utc};
use ids::{ExportId, UserId};
use serde::Serialize;
use utoipa::ToSchema;
use web::{Page, Query};

/// An export, and who has not answered it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ExportSummary {
    /// Which.
    export_id: ExportId,
    /// Whose data.
    user_id: UserId,
    /// When it was asked for.
    requested_at: DateTime<Utc>,
    /// When it is ready at the latest.
    deadline_at: DateTime<Utc>,
    /// When the archive was made; absent before.
    #[serde(skip_serializing_if = "Option::is_none")]
    ready_at: Option<DateTime<Utc>>,
    /// The services that have not answered; `pii` is the last to.
    #[schema(example = json!(["thematic-cards", "pii"]))]
    waits_for: Vec<String>,
}

impl From<Request> for ExportSummary {
    fn from(request: Request) -> Self {
        Self {
            export_id: ExportId::new(request.id),
            user_id: UserId::new(request.user_id),
            requested_at: request.requested_at,
            deadline_at: request.deadline_at,
            ready_at: request.done_at,
            waits_for: request.waits_for,
        }
    }
}

/// Exports, the oldest first.
///
/// Permission: technical admins. `open=true` gives those that wait for a service.
#[utoipa::path(
    get,
    path = "/exports",
    params(Listing),
    responses((status = 200, description = "A page of exports.", body = Page<ExportSummary>)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_exports(
    State(app): State<App>,
    _: TechnicalAdmin,
    Query(listing): Query<Listing>,
) -> Result<Page<ExportSummary>, Failure> {
    let scope = listing.scope("exports");
    let after = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let mut connection = app.database.acquire().await?;
    let found = requests::exports(&mut connection, listing.open, after, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, Request::position)?;
    Ok(page.map(ExportSummary::from))
}
