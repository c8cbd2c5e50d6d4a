//! The week of a student is opened: by Monday's run, or by the first request that finds something to study.

use crate::{
    App,
    domain::{
        cohort::{Cohort, Tally, Why, cohort_id, tally},
        student::{Amount, Student},
        word::OwnWord,
    },
    store,
};
use chrono::TimeDelta;
use documents::{Filter, Fingerprint, Listing, Stored};
use ids::{OwnWordId, UserId};
use scheduler::{
    Week,
    cohort::{self, Budget, MOST_NEW, Opening, Pace},
};
use web::ApiResult;

/// How far back answers tell of a student's pace.
pub const PACE_OF: TimeDelta = TimeDelta::weeks(8);

/// The present week of `student`; none while there is nothing to study.
///
/// # Errors
/// The store.
pub async fn present(app: &App, student: UserId) -> ApiResult<Option<Stored<Cohort>>> {
    open(app, student, Week::of(app.clock.now())).await
}

/// The cohort of `student` in `week`, opened if it was not. A week with nothing in it is not opened, so that the first word
/// that comes in it can still be studied in it.
///
/// Safe to repeat, by anybody, at once: the id of a cohort follows from student and week, so there is one, and what the
/// first opening chose stands. The week before is closed first.
///
/// # Errors
/// The store.
pub async fn open(app: &App, student: UserId, week: Week) -> ApiResult<Option<Stored<Cohort>>> {
    if let Some(cohort) = app.cohorts.get(cohort_id(student, week)).await? {
        return settle(app, cohort).await.map(Some);
    }
    close_before(app, student, week).await?;
    let words = choose(app, student, week).await?;
    if words.is_empty() {
        // Or another request has opened it meanwhile, and they are no longer in the queue.
        return Ok(app.cohorts.get(cohort_id(student, week)).await?);
    }
    let waiting = store::words::count_waiting(&app.database, student).await?;
    let left = waiting.saturating_sub(words.new.len() as u64);
    let request = Fingerprint::of(&(student, week))?;
    let opened = || Cohort::open(student, week, words, left, app.clock.now());
    let cohort = app.cohorts.create(request, opened).await?.into_stored();
    bus::failpoint::step("learning.week.opened");
    settle(app, cohort).await.map(Some)
}

async fn choose(app: &App, student: UserId, week: Week) -> ApiResult<Opening<OwnWordId>> {
    let studied = store::words::belonging(&app.database, student, week).await?;
    let queue = store::words::queue(&app.database, student, MOST_NEW).await?;
    Ok(cohort::open(week, &studied, queue, budget(app, student).await?))
}

async fn budget(app: &App, student: UserId) -> ApiResult<Budget> {
    let known = app.students.get(student).await?;
    let amount =
        known.map_or_else(|| Student::new(student).settings.amount, |student| student.settings.amount);
    let pace = match amount {
        Amount::WordsAWeek(_) => Pace::default(),
        Amount::MinutesADay(_) => {
            store::words::pace(&app.database, student, app.clock.now() - PACE_OF).await?
        }
    };
    Ok(amount.budget(pace))
}

/// How many more words the week has room for.
///
/// # Errors
/// The store.
pub async fn room(app: &App, cohort: &Cohort) -> ApiResult<usize> {
    let standing = store::words::standing(&app.database, cohort.student_id, cohort.in_cycles()).await?;
    let passed: Vec<u8> = standing.iter().map(|(_, progress)| progress.passed).collect();
    Ok(budget(app, cohort.student_id).await?.room(passed.into_iter(), cohort.words.echoes.len()))
}

/// Tells the new words of a cohort that they are in it. What was cut off is finished by the next who looks.
async fn settle(app: &App, cohort: Stored<Cohort>) -> ApiResult<Stored<Cohort>> {
    if cohort.settled {
        return Ok(cohort);
    }
    let (now, student, week) = (app.clock.now(), cohort.student_id, cohort.week);
    store::words::enter_untouched(&app.database, student, &cohort.words.new, week, now).await?;
    let standing = store::words::standing(&app.database, student, cohort.words.new.iter().copied()).await?;
    for (id, _) in standing.iter().filter(|(_, progress)| progress.stage == cohort::Stage::Waiting) {
        let enter = |word: OwnWord| word.enter(week, week.monday(), week.begins_at(), now);
        app.words.change(*id, Filter::any(), enter).await?;
    }
    let settled = app.cohorts.change(cohort.id, Filter::any(), Cohort::settle).await?;
    Ok(settled.unwrap_or(cohort))
}

/// Closes the last week before this one, if it is open still.
async fn close_before(app: &App, student: UserId, week: Week) -> ApiResult<()> {
    let earlier = Filter::eq("student_id", student).and(bson::doc! { "week": { "$lt": week.to_string() } });
    let last =
        app.cohorts.list(Listing::of(earlier).descending("week").limit(1)).await?.items.into_iter().next();
    let Some(last) = last.filter(|cohort| cohort.closed.is_none()) else { return Ok(()) };
    let tally = tally_of(app, &last).await?;
    let now = app.clock.now();
    app.cohorts.change(last.id, Filter::any(), |cohort: Cohort| cohort.close(tally, now)).await?;
    Ok(())
}

/// What has become of the words of a cohort so far. What it was closed with stands.
///
/// # Errors
/// The store.
pub async fn tally_of(app: &App, cohort: &Cohort) -> ApiResult<Tally> {
    if let Some(closing) = cohort.closed {
        return Ok(closing.tally);
    }
    let words = cohort.words.words().copied();
    let standing = store::words::standing(&app.database, cohort.student_id, words).await?;
    let why = |id: &OwnWordId| if cohort.words.echoes.contains(id) { Why::Echo } else { Why::Carried };
    Ok(tally(cohort.week, standing.iter().map(|(id, progress)| (why(id), *progress))))
}
