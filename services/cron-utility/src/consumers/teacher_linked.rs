use crate::{
    App,
    store::links::{self, Link},
};
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherLinked;
use subject::documents::is_forgotten;

/// A teacher teaches a student from now on: they see their progress.
#[async_trait::async_trait]
impl Handler<TeacherLinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherLinked>) -> Outcome {
        let TeacherLinked { user_id: student_id, teacher_id, linked_at, .. } = delivery.event;
        let sequence = delivery.sequence.cast_signed();
        record(self, Link { student_id, teacher_id, since: Some(linked_at), sequence }).await.into()
    }
}

/// Keeps a link, whichever way it goes, unless one of the two is forgotten.
pub(super) async fn record(app: &App, link: Link) -> anyhow::Result<()> {
    for person in [link.student_id, link.teacher_id] {
        if is_forgotten(&app.database, person).await? {
            return Ok(());
        }
    }
    Ok(links::record(&app.database, link).await?)
}
