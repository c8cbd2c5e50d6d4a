use web::ApiVersion;

#[test]
fn the_documents_are_the_kept_ones() {
    for version in [ApiVersion::V1, ApiVersion::V2] {
        let document = pii::api().document(version).expect("a document");
        testing::openapi::assert_kept("pii", version.as_str(), &web::openapi_text(&document));
    }
    let internal = pii::api().internal_document().expect("a document");
    testing::openapi::assert_kept("pii", "internal", &web::openapi_text(&internal));
}
