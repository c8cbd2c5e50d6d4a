//! Names for the clients that call, as few as a metric can bear.

use std::collections::HashSet;
use std::sync::{PoisonError, RwLock};

use crate::client::{ClientVersion, UnreadableVersion};

/// Remembers the first versions that it meets; later ones share a name, so that no caller can make a metric
/// grow by inventing versions.
#[derive(Default)]
pub(crate) struct Seen(RwLock<HashSet<ClientVersion>>);

impl Seen {
    const MOST: usize = 100;

    pub(crate) fn label(&self, client: Result<Option<ClientVersion>, UnreadableVersion>) -> String {
        match client {
            Ok(Some(client)) if self.admits(client) => client.to_string(),
            Ok(Some(client)) => format!("{}/other", client.platform),
            Ok(None) => "absent".to_owned(),
            Err(UnreadableVersion) => "unreadable".to_owned(),
        }
    }

    fn admits(&self, client: ClientVersion) -> bool {
        if self.0.read().unwrap_or_else(PoisonError::into_inner).contains(&client) {
            return true;
        }
        let mut seen = self.0.write().unwrap_or_else(PoisonError::into_inner);
        seen.len() < Self::MOST && seen.insert(client)
    }
}
