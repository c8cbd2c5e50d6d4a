use crate::support::World;
use insta::assert_json_snapshot;
use testing::Caller;

#[tokio::test]
async fn a_person_reads_their_own_name() {
    let world = World::new().await;
    let student = Caller::student();
    world.named(student.id(), "Anna", "de Vries").await;
    let path = format!("/api/v2/pii/people/{}/name", student.id());
    let answer = world.api.get(path).as_(&student).send().await;
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_json_snapshot!(answer, { ".body.userId" => "[id]" }, @r#"
    {
      "body": {
        "familyName": "de Vries",
        "givenName": "Anna",
        "userId": "[id]"
      },
      "status": 200
    }
    "#);
}

#[tokio::test]
async fn a_name_that_never_arrived_is_not_found_even_by_an_admin() {
    let world = World::new().await;
    let path = format!("/api/v2/pii/people/{}/name", Caller::student().id());
    world.api.get(path).as_(&Caller::technical_admin()).send().await.expect(404);
}

#[tokio::test]
async fn a_name_in_any_script_comes_out_as_it_went_in() {
    let world = World::new().await;
    for (given, family) in [("Анна", "Ковалёва"), ("Ås", "O’Neill-Ağa"), ("名", "前")] {
        let person = world.person(given, family).await;
        let path = format!("/api/v2/pii/people/{person}/name");
        let name = world.api.get(path).as_(&Caller::educational_admin()).send().await.expect(200).json();
        assert_eq!((&name["givenName"], &name["familyName"]), (&given.into(), &family.into()));
    }
}

#[tokio::test]
async fn nothing_of_a_name_is_readable_in_the_store() {
    let world = World::new().await;
    world.person("Canarianna", "Kanarievogel").await;
    let rows: Vec<Vec<u8>> =
        sqlx::query_scalar("select sealed from fields").fetch_all(&world.pool()).await.expect("rows");
    assert_eq!(rows.len(), 3);
    for row in rows {
        assert!(!row.windows(6).any(|window| window == b"Canari" || window == b"Kanari"));
    }
}

#[tokio::test]
async fn what_is_no_id_is_refused() {
    let world = World::new().await;
    world.api.get("/api/v2/pii/people/1%20or%201/name").as_(&Caller::student()).send().await.expect(422);
}
