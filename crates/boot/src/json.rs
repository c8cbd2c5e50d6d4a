//! JSON of which it is said that it is an object.

use serde::Deserialize;

/// What an object says (RFC 8259: UTF-8), or none where the bytes are no object or another one. serde alone would also take
/// the list of the fields' values, and bytes that are no text in a field that is passed over.
pub fn json_object<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Option<T> {
    let json = std::str::from_utf8(json).ok()?;
    if json.trim_ascii_start().starts_with('{') { serde_json::from_str(json).ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, Eq, Deserialize)]
    struct Point {
        x: u8,
        y: u8,
    }

    #[test]
    fn an_object_is_read_and_nothing_else() {
        assert_eq!(json_object(b" {\"x\":1,\"y\":2,\"z\":[]}"), Some(Point { x: 1, y: 2 }));
        for other in [&b"[1,2]"[..], b"{\"x\":1}", b"{\"x\":1,\"y\":2,\"z\":\"\xff\"}", b"null", b""] {
            assert_eq!(json_object::<Point>(other), None, "{}", other.escape_ascii());
        }
    }
}
