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
    pub fn new(text: String, span: Span) -> Self {
        let folded = text.to_lowercase();
        let bare = bare(&folded);
        Self { text, folded, bare, span }
    }

    /// Neighbours written as one, without hyphens.
    pub fn joined(words: &[Self]) -> Self {
        let span = Span {
            start: words.first().map_or(0, |first| first.span.start),
            end: words.last().map_or(0, |last| last.span.end),
        };
        Self::new(words.iter().map(|word| word.text.replace('-', "")).collect(), span)
    }

    /// Letters, by which it is long enough for a typo.
    pub fn letters(&self) -> usize {
        self.text.chars().filter(|letter| letter.is_alphabetic()).count()
    }
}

/// A text in small letters, spelt as words are compared.
pub(crate) fn folded(text: &str) -> String {
    plain(&text.chars().collect::<Vec<_>>()).to_lowercase()
}

/// The same without diacritics.
pub(crate) fn bare(folded: &str) -> String {
    folded.nfd().filter(|letter| !is_combining_mark(*letter)).nfc().collect()
}

/// The texts of words with a space between them.
pub(crate) fn text_of(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// The words of a text, between white space. Commas, quotes and brackets around a word do not count, nor does what ends a
/// sentence; the stops of *o.a.* do, unless they end the text.
pub(crate) fn words_of(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().collect();
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    for part in letters.chunk_by(|one, next| one.is_whitespace() == next.is_whitespace()) {
        let (start, end) = (at, at + part.len());
        at = end;
        if !part[0].is_whitespace() {
            words.extend(word(part, start).and_then(|word| match is_abbreviation(&word) {
                true => Some(word),
                false => without_stop(word),
            }));
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

/// Whether a word has a stop inside: *o.a.*
fn is_abbreviation(word: &Word) -> bool {
    word.text.trim_end_matches(ends_sentence).contains('.')
}

fn drop_final_stop(words: &mut Vec<Word>) {
    while let Some(last) = words.pop() {
        if let Some(word) = without_stop(last) {
            words.push(word);
            return;
        }
    }
}

/// A word without what ends a sentence, if anything is left.
fn without_stop(word: Word) -> Option<Word> {
    let text = word.text.trim_end_matches(|letter| ends_sentence(letter) || is_around(letter));
    if text.len() == word.text.len() {
        return Some(word);
    }
    let dropped = word.text[text.len()..].chars().count();
    let end = word.span.end.saturating_sub(dropped).max(word.span.start);
    (!text.is_empty()).then(|| Word::new(text.to_owned(), Span { start: word.span.start, end }))
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
            other if is_invisible(other) => {}
            other => text.push(other),
        }
    }
    text
}

/// What may stand around a word without being part of it. An apostrophe may be: *'s avonds*, *foto's*.
fn is_around(letter: char) -> bool {
    matches!(
        letter,
        ',' | ';' | ':' | '(' | ')' | '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{00ab}' | '\u{00bb}'
    ) || is_invisible(letter)
}

/// Soft hyphens, joiners, and marks of direction.
fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{00ad}' | '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
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
        assert_eq!(texts("Ja. Graag! (Nee.) ..."), ["Ja", "Graag", "Nee"]);
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
