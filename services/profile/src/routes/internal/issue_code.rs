use crate::{
    App,
    commands::{self, IssuedCode},
    domain::Purpose,
};
use access::{Service, service::CronUtility};
use axum::extract::State;
use ids::{CauseId, UserId};
use secrecy::ExposeSecret;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, Timestamp, responses::NotFound};

/// Whom a mail is for, and what its code is to prove.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct IssueCode {
    user_id: UserId,
    purpose: Purpose,
}

/// The code that the mail is to carry.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IssuedCodeView {
    #[schema(example = "K7QF3-9XW2M")]
    code: String,
    expires_at: Timestamp,
}

/// A one-time code, for the mail that is being written.
///
/// For cron-utility alone. The cause is the `request_id` of the fact that led to the mail. Asked again, the cause gets
/// another code, and the one before it is void. A cause is not found once there is a newer one for the same user and
/// purpose, or its code was used: then no mail is to be sent.
#[utoipa::path(
    put,
    path = "/codes/{causeId}",
    params(("causeId" = inline(CauseId), Path)),
    request_body = IssueCode,
    responses((status = 200, body = IssuedCodeView), NotFound),
    security(("service" = ["cron-utility"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn issue_code(
    State(app): State<App>,
    _: Service<CronUtility>,
    Path(cause): Path<CauseId>,
    Json(body): Json<IssueCode>,
) -> ApiResult<Json<IssuedCodeView>> {
    Ok(Json(commands::issue_code(&app, cause, body.user_id, body.purpose).await?.into()))
}

impl From<IssuedCode> for IssuedCodeView {
    fn from(issued: IssuedCode) -> Self {
        Self { code: issued.code.written().expose_secret().to_owned(), expires_at: issued.expires_at.into() }
    }
}
