//! Monday's run over all students, killed when it is half through and gone on with by another process, against the same run
//! that is left alone. Each student has words in the queue and one week to open. Each process is this program again
//! ([`open_weeks`]), which is killed with SIGKILL: no destructor runs.
//!
//! After each round the store is looked at: a week of every student, every word in one week, one event for each week.

use crate::{
    Figure, Size,
    figure::Better,
    rounds::{Reading, alternate},
    words::{Words, app_over},
};
use anyhow::{Context, Result, bail, ensure};
use documents::{Aggregate, connect_uri};
use learning_cards::{
    commands::update_learning_cohorts::{ask, update_learning_cohorts},
    domain::{cohort::Cohort, run::Run, word::OwnWord},
};
use mongodb::bson::doc;
use scheduler::Week;
use std::{process::Stdio, time::Duration};
use testing::stack;
use tokio::{
    process::{Child, Command},
    time::{Instant, sleep},
};

/// Seconds for 100,000 students.
const FLOOR_S: f64 = 600.0;
const GOAL_S: f64 = 180.0;
/// Students below which nothing is said of them.
const ENOUGH: u64 = 100_000;
/// Words of a student, all in the queue.
const WORDS: usize = 10;
/// Between two looks at how far a run is.
const LOOK: Duration = Duration::from_millis(5);

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let students = size.scaled(|scale| scale.students, 60);
    let words = Words::open().await?;
    words.fill(students, WORDS).await?;
    let school = School { words, students };
    let (alone, killed) = alternate(
        size.rounds().min(3),
        async || school.round(async || school.run_to_its_end().await).await,
        async || school.round(async || school.run_that_is_killed().await).await,
    )
    .await?;
    let name = format!("monday: weeks of {students} students opened, killed in the middle");
    let (killed, alone) = (killed.into_iter().collect(), alone.into_iter().collect());
    let figure = Figure::new(name, "s", Better::Lower, killed, alone);
    Ok(vec![figure.floor(FLOOR_S).goal(GOAL_S).enough(ENOUGH)])
}

/// The process that a run is in: opens the weeks that are asked for in this database, and ends.
///
/// # Errors
/// The store.
pub async fn open_weeks(database: &str) -> Result<()> {
    let database = connect_uri(&stack::variable("TALL_TEST_MONGO_URI"), database).await?;
    update_learning_cohorts(&app_over(&database).await?).await?;
    Ok(())
}

struct School {
    words: Words,
    students: usize,
}

impl School {
    /// A Monday from its tick to the last week.
    async fn round(&self, run: impl AsyncFn() -> Result<()>) -> Result<Reading> {
        self.words.close_all_weeks().await?;
        ask(self.words.app(), self.week()).await?;
        let began = Instant::now();
        run().await?;
        let value = began.elapsed().as_secs_f64();
        self.check().await?;
        Ok(Reading { value, samples: self.students as u64 })
    }

    async fn run_to_its_end(&self) -> Result<()> {
        let ended = self.start()?.wait().await?;
        ensure!(ended.success(), "a run ended with {ended}");
        Ok(())
    }

    async fn run_that_is_killed(&self) -> Result<()> {
        let mut run = self.start()?;
        while self.opened().await? < self.students as u64 / 2 {
            if let Some(ended) = run.try_wait()? {
                bail!("a run ended with {ended} before it was killed");
            }
            sleep(LOOK).await;
        }
        run.kill().await?;
        ensure!(!self.run().await?.done, "a run was through before it was killed");
        self.run_to_its_end().await
    }

    fn start(&self) -> Result<Child> {
        let us = std::env::current_exe().context("where this program is")?;
        let mut command = Command::new(us);
        command.args(["open-weeks", self.words.database().name()]).stdin(Stdio::null()).stdout(Stdio::null());
        Ok(command.kill_on_drop(true).spawn()?)
    }

    fn week(&self) -> Week {
        Week::of(self.words.app().clock.now())
    }

    async fn run(&self) -> Result<Run> {
        let run = self.words.app().runs.get(self.week().to_string()).await?;
        Ok(run.context("the run that was asked for")?.into_state())
    }

    /// Weeks that are open: more than the run has noted, which does so after each batch.
    async fn opened(&self) -> Result<u64> {
        Ok(self.words.database().collection::<Cohort>(Cohort::COLLECTION).estimated_document_count().await?)
    }

    /// Everything was done, and nothing twice.
    async fn check(&self) -> Result<()> {
        let run = self.run().await?;
        ensure!(
            run.done && run.students == self.students as u64,
            "not everybody was looked at once: {run:?}"
        );
        let database = self.words.database();
        let weeks = database.collection::<Cohort>(Cohort::COLLECTION);
        let told_once =
            doc! { "settled": true, "words.new": { "$size": WORDS as i32 }, "outbox": { "$size": 1 } };
        let (all, told) = (weeks.count_documents(doc! {}).await?, weeks.count_documents(told_once).await?);
        ensure!(
            all == self.students as u64 && told == all,
            "{all} weeks, {told} of them opened and told once"
        );
        let once = doc! { "progress.stage": "learning", "history": { "$size": 1 }, "rev": 2_i64 };
        let entered = database.collection::<OwnWord>(OwnWord::COLLECTION).count_documents(once).await?;
        ensure!(entered == (self.students * WORDS) as u64, "{entered} words entered their week once");
        Ok(())
    }
}
