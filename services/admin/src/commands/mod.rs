//! What an editor can do, each over as many documents as it takes.

pub mod advance_topic;
pub mod import;
pub mod put_item;
pub mod record_words;
pub mod take_step;

use crate::domain::{item::Refusal, status::WrongStep};
use web::ApiError;

/// Items that are written at once for one request.
const AT_ONCE: usize = 8;

/// What came of a request that may be repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct Done<T> {
    /// Whether it is a new thing: 201, else 200.
    pub first_time: bool,
    /// The answer, the same for every repeat.
    pub answer: T,
}

impl From<Refusal> for ApiError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::WrongStep(WrongStep { from, step }) => {
                let detail = format!("An item in the status {from} cannot take the step {step}.");
                Self::conflict("wrong-step", detail)
            }
            Refusal::OtherStep => Self::conflict("id-taken", "This id belongs to another step."),
            Refusal::OtherItem => {
                let detail = "The slug and level of a topic, and the topic and key of a word, never change.";
                Self::conflict("other-item", detail)
            }
            Refusal::Archived => {
                Self::conflict("archived", "An archived item cannot be edited; restore it first.")
            }
            Refusal::OtherText => {
                Self::conflict("other-text", "The recording does not say what the word is now.")
            }
        }
    }
}
