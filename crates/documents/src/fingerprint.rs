//! Telling a repeated create from another one.

use bson::Bson;
use bson::spec::BinarySubtype;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::Error;

/// What a create asked for: who asked, and the body, as a digest that is stored with the document.
///
/// The same id with the same fingerprint is the same request again; with another one it is a conflict. Put the
/// caller's id in: `Fingerprint::of(&(student.id, &body))`, or a stranger who repeats a body under another's id
/// would be given the other's document.
///
/// Absent fields and nulls count the same, and the order of fields does not count, so that a release which
/// adds an optional field still knows yesterday's requests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// The fingerprint of `request`.
    ///
    /// # Errors
    /// [`Error::Unstorable`] when serde cannot give the request as BSON.
    pub fn of(request: &impl Serialize) -> Result<Self, Error> {
        let value = bson::serialize_to_bson(request)
            .map_err(|source| Error::Unstorable { collection: "", source: Box::new(source) })?;
        let mut digest = Sha256::new();
        absorb(&mut digest, &value);
        Ok(Self(digest.finalize().into()))
    }

    pub(crate) fn to_bson(self) -> Bson {
        Bson::Binary(bson::Binary { subtype: BinarySubtype::Generic, bytes: self.0.to_vec() })
    }

    pub(crate) fn is(self, stored: Option<&Bson>) -> bool {
        matches!(stored, Some(Bson::Binary(binary)) if binary.bytes == self.0)
    }
}

/// Feed a value in a form where two different values never give the same bytes: a tag, then a length, then the
/// content.
fn absorb(digest: &mut Sha256, value: &Bson) {
    match value {
        Bson::Document(document) => {
            let mut fields: Vec<_> = document.iter().filter(|(_, value)| **value != Bson::Null).collect();
            fields.sort_unstable_by_key(|(name, _)| *name);
            absorb_head(digest, b'{', fields.len());
            for (name, value) in fields {
                absorb_text(digest, name);
                absorb(digest, value);
            }
        }
        Bson::Array(items) => {
            absorb_head(digest, b'[', items.len());
            for item in items {
                absorb(digest, item);
            }
        }
        Bson::String(text) => absorb_text(digest, text),
        // A width is an accident of the Rust type, not of the request.
        Bson::Int32(number) => absorb_number(digest, i64::from(*number)),
        Bson::Int64(number) => absorb_number(digest, *number),
        other => {
            absorb_head(digest, b'.', 0);
            absorb_text(digest, &format!("{other:?}"));
        }
    }
}

fn absorb_text(digest: &mut Sha256, text: &str) {
    absorb_head(digest, b'"', text.len());
    digest.update(text.as_bytes());
}

fn absorb_number(digest: &mut Sha256, number: i64) {
    absorb_head(digest, b'#', 0);
    digest.update(number.to_be_bytes());
}

fn absorb_head(digest: &mut Sha256, tag: u8, length: usize) {
    digest.update([tag]);
    digest.update((length as u64).to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Old<'a> {
        lemma: &'a str,
        level: u32,
    }

    #[derive(Serialize)]
    struct New<'a> {
        note: Option<&'a str>,
        level: i64,
        lemma: &'a str,
    }

    #[test]
    fn a_new_optional_field_does_not_change_yesterdays_request() {
        let old = Fingerprint::of(&Old { lemma: "fiets", level: 1 }).unwrap();
        assert_eq!(old, Fingerprint::of(&New { note: None, level: 1, lemma: "fiets" }).unwrap());
        assert_ne!(old, Fingerprint::of(&New { note: Some(""), level: 1, lemma: "fiets" }).unwrap());
    }

    #[test]
    fn neighbours_do_not_run_together() {
        let pairs = [("ab", "c"), ("a", "bc"), ("abc", ""), ("", "abc")];
        let prints: Vec<_> = pairs.iter().map(|pair| Fingerprint::of(pair).unwrap()).collect();
        for (at, one) in prints.iter().enumerate() {
            assert!(!prints[at + 1..].contains(one));
        }
    }

    #[test]
    fn a_number_is_not_its_text() {
        assert_ne!(Fingerprint::of(&(1,)).unwrap(), Fingerprint::of(&("1",)).unwrap());
    }
}
