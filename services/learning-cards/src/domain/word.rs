//! A word of a student's own dictionary, and what happens to it.
//!
//! The facts of the word (that a cohort took it, each answer, that it was brought back) are the truth; the progress beside
//! them is a cache that they give again. An answer that comes late takes its place by the time at which it was given, and
//! what comes after it is computed anew. Fields are kept with the stamp of their last writer ([`super::stamp`]). So the order
//! in which things arrive never matters.

mod edit;
mod merge;
mod told;

pub use edit::Edit;
pub(crate) use told::count;

use super::{
    answer::{Answered, Outcome, Submission},
    context::{Context, MOST_CONTEXTS},
    entry::Entry,
    question::Question,
    stamp::{Claim, Stamp, Stamps},
};
use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use documents::{Aggregate, Change, Index};
use events::learning_cards::WordSource;
use ids::{OwnWordId, ReviewId, UserId, WordContextId, WordId, WordListId};
use lexicon::Lexicon;
use scheduler::{
    Week,
    cohort::{self, Fact, Progress, Stage, Step, Taken},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Answers that stay in the word. Older ones are summed up in its base; Kafka and the archive keep them all.
pub const LONGEST_LOG: usize = 100;
/// Mistakes of one answer that are kept.
pub const MOST_MISTAKES: usize = 12;
/// Tags of one word, and lists that it is in.
pub const MOST_TAGS: usize = 20;
/// The algorithm, as events name it.
pub const SCHEDULER: &str = "cohort/1";

/// A word.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnWord {
    /// Made by the client.
    #[serde(rename = "_id")]
    pub id: OwnWordId,
    /// Whose it is.
    pub student_id: UserId,
    /// What is equal for two words that are one.
    pub key: String,
    /// What a search finds it by.
    pub search: Vec<String>,
    /// What it is.
    pub entry: Entry,
    /// Sentences where it was met, the first first.
    pub contexts: Vec<Context>,
    /// What the student calls it.
    pub tags: BTreeSet<String>,
    /// The student's lists that it is in.
    pub lists: BTreeSet<WordListId>,
    /// Where it came from.
    pub source: Source,
    /// Its place in the queue: the least is the first.
    pub rank: i64,
    /// When it came to the dictionary.
    #[serde(with = "documents::instant")]
    pub added_at: DateTime<Utc>,
    /// When anything of it last changed.
    #[serde(with = "documents::instant")]
    pub changed_at: DateTime<Utc>,
    /// Whether the student has removed it. It can be taken back for a while.
    pub removed: bool,
    /// When it was removed.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub removed_at: Option<DateTime<Utc>>,
    /// The word that took it over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<OwnWordId>,
    /// Whether the word that took it over has all of it.
    #[serde(default)]
    pub handed_over: bool,
    /// Words that it took over.
    #[serde(default)]
    pub absorbed: Vec<OwnWordId>,
    /// Whether the student did anything with it since it came: what takes an import back leaves such a word.
    #[serde(default)]
    pub touched: bool,
    /// Who wrote its fields last.
    #[serde(default)]
    pub stamps: Stamps,
    /// Where it stands.
    pub progress: Progress,
    /// Where it stood before the first answer in `log`.
    pub base: Progress,
    /// What happened to it besides answers, in order of arrival.
    pub history: Vec<Fact>,
    /// The latest answers, in order of arrival.
    pub log: Vec<Answered>,
    /// How long its answers took, as far as clients told.
    pub timed: Timed,
    /// When it was last answered.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<DateTime<Utc>>,
}

/// Where a word came from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// What it was.
    pub kind: WordSource,
    /// Which one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl Source {
    /// Typed by hand.
    pub const fn manual() -> Self {
        Self { kind: WordSource::Manual, id: None }
    }
}

/// How long answers took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timed {
    /// How many were timed.
    pub answers: u32,
    /// How long they took, in milliseconds.
    pub total_ms: u64,
}

/// A word that comes to the dictionary.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NewWord {
    /// Made by the client.
    pub id: OwnWordId,
    /// Whose it is.
    pub student_id: UserId,
    /// What it is.
    pub entry: Entry,
    /// Sentences where it was met.
    pub contexts: Vec<Context>,
    /// What the student calls it.
    pub tags: BTreeSet<String>,
    /// The student's lists that it is in.
    pub lists: BTreeSet<WordListId>,
    /// Where it came from.
    pub source: Source,
}

