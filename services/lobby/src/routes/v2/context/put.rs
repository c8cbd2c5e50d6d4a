use super::show::ContextView;
use crate::{
    App,
    domain::context::{Choice, Context, check_place},
};
use access::AnyUser;
use axum::extract::State;
use documents::{Error, Filter};
use ids::ProductId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult, Json, Timestamp};

/// A choice of the user.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Choose {
    /// What was opened: one of the user's products.
    product_id: ProductId,
    /// Where in it: a path of the client.
    #[schema(example = "/topics/eten-en-drinken", max_length = 500)]
    place: Option<String>,
    /// When, by the device's clock. A clock that runs ahead is taken as now.
    chosen_at: Timestamp,
}

impl Choose {
    fn parse(self, app: &App, user: &AnyUser) -> ApiResult<Choice> {
        if !app.products.now().admits(&self.product_id, user.role) {
            let message = "Expected one of the products that the lobby lists.";
            return Err(ApiError::invalid_field("/productId", "unknown-product", message));
        }
        if let Some(place) = &self.place {
            let refused = |error: crate::domain::context::NotAPlace| {
                ApiError::invalid_field("/place", "not-a-place", format!("Expected: {error}."))
            };
            check_place(place).map_err(refused)?;
        }
        let chosen_at = self.chosen_at.instant().min(app.clock.now());
        Ok(Choice { product_id: self.product_id, place: self.place, chosen_at })
    }
}

/// Note what the user opened, to go on there later, on any device.
///
/// Permission: every role, own context. Safe to repeat. The latest choice stands, whatever the order in which devices
/// report; the answer is the choice that stands.
#[utoipa::path(
    put,
    path = "/context",
    request_body = Choose,
    responses((status = 200, description = "The choice that stands.", body = ContextView)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn choose(
    State(app): State<App>,
    user: AnyUser,
    Json(body): Json<Choose>,
) -> ApiResult<Json<ContextView>> {
    let choice = body.parse(&app, &user)?;
    let context = app
        .contexts
        .change_or_create(
            user.id,
            Filter::any(),
            || Context::of(user.id),
            |context: Context| context.choose(&choice),
        )
        .await
        .map_err(Error::of_change)?;

    Ok(Json(ContextView::of(&app, &user, context.map(documents::Stored::into_state))))
}
