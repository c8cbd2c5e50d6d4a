use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use crate::{ACCEPTED, Corpus};

/// What is tested, and what came of its inputs so far.
pub struct Target<C> {
    name: &'static str,
    check: C,
    outcomes: Mutex<BTreeMap<&'static str, u64>>,
    since: Instant,
}

impl Target<()> {
    /// Whether libFuzzer drives, by what bolero tells it.
    pub fn is_guided() -> bool {
        std::env::var_os("BOLERO_LIBFUZZER_ARGS").is_some()
    }
}

impl<C: Fn(&[u8]) -> &'static str> Target<C> {
    /// `check` asserts all that can be said of an input, and answers with the outcome that it had.
    pub fn new(name: &'static str, check: C) -> Self {
        Self { name, check, outcomes: Mutex::default(), since: Instant::now() }
    }

    /// Puts one input to the test.
    pub fn put(&self, input: &[u8]) {
        let outcome = (self.check)(input);
        *self.outcomes.lock().unwrap_or_else(PoisonError::into_inner).entry(outcome).or_default() += 1;
    }

    /// Puts the whole corpus to the test.
    ///
    /// # Panics
    /// When an entry fails, naming its file; when nothing in it is accepted, or nothing refused.
    pub fn replay(&self, corpus: &Corpus) {
        for (file, input) in corpus.iter() {
            if let Err(panic) = catch_unwind(AssertUnwindSafe(|| self.put(input))) {
                say(&format!("fuzz {}: {} failed", self.name, file.display()));
                resume_unwind(panic);
            }
        }
        let outcomes = self.outcomes.lock().unwrap_or_else(PoisonError::into_inner);
        assert!(outcomes.contains_key(ACCEPTED), "nothing of the corpus of {} is accepted", self.name);
        assert!(outcomes.len() > 1, "nothing of the corpus of {} is refused", self.name);
    }

    /// Prints how many inputs there were, and what came of them.
    pub fn report(&self) {
        let outcomes = self.outcomes.lock().unwrap_or_else(PoisonError::into_inner);
        let mut frequent: Vec<_> = outcomes.iter().map(|(outcome, times)| (*times, *outcome)).collect();
        frequent.sort_by(|one, other| other.cmp(one));
        let all: u64 = outcomes.values().sum();
        let seconds = self.since.elapsed().as_secs_f64();
        let told: Vec<_> =
            frequent.into_iter().map(|(times, outcome)| format!("{times} {outcome}")).collect();
        say(&format!("fuzz {}: {all} executions in {seconds:.1} s: {}", self.name, told.join(", ")));
    }
}

#[expect(clippy::print_stderr, reason = "the report of a test")]
fn say(line: &str) {
    eprintln!("{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn corpus(name: &str, entries: &[&str]) -> Corpus {
        let folder = std::env::temp_dir().join(format!("tall-fuzz-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        for (number, entry) in entries.iter().enumerate() {
            std::fs::write(folder.join(number.to_string()), entry).unwrap();
        }
        let corpus = Corpus::read(&folder);
        std::fs::remove_dir_all(folder).unwrap();
        corpus
    }

    fn digits(input: &[u8]) -> &'static str {
        assert_ne!(input, b"13");
        if input.iter().all(u8::is_ascii_digit) { ACCEPTED } else { "not-digits" }
    }

    #[test]
    fn a_corpus_of_both_kinds_is_replayed() {
        let target = Target::new("digits", digits);
        target.replay(&corpus("both", &["12", "a"]));
        assert_eq!(target.outcomes.lock().unwrap().len(), 2);
    }

    #[test]
    #[should_panic(expected = "is accepted")]
    fn a_corpus_in_which_nothing_is_right_proves_nothing() {
        Target::new("digits", digits).replay(&corpus("wrong", &["a", "b"]));
    }

    #[test]
    #[should_panic(expected = "is refused")]
    fn a_corpus_in_which_nothing_is_wrong_proves_nothing() {
        Target::new("digits", digits).replay(&corpus("right", &["1", "2"]));
    }

    #[test]
    #[should_panic(expected = "left != right")]
    fn an_entry_that_failed_once_is_found_again() {
        Target::new("digits", digits).replay(&corpus("failed", &["12", "13"]));
    }
}
