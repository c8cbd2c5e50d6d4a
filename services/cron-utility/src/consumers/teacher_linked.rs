use crate::{App, store::links};
use bus::{Delivery, Handler, Outcome};
use events::profile::TeacherLinked;
use ids::UserId;
use subject::documents::is_forgotten;

/// A teacher teaches a student from now on: they see their progress.
#[async_trait::async_trait]
impl Handler<TeacherLinked> for App {
    async fn handle(&self, delivery: Delivery<TeacherLinked>) -> Outcome {
        let TeacherLinked { user_id: student, teacher_id: teacher, .. } = delivery.event;
        record(self, student, teacher, true, delivery.sequence.cast_signed()).await.into()
    }
}

/// Keeps a link, whichever way it goes, unless one of the two is forgotten.
pub(super) async fn record(
    app: &App,
    student: UserId,
    teacher: UserId,
    linked: bool,
    sequence: i64,
) -> anyhow::Result<()> {
    for person in [student, teacher] {
        if is_forgotten(&app.database, person).await? {
            return Ok(());
        }
    }
    Ok(links::record(&app.database, student, teacher, linked, sequence).await?)
}