/// What others know of a word: without it, what a student typed stays here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recognised {
    /// The words of topics that are the same.
    pub taught: Vec<WordId>,
}

/// Why something is not done to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The id belongs to another answer.
    #[error("the review id belongs to another answer")]
    ReviewIdInUse,
    /// The id belongs to another sentence.
    #[error("the context id belongs to another sentence")]
    ContextIdInUse,
    /// It has as many sentences as it may.
    #[error("the word has as many sentences as it may")]
    TooManyContexts,
    /// It has as many tags, or is in as many lists, as it may.
    #[error("the word has as many tags or lists as it may")]
    TooManyTags,
    /// Another word took it over.
    #[error("another word took it over")]
    Merged,
    /// It is set aside, known, or under way already.
    #[error("the word is not waiting")]
    NotWaiting,
    /// A word cannot take itself over.
    #[error("a word cannot take itself over")]
    MergedWithItself,
    /// They have different lemmas, or are words of different kinds, and nobody said that they are one all the same.
    #[error("the words are different ones")]
    NotTheSame,
}

impl Aggregate for OwnWord {
    type Id = OwnWordId;
    const COLLECTION: &'static str = "words";

    fn id(&self) -> OwnWordId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        let of_student = |name| Index::named(name).ascending("student_id").ascending("removed");
        vec![
            of_student("newest").descending("added_at").descending("_id"),
            of_student("by_lemma").ascending("key").ascending("_id"),
            of_student("by_stage").ascending("progress.stage").ascending("rank").ascending("_id"),
            Index::named("in_list").ascending("student_id").ascending("lists"),
            Index::named("removals")
                .ascending("student_id")
                .ascending("removed")
                .descending("removed_at")
                .descending("_id"),
            of_student("hardest").descending("progress.lapses").ascending("_id"),
            Index::named("searched").ascending("student_id").ascending("search"),
            Index::named("changed").ascending("student_id").ascending("changed_at").ascending("_id"),
            Index::named("answered").ascending("student_id").ascending("answered_at"),
            Index::named("removed_since").ascending("removed_at").only(bson::doc! { "removed": true }),
            Index::named("by_source").ascending("student_id").ascending("source.id").ascending("_id"),
            Index::named("handing_over").ascending("changed_at").only(bson::doc! {
                "merged_into": { "$exists": true }, "handed_over": false,
            }),
        ]
    }
}

impl NewWord {
    /// What a repeat of the request has in common with it: not when the word was met.
    pub fn as_asked_for(&self) -> Self {
        let mut asked = self.clone();
        asked.contexts.iter_mut().for_each(|context| context.met_at = DateTime::UNIX_EPOCH);
        asked
    }

    /// The word, waiting in the queue: the newest first.
    pub fn into_word(self, now: DateTime<Utc>) -> OwnWord {
        let now = now.trunc_subsecs(3);
        OwnWord {
            id: self.id,
            student_id: self.student_id,
            key: self.entry.key(),
            search: self.entry.search_words(),
            entry: self.entry,
            contexts: self.contexts,
            tags: self.tags,
            lists: self.lists,
            source: self.source,
            rank: -now.timestamp_millis(),
            added_at: now,
            changed_at: now,
            removed: false,
            removed_at: None,
            merged_into: None,
            handed_over: false,
            absorbed: Vec::new(),
            touched: false,
            stamps: Stamps::default(),
            progress: Progress::default(),
            base: Progress::default(),
            history: Vec::new(),
            log: Vec::new(),
            timed: Timed::default(),
            answered_at: None,
        }
    }
}

