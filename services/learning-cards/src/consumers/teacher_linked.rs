use crate::App;
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherLinked;
use teaching::Link;

/// A teacher teaches a student from now on: the lists that they share are offered to them.
#[async_trait::async_trait]
impl Handler<TeacherLinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherLinked>) -> Outcome {
        let TeacherLinked { user_id: student_id, teacher_id, linked_at, .. } = delivery.event;
        let sequence = delivery.sequence.cast_signed();
        let link = Link { student_id, teacher_id, since: Some(linked_at), sequence };
        teaching::record(&self.database, link).await.into()
    }
}
