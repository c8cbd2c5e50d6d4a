use crate::support::{World, new_user};
use events::profile::{TeacherLinked, TeacherUnlinked, v1};
use futures::future::join_all;
use ids::UserId;
use testing::{Answer, Caller};

struct School {
    world: World,
    admin: Caller,
    teacher: UserId,
    student: UserId,
}

impl School {
    async fn new() -> Self {
        let world = World::new().await;
        let admin = world.caller(Caller::educational_admin()).await;
        let (teacher, student) = (world.somebody("teacher").await, world.somebody("student").await);
        Self { world, admin, teacher, student }
    }

    async fn link(&self, teacher: UserId, student: UserId) -> Answer {
        let path = format!("/api/v2/profile/teachers/{teacher}/students/{student}");
        self.world.api.put(path).as_(&self.admin).send().await
    }

    async fn unlink(&self, teacher: UserId, student: UserId) -> Answer {
        let path = format!("/api/v2/profile/teachers/{teacher}/students/{student}");
        self.world.api.delete(path).as_(&self.admin).send().await
    }
}

#[tokio::test]
async fn linking_is_told_in_both_versions_and_only_once() {
    let school = School::new().await;
    let first = school.link(school.teacher, school.student).await.expect(201);
    let again = school.link(school.teacher, school.student).await.expect(200);

    assert_eq!(first.json(), again.json());
    insta::assert_json_snapshot!(first, { ".body.teacherId" => "[teacher]", ".body.studentId" => "[student]" }, @r#"
    {
      "body": {
        "linkedAt": "2025-03-03T09:00:00.000Z",
        "studentId": "[student]",
        "teacherId": "[teacher]"
      },
      "status": 201
    }
    "#);
    let linked = school.world.published::<TeacherLinked>().await;
    assert_eq!(linked.len(), 1);
    assert_eq!((linked[0].user_id, linked[0].teacher_id), (school.student, school.teacher));
    assert_eq!(linked[0].linked_by, Some(school.admin.id()));
    assert_eq!(school.world.published::<v1::TeacherLinked>().await.len(), 1);
    let rows = school.world.outgoing().await;
    assert_eq!((rows[0].subject.clone(), rows[0].sequence), (school.student.to_string(), 2));
}

#[tokio::test]
async fn unlinking_is_repeatable_and_told_once() {
    let school = School::new().await;
    school.link(school.teacher, school.student).await.expect(201);

    school.unlink(school.teacher, school.student).await.expect(204);
    school.unlink(school.teacher, school.student).await.expect(204);

    let unlinked = school.world.published::<TeacherUnlinked>().await;
    assert_eq!(unlinked.len(), 1);
    assert_eq!(unlinked[0].unlinked_by, Some(school.admin.id()));
    assert_eq!(school.world.published::<v1::TeacherUnlinked>().await.len(), 1);
    school.link(school.teacher, school.student).await.expect(201);
}

#[tokio::test]
async fn only_a_teacher_teaches_and_only_a_student_is_taught() {
    let school = School::new().await;
    let (teacher, student) = (school.teacher, school.student);

    let wrong = school.link(student, student).await.expect(409);
    assert_eq!(wrong.json()["type"], "urn:tall:problem:not-a-teacher");
    let wrong = school.link(teacher, teacher).await.expect(409);
    assert_eq!(wrong.json()["type"], "urn:tall:problem:not-a-student");
    school.link(new_user(), student).await.expect(404);
    school.link(teacher, new_user()).await.expect(404);
    assert!(school.world.published::<TeacherLinked>().await.is_empty());
}

#[tokio::test]
async fn many_at_once_make_one_link() {
    let school = School::new().await;
    let answers = join_all((0..10).map(|_| school.link(school.teacher, school.student))).await;

    assert_eq!(answers.iter().filter(|answer| answer.status() == 201).count(), 1);
    assert_eq!(answers.iter().filter(|answer| answer.status() == 200).count(), 9);
    assert_eq!(school.world.published::<TeacherLinked>().await.len(), 1);
}
