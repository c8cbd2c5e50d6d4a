//! Ways to decide which word is asked on which day.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Amsterdam;
use ids::{CardId, ReviewId, WordId};
use scheduler::cohort::{self, Asked, Budget, Fact, Progress, Step};
use scheduler::{
    Candidate, CardState, DesiredRetention, Fsrs, History, Limits, Need, Parameters, Rating, Review, Sitting,
    Week, arrange, study_day, train,
};
use std::ops::Range;
use uuid::Uuid;

/// What a method knows of a student: words by number, days by number, and answers.
pub trait Method {
    fn name(&self) -> &'static str;

    /// The words to ask today of those that were met, most urgent first.
    fn due(&mut self, day: u32) -> Vec<usize>;

    /// The words to meet today. Words are met in their order.
    fn to_meet(&mut self, _day: u32, met: usize) -> Range<usize> {
        met..met + NEW_WORDS_A_DAY
    }

    /// An answer. A word that was never met is first shown.
    fn answered(&mut self, word: usize, at: Answer);

    /// What FSRS could be trained on.
    fn histories(&self) -> Vec<History> {
        Vec::new()
    }
}

/// New words a day, for methods that do not say.
const NEW_WORDS_A_DAY: usize = 20;

/// An answer.
#[derive(Clone, Copy)]
pub struct Answer {
    pub day: u32,
    /// In days.
    pub at: f64,
    pub recalled: bool,
    /// Which of the day's answers to this word, from 0: a forgotten word is asked again until it is right.
    pub nth: usize,
    /// It was shown: the first meeting.
    pub shown: bool,
    /// How long it took.
    pub seconds: f64,
}

pub fn all(words: usize) -> Vec<Box<dyn Method>> {
    vec![
        Box::new(Fsrs6::new(words, None)),
        Box::new(Fsrs6::new(words, Some(30))),
        Box::new(Cohorts::new(words)),
        Box::new(Sm2::new(words)),
        Box::new(Leitner::new(words)),
        Box::new(Fixed::new(words)),
    ]
}

/// Algorithm 1, with everything that thematic-cards uses of it.
struct Fsrs6 {
    fsrs: Fsrs,
    logs: Vec<Vec<Review>>,
    states: Vec<CardState>,
    train_every: Option<u32>,
    version: u32,
}

impl Fsrs6 {
    fn new(words: usize, train_every: Option<u32>) -> Self {
        let fsrs = Fsrs::new(&Parameters::default(), DesiredRetention::default());
        let states = vec![fsrs.new_card(); words];
        Self { fsrs, logs: vec![Vec::new(); words], states, train_every, version: 0 }
    }

    fn train(&mut self) {
        let histories: Vec<_> = self.logs.iter().filter(|log| !log.is_empty()).map(History::new).collect();
        self.version += 1;
        let training = train(&histories, None, self.version);
        self.fsrs = Fsrs::new(&training.parameters, DesiredRetention::default());
        self.states = self.logs.iter().map(|log| self.fsrs.replay(log)).collect();
    }
}

impl Method for Fsrs6 {
    fn name(&self) -> &'static str {
        if self.train_every.is_some() { "FSRS-6, trained each month" } else { "FSRS-6, default parameters" }
    }

    fn due(&mut self, day: u32) -> Vec<usize> {
        if self.train_every.is_some_and(|every| day > 0 && day.is_multiple_of(every)) {
            self.train();
        }
        let now = instant(f64::from(day));
        let known = self.states.iter().enumerate().filter(|(_, state)| state.last.is_some());
        let candidates: Vec<_> = known
            .filter(|(_, state)| state.is_due(now))
            .filter_map(|(word, state)| {
                let recall = self.fsrs.recall(state, now)?;
                Some(Candidate {
                    card: card(word),
                    word: WordId::new(card(word).as_uuid()),
                    need: Need::Due { recall },
                })
            })
            .collect();
        let limits = Limits { cards: candidates.len(), new_cards: 0 };
        arrange(&candidates, Sitting::default(), limits).into_iter().map(number).collect()
    }

    fn answered(&mut self, word: usize, answer: Answer) {
        let at = instant(answer.at);
        let id = Uuid::from_u64_pair(word as u64, self.logs[word].len() as u64);
        let review = Review {
            id: ReviewId::new(id),
            card: card(word),
            rating: if answer.recalled { Rating::Good } else { Rating::Again },
            answered_at: at,
            received_at: at,
            zone: Amsterdam,
        };
        if let Some(transition) = self.fsrs.advance(&self.states[word], &review) {
            self.states[word] = transition.after;
            self.logs[word].push(review);
        }
    }

    fn histories(&self) -> Vec<History> {
        self.logs.iter().filter(|log| !log.is_empty()).map(History::new).collect()
    }
}

