//! A sentence where a word was met, and where the word is in it.

use super::{
    entry::Entry,
    fault::{Fault, Faults},
    lexical,
};
use chrono::{DateTime, Utc};
use ids::WordContextId;
use lexicon::Lexicon;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Characters of a sentence.
pub const LONGEST_SENTENCE: usize = 500;
/// Parts of one word in a sentence: *belt ... op*, and one to spare.
pub const MOST_PARTS: usize = 3;
/// Sentences of one word.
pub const MOST_CONTEXTS: usize = 20;
/// What stands where the word is asked.
pub const GAP: &str = "…";

/// A sentence where a word was met.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Context {
    /// Made by the client.
    pub id: WordContextId,
    /// The sentence.
    pub sentence: Sentence,
    /// The text or the video that it is from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_id: Option<String>,
    /// When the word was met in it.
    #[serde(with = "documents::instant")]
    pub met_at: DateTime<Utc>,
}

/// A sentence with a word in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = OwnSentence)]
pub struct Sentence {
    /// In Dutch.
    #[schema(max_length = 500, example = "Ik koop elke ochtend vers brood.")]
    pub text: String,
    /// In the student's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 500)]
    pub translation: Option<String>,
    /// Where the word is: one part, or two for a verb that is split. When it is not said, it is sought by any form of the
    /// word.
    #[serde(default)]
    #[schema(max_items = 3)]
    pub parts: Vec<Part>,
}

/// A part of a sentence, in Unicode characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[schema(as = OwnSentencePart)]
pub struct Part {
    /// The first.
    pub start: u32,
    /// After the last.
    pub end: u32,
}

impl Sentence {
    /// The sentence made tidy, with the word found in it where nobody said where it is. What is wrong is noted below `at`.
    pub fn tidy(self, at: &str, entry: &Entry, faults: &mut Faults) -> Self {
        // Places are of the text as it was sent: one that has to be made tidy is searched anew.
        let text = faults.text(&format!("{at}/text"), &self.text, LONGEST_SENTENCE);
        let translation =
            faults.optional(&format!("{at}/translation"), self.translation.as_deref(), LONGEST_SENTENCE);
        let parts = if text == self.text { self.parts } else { Vec::new() };
        let parts = match checked(parts, &text) {
            Ok(parts) if parts.is_empty() => find(&text, entry),
            Ok(parts) => parts,
            Err(message) => {
                faults.add(Fault::new(format!("{at}/parts"), "invalid-value", message));
                Vec::new()
            }
        };
        Self { text, translation, parts }
    }

    /// The sentence with the word found in it by whatever form the lexicon knows, where it is not found yet.
    pub fn located(mut self, entry: &Entry, lexicon: &Lexicon) -> Self {
        if self.parts.is_empty() {
            self.parts = lexical::find(&self.text, entry, lexicon);
        }
        self
    }

    /// The sentence with a gap for each part; none where nobody knows where the word is.
    pub fn gapped(&self) -> Option<String> {
        if self.parts.is_empty() {
            return None;
        }
        let mut gapped = String::with_capacity(self.text.len());
        for (place, letter) in (0_u32..).zip(self.text.chars()) {
            match self.parts.iter().find(|part| (part.start..part.end).contains(&place)) {
                None => gapped.push(letter),
                Some(part) if part.start == place => gapped.push_str(GAP),
                Some(_) => {}
            }
        }
        Some(gapped)
    }

    /// What stands in the gaps: `bel op`.
    pub fn filling(&self) -> String {
        let part = |part: &Part| {
            let length = (part.end - part.start) as usize;
            self.text.chars().skip(part.start as usize).take(length).collect::<String>()
        };
        self.parts.iter().map(part).collect::<Vec<_>>().join(" ")
    }

    /// What stands before the first gap and after the last.
    pub fn around(&self) -> (String, String) {
        let start = self.parts.first().map_or(0, |part| part.start as usize);
        let end = self.parts.last().map_or(0, |part| part.end as usize);
        (self.text.chars().take(start).collect(), self.text.chars().skip(end).collect())
    }
}

/// Parts in order, within the text and apart.
fn checked(mut parts: Vec<Part>, text: &str) -> Result<Vec<Part>, &'static str> {
    parts.sort_unstable();
    let letters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if parts.len() > MOST_PARTS {
        return Err("Expected at most three parts.");
    }
    if parts.iter().any(|part| part.start >= part.end || part.end > letters) {
        return Err("Expected places within the sentence.");
    }
    if parts.windows(2).any(|pair| pair[0].end > pair[1].start) {
        return Err("Expected parts that do not overlap.");
    }
    Ok(parts)
}

