//! What an import would change, and the import itself as a thing that can be repeated.

use super::{content::Content, item::Item};
use ids::ContentId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an import does to one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// The item.
    pub content_id: ContentId,
    /// What a list shows it as.
    pub title: String,
    /// What happens to it.
    pub effect: Effect,
    /// The fields that change, as JSON pointers into the content; none for a new item.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<FieldChange>,
}

/// What happens to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// It comes to be, as a draft.
    New,
    /// Its working version changes and becomes a draft.
    Changed,
    /// It stays as it is.
    Unchanged,
    /// It is archived: it stays as it is until it is restored.
    Archived,
}

/// A field of an item, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Where in the content, as a JSON pointer (RFC 6901).
    pub pointer: String,
    /// What stands there; absent when it is new.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub before: Option<serde_json::Value>,
    /// What will stand there; absent when it goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub after: Option<serde_json::Value>,
}

/// What `content` does to `known`.
pub fn difference(id: ContentId, known: Option<&Item>, content: &Content) -> Difference {
    let title = content.title().to_owned();
    let (effect, changes) = match known {
        None => (Effect::New, Vec::new()),
        Some(item) if item.content == *content => (Effect::Unchanged, Vec::new()),
        Some(item) if item.status == super::status::Status::Archived => (Effect::Archived, Vec::new()),
        Some(item) => (Effect::Changed, changes(&item.content, content)),
    };
    Difference { content_id: id, title, effect, changes }
}

/// The fields in which two contents differ, leaf by leaf.
pub fn changes(before: &Content, after: &Content) -> Vec<FieldChange> {
    let json = |content| serde_json::to_value(content).unwrap_or_default();
    let mut found = Vec::new();
    compare(&json(before), &json(after), String::new(), &mut found);
    found
}

fn compare(
    before: &serde_json::Value,
    after: &serde_json::Value,
    pointer: String,
    found: &mut Vec<FieldChange>,
) {
    use serde_json::Value::Object;
    match (before, after) {
        (Object(before), Object(after)) => {
            let names: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
            for name in names {
                let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                match (before.get(name), after.get(name)) {
                    (Some(before), Some(after)) => compare(before, after, pointer, found),
                    (before, after) => {
                        found.push(FieldChange { pointer, before: before.cloned(), after: after.cloned() });
                    }
                }
            }
        }
        _ if before == after => {}
        _ => found.push(FieldChange { pointer, before: Some(before.clone()), after: Some(after.clone()) }),
    }
}
