use crate::support::World;
use insta::assert_json_snapshot;
use testing::Caller;

#[tokio::test]
async fn a_student_sees_what_students_may_open() {
    let world = World::new().await;
    let answer = world.api.get("/api/v2/lobby/products").as_(&Caller::student()).send().await;
    assert_json_snapshot!(answer, @r#"
    {
      "body": {
        "items": [
          {
            "id": "thematic-cards",
            "title": {
              "en": "Thematic cards",
              "nl": "Thematische kaarten",
              "ru": "Тематические карточки"
            }
          }
        ]
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn each_role_sees_its_own() {
    let world = World::new().await;
    for (caller, expected) in [
        (Caller::teacher(), "progress"),
        (Caller::educational_admin(), "people"),
        (Caller::technical_admin(), "people"),
    ] {
        let seen = world.api.get("/api/v2/lobby/products").as_(&caller).send().await.expect(200).json();
        assert_eq!(seen["items"].as_array().map(Vec::len), Some(1));
        assert_eq!(seen["items"][0]["id"], expected);
    }
}
