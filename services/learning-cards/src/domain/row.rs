//! Words of other programs, and words for them.
//!
//! What another program knows of a word's schedule becomes the place in our weeks that fits it: a word that returns after
//! days has graduated, with as many echoes passed as its interval is worth; one that returns after sixteen weeks is known.
//! Everything else waits in the queue like any other word.

use super::{
    answer::Answered,
    context::Sentence,
    entry::Entry,
    fault::{Fault, Faults},
    import::ImportedWord,
    lexical::completed,
    word::{MOST_TAGS, OwnWord},
};
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use decks::{Asks, FaultKind, Row, RowCard, Standing};
use events::PartOfSpeech;
use lexicon::Lexicon;
use scheduler::{
    Phase, Week,
    cohort::{Ask, ECHO_GAPS, Progress, Stage, Tried},
    day_start, study_day,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Characters of a tag.
pub const LONGEST_TAG: usize = 40;
/// A word that another program returns after so many days is known: twice the last gap between our echoes.
pub const KNOWN_FROM_DAYS: u32 = 2 * 7 * ECHO_GAPS[3];
/// What another program has put off for longer returns after this.
const LONGEST_WAIT: TimeDelta = TimeDelta::days(365);

/// Something that is wrong with a line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The line of a table, or which note of a package it is; from 1.
    pub line: usize,
    /// The field of the file, or what it was to become; none where it is the line as a whole.
    pub field: Option<String>,
    /// A stable code.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// Whether the line gives no word.
    pub leaves_out: bool,
}

impl From<decks::Fault> for LineFault {
    fn from(fault: decks::Fault) -> Self {
        Self {
            line: fault.line,
            field: fault.field,
            code: fault.kind.code(),
            message: format!("In line {}, {}.", fault.line, fault.kind),
            leaves_out: fault.kind.leaves_out(),
        }
    }
}

/// What the rows of a file come to.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    /// The words.
    pub words: Vec<ImportedWord>,
    /// What is wrong, by line.
    pub faults: Vec<LineFault>,
    /// Lines that give no word because of a fault.
    pub left_out: usize,
}

/// For whom, and when, rows become words.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The language of the meanings.
    pub language: String,
    /// Where the student is.
    pub zone: Tz,
    /// The time.
    pub now: DateTime<Utc>,
    /// Knows what the file does not say.
    pub lexicon: Arc<Lexicon>,
}

impl Reader {
    /// The words of these rows; what cannot be one is told.
    pub fn drafts(&self, rows: decks::Rows) -> Drafts {
        // Without a meaning a word cannot be asked here: that is said below, where it is left out.
        let told = rows.faults.into_iter().filter(|fault| fault.kind != FaultKind::NoGloss);
        let mut drafts = Drafts {
            faults: told.map(LineFault::from).collect(),
            left_out: rows.counts.left_out,
            words: Vec::with_capacity(rows.rows.len()),
        };
        for row in rows.rows {
            match self.draft(&row, &mut drafts.faults) {
                Ok(word) => drafts.words.push(word),
                Err(faults) => {
                    drafts.left_out += 1;
                    drafts.faults.extend(faults);
                }
            }
        }
        drafts.faults.sort_by_key(|fault| fault.line);
        drafts
    }

    fn draft(&self, row: &Row, told: &mut Vec<LineFault>) -> Result<ImportedWord, Vec<LineFault>> {
        let at_its_line = |fault: Fault| at_line(row.line, &fault);
        let refused = |faults: Vec<Fault>| faults.into_iter().map(at_its_line).collect::<Vec<_>>();
        if row.gloss.is_empty() {
            return Err(vec![no_meaning(row.line)]);
        }
        let entry = self.entry(row).parse().map_err(refused)?;
        let (entry, generated) = completed(entry, &self.lexicon);
        let sentence = sentence(row, &entry).map_err(refused)?;
        let (tags, dropped) = tags(row);
        told.extend(dropped.then(|| tags_dropped(row.line)));
        let progress = self.progress(&row.cards);
        let last = row.cards.iter().flat_map(|card| &card.answers).map(|answer| answer.at).max();
        Ok(ImportedWord {
            line: u32::try_from(row.line).unwrap_or(u32::MAX),
            key: row.key.clone(),
            entry,
            generated,
            sentence,
            tags,
            progress,
            answered_at: last.map(|at| at.min(self.now)),
        })
    }

