//! Tokens and sentences, with their places in the text.

use crate::tables::Tables;
use serde::Serialize;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TokenKind {
    /// Has a letter: *huis, z'n, tv-gids, 4e*.
    Word,
    /// Digits, with what belongs to them: *3,5*, *1.000*, *12:30*.
    Number,
    /// A point, a comma, a quotation mark.
    Punctuation,
    /// Anything else: an emoji, a currency sign.
    Symbol,
}

/// A piece of the text that is not space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Token {
    /// Where it is, in bytes of the text.
    pub place: Range<usize>,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// As it stands.
    pub fn text<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.place.clone()).unwrap_or_default()
    }
}

/// Apostrophes that people write.
pub(crate) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2018}' | '`' | '\u{b4}')
}

/// Hyphens within words.
fn is_hyphen(piece: &str) -> bool {
    matches!(piece, "-" | "\u{2010}" | "\u{2011}")
}

/// No abbreviation of the list is longer, in pieces.
const LONGEST_ABBREVIATION: usize = 12;

/// Every token of a text, in order. Together with the spaces between them they are the text.
pub(crate) fn tokens(tables: &Tables, text: &str) -> Vec<Token> {
    let pieces: Vec<(usize, &str)> = text.split_word_bound_indices().collect();
    let mut tokens: Vec<Token> = Vec::with_capacity(pieces.len() / 2 + 1);
    let mut at = 0;
    while let Some((start, piece)) = pieces.get(at).copied() {
        if piece.chars().all(char::is_whitespace) {
            at += 1;
            continue;
        }
        let taken = taken_together(tables, text, &pieces[at..]);
        let (last_start, last) = pieces[at + taken - 1];
        let place = start..last_start + last.len();
        let kind = kind_of(&text[place.clone()]);
        tokens.push(Token { place, kind });
        at += taken;
    }
    tokens
}

/// How many pieces make the token that begins here; at least one.
fn taken_together(tables: &Tables, text: &str, pieces: &[(usize, &str)]) -> usize {
    abbreviation(tables, text, pieces)
        .or_else(|| leading_apostrophe(tables, text, pieces))
        .unwrap_or_else(|| hyphenated(pieces))
}

/// *o.a.*, *bijv.*, *'s-Gravenhage* apart.
fn abbreviation(tables: &Tables, text: &str, pieces: &[(usize, &str)]) -> Option<usize> {
    let (start, first) = *pieces.first()?;
    if !first.starts_with(char::is_alphabetic) {
        return None;
    }
    (1..=pieces.len().min(LONGEST_ABBREVIATION)).rev().find(|taken| {
        let (last_start, last) = pieces[taken - 1];
        let whole = &text[start..last_start + last.len()];
        if !whole.ends_with('.') || whole.contains(char::is_whitespace) {
            return false;
        }
        let known = tables.abbreviations.get(whole);
        if known.is_some_and(|abbreviation| abbreviation.is_word) && is_last(text, start, &pieces[*taken..]) {
            return false;
        }
        // *Dr.* as *dr.*; *Jan.* is a name, *jan.* the month.
        known.is_some()
            || (whole.len() <= 6
                && tables.abbreviations.contains_key(whole.to_lowercase().as_str())
                && is_title(whole))
    })
}

/// Whether a sentence ends before these pieces, and no number stands before what begins at `start`: *om 8 u. Daarna*.
fn is_last(text: &str, start: usize, rest: &[(usize, &str)]) -> bool {
    let next = rest.iter().map(|(_, piece)| *piece).find(|piece| !piece.chars().all(char::is_whitespace));
    let goes_on = next.is_some_and(|piece| {
        piece.starts_with(|letter: char| letter.is_lowercase() || letter.is_numeric() || letter == ',')
    });
    let counted = text[..start].trim_end().ends_with(|letter: char| letter.is_numeric());
    !goes_on && !counted
}

fn is_title(abbreviation: &str) -> bool {
    let short = abbreviation.to_lowercase();
    abbreviation.matches('.').count() > 1
        || matches!(
            short.as_str(),
            "dhr."
                | "mevr."
                | "mw."
                | "dr."
                | "drs."
                | "ds."
                | "ing."
                | "ir."
                | "mr."
                | "prof."
                | "bijv."
                | "nr."
                | "art."
                | "ca."
                | "st."
                | "fam."
                | "tel."
                | "blz."
                | "afb."
                | "fig."
        )
}

/// *'t, 's, 'n*: an apostrophe that belongs to what follows.
fn leading_apostrophe(tables: &Tables, text: &str, pieces: &[(usize, &str)]) -> Option<usize> {
    let [(start, mark), (next, rest), ..] = pieces else { return None };
    if !(mark.chars().count() == 1 && mark.chars().all(is_apostrophe)) {
        return None;
    }
    let whole = format!("'{}", rest.to_lowercase());
    let short = tables.clitics.contains_key(whole.as_str());
    (short && *start + mark.len() == *next && !text[next + rest.len()..].starts_with(is_apostrophe_char))
        .then(|| {
            // *'s-Gravenhage* is one word.
            if pieces.get(2).is_some_and(|(_, piece)| is_hyphen(piece)) {
                1 + hyphenated(&pieces[1..])
            } else {
                2
            }
        })
}

fn is_apostrophe_char(letter: char) -> bool {
    is_apostrophe(letter)
}

/// *zuid-Hollandse, tv-gids, 65-plusser*: letters and digits on both sides of the hyphen.
fn hyphenated(pieces: &[(usize, &str)]) -> usize {
    let wordy = |piece: &str| piece.starts_with(char::is_alphanumeric);
    let mut taken = 1;
    if !pieces.first().is_some_and(|(_, piece)| wordy(piece)) {
        return taken;
    }
    let numeric = |piece: &str| piece.chars().all(|letter| letter.is_ascii_digit());
    while let [(_, hyphen), (_, next), ..] = &pieces[taken..] {
        // *12:30* is one number.
        let of_time = *hyphen == ":" && numeric(next) && numeric(pieces[taken - 1].1);
        if !(is_hyphen(hyphen) && wordy(next) || of_time) {
            break;
        }
        taken += 2;
    }
    // *auto's, foto’s*: other apostrophes than those that the standard keeps within words.
    if let [(_, mark), (_, next), ..] = &pieces[taken..]
        && mark.chars().count() == 1
        && mark.chars().all(|letter| matches!(letter, '`' | '\u{b4}'))
        && matches!(*next, "s" | "tje" | "en")
    {
        taken += 2;
    }
    // *in- en uitgang*: a hyphen at the end stands for the rest.
    if let [(_, hyphen), after @ ..] = &pieces[taken..]
        && is_hyphen(hyphen)
        && after.first().is_none_or(|(_, piece)| piece.starts_with(char::is_whitespace))
    {
        taken += 1;
    }
    taken
}

