//! The answer to a request for an export, which is published with its document.

use crate::Part;
use ::documents::{Aggregate, Change};
use chrono::{DateTime, Utc};
use events::pii::{ExportPartReady, ExportRequested};
use ids::EventId;
use serde::{Deserialize, Serialize};

/// A part that was put, under the id of the event that asked for it. It says nothing of whom: it stays when they are
/// forgotten.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct PartReply {
    #[serde(rename = "_id")]
    id: EventId,
    /// Whether it is told.
    told: bool,
}

impl Aggregate for PartReply {
    type Id = EventId;
    const COLLECTION: &'static str = "export_replies";

    fn id(&self) -> EventId {
        self.id
    }
}

impl PartReply {
    pub(crate) const fn to(id: EventId) -> Self {
        Self { id, told: false }
    }

    /// Tells of the part, once.
    pub(crate) fn tell(
        mut self,
        service: &str,
        asked: &ExportRequested,
        part: &Part,
        at: DateTime<Utc>,
    ) -> Change<Self> {
        if self.told {
            return Change::none(self);
        }
        self.told = true;
        let ready = ExportPartReady {
            user_id: asked.user_id,
            export_id: asked.export_id,
            service: service.to_owned(),
            object_key: part.key.clone(),
            size_bytes: i64::try_from(part.bytes).unwrap_or(i64::MAX),
            sha256: part.sha256.to_vec(),
            ready_at: at,
            holdings: part.holdings.clone(),
        };
        Change::of(self).publish(ready)
    }
}
