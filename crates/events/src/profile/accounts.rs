//! `user.events.v2`, and how it is told on `user.events.v1`.

use super::v1;
use crate::{DualPublished, Language, Record};
use chrono::{DateTime, SubsecRound, Utc, serde::ts_milliseconds};
use ids::UserId;
use serde::{Deserialize, Serialize};

/// The time zone of an account that names none.
pub const DEFAULT_TIME_ZONE: &str = "Europe/Amsterdam";

symbols! {
    /// What a user may do. Closed: a role that a reader does not know must not be guessed.
    Role {
        /// Runs the infrastructure; creates users, sets roles.
        TechnicalAdmin = "technical_admin",
        /// Owns the content; links teachers to students.
        EducationalAdmin = "educational_admin",
        /// Sees the progress of their own students.
        Teacher = "teacher",
        /// Learns.
        Student = "student",
    }
}

symbols! {
    /// Whether an account may be used. A status that a reader does not know counts as suspended.
    AccountStatus {
        /// It may.
        Active = "active",
        /// It may not.
        Suspended = "suspended",
    }
}

/// An account exists. Who the person is stays in pii.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserCreated {
    /// Whose account it is.
    pub user_id: UserId,
    /// The first role.
    pub role: Role,
    /// The first status.
    pub status: AccountStatus,
    /// The language that the user chose for the interface.
    pub interface_language: Language,
    /// IANA name of the user's time zone, such as Europe/Amsterdam. Days of study begin and end by it.
    pub time_zone: String,
    /// The administrator who made the account; `None` when the user registered alone.
    pub created_by: Option<UserId>,
    /// When it was made.
    #[serde(with = "ts_milliseconds")]
    pub created_at: DateTime<Utc>,
}

event!(UserCreated: "user.events.v2", "tall.profile.UserCreated", "profile/user.created.avsc",
    key user_id, older);

/// The settings of an account changed. All of them are given, changed or not.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserUpdated {
    /// Whose account it is.
    pub user_id: UserId,
    /// The language of the interface from now on.
    pub interface_language: Language,
    /// IANA name of the user's time zone from now on.
    pub time_zone: String,
    /// When they changed.
    #[serde(with = "ts_milliseconds")]
    pub updated_at: DateTime<Utc>,
}

event!(UserUpdated: "user.events.v2", "tall.profile.UserUpdated", "profile/user.updated.avsc",
    key user_id, older);

/// A user has another role. Sessions of the old role are revoked by SessionRevoked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserRoleChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// The role from now on.
    pub role: Role,
    /// The role until now; `None` where the first version of this fact did not tell.
    pub previous_role: Option<Role>,
    /// The administrator who did it; `None` when a command of the service itself did.
    pub changed_by: Option<UserId>,
    /// When it changed.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(UserRoleChanged: "user.events.v2", "tall.profile.UserRoleChanged", "profile/user.role.changed.avsc",
    key user_id, older);

/// An account may be used again, or no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserStatusChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// The status from now on.
    pub status: AccountStatus,
    /// The status until now; `None` where the first version of this fact did not tell.
    pub previous_status: Option<AccountStatus>,
    /// The administrator who did it; `None` when a command of the service itself did.
    pub changed_by: Option<UserId>,
    /// When it changed.
    #[serde(with = "ts_milliseconds")]
    pub changed_at: DateTime<Utc>,
}

event!(UserStatusChanged: "user.events.v2", "tall.profile.UserStatusChanged", "profile/user.status.changed.avsc",
    key user_id, older);

/// A teacher teaches a student. Keyed by the student.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeacherLinked {
    /// The student.
    pub user_id: UserId,
    /// The teacher.
    pub teacher_id: UserId,
    /// The administrator who did it; `None` where the first version of this fact did not tell.
    pub linked_by: Option<UserId>,
    /// When it began.
    #[serde(with = "ts_milliseconds")]
    pub linked_at: DateTime<Utc>,
}

event!(TeacherLinked: "user.events.v2", "tall.profile.TeacherLinked", "profile/teacher.linked.avsc",
    key user_id, older);

/// A teacher no longer teaches a student. Keyed by the student.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeacherUnlinked {
    /// The student.
    pub user_id: UserId,
    /// The teacher.
    pub teacher_id: UserId,
    /// The administrator who did it; `None` where the first version of this fact did not tell.
    pub unlinked_by: Option<UserId>,
    /// When it ended.
    #[serde(with = "ts_milliseconds")]
    pub unlinked_at: DateTime<Utc>,
}

event!(TeacherUnlinked: "user.events.v2", "tall.profile.TeacherUnlinked", "profile/teacher.unlinked.avsc",
    key user_id, older);

