use crate::{App, domain::context::Context};
use access::AnyUser;
use axum::extract::State;
use ids::ProductId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Timestamp};

/// Where the user was. Empty before the first choice, and when the choice is no longer theirs to open.
#[derive(Debug, Default, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ContextView {
    /// The product that was opened last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "thematic-cards")]
    product_id: Option<ProductId>,
    /// The place in it, as the client told.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "/topics/eten-en-drinken")]
    place: Option<String>,
    /// When it was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen_at: Option<Timestamp>,
}

impl ContextView {
    pub(super) fn of(app: &App, user: &AnyUser, context: Option<Context>) -> Self {
        let open = |product: &ProductId| app.products.now().admits(product, user.role);
        match context.and_then(|context| context.choice).filter(|choice| open(&choice.product_id)) {
            Some(choice) => Self {
                product_id: Some(choice.product_id),
                place: choice.place,
                chosen_at: Some(choice.chosen_at.into()),
            },
            None => Self::default(),
        }
    }
}

/// Where the user was, to go on there.
///
/// Permission: every role, own context.
#[utoipa::path(
    get,
    path = "/context",
    responses((status = 200, description = "The last choice of any device.", body = ContextView)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_context(State(app): State<App>, user: AnyUser) -> ApiResult<Json<ContextView>> {
    let context = app.contexts.get(user.id).await?.map(documents::Stored::into_state);

    Ok(Json(ContextView::of(&app, &user, context)))
}
