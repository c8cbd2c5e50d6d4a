use crate::{App, commands};
use axum::{
    extract::State,
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use web::{ApiResult, Path, responses::NotFound};

/// What a link holds: nothing but letters and digits.
#[derive(Deserialize)]
#[serde(try_from = "String")]
pub(crate) struct GivenToken(String);

impl TryFrom<String> for GivenToken {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            true => Ok(Self(text)),
            false => Err("not the token of a link"),
        }
    }
}

/// Fetch an archive.
///
/// Permission: whoever has the link, once. It is used up by this very request, so that an address in a log or a history
/// opens nothing; when the answer does not arrive, make another link.
#[utoipa::path(
    get,
    path = "/archives/{token}",
    params(("token" = String, Path, description = "From a link.")),
    responses(
        (status = 200, description = "The archive, a ZIP.", content_type = "application/zip", body = Vec<u8>),
        NotFound,
    )
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn fetch_archive(
    State(app): State<App>,
    Path(token): Path<GivenToken>,
) -> ApiResult<Response> {
    let opened = commands::open_archive::open_archive(&app, &token.0).await?;
    let name = format!("attachment; filename=\"tall-export-{}.zip\"", opened.export);
    let headers = [(CONTENT_TYPE, "application/zip".to_owned()), (CONTENT_DISPOSITION, name)];

    Ok((headers, opened.zip.to_vec()).into_response())
}
