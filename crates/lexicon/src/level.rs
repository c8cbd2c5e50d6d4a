//! How hard a word and a text are.

use crate::{Analysis, Lexicon, PartOfSpeech, TokenKind};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, fmt};

/// A level of the Common European Framework. Frequency tells A1, A2 and B1 apart; B2 and above it cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Breakthrough.
    A1,
    /// Waystage.
    A2,
    /// Threshold.
    B1,
    /// Vantage, or any level above.
    #[serde(rename = "B2+")]
    B2OrAbove,
}

impl Level {
    /// As it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::B1 => "B1",
            Self::B2OrAbove => "B2+",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A level, and how sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct LevelEstimate {
    /// The likeliest.
    pub level: Level,
    /// From 0 to 1.
    pub certainty: f32,
}

/// In hundredths, so that nobody takes it for another constant.
const ZIPF_B1: f32 = 314.0 / 100.0;
/// Median Zipf frequency of the words that courses teach at A1, A2, B1 and B2, in wordfreq's Dutch list.
const MEDIANS: [(Level, f32); 4] =
    [(Level::A1, 4.88), (Level::A2, 3.63), (Level::B1, ZIPF_B1), (Level::B2OrAbove, 2.70)];
/// How far words of one level lie from its median: about one Zipf either way, so that a frequency alone says little.
const SPREAD: f32 = 0.9;

/// A level by frequency: the likeliest under a normal distribution around each median.
fn by_zipf(zipf: f32) -> LevelEstimate {
    let likelihoods = MEDIANS.map(|(level, median)| {
        // Whatever is more frequent than the words of A1 is of A1, and the other end likewise.
        let beyond = (level == Level::A1 && zipf > median) || (level == Level::B2OrAbove && zipf < median);
        let away = if beyond { 0.0 } else { (zipf - median) / SPREAD };
        (level, (-away * away / 2.0).exp())
    });
    let all: f32 = likelihoods.iter().map(|(_, likelihood)| likelihood).sum();
    let best = likelihoods
        .into_iter()
        .fold((Level::A1, 0.0), |best, this| if this.1 > best.1 { this } else { best });
    LevelEstimate { level: best.0, certainty: if all > 0.0 { best.1 / all } else { 0.25 } }
}

/// How hard a text is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TextLevel {
    /// Running words.
    pub words: usize,
    /// Different lemmas.
    pub lemmas: usize,
    /// Sentences.
    pub sentences: usize,
    /// Words in the sentence in the middle.
    pub median_sentence: f32,
    /// Share of running words whose lemma the student knows, if asked.
    pub known: Option<f32>,
    /// Share of running words by Zipf: 5 and more, 4, 3, less or not in the pack. None without a pack of frequencies.
    pub zipf_bands: Option<[f32; 4]>,
    /// The level, by frequency and length of sentences. None without a pack, or with fewer than 20 words.
    pub estimate: Option<LevelEstimate>,
}

/// With fewer running words nothing can be said.
const ENOUGH_WORDS: usize = 20;

impl Lexicon {
    /// The level at which a word is learnt, by its frequency. None without a pack of frequencies.
    pub fn level(&self, lemma: &str) -> Option<LevelEstimate> {
        self.frequency(lemma).map(by_zipf)
    }

    /// How hard a text is, for a student who knows the lemmas for which `knows` answers yes; words that are no words of the
    /// language (names, numbers) do not count.
    pub fn text_level(&self, analysis: &Analysis, knows: Option<&dyn Fn(&str) -> bool>) -> TextLevel {
        let mut lemmas: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, word) in analysis.words.iter().enumerate() {
            let name = word.candidates.first().and_then(|candidate| candidate.part_of_speech)
                == Some(PartOfSpeech::Name);
            if word.token.kind == TokenKind::Word
                && !name
                && let Some(lemma) = analysis.lemma(index)
            {
                *lemmas.entry(lemma).or_default() += 1;
            }
        }
        let words: usize = lemmas.values().sum();
        let share = |count: usize| if words == 0 { 0.0 } else { count as f32 / words as f32 };
        let known = knows.map(|knows| {
            share(lemmas.iter().filter(|(lemma, _)| knows(lemma)).map(|(_, count)| count).sum())
        });
        let mut lengths: Vec<usize> = analysis
            .sentences
            .iter()
            .map(|sentence| {
                let words = analysis.words.get(sentence.clone()).unwrap_or_default();
                words.iter().filter(|word| word.token.kind == TokenKind::Word).count()
            })
            .filter(|length| *length > 0)
            .collect();
        lengths.sort_unstable();
        let median_sentence = match lengths.len() {
            0 => 0.0,
            odd if odd % 2 == 1 => lengths[odd / 2] as f32,
            even => (lengths[even / 2 - 1] + lengths[even / 2]) as f32 / 2.0,
        };
        let zipfs: Option<Vec<(f32, usize)>> = self.has_frequencies().then(|| {
            lemmas.iter().map(|(lemma, count)| (self.frequency(lemma).unwrap_or(0.0), *count)).collect()
        });
        let zipf_bands = zipfs.as_ref().map(|zipfs| {
            let band = |from: f32, to: f32| {
                share(
                    zipfs.iter().filter(|(zipf, _)| (from..to).contains(zipf)).map(|(_, count)| count).sum(),
                )
            };
            [band(5.0, f32::INFINITY), band(4.0, 5.0), band(3.0, 4.0), band(f32::NEG_INFINITY, 3.0)]
        });
        let estimate =
            zipfs.filter(|_| words >= ENOUGH_WORDS).map(|zipfs| estimate(&zipfs, words, median_sentence));
        TextLevel {
            words,
            lemmas: lemmas.len(),
            sentences: lengths.len(),
            median_sentence,
            known,
            zipf_bands,
            estimate,
        }
    }

    fn has_frequencies(&self) -> bool {
        self.packs_of(crate::PackKind::Frequency).next().is_some()
    }
}

