use super::import_users::UserFile;
use crate::{
    App, Failure,
    commands::{self, By},
    domain::user_import::{Fault, Row},
    routes::RoleName,
};
use access::{EducationalAdmin, OneOf, TechnicalAdmin};
use axum::extract::State;
use secrecy::ExposeSecret;
use serde::Serialize;
use utoipa::ToSchema;
use web::Json;

/// What an import would do. It quotes nothing of the file.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ImportPreview {
    /// Those for whom an account would be made.
    users: Vec<PreviewedUser>,
    /// What stands against it. Where there is anything, an import makes nobody an account.
    faults: Vec<FaultView>,
}

/// Somebody for whom an account would be made.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewedUser {
    /// The headings are line 1.
    #[schema(example = 2)]
    line: u64,
    role: RoleName,
    has_teacher: bool,
}

/// What is wrong, and where.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FaultView {
    #[schema(example = 7)]
    line: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "email")]
    column: Option<&'static str>,
    #[schema(example = "address-taken")]
    code: &'static str,
    #[schema(example = "This address has an account.")]
    message: &'static str,
}

/// See what importing a file of people would do, without doing it.
///
/// For both administrators. Everything that is wrong is told at once, by line and column. Changes nothing, so it can be
/// repeated.
#[utoipa::path(
    post,
    path = "/user-imports/previews",
    request_body = UserFile,
    responses((status = 200, body = ImportPreview)),
    security(("accessToken" = ["educational_admin", "technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn preview_import(
    State(app): State<App>,
    admin: OneOf<(EducationalAdmin, TechnicalAdmin)>,
    Json(body): Json<UserFile>,
) -> Result<Json<ImportPreview>, Failure> {
    let by = By { id: admin.id, role: admin.role };
    let preview = commands::preview_import(&app, body.csv.expose_secret(), by).await?;
    Ok(Json(ImportPreview {
        users: preview.rows.iter().map(PreviewedUser::from).collect(),
        faults: preview.faults.into_iter().map(FaultView::from).collect(),
    }))
}

impl From<&Row> for PreviewedUser {
    fn from(row: &Row) -> Self {
        Self { line: row.line, role: row.role.into(), has_teacher: row.teacher.is_some() }
    }
}

impl From<Fault> for FaultView {
    fn from(fault: Fault) -> Self {
        let column = fault.column.map(|column| column.heading());
        Self { line: fault.line, column, code: fault.code, message: fault.message }
    }
}
