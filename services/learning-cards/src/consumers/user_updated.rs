use crate::{App, domain::student::Student};
use bus::{Delivery, Handler, Outcome};
use documents::{Error, Filter};
use events::profile::UserUpdated;
use ids::UserId;
use scheduler::AccountZone;
use subject::documents::is_forgotten;

/// An account has other settings: its time zone counts here too, unless the student chose another one here.
#[async_trait::async_trait]
impl Handler<UserUpdated> for App {
    async fn handle(&self, delivery: Delivery<UserUpdated>) -> Outcome {
        let UserUpdated { user_id, time_zone, .. } = delivery.event;
        take_over(self, user_id, &time_zone, delivery.sequence).await
    }
}

/// Keeps the zone of an account, unless something newer is known.
pub(super) async fn take_over(app: &App, user: UserId, time_zone: &str, sequence: u64) -> Outcome {
    let Ok(zone) = time_zone.parse() else {
        return Outcome::Reject("the time zone is none of IANA".to_owned());
    };
    keep(app, user, AccountZone { zone, rev: sequence.cast_signed() }).await.into()
}

async fn keep(app: &App, user: UserId, told: AccountZone) -> anyhow::Result<()> {
    if is_forgotten(&app.database, user).await? {
        return Ok(());
    }
    let rule = |student: Student| student.account_is_in(told);
    let kept = app.students.change_or_create(user, Filter::any(), || Student::new(user), rule);
    kept.await.map_err(Error::of_change)?;
    Ok(())
}
