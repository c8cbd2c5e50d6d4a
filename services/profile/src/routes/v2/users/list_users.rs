use super::show_user::UserView;
use crate::{
    App, Failure,
    domain::UserStatus,
    routes::{RoleName, StatusName},
    store::users::{self, Filter},
};
use access::TechnicalAdmin;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use web::{Limit, Page, Query};

/// Which part of the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Listing {
    /// Only those of this role.
    role: Option<RoleName>,
    /// Only those of this status; all but the deleted unless said otherwise.
    status: Option<StatusName>,
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
}

/// Accounts, the oldest first.
///
/// By role and status. Nobody is found by a name or an address here: those are pii's.
#[utoipa::path(
    get,
    path = "/users",
    params(Listing),
    responses((status = 200, body = Page<UserView>)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_users(
    State(app): State<App>,
    _: TechnicalAdmin,
    Query(listing): Query<Listing>,
) -> Result<Page<UserView>, Failure> {
    let filter = Filter { role: listing.role.map(Into::into), status: listing.status.map(UserStatus::from) };
    let scope = format!("users {filter:?}");
    let after = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let found = users::list(&mut *app.connection().await?, filter, after, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, |last| last.id)?;
    Ok(page.map(UserView::from))
}
