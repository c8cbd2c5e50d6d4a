//! Bytes into text.

use crate::ReadError;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that the encoding is guessed from.
const SAMPLE: usize = 256 << 10;

/// An encoding by its label, as the Encoding Standard lists them.
pub(super) fn named(label: &str) -> Result<&'static Encoding, ReadError> {
    Encoding::for_label(label.as_bytes()).ok_or(ReadError::UnknownEncoding)
}

/// By the byte order mark; without one, UTF-8 if it is valid, UTF-16 if every other byte is zero, and otherwise what a
/// browser would guess for a Dutch page.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return encoding;
    }
    let Err(error) = std::str::from_utf8(bytes) else { return UTF_8 };
    let start = bytes[..error.valid_up_to()].iter().rposition(|byte| *byte == b'\n').unwrap_or(0);
    let sample = &bytes[start..bytes.len().min(start + SAMPLE)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(Some(b"nl"), Utf8Detection::Deny)
}

fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(2000) / 2 * 2];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = sample.len() / 2;
    if odd * 2 > most && even * 8 < most {
        Some(UTF_16LE)
    } else if even * 2 > most && odd * 8 < most {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The text, with `\n` for every end of a line, and the name of its encoding. A byte order mark says better than anybody
/// what it is.
pub(super) fn decode(bytes: &[u8], encoding: &'static Encoding) -> Result<(String, String), ReadError> {
    let (text, encoding, _) = encoding.decode(bytes);
    if !is_text(&text) {
        return Err(ReadError::NotText);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    Ok((text, encoding.name().to_owned()))
}

/// Whatever the encoding: a zero is in no text, and few other control characters.
fn is_text(text: &str) -> bool {
    let is_strange = |letter: &char| letter.is_control() && !matches!(letter, '\t' | '\n' | '\r' | '\u{c}');
    let strange = text.chars().filter(is_strange).count();
    !text.contains('\0') && strange * 50 <= text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "de fiets;le vélo\r\nhet café;кафе\rideeën;idées\n";

    fn text_of(bytes: &[u8]) -> (String, String) {
        decode(bytes, guess(bytes)).expect("text")
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn unicode_is_read_with_and_without_its_mark() {
        let plain = TEXT.replace("\r\n", "\n").replace('\r', "\n");
        let mark = "\u{feff}";
        let latin = "de fiets;bicycle\n".repeat(9);
        for (bytes, text, name) in [
            (TEXT.as_bytes().to_vec(), &plain, "UTF-8"),
            (format!("{mark}{TEXT}").into_bytes(), &plain, "UTF-8"),
            (utf_16(&format!("{mark}{TEXT}"), u16::to_le_bytes), &plain, "UTF-16LE"),
            (utf_16(&format!("{mark}{TEXT}"), u16::to_be_bytes), &plain, "UTF-16BE"),
            (utf_16(&latin, u16::to_le_bytes), &latin, "UTF-16LE"),
            (utf_16(&latin, u16::to_be_bytes), &latin, "UTF-16BE"),
        ] {
            assert_eq!(text_of(&bytes), (text.clone(), name.to_owned()));
        }
    }

    #[test]
    fn older_encodings_are_guessed() {
        let french = "de fiets;le vélo\nhet café;le café\nideeën;les idées\ncoëfficiënt;“coefficient” – €\n";
        let russian =
            "de fiets;велосипед\nhet huis;дом\nlopen;ходить пешком\nde tafel;стол, за которым едят\n";
        for (text, encoding) in [(french, encoding_rs::WINDOWS_1252), (russian, encoding_rs::WINDOWS_1251)] {
            let (bytes, ..) = encoding.encode(text);
            assert_eq!(text_of(&bytes), (text.to_owned(), encoding.name().to_owned()));
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..],
            b"SQLite format 3\0",
            b"\x7fELF\x02\x01\x01\0",
            b"a\x01\x02\x03\x04",
        ] {
            assert_eq!(decode(bytes, guess(bytes)).expect_err("no text").code(), "not-text");
        }
        for bytes in [&b""[..], b" \r\n", b"\xef\xbb\xbf"] {
            assert_eq!(decode(bytes, guess(bytes)).expect_err("nothing").code(), "empty-file");
        }
    }
}
