//! What a student has set, and whether they have weeks at all.

use chrono_tz::{Europe::Amsterdam, Tz};
use documents::{Aggregate, Change, Index};
use ids::UserId;
use scheduler::{
    AccountZone,
    cohort::{Budget, Pace, USUAL_WORDS},
};
use serde::{Deserialize, Serialize};

/// The most words that a student may want a week.
pub const MOST_WORDS: u16 = 100;
/// The most minutes that a student may want a day.
pub const MOST_MINUTES: u16 = 240;

/// A student: one with a dictionary, or one of whom only the account is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Student {
    /// Who.
    #[serde(rename = "_id")]
    pub id: UserId,
    /// Whether Mondays open weeks for them: not for one who is deleted or no student any more.
    pub active: bool,
    /// How new what is known of `active` is: the revision of the account that told it.
    #[serde(default)]
    pub account_rev: i64,
    /// Whether their account is closed for now: no week is opened meanwhile.
    #[serde(default)]
    pub suspended: bool,
    /// How new what is known of `suspended` is.
    #[serde(default)]
    pub status_rev: i64,
    /// Whether they were here: before that there is nothing to open a week for.
    #[serde(default = "was_here")]
    pub enrolled: bool,
    /// Where they are by their account.
    #[serde(default)]
    pub account_zone: AccountZone,
    /// What they have set.
    pub settings: Settings,
}

/// Students of before it was kept were stored when they came.
const fn was_here() -> bool {
    true
}

/// What a student has set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// How much a week holds.
    pub amount: Amount,
    /// The language that they answer from, once they have chosen one.
    #[serde(default)]
    pub language: Option<String>,
    /// Where they are: decides which day it is. As in the account, unless they set another one here.
    pub zone: Tz,
}

/// How much a week holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Amount {
    /// So many words in their cycles.
    WordsAWeek(u16),
    /// As much as fits into so many minutes a day, at the student's own pace.
    MinutesADay(u16),
}

impl Amount {
    /// The budget, for a student of this pace.
    pub const fn budget(self, pace: Pace) -> Budget {
        match self {
            Self::WordsAWeek(words) => Budget::Words(words),
            Self::MinutesADay(a_day) => Budget::Minutes { a_day, pace },
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self { amount: Amount::WordsAWeek(USUAL_WORDS), language: None, zone: Amsterdam }
    }
}

impl Settings {
    /// The language that they answer from: English, where nobody has said.
    pub fn language_or_english(&self) -> &str {
        self.language.as_deref().unwrap_or("en")
    }
}

impl Aggregate for Student {
    type Id = UserId;
    const COLLECTION: &'static str = "students";

    fn id(&self) -> UserId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![Index::named("with_weeks").ascending("active").ascending("_id")]
    }
}

impl Student {
    /// One who has set nothing yet.
    pub fn new(id: UserId) -> Self {
        Self {
            id,
            active: true,
            account_rev: 0,
            suspended: false,
            status_rev: 0,
            enrolled: false,
            account_zone: AccountZone::default(),
            settings: Settings::default(),
        }
    }

    /// They are here: a word of theirs comes.
    pub fn enrol(mut self) -> Change<Self> {
        self.enrolled = true;
        Change::of(self)
    }

    /// Where they are by their account, unless something newer is known.
    pub fn account_is_in(mut self, told: AccountZone) -> Change<Self> {
        let Some(zone) = self.account_zone.followed(told, self.settings.zone) else {
            return Change::none(self);
        };
        self.account_zone = told;
        self.settings.zone = zone;
        Change::of(self)
    }

    /// They set something.
    pub fn set(mut self, settings: &Settings) -> Change<Self> {
        if self.settings == *settings {
            return Change::none(self);
        }
        self.settings = settings.clone();
        Change::of(self)
    }

    /// Whether they are a student at all, unless something newer is known.
    pub fn is_student(mut self, active: bool, account_rev: i64) -> Change<Self> {
        if account_rev <= self.account_rev {
            return Change::none(self);
        }
        self.account_rev = account_rev;
        self.active = active;
        Change::of(self)
    }

    /// Whether their account is closed for now, unless something newer is known.
    pub fn is_suspended(mut self, suspended: bool, status_rev: i64) -> Change<Self> {
        if status_rev <= self.status_rev {
            return Change::none(self);
        }
        self.status_rev = status_rev;
        self.suspended = suspended;
        Change::of(self)
    }
}
