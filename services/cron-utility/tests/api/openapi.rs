use web::ApiVersion;

#[test]
fn the_document_is_the_kept_one() {
    let document = cron_utility::api().document(ApiVersion::V2).expect("a document");
    testing::openapi::assert_kept("cron-utility", "v2", &web::openapi_text(&document));
}