/// Day 0 is a Monday, and begins at eight in the morning, UTC.
fn instant(days: f64) -> DateTime<Utc> {
    let begin = DateTime::UNIX_EPOCH + TimeDelta::days(20_003) + TimeDelta::hours(8);
    begin + TimeDelta::milliseconds((days * 86_400_000.0) as i64)
}

fn card(word: usize) -> CardId {
    // Spread over the range, as real ids are.
    CardId::new(Uuid::from_u64_pair((word as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15), word as u64))
}

fn number(card: CardId) -> usize {
    card.as_uuid().as_u64_pair().1 as usize
}

/// Algorithm 2: weekly cohorts, by the minutes of the student.
struct Cohorts {
    words: Vec<Progress>,
    entered: usize,
    answers: u64,
    milliseconds: u64,
    passed: u64,
}

impl Cohorts {
    const MINUTES_A_DAY: u16 = 20;

    fn new(words: usize) -> Self {
        Self { words: vec![Progress::default(); words], entered: 0, answers: 0, milliseconds: 0, passed: 0 }
    }

    fn open(&mut self, week: Week) {
        let pace = cohort::Pace::of(self.answers, self.milliseconds, self.answers, self.passed);
        let studied: Vec<_> = self.words[..self.entered].iter().copied().enumerate().collect();
        let budget = Budget::Minutes { a_day: Self::MINUTES_A_DAY, pace };
        for word in cohort::open(week, &studied, self.entered..self.words.len(), budget).new {
            let fact = Fact::Entered { week, from: week.monday(), at: week.begins_at() };
            self.words[word] = self.words[word].transition(&fact).after;
            self.entered = word + 1;
        }
    }

    fn asked(&self, day: u32, met: bool) -> Vec<usize> {
        let now = instant(f64::from(day));
        let due: Vec<_> = (0..self.entered)
            .filter(|word| self.words[*word].is_unmet() != met)
            .filter_map(|word| {
                cohort::Due::on(word, &self.words[word], Week::of(now), study_day(now, Amsterdam))
            })
            .collect();
        cohort::arrange(&due, due.len()).iter().map(|due| due.id).collect()
    }
}

impl Method for Cohorts {
    fn name(&self) -> &'static str {
        "weekly cohorts, four cycles and echoes"
    }

    fn due(&mut self, day: u32) -> Vec<usize> {
        if day.is_multiple_of(7) {
            self.open(Week::of(instant(f64::from(day))));
        }
        self.asked(day, true)
    }

    fn to_meet(&mut self, day: u32, met: usize) -> Range<usize> {
        met..met + self.asked(day, false).len()
    }

    fn answered(&mut self, word: usize, answer: Answer) {
        self.answers += 1;
        self.milliseconds += (answer.seconds * 1_000.0) as u64;
        let (at, progress) = (instant(answer.at), self.words[word]);
        let asked = progress.asked(Week::of(at), study_day(at, Amsterdam)).map(Asked::ask);
        // What is shown before it is asked is no answer.
        let Some(asked) = asked.filter(|_| !answer.shown) else { return };
        let id = ReviewId::new(Uuid::from_u64_pair(word as u64, self.answers));
        let fact = Fact::Answered(cohort::Answer {
            id,
            asked,
            correct: answer.recalled,
            answered_at: at,
            received_at: at,
            zone: Amsterdam,
        });
        let taken = progress.transition(&fact);
        self.passed += u64::from(matches!(taken.step, Some(Step::Passed(_) | Step::Graduated)));
        self.words[word] = taken.after;
    }
}

