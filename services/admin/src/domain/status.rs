//! The life of an item.

use serde::{Deserialize, Serialize};
use std::fmt;
use utoipa::ToSchema;

/// Where the working version of an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Being written.
    Draft,
    /// Waiting for a second pair of eyes.
    Review,
    /// Read and found right.
    Approved,
    /// What students see.
    Published,
    /// No longer taught.
    Archived,
}

/// A step of the life of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Ask for review.
    Submit,
    /// Found right.
    Approve,
    /// Found wanting: back to draft.
    Return,
    /// Show it to students.
    Publish,
    /// Take it out of what is taught.
    Archive,
    /// Take an archived item up again, as a draft.
    Restore,
}

/// A step that the item is not ready for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an item that is {from} cannot take the step {step}")]
pub struct WrongStep {
    /// Where it is.
    pub from: Status,
    /// What was asked.
    pub step: Step,
}

impl Status {
    /// Every status, in the order of the life of an item.
    pub const ALL: [Self; 5] = [Self::Draft, Self::Review, Self::Approved, Self::Published, Self::Archived];

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Approved => "approved",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }

    /// Where `step` leads from here. Only what was approved is published; anything alive can be archived.
    ///
    /// # Errors
    /// [`WrongStep`] when it leads nowhere.
    pub fn take(self, step: Step) -> Result<Self, WrongStep> {
        match (self, step) {
            (Self::Draft, Step::Submit) => Ok(Self::Review),
            (Self::Review, Step::Approve) => Ok(Self::Approved),
            (Self::Review | Self::Approved, Step::Return) | (Self::Archived, Step::Restore) => {
                Ok(Self::Draft)
            }
            (Self::Approved, Step::Publish) => Ok(Self::Published),
            (Self::Draft | Self::Review | Self::Approved | Self::Published, Step::Archive) => {
                Ok(Self::Archived)
            }
            (from, step) => Err(WrongStep { from, step }),
        }
    }
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 6] =
        [Self::Submit, Self::Approve, Self::Return, Self::Publish, Self::Archive, Self::Restore];

    /// Where it leads, from wherever it can be taken.
    pub const fn target(self) -> Status {
        match self {
            Self::Submit => Status::Review,
            Self::Approve => Status::Approved,
            Self::Return | Self::Restore => Status::Draft,
            Self::Publish => Status::Published,
            Self::Archive => Status::Archived,
        }
    }

    /// The stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Submit => "submit",
            Self::Approve => "approve",
            Self::Return => "return",
            Self::Publish => "publish",
            Self::Archive => "archive",
            Self::Restore => "restore",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table() {
        let allowed: Vec<_> = Status::ALL
            .into_iter()
            .flat_map(|from| {
                Step::ALL.into_iter().filter_map(move |step| Some((from, step, from.take(step).ok()?)))
            })
            .map(|(from, step, to)| format!("{from} {step} {to}"))
            .collect();
        assert_eq!(
            allowed,
            [
                "draft submit review",
                "draft archive archived",
                "review approve approved",
                "review return draft",
                "review archive archived",
                "approved return draft",
                "approved publish published",
                "approved archive archived",
                "published archive archived",
                "archived restore draft",
            ]
        );
    }
}
