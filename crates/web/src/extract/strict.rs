//! The first reading of a body: is it I-JSON (RFC 7493), whatever it is meant to say?
//!
//! serde keeps the last of two equal keys in maps, and only structs refuse them. Two readers that keep
//! different ones are an attack, so nothing here takes such a body. Nor one with the character NUL in a text: no field
//! means it, and PostgreSQL cannot keep it.

use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::refusal;
use crate::{ApiError, FieldError};

/// Refuses text that is no JSON, objects in which a key stands twice, and texts with NUL.
pub(super) fn check(text: &str) -> Result<(), ApiError> {
    let fault = RefCell::new(None);
    let mut json = serde_json::Deserializer::from_str(text);
    let read = Walk { at: &At::Root, fault: &fault }.deserialize(&mut json).and_then(|()| json.end());

    match (read, fault.into_inner()) {
        (_, Some(fault)) => Err(ApiError::invalid(vec![fault])),
        (Err(error), None) => Err(ApiError::malformed(format!(
            "The body is not JSON: {} in line {}, column {}.",
            refusal::syntax(&error),
            error.line(),
            error.column()
        ))),
        (Ok(()), None) => Ok(()),
    }
}

/// Where the reader stands; a list on the stack, made into a pointer only for a refusal.
enum At<'a> {
    Root,
    Key(&'a At<'a>, &'a str),
    Index(&'a At<'a>, usize),
}

impl At<'_> {
    fn pointer(&self) -> String {
        match self {
            Self::Root => String::new(),
            Self::Key(outer, key) => format!("{}/{}", outer.pointer(), refusal::escape(key)),
            Self::Index(outer, index) => format!("{}/{index}", outer.pointer()),
        }
    }
}

struct Walk<'a> {
    at: &'a At<'a>,
    fault: &'a RefCell<Option<FieldError>>,
}

impl Walk<'_> {
    fn refuse<E: Error>(&self, at: &At<'_>, code: &'static str, message: &'static str) -> E {
        *self.fault.borrow_mut() = Some(FieldError::new(at.pointer(), code, message));
        E::custom(message)
    }

    fn check_text<E: Error>(&self, at: &At<'_>, text: &str) -> Result<(), E> {
        if text.contains('\0') {
            return Err(self.refuse(at, "null-character", "A text cannot hold the character U+0000."));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.check_text(self.at, text)
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        for index in 0.. {
            let at = At::Index(self.at, index);
            if items.next_element_seed(Walk { at: &at, fault: self.fault })?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let mut seen = Keys::default();
        while let Some(key) = fields.next_key::<Cow<'de, str>>()? {
            let at = At::Key(self.at, &key);
            self.check_text(&at, &key)?;
            if seen.contains(&key) {
                return Err(self.refuse(&at, "duplicate-field", "The same key stands twice in one object."));
            }
            fields.next_value_seed(Walk { at: &at, fault: self.fault })?;
            seen.insert(key);
        }
        Ok(())
    }
}

/// The keys of one object: a list while short, a set when long, so that a hostile object costs no square.
#[derive(Default)]
struct Keys<'de> {
    few: Vec<Cow<'de, str>>,
    many: std::collections::HashSet<Cow<'de, str>>,
}

impl<'de> Keys<'de> {
    const FEW: usize = 16;

    fn contains(&self, key: &str) -> bool {
        self.few.iter().any(|seen| seen == key) || self.many.contains(key)
    }

    fn insert(&mut self, key: Cow<'de, str>) {
        if self.few.len() < Self::FEW {
            self.few.push(key);
        } else {
            self.many.insert(key);
        }
    }
}
