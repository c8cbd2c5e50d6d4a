use super::fields::Purpose;
use crate::{
    App, Failure,
    commands::{asking::Asker, list_accesses},
    domain::access,
};
use ::access::AnyUser;
use axum::extract::State;
use events::pii::{AccessDecision, ActorKind, PiiAccessed};
use ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Limit, Page, Path, Query, Timestamp};

/// Which part of the list.
#[derive(Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Listing {
    /// What an admin looks for: `administration`. The person themself need not say.
    #[param(inline)]
    purpose: Option<Purpose>,
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// Who asked.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ActorView {
    /// `user` or `service`.
    #[schema(example = "user")]
    kind: &'static str,
    /// The user's id, or the name of the service.
    id: String,
    /// The role of the user when they asked; absent for a service, and where it was not noted.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "teacher")]
    role: Option<String>,
}

/// Somebody asked for fields of the person.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AccessView {
    /// When.
    accessed_at: Timestamp,
    /// Who.
    actor: ActorView,
    /// For which fields.
    #[schema(example = json!(["family-name", "given-name"]))]
    fields: Vec<String>,
    /// What for.
    #[schema(example = "teaching")]
    purpose: String,
    /// `allowed` or `refused`.
    #[schema(example = "allowed")]
    decision: &'static str,
    /// What a service asked because of.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause_id: Option<String>,
}

/// Who read, or tried to read, what is kept of a person.
///
/// Permission: the person; both kinds of admin who say that they run the school (`purpose=administration`), whose
/// looking is noted in the same log. The newest first.
#[utoipa::path(
    get,
    path = "/people/{userId}/accesses",
    params(("userId" = UserId, Path, description = "The person."), Listing),
    responses(
        (status = 200, description = "A page of the log.", body = Page<AccessView>),
        (status = 404, description = "Not theirs to see.", body = web::Problem, content_type = "application/problem+json"),
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_accesses(
    State(app): State<App>,
    user: AnyUser,
    Path(user_id): Path<UserId>,
    Query(listing): Query<Listing>,
) -> Result<Page<AccessView>, Failure> {
    let asker = Asker { id: user.id, role: user.role, subject: user_id };
    let scope = format!("accesses about {user_id}");
    let before = listing.cursor.as_deref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let purpose = listing.purpose.map_or(access::Purpose::None, Into::into);
    let one_more = listing.limit.get() as i64 + 1;
    let found = list_accesses::list_accesses(&app, asker, purpose, before, one_more).await?;

    let page = Page::of(found, listing.limit, &app.cursors, &scope, |last| last.position)?;
    Ok(page.map(AccessView::from))
}

impl From<PiiAccessed> for AccessView {
    fn from(link: PiiAccessed) -> Self {
        let kind = if link.actor.kind == ActorKind::Service { "service" } else { "user" };
        let allowed = link.decision == AccessDecision::Allowed;
        Self {
            accessed_at: link.accessed_at.into(),
            actor: ActorView {
                kind,
                id: link.actor.id,
                role: link.actor.role.map(|role| role.replace('_', "-")),
            },
            fields: link.fields,
            purpose: link.purpose,
            decision: if allowed { "allowed" } else { "refused" },
            cause_id: link.cause_id,
        }
    }
}
