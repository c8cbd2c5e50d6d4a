use web::ApiVersion;

#[test]
fn the_documents_are_the_kept_ones() {
    for version in [ApiVersion::V2] {
        let document = learning_cards::api().document(version).expect("a document");
        testing::openapi::assert_kept("learning-cards", version.as_str(), &web::openapi_text(&document));
    }
}