/// A text is as hard as the words that a reader would stumble over: those of which nine in ten running words are easier. Long
/// sentences make it harder: 8 words are usual at A1, 11 at A2, 14 at B1.
fn estimate(zipfs: &[(f32, usize)], words: usize, median_sentence: f32) -> LevelEstimate {
    let mut sorted: Vec<(f32, usize)> = zipfs.to_vec();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut left = words / 10;
    let mut rare = sorted.last().map_or(0.0, |(zipf, _)| *zipf);
    for (zipf, count) in sorted {
        if count > left {
            rare = zipf;
            break;
        }
        left -= count;
    }
    let by_words = by_zipf(rare);
    let by_length = match median_sentence {
        length if length <= 8.5 => Level::A1,
        length if length <= 11.5 => Level::A2,
        length if length <= 15.0 => Level::B1,
        _ => Level::B2OrAbove,
    };
    // Words weigh more than sentences: a step up or down by length only when it is two away.
    let rank = |level: Level| MEDIANS.iter().position(|(known, _)| *known == level).unwrap_or(0);
    let (words_rank, length_rank) = (rank(by_words.level), rank(by_length));
    let level = if length_rank >= words_rank + 2 {
        MEDIANS[words_rank + 1].0
    } else if words_rank >= length_rank + 2 {
        MEDIANS[words_rank - 1].0
    } else {
        by_words.level
    };
    let agree = if words_rank == length_rank { 1.0 } else { 0.8 };
    LevelEstimate { level, certainty: (by_words.certainty * agree).min(0.9) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Pack, PackKind, PackWriter, pack::tests::facts};

    fn lexicon() -> Lexicon {
        let mut writer = PackWriter::new(facts(PackKind::Frequency));
        for (word, zipf) in
            [("de", 750), ("kat", 490), ("zit", 520), ("op", 700), ("mat", 300), ("huis", 560)]
        {
            writer.number(word, zipf);
        }
        Lexicon::with(vec![Pack::from_bytes(writer.finish().unwrap()).unwrap()])
    }

    #[test]
    fn frequent_words_are_easy() {
        let lexicon = lexicon();
        assert_eq!(lexicon.level("huis").map(|estimate| estimate.level), Some(Level::A1));
        assert_eq!(by_zipf(3.6).level, Level::A2);
        assert_eq!(by_zipf(1.0).level, Level::B2OrAbove);
        assert!(by_zipf(4.2).certainty < by_zipf(6.5).certainty);
        assert_eq!(Lexicon::own().level("huis"), None);
    }

    #[test]
    fn a_text_tells_how_much_is_known() {
        let lexicon = lexicon();
        let analysis = lexicon.analyse("De kat zit op de mat. De kat zit op het huis.");
        let level = lexicon.text_level(&analysis, Some(&|lemma| lemma != "kat"));
        assert_eq!((level.words, level.sentences), (12, 2));
        assert!((level.known.unwrap() - 10.0 / 12.0).abs() < 1e-6);
        assert_eq!(level.estimate, None);
        let longer = "De kat zit op de mat. ".repeat(5);
        assert!(lexicon.text_level(&lexicon.analyse(&longer), None).estimate.is_some());
    }

    #[test]
    fn nothing_has_no_level() {
        let level = lexicon().text_level(&lexicon().analyse(""), Some(&|_| true));
        assert_eq!((level.words, level.known, level.estimate), (0, Some(0.0), None));
    }
}
