use crate::{
    App,
    store::teacher_students::{self, Link},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherLinked;

/// A teacher teaches a student from now on: they may read their name.
#[async_trait::async_trait]
impl Handler<TeacherLinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherLinked>) -> Outcome {
        let TeacherLinked { user_id: student, teacher_id: teacher, .. } = delivery.event;
        record(self, Link { student, teacher, linked: true, sequence: delivery.sequence.cast_signed() }).await
    }
}

/// Keeps a link, whichever way it goes.
pub(super) async fn record(app: &App, link: Link) -> Outcome {
    let recorded = async {
        let mut connection = app.database.acquire().await?;
        teacher_students::record(&mut connection, link).await
    };
    match recorded.await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.into()),
    }
}
