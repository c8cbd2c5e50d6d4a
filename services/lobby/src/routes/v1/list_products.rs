use crate::{App, routes::v2::ProductView};
use access::AnyUser;
use axum::extract::State;
use web::{
    Json, Query,
    v1::{NumberedPage, Paging},
};

/// The products that the user may open.
///
/// Permission: every role; each sees its own.
#[utoipa::path(
    get,
    path = "/products",
    params(Paging),
    responses((status = 200, description = "A page of products.", body = NumberedPage<ProductView>)),
    security(("accessToken" = []))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_products(
    State(app): State<App>,
    user: AnyUser,
    Query(paging): Query<Paging>,
) -> Json<NumberedPage<ProductView>> {
    let catalogue = app.products.now();
    let open: Vec<_> = catalogue.open_to(user.role).map(ProductView::from).collect();
    let total = open.len() as u64;
    let offset = usize::try_from(paging.offset()).unwrap_or(usize::MAX);
    let limit = usize::try_from(paging.limit()).unwrap_or(usize::MAX);

    Json(paging.page(open.into_iter().skip(offset).take(limit).collect(), total))
}
