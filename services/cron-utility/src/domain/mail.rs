//! A mail, from its cause to its end. It says whom, never where: the address and the code are asked for when it is sent.
//!
//! ```text
//! composed ──claim──▶ composed, due later ──hand over──▶ handing-over ──▶ sent
//!    ▲                        │                               ├────────▶ failed      the server refused it for good
//!    └───────postpone─────────┴───────────────────────────────┘          uncertain   nobody knows whether it was taken
//! ```
//!
//! What was being handed over when the process died may have been taken, so it is not sent again: `uncertain` is for
//! people to look at. Everything before the first byte of the message is repeated without harm.

use chrono::{DateTime, TimeDelta, Utc};
use documents::{Aggregate, Change, Index};
use ids::UserId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a mail tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A code that proves the address.
    VerifyEmail,
    /// To the address that an account has: it is to have another one.
    EmailChanging,
    /// Somebody registered with an address that has an account.
    RegistrationRepeated,
    /// A code with which a new password can be set.
    ResetPassword,
    /// There is another password.
    PasswordChanged,
    /// A log-in from a device that was not seen before.
    NewDevice,
    /// A stolen token may have been used.
    TokenReuse,
    /// The second factor changed.
    MfaChanged,
    /// An identity at a school's provider was linked or unlinked.
    IdentityChanged,
    /// A code with which an invited person sets their password.
    Invitation,
    /// The export of all personal data can be fetched.
    ExportReady,
    /// How a teacher's students did last week.
    TeacherDigest,
    /// How a student did last week.
    StudentDigest,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 13] = [
        Self::VerifyEmail,
        Self::EmailChanging,
        Self::RegistrationRepeated,
        Self::ResetPassword,
        Self::PasswordChanged,
        Self::NewDevice,
        Self::TokenReuse,
        Self::MfaChanged,
        Self::IdentityChanged,
        Self::Invitation,
        Self::ExportReady,
        Self::TeacherDigest,
        Self::StudentDigest,
    ];

    /// As it is stored, and spelled in metrics and files of texts.
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerifyEmail => "verify-email",
            Self::EmailChanging => "email-changing",
            Self::RegistrationRepeated => "registration-repeated",
            Self::ResetPassword => "reset-password",
            Self::PasswordChanged => "password-changed",
            Self::NewDevice => "new-device",
            Self::TokenReuse => "token-reuse",
            Self::MfaChanged => "mfa-changed",
            Self::IdentityChanged => "identity-changed",
            Self::Invitation => "invitation",
            Self::ExportReady => "export-ready",
            Self::TeacherDigest => "teacher-digest",
            Self::StudentDigest => "student-digest",
        }
    }

    /// The purpose of the code that it carries, as profile names it.
    pub const fn code_purpose(self) -> Option<&'static str> {
        match self {
            Self::VerifyEmail => Some("verify-email"),
            Self::ResetPassword => Some("reset-password"),
            Self::Invitation => Some("invitation"),
            _ => None,
        }
    }

    /// Whether it is a digest, which its reader can turn off.
    pub const fn is_digest(self) -> bool {
        matches!(self, Self::TeacherDigest | Self::StudentDigest)
    }

    /// After this time from its cause nobody waits for it any more. Codes have ended then; of last week one may read until
    /// Thursday.
    pub const fn too_late(self) -> TimeDelta {
        if self.is_digest() { TimeDelta::hours(72) } else { Mail::TOO_LATE }
    }

    /// Where in the client its reader is led.
    pub const fn place(self) -> Option<&'static str> {
        match self {
            Self::VerifyEmail => Some("verify-email"),
            Self::ResetPassword => Some("reset-password"),
            Self::Invitation => Some("invitation"),
            Self::PasswordChanged
            | Self::NewDevice
            | Self::TokenReuse
            | Self::MfaChanged
            | Self::IdentityChanged => Some("security"),
            Self::ExportReady => Some("exports"),
            Self::TeacherDigest => Some("progress/students"),
            Self::StudentDigest => Some("cards"),
            Self::EmailChanging | Self::RegistrationRepeated => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which address of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Which {
    /// The one that the account has.
    Current,
    /// The one that it is to have.
    Pending,
}

impl Which {
    /// As pii is asked.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Pending => "pending",
        }
    }
}

