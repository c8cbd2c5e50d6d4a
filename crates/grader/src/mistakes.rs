//! From the way through both texts to what is wrong.

use std::ops::Range;

use crate::alignment::Step;
use crate::dutch::spelling::is_longer;
use crate::order::{Move, take_moves};
use crate::pairs::{Pairs, Slips};
use crate::words::{Word, text_of};
use crate::{Mistake, MistakeKind, Span};

/// What is wrong along a path; `None` when no expected word was recognised.
pub(crate) fn mistakes(pairs: &Pairs<'_>, steps: &[Step]) -> Option<Vec<Mistake>> {
    let mut reading = Reading::of(pairs, steps);
    reading.bring_particles_home();
    let moves = take_moves(pairs, &mut reading);
    if !reading.recognises_anything() && moves.is_empty() {
        return None;
    }
    if moves.iter().any(Move::begins_the_answer) {
        reading.forget_first_capital();
    }
    let wrong = reading.wrong();
    let mut found: Vec<Mistake> = moves.iter().flat_map(|moved| moved.mistakes(pairs)).collect();
    for pair in &reading.paired {
        let other_noun = begins_another_noun(&wrong, pair.expected.start);
        let mistakes = pair.mistakes(pairs).into_iter();
        found.extend(mistakes.filter(|mistake| !(other_noun && mistake.kind == MistakeKind::Article)));
    }
    found.extend(wrong.iter().map(|(expected, given)| Mistake {
        kind: MistakeKind::Wrong,
        span: pairs.given[*given].span,
        expected: pairs.expected()[*expected].text.clone(),
    }));
    found.extend(reading.missing(&wrong));
    found.extend(reading.superfluous(&wrong));
    Some(found)
}

/// Whether the noun after an article is another one. An article belongs to its noun: with another it is not wrong. Between
/// them there is room for an adjective.
fn begins_another_noun(wrong: &[(usize, usize)], article: usize) -> bool {
    wrong.iter().any(|(expected, _)| (article + 1..=article + 2).contains(expected))
}

/// What became of each word.
pub(crate) struct Reading<'a> {
    pairs: &'a Pairs<'a>,
    pub paired: Vec<Paired>,
    /// Expected words that have no given word like them, in order.
    pub lost: Vec<Lost>,
    /// Given words that have no expected word like them, in order.
    pub spare: Vec<usize>,
}

/// Expected and given words that stand for each other.
pub(crate) struct Paired {
    pub expected: Range<usize>,
    pub given: Range<usize>,
    pub slips: Slips,
    /// Where the particle of a separable verb belongs.
    particle_expected: Option<usize>,
    /// Where it was given.
    particle_given: Option<usize>,
}

/// An expected word without one like it.
#[derive(Clone, Copy)]
pub(crate) struct Lost {
    pub expected: usize,
    /// Where it would have stood.
    at: usize,
    /// The word that stands there for it.
    pub instead: Option<usize>,
}

impl<'a> Reading<'a> {
    fn of(pairs: &'a Pairs<'a>, steps: &[Step]) -> Self {
        let mut reading = Self { pairs, paired: Vec::new(), lost: Vec::new(), spare: Vec::new() };
        let (mut expected, mut given) = (0, 0);
        for step in steps {
            let (more_expected, more_given) = step.length();
            reading.take(*step, expected..expected + more_expected, given..given + more_given);
            (expected, given) = (expected + more_expected, given + more_given);
        }
        reading
    }

    fn take(&mut self, step: Step, expected: Range<usize>, given: Range<usize>) {
        let slips = match step {
            Step::Both => self.pairs.slips(expected.start, given.start),
            Step::Apart(_) => self.pairs.apart(expected.start, given.clone()),
            Step::Together(_) => self.pairs.together(expected.clone(), given.start),
            Step::Missing | Step::Extra => None,
        };
        match slips {
            Some(slips) => self.paired.push(Paired::new(expected, given, slips)),
            None => {
                let at = self.place_before(given.start);
                let instead = (step == Step::Both).then_some(given.start);
                self.lost.extend(expected.map(|expected| Lost { expected, at, instead }));
                self.spare.extend(given);
            }
        }
    }

    /// Where the answer goes on at a word.
    fn place_before(&self, given: usize) -> usize {
        let words = self.pairs.given;
        let next = words.get(given).map(|next| next.span.start);
        next.or_else(|| words.last().map(|last| last.span.end)).unwrap_or(0)
    }