/// Days on which words are due, for methods that know no more.
struct DueDays(Vec<Option<u32>>);

impl DueDays {
    fn of(&self, day: u32) -> Vec<usize> {
        let due = |word: &usize| self.0[*word].is_some_and(|due| due <= day);
        let mut words: Vec<_> = (0..self.0.len()).filter(due).collect();
        words.sort_by_key(|word| self.0[*word]);
        words
    }
}

/// SM-2 (Wozniak 1990), where a right answer is a 4 and a wrong one a 2.
struct Sm2 {
    due: DueDays,
    items: Vec<(u32, f64, f64)>,
}

impl Sm2 {
    fn new(words: usize) -> Self {
        Self { due: DueDays(vec![None; words]), items: vec![(0, 0.0, 2.5); words] }
    }
}

impl Method for Sm2 {
    fn name(&self) -> &'static str {
        "SM-2"
    }

    fn due(&mut self, day: u32) -> Vec<usize> {
        self.due.of(day)
    }

    fn answered(&mut self, word: usize, answer: Answer) {
        if answer.shown || answer.nth > 0 {
            self.due.0[word] = Some(self.due.0[word].map_or(answer.day + 1, |due| due.max(answer.day + 1)));
            return;
        }
        let (repetitions, interval, ease) = &mut self.items[word];
        let quality = if answer.recalled { 4.0 } else { 2.0 };
        *ease = (*ease + 0.1 - (5.0 - quality) * (0.08 + (5.0 - quality) * 0.02)).max(1.3);
        if answer.recalled {
            *repetitions += 1;
            *interval = match *repetitions {
                1 => 1.0,
                2 => 6.0,
                _ => *interval * *ease,
            };
        } else {
            (*repetitions, *interval) = (0, 1.0);
        }
        self.due.0[word] = Some(answer.day + interval.ceil() as u32);
    }
}

/// Five boxes, asked after 1, 2, 4, 8 and 16 days; a wrong answer goes back to the first (Leitner 1972).
struct Leitner {
    due: DueDays,
    boxes: Vec<u32>,
}

impl Leitner {
    fn new(words: usize) -> Self {
        Self { due: DueDays(vec![None; words]), boxes: vec![0; words] }
    }
}

impl Method for Leitner {
    fn name(&self) -> &'static str {
        "Leitner boxes, 1/2/4/8/16 days"
    }

    fn due(&mut self, day: u32) -> Vec<usize> {
        self.due.of(day)
    }

    fn answered(&mut self, word: usize, answer: Answer) {
        if !answer.shown && answer.nth == 0 {
            self.boxes[word] = if answer.recalled { (self.boxes[word] + 1).min(4) } else { 0 };
        }
        self.due.0[word] = Some(answer.day + (1 << self.boxes[word]));
    }
}

/// After 1, 3, 7 and 15 days, then never again; a wrong answer begins anew.
struct Fixed {
    due: DueDays,
    passed: Vec<usize>,
}

impl Fixed {
    const DAYS: [u32; 4] = [1, 3, 7, 15];

    fn new(words: usize) -> Self {
        Self { due: DueDays(vec![None; words]), passed: vec![0; words] }
    }
}

impl Method for Fixed {
    fn name(&self) -> &'static str {
        "fixed, 1/3/7/15 days, then done"
    }

    fn due(&mut self, day: u32) -> Vec<usize> {
        self.due.of(day)
    }

    fn answered(&mut self, word: usize, answer: Answer) {
        if !answer.shown && answer.nth == 0 {
            self.passed[word] = if answer.recalled { self.passed[word] + 1 } else { 0 };
        }
        self.due.0[word] = Self::DAYS.get(self.passed[word]).map(|days| answer.day + days);
    }
}
