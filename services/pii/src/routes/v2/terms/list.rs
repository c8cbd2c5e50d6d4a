use crate::domain::consent::Document;
use axum::response::Response;
use events::Language;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, ETag, IfNoneMatch, Query};

/// In which language.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct InLanguage {
    #[param(inline)]
    language: Language,
}

/// A document in the version that counts now.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TermsView {
    /// Which.
    #[schema(example = "privacy-statement")]
    document: &'static str,
    /// The day it took effect, which is its name.
    #[schema(example = "2026-11-01")]
    version: &'static str,
    /// Markdown whose first line is the title.
    #[schema(example = "# Privacyverklaring\n\n...")]
    text: &'static str,
}

/// Everything that people agree to.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AllTermsView {
    items: Vec<TermsView>,
}

/// What people agree to, in the versions that count now.
///
/// Public: one reads it before there is an account.
#[utoipa::path(
    get,
    path = "/terms",
    params(InLanguage, IfNoneMatch),
    responses(
        (status = 200, description = "Each document, whole.", body = AllTermsView),
        (status = 304, description = "As `If-None-Match` says."),
    )
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_terms(known: IfNoneMatch, Query(wish): Query<InLanguage>) -> ApiResult<Response> {
    let items = Document::ALL.map(Document::current).map(|version| TermsView {
        document: version.document.name(),
        version: version.version,
        text: version.text(wish.language),
    });
    let answer = AllTermsView { items: items.into() };

    Ok(known.answer(&ETag::of_content(&answer)?, answer))
}