/// How far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// To be sent when it is due.
    Composed,
    /// The mail server is being given it.
    HandingOver,
    /// The mail server has taken it.
    Sent,
    /// It will not be sent.
    Failed,
    /// It may have been taken. It is not sent again.
    Uncertain,
    /// One more than its reader is sent in an hour.
    Suppressed,
}

impl State {
    /// As it is stored, and spelled in metrics.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Composed => "composed",
            Self::HandingOver => "handing-over",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Uncertain => "uncertain",
            Self::Suppressed => "suppressed",
        }
    }
}

/// Why a mail is sent.
#[derive(Clone, Debug)]
pub struct Cause {
    /// The request or the event, whose id profile and pii are told.
    pub id: String,
    /// To whom.
    pub user_id: UserId,
    /// What it tells.
    pub kind: Kind,
    /// To which address.
    pub which: Which,
    /// When it happened.
    pub at: DateTime<Utc>,
}

/// A mail: one for a cause and kind, however often that is heard of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mail {
    /// Cause and kind.
    #[serde(rename = "_id")]
    pub id: String,
    /// The cause's own id.
    pub cause_id: String,
    /// To whom.
    pub user_id: UserId,
    /// What it tells.
    pub kind: Kind,
    /// To which address.
    pub which: Which,
    /// When its cause happened.
    #[serde(with = "documents::instant")]
    pub caused_at: DateTime<Utc>,
    /// How far it has come.
    pub state: State,
    /// How often it was begun.
    pub attempts: u32,
    /// When it may be looked at again.
    #[serde(with = "documents::instant")]
    pub due_at: DateTime<Utc>,
    /// Why the last attempt came to nothing: never a word of the mail server, which may quote the address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

/// Somebody else has it, or it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this mail is not to be sent now")]
pub struct NotNow;

impl Mail {
    /// After this time from its cause nobody waits for most mails any more, and codes have ended ([`Kind::too_late`]).
    pub const TOO_LATE: TimeDelta = TimeDelta::hours(24);
    /// For how long one attempt has a mail to itself. Longer than all its time-outs together.
    pub const LEASE: TimeDelta = TimeDelta::seconds(75);
    const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(2);
    const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(10);

    /// The id of the mail of `kind` for a cause.
    pub fn id_of(cause: &str, kind: Kind) -> String {
        format!("{cause}/{kind}")
    }

    /// A mail that is due at once.
    pub fn compose(cause: &Cause, now: DateTime<Utc>) -> Self {
        Self {
            id: Self::id_of(&cause.id, cause.kind),
            cause_id: cause.id.clone(),
            user_id: cause.user_id,
            kind: cause.kind,
            which: cause.which,
            caused_at: cause.at,
            state: State::Composed,
            attempts: 0,
            due_at: now,
            problem: None,
        }
    }

    /// One too many for its reader.
    #[must_use]
    pub fn suppressed(self) -> Self {
        Self { state: State::Suppressed, problem: Some("too many in an hour".to_owned()), ..self }
    }

    /// Begins an attempt: for a while it is nobody else's.
    ///
    /// # Errors
    /// [`NotNow`].
    pub fn claim(mut self, now: DateTime<Utc>) -> Result<Change<Self>, NotNow> {
        if self.state != State::Composed || self.due_at > now {
            return Err(NotNow);
        }
        self.attempts += 1;
        self.due_at = now + Self::LEASE;
        Ok(Change::of(self))
    }

    /// The server waits for the message: from here on it may have been taken.
    ///
    /// # Errors
    /// [`NotNow`]: another attempt has begun meanwhile.
    pub fn hand_over(mut self, attempt: u32, now: DateTime<Utc>) -> Result<Change<Self>, NotNow> {
        if self.state != State::Composed || self.attempts != attempt {
            return Err(NotNow);
        }
        self.state = State::HandingOver;
        self.due_at = now + Self::LEASE;
        Ok(Change::of(self))
    }

    /// It is over.
    pub fn end(mut self, state: State, problem: Option<&str>) -> Change<Self> {
        if !matches!(self.state, State::Composed | State::HandingOver) {
            return Change::none(self);
        }
        self.state = state;
        self.problem = problem.map(str::to_owned);
        Change::of(self)
    }

