//! Monday's run: the week of every student, in batches, resumable.

use super::open_week;
use crate::{App, domain::run::Run, store};
use boot::CancellationToken;
use documents::{Change, Error, Filter, Fingerprint};
use futures::{StreamExt, stream};
use ids::UserId;
use scheduler::Week;
use std::time::Duration;
use tokio::time::sleep;
use web::ApiError;

/// Students of one batch: how much is done again after a run was cut off.
const BATCH: i64 = 200;
/// Students whose weeks one instance opens at once.
const AT_ONCE: usize = 8;
/// Time between two looks for a run that was cut off.
const EVERY: Duration = Duration::from_secs(10);

/// Asks for the run of `week`, unless it was asked for.
///
/// # Errors
/// The store.
pub async fn ask(app: &App, week: Week) -> Result<(), Error> {
    let request = Fingerprint::of(&week.to_string())?;
    app.runs.create(request, || Change::of(Run::asked_for(week, app.clock.now()))).await?;
    app.monday.notify_one();
    Ok(())
}

/// Opens the weeks of all students, when a run is asked for and not done. What one student's words break is told and left:
/// their week opens with their first request, or not, and everybody else's all the same.
///
/// Two instances at once do the same, and each week is opened once.
///
/// # Errors
/// The store does not answer; the run goes on later from where it was.
pub async fn update_learning_cohorts(app: &App) -> Result<u64, ApiError> {
    let present = Week::of(app.clock.now());
    let mut opened = 0;
    // The clock of another machine may be a little ahead of ours.
    for week in [Some(present), present.next()].into_iter().flatten() {
        while let Some(run) = app.runs.get(week.to_string()).await?.filter(|run| !run.done) {
            opened += batch(app, week, run.after).await?;
        }
    }
    Ok(opened)
}

async fn batch(app: &App, week: Week, after: Option<UserId>) -> Result<u64, ApiError> {
    let students = store::students::with_weeks(&app.database, after, BATCH).await?;
    let now = app.clock.now();
    let Some(last) = students.last().copied() else {
        app.runs.change(week.to_string(), Filter::any(), |run: Run| run.finish(now)).await?;
        return Ok(0);
    };
    let count = students.len() as u64;
    let weeks = students
        .into_iter()
        .map(|student| async move { (student, open_week::open(app, student, week).await) });
    let mut weeks = stream::iter(weeks).buffer_unordered(AT_ONCE);
    while let Some((student, outcome)) = weeks.next().await {
        match outcome {
            Ok(_) => {}
            Err(error @ ApiError::Unavailable { .. }) => return Err(error),
            Err(error) => {
                let message = format!("{:#}", anyhow::Error::new(error));
                tracing::error!(user.id = %student, error.message = message, "a week was not opened");
            }
        }
    }
    bus::failpoint::step("learning.run.batch");
    app.runs.change(week.to_string(), Filter::any(), |run: Run| run.advance(last, count, now)).await?;
    Ok(count)
}

/// Does what is asked for until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    let pause = || async {
        tokio::select! {
            () = app.monday.notified() => {}
            () = sleep(EVERY) => {}
        }
    };
    let work = || async {
        let students = update_learning_cohorts(&app).await?;
        if students > 0 {
            tracing::info!(students, "weeks of students were opened");
        }
        anyhow::Ok(())
    };
    boot::repeat(stop, "weeks were not opened; the run goes on soon", pause, work).await
}
