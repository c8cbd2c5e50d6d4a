use web::ApiVersion;

#[test]
fn the_document_is_the_kept_one() {
    let document = admin::routes::api().document(ApiVersion::V2).expect("a document");
    testing::openapi::assert_kept("admin", "v2", &web::openapi_text(&document));
}

#[test]
fn there_is_no_first_version() {
    assert!(admin::routes::api().document(ApiVersion::V1).is_none());
}