    fn entry(&self, row: &Row) -> Entry {
        Entry {
            lemma: row.dutch.clone(),
            part_of_speech: PartOfSpeech::Unknown,
            noun: None,
            verb: None,
            glosses: BTreeMap::from([(self.language.clone(), row.gloss.clone())]),
            ipa: None,
            note: row.remark.clone(),
        }
    }

    /// The place in our weeks that fits what the cards of a word say. The card that asks for the Dutch goes before the one
    /// that asks for the meaning: it is the harder one.
    fn progress(&self, cards: &[RowCard]) -> Progress {
        let first = |asks| cards.iter().find(|card| card.asks == asks);
        let Some(card) = first(Asks::Dutch).or_else(|| first(Asks::Meaning)).or(cards.first()) else {
            return Progress::default();
        };
        let answers = cards.iter().flat_map(|card| &card.answers);
        let (count, correct) = answers.fold((0_u32, 0_u32), |(count, correct), answer| {
            (count.saturating_add(1), correct.saturating_add(u32::from(answer.rating.is_recalled())))
        });
        let counted = Progress { answers: count, correct, ..Progress::default() };
        if card.standing.phase != Phase::Review || card.standing.is_suspended {
            return counted;
        }
        self.graduated(card, counted)
    }

    fn graduated(&self, card: &RowCard, counted: Progress) -> Progress {
        let days = card.standing.interval_days;
        let last = card.answers.last().map(|answer| answer.at.min(self.now));
        let tried = last.map(|at| Tried {
            day: study_day(at, self.zone),
            asked: Ask::Echo,
            correct: true,
            returns: 0,
            again: false,
        });
        let graduated = Progress {
            stage: Stage::Graduated,
            passed: 4,
            tried,
            graduated_at: Some(last.unwrap_or(self.now)),
            ..counted
        };
        if days >= KNOWN_FROM_DAYS {
            return Progress { stage: Stage::Known, echoes: 4, ..graduated };
        }
        let passed = ECHO_GAPS.iter().skip(1).filter(|gap| days >= 7 * **gap).count();
        let due = card.standing.due_at.unwrap_or(self.now).clamp(self.now, self.now + LONGEST_WAIT);
        let echoes = u8::try_from(passed).unwrap_or_default();
        Progress { echoes, echo_from: Some(Week::of(due)), ..graduated }
    }
}

fn sentence(row: &Row, entry: &Entry) -> Result<Option<Sentence>, Vec<Fault>> {
    let Some(text) = row.sentence.clone() else { return Ok(None) };
    let mut faults = Faults::default();
    let written = Sentence { text, translation: row.translation.clone(), parts: Vec::new() };
    let sentence = written.tidy("/sentence", entry, &mut faults);
    faults.unless_any(Some(sentence))
}

/// Its tags, and the list that the file has it in, as one more; whether some were dropped.
fn tags(row: &Row) -> (BTreeSet<String>, bool) {
    let mut dropped = false;
    let mut tags = BTreeSet::new();
    for tag in row.tags.iter().chain(&row.list) {
        let mut faults = Faults::default();
        let tag = faults.text("", tag, LONGEST_TAG);
        if tags.len() < MOST_TAGS && faults.unless_any(()).is_ok() {
            tags.insert(tag);
        } else {
            dropped = true;
        }
    }
    (tags, dropped)
}

fn no_meaning(line: usize) -> LineFault {
    LineFault {
        line,
        field: Some("gloss".to_owned()),
        code: FaultKind::NoGloss.code(),
        message: format!("In line {line}, {}: it cannot be asked.", FaultKind::NoGloss),
        leaves_out: true,
    }
}

fn tags_dropped(line: usize) -> LineFault {
    LineFault {
        line,
        field: Some("tags".to_owned()),
        code: "tags-dropped",
        message: format!(
            "In line {line}, not all tags are taken: a word has at most {MOST_TAGS}, of {LONGEST_TAG} characters."
        ),
        leaves_out: false,
    }
}

