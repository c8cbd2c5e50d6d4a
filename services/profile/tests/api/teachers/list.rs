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

#[tokio::test]
async fn administrators_page_through_the_teachers_of_a_student() {
    let world = World::new().await;
    let school = world.caller(Caller::educational_admin()).await;
    let technical = world.caller(Caller::technical_admin()).await;
    let student = world.somebody("student").await;
    let mut teachers = BTreeSet::new();
    for _ in 0..3 {
        let teacher = world.somebody("teacher").await;
        let path = format!("/api/v2/profile/teachers/{teacher}/students/{student}");
        world.api.put(path).as_(&school).send().await.expect(201);
        teachers.insert(teacher.to_string());
    }

    let path = format!("/api/v2/profile/students/{student}/teachers");
    for admin in [&school, &technical] {
        let mut seen = Vec::new();
        let mut next = Some(format!("{path}?limit=2"));
        while let Some(page) = next {
            let body = world.api.get(page).as_(admin).send().await.expect(200).json();
            for item in body["items"].as_array().expect("items") {
                assert_eq!(item["linkedAt"], "2025-03-03T09:00:00.000Z");
                seen.push(item["teacherId"].as_str().expect("an id").to_owned());
            }
            next = body["nextCursor"].as_str().map(|cursor| format!("{path}?limit=2&cursor={cursor}"));
        }
        assert_eq!(seen, teachers.iter().cloned().collect::<Vec<_>>());
    }
    let nobody = crate::support::new_user();
    world
        .api
        .get(format!("/api/v2/profile/students/{nobody}/teachers"))
        .as_(&school)
        .send()
        .await
        .expect(404);
}