/// The first word of the sentence that is a form of the entry, whatever its capitals. Other forms, and a verb that is split,
/// are for [`Sentence::located`].
fn find(text: &str, entry: &Entry) -> Vec<Part> {
    let forms: Vec<String> = entry.forms().into_iter().map(str::to_lowercase).collect();
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |place: usize| letters.get(place).is_some_and(|letter| letter.is_alphanumeric());
    for start in 0..letters.len() {
        if !is_letter(start) || start > 0 && is_letter(start - 1) {
            continue;
        }
        for form in &forms {
            let end = start + form.chars().count();
            let matches = letters
                .get(start..end)
                .is_some_and(|part| part.iter().flat_map(|letter| letter.to_lowercase()).eq(form.chars()));
            if matches && !is_letter(end) {
                return vec![Part { start: start as u32, end: end as u32 }];
            }
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{Noun, Verb};
    use events::PartOfSpeech;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn entry(lemma: &str) -> Entry {
        Entry {
            lemma: lemma.to_owned(),
            part_of_speech: PartOfSpeech::Unknown,
            noun: Some(Noun { articles: vec![], plural: Some("broden".to_owned()) }),
            verb: Some(Verb { past_singular: Some("belde op".to_owned()), ..Verb::default() }),
            glosses: BTreeMap::new(),
            ipa: None,
            note: None,
        }
    }

    fn told(text: &str, parts: &[(u32, u32)]) -> Sentence {
        let parts = parts.iter().map(|(start, end)| Part { start: *start, end: *end }).collect();
        Sentence { text: text.to_owned(), translation: None, parts }
    }

    fn tidy(sentence: Sentence) -> Result<Sentence, Vec<Fault>> {
        let mut faults = Faults::default();
        let tidy = sentence.tidy("", &entry("brood"), &mut faults);
        faults.unless_any(tidy)
    }

    #[test]
    fn a_word_is_found_by_its_forms() {
        for (text, gapped) in [
            ("Ik koop vers brood.", Some("Ik koop vers ….")),
            ("Brood is duur.", Some("… is duur.")),
            ("Twee broden, graag.", Some("Twee …, graag.")),
            ("Een broodje.", None),
            ("Hij belde op.", Some("Hij ….")),
            ("Het weekbrood en het brood", Some("Het weekbrood en het …")),
        ] {
            let sentence = tidy(told(text, &[])).expect("right");
            assert_eq!(sentence.gapped().as_deref(), gapped, "{text}");
        }
    }

    #[test]
    fn a_split_verb_has_two_gaps_and_one_filling() {
        let sentence = tidy(told("Ik bel je vanavond op.", &[(19, 21), (3, 6)])).expect("right");
        assert_eq!(sentence.gapped().as_deref(), Some("Ik … je vanavond …."));
        assert_eq!(sentence.filling(), "bel op");
    }

    #[test]
    fn places_count_characters_not_bytes() {
        let sentence = tidy(told("Één brood 🍞 vers", &[(10, 11)])).expect("right");
        assert_eq!(sentence.filling(), "🍞");
    }

    #[test]
    fn places_outside_the_sentence_are_refused() {
        for parts in
            [&[(0, 99)][..], &[(5, 5)], &[(4, 2)], &[(0, 3), (2, 5)], &[(0, 1), (2, 3), (4, 5), (6, 7)]]
        {
            assert!(tidy(told("Ik koop brood.", parts)).is_err(), "{parts:?}");
        }
    }

    #[test]
    fn a_text_that_is_made_tidy_is_searched_anew() {
        let sentence = tidy(told("  Vers   brood", &[(0, 1)])).expect("right");
        assert_eq!(sentence.gapped().as_deref(), Some("Vers …"));
    }

    proptest! {
        #[test]
        fn any_sentence_is_answered(text in "\\PC{0,40}", start in 0_u32..50, end in 0_u32..50) {
            if let Ok(sentence) = tidy(told(&text, &[(start, end)]))
                && let Some(gapped) = sentence.gapped()
            {
                prop_assert!(gapped.contains(GAP));
                prop_assert!(!sentence.filling().is_empty());
            }
        }
    }
}
