//! Each night the parameters of the students who studied are trained, one student after the other.
//!
//! Who waits is noted with the first answer of a day ([`ask`]). An instance takes a student for some minutes, so that no other
//! trains them at the same time; when it is cut off, the next one begins anew. New parameters are kept with what was measured
//! of them by one write, and only where the student's are still those that they were held against: a repeat keeps nothing
//! twice. After that the cards are computed anew ([`super::rebase`]).

use super::student;
use crate::{
    App,
    domain::{
        student::Student,
        training::{Training, Trial, may_gain, night_after},
    },
    store::{self, deck::Read},
};
use anyhow::Context;
use boot::CancellationToken;
use chrono::{DateTime, Utc};
use documents::{Error, Filter, Listing, MAX_SLICE, instant};
use ids::UserId;
use std::time::Duration;
use tokio::time::sleep;

/// Time between two looks for students whose night has come.
const EVERY: Duration = Duration::from_secs(60);

/// What came of a student's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It was not theirs: another instance has them, or they do not wait.
    Missed,
    /// There are too few answers, or hardly more than at the last try.
    TooFew,
    /// What they had foretells as well.
    Kept,
    /// New parameters foretell better.
    Improved,
}

/// `student` answered: train in the coming night. Repeatable.
///
/// # Errors
/// The store.
pub async fn ask(app: &App, id: UserId) -> anyhow::Result<()> {
    if app.trainings.get(id).await?.is_some_and(|known| known.state.due_at.is_some()) {
        return Ok(());
    }
    let night = night_after(app.clock.now(), student(app, id).await?.settings.zone);
    let rule = |known: Training| known.ask(night);
    let asked = app.trainings.change_or_create(id, Filter::any(), || Training::none(id), rule);
    asked.await.map_err(Error::of_change)?;
    Ok(())
}

/// Trains all students whose night has come and who are not being trained, and says how many it looked at.
///
/// # Errors
/// The store.
pub async fn train_due(app: &App) -> anyhow::Result<u64> {
    let mut looked_at = 0;
    loop {
        let mut taken = 0;
        for student in waiting(app).await? {
            let turn = train(app, student).await?;
            taken += u64::from(turn != Turn::Missed);
        }
        if taken == 0 {
            return Ok(looked_at);
        }
        looked_at += taken;
    }
}

async fn waiting(app: &App) -> Result<Vec<UserId>, Error> {
    let now = instant::bson(app.clock.now());
    let mut waiting = Vec::new();
    for field in ["due_at", "taken_until"] {
        let past = Filter::any().and_at_most(field, now.clone());
        let slice = app.trainings.list(Listing::of(past).ascending(field).limit(MAX_SLICE)).await?;
        waiting.extend(slice.items.iter().map(|training| training.student_id));
    }
    Ok(waiting)
}

/// Trains `student`, if it is their turn.
///
/// # Errors
/// The store: the student's turn comes again when nobody has them any more.
pub async fn train(app: &App, student: UserId) -> anyhow::Result<Turn> {
    let Some(until) = take(app, student).await? else { return Ok(Turn::Missed) };
    let turn = try_out(app, student).await?;
    let done = app.trainings.change(student, Filter::any(), |training: Training| training.done(until));
    done.await.map_err(Error::of_change)?;
    Ok(turn)
}

async fn take(app: &App, student: UserId) -> Result<Option<DateTime<Utc>>, Error> {
    let (now, mut until) = (app.clock.now(), None);
    let rule = |training: Training| {
        let change = training.take(now);
        until = if change.is_none() { None } else { change.state().taken_until };
        change
    };
    app.trainings.change(student, Filter::any(), rule).await.map_err(Error::of_change)?;
    Ok(until)
}

async fn try_out(app: &App, id: UserId) -> anyhow::Result<Turn> {
    let seen = student(app, id).await?;
    let answers = answers(&store::deck::read(&app.database, id, app.clock.now()).await?);
    if !may_gain(answers, seen.trial.as_ref()) {
        return Ok(Turn::TooFew);
    }
    let histories = store::histories::of(&app.database, id).await?;
    let (in_use, version) = (seen.parameters(), seen.next_version());
    // One at a time in an instance: requests have the other cores.
    let trained = move || scheduler::train(&histories, Some(&in_use), version);
    let trained = tokio::task::spawn_blocking(trained).await.context("training")?;
    let trial = Trial {
        tried_at: app.clock.now(),
        answers,
        usable: u32::try_from(trained.usable).unwrap_or(u32::MAX),
        accepted: trained.accepted,
        held_out: trained.held_out,
    };
    let mut turn = Turn::Missed;
    let rule = |known: Student| {
        let change = known.tried(&seen, trial.clone(), &trained.parameters);
        turn = match (change.is_none(), trial.accepted, trial.held_out) {
            (true, ..) => Turn::Missed,
            (_, true, _) => Turn::Improved,
            (_, _, None) => Turn::TooFew,
            _ => Turn::Kept,
        };
        change
    };
    let kept = app.students.change_or_create(id, Filter::any(), || Student::new(id), rule);
    kept.await.map_err(Error::of_change)?;
    Ok(turn)
}

/// Answers that could be usable, without a look at any: all but the first of each card. Answers of one day are among them.
fn answers(read: &Read) -> u32 {
    let repeats = read.deck.cards().iter().map(|card| card.reviews.saturating_sub(1));
    repeats.fold(0, u32::saturating_add)
}

/// Trains each night until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    let work = || async {
        let students = train_due(&app).await?;
        if students > 0 {
            tracing::info!(students, "students' parameters were looked at");
        }
        anyhow::Ok(())
    };
    boot::repeat(stop, "students were not all trained; tried again soon", || sleep(EVERY), work).await
}
