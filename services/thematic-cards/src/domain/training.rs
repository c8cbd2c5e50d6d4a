//! Training of a student's parameters: who waits for it, and what it brought.

use chrono::{DateTime, Days, TimeDelta, Utc};
use chrono_tz::Tz;
use documents::{Aggregate, Change, Index};
use ids::UserId;
use scheduler::{HeldOut, TRAINING_MIN_ANSWERS, day_start, study_day};
use serde::{Deserialize, Serialize};

/// How long whoever trains a student has for it: much longer than it takes. After that they are held to be gone.
pub const TAKEN_FOR: TimeDelta = TimeDelta::minutes(10);

/// A student who waits to be trained, or waited. There is a document from the first answer on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Training {
    /// Whose.
    #[serde(rename = "_id")]
    pub student_id: UserId,
    /// From when on it is to be done; absent where nothing was answered since the last one.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// Until when an instance has it; absent while none has.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub taken_until: Option<DateTime<Utc>>,
}

impl Aggregate for Training {
    type Id = UserId;
    const COLLECTION: &'static str = "trainings";

    fn id(&self) -> UserId {
        self.student_id
    }

    fn indexes() -> Vec<Index> {
        let there = |field: &str| bson::doc! { field: { "$exists": true } };
        vec![
            Index::named("due").ascending("due_at").only(there("due_at")),
            Index::named("taken").ascending("taken_until").only(there("taken_until")),
        ]
    }
}

/// The coming night of somebody in `zone`: when their study day ends, at four.
pub fn night_after(now: DateTime<Utc>, zone: Tz) -> DateTime<Utc> {
    let today = study_day(now, zone);
    day_start(today.checked_add_days(Days::new(1)).unwrap_or(today), zone)
}

impl Training {
    /// Of a student who never answered.
    pub fn none(student_id: UserId) -> Self {
        Self { student_id, due_at: None, taken_until: None }
    }

    /// Something was answered: `night` is the one to train in, unless an earlier one is.
    pub fn ask(mut self, night: DateTime<Utc>) -> Change<Self> {
        if self.due_at.is_some_and(|known| known <= night) {
            return Change::none(self);
        }
        self.due_at = Some(night);
        Change::of(self)
    }

    /// An instance takes it, where it is to be done and no other has it.
    pub fn take(mut self, now: DateTime<Utc>) -> Change<Self> {
        let given_up = match self.taken_until {
            Some(until) if until > now => return Change::none(self),
            taken => taken.is_some(),
        };
        let due = self.due_at.is_some_and(|at| at <= now);
        if !due && !given_up {
            return Change::none(self);
        }
        self.due_at = self.due_at.filter(|at| *at > now);
        self.taken_until = Some(now + TAKEN_FOR);
        Change::of(self)
    }

    /// It was done by the instance that had it until `taken_until`. What was answered meanwhile waits for the next night.
    pub fn done(mut self, taken_until: DateTime<Utc>) -> Change<Self> {
        if self.taken_until != Some(taken_until) {
            return Change::none(self);
        }
        self.taken_until = None;
        Change::of(self)
    }
}

/// What the last training of a student brought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// When it was.
    #[serde(with = "documents::instant")]
    pub tried_at: DateTime<Utc>,
    /// Answers that could be usable, counted without reading them.
    pub answers: u32,
    /// Those that were.
    pub usable: u32,
    /// Whether new parameters are used since.
    pub accepted: bool,
    /// What was measured on answers that training had not seen; absent where there were too few.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_out: Option<HeldOut>,
}

/// Whether training may bring something: there are answers enough, and a tenth more than when it was last tried. New
/// parameters move every card, and a few answers more than before change little.
pub fn may_gain(answers: u32, last: Option<&Trial>) -> bool {
    let enough = u32::try_from(TRAINING_MIN_ANSWERS).unwrap_or(u32::MAX);
    let tried = last.map_or(0, |trial| trial.answers);
    answers >= enough.max(tried.saturating_add(tried.div_ceil(10)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn evening() -> DateTime<Utc> {
        at("2026-03-02T20:00:00Z")
    }

    fn night() -> DateTime<Utc> {
        night_after(evening(), Tz::Europe__Amsterdam)
    }

    fn asked() -> Training {
        Training::none(UserId::new(Uuid::nil())).ask(night()).into_parts().0
    }

    fn taken() -> Training {
        asked().take(night()).into_parts().0
    }

    #[test]
    fn the_night_is_the_one_where_the_student_is() {
        assert_eq!(night(), at("2026-03-03T03:00:00Z"));
        assert_eq!(night_after(evening(), Tz::Pacific__Auckland), at("2026-03-03T15:00:00Z"));
        // After midnight the evening goes on.
        assert_eq!(night_after(at("2026-03-03T02:59:00Z"), Tz::Europe__Amsterdam), night());
        assert_eq!(night_after(night(), Tz::Europe__Amsterdam), at("2026-03-04T03:00:00Z"));
    }

    #[test]
    fn many_answers_of_a_day_ask_once() {
        assert!(asked().ask(night()).is_none());
        assert!(asked().ask(night() + TimeDelta::days(1)).is_none());
        let earlier = night() - TimeDelta::hours(9);
        assert_eq!(asked().ask(earlier).into_parts().0.due_at, Some(earlier));
    }

    #[test]
    fn it_is_taken_once_and_not_before_the_night() {
        assert!(asked().take(night() - TimeDelta::seconds(1)).is_none());
        assert!(taken().take(night()).is_none());
        assert!(taken().take(night() + TAKEN_FOR - TimeDelta::seconds(1)).is_none());
        let done = taken().done(night() + TAKEN_FOR).into_parts().0;
        assert!(done.clone().take(night() + TimeDelta::days(9)).is_none(), "nothing was answered since");
        assert_eq!(done, Training::none(done.student_id));
    }

    #[test]
    fn whoever_is_cut_off_is_followed_by_another() {
        let after = night() + TAKEN_FOR;
        let another = taken().take(after).into_parts().0;
        assert_eq!(another.taken_until, Some(after + TAKEN_FOR));
        assert!(another.clone().done(after).is_none(), "the first has lost it");
        assert_eq!(another.done(after + TAKEN_FOR).into_parts().0.taken_until, None);
    }

    #[test]
    fn what_is_answered_during_training_waits_for_the_next_night() {
        let next = night() + TimeDelta::days(1);
        let answered = taken().ask(next).into_parts().0;
        let done = answered.done(night() + TAKEN_FOR).into_parts().0;
        assert_eq!((done.due_at, done.taken_until), (Some(next), None));
        // Cut off, it is done at once, and that night again.
        let again = taken().ask(next).into_parts().0.take(night() + TAKEN_FOR).into_parts().0;
        assert_eq!(again.due_at, Some(next));
    }

    #[test]
    fn a_few_answers_more_are_not_tried() {
        let trial = |answers| Trial {
            tried_at: evening(),
            answers,
            usable: answers,
            accepted: false,
            held_out: None,
        };
        assert!(!may_gain(399, None) && may_gain(400, None));
        assert!(!may_gain(439, Some(&trial(400))) && may_gain(440, Some(&trial(400))));
        assert!(!may_gain(u32::MAX - 1, Some(&trial(u32::MAX))));
    }
}
