use crate::{
    App, Failure,
    commands::{asking::Asker, standing},
    domain::consent::{self, Document, SaidBy},
};
use access::AnyUser;
use axum::extract::State;
use ids::UserId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, Path};

/// In one word.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum StandingWord {
    /// Everything is agreed to by who may.
    Complete,
    /// The person has not agreed to all that counts now.
    AwaitingConsent,
    /// Who answers for a minor has not agreed, or is not known.
    AwaitingGuardian,
}

/// A document, and what was last said about it.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentStanding {
    /// Which.
    #[schema(example = "privacy-statement")]
    document: &'static str,
    /// The version that counts now.
    #[schema(example = "2026-11-01")]
    current_version: &'static str,
    /// The version that the person agrees to, if they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed_by_person: Option<String>,
    /// The version that who answers for them agrees to, if they do.
    #[serde(skip_serializing_if = "Option::is_none")]
    agreed_by_guardian: Option<String>,
}

/// How things stand with a person's consent.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StandingView {
    standing: StandingWord,
    /// Whether the person is known to be under 16.
    is_minor: bool,
    /// Each document.
    documents: Vec<DocumentStanding>,
}

/// How things stand with a person's consent.
///
/// Permission: the person, and educational admins. It follows from the day of birth, so asking is noted as reading it.
#[utoipa::path(
    get,
    path = "/people/{userId}/standing",
    params(("userId" = UserId, Path, description = "The person.")),
    responses(
        (status = 200, description = "The standing.", body = StandingView),
        (status = 404, description = "No such person, or not theirs to see.", body = web::Problem, content_type = "application/problem+json"),
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_standing(
    State(app): State<App>,
    user: AnyUser,
    Path(user_id): Path<UserId>,
) -> Result<Json<StandingView>, Failure> {
    let asker = Asker { id: user.id, role: user.role, subject: user_id };
    let found = standing::standing(&app, asker).await?;

    let agreed = |document: Document, by: SaidBy| {
        let last = found.said.iter().rfind(|said| said.document == document.name() && said.by == by);
        last.filter(|said| said.agrees).map(|said| said.version.clone())
    };
    let documents = Document::ALL.map(|document| DocumentStanding {
        document: document.name(),
        current_version: document.current().version,
        agreed_by_person: agreed(document, SaidBy::Person),
        agreed_by_guardian: agreed(document, SaidBy::Guardian),
    });
    Ok(Json(StandingView {
        standing: found.standing.into(),
        is_minor: found.is_minor,
        documents: documents.into(),
    }))
}

impl From<consent::Standing> for StandingWord {
    fn from(standing: consent::Standing) -> Self {
        match standing {
            consent::Standing::Complete => Self::Complete,
            consent::Standing::AwaitingConsent => Self::AwaitingConsent,
            consent::Standing::AwaitingGuardian => Self::AwaitingGuardian,
        }
    }
}
