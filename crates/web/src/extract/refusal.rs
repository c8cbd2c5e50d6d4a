//! serde's messages as field errors.
//!
//! serde says what is wrong as text alone. Its wording is stable, and is read here once; a message never
//! repeats the value that was sent, which may be a password in the wrong field.

use serde_path_to_error::{Path, Segment};

use crate::FieldError;

/// What is wrong with one field of a body.
pub(super) fn of_body(path: &Path, message: &str) -> FieldError {
    let fault = Fault::read(message);
    let mut pointer = pointer(path);
    if let Some(name) = fault.field_below {
        let last = format!("/{}", escape(name));
        if !(fault.code == "unknown-field" && pointer.ends_with(&last)) {
            pointer.push_str(&last);
        }
    }
    FieldError::new(pointer, fault.code, fault.message)
}

/// What is wrong with one parameter of the query or the path, `name` as known from outside the message.
pub(super) fn of_parameter(place: &str, name: Option<&str>, message: &str) -> FieldError {
    let fault = Fault::read(message);
    let name = fault.field_below.or(name).unwrap_or_default();
    FieldError::new(format!("{place}:{name}"), fault.code, fault.message)
}

/// A field that nobody reads.
pub(super) fn unknown_field(pointer: String) -> FieldError {
    let name = pointer.rsplit(['/', ':']).next().unwrap_or_default().to_owned();
    FieldError::new(pointer, "unknown-field", format!("There is no field `{name}`."))
}

/// What serde_json says of text that is no JSON, without its own "at line".
pub(super) fn syntax(error: &serde_json::Error) -> String {
    let message = error.to_string();
    message.split(" at line ").next().unwrap_or_default().to_owned()
}

/// RFC 6901: `~` and `/` inside a name.
pub(super) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn pointer(path: &Path) -> String {
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", escape(key))),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

pub(super) fn ignored_pointer(path: &serde_ignored::Path<'_>) -> String {
    use serde_ignored::Path as P;
    match path {
        P::Root => String::new(),
        P::Seq { parent, index } => format!("{}/{index}", ignored_pointer(parent)),
        P::Map { parent, key } => format!("{}/{}", ignored_pointer(parent), escape(key)),
        P::Some { parent } | P::NewtypeStruct { parent } | P::NewtypeVariant { parent } => {
            ignored_pointer(parent)
        }
    }
}

struct Fault<'a> {
    code: &'static str,
    message: String,
    /// The name that the message gives, for a fault that serde reports one level above the field.
    field_below: Option<&'a str>,
}

impl<'a> Fault<'a> {
    fn read(message: &'a str) -> Self {
        let message = message.split(" at line ").next().unwrap_or_default();
        let quoted = message.split('`').nth(1);
        let expected = message.rsplit_once(", expected ").map(|(_, expected)| in_json(expected));

        if message.starts_with("missing field") {
            return Self::at_name("missing-field", "is required", quoted);
        }
        if message.starts_with("duplicate field") {
            return Self::at_name("duplicate-field", "stands twice", quoted);
        }
        if message.starts_with("unknown field") {
            let name = quoted.unwrap_or_default();
            return Self {
                code: "unknown-field",
                message: format!("There is no field `{name}`."),
                field_below: quoted,
            };
        }
        match (first_words(message), expected) {
            ("unknown variant", Some(expected)) => {
                Self::here("unknown-value", format!("Expected {expected}."))
            }
            ("invalid type", Some(expected)) => {
                Self::here("wrong-type", format!("Expected {expected}, found {}.", found(message)))
            }
            ("invalid value" | "invalid length", Some(expected)) => {
                Self::here("invalid-value", format!("Expected {expected}."))
            }
            _ => Self::here("invalid-value", "The value is not valid.".to_owned()),
        }
    }

    fn at_name(code: &'static str, what: &str, name: Option<&'a str>) -> Self {
        Self { code, message: format!("`{}` {what}.", name.unwrap_or_default()), field_below: name }
    }

    fn here(code: &'static str, message: String) -> Self {
        Self { code, message, field_below: None }
    }
}

/// The kind of fault: the words before the first colon or quoted name.
fn first_words(message: &str) -> &str {
    message.split([':', '`']).next().unwrap_or_default().trim()
}

/// "invalid type: string \"secret\", expected u32" found a string; the value itself stays out.
fn found(message: &str) -> &str {
    let kind = message.split_once(": ").map_or("", |(_, rest)| rest);
    in_json(kind.split(['"', '`', ',']).next().unwrap_or_default().trim())
}

/// What JSON calls the kinds of Rust: nobody outside knows the name of a struct.
fn in_json(kind: &str) -> &str {
    match kind {
        "map" | "a map" => "an object",
        "sequence" | "a sequence" => "an array",
        _ if kind.starts_with("struct ") => "an object",
        _ => kind,
    }
}
