//! A word that a student is asked.

use ids::{OwnWordId, TopicId, WordId};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A word. As a string it is its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Word {
    /// One that a topic teaches.
    Taught {
        /// The topic.
        topic_id: TopicId,
        /// The word.
        word_id: WordId,
    },
    /// One of the student's own dictionary.
    Own {
        /// The word.
        own_word_id: OwnWordId,
        /// Its dictionary form, where a dictionary knows it: what else a student typed is theirs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lemma: Option<String>,
    },
}

impl Word {
    /// The topic that teaches it.
    pub const fn topic_id(&self) -> Option<TopicId> {
        match self {
            Self::Taught { topic_id, .. } => Some(*topic_id),
            Self::Own { .. } => None,
        }
    }
}

impl fmt::Display for Word {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taught { word_id, .. } => word_id.fmt(formatter),
            Self::Own { own_word_id, .. } => own_word_id.fmt(formatter),
        }
    }
}
