use events::LocalizedText;
use web::Version;

/// Which versions of one client may still call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientPolicy {
    minimum: Version,
    latest: Version,
    message: LocalizedText,
}

/// The oldest version that may call is newer than the newest that there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the minimum is above the latest version: nobody could call")]
pub struct MinimumAboveLatest;

impl ClientPolicy {
    /// Lets in `minimum` and above, and tells those below `latest` that there is something newer.
    pub fn new(
        minimum: Version,
        latest: Version,
        message: LocalizedText,
    ) -> Result<Self, MinimumAboveLatest> {
        if minimum > latest { Err(MinimumAboveLatest) } else { Ok(Self { minimum, latest, message }) }
    }

    /// The oldest version that may call.
    pub fn minimum(&self) -> Version {
        self.minimum
    }

    /// The newest version that there is.
    pub fn latest(&self) -> Version {
        self.latest
    }

    /// What to tell a user whose client is too old.
    pub fn message(&self) -> &LocalizedText {
        &self.message
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_that_shuts_everybody_out_is_refused() {
        let message =
            LocalizedText { nl: "Werk bij".into(), en: "Update".into(), ru: "Обновите".into() };
        let policy = |minimum, latest| ClientPolicy::new(minimum, latest, message.clone());
        assert!(policy(Version::new(1, 4, 0), Version::new(1, 4, 0)).is_ok());
        assert_eq!(policy(Version::new(1, 4, 1), Version::new(1, 4, 0)), Err(MinimumAboveLatest));
    }
}
