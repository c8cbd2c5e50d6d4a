use super::view::ConsentView;
use crate::{
    App, Failure,
    commands::{asking::Asker, list_consents},
};
use access::AnyUser;
use axum::extract::State;
use ids::UserId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, Path};

/// The log of a person.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ConsentsView {
    /// The newest first.
    items: Vec<ConsentView>,
}

/// What a person, and who answers for them, agreed to.
///
/// Permission: the person; educational admins, whose looking is noted in the access log.
#[utoipa::path(
    get,
    path = "/people/{userId}/consents",
    params(("userId" = UserId, Path, description = "The person.")),
    responses(
        (status = 200, description = "Everything that was said.", body = ConsentsView),
        (status = 404, description = "Not theirs to see.", body = web::Problem, content_type = "application/problem+json"),
    ),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_consents(
    State(app): State<App>,
    user: AnyUser,
    Path(user_id): Path<UserId>,
) -> Result<Json<ConsentsView>, Failure> {
    let asker = Asker { id: user.id, role: user.role, subject: user_id };
    let found = list_consents::list_consents(&app, asker).await?;

    Ok(Json(ConsentsView { items: found.into_iter().map(ConsentView::from).collect() }))
}
