use crate::{App, domain::catalogue::Product};
use access::AnyUser;
use axum::extract::State;
use events::LocalizedText;
use ids::ProductId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Json, Page};

/// A product that the user may open.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductView {
    /// Its name.
    #[schema(example = "thematic-cards")]
    pub id: ProductId,
    /// What it is called.
    pub title: LocalizedText,
}

impl From<&Product> for ProductView {
    fn from(product: &Product) -> Self {
        Self { id: product.id.clone(), title: product.title.clone() }
    }
}

/// The products that the user may open, in the order in which to show them.
///
/// Permission: every role; each sees its own. Answers from the lobby's own copy of the catalogue, also while profile
/// is down.
#[utoipa::path(
    get,
    path = "/products",
    responses((status = 200, description = "All of them, on one page.", body = Page<ProductView>)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_products(State(app): State<App>, user: AnyUser) -> Json<Page<ProductView>> {
    let items = app.products.now().open_to(user.role).map(ProductView::from).collect();

    Json(Page { items, next_cursor: None })
}
