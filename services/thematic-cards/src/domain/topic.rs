//! A topic at one level, as it was last published.

use chrono::{DateTime, Utc};
use documents::{Aggregate, Change, Index};
use events::{
    Level, LocalizedText,
    admin::{ContentUpdated, TopicSnapshot},
    thematic_cards::TopicRefreshed,
};
use ids::TopicId;
use serde::{Deserialize, Serialize};

/// A topic. Its words name it; either may arrive first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    /// The content item.
    #[serde(rename = "_id")]
    pub id: TopicId,
    /// The version that this is; 0 before the first.
    pub version: i64,
    /// Whether it is taught now.
    pub taught: bool,
    /// When any of this changed here; absent for a topic of before this was kept.
    #[serde(with = "documents::instant::option", default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<DateTime<Utc>>,
    /// What students see; absent when the topic was archived before it was ever known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub face: Option<Face>,
}

/// What students see of a topic.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Face {
    /// Its name in addresses.
    pub slug: String,
    /// The level that it is taught at.
    pub level: Level,
    /// Its name.
    pub title: LocalizedText,
    /// What it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<LocalizedText>,
    /// Its place among the topics of its level.
    pub position: i32,
}

impl Aggregate for Topic {
    type Id = TopicId;
    const COLLECTION: &'static str = "topics";

    fn id(&self) -> TopicId {
        self.id
    }

    fn indexes() -> Vec<Index> {
        vec![
            Index::named("taught_by_level")
                .ascending("taught")
                .ascending("face.level")
                .ascending("face.position"),
            Index::named("changed").ascending("changed_at"),
        ]
    }
}

impl Topic {
    /// A topic of which nothing is known yet.
    pub fn unknown(id: TopicId) -> Self {
        Self { id, version: 0, taught: false, changed_at: None, face: None }
    }

    /// Takes over a published version, if it is newer than what is known.
    pub fn refresh(
        mut self,
        published: &ContentUpdated,
        snapshot: &TopicSnapshot,
        at: DateTime<Utc>,
    ) -> Change<Self> {
        if published.version <= self.version {
            return Change::none(self);
        }
        self.version = published.version;
        self.taught = true;
        self.changed_at = Some(at);
        self.face = Some(Face {
            slug: snapshot.slug.clone(),
            level: snapshot.level,
            title: snapshot.title.clone(),
            description: snapshot.description.clone(),
            position: snapshot.position,
        });
        let refreshed = TopicRefreshed {
            topic_id: self.id,
            level: snapshot.level,
            version: published.version,
            affects_progress: published.affects_progress,
            refreshed_at: at,
        };
        Change::of(self).publish(refreshed)
    }

    /// Withdraws the topic, if nothing newer is known. What students have learnt of it stays.
    pub fn withdraw(mut self, version: i64, at: DateTime<Utc>) -> Change<Self> {
        if version <= self.version {
            return Change::none(self);
        }
        self.version = version;
        self.taught = false;
        self.changed_at = Some(at);
        Change::of(self)
    }
}
