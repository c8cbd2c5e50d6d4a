use crate::support::World;
use testing::Caller;

#[tokio::test]
async fn a_student_sees_who_they_are_and_who_teaches_them() {
    let world = World::new().await;
    let (admin, student) =
        (world.caller(Caller::educational_admin()).await, world.caller(Caller::student()).await);
    let teacher = world.somebody("teacher").await;
    let link = format!("/api/v2/profile/teachers/{teacher}/students/{}", student.id());
    world.api.put(link).as_(&admin).send().await.expect(201);

    let answer = world.api.get("/api/v2/profile/me").as_(&student).send().await;

    assert_eq!(answer.json()["teacherIds"], serde_json::json!([teacher]));
    insta::assert_json_snapshot!(answer, {
        ".body.id" => "[id]", ".body.sessionId" => "[session]", ".body.teacherIds[0]" => "[teacher]",
    }, @r#"
    {
      "body": {
        "id": "[id]",
        "interfaceLanguage": "nl",
        "role": "student",
        "sessionId": "[session]",
        "teacherIds": [
          "[teacher]"
        ],
        "timeZone": "Europe/Amsterdam"
      },
      "status": 200
    }
    "#);
}
