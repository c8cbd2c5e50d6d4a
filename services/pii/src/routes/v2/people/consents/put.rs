use super::view::{ConsentView, Decision, How, Speaker};
use crate::{
    App, Failure,
    commands::{
        asking::Asker,
        record_consent::{self, Recording},
    },
    domain::consent::{Document, SaidBy},
    store::consents::Consent,
};
use access::AnyUser;
use axum::{extract::State, http::StatusCode};
use ids::{ConsentId, UserId};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Path, responses::Conflict};

/// What was said.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RecordConsent {
    /// About which document.
    #[schema(example = "privacy-statement")]
    document: String,
    /// In which version: one gives consent to the current one, and withdraws it from any.
    #[schema(example = "2026-11-01")]
    version: String,
    decision: Decision,
    said_by: Speaker,
    how: How,
}

impl RecordConsent {
    /// The document in a version that this can be said about.
    fn known(&self) -> ApiResult<()> {
        let unknown = |pointer, message| ApiError::invalid_field(pointer, "unknown-value", message);
        let document: Document =
            self.document.parse().map_err(|_| unknown("/document", "There is no such document."))?;
        let can_be_meant = match self.decision {
            Decision::Given => document.current().version == self.version,
            Decision::Withdrawn => document.versions().any(|one| one.version == self.version),
        };
        if can_be_meant { Ok(()) } else { Err(unknown("/version", "Expected the version that counts now.")) }
    }
}

/// Agree, or no longer agree.
///
/// Permission: the person for themself, in the app; educational admins for what a guardian, or a person, told the
/// school. Under 16 only a guardian's agreement counts. The log is only added to; the same entry again is 200 with the
/// first answer.
#[utoipa::path(
    put,
    path = "/people/{userId}/consents/{consentId}",
    params(
        ("userId" = UserId, Path, description = "The person."),
        ("consentId" = ConsentId, Path, description = "Made by the caller, a UUIDv7."),
    ),
    request_body = RecordConsent,
    responses(
        (status = 201, description = "Added.", body = ConsentView),
        (status = 200, description = "It was there.", body = ConsentView),
        (status = 404, description = "No such person, or not theirs to speak for.", body = web::Problem, content_type = "application/problem+json"),
        Conflict,
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn record_consent(
    State(app): State<App>,
    user: AnyUser,
    Path((user_id, consent_id)): Path<(UserId, ConsentId)>,
    Json(body): Json<RecordConsent>,
) -> Result<(StatusCode, Json<ConsentView>), Failure> {
    body.known()?;
    let asker = Asker { id: user.id, role: user.role, subject: user_id };
    let by = if body.said_by == Speaker::Guardian { SaidBy::Guardian } else { SaidBy::Person };
    let consent = Consent {
        consent_id,
        user_id,
        document: body.document,
        version: body.version,
        decision: body.decision.word().to_owned(),
        said_by: body.said_by.word().to_owned(),
        how: body.how.word().to_owned(),
        recorded_by: user.id,
        said_at: app.clock.now(),
    };
    let (consent, recording) = record_consent::record_consent(&app, asker, by, consent).await?;

    let status = if recording == Recording::First { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(consent.into())))
}