    /// Tries again later, after a pause that doubles, `jitter` (0 to 1) of it cut off; or gives up.
    pub fn postpone(mut self, problem: &str, jitter: f64, now: DateTime<Utc>) -> Change<Self> {
        if !matches!(self.state, State::Composed | State::HandingOver) {
            return Change::none(self);
        }
        if now - self.caused_at >= self.kind.too_late() {
            return self.end(State::Failed, Some(problem));
        }
        let doubled = Self::FIRST_PAUSE * 2_i32.saturating_pow(self.attempts.saturating_sub(1).min(16));
        let pause =
            doubled.min(Self::LONGEST_PAUSE).num_milliseconds() as f64 * (1.0 - jitter.clamp(0.0, 1.0) / 2.0);
        self.state = State::Composed;
        self.due_at = now + TimeDelta::milliseconds(pause as i64);
        self.problem = Some(problem.to_owned());
        Change::of(self)
    }

    /// Whether the attempt that handed it over has not come back.
    pub fn give_up_waiting(self, now: DateTime<Utc>) -> Change<Self> {
        if self.state != State::HandingOver || self.due_at > now {
            return Change::none(self);
        }
        self.end(State::Uncertain, Some("the process ended while it was handed over"))
    }
}

impl Aggregate for Mail {
    type Id = String;
    const COLLECTION: &'static str = "mails";

    fn id(&self) -> String {
        self.id.clone()
    }

    fn indexes() -> Vec<Index> {
        vec![
            Index::named("due").ascending("state").ascending("due_at"),
            Index::named("by_user").ascending("user_id").ascending("caused_at"),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    const START: DateTime<Utc> = DateTime::UNIX_EPOCH;

    fn mail() -> Mail {
        let cause = Cause {
            id: "7".to_owned(),
            user_id: UserId::new(Uuid::nil()),
            kind: Kind::VerifyEmail,
            which: Which::Current,
            at: START,
        };
        Mail::compose(&cause, START)
    }

    fn state(change: Change<Mail>) -> Mail {
        change.into_parts().0
    }

    #[test]
    fn one_attempt_at_a_time_has_it() {
        let claimed = state(mail().claim(START).expect("due"));

        assert_eq!(claimed.clone().claim(START + TimeDelta::seconds(1)).err(), Some(NotNow));
        let again = state(claimed.clone().claim(START + Mail::LEASE).expect("the first attempt is lost"));
        assert_eq!(again.attempts, 2);
        assert_eq!(again.hand_over(1, START).err(), Some(NotNow), "the first attempt comes back too late");
        assert_eq!(state(claimed.hand_over(1, START).expect("its own")).state, State::HandingOver);
    }

    #[test]
    fn what_was_being_handed_over_is_never_begun_again() {
        let handing = state(state(mail().claim(START).expect("due")).hand_over(1, START).expect("its own"));
        let later = START + TimeDelta::days(3);

        assert_eq!(handing.clone().claim(later).err(), Some(NotNow));
        assert_eq!(state(handing.clone().give_up_waiting(START)).state, State::HandingOver);
        let uncertain = state(handing.give_up_waiting(later));
        assert_eq!(uncertain.state, State::Uncertain);
        assert_eq!(uncertain.claim(later).err(), Some(NotNow));
    }

    #[test]
    fn what_has_ended_stays_so() {
        let sent = state(mail().end(State::Sent, None));

        assert_eq!(state(sent.clone().end(State::Failed, Some("late"))), sent);
        assert_eq!(state(sent.clone().postpone("late", 0.0, START)), sent);
        assert_eq!(sent.claim(START).err(), Some(NotNow));
    }

    #[test]
    fn names_are_those_of_the_store() {
        for kind in Kind::ALL {
            assert_eq!(serde_json::to_value(kind).expect("JSON"), kind.name());
        }
        for state in [
            State::Composed,
            State::HandingOver,
            State::Sent,
            State::Failed,
            State::Uncertain,
            State::Suppressed,
        ] {
            assert_eq!(serde_json::to_value(state).expect("JSON"), state.name());
        }
    }

    proptest! {
        #[test]
        fn pauses_grow_up_to_a_bound_and_end_after_a_day(attempts in 1_u32..40, jitter in 0.0_f64..=1.0, hours in 0_i64..48) {
            let now = START + TimeDelta::hours(hours);
            let mail = Mail { attempts, ..mail() };
            let later = state(mail.postpone("421", jitter, now));
            if hours >= 24 {
                prop_assert_eq!(later.state, State::Failed);
            } else {
                let pause = later.due_at - now;
                prop_assert!(pause >= TimeDelta::seconds(1) && pause <= TimeDelta::minutes(10), "{}", pause);
            }
        }
    }
}
