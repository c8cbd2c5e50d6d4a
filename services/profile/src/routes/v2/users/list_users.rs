use super::show_user::UserView;
use crate::{
    App, Failure,
    domain::{UserStatus, role_change},
    routes::{RoleName, StatusName},
    store::users::{self, Filter},
};
use access::{EducationalAdmin, OneOf, TechnicalAdmin};
use axum::extract::State;
use events::profile::Role;
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
    /// Only those who are linked, a student to a teacher or a teacher to a student; or only those who are not.
    linked: Option<bool>,
    #[serde(default)]
    limit: Limit,
    cursor: Option<String>,
}

/// Accounts, the oldest first.
///
/// By role, status, and whether they are linked. A technical administrator finds everybody, an educational administrator
/// teachers and students. Nobody is found by a name or an address here: those are pii's.
#[utoipa::path(
    get,
    path = "/users",
    params(Listing),
    responses((status = 200, body = Page<UserView>)),
    security(("accessToken" = ["educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_users(
    State(app): State<App>,
    caller: OneOf<(EducationalAdmin, TechnicalAdmin)>,
    Query(listing): Query<Listing>,
) -> Result<Page<UserView>, Failure> {
    let asked = listing.role.map(Role::from);
    let theirs = role_change::listed_for(caller.role).iter().copied();
    let filter = Filter {
        roles: theirs.filter(|role| asked.is_none_or(|asked| asked == *role)).collect(),
        status: listing.status.map(UserStatus::from),
        linked: listing.linked,
    };
    let scope = format!("users {filter:?}");
    let after = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let one_more = listing.limit.get() as i64 + 1;
    let found = users::list(&mut *app.connection().await?, &filter, after, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, |last| last.id)?;
    Ok(page.map(UserView::from))
}
