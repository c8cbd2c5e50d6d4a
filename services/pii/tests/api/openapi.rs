use web::ApiVersion;

#[test]
fn the_document_is_the_kept_one() {
    let document = pii::api().document(ApiVersion::V2).expect("a document");
    testing::openapi::assert_kept("pii", "v2", &web::openapi_text(&document));
}
