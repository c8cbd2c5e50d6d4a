//! Requests about many items at once: an import, steps of a whole topic.
//!
//! Each item is its own document, so such a request is done item by item and may be cut off in the middle. The errand
//! is what makes it one request: it is begun before the first item, and finished, with the answer, after the last. A
//! repeat of one that is not finished does the rest; a repeat of one that is finished is given its answer.

use super::{
    item::{Act, Cause, Item},
    status::{Status, Step},
};
use chrono::{DateTime, Utc};
use documents::{Aggregate, Change};
use events::admin::ContentKind;
use ids::{ContentId, ImportId, StepId, TopicId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Items that one import may bring.
pub const MOST_ITEMS: usize = 5000;

/// An import of content files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// Made by the client.
    #[serde(rename = "_id")]
    pub id: ImportId,
    /// Who imports.
    pub by: UserId,
    /// When it was asked for.
    #[serde(with = "documents::instant")]
    pub begun_at: DateTime<Utc>,
    /// What became of each item, once all are done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Vec<Imported>>,
}

/// What an import did to one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// The item.
    pub item_id: ContentId,
    /// What kind it is.
    pub kind: ContentKind,
    /// What a list shows it as.
    pub title: String,
    /// What happened to it.
    pub effect: Effect,
}

/// What an import does to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It comes to be, as a draft.
    New,
    /// Its working version changes and becomes a draft.
    Changed,
    /// It stays as it is, and is what the file says.
    Unchanged,
    /// It is archived: it stays as it is until it is restored.
    Archived,
    /// It is in the topic and not in the file: it stays as it is. Archive it, if it is to go.
    LeftOut,
}

/// Steps of a topic and all its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TopicSteps {
    /// Made by the client.
    #[serde(rename = "_id")]
    pub id: StepId,
    /// The topic.
    pub topic_id: TopicId,
    /// Who takes them.
    pub by: UserId,
    /// When it was asked for.
    #[serde(with = "documents::instant")]
    pub begun_at: DateTime<Utc>,
    /// What became of each item, once all are done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Vec<Advanced>>,
}

/// What steps of a topic did to one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Advanced {
    /// The item.
    pub item_id: ContentId,
    /// What kind it is.
    pub kind: ContentKind,
    /// What a list shows it as.
    pub title: String,
    /// The steps that it took.
    pub taken: Vec<Step>,
    /// Where its working version is now.
    pub status: Status,
    /// The last version number that was given to students.
    pub version: i64,
}

impl Aggregate for Import {
    type Id = ImportId;
    const COLLECTION: &'static str = "imports";
    const MAX_BYTES: usize = 4 << 20;

    fn id(&self) -> ImportId {
        self.id
    }
}

impl Aggregate for TopicSteps {
    type Id = StepId;
    const COLLECTION: &'static str = "topic_steps";
    const MAX_BYTES: usize = 4 << 20;

    fn id(&self) -> StepId {
        self.id
    }
}

impl Import {
    /// By somebody who is forgotten.
    pub fn forget_author(mut self) -> Change<Self> {
        self.by = subject::nobody();
        Change::of(self)
    }

    /// Finished, with this outcome, unless another request has finished it.
    pub fn finish(mut self, outcome: &[Imported]) -> Change<Self> {
        if self.outcome.is_some() {
            return Change::none(self);
        }
        self.outcome = Some(outcome.to_vec());
        Change::of(self)
    }
}

impl TopicSteps {
    /// By somebody who is forgotten.
    pub fn forget_author(mut self) -> Change<Self> {
        self.by = subject::nobody();
        Change::of(self)
    }

    /// Finished, with this outcome, unless another request has finished it.
    pub fn finish(mut self, outcome: &[Advanced]) -> Change<Self> {
        if self.outcome.is_some() {
            return Change::none(self);
        }
        self.outcome = Some(outcome.to_vec());
        Change::of(self)
    }
}

impl Imported {
    /// What `import` did to `item`, told by the item itself.
    pub fn of(item: &Item, import: ImportId) -> Self {
        let effect = match item.caused_by(Cause::Import(import)).next() {
            Some(entry) if entry.act == Act::Created => Effect::New,
            Some(_) => Effect::Changed,
            None if item.status == Status::Archived => Effect::Archived,
            None => Effect::Unchanged,
        };
        Self { item_id: item.id, kind: item.kind, title: item.title.clone(), effect }
    }
}

impl Advanced {
    /// What the steps with this id did to `item`, told by the item itself.
    pub fn of(item: &Item, step: StepId) -> Self {
        let taken = item.caused_by(Cause::Step(step)).filter_map(|entry| entry.act.step()).collect();
        let Item { id, kind, ref title, status, version, .. } = *item;
        Self { item_id: id, kind, title: title.clone(), taken, status, version }
    }
}
