use crate::support::World;
use std::collections::BTreeSet;
use testing::Caller;

#[tokio::test]
async fn a_teacher_pages_through_their_own_students() {
    let world = World::new().await;
    let (admin, teacher) =
        (world.caller(Caller::educational_admin()).await, world.caller(Caller::teacher()).await);
    let mut students = BTreeSet::new();
    for _ in 0..5 {
        let student = world.somebody("student").await;
        let path = format!("/api/v2/profile/teachers/{}/students/{student}", teacher.id());
        world.api.put(path).as_(&admin).send().await.expect(201);
        students.insert(student.to_string());
    }

    let path = format!("/api/v2/profile/teachers/{}/students", teacher.id());
    let mut seen = Vec::new();
    let mut next = Some(format!("{path}?limit=2"));
    while let Some(page) = next {
        let answer = world.api.get(page).as_(&teacher).send().await.expect(200);
        let body = answer.json();
        let items = body["items"].as_array().expect("items");
        seen.extend(items.iter().map(|item| item["studentId"].as_str().expect("an id").to_owned()));
        next = body["nextCursor"].as_str().map(|cursor| format!("{path}?limit=2&cursor={cursor}"));
        assert_eq!(answer.header("link").is_some(), next.is_some());
    }
    assert_eq!(seen, students.into_iter().collect::<Vec<_>>());
}

#[tokio::test]
async fn a_cursor_opens_no_other_list() {
    let world = World::new().await;
    let (admin, teacher, other) = (
        world.caller(Caller::educational_admin()).await,
        world.caller(Caller::teacher()).await,
        world.caller(Caller::teacher()).await,
    );
    for _ in 0..2 {
        let student = world.somebody("student").await;
        let path = format!("/api/v2/profile/teachers/{}/students/{student}", teacher.id());
        world.api.put(path).as_(&admin).send().await.expect(201);
    }
    let page = world.api.get(format!("/api/v2/profile/teachers/{}/students?limit=1", teacher.id()));
    let page = page.as_(&teacher).send().await.expect(200).json();
    let cursor = page["nextCursor"].as_str().expect("a cursor");

    let path = format!("/api/v2/profile/teachers/{}/students?cursor={cursor}", other.id());
    world.api.get(path).as_(&other).send().await.expect(422);
}
