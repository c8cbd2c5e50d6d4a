//! Two words that are one: the one takes the other over, and the other hands all of it over.

use super::{MOST_TAGS, OwnWord, Recognised, Refusal};
use crate::domain::context::MOST_CONTEXTS;
use chrono::{DateTime, Utc};
use documents::Change;
use events::PartOfSpeech;
use ids::OwnWordId;
use std::collections::BTreeSet;

impl OwnWord {
    /// Takes over another word that is the same one: its sentences, its answers, and what this one lacks.
    ///
    /// Once is as good as twice. Two words that were to take over each other, at once, end as the one with the lesser id:
    /// it is there again.
    ///
    /// # Errors
    /// [`Refusal::Merged`] when it was itself taken over.
    pub fn absorb(
        mut self,
        other: &Self,
        recognised: &Recognised,
        now: DateTime<Utc>,
    ) -> Result<Change<Self>, Refusal> {
        let returns = self.merged_into == Some(other.id) && self.id < other.id;
        if self.merged_into.is_some() && !returns {
            return Err(Refusal::Merged);
        }
        if self.id == other.id || self.absorbed.contains(&other.id) && !returns {
            return Ok(Change::none(self));
        }
        if returns {
            (self.merged_into, self.removed, self.removed_at) = (None, false, None);
        }
        self.touched = true;
        self.absorbed.push(other.id);
        self.complete_from(other);
        for fact in &other.history {
            if !self.history.contains(fact) {
                self.history.push(*fact);
            }
        }
        for answered in &other.log {
            if self.outcome_of(answered.answer.id).is_none() {
                self.log.push(answered.clone());
            }
        }
        if other.base.answers > self.base.answers {
            self.base = other.base;
        }
        self.progress = self.base.replay_from(&self.facts());
        self.timed.answers = self.timed.answers.saturating_add(other.timed.answers);
        self.timed.total_ms = self.timed.total_ms.saturating_add(other.timed.total_ms);
        self.answered_at = self.answered_at.max(other.answered_at);
        self.bound_log();
        let word = self.indexed(now);
        if !returns {
            return Ok(Change::of(word));
        }
        let fact = word.told_as_added(recognised);
        Ok(Change::of(word).publish(fact))
    }

    /// Another word takes it over. From now on nothing happens to it, so that the other takes over all of it.
    ///
    /// # Errors
    /// [`Refusal::MergedWithItself`], and [`Refusal::Merged`] when a third word took it over, or the other went into it.
    pub fn merge_into(
        mut self,
        other: OwnWordId,
        recognised: &Recognised,
        now: DateTime<Utc>,
    ) -> Result<Change<Self>, Refusal> {
        if self.id == other {
            return Err(Refusal::MergedWithItself);
        }
        match self.merged_into {
            None if self.absorbed.contains(&other) => return Err(Refusal::Merged),
            None => {}
            Some(known) if known == other => return Ok(Change::none(self)),
            Some(_) => return Err(Refusal::Merged),
        }
        let was_removed = self.removed;
        self.merged_into = Some(other);
        self.handed_over = false;
        self.removed = true;
        self.removed_at = self.removed_at.or(Some(now));
        self.changed_at = now;
        if was_removed {
            return Ok(Change::of(self));
        }
        let fact = self.told_as_removed(recognised, now);
        Ok(Change::of(self).publish(fact))
    }

    /// The word that takes it over has all of it now.
    pub fn hand_over(mut self, to: OwnWordId, now: DateTime<Utc>) -> Change<Self> {
        if self.merged_into != Some(to) || self.handed_over {
            return Change::none(self);
        }
        self.handed_over = true;
        self.changed_at = now;
        Change::of(self)
    }

    /// Whether it seems to be the same word as `other`: of one lemma, and of kinds that do not contradict each other.
    pub fn seems_same(&self, other: &Self) -> bool {
        self.key == other.key && self.entry.is_kind(other.entry.part_of_speech)
    }

    fn complete_from(&mut self, other: &Self) {
        for (language, gloss) in &other.entry.glosses {
            self.entry.glosses.entry(language.clone()).or_insert_with(|| gloss.clone());
        }
        let entry = &mut self.entry;
        if entry.part_of_speech == PartOfSpeech::Unknown {
            entry.part_of_speech = other.entry.part_of_speech;
        }
        entry.noun = entry.noun.take().or_else(|| other.entry.noun.clone());
        entry.verb = entry.verb.take().or_else(|| other.entry.verb.clone());
        entry.ipa = entry.ipa.take().or_else(|| other.entry.ipa.clone());
        entry.note = entry.note.take().or_else(|| other.entry.note.clone());
        let known: BTreeSet<_> = self.contexts.iter().map(|context| context.id).collect();
        let new = other.contexts.iter().filter(|context| !known.contains(&context.id));
        self.contexts.extend(new.cloned());
        self.contexts.truncate(MOST_CONTEXTS);
        self.tags = self.tags.union(&other.tags).take(MOST_TAGS).cloned().collect();
        self.lists = self.lists.union(&other.lists).take(MOST_TAGS).copied().collect();
        self.added_at = self.added_at.min(other.added_at);
        self.rank = self.rank.min(other.rank);
    }
}
