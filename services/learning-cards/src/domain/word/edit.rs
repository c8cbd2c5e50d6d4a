//! Which fields of a word a student changes, each by itself.

use super::{MOST_TAGS, OwnWord, Refusal};
use crate::domain::{
    entry::{Entry, Noun, Verb},
    stamp::{Claim, Stamp},
};
use chrono::{DateTime, Utc};
use documents::Change;
use events::PartOfSpeech;
use ids::WordListId;
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of a word's fields. What is not said stays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Edit {
    /// Its dictionary form.
    pub lemma: Option<String>,
    /// What kind of word it is.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Its forms as a noun; none inside: it has none.
    pub noun: Option<Option<Noun>>,
    /// Its forms as a verb.
    pub verb: Option<Option<Verb>>,
    /// How it sounds.
    pub ipa: Option<Option<String>>,
    /// What the student notes.
    pub note: Option<Option<String>>,
    /// Its meanings, by language; none inside: that language goes.
    pub glosses: BTreeMap<String, Option<String>>,
    /// Whether it has this tag.
    pub tags: BTreeMap<String, bool>,
    /// Whether it is in this list.
    pub lists: BTreeMap<WordListId, bool>,
}

impl Edit {
    /// A lemma with its article, as in [`Entry::with_article_apart`], where `entry` is what it changes.
    pub fn with_article_apart(mut self, entry: &Entry) -> Self {
        let Some(lemma) = self.lemma.take() else { return self };
        let kind = self.part_of_speech.unwrap_or(entry.part_of_speech);
        let written = Entry { lemma, part_of_speech: kind, noun: None, ..entry.clone() }.with_article_apart();
        self.lemma = Some(written.lemma);
        if let Some(found) = written.noun.filter(|_| self.noun.is_none()) {
            let plural = entry.noun.as_ref().and_then(|noun| noun.plural.clone());
            self.noun = Some(Some(Noun { articles: found.articles, plural }));
            self.part_of_speech = Some(PartOfSpeech::Noun);
        }
        self
    }
}

impl OwnWord {
    /// Changes its fields, each unless it was written later.
    ///
    /// # Errors
    /// [`Refusal::TooManyTags`].
    pub fn edit(mut self, edit: &Edit, stamp: Stamp, now: DateTime<Utc>) -> Result<Change<Self>, Refusal> {
        let before = self.stamps.clone();
        let mut newer = |field: &str| self.stamps.claim(field, stamp) == Claim::Newer;
        if let Some(lemma) = edit.lemma.as_ref().filter(|_| newer("lemma")) {
            self.entry.lemma.clone_from(lemma);
        }
        if let Some(kind) = edit.part_of_speech.filter(|_| newer("partOfSpeech")) {
            self.entry.part_of_speech = kind;
        }
        if let Some(noun) = edit.noun.as_ref().filter(|_| newer("noun")) {
            self.entry.noun.clone_from(noun);
        }
        if let Some(verb) = edit.verb.as_ref().filter(|_| newer("verb")) {
            self.entry.verb.clone_from(verb);
        }
        if let Some(ipa) = edit.ipa.as_ref().filter(|_| newer("ipa")) {
            self.entry.ipa.clone_from(ipa);
        }
        if let Some(note) = edit.note.as_ref().filter(|_| newer("note")) {
            self.entry.note.clone_from(note);
        }
        for (language, gloss) in
            edit.glosses.iter().filter(|(language, _)| newer(&format!("gloss/{language}")))
        {
            match gloss {
                Some(gloss) => self.entry.glosses.insert(language.clone(), gloss.clone()),
                None => self.entry.glosses.remove(language),
            };
        }
        for (tag, is_on) in edit.tags.iter().filter(|(tag, _)| newer(&format!("tag/{tag}"))) {
            put(&mut self.tags, tag.clone(), *is_on);
        }
        for (list, is_on) in edit.lists.iter().filter(|(list, _)| newer(&format!("list/{list}"))) {
            put(&mut self.lists, *list, *is_on);
        }
        if self.tags.len() > MOST_TAGS || self.lists.len() > MOST_TAGS {
            return Err(Refusal::TooManyTags);
        }
        if self.stamps == before {
            return Ok(Change::none(self));
        }
        self.touched = true;
        Ok(Change::of(self.indexed(now)))
    }
}

fn put<T: Ord>(set: &mut BTreeSet<T>, value: T, is_on: bool) {
    if is_on {
        set.insert(value);
    } else {
        set.remove(&value);
    }
}
