//! Texts as words, without what does not count.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::Span;

/// A word with the forms in which it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// NFC; straight apostrophes, plain hyphens, `ij` as two letters.
    pub text: String,
    /// The same in small letters.
    pub folded: String,
    /// The same without diacritics.
    pub bare: String,
    /// Where it stands in the text.
    pub span: Span,
}

impl Word {
    fn new(text: String, span: Span) -> Self {
        let folded = text.to_lowercase();
        let bare = folded.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().collect();
        Self { text, folded, bare, span }
    }

    /// Letters, by which it is long enough for a typo.
    pub fn letters(&self) -> usize {
        self.text.chars().filter(|letter| letter.is_alphabetic()).count()
    }
}

/// The words of a text, between white space. Commas, quotes and brackets around a word do not count, nor does what ends a
/// sentence at the end of the text.
pub(crate) fn words_of(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().collect();
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    for part in letters.chunk_by(|one, next| one.is_whitespace() == next.is_whitespace()) {
        let (start, end) = (at, at + part.len());
        at = end;
        if !part[0].is_whitespace() {
            words.extend(word(part, start));
        }
    }
    drop_final_stop(&mut words);
    words
}

/// The word in a part of a text that holds no white space, if there is one.
fn word(part: &[char], start: usize) -> Option<Word> {
    let first = part.iter().position(|letter| !is_around(*letter))?;
    let last = part.iter().rposition(|letter| !is_around(*letter))?;
    let inside = &part[first..=last];
    let text = plain(inside);
    (!text.is_empty()).then(|| Word::new(text, Span { start: start + first, end: start + last + 1 }))
}

fn drop_final_stop(words: &mut Vec<Word>) {
    while let Some(last) = words.pop() {
        let text = last.text.trim_end_matches(ends_sentence);
        if !text.is_empty() {
            let dropped = last.text[text.len()..].chars().count();
            let span = Span {
                start: last.span.start,
                end: last.span.end.saturating_sub(dropped).max(last.span.start),
            };
            words.push(Word::new(text.trim_end_matches(is_around).to_owned(), span));
            return;
        }
    }
}

/// NFC with one spelling for apostrophes, hyphens and `ij`, and without what cannot be seen.
fn plain(letters: &[char]) -> String {
    let mut text = String::with_capacity(letters.len());
    for letter in letters.iter().copied().nfc() {
        match letter {
            '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02bc}' | '\u{00b4}' | '`' | '\u{2032}' => {
                text.push('\'')
            }
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => text.push('-'),
            '\u{0132}' => text.push_str("IJ"),
            '\u{0133}' => text.push_str("ij"),
            '\u{00ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            other => text.push(other),
        }
    }
    text
}

/// What may stand around a word without being part of it. An apostrophe may be: *'s avonds*, *foto's*.
fn is_around(letter: char) -> bool {
    matches!(
        letter,
        ',' | ';'
            | ':'
            | '('
            | ')'
            | '"'
            | '\u{201c}'
            | '\u{201d}'
            | '\u{201e}'
            | '\u{00ab}'
            | '\u{00bb}'
            | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{00ad}'
    )
}

fn ends_sentence(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '\u{2026}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        words_of(text).into_iter().map(|word| word.text).collect()
    }

    #[test]
    fn what_does_not_count_is_gone() {
        for text in [
            "foto\u{2019}s",
            "  foto's\u{a0}",
            "foto\u{b4}s.",
            "\u{201e}foto`s\u{201d}!",
            "fo\u{ad}to's",
            "(foto's)",
        ] {
            assert_eq!(texts(text), ["foto's"], "{text:?}");
        }
        assert_eq!(texts("\u{0133}s \u{0132}sland"), ["ijs", "IJsland"]);
        assert_eq!(texts("zee\u{2013}egel"), ["zee-egel"]);
        assert_eq!(texts("ide\u{65}\u{308}n"), ["ideën"]);
        assert_eq!(texts("ja , graag ."), ["ja", "graag"]);
    }

    #[test]
    fn what_counts_is_kept() {
        assert_eq!(texts("'s avonds"), ["'s", "avonds"]);
        assert_eq!(texts("o.a. dit"), ["o.a.", "dit"]);
        assert_eq!(texts("."), Vec::<String>::new());
    }

    #[test]
    fn spans_count_characters_of_the_given_text() {
        let spans: Vec<_> =
            words_of(" \u{201c}e\u{301}e\u{301}n\u{201d}  huis.").iter().map(|word| word.span).collect();
        assert_eq!(spans, [Span { start: 2, end: 7 }, Span { start: 10, end: 14 }]);
    }
}
