use std::fmt;
use std::ops::{Bound, Deref, Range};

use bolero::{Driver, ValueGenerator};

use crate::Corpus;

/// No format that is fuzzed has a reason to be longer; the long ones are refused by their length.
const LONGEST: usize = 64 * 1024;

/// An input. It prints as a byte string that can be pasted.
#[derive(Clone, PartialEq, Eq)]
pub struct Input(Vec<u8>);

impl Deref for Input {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b\"{}\"", self.0.escape_ascii())
    }
}

/// Makes inputs by changing those of a corpus, one to eight times each.
#[derive(Debug)]
pub struct Changes {
    corpus: Vec<Vec<u8>>,
    /// What is text mostly stays text, so that more than the check for UTF-8 is tested.
    text: bool,
}

/// Bytes on which parsers turn.
const TURNS: &[u8] = b"\0\x01\x7f\x80\xff\n\r\t \"'\\.,:;=/-_+~%&?#*()[]{}<>09azAZ";

/// Pieces on which parsers turn.
const PIECES: [&[u8]; 24] = [
    b"\r\n",
    b"\0\0\0\0",
    b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01",
    b"\xef\xbb\xbf",
    b"\xc3\x28",
    b"\xe2\x80\xae",
    "\u{e9}".as_bytes(),
    "e\u{301}".as_bytes(),
    "\u{1f600}".as_bytes(),
    b"\\u0000",
    b"\\ud800",
    b"%00",
    b"../",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b"[[[[[[[[",
    b"{\"a\":",
    b"\"\"",
    b", ",
    b"==",
    b"W/\"",
    b"*",
];

/// Numbers at the edges of what holds them.
const NUMBERS: [&[u8]; 14] = [
    b"0",
    b"-1",
    b"00",
    b"+1",
    b"127",
    b"256",
    b"32768",
    b"65536",
    b"2147483648",
    b"4294967296",
    b"9223372036854775807",
    b"-9223372036854775808",
    b"18446744073709551616",
    b"1e999",
];

impl Changes {
    /// Changes of the entries of a corpus.
    pub fn of(corpus: &Corpus) -> Self {
        Self::from(corpus.iter().map(|(_, input)| input.to_vec()).collect())
    }

    fn from(corpus: Vec<Vec<u8>>) -> Self {
        let texts = corpus.iter().filter(|input| std::str::from_utf8(input).is_ok()).count();
        Self { text: texts * 4 > corpus.len() * 3, corpus }
    }

    fn draw<D: Driver>(&self, driver: &mut D) -> Option<u8> {
        let drawn = driver.gen_u8(Bound::Unbounded, Bound::Unbounded)?;
        Some(if self.text && below(driver, 16)? > 0 { drawn & 0x7f } else { drawn })
    }

    fn one_of<D: Driver>(
        &self,
        driver: &mut D,
        input: &mut [u8],
        change: impl FnOnce(&mut u8, u8),
    ) -> Option<()> {
        let (place, drawn) = (below(driver, input.len())?, self.draw(driver)?);
        if let Some(byte) = input.get_mut(place) {
            change(byte, drawn);
        }
        Some(())
    }

    fn change<D: Driver>(&self, driver: &mut D, input: &mut Vec<u8>) -> Option<()> {
        match below(driver, 11)? {
            0 => self.one_of(driver, input, |byte, drawn| *byte ^= 1 << (drawn % 7)),
            1 => self.one_of(driver, input, |byte, drawn| *byte = drawn),
            2 => self.one_of(driver, input, |byte, drawn| *byte = TURNS[usize::from(drawn) % TURNS.len()]),
            3 => self.one_of(driver, input, |byte, drawn| *byte = of_the_same_class(*byte, drawn)),
            4 => {
                let cut = range(driver, input.len())?;
                input.drain(cut);
                Some(())
            }
            5 => {
                let end = below(driver, input.len() + 1)?;
                input.truncate(end);
                Some(())
            }
            6 => {
                let twice = range(driver, input.len())?;
                let twice = input[twice].to_vec();
                insert(driver, input, &twice)
            }
            7 => {
                let piece = PIECES[below(driver, PIECES.len())?];
                insert(driver, input, piece)
            }
            8 => {
                let other = &self.corpus[below(driver, self.corpus.len())?];
                let piece = &other[range(driver, other.len())?];
                let gone = range(driver, input.len())?;
                input.splice(gone, piece.iter().copied());
                Some(())
            }
            9 => {
                let number = NUMBERS[below(driver, NUMBERS.len())?];
                let place = below(driver, input.len() + 1)?;
                let digits = digits_from(input, place);
                input.splice(digits, number.iter().copied());
                Some(())
            }
            _ => {
                let bytes: [u8; 4] =
                    [self.draw(driver)?, self.draw(driver)?, self.draw(driver)?, self.draw(driver)?];
                insert(driver, input, &bytes)
            }
        }
    }
}

