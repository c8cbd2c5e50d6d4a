use crate::support::World;
use profile::routes;
use web::ApiVersion;

#[test]
fn the_documents_are_the_kept_ones() {
    for version in [ApiVersion::V1, ApiVersion::V2] {
        let document = routes::api().document(version).expect("a document");
        testing::openapi::assert_kept("profile", version.as_str(), &web::openapi_text(&document));
    }
    let internal = routes::api().internal_document().expect("a document");
    testing::openapi::assert_kept("profile", "internal", &web::openapi_text(&internal));
}

#[tokio::test]
async fn the_documents_are_served() {
    let world = World::new().await;
    for version in [ApiVersion::V1, ApiVersion::V2] {
        let answer =
            world.api.get(format!("/api/{}/profile/openapi.json", version.as_str())).send().await.expect(200);
        let document = routes::api().document(version).expect("a document");
        assert_eq!(answer.json(), serde_json::to_value(document).expect("JSON"));
    }
}

#[tokio::test]
async fn every_answer_of_v1_says_when_it_ends() {
    let document = routes::api().document(ApiVersion::V1).expect("a document");
    testing::version_1::assert_announces_its_end(&World::new().await.api, &document).await;
}