    /// A particle that a separable verb swallowed, or let go, is part of that mistake and none of its own.
    fn bring_particles_home(&mut self) {
        for at in 0..self.paired.len() {
            let pair = &self.paired[at];
            if !pair.slips.has(MistakeKind::Separable) || pair.given.len() > 1 {
                continue;
            }
            let (right, word) =
                (&self.pairs.expected()[pair.expected.start], &self.pairs.given[pair.given.start]);
            let lost = self
                .lost
                .iter()
                .position(|lost| is_swallowed(&self.pairs.expected()[lost.expected], word, right));
            let spare =
                self.spare.iter().position(|spare| is_swallowed(&self.pairs.given[*spare], right, word));
            if let Some(lost) = lost {
                self.paired[at].particle_expected = Some(self.lost.remove(lost).expected);
            } else if let Some(spare) = spare {
                self.paired[at].particle_given = Some(self.spare.remove(spare));
            }
        }
    }

    /// The first word has another place, and so has the capital of a sentence.
    fn forget_first_capital(&mut self) {
        for pair in self.paired.iter_mut().filter(|pair| pair.expected.start == 0 || pair.given.start == 0) {
            pair.slips = pair.slips.without(MistakeKind::Capital);
        }
    }

    /// Whether any expected word was recognised. An article alone is not yet the word that was asked for.
    fn recognises_anything(&self) -> bool {
        let words = self.pairs.expected().len();
        let counts = |at: usize| words == 1 || !self.pairs.variant.is_article(at);
        words == 0 || self.paired.iter().any(|pair| pair.expected.clone().any(counts))
    }

    /// Expected words with the other words that stand for them.
    fn wrong(&self) -> Vec<(usize, usize)> {
        let with_other = self.lost.iter().filter_map(|lost| Some((lost.expected, lost.instead?)));
        with_other.filter(|(_, given)| self.spare.contains(given)).collect()
    }

    fn missing(&self, wrong: &[(usize, usize)]) -> Vec<Mistake> {
        let is_wrong = |lost: &&Lost| wrong.iter().any(|(expected, _)| *expected == lost.expected);
        let missing = self.lost.iter().filter(|lost| !is_wrong(lost));
        let mistakes = missing.filter_map(|lost| {
            let is_article = self.pairs.misses_article(lost.expected);
            let kind = if is_article { MistakeKind::Article } else { MistakeKind::MissingWord };
            let expected = self.pairs.expected()[lost.expected].text.clone();
            let span = Span { start: lost.at, end: lost.at };
            let counts = !(is_article && begins_another_noun(wrong, lost.expected));
            counts.then_some(Mistake { kind, span, expected })
        });
        mistakes.collect()
    }

    fn superfluous(&self, wrong: &[(usize, usize)]) -> Vec<Mistake> {
        let spare = self.spare.iter().filter(|spare| !wrong.iter().any(|(_, given)| given == *spare));
        let mistakes = spare.filter_map(|spare| {
            let is_article = self.pairs.is_superfluous_article(*spare);
            let kind = if is_article { MistakeKind::Article } else { MistakeKind::ExtraWord };
            let span = self.pairs.given[*spare].span;
            let of_other_noun = wrong.iter().any(|(_, given)| (spare + 1..=spare + 2).contains(given));
            let counts = !(is_article && of_other_noun);
            counts.then_some(Mistake { kind, span, expected: String::new() })
        });
        mistakes.collect()
    }
}

/// Whether `whole` begins with `particle` and `part` does not.
fn is_swallowed(particle: &Word, whole: &Word, part: &Word) -> bool {
    let rest = whole.bare.strip_prefix(&particle.bare);
    rest.is_some_and(|rest| is_longer(rest, 1)) && !part.bare.starts_with(&particle.bare)
}

impl Paired {
    pub fn new(expected: Range<usize>, given: Range<usize>, slips: Slips) -> Self {
        Self { expected, given, slips, particle_expected: None, particle_given: None }
    }

    pub fn mistakes(&self, pairs: &Pairs<'_>) -> Vec<Mistake> {
        let span = spanning(&pairs.given[self.given.clone()], self.particle_given.map(|at| &pairs.given[at]));
        let expected = self.expected_text(pairs);
        self.slips.kinds().map(|kind| Mistake { kind, span, expected: expected.clone() }).collect()
    }

    /// What would be right; the parts of a separable verb in their order.
    fn expected_text(&self, pairs: &Pairs<'_>) -> String {
        let own = text_of(&pairs.expected()[self.expected.clone()]);
        let Some(particle) = self.particle_expected else { return own };
        let text = &pairs.expected()[particle].text;
        if particle == self.expected.end {
            format!("{own} {text}")
        } else if particle > self.expected.end {
            format!("{own} \u{2026} {text}")
        } else if particle + 1 == self.expected.start {
            format!("{text} {own}")
        } else {
            format!("{text} \u{2026} {own}")
        }
    }
}

/// From the first to the last of these words.
pub(crate) fn spanning<'a>(words: impl IntoIterator<Item = &'a Word>, more: Option<&'a Word>) -> Span {
    let words: Vec<&Word> = words.into_iter().chain(more).collect();
    Span {
        start: words.iter().map(|word| word.span.start).min().unwrap_or(0),
        end: words.iter().map(|word| word.span.end).max().unwrap_or(0),
    }
}
