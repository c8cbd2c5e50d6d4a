//! A student: what they chose, and what was learnt of their memory.

use super::{question::GlossLanguage, training::Trial};
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use documents::{Aggregate, Change, Index};
use events::thematic_cards::RescheduleCause;
use ids::{TopicId, UserId};
use scheduler::{AccountZone, DesiredRetention, EasyDays, Fsrs, Parameters};
use serde::{Deserialize, Serialize};

/// New words a day, unless the student chooses otherwise.
pub const USUAL_NEW_WORDS: u32 = 20;
/// The most that may be chosen.
pub const MOST_NEW_WORDS: u32 = 200;
/// Topics of an exam.
pub const MOST_EXAM_TOPICS: usize = 200;
/// A day like any other, in percent.
pub const USUAL_LOAD: u8 = 100;

/// A student. There is a document from the account on, or from the first choice; before it, everything is as usual.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Student {
    /// Who.
    #[serde(rename = "_id")]
    pub id: UserId,
    /// What they chose.
    pub settings: Settings,
    /// Where they are by their account.
    #[serde(default)]
    pub account_zone: AccountZone,
    /// What was learnt of their memory; absent before there was enough to learn from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory: Option<TrainedMemory>,
    /// What the last training brought; absent before the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trial: Option<Trial>,
    /// Why their cards are being computed anew; absent when all of them stand on the basis of today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rebasing: Option<RescheduleCause>,
}

/// What a student may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The share of due cards that they mean to recall.
    pub desired_retention: DesiredRetention,
    /// New words a day, over all topics.
    pub new_words: u32,
    /// How full each day of the week may be, Monday first, in percent of a usual day.
    pub week: EasyDays,
    /// What they learn towards.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exam: Option<Exam>,
    /// Where they are: decides when a day begins. As in the account, unless they chose another one here.
    pub zone: Tz,
    /// The language that they answer from, and in.
    pub language: GlossLanguage,
}

/// An exam: everything of its topics is to be seen before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exam {
    /// On which day.
    pub on: NaiveDate,
    /// What is asked in it.
    pub topics: Vec<TopicId>,
}

/// Parameters that were fitted to a student's own answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainedMemory {
    /// Which they are: one more at each training that was kept.
    pub version: u32,
    /// The 21 numbers.
    pub weights: Vec<f32>,
    /// When they were fitted.
    #[serde(with = "documents::instant")]
    pub trained_at: DateTime<Utc>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            desired_retention: DesiredRetention::default(),
            new_words: USUAL_NEW_WORDS,
            week: EasyDays::default(),
            exam: None,
            zone: Tz::Europe__Amsterdam,
            language: GlossLanguage::default(),
        }
    }
}

impl Settings {
    /// The desired retention as people write it.
    pub fn retention(&self) -> f64 {
        written(self.desired_retention)
    }
}

/// A desired retention as people write it. A share has three digits at most; what a 32-bit number adds to them is noise.
pub fn written(desired: DesiredRetention) -> f64 {
    (f64::from(desired.share()) * 1000.0).round() / 1000.0
}

impl Aggregate for Student {
    type Id = UserId;
    const COLLECTION: &'static str = "students";

    fn id(&self) -> UserId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        let rebasing = bson::doc! { "rebasing": { "$exists": true } };
        vec![Index::named("rebasing").ascending("rebasing").only(rebasing)]
    }
}

impl Student {
    /// A student of whom nothing is known yet.
    pub fn new(id: UserId) -> Self {
        Self {
            id,
            settings: Settings::default(),
            account_zone: AccountZone::default(),
            memory: None,
            trial: None,
            rebasing: None,
        }
    }

    /// When their cards return.
    pub fn scheduler(&self) -> Fsrs {
        Fsrs::new(&self.parameters(), self.settings.desired_retention).with_easy_days(self.settings.week)
    }

    /// What describes their memory: their own parameters, or the defaults.
    pub fn parameters(&self) -> Parameters {
        let own = self.memory.as_ref().and_then(|memory| {
            let weights = memory.weights.as_slice().try_into().ok()?;
            Parameters::trained(memory.version, weights).ok()
        });
        own.unwrap_or_default()
    }

    /// The version of the parameters that would come next. None is used twice.
    pub fn next_version(&self) -> u32 {
        self.memory.as_ref().map_or(0, |memory| memory.version).saturating_add(1)
    }

    /// Training was tried, with what it brought, on the student as `seen`. Where other parameters are in use since, it was
    /// held against the wrong ones, and counts for nothing.
    pub fn tried(mut self, seen: &Self, trial: Trial, parameters: &Parameters) -> Change<Self> {
        if self.next_version() != seen.next_version() {
            return Change::none(self);
        }
        if trial.accepted {
            self.memory = Some(TrainedMemory {
                version: parameters.version(),
                weights: parameters.weights().to_vec(),
                trained_at: trial.tried_at,
            });
            self.rebasing = Some(RescheduleCause::Parameters);
        }
        self.trial = Some(trial);
        Change::of(self)
    }

