use web::ApiVersion;

#[test]
fn the_document_is_the_kept_one() {
    let document = learning_cards::api().document(ApiVersion::V2).expect("a document");
    testing::openapi::assert_kept("learning-cards", "v2", &web::openapi_text(&document));
}
