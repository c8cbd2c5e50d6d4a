use crate::{App, store::links};
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherLinked;

/// A teacher teaches a student from now on: they see their progress.
#[async_trait::async_trait]
impl Handler<TeacherLinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherLinked>) -> Outcome {
        let TeacherLinked { user_id: student, teacher_id: teacher, .. } = delivery.event;
        match links::record(&self.database, student, teacher, true, delivery.sequence.cast_signed()).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error.into()),
        }
    }
}
