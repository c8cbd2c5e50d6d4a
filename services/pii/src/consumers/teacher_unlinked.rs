use super::teacher_linked::record;
use crate::{App, store::teacher_students::Link};
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherUnlinked;

/// A teacher no longer teaches a student: they may no longer read their name.
#[async_trait::async_trait]
impl Handler<TeacherUnlinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherUnlinked>) -> Outcome {
        let TeacherUnlinked { user_id: student, teacher_id: teacher, .. } = delivery.event;
        record(self, Link { student, teacher, linked: false, sequence: delivery.sequence.cast_signed() })
            .await
    }
}
