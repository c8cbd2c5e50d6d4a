//! What a pure rule answers.

use events::{Event, Fact};

/// The outcome of a rule: the state as it is from now on, and the facts that it caused.
///
/// Both are stored by one write, or neither is.
#[derive(Clone, Debug, PartialEq)]
#[must_use = "a change that nobody saves did not happen"]
pub struct Change<T> {
    state: T,
    facts: Vec<Fact>,
    write: bool,
}

impl<T> Change<T> {
    /// Nothing changes: nothing is written. What a rule answers to a repeated command.
    pub fn none(state: T) -> Self {
        Self { state, facts: Vec::new(), write: false }
    }

    /// The state becomes `state`.
    pub fn of(state: T) -> Self {
        Self { state, facts: Vec::new(), write: true }
    }

    /// And this happened. Facts are published in the order in which they are given here.
    pub fn publish<E: Event>(self, event: E) -> Self {
        self.publish_fact(Fact::of(event))
    }

    /// And this happened, where the type of the event is not known here.
    pub fn publish_fact(mut self, fact: Fact) -> Self {
        self.facts.push(fact);
        self.write = true;
        self
    }

    /// The state after the change.
    pub fn state(&self) -> &T {
        &self.state
    }

    /// The facts that the change caused, in order.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// Whether there is anything to store.
    pub fn is_none(&self) -> bool {
        !self.write
    }

    /// The state after the change and its facts.
    pub fn into_parts(self) -> (T, Vec<Fact>) {
        (self.state, self.facts)
    }
}

/// The error of a rule that refuses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Never {}

/// What a rule may return: a [`Change`], or a `Result` of one when it may refuse.
pub trait Decision<T> {
    /// Why the rule refuses; [`Never`] for one that does not.
    type Refusal;

    /// The change, or the refusal.
    ///
    /// # Errors
    /// The rule's own.
    fn decided(self) -> Result<Change<T>, Self::Refusal>;
}

impl<T> Decision<T> for Change<T> {
    type Refusal = Never;

    fn decided(self) -> Result<Change<T>, Never> {
        Ok(self)
    }
}

impl<T, E> Decision<T> for Result<Change<T>, E> {
    type Refusal = E;

    fn decided(self) -> Result<Change<T>, E> {
        self
    }
}

/// Drop the oldest entries of a history until `most` are left: how a history inside a document stays bounded.
///
/// Answers what was dropped, oldest first, for a rule that keeps a summary of it.
pub fn keep_last<E>(history: &mut Vec<E>, most: usize) -> Vec<E> {
    let surplus = history.len().saturating_sub(most);
    history.drain(..surplus).collect()
}
