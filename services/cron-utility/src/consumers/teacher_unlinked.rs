use super::teacher_linked::record;
use crate::App;
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherUnlinked;

/// A teacher no longer teaches a student: they no longer see their progress.
#[async_trait::async_trait]
impl Handler<TeacherUnlinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherUnlinked>) -> Outcome {
        let TeacherUnlinked { user_id: student, teacher_id: teacher, .. } = delivery.event;
        record(self, student, teacher, false, delivery.sequence.cast_signed()).await.into()
    }
}
