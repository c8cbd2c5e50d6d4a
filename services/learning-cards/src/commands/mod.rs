//! What the service does, each in one place, for both versions of the API and for consumers.

pub mod answer_word;
pub mod arrange_session;
pub mod delete_removed;
pub mod export_words;
pub mod import_words;
pub mod keep_list;
pub mod keep_word;
pub mod look_up;
pub mod merge_words;
pub mod open_week;
pub mod order_queue;
pub mod pack;
pub mod share_list;
pub mod sync;
pub mod take_in;
pub mod take_over;
pub mod update_learning_cohorts;

use crate::domain::{fault::Fault, word::Refusal};
use documents::ChangeError;
use web::{ApiError, FieldError};

/// What was done, and whether this was the first time.
#[derive(Clone, Debug)]
pub struct Done<T> {
    /// Whether it was.
    pub first_time: bool,
    /// What there is to say.
    pub answer: T,
}

/// Faults as an answer tells them, below `at`.
pub(crate) fn faulty(at: &str, faults: Vec<Fault>) -> ApiError {
    let told = faults
        .into_iter()
        .map(|fault| FieldError::new(format!("{at}{}", fault.pointer), fault.code, fault.message));
    ApiError::invalid(told.collect())
}

/// A rule's refusal as an answer tells it.
pub(crate) fn refused(error: ChangeError<Refusal>) -> ApiError {
    let refusal = match error {
        ChangeError::Store(error) => return error.into(),
        ChangeError::Rule(refusal) => refusal,
    };
    match refusal {
        Refusal::ReviewIdInUse => {
            ApiError::conflict("review-id-in-use", "This review id belongs to another answer.")
        }
        Refusal::ContextIdInUse => {
            ApiError::conflict("context-id-in-use", "This context id belongs to another sentence.")
        }
        Refusal::TooManyContexts => {
            ApiError::conflict("too-many-contexts", "A word has at most 20 sentences. Remove one first.")
        }
        Refusal::TooManyTags => {
            ApiError::conflict("too-many-tags", "A word has at most 20 tags, and is in at most 20 lists.")
        }
        Refusal::Merged => ApiError::conflict("word-merged", "Another word of the dictionary took it over."),
        Refusal::NotWaiting => ApiError::conflict(
            "word-not-waiting",
            "Only a word that waits in the queue can be moved in it, or taken into a week.",
        ),
        Refusal::MergedWithItself => {
            ApiError::conflict("word-merged-with-itself", "A word cannot take itself over.")
        }
        Refusal::NotTheSame => ApiError::conflict(
            "words-differ",
            "The words have different lemmas, or are of different kinds. Say `sameWord=true` if they are one all the same.",
        ),
    }
}
