use crate::support::World;
use testing::Caller;

#[tokio::test]
async fn an_account_is_shown_with_its_revision() {
    let world = World::new().await;
    let student = world.caller(Caller::student()).await;

    let answer = world.api.get(format!("/api/v2/profile/users/{}", student.id())).as_(&student).send().await;

    assert_eq!(answer.header("etag"), Some("\"1\""));
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    insta::assert_json_snapshot!(answer, { ".body.id" => "[id]" }, @r#"
    {
      "body": {
        "createdAt": "2025-03-03T09:00:00.000Z",
        "id": "[id]",
        "interfaceLanguage": "nl",
        "role": "student",
        "status": "active",
        "timeZone": "Europe/Amsterdam"
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn another_student_is_not_there() {
    let world = World::new().await;
    let (student, other) = (world.caller(Caller::student()).await, world.somebody("student").await);

    let theirs =
        world.api.get(format!("/api/v2/profile/users/{other}")).as_(&student).send().await.expect(404);

    let nobody = crate::support::new_user();
    let absent =
        world.api.get(format!("/api/v2/profile/users/{nobody}")).as_(&student).send().await.expect(404);
    assert_eq!(theirs.json()["type"], absent.json()["type"]);
}
