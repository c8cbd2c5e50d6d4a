//! `user.events.v1`: accounts as they were first told. Published beside `user.events.v2` until nobody reads it.
//!
//! Its instants are whole seconds, its roles have other names, it knows neither time zones nor who did a thing.

use crate::{Language, Record};
use chrono::{DateTime, Utc, serde::ts_seconds};
use ids::UserId;
use serde::{Deserialize, Serialize};

symbols! {
    /// What a user may do.
    Role {
        /// Runs the infrastructure.
        Admin = "ADMIN",
        /// Owns the content.
        Editor = "EDITOR",
        /// Teaches.
        Teacher = "TEACHER",
        /// Learns.
        Student = "STUDENT",
    }
}

symbols! {
    /// Language and country of the interface.
    Locale {
        /// Dutch.
        Nl = "nl_NL",
        /// English.
        En = "en_GB",
        /// Russian.
        Ru = "ru_RU",
    }
}

/// An account exists.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserCreated {
    /// Whose account it is.
    pub user_id: UserId,
    /// The first role.
    pub role: Role,
    /// Whether the account may be used.
    pub active: bool,
    /// The locale that the user chose.
    pub locale: Locale,
    /// When, to the second.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
}

event!(UserCreated: "user.events.v1", "tall.profile.v1.UserCreated", "profile/v1/user.created.avsc",
    key user_id);

/// The settings of an account changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserUpdated {
    /// Whose account it is.
    pub user_id: UserId,
    /// The locale from now on.
    pub locale: Locale,
    /// When, to the second.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
}

event!(UserUpdated: "user.events.v1", "tall.profile.v1.UserUpdated", "profile/v1/user.updated.avsc",
    key user_id);

/// A user has another role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserRoleChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// The role from now on.
    pub role: Role,
    /// When, to the second.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
}

event!(UserRoleChanged: "user.events.v1", "tall.profile.v1.UserRoleChanged", "profile/v1/user.role.changed.avsc",
    key user_id);

/// An account may be used again, or no longer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserStatusChanged {
    /// Whose account it is.
    pub user_id: UserId,
    /// Whether the account may be used.
    pub active: bool,
    /// When, to the second.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
}

event!(UserStatusChanged: "user.events.v1", "tall.profile.v1.UserStatusChanged", "profile/v1/user.status.changed.avsc",
    key user_id);

/// A teacher teaches a student.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeacherLinked {
    /// The student.
    pub user_id: UserId,
    /// The teacher.
    pub teacher_id: UserId,
    /// When, to the second.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
}

event!(TeacherLinked: "user.events.v1", "tall.profile.v1.TeacherLinked", "profile/v1/teacher.linked.avsc",
    key user_id);

/// A teacher no longer teaches a student.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeacherUnlinked {
    /// The student.
    pub user_id: UserId,
    /// The teacher.
    pub teacher_id: UserId,
    /// When, to the second.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
}

event!(TeacherUnlinked: "user.events.v1", "tall.profile.v1.TeacherUnlinked", "profile/v1/teacher.unlinked.avsc",
    key user_id);

/// An account is gone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UserDeleted {
    /// Whose account it was.
    pub user_id: UserId,
    /// When, to the second.
    #[serde(with = "ts_seconds")]
    pub at: DateTime<Utc>,
}

event!(UserDeleted: "user.events.v1", "tall.profile.v1.UserDeleted", "profile/v1/user.deleted.avsc",
    key user_id);

impl From<super::Role> for Role {
    fn from(role: super::Role) -> Self {
        match role {
            super::Role::TechnicalAdmin => Self::Admin,
            super::Role::EducationalAdmin => Self::Editor,
            super::Role::Teacher => Self::Teacher,
            super::Role::Student => Self::Student,
        }
    }
}

impl From<Role> for super::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Admin => Self::TechnicalAdmin,
            Role::Editor => Self::EducationalAdmin,
            Role::Teacher => Self::Teacher,
            Role::Student => Self::Student,
        }
    }
}

impl From<Language> for Locale {
    fn from(language: Language) -> Self {
        match language {
            Language::Nl => Self::Nl,
            Language::En => Self::En,
            Language::Ru => Self::Ru,
        }
    }
}

impl From<Locale> for Language {
    fn from(locale: Locale) -> Self {
        match locale {
            Locale::Nl => Self::Nl,
            Locale::En => Self::En,
            Locale::Ru => Self::Ru,
        }
    }
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
