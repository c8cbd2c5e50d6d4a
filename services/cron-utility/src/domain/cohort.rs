//! The words of a student's week, as far as they have come. Each fact says a part of it; any may come first.

use chrono::{DateTime, Utc};
use ids::{OwnWordId, UserId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The cycles of a week, in their order.
const CYCLES: [&str; 4] = ["see", "recall", "write", "use"];

/// A student's week of own words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cohort {
    /// Whose.
    pub student_id: UserId,
    /// The week, as ISO 8601 has it.
    pub iso_week: String,
    /// When the week began.
    #[serde(with = "documents::instant")]
    pub begins_at: DateTime<Utc>,
    /// What it began with; none while that was not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
    /// The cycles that every word has passed, with how many words there were.
    #[serde(default)]
    pub cycles: BTreeMap<String, i64>,
    /// The words that passed the last cycle, as they do.
    #[serde(default)]
    pub graduated_ids: Vec<OwnWordId>,
    /// What came of it; none while it is not over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closed>,
}

/// What a week began with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Words from earlier weeks.
    pub carried_words: i64,
    /// Words that came from the queue.
    pub new_words: i64,
    /// Words that have graduated and return.
    pub echoes: i64,
    /// Words that are left in the queue.
    pub waiting_words: i64,
}

/// What came of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// Words in their cycles.
    pub words: i64,
    /// Those of them that passed the last cycle.
    pub graduated: i64,
    /// Those of them that go on.
    pub unfinished: i64,
    /// Those that were set aside as leeches.
    pub set_aside: i64,
    /// Words that returned as echoes.
    pub echoes: i64,
    /// Those of them that were remembered.
    pub echoes_passed: i64,
    /// Those of them that were not.
    pub echoes_forgotten: i64,
}

impl Cohort {
    /// Words in their cycles.
    pub fn words(&self) -> i64 {
        let opened = self.opened.map(|opened| opened.carried_words + opened.new_words);
        self.closed.map(|closed| closed.words).or(opened).unwrap_or_default()
    }

    /// Words that passed the last cycle.
    pub fn graduated(&self) -> i64 {
        self.closed.map_or(self.graduated_ids.len() as i64, |closed| closed.graduated)
    }

    /// The cycles that every word has passed, in their order.
    pub fn cycles_completed(&self) -> Vec<String> {
        CYCLES.into_iter().filter(|cycle| self.cycles.contains_key(*cycle)).map(str::to_owned).collect()
    }

    /// Words that returned as echoes.
    pub fn echoes(&self) -> i64 {
        let opened = self.opened.map(|opened| opened.echoes);
        self.closed.map(|closed| closed.echoes).or(opened).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn what_came_of_a_week_stands_above_what_was_seen_on_the_way() {
        let open = Cohort {
            student_id: UserId::new(Uuid::nil()),
            iso_week: "2026-W48".to_owned(),
            begins_at: DateTime::UNIX_EPOCH,
            opened: None,
            cycles: BTreeMap::new(),
            graduated_ids: vec![OwnWordId::new(Uuid::nil())],
            closed: None,
        };
        assert_eq!((open.words(), open.graduated(), open.echoes()), (0, 1, 0), "its opening comes later");
        let opened = Opened { carried_words: 3, new_words: 20, echoes: 4, waiting_words: 9 };
        let open = Cohort { opened: Some(opened), ..open };
        assert_eq!((open.words(), open.graduated(), open.echoes()), (23, 1, 4));
        let closed = Closed {
            words: 25,
            graduated: 18,
            unfinished: 6,
            set_aside: 1,
            echoes: 5,
            echoes_passed: 4,
            echoes_forgotten: 1,
        };
        let over = Cohort { closed: Some(closed), ..open };
        assert_eq!((over.words(), over.graduated(), over.echoes()), (25, 18, 5));
    }
}