impl ValueGenerator for Changes {
    type Output = Input;

    fn generate<D: Driver>(&self, driver: &mut D) -> Option<Input> {
        let mut input = self.corpus[below(driver, self.corpus.len())?].clone();
        for _ in 0..(1 << below(driver, 4)?) {
            self.change(driver, &mut input)?;
        }
        input.truncate(LONGEST);
        Some(Input(input))
    }
}

fn below<D: Driver>(driver: &mut D, end: usize) -> Option<usize> {
    driver.gen_usize(Bound::Included(&0), Bound::Excluded(&end.max(1)))
}

/// Part of what has `length` bytes: mostly a short one.
fn range<D: Driver>(driver: &mut D, length: usize) -> Option<Range<usize>> {
    let start = below(driver, length + 1)?;
    let longest = if below(driver, 8)? == 0 { length } else { 16 };
    let end = start + below(driver, longest.min(length - start) + 1)?;
    Some(start..end)
}

fn insert<D: Driver>(driver: &mut D, input: &mut Vec<u8>, piece: &[u8]) -> Option<()> {
    let place = below(driver, input.len() + 1)?;
    input.splice(place..place, piece.iter().copied());
    Some(())
}

/// A letter for a letter, a digit for a digit: what has a form keeps it.
fn of_the_same_class(byte: u8, drawn: u8) -> u8 {
    match byte {
        b'0'..=b'9' => b'0' + drawn % 10,
        b'a'..=b'z' => b'a' + drawn % 26,
        b'A'..=b'Z' => b'A' + drawn % 26,
        _ => byte ^ (1 << (drawn % 7)),
    }
}

/// The first number at or after a place; nothing at the end where there is none.
fn digits_from(input: &[u8], place: usize) -> Range<usize> {
    let start = input[place..].iter().position(u8::is_ascii_digit).map_or(input.len(), |at| place + at);
    let digits = input[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    start..start + digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_prints_as_it_can_be_pasted() {
        assert_eq!(format!("{:?}", Input(b"a\"\n\xff".to_vec())), r#"b"a\"\n\xff""#);
    }

    #[test]
    fn a_number_is_found_at_or_after_a_place() {
        let found: Vec<_> = [0, 4, 5, 8].map(|place| digits_from(b"a=12;b=3", place)).into();
        assert_eq!(found, [2..4, 7..8, 7..8, 8..8]);
    }

    #[test]
    fn what_has_a_form_keeps_it() {
        for drawn in 0..=u8::MAX {
            assert!(of_the_same_class(b'q', drawn).is_ascii_lowercase());
            assert!(of_the_same_class(b'Q', drawn).is_ascii_uppercase());
            assert!(of_the_same_class(b'7', drawn).is_ascii_digit());
            assert_ne!(of_the_same_class(b'.', drawn), b'.');
        }
    }

    #[test]
    fn any_input_is_changed_even_an_empty_one() {
        bolero::check!()
            .with_iterations(10_000)
            .with_generator(Changes::from(vec![b"{\"a\": 1}".to_vec(), vec![]]))
            .for_each(|input: &Input| assert!(input.len() <= LONGEST));
    }
}