fn kind_of(token: &str) -> TokenKind {
    if token.chars().any(char::is_alphabetic) {
        TokenKind::Word
    } else if token.chars().any(char::is_numeric) {
        TokenKind::Number
    } else if token.chars().all(is_punctuation) {
        TokenKind::Punctuation
    } else {
        TokenKind::Symbol
    }
}

fn is_punctuation(letter: char) -> bool {
    letter.is_ascii_punctuation() && !matches!(letter, '$' | '+' | '<' | '=' | '>' | '^' | '|' | '~')
        || matches!(letter, '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}' | '«' | '»' | '¿' | '¡' | '·')
}

/// The tokens of each sentence, as ranges of their indices. Every token is in one.
pub(crate) fn sentences(tables: &Tables, text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (index, token) in tokens.iter().enumerate() {
        let Some(next) = tokens.get(index + 1) else { break };
        // A closing quotation mark or bracket goes with what it closes.
        if ends_sentence(tables, text, tokens, index) && !closes(text, token, next) {
            sentences.push(start..index + 1);
            start = index + 1;
        }
    }
    if start < tokens.len() {
        sentences.push(start..tokens.len());
    }
    sentences
}

fn closes(text: &str, token: &Token, next: &Token) -> bool {
    token.place.end == next.place.start
        && next.text(text).chars().all(|letter| {
            matches!(letter, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '»' | '.' | '!' | '?' | '…')
        })
}

fn ends_sentence(tables: &Tables, text: &str, tokens: &[Token], index: usize) -> bool {
    let (token, next) = (&tokens[index], &tokens[index + 1]);
    let between = text.get(token.place.end..next.place.start).unwrap_or_default();
    // A blank line ends whatever stands before it: a heading.
    if between.matches('\n').count() > 1 {
        return true;
    }
    let here = token.text(text);
    let followed = next.text(text);
    let opens = followed.starts_with(|letter: char| {
        letter.is_uppercase()
            || letter.is_numeric()
            || matches!(
                letter,
                '"' | '\'' | '\u{201c}' | '\u{2018}' | '\u{201e}' | '«' | '(' | '-' | '–' | '—' | '•'
            )
    });
    if token.kind == TokenKind::Word && here.ends_with('.') {
        let known =
            tables.abbreviations.get(here).or_else(|| tables.abbreviations.get(here.to_lowercase().as_str()));
        return known.is_none_or(|abbreviation| abbreviation.may_end)
            && opens
            && !between.is_empty()
            && followed.starts_with(char::is_uppercase);
    }
    let mark = here.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')', ']', '»']);
    let closing = mark.is_empty() && token.kind == TokenKind::Punctuation;
    if closing {
        // The mark stands before the closing quotation mark: *"Kom!" Hij kwam.*
        return index > 0
            && tokens[index - 1].place.end == token.place.start
            && is_final(tokens[index - 1].text(text))
            && !between.is_empty()
            && opens;
    }
    if !is_final(mark) {
        return false;
    }
    if between.is_empty() && !mark.ends_with(['!', '?']) {
        return false;
    }
    // *J. de Vries*: one capital and a point.
    if mark == "." && index > 0 {
        let before = &tokens[index - 1];
        let letters = before.text(text);
        let initial = before.place.end == token.place.start
            && letters.chars().count() == 1
            && letters.chars().all(char::is_uppercase);
        // *op 3. mei*, in lists *1. Ga naar*: a number and a point before a small letter.
        if initial {
            return false;
        }
    }
    opens
}

