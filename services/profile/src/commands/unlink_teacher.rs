use crate::{
    App, Failure,
    commands::{
        audit::{self, Done},
        change_role::publish_unlink,
    },
    store::{
        links::{self, Link},
        users,
    },
};
use ids::UserId;

/// Ends that `teacher` teaches `student`. Ending it again changes nothing and publishes nothing.
pub async fn unlink_teacher(app: &App, teacher: UserId, student: UserId, by: UserId) -> Result<(), Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock_roles_and_links(&mut transaction).await?;
    if links::delete(&mut transaction, teacher, student).await? {
        let link = Link { teacher_id: teacher, student_id: student, linked_at: now };
        publish_unlink(app, &mut transaction, &link, by, now).await?;
        audit::note(app, &mut transaction, by, Some(student), Done::TeacherUnlinked(teacher)).await?;
        transaction.commit().await?;
        app.relay.wake();
    }
    Ok(())
}
