use crate::{
    App,
    store::{
        erasures,
        teacher_students::{self, Link},
    },
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
    match keep(app, link).await {
        Ok(()) => Outcome::Done,
        Err(error) => Outcome::Retry(error.into()),
    }
}

/// Nothing is kept of two of whom one is forgotten, or to be.
async fn keep(app: &App, link: Link) -> sqlx::Result<()> {
    let mut transaction = app.database.begin().await?;
    // In the order of their ids, so that two such transactions never wait for each other in a ring.
    for person in [link.student.min(link.teacher), link.student.max(link.teacher)] {
        erasures::hold(&mut transaction, person).await?;
        if erasures::is_asked(&mut transaction, person).await? {
            return Ok(());
        }
    }
    teacher_students::record(&mut transaction, link).await?;
    transaction.commit().await
}