/// An account is gone: it cannot be used or come back. Erasing what is kept of the person is
/// ErasureRequested.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserDeleted {
    /// Whose account it was.
    pub user_id: UserId,
    /// The administrator who did it; `None` when the user did, or where the first version of this fact did
    /// not tell.
    pub deleted_by: Option<UserId>,
    /// When it was deleted.
    #[serde(with = "ts_milliseconds")]
    pub deleted_at: DateTime<Utc>,
}

event!(UserDeleted: "user.events.v2", "tall.profile.UserDeleted", "profile/user.deleted.avsc",
    key user_id, older);

impl DualPublished for UserCreated {
    type V1 = v1::UserCreated;

    fn down(&self) -> v1::UserCreated {
        v1::UserCreated {
            user_id: self.user_id,
            role: self.role.into(),
            active: self.status == AccountStatus::Active,
            locale: self.interface_language.into(),
            at: second(self.created_at),
        }
    }

    fn up(older: v1::UserCreated) -> Self {
        Self {
            user_id: older.user_id,
            role: older.role.into(),
            status: status(older.active),
            interface_language: older.locale.into(),
            time_zone: DEFAULT_TIME_ZONE.to_owned(),
            created_by: None,
            created_at: older.at,
        }
    }
}

impl DualPublished for UserUpdated {
    type V1 = v1::UserUpdated;

    fn down(&self) -> v1::UserUpdated {
        v1::UserUpdated {
            user_id: self.user_id,
            locale: self.interface_language.into(),
            at: second(self.updated_at),
        }
    }

    fn up(older: v1::UserUpdated) -> Self {
        Self {
            user_id: older.user_id,
            interface_language: older.locale.into(),
            time_zone: DEFAULT_TIME_ZONE.to_owned(),
            updated_at: older.at,
        }
    }
}

impl DualPublished for UserRoleChanged {
    type V1 = v1::UserRoleChanged;

    fn down(&self) -> v1::UserRoleChanged {
        v1::UserRoleChanged { user_id: self.user_id, role: self.role.into(), at: second(self.changed_at) }
    }

    fn up(older: v1::UserRoleChanged) -> Self {
        Self {
            user_id: older.user_id,
            role: older.role.into(),
            previous_role: None,
            changed_by: None,
            changed_at: older.at,
        }
    }
}

impl DualPublished for UserStatusChanged {
    type V1 = v1::UserStatusChanged;

    fn down(&self) -> v1::UserStatusChanged {
        let active = self.status == AccountStatus::Active;
        v1::UserStatusChanged { user_id: self.user_id, active, at: second(self.changed_at) }
    }

    fn up(older: v1::UserStatusChanged) -> Self {
        Self {
            user_id: older.user_id,
            status: status(older.active),
            previous_status: None,
            changed_by: None,
            changed_at: older.at,
        }
    }
}

impl DualPublished for TeacherLinked {
    type V1 = v1::TeacherLinked;

    fn down(&self) -> v1::TeacherLinked {
        v1::TeacherLinked { user_id: self.user_id, teacher_id: self.teacher_id, at: second(self.linked_at) }
    }

    fn up(older: v1::TeacherLinked) -> Self {
        Self { user_id: older.user_id, teacher_id: older.teacher_id, linked_by: None, linked_at: older.at }
    }
}

impl DualPublished for TeacherUnlinked {
    type V1 = v1::TeacherUnlinked;

    fn down(&self) -> v1::TeacherUnlinked {
        v1::TeacherUnlinked {
            user_id: self.user_id,
            teacher_id: self.teacher_id,
            at: second(self.unlinked_at),
        }
    }

    fn up(older: v1::TeacherUnlinked) -> Self {
        Self {
            user_id: older.user_id,
            teacher_id: older.teacher_id,
            unlinked_by: None,
            unlinked_at: older.at,
        }
    }
}

impl DualPublished for UserDeleted {
    type V1 = v1::UserDeleted;

    fn down(&self) -> v1::UserDeleted {
        v1::UserDeleted { user_id: self.user_id, at: second(self.deleted_at) }
    }

    fn up(older: v1::UserDeleted) -> Self {
        Self { user_id: older.user_id, deleted_by: None, deleted_at: older.at }
    }
}

/// The second that had begun: all that the older version tells of an instant.
fn second(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(0)
}

fn status(active: bool) -> AccountStatus {
    if active { AccountStatus::Active } else { AccountStatus::Suspended }
}

pub(crate) const RECORDS: &[Record] = &[
    Record::of::<UserCreated>(),
    Record::of::<UserUpdated>(),
    Record::of::<UserRoleChanged>(),
    Record::of::<UserStatusChanged>(),
    Record::of::<TeacherLinked>(),
    Record::of::<TeacherUnlinked>(),
    Record::of::<UserDeleted>(),
];
