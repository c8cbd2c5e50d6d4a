use super::show_me::Me;
use crate::{App, commands, domain::SettingsChange, routes::fields::Fields};
use access::AnyUser;
use axum::extract::State;
use events::Language;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, IfMatch, Json, Tagged};

/// What becomes of the settings: absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ChangeMe {
    /// The language of the interface and of mails.
    #[schema(example = "nl")]
    interface_language: Option<Language>,
    /// An IANA name: decides when the days of the user begin and end.
    #[schema(example = "Europe/Amsterdam")]
    time_zone: Option<String>,
}

/// Change the language and the time zone of the own account.
///
/// A merge patch. Settings that the account has already are no change, whatever `If-Match` says.
#[utoipa::path(
    patch,
    path = "/me",
    params(IfMatch),
    request_body(content = ChangeMe, content_type = "application/merge-patch+json"),
    responses((status = 200, body = Me, headers(("ETag" = String)))),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn change_me(
    State(app): State<App>,
    caller: AnyUser,
    seen: IfMatch,
    Json(body): Json<ChangeMe>,
) -> ApiResult<Tagged<Me>> {
    let user = commands::change_settings(&app, caller.id, body.parse()?, &seen).await?;
    Ok(Me::tagged(&mut *app.connection().await?, user, caller.session).await?)
}

impl ChangeMe {
    fn parse(self) -> Result<SettingsChange, ApiError> {
        let mut fields = Fields::default();
        let time_zone = self.time_zone.map(|name| fields.take("/timeZone", name.parse()));
        match time_zone {
            Some(None) => Err(fields.refusal()),
            time_zone => Ok(SettingsChange {
                interface_language: self.interface_language,
                time_zone: time_zone.flatten(),
            }),
        }
    }
}
