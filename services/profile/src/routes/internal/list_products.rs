use crate::{
    domain::catalogue::{self, Product},
    routes::RoleName,
};
use access::{Service, service::Lobby};
use axum::{
    http::{HeaderValue, header::CACHE_CONTROL},
    response::Response,
};
use events::LocalizedText;
use ids::ProductId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, ETag, IfNoneMatch};

/// The products of the school.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Catalogue {
    items: Vec<ProductView>,
}

/// Something that users of some roles may open.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductView {
    #[schema(example = "thematic-cards")]
    id: ProductId,
    title: LocalizedText,
    /// Who may open it.
    roles: Vec<RoleName>,
}

/// The products, in the order in which they are shown, and who may open them.
#[utoipa::path(
    get,
    path = "/products",
    responses(
        (status = 200, body = Catalogue, headers(("ETag" = String))),
        (status = 304, description = "As `If-None-Match` says."),
    ),
    security(("service" = ["lobby"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_products(_: Service<Lobby>, known: IfNoneMatch) -> ApiResult<Response> {
    let catalogue = Catalogue { items: catalogue::products().into_iter().map(ProductView::from).collect() };
    let mut response = known.answer(&ETag::of_content(&catalogue)?, catalogue);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"));
    Ok(response)
}

impl From<Product> for ProductView {
    fn from(product: Product) -> Self {
        let roles = product.roles.iter().copied().map(RoleName::from).collect();
        Self { id: product.id, title: product.title, roles }
    }
}