fn is_final(mark: &str) -> bool {
    !mark.is_empty() && mark.chars().all(|letter| matches!(letter, '.' | '!' | '?' | '…'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(Tables::shared(), text).iter().map(|token| &text[token.place.clone()]).collect()
    }

    fn cut(text: &str) -> Vec<&str> {
        let tables = Tables::shared();
        let all = tokens(tables, text);
        sentences(tables, text, &all)
            .into_iter()
            .map(|sentence| &text[all[sentence.start].place.start..all[sentence.end - 1].place.end])
            .collect()
    }

    #[test]
    fn words_are_what_people_call_words() {
        for (text, expected) in [
            ("Hij heeft z'n foto's.", vec!["Hij", "heeft", "z'n", "foto's", "."]),
            ("'t Is 's avonds koud", vec!["'t", "Is", "'s", "avonds", "koud"]),
            ("’t Zuid-Hollandse tv-programma", vec!["’t", "Zuid-Hollandse", "tv-programma"]),
            ("o.a. bijv. in Den Haag", vec!["o.a.", "bijv.", "in", "Den", "Haag"]),
            ("3,5 euro om 12:30 uur", vec!["3,5", "euro", "om", "12:30", "uur"]),
            ("in- en uitgang", vec!["in-", "en", "uitgang"]),
            ("'s-Gravenhage", vec!["'s-Gravenhage"]),
            ("zee\u{ad}ën en ideeën", vec!["zee\u{ad}ën", "en", "ideeën"]),
            ("dr. Jansen", vec!["dr.", "Jansen"]),
            ("Die jas past.", vec!["Die", "jas", "past", "."]),
            ("Zo. 3 mei, om 10 u.", vec!["Zo", ".", "3", "mei", ",", "om", "10", "u."]),
            ("(leuk!)", vec!["(", "leuk", "!", ")"]),
            ("", vec![]),
        ] {
            assert_eq!(split(text), expected);
        }
    }

    #[test]
    fn sentences_end_where_they_end() {
        for (text, expected) in [
            ("Ik kom. Jij gaat.", vec!["Ik kom.", "Jij gaat."]),
            ("Dr. Jansen komt om 3 uur. Goed?", vec!["Dr. Jansen komt om 3 uur.", "Goed?"]),
            ("Er is melk, kaas enz. Kom je?", vec!["Er is melk, kaas enz.", "Kom je?"]),
            ("Er is o.a. melk. En J. de Vries ook.", vec!["Er is o.a. melk.", "En J. de Vries ook."]),
            ("\"Kom!\" Hij kwam.", vec!["\"Kom!\"", "Hij kwam."]),
            ("Titel\n\nDe tekst", vec!["Titel", "De tekst"]),
            // Abbreviations that are words.
            (
                "Dank u. Het is ver. Zo is het. Het is zo.",
                vec!["Dank u.", "Het is ver.", "Zo is het.", "Het is zo."],
            ),
            ("Om 8 u. Dan om 9 u. nog eens.", vec!["Om 8 u.", "Dan om 9 u. nog eens."]),
            ("Bel tel. 020 op zo. 3 mei.", vec!["Bel tel. 020 op zo. 3 mei."]),
            ("Het kost 3.50 euro... Echt waar!", vec!["Het kost 3.50 euro...", "Echt waar!"]),
            ("Zij zei: 'Ik kom.' Dat was goed.", vec!["Zij zei: 'Ik kom.'", "Dat was goed."]),
        ] {
            assert_eq!(cut(text), expected);
        }
    }

    proptest! {
        #[test]
        fn tokens_and_spaces_are_the_text(text in "\\PC{0,60}") {
            let tables = Tables::shared();
            let all = tokens(tables, &text);
            let mut end = 0;
            for token in &all {
                prop_assert!(text[end..token.place.start].chars().all(char::is_whitespace));
                prop_assert!(!token.text(&text).is_empty());
                end = token.place.end;
            }
            prop_assert!(text[end..].chars().all(char::is_whitespace));
            let covered: Vec<_> = sentences(tables, &text, &all).into_iter().flatten().collect();
            prop_assert_eq!(covered, (0..all.len()).collect::<Vec<_>>());
        }
    }
}