fn at_line(line: usize, fault: &Fault) -> LineFault {
    let field = match fault.pointer.trim_start_matches('/').split('/').next() {
        Some("lemma") => "dutch",
        Some("glosses") => "gloss",
        Some("note") => "remark",
        Some("sentence") if fault.pointer.ends_with("translation") => "translation",
        Some(other) => other,
        None => "",
    };
    let message = format!("In line {line}, {field}: {}", fault.message);
    LineFault { line, field: Some(field.to_owned()), code: fault.code, message, leaves_out: true }
}

/// A word for another program, with its schedule, where a student answers from `language`.
pub fn row_of(word: &OwnWord, language: &str, zone: Tz) -> Row {
    let context = word.contexts.first();
    let standing = standing_of(word, zone);
    let card = |asks, answers: Vec<decks::Answer>| RowCard { asks, standing: standing.clone(), answers };
    let dutch = answers_of(word, |ask| ask != Ask::See, &standing);
    let meaning = answers_of(word, |ask| ask == Ask::See, &standing);
    Row {
        line: 0,
        key: word.id.to_string(),
        dutch: word.entry.headword(),
        gloss: word.entry.gloss(language).to_owned(),
        sentence: context.map(|context| context.sentence.text.clone()),
        translation: context.and_then(|context| context.sentence.translation.clone()),
        remark: word.entry.note.clone(),
        list: None,
        // A tag of another program is one word.
        tags: word.tags.iter().map(|tag| tag.replace(char::is_whitespace, "_")).collect(),
        sounds: Vec::new(),
        images: Vec::new(),
        cards: vec![card(Asks::Meaning, meaning), card(Asks::Dutch, dutch)],
    }
}

/// Where another program takes the word up.
fn standing_of(word: &OwnWord, zone: Tz) -> Standing {
    const USUAL_EASE: u16 = 2500;
    let progress = &word.progress;
    let known = || Standing { ease: USUAL_EASE, phase: Phase::Review, ..Standing::default() };
    match progress.stage {
        Stage::Waiting => Standing::default(),
        Stage::Leech => Standing { is_suspended: true, ..Standing::default() },
        Stage::Learning if progress.answers == 0 => Standing::default(),
        Stage::Learning => {
            let day = progress.run.and_then(|run| progress.due_on(run.week));
            Standing { phase: Phase::Learning, due_at: day.map(|day| day_start(day, zone)), ..known() }
        }
        Stage::Graduated => {
            let gap = ECHO_GAPS.get(usize::from(progress.echoes)).copied().unwrap_or(ECHO_GAPS[3]);
            let due_at = progress.echo_from.map(Week::begins_at);
            Standing { due_at, interval_days: 7 * gap, ..known() }
        }
        Stage::Known => {
            let last = word.answered_at.or(progress.graduated_at).unwrap_or(word.added_at);
            let due_at = last.checked_add_signed(TimeDelta::days(KNOWN_FROM_DAYS.into()));
            Standing { due_at, interval_days: KNOWN_FROM_DAYS, ..known() }
        }
    }
}

