use crate::App;
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherUnlinked;
use teaching::Link;

/// A teacher no longer teaches a student: they no longer see their progress.
#[async_trait::async_trait]
impl Handler<TeacherUnlinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherUnlinked>) -> Outcome {
        let TeacherUnlinked { user_id: student_id, teacher_id, .. } = delivery.event;
        let sequence = delivery.sequence.cast_signed();
        let link = Link { student_id, teacher_id, since: None, sequence };
        teaching::record(&self.database, link).await.into()
    }
}
