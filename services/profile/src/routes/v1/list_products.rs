use crate::{domain::catalogue, routes::RoleName};
use events::LocalizedText;
use ids::ProductId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{
    Json, Query,
    v1::{NumberedPage, Paging},
};

/// Something that users of some roles may open.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ProductV1 {
    #[schema(example = "thematic-cards")]
    id: ProductId,
    title: LocalizedText,
    roles: Vec<RoleName>,
}

/// The products, and who may open them.
#[utoipa::path(get, path = "/products", params(Paging), responses((status = 200, body = NumberedPage<ProductV1>)))]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_products(Query(paging): Query<Paging>) -> Json<NumberedPage<ProductV1>> {
    let products = catalogue::products();
    let total = products.len() as u64;
    let wanted = products.into_iter().skip(paging.offset() as usize).take(paging.limit() as usize);
    let items = wanted.map(|product| ProductV1 {
        id: product.id,
        title: product.title,
        roles: product.roles.iter().copied().map(RoleName::from).collect(),
    });
    Json(paging.page(items.collect(), total))
}
