use crate::{App, commands::update_learning_cohorts};
use bus::{Delivery, Handler, Outcome};
use events::cron_utility::WeeklyTick;
use scheduler::Week;

/// A week of study begins: the weeks of all students are opened, by [`update_learning_cohorts`], which the note that this
/// leaves sets going.
///
/// A tick of a week that is over opens nothing. What an outage swallowed is not stacked: the queue has waited.
#[async_trait::async_trait]
impl Handler<WeeklyTick> for App {
    async fn handle(&self, delivery: Delivery<WeeklyTick>) -> Outcome {
        let Some(week) = Week::parse(&delivery.event.iso_week) else {
            return Outcome::Reject("the week is none of ISO 8601".to_owned());
        };
        if week < Week::of(self.clock.now()) {
            return Outcome::Done;
        }
        match update_learning_cohorts::ask(self, week).await {
            Ok(()) => Outcome::Done,
            Err(error) => Outcome::Retry(error.into()),
        }
    }
}
