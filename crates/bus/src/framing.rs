//! Confluent's wire format: a zero byte, the schema's id in four bytes, big end first, then the Avro datum.

/// Bytes before the datum.
pub(crate) const PREFIX: usize = 5;

pub(crate) fn frame(schema_id: u32, datum: &[u8]) -> Vec<u8> {
    let mut framed = Vec::with_capacity(PREFIX + datum.len());
    framed.push(0);
    framed.extend_from_slice(&schema_id.to_be_bytes());
    framed.extend_from_slice(datum);
    framed
}

/// The schema's id and the datum, or none when the bytes are not framed.
pub(crate) fn unframe(bytes: &[u8]) -> Option<(u32, &[u8])> {
    match bytes {
        [0, a, b, c, d, datum @ ..] => Some((u32::from_be_bytes([*a, *b, *c, *d]), datum)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn unframe_is_the_inverse_of_frame(id: u32, datum: Vec<u8>) {
            let framed = frame(id, &datum);
            prop_assert_eq!(unframe(&framed), Some((id, datum.as_slice())));
        }

        #[test]
        fn other_bytes_are_not_framed(first in 1u8.., rest: Vec<u8>) {
            let mut bytes = vec![first];
            bytes.extend(rest);
            prop_assert_eq!(unframe(&bytes), None);
        }
    }

    #[test]
    fn a_prefix_cut_short_is_not_framed() {
        assert_eq!(unframe(&[0, 0, 0, 1]), None);
        assert_eq!(unframe(&[]), None);
    }
}