    /// Chooses. Another desired retention, or another week, moves every card.
    pub fn choose(mut self, settings: Settings) -> Change<Self> {
        if self.settings == settings {
            return Change::none(self);
        }
        let before = self.scheduler().basis();
        self.settings = settings;
        if self.scheduler().basis() != before {
            self.rebasing = Some(RescheduleCause::Settings);
        }
        Change::of(self)
    }

    /// Where they are by their account, unless something newer is known. It moves no card.
    pub fn account_is_in(mut self, told: AccountZone) -> Change<Self> {
        let Some(zone) = self.account_zone.followed(told, self.settings.zone) else {
            return Change::none(self);
        };
        self.account_zone = told;
        self.settings.zone = zone;
        Change::of(self)
    }

    /// All cards stand on the basis of today, unless another was chosen since `seen`.
    pub fn rebased(mut self, seen: &Self) -> Change<Self> {
        if self.rebasing.is_none() || self.scheduler().basis() != seen.scheduler().basis() {
            return Change::none(self);
        }
        self.rebasing = None;
        Change::of(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn student() -> Student {
        Student::new(UserId::new(Uuid::from_u128(1)))
    }

    fn retention(share: f32) -> Settings {
        let desired_retention = DesiredRetention::new(share).expect("in range");
        Settings { desired_retention, ..Settings::default() }
    }

    #[test]
    fn another_week_moves_every_card() {
        let week = EasyDays::new([100, 100, 100, 100, 100, 50, 0]).expect("six days");
        let chosen = student().choose(Settings { week, ..Settings::default() }).into_parts().0;
        assert_eq!(chosen.rebasing, Some(RescheduleCause::Settings));
        assert_eq!(chosen.scheduler().basis().easy_days, week);
    }

    #[test]
    fn another_retention_moves_every_card_and_another_zone_none() {
        let chosen = student().choose(retention(0.85)).into_parts().0;
        assert_eq!(chosen.rebasing, Some(RescheduleCause::Settings));
        assert!((chosen.scheduler().basis().desired_retention.share() - 0.85).abs() < 1e-6);
        let moved = Settings { zone: Tz::America__Paramaribo, ..Settings::default() };
        assert_eq!(student().choose(moved).into_parts().0.rebasing, None);
        assert!(student().choose(Settings::default()).is_none());
    }

    #[test]
    fn a_choice_during_the_computing_is_computed_too() {
        let first = student().choose(retention(0.85)).into_parts().0;
        let second = first.clone().choose(retention(0.95)).into_parts().0;
        assert!(second.clone().rebased(&first).is_none());
        assert_eq!(second.clone().rebased(&second).into_parts().0.rebasing, None);
    }

    fn trial(accepted: bool) -> Trial {
        Trial { tried_at: DateTime::UNIX_EPOCH, answers: 500, usable: 450, accepted, held_out: None }
    }

    #[test]
    fn parameters_that_foretell_better_move_every_card() {
        let trained = Parameters::trained(1, [0.5; 21]).expect("these can be used");
        let change = student().tried(&student(), trial(true), &trained);
        let better = change.into_parts().0;
        assert_eq!((better.rebasing, better.parameters()), (Some(RescheduleCause::Parameters), trained));
        assert_eq!((better.next_version(), student().next_version()), (2, 1));
    }

    #[test]
    fn a_trial_that_brought_nothing_moves_nothing() {
        let change = student().tried(&student(), trial(false), &Parameters::default());
        let same = change.into_parts().0;
        assert_eq!((same.memory, same.rebasing, same.trial), (None, None, Some(trial(false))));
    }

    #[test]
    fn of_two_who_trained_at_once_the_first_counts() {
        let by = |weights| Parameters::trained(1, weights).expect("these can be used");
        let first = student().tried(&student(), trial(true), &by([0.5; 21])).into_parts().0;
        assert!(first.tried(&student(), trial(true), &by([0.4; 21])).is_none());
    }

    #[test]
    fn parameters_that_no_memory_has_are_not_used() {
        let trained = |weights| Student {
            memory: Some(TrainedMemory { version: 3, weights, trained_at: DateTime::UNIX_EPOCH }),
            ..student()
        };
        assert_eq!(trained(vec![1.0]).scheduler().basis().parameters, 0);
        assert_eq!(trained(vec![f32::NAN; 21]).scheduler().basis().parameters, 0);
        assert_eq!(trained(vec![0.5; 21]).scheduler().basis().parameters, 3);
    }
}
