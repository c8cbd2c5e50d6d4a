//! What cron-utility learns from others, one file a fact.

mod card_rescheduled;
mod card_review_undone;
mod card_reviewed;
mod cohort_closed;
mod cohort_opened;
mod content_updated;
mod cycle_completed;
mod email_verification_requested;
mod export_ready;
mod identity_changed;
mod mfa_changed;
mod new_device_seen;
mod password_changed;
mod password_reset_requested;
mod registration_repeated;
mod teacher_linked;
mod teacher_unlinked;
mod token_reuse_detected;
mod topic_mastered;
mod user_deleted;
mod user_invited;
mod user_status_changed;
mod word_graduated;
mod word_removed;
mod word_reviewed;

use crate::{
    App,
    domain::{
        card::{Moved, Told},
        mail::Cause,
        progress::{Answer, Progress},
    },
    store::{
        cards::{self, Heard},
        cohorts::{self, Part},
        progress, words,
    },
};
use anyhow::Context;
use bus::{Outcome, mongo};
use ids::{EventId, UserId};
use mongodb::ClientSession;
use scheduler::Week;
use subject::documents::is_forgotten;

/// What happened to an answer.
#[derive(Clone, Copy)]
enum Count {
    Given,
    TakenBack,
}

impl Count {
    const fn times(self) -> i64 {
        match self {
            Self::Given => 1,
            Self::TakenBack => -1,
        }
    }
}

impl App {
    /// Begins a transaction with the note that this event was seen; none when it was seen before.
    async fn first_time(&self, event: EventId) -> anyhow::Result<Option<ClientSession>> {
        let mut session = self.database.client().start_session().await?;
        session.start_transaction().await?;
        if mongo::first_time(&mut session, &self.database, crate::NAME, event).await? {
            return Ok(Some(session));
        }
        session.abort_transaction().await?;
        Ok(None)
    }

    /// Counts an answer, or takes it from what it was counted in, and keeps what that made of its card.
    ///
    /// Counters add up, so they move in one transaction with the note that this answer was seen: it counts once, however
    /// often it comes, and is taken back once. What the card is now follows "only if newer".
    async fn count(&self, event: EventId, answer: &Answer, count: Count, told: &Told) -> anyhow::Result<()> {
        let database = &self.database;
        if is_forgotten(database, answer.student_id).await? {
            return Ok(());
        }
        let Some(mut session) = self.first_time(event).await? else { return Ok(()) };
        let heard = cards::record(database, &mut session, told).await.context("its card")?;
        let moved = if let Heard::News(moved) = heard { moved } else { Moved::default() };
        if heard != Heard::Removed {
            words::count(database, &mut session, answer, count.times(), moved).await.context("its word")?;
        }
        let today = self.today();
        let change = |progress: &mut Progress| match count {
            Count::Given => progress.give(answer, moved.leeches, today),
            Count::TakenBack => progress.take_back(answer, moved.leeches, today),
        };
        progress::change(database, &mut session, answer.student_id, change).await.context("its student")?;
        session.commit_transaction().await?;
        tracing::info!(times = count.times(), "an answer was counted");
        Ok(())
    }

    /// Keeps a part of a student's week of own words.
    async fn note_week(&self, student: UserId, iso_week: &str, part: Part) -> Outcome {
        let Some(week) = Week::parse(iso_week) else {
            return Outcome::Reject("a week that is none".into());
        };
        match is_forgotten(&self.database, student).await {
            Ok(true) => Outcome::Done,
            Ok(false) => cohorts::record(&self.database, student, week, part).await.into(),
            Err(error) => Outcome::Retry(error.into()),
        }
    }

    /// Makes a mail of a cause, unless its person is forgotten.
    pub(crate) async fn compose(&self, cause: &Cause) -> anyhow::Result<()> {
        if is_forgotten(&self.database, cause.user_id).await? {
            return Ok(());
        }
        self.letterbox.take(cause).await
    }
}
