use crate::support::World;
use web::ApiVersion;

#[test]
fn the_documents_are_the_kept_ones() {
    for version in [ApiVersion::V1, ApiVersion::V2] {
        let document = learning_cards::api().document(version).expect("a document");
        testing::openapi::assert_kept("learning-cards", version.as_str(), &web::openapi_text(&document));
    }
}

#[tokio::test]
async fn every_answer_of_v1_says_when_it_ends() {
    let document = learning_cards::api().document(ApiVersion::V1).expect("a document");
    testing::version_1::assert_announces_its_end(&World::new().await.api, &document).await;
}
