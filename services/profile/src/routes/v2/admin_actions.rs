use crate::{
    App, Failure,
    domain::ActionName,
    store::admin_actions::{self, AdminAction, Filter},
};
use access::TechnicalAdmin;
use axum::extract::State;
use ids::{ActionId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Limit, Page, Query, Timestamp};

/// Which part of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Listing {
    /// Only what this administrator did.
    actor_id: Option<UserId>,
    /// Only what was done to this account.
    subject_id: Option<UserId>,
    /// Only this.
    #[param(inline)]
    action: Option<ActionName>,
    /// Only what was done then or later.
    from: Option<Timestamp>,
    /// Only what was done before.
    until: Option<Timestamp>,
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
}

/// What an administrator did.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AdminActionView {
    id: ActionId,
    /// Absent where a command of an operator did it.
    #[serde(skip_serializing_if = "Option::is_none")]
    actor_id: Option<UserId>,
    /// The account that it was done to; absent where it was done to none.
    #[serde(skip_serializing_if = "Option::is_none")]
    subject_id: Option<UserId>,
    #[schema(example = "role-changed")]
    action: String,
    /// What it was set to: a role, a platform, the other account of a link.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "teacher")]
    detail: Option<String>,
    done_at: Timestamp,
}

/// What administrators did, the latest first.
#[utoipa::path(
    get,
    path = "/admin-actions",
    params(Listing),
    responses((status = 200, body = Page<AdminActionView>)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_admin_actions(
    State(app): State<App>,
    _: TechnicalAdmin,
    Query(listing): Query<Listing>,
) -> Result<Page<AdminActionView>, Failure> {
    let filter = Filter {
        actor: listing.actor_id,
        subject: listing.subject_id,
        action: listing.action,
        from: listing.from.map(Timestamp::instant),
        until: listing.until.map(Timestamp::instant),
    };
    let scope = format!("admin actions {filter:?}");
    let before = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let mut conn = app.connection().await?;
    let found = admin_actions::latest(&mut conn, filter, before, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, |last| last.id)?;
    Ok(page.map(AdminActionView::from))
}

impl From<AdminAction> for AdminActionView {
    fn from(done: AdminAction) -> Self {
        Self {
            id: done.id,
            actor_id: done.actor_id,
            subject_id: done.subject_id,
            action: done.action,
            detail: done.detail,
            done_at: done.done_at.into(),
        }
    }
}
