use crate::support::World;
use testing::Caller;

async fn reads(world: &World, teacher: &Caller, person: ids::UserId) -> u16 {
    let path = format!("/api/v2/pii/people/{person}/name");
    world.api.get(path).as_(teacher).send().await.status().as_u16()
}

#[tokio::test]
async fn a_teacher_reads_a_name_as_long_as_they_teach() {
    let world = World::new().await;
    let (teacher, person) = (Caller::teacher(), world.person("Anna", "de Vries").await);
    assert_eq!(reads(&world, &teacher, person).await, 404);
    world.link(teacher.id(), person, true, 2).await;
    assert_eq!(reads(&world, &teacher, person).await, 200);
    assert_eq!(reads(&world, &Caller::teacher(), person).await, 404);
    world.link(teacher.id(), person, false, 3).await;
    assert_eq!(reads(&world, &teacher, person).await, 404);
}

#[tokio::test]
async fn an_older_link_that_comes_late_does_not_bring_it_back() {
    let world = World::new().await;
    let (teacher, person) = (Caller::teacher(), world.person("Anna", "de Vries").await);
    world.link(teacher.id(), person, false, 3).await;
    world.link(teacher.id(), person, true, 2).await;
    assert_eq!(reads(&world, &teacher, person).await, 404);
}
