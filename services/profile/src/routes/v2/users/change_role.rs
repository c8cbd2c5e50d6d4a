use super::show_user::UserView;
use crate::{
    App,
    commands::{self, By},
    routes::RoleName,
};
use access::{EducationalAdmin, Fresh, OneOf, TechnicalAdmin};
use axum::extract::State;
use ids::UserId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{
    ApiResult, IfMatch, Json, Path, Tagged,
    responses::{Conflict, Forbidden, NotFound},
};

/// The role to have from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeRole {
    role: RoleName,
}

/// Give a user another role.
///
/// An educational administrator makes teachers of students and students of teachers; a technical administrator gives any
/// role. Needs a proof of the last ten minutes. The user's access tokens are refused everywhere from then on: a refresh brings one
/// with the new role. Who becomes an administrator has to log in anew, with a second factor. All links of the user to
/// teachers and students end. A role that the user has already is no change, whatever `If-Match` says.
#[utoipa::path(
    put,
    path = "/users/{userId}/role",
    params(
        ("userId" = UserId, Path),
        ("If-Match" = String, Header, description = "The `ETag` of the user.", example = "\"1\""),
    ),
    request_body = ChangeRole,
    responses((status = 200, body = UserView, headers(("ETag" = String))), Forbidden, NotFound, Conflict),
    security(("accessToken" = ["educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(user.id = %id))]
pub(crate) async fn change_role(
    State(app): State<App>,
    admin: Fresh<OneOf<(EducationalAdmin, TechnicalAdmin)>>,
    Path(id): Path<UserId>,
    seen: IfMatch,
    Json(body): Json<ChangeRole>,
) -> ApiResult<Tagged<UserView>> {
    let user =
        commands::change_role(&app, id, body.role.into(), &seen, By { id: admin.id, role: admin.role })
            .await?;
    Ok(user.into())
}
