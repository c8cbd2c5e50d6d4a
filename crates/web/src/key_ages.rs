//! How old the keys of a service are, as an administrator is told. Never what they are.

use crate::Timestamp;
use chrono::{DateTime, TimeDelta, Utc};
use secrets::VersionedKeys;
use serde::Serialize;
use utoipa::ToSchema;

/// When a key is renewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// When it has been in use for so long.
    After(TimeDelta),
    /// When there is a reason: things that are kept are under it, which move to a new version one by one.
    ForAReason,
}

impl Renewal {
    /// When a key that came into use then is due.
    #[must_use]
    pub fn due(self, promoted_at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::After(lifetime) => Some(promoted_at + lifetime),
            Self::ForAReason => None,
        }
    }
}

/// What a version is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// It is known everywhere before anything is made with it.
    Next,
    /// Everything new is made with it.
    Current,
    /// What was made with it still holds.
    Previous,
}

impl Use {
    /// Of a version that came into use then, if ever.
    #[must_use]
    pub const fn of(is_current: bool, promoted_at: Option<DateTime<Utc>>) -> Self {
        match (is_current, promoted_at) {
            (true, _) => Self::Current,
            (false, Some(_)) => Self::Previous,
            (false, None) => Self::Next,
        }
    }
}

/// A version of a key, as a service has noted it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotedVersion {
    /// Of which key.
    pub key_name: String,
    /// Which.
    pub version: String,
    /// When it was first seen.
    pub seen_at: DateTime<Utc>,
    /// When it was first seen in use.
    pub promoted_at: Option<DateTime<Utc>>,
}

/// A key, without what it is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeyView {
    /// Of its secret.
    #[schema(example = "profile/signing")]
    name: &'static str,
    /// When the version in use is to be renewed; absent where the calendar does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<Timestamp>,
    /// Those that the secret has, the oldest first.
    versions: Vec<KeyVersionView>,
}

/// A version of a key.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeyVersionView {
    #[schema(example = "1")]
    version: String,
    #[serde(rename = "use")]
    usage: Use,
    /// When the service first saw it: at the latest a minute after it was made, or when the service began to note it.
    seen_at: Timestamp,
    /// When the service first saw it in use.
    #[serde(skip_serializing_if = "Option::is_none")]
    promoted_at: Option<Timestamp>,
}

impl KeyView {
    /// The key `name`, of which the secret holds `held` now. `noted` is what the service has noted of all its keys, the
    /// oldest version of each first.
    #[must_use]
    pub fn of(name: &'static str, renewal: Renewal, held: &VersionedKeys, noted: &[NotedVersion]) -> Self {
        let current = held.current().0;
        let here: Vec<_> =
            noted.iter().filter(|one| one.key_name == name && held.get(&one.version).is_some()).collect();
        let promoted_at = here.iter().find(|one| one.version == current).and_then(|one| one.promoted_at);
        let view = |one: &&NotedVersion| KeyVersionView {
            version: one.version.clone(),
            usage: Use::of(one.version == current, one.promoted_at),
            seen_at: one.seen_at.into(),
            promoted_at: one.promoted_at.map(Timestamp::from),
        };
        Self {
            name,
            due_at: promoted_at.and_then(|at| renewal.due(at)).map(Timestamp::from),
            versions: here.iter().map(view).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_renews_after_a_lifetime_and_what_is_kept_is_renewed_for_a_reason() {
        let (promoted, lifetime) = (DateTime::UNIX_EPOCH, TimeDelta::days(90));
        assert_eq!(Renewal::After(lifetime).due(promoted), Some(promoted + lifetime));
        assert_eq!(Renewal::ForAReason.due(promoted), None);
    }

    #[test]
    fn a_version_that_never_came_into_use_is_the_next() {
        let then = Some(DateTime::UNIX_EPOCH);
        assert_eq!(Use::of(false, None), Use::Next);
        assert_eq!(Use::of(false, then), Use::Previous);
        assert_eq!((Use::of(true, then), Use::of(true, None)), (Use::Current, Use::Current));
    }
}
