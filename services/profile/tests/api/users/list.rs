use crate::support::World;
use serde_json::Value;
use testing::Caller;

async fn list(world: &World, admin: &Caller, query: &str) -> (Vec<String>, Option<String>) {
    let answer =
        world.api.get(format!("/api/v2/profile/users{query}")).as_(admin).send().await.expect(200).json();
    let ids = answer["items"].as_array().expect("items").iter();
    let cursor = answer.get("nextCursor").and_then(Value::as_str).map(str::to_owned);
    (ids.map(|item| item["id"].as_str().expect("an id").to_owned()).collect(), cursor)
}

#[tokio::test]
async fn accounts_are_listed_by_role_and_status_page_by_page() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    let mut teachers = Vec::new();
    for _ in 0..3 {
        teachers.push(world.somebody("teacher").await.to_string());
    }
    teachers.sort();
    world.somebody("student").await;
    let gone = world.somebody("student").await;
    world.api.delete(format!("/api/v2/profile/users/{gone}")).as_(&admin).send().await.expect(204);

    assert_eq!(list(&world, &admin, "?role=teacher").await, (teachers.clone(), None));
    assert_eq!(list(&world, &admin, "").await.0.len(), 5, "all but the deleted");
    assert_eq!(list(&world, &admin, "?status=deleted").await.0, [gone.to_string()]);
    assert_eq!(list(&world, &admin, "?role=teacher&status=suspended").await.0, Vec::<String>::new());

    let (first, cursor) = list(&world, &admin, "?role=teacher&limit=2").await;
    let cursor = cursor.expect("there is more");
    let (rest, end) = list(&world, &admin, &format!("?role=teacher&limit=2&cursor={cursor}")).await;
    assert_eq!(([first, rest].concat(), end), (teachers, None));
    let elsewhere = format!("/api/v2/profile/users?role=student&cursor={cursor}");
    world.api.get(elsewhere).as_(&admin).send().await.expect(422);
}

#[tokio::test]
async fn an_educational_admin_finds_teachers_and_students_alone() {
    let world = World::new().await;
    let school = world.caller(Caller::educational_admin()).await;
    world.caller(Caller::technical_admin()).await;
    let mut people = Vec::new();
    for role in ["teacher", "student", "student"] {
        people.push(world.somebody(role).await.to_string());
    }
    let (teacher, student) = (people[0].clone(), people[1].clone());
    let link = format!("/api/v2/profile/teachers/{teacher}/students/{student}");
    world.api.put(link).as_(&school).send().await.expect(201);
    let alone = people[2].clone();
    people.sort();

    assert_eq!(list(&world, &school, "").await.0, people);
    assert_eq!(list(&world, &school, "?role=teacher").await.0, std::slice::from_ref(&teacher));
    for role in ["technical-admin", "educational-admin"] {
        assert_eq!(list(&world, &school, &format!("?role={role}")).await.0, Vec::<String>::new(), "{role}");
    }
    assert_eq!(list(&world, &school, "?linked=false").await.0, [alone]);
    assert_eq!(list(&world, &school, "?linked=true&role=student").await.0, [student]);
    assert_eq!(list(&world, &school, "?linked=true&role=teacher").await.0, [teacher]);

    let (_, cursor) = list(&world, &school, "?limit=1").await;
    let elsewhere = format!("/api/v2/profile/users?linked=true&cursor={}", cursor.expect("there is more"));
    world.api.get(elsewhere).as_(&school).send().await.expect(422);
}

#[tokio::test]
async fn nobody_is_found_by_personal_data() {
    let world = World::new().await;
    let admin = world.caller(Caller::technical_admin()).await;
    for query in ["?email=anna@example.org", "?name=Anna", "?role=king"] {
        let answer = world.api.get(format!("/api/v2/profile/users{query}")).as_(&admin).send().await;
        assert_eq!(answer.status(), 422, "{query}");
    }
}
