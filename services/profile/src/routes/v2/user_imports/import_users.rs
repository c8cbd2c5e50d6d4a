use crate::{
    App,
    commands::{self, By, ImportedUser},
    routes::RoleName,
};
use access::{EducationalAdmin, Fresh, OneOf, TechnicalAdmin};
use axum::{extract::State, http::StatusCode};
use ids::{UserId, UserImportId};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, Timestamp, responses::Conflict};

/// A file of people.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct UserFile {
    /// Headings, then a line a person: `email`, `givenName`, `familyName`, `role`, `language`, and `teacher` (an id or an
    /// address) if wanted. Commas or semicolons; at most 500 people and 256 kB.
    #[schema(value_type = String, example = "email,givenName,familyName,role,language\nanna@example.org,Anna,de Vries,student,nl\n")]
    pub(super) csv: SecretString,
}

/// The accounts that an import made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct UserImportView {
    import_id: UserImportId,
    imported_at: Timestamp,
    users: Vec<ImportedUserView>,
}

/// An account, and the line that it is of.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportedUserView {
    /// The headings are line 1.
    #[schema(example = 2)]
    line: u64,
    user_id: UserId,
    role: RoleName,
}

/// Make accounts for the people of a file, and invite them by mail.
///
/// All of them or none: what is wrong is told for every line at once, as `/csv/{line}/{column}`. A technical administrator
/// makes accounts of every role, an educational administrator of students and teachers. Needs a proof of the last ten
/// minutes. Repeated with the same file within a day it has the same answer.
#[utoipa::path(
    put,
    path = "/user-imports/{importId}",
    params(("importId" = UserImportId, Path, description = "Made by the caller, a UUIDv7.")),
    request_body = UserFile,
    responses(
        (status = 201, body = UserImportView, description = "Made."),
        (status = 200, body = UserImportView, description = "Made before."),
        Conflict,
    ),
    security(("accessToken" = ["educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all, fields(import.id = %id))]
pub(crate) async fn import_users(
    State(app): State<App>,
    admin: Fresh<OneOf<(EducationalAdmin, TechnicalAdmin)>>,
    Path(id): Path<UserImportId>,
    Json(body): Json<UserFile>,
) -> ApiResult<(StatusCode, Json<UserImportView>)> {
    let by = By { id: admin.id, role: admin.role };
    let made = commands::import_users(&app, id, body.csv.expose_secret(), by).await?;
    let status = if made.is_new { StatusCode::CREATED } else { StatusCode::OK };
    let users = made.users.into_iter().map(ImportedUserView::from).collect();
    Ok((status, Json(UserImportView { import_id: id, imported_at: made.imported_at.into(), users })))
}

impl From<ImportedUser> for ImportedUserView {
    fn from(user: ImportedUser) -> Self {
        Self { line: user.line, user_id: user.id, role: user.role.into() }
    }
}