impl OwnWord {
    /// The word as another program has taught it so far: what it stood at there is where its answers here begin.
    pub fn taken_up(
        mut self,
        progress: Progress,
        answered_at: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Self {
        (self.progress, self.base) = (progress, progress);
        self.answered_at = answered_at;
        self.changed_at = now;
        self
    }

    /// The word comes to the dictionary.
    pub fn added(self, recognised: &Recognised) -> Change<Self> {
        let fact = self.told_as_added(recognised);
        Change::of(self).publish(fact)
    }

    /// What was said to the answer with this id.
    pub fn outcome_of(&self, review: ReviewId) -> Option<&Outcome> {
        self.log.iter().find(|answered| answered.answer.id == review).map(|answered| &answered.outcome)
    }

    /// The student removes it. Of one that is removed already, that they wanted so later is kept: a device that took it back
    /// in between must not count.
    pub fn remove(mut self, stamp: Stamp, recognised: &Recognised, now: DateTime<Utc>) -> Change<Self> {
        if self.stamps.claim("removed", stamp) != Claim::Newer {
            return Change::none(self);
        }
        let was_removed = self.removed;
        self.removed = true;
        self.removed_at = Some(stamp.at);
        self.changed_at = now;
        if was_removed {
            return Change::of(self);
        }
        let fact = self.told_as_removed(recognised, now);
        Change::of(self).publish(fact)
    }

    /// The student takes it back.
    ///
    /// # Errors
    /// [`Refusal::Merged`].
    pub fn restore(
        mut self,
        stamp: Stamp,
        recognised: &Recognised,
        now: DateTime<Utc>,
    ) -> Result<Change<Self>, Refusal> {
        if self.merged_into.is_some() {
            return Err(Refusal::Merged);
        }
        if self.stamps.claim("removed", stamp) != Claim::Newer {
            return Ok(Change::none(self));
        }
        let was_removed = self.removed;
        self.removed = false;
        self.removed_at = None;
        self.touched = true;
        self.changed_at = now;
        if !was_removed {
            return Ok(Change::of(self));
        }
        let fact = self.told_as_added(recognised);
        Ok(Change::of(self).publish(fact))
    }

    /// With the word found in each of its sentences where it was not found yet.
    pub fn located(mut self, lexicon: &Lexicon) -> Self {
        for context in &mut self.contexts {
            context.sentence = context.sentence.clone().located(&self.entry, lexicon);
        }
        self
    }

    /// It was met in another sentence.
    ///
    /// # Errors
    /// [`Refusal::ContextIdInUse`], [`Refusal::TooManyContexts`].
    pub fn meet(mut self, context: &Context, now: DateTime<Utc>) -> Result<Change<Self>, Refusal> {
        if let Some(known) = self.contexts.iter().find(|known| known.id == context.id) {
            let same = known.sentence == context.sentence && known.source_id == context.source_id;
            return if same { Ok(Change::none(self)) } else { Err(Refusal::ContextIdInUse) };
        }
        if self.contexts.len() >= MOST_CONTEXTS {
            return Err(Refusal::TooManyContexts);
        }
        self.contexts.push(context.clone());
        self.touched = true;
        self.changed_at = now;
        Ok(Change::of(self))
    }

    /// A sentence goes.
    pub fn drop_context(mut self, context: WordContextId, now: DateTime<Utc>) -> Change<Self> {
        let before = self.contexts.len();
        self.contexts.retain(|known| known.id != context);
        if self.contexts.len() == before {
            return Change::none(self);
        }
        self.touched = true;
        self.changed_at = now;
        Change::of(self)
    }

    /// Moves in the queue.
    ///
    /// # Errors
    /// [`Refusal::NotWaiting`].
    pub fn rank(mut self, rank: i64, now: DateTime<Utc>) -> Result<Change<Self>, Refusal> {
        if self.progress.stage != Stage::Waiting {
            return Err(Refusal::NotWaiting);
        }
        if self.rank == rank {
            return Ok(Change::none(self));
        }
        self.rank = rank;
        self.touched = true;
        self.changed_at = now;
        Ok(Change::of(self))
    }

    /// A cohort takes it: its first day in that week, and the instant from which on its answers count.
    pub fn enter(
        mut self,
        week: Week,
        from: NaiveDate,
        at: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Change<Self> {
        if self.removed || self.progress.stage != Stage::Waiting {
            return Change::none(self);
        }
        let brought_back = self.history.iter().rev().find(|fact| matches!(fact, Fact::BroughtBack { .. }));
        let at = brought_back.map_or(at, |fact| at.max(fact.at()));
        self.happen(Fact::Entered { week, from, at }, now);
        Change::of(self)
    }

    /// A leech is wanted back: it waits in the queue again.
    pub fn bring_back(mut self, at: DateTime<Utc>, now: DateTime<Utc>) -> Change<Self> {
        if self.progress.stage != Stage::Leech {
            return Change::none(self);
        }
        self.touched = true;
        self.happen(Fact::BroughtBack { at: at.min(now).trunc_subsecs(3) }, now);
        Change::of(self)
    }

    /// Takes an answer.
    ///
    /// The same answer again changes nothing and publishes nothing.
    ///
    /// # Errors
    /// [`Refusal::ReviewIdInUse`] when the id belongs to another answer; [`Refusal::Merged`] when another word took it over,
    /// and with it what is answered from then on.
    pub fn answer(
        mut self,
        id: ReviewId,
        submission: &Submission,
        recognised: &Recognised,
        received_at: DateTime<Utc>,
    ) -> Result<Change<Self>, Refusal> {
        if let Some(known) = self.log.iter().find(|answered| answered.answer.id == id) {
            let same = known.submission == *submission;
            return if same { Ok(Change::none(self)) } else { Err(Refusal::ReviewIdInUse) };
        }
        if self.merged_into.is_some() {
            return Err(Refusal::Merged);
        }
        let Submission { asked, context_id, zone, .. } = *submission;
        let question = Question::of(&self.entry, &self.contexts, asked, &submission.language, context_id);
        let judged = submission.judge(&question);
        let answer = cohort::Answer {
            id,
            asked,
            correct: judged.passes,
            answered_at: submission.answered_at.max(self.added_at),
            received_at,
            zone,
        };
        let before = self.progress;
        let step = self.take(&Fact::Answered(answer)).step.unwrap_or(Step::Practised);
        let clamped = answer.at() != submission.answered_at.trunc_subsecs(3);
        let mut outcome = judged.outcome(&answer, step, &self.progress, clamped);
        outcome.mistakes.truncate(MOST_MISTAKES);

        let reviewed = self.reviewed(&answer, submission, &outcome, before.stage, recognised);
        let graduated = self.graduated_since(&before, recognised);
        if let Some(duration) = submission.duration_ms {
            self.timed.answers = self.timed.answers.saturating_add(1);
            self.timed.total_ms = self.timed.total_ms.saturating_add(duration.into());
        }
        self.answered_at = self.answered_at.max(Some(answer.at()));
        self.touched = true;
        self.changed_at = received_at;
        self.remember(Answered { answer, submission: submission.clone(), outcome });
        let change = Change::of(self).publish(reviewed);
        Ok(match graduated {
            Some(fact) => change.publish(fact),
            None => change,
        })
    }

    /// Takes it away with the import that brought it, unless the student has touched it.
    pub fn take_back(self, recognised: &Recognised, now: DateTime<Utc>) -> Change<Self> {
        if self.touched {
            return Change::none(self);
        }
        let stamp = self.stamps.next(now);
        self.remove(stamp, recognised, now)
    }

    /// What happened to it, answers too.
    pub fn facts(&self) -> Vec<Fact> {
        let answers = self.log.iter().map(|answered| Fact::Answered(answered.answer));
        self.history.iter().copied().chain(answers).collect()
    }

    fn indexed(mut self, now: DateTime<Utc>) -> Self {
        self.key = self.entry.key();
        self.search = self.entry.search_words();
        self.changed_at = now;
        self
    }

    fn happen(&mut self, fact: Fact, now: DateTime<Utc>) {
        self.take(&fact);
        self.history.push(fact);
        self.changed_at = now;
    }

    /// Moves the progress on by `fact`, which may lie before others that are there already.
    fn take(&mut self, fact: &Fact) -> Taken {
        if let Some(taken) = self.progress.advance(fact) {
            self.progress = taken.after;
            return taken;
        }
        let mut facts = self.facts();
        let earlier: Vec<_> = facts.iter().filter(|known| known.precedes(fact)).copied().collect();
        let before = self.base.replay_from(&earlier);
        facts.push(*fact);
        self.progress = self.base.replay_from(&facts);
        // What lies before the base is too old to do anything.
        let taken = before.advance(fact);
        taken.unwrap_or(Taken { before, after: before, step: Some(Step::Practised) })
    }

    fn remember(&mut self, answered: Answered) {
        self.log.push(answered);
        self.bound_log();
    }

    /// The earliest answers move into the base when the log is full.
    fn bound_log(&mut self) {
        let surplus = self.log.len().saturating_sub(LONGEST_LOG);
        if surplus == 0 {
            return;
        }
        self.log.sort_by_key(|answered| (answered.answer.at(), answered.answer.id));
        let last = Fact::Answered(self.log[surplus - 1].answer);
        let old: Vec<_> = self.facts().into_iter().filter(|fact| !last.precedes(fact)).collect();
        self.base = self.base.replay_from(&old);
        self.log.drain(..surplus);
    }
}

#[cfg(test)]
mod tests;
