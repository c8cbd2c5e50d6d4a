//! How simulated students forget: two models, neither of them FSRS. Times are in days.

use crate::numbers::Numbers;

/// One word in one head.
pub trait Memory {
    /// The chance of recalling it at this time.
    fn recall(&self, at: f64) -> f64;

    /// The word was asked and its answer seen.
    fn practise(&mut self, at: f64, recalled: bool);
}

/// A kind of memory, from which heads are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Activation,
    TwoComponents,
}

impl Kind {
    pub const ALL: [Self; 2] = [Self::Activation, Self::TwoComponents];

    pub fn name(self) -> &'static str {
        match self {
            Self::Activation => "activation (Pavlik & Anderson 2005)",
            Self::TwoComponents => "two components (Wozniak, Gorzelanczyk & Murakowski 2005)",
        }
    }

    /// A head with so many words to learn, of which none was met. Students differ, and so do words.
    pub fn head(self, words: usize, numbers: &mut Numbers) -> Vec<Box<dyn Memory>> {
        let student = numbers.normal();
        (0..words)
            .map(|_| {
                let (word, other) = (numbers.normal(), numbers.normal());
                let memory: Box<dyn Memory> = match self {
                    Self::Activation => Box::new(Activation::new(student, word)),
                    Self::TwoComponents => Box::new(TwoComponents::new(student, word, other)),
                };
                memory
            })
            .collect()
    }
}

/// Pavlik & Anderson, *Practice and Forgetting Effects on Vocabulary Memory: An Activation-Based Model of the Spacing
/// Effect*, Cognitive Science 29 (2005): every trial leaves a trace that decays as a power of time, the faster the more
/// active the memory was (`d = c e^m + a`); activation is the logarithm of the sum of traces, recall a logistic of it. The
/// constants are theirs, fitted to students of Japanese words; time counts for 1/40 (`h`), because what interferes with a
/// word outside of an experiment is less.
///
/// Ours: the ease of word and student, added to activation (theirs, 2008, without the numbers): 0.35 on average, so that a
/// word of two trials is recalled with 0.8 on the next day, with a deviation of 0.25 each.
struct Activation {
    ease: f64,
    trials: Vec<(f64, f64)>,
}

impl Activation {
    const A: f64 = 0.177;
    const C: f64 = 0.217;
    const NOISE: f64 = 0.255;
    const THRESHOLD: f64 = -0.704;
    const H: f64 = 0.025;
    const DAY: f64 = 86_400.0;

    fn new(student: f64, word: f64) -> Self {
        Self { ease: 0.35 + 0.25 * student + 0.25 * word, trials: Vec::new() }
    }

    /// `e^m`, without the ease.
    fn traces(&self, at: f64) -> f64 {
        let trace = |(then, decay): &(f64, f64)| ((at - then) * Self::DAY * Self::H).max(1.0).powf(-decay);
        self.trials.iter().map(trace).sum()
    }
}

impl Memory for Activation {
    fn recall(&self, at: f64) -> f64 {
        if self.trials.is_empty() {
            return 0.0;
        }
        let activation = self.traces(at).ln() + self.ease;
        1.0 / (1.0 + ((Self::THRESHOLD - activation) / Self::NOISE).exp())
    }

    fn practise(&mut self, at: f64, _: bool) {
        let decay = Self::C * self.traces(at) + Self::A;
        self.trials.push((at, decay));
    }
}

/// Wozniak, Gorzelanczyk & Murakowski, *Building memory stability through rehearsal* (2005): recall falls exponentially,
/// `R = 0.9^(t/S)`, and a recalled word becomes more stable by `76 S^-0.023 e^(-3.1 R) - 2`: less, the better it was
/// remembered.
///
/// Ours: a forgotten word is as unstable as a new one; repeats of the same day change nothing; a new word has a stability
/// of 2 days in the median (deviation of the logarithm 0.6), and words and students differ in how much they gain (0.25
/// each).
struct TwoComponents {
    first: f64,
    gain: f64,
    stability: f64,
    last: Option<f64>,
}

impl TwoComponents {
    fn new(student: f64, word: f64, other: f64) -> Self {
        let first = 2.0 * (0.6 * word).exp();
        Self { first, gain: (0.25 * student + 0.25 * other).exp(), stability: first, last: None }
    }
}

impl Memory for TwoComponents {
    fn recall(&self, at: f64) -> f64 {
        self.last.map_or(0.0, |last| 0.9_f64.powf((at - last) / self.stability))
    }

    fn practise(&mut self, at: f64, recalled: bool) {
        let another_day = self.last.is_some_and(|last| last.floor() < at.floor());
        if another_day && recalled {
            let increase = 76.0 * self.stability.powf(-0.023) * (-3.1 * self.recall(at)).exp() - 2.0;
            self.stability *= 1.0 + self.gain * (increase - 1.0).max(0.0);
        } else if another_day {
            self.stability = self.first;
        }
        self.last = Some(at);
    }
}
