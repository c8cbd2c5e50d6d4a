use crate::{App, domain::student::Student};
use bus::{Delivery, Handler, Outcome};
use documents::Filter;
use events::profile::{AccountStatus, UserStatusChanged};

/// An account is closed for now, or open again: no week is opened meanwhile, and the queue waits.
#[async_trait::async_trait]
impl Handler<UserStatusChanged> for App {
    async fn handle(&self, delivery: Delivery<UserStatusChanged>) -> Outcome {
        let (event, sequence) = (delivery.event, delivery.sequence.cast_signed());
        let suspended = event.status != AccountStatus::Active;
        let rule = |student: Student| student.is_suspended(suspended, sequence);
        match self.students.change(event.user_id, Filter::any(), rule).await {
            Ok(_) => Outcome::Done,
            Err(error) => Outcome::Retry(error.into()),
        }
    }
}
