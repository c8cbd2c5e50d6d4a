use crate::{App, domain::student::Student};
use bus::{Delivery, Handler, Outcome};
use documents::Filter;
use events::profile::{Role, UserRoleChanged};
use ids::UserId;

/// An account has another role: weeks are opened for students alone. The dictionary stays.
#[async_trait::async_trait]
impl Handler<UserRoleChanged> for App {
    async fn handle(&self, delivery: Delivery<UserRoleChanged>) -> Outcome {
        let is_student = delivery.event.role == Role::Student;
        record(self, delivery.event.user_id, is_student, delivery.sequence).await.into()
    }
}

/// Keeps whether somebody with a dictionary is a student, unless something newer is known.
pub(super) async fn record(app: &App, user: UserId, is_student: bool, sequence: u64) -> anyhow::Result<()> {
    let rule = |student: Student| student.is_student(is_student, sequence.cast_signed());
    app.students.change(user, Filter::any(), rule).await?;
    Ok(())
}