/// The answers that the log has, oldest first, each with the time until the next.
fn answers_of(word: &OwnWord, asked: impl Fn(Ask) -> bool, standing: &Standing) -> Vec<decks::Answer> {
    let mut log: Vec<&Answered> = word.log.iter().filter(|one| asked(one.answer.asked)).collect();
    log.sort_by_key(|one| (one.answer.at(), one.answer.id));
    let instants: Vec<DateTime<Utc>> = log.iter().map(|one| one.answer.at()).collect();
    let answer = |(place, one): (usize, &&Answered)| {
        let at = one.answer.at();
        let until = instants.get(place + 1).copied().or(standing.due_at).unwrap_or(at);
        decks::Answer {
            rating: one.outcome.rating,
            at,
            taken_ms: one.submission.duration_ms.unwrap_or_default(),
            phase: if one.answer.asked == Ask::Echo { Phase::Review } else { Phase::Learning },
            interval: (until - at).max(TimeDelta::zero()),
        }
    };
    log.iter().enumerate().map(answer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use scheduler::Rating;

    fn reader() -> Reader {
        Reader {
            language: "en".to_owned(),
            zone: Tz::Europe__Amsterdam,
            now: at("2025-03-03T09:00:00Z"),
            lexicon: Arc::new(Lexicon::own()),
        }
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn row(dutch: &str, gloss: &str) -> Row {
        Row {
            line: 7,
            key: "k".to_owned(),
            dutch: dutch.to_owned(),
            gloss: gloss.to_owned(),
            ..Row::default()
        }
    }

    fn card(interval_days: u32, due_at: &str) -> RowCard {
        let answered = decks::Answer {
            rating: Rating::Good,
            at: at("2025-02-01T12:00:00Z"),
            taken_ms: 4000,
            phase: Phase::Review,
            interval: TimeDelta::days(interval_days.into()),
        };
        let standing =
            Standing { phase: Phase::Review, due_at: Some(at(due_at)), interval_days, ..Standing::default() };
        RowCard { asks: Asks::Dutch, standing, answers: vec![answered] }
    }

    fn codes(row: Row) -> Vec<(&'static str, bool)> {
        let rows = decks::Rows { rows: vec![row], faults: vec![], counts: decks::Counts::default() };
        let drafts = reader().drafts(rows);
        assert_eq!(drafts.words.len() + drafts.left_out, 1);
        drafts.faults.iter().map(|fault| (fault.code, fault.leaves_out)).collect()
    }

    #[test]
    fn an_interval_becomes_the_echoes_that_it_is_worth() {
        for (days, stage, echoes) in [
            (1, Stage::Graduated, 0),
            (13, Stage::Graduated, 0),
            (14, Stage::Graduated, 1),
            (28, Stage::Graduated, 2),
            (56, Stage::Graduated, 3),
            (111, Stage::Graduated, 3),
            (112, Stage::Known, 4),
        ] {
            let progress = reader().progress(&[card(days, "2025-03-20T03:00:00Z")]);
            assert_eq!((progress.stage, progress.echoes), (stage, echoes), "{days}");
            assert_eq!((progress.answers, progress.correct, progress.is_unmet()), (1, 1, false));
            assert_eq!(progress.echo_from.is_some(), stage == Stage::Graduated);
        }
    }

    #[test]
    fn what_is_overdue_is_due_now_and_what_is_put_off_for_ever_is_not() {
        let from = |due| reader().progress(&[card(20, due)]).echo_from.map(|week| week.to_string());
        assert_eq!(from("1971-01-01T00:00:00Z").as_deref(), Some("2025-W10"));
        assert_eq!(from("2025-03-20T03:00:00Z").as_deref(), Some("2025-W12"));
        assert_eq!(from("9999-01-01T00:00:00Z").as_deref(), Some("2026-W10"));
    }

    #[test]
    fn what_is_new_or_put_aside_waits() {
        let mut aside = card(200, "2025-03-20T03:00:00Z");
        aside.standing.is_suspended = true;
        let mut steps = card(0, "2025-03-20T03:00:00Z");
        steps.standing.phase = Phase::Learning;
        for cards in [vec![], vec![aside], vec![steps]] {
            assert_eq!(reader().progress(&cards).stage, Stage::Waiting);
        }
    }

    #[test]
    fn what_cannot_be_a_word_is_told_with_its_line() {
        assert_eq!(codes(row("het brood", "bread")), []);
        assert_eq!(codes(row("brood", "")), [("no-gloss", true)]);
        assert_eq!(codes(row(&"b".repeat(101), "bread")), [("too-long", true)]);
        assert_eq!(codes(row("brood", &"b".repeat(301))), [("too-long", true)]);
        let sentence = Some("x".repeat(501));
        assert_eq!(codes(Row { sentence, ..row("brood", "bread") }), [("too-long", true)]);
        let tags = vec!["x".repeat(41)];
        assert_eq!(codes(Row { tags, ..row("brood", "bread") }), [("tags-dropped", false)]);
    }
}
