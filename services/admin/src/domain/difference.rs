//! In which fields two contents differ.

use super::content::Content;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// A field of an item, before and after.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Where in the content, as a JSON pointer (RFC 6901).
    #[schema(example = "/word/glosses/en")]
    pub pointer: String,
    /// What stands there; absent when it is new.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub before: Option<Value>,
    /// What will stand there; absent when it goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub after: Option<Value>,
}

/// The fields in which two contents differ, each named once, at the smallest object that differs. A list is one field.
///
/// # Errors
/// A content that JSON cannot express, which is a defect.
pub fn changes(before: &Content, after: &Content) -> serde_json::Result<Vec<FieldChange>> {
    let mut found = Vec::new();
    compare(&serde_json::to_value(before)?, &serde_json::to_value(after)?, String::new(), &mut found);
    Ok(found)
}

fn compare(before: &Value, after: &Value, pointer: String, found: &mut Vec<FieldChange>) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let names: BTreeSet<_> = before.keys().chain(after.keys()).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::samples;

    fn told(before: &Content, after: &Content) -> Vec<(String, bool, bool)> {
        let changes = changes(before, after).expect("JSON");
        changes.into_iter().map(|it| (it.pointer, it.before.is_some(), it.after.is_some())).collect()
    }

    #[test]
    fn every_changed_field_is_named_where_it_is() {
        let before = samples::word("brood");
        let Content::Word(mut word) = before.clone() else { panic!("a word") };
        word.glosses.insert("en".into(), vec!["bread".into(), "loaf".into()]);
        word.glosses.insert("de".into(), vec!["Brot".into()]);
        word.noun.as_mut().expect("a noun").plural = None;
        word.ipa = Some("broːt".into());
        let after = Content::Word(word);

        let expected = [
            ("/word/glosses/de".into(), false, true),
            ("/word/glosses/en".into(), true, true),
            ("/word/ipa".into(), false, true),
            ("/word/noun/plural".into(), true, false),
        ];
        assert_eq!(told(&before, &after), expected);
    }

    #[test]
    fn nothing_differs_from_itself() {
        assert_eq!(told(&samples::word("brood"), &samples::word("brood")), []);
    }
}
