//! How Dutch spelling keeps the sound of a syllable when an ending opens or closes it.
//!
//! A long vowel is written double in a closed syllable and single in an open one (*boot, boten*); a short vowel closes its
//! syllable by a double consonant (*bel, bellen*); *v* and *z* become *f* and *s* at the end of a syllable (*leven, leef*).
//! Source: Woordenlijst Nederlandse Taal, Leidraad, 1 and 2.

/// Whether a letter is a vowel; `y` counts as one.
pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(
        letter,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'y'
            | 'á'
            | 'à'
            | 'â'
            | 'ä'
            | 'é'
            | 'è'
            | 'ê'
            | 'ë'
            | 'í'
            | 'ï'
            | 'î'
            | 'ó'
            | 'ò'
            | 'ö'
            | 'ô'
            | 'ú'
            | 'ù'
            | 'ü'
            | 'û'
    )
}

fn is_consonant(letter: char) -> bool {
    letter.is_alphabetic() && !is_vowel(letter)
}

/// The groups of vowels of a word, which are its syllables, nearly: a trema begins a new one, `ij` is one, and the `j` in
/// *aai, ooi* belongs to its vowels.
pub(crate) fn syllables(word: &str) -> usize {
    let (mut count, mut inside) = (0, false);
    for letter in word.chars() {
        let vowel = is_vowel(letter);
        let opens = matches!(letter, 'ë' | 'ï' | 'ö' | 'ü' | 'ä');
        if vowel && (!inside || opens) {
            count += 1;
        }
        inside = vowel;
    }
    count
}

/// The last letters of a word, the last one first.
pub(crate) fn last<const N: usize>(word: &str) -> [char; N] {
    let mut letters = ['\0'; N];
    for (place, letter) in letters.iter_mut().zip(word.chars().rev()) {
        *place = letter;
    }
    letters
}

/// The word without its last letters.
pub(crate) fn without_last(word: &str, letters: usize) -> &str {
    match word.char_indices().rev().nth(letters.saturating_sub(1)) {
        Some((at, _)) if letters > 0 => &word[..at],
        Some(_) => word,
        None => "",
    }
}

/// Whether the word ends in a vowel of one letter and one consonant: *bel, tafel, lip*.
fn ends_in_single_vowel_and_consonant(word: &str) -> bool {
    let [consonant, vowel, before] = last(word);
    let digraph = is_vowel(before) && !(before == 'u' && word.len() > 3 && last::<4>(word)[3] == 'q');
    is_consonant(consonant)
        && !matches!(consonant, 'w' | 'x' | 'j' | 'h')
        && is_vowel(vowel)
        && vowel != 'y'
        && !digraph
        // `ij`: the `j` is a consonant letter here, but the vowel is long.
        && !(vowel == 'i' && consonant == 'j')
}

/// Whether the last syllable of a word in *-el, -em, -en, -er, -ig* or *-ik* has no stress: *tafel, adem, teken, lekker*.
pub(crate) fn ends_unstressed(word: &str) -> bool {
    let [consonant, vowel, _] = last(word);
    let weak = match vowel {
        'e' => matches!(consonant, 'l' | 'm' | 'n' | 'r' | 's' | 't' | 'k' | 'd'),
        'i' => matches!(consonant, 'g' | 'k'),
        _ => false,
    };
    // A second vowel before it bears the stress; `-es`, `-et`, `-ek`, `-ed` seldom lack it, and are left to the lists.
    weak && !matches!((vowel, consonant), ('e', 's' | 't' | 'k' | 'd'))
        && ends_in_single_vowel_and_consonant(word)
        && syllables(word) > 1
}

/// Voiced again before a vowel: *leef* to *lev-*, *huis* to *huiz-*, *wolf* to *wolv-*.
pub(crate) fn voiced(word: &str) -> Option<String> {
    let [end, before, one_more] = last(word);
    let long = is_vowel(before) && (is_vowel(one_more) || (one_more == 'i' && before == 'j'));
    let ij = before == 'j' && one_more == 'i';
    let to = match end {
        'f' if long || ij || matches!(before, 'l' | 'r') => 'v',
        's' if long || ij => 'z',
        _ => return None,
    };
    Some(format!("{}{to}", without_last(word, 1)))
}

/// What stands before an ending that begins with a vowel, without change of consonants: *boot* to *bot-*, *bel* to *bell-*,
/// *tafel* to *tafel-*, *financieel* to *financiël-*.
pub(crate) fn opened(word: &str) -> String {
    let [consonant, vowel, before, one_more] = last(word);
    if is_consonant(consonant) && vowel == before && matches!(vowel, 'a' | 'e' | 'o' | 'u') {
        let single = if vowel == 'e' && one_more == 'i' { 'ë' } else { vowel };
        return format!("{}{single}{consonant}", without_last(word, 3));
    }
    // *creëer, reëel*: the vowel with the trema stays.
    if is_consonant(consonant) && vowel == 'e' && before == 'ë' {
        return format!("{}ë{consonant}", without_last(word, 3));
    }
    if ends_in_single_vowel_and_consonant(word) && !ends_unstressed(word) {
        return format!("{word}{consonant}");
    }
    word.to_owned()
}

/// [`opened`] with *v* and *z* back where the spelling lost them: *leef* to *lev-*, *huis* to *huiz-*.
pub(crate) fn opened_and_voiced(word: &str) -> String {
    let open = opened(word);
    match voiced(word) {
        // The vowel may have become single: take the voiced letter alone.
        Some(changed) => {
            let letter = changed.chars().last().unwrap_or('v');
            format!("{}{letter}", without_last(&open, 1))
        }
        None => open,
    }
}

/// What the stem before a vowel can be when its syllable closes, most usual first: *lop-* to *loop, lop*; *bell-* to *bel*;
/// *lev-* to *leef*; *tafel-* to *tafel, tafeel*.
pub(crate) fn closed(stem: &str) -> Vec<String> {
    let [consonant, vowel, before] = last(stem);
    if !is_consonant(consonant) {
        return vec![stem.to_owned()];
    }
    if consonant == vowel {
        return vec![without_last(stem, 1).to_owned()];
    }
    let hardened = |word: &str| match last::<1>(word)[0] {
        'v' => format!("{}f", without_last(word, 1)),
        'z' => format!("{}s", without_last(word, 1)),
        _ => word.to_owned(),
    };
    let doubled = match vowel {
        'a' | 'e' | 'o' | 'u' if !is_vowel(before) && !matches!(consonant, 'w' | 'x' | 'j' | 'h') => {
            Some(format!("{}{vowel}{vowel}{consonant}", without_last(stem, 2)))
        }
        'ë' if before == 'i' => Some(format!("{}ee{consonant}", without_last(stem, 2))),
        'ë' => Some(format!("{}ëe{consonant}", without_last(stem, 2))),
        _ => None,
    };
    let mut all: Vec<String> = Vec::with_capacity(2);
    match doubled {
        Some(doubled) if ends_unstressed(stem) => all.extend([hardened(stem), hardened(&doubled)]),
        Some(doubled) => all.extend([hardened(&doubled), hardened(stem)]),
        None => all.push(hardened(stem)),
    }
    all
}

/// Whether the past of a weak verb has *t*: the last sound of its stem, before it lost its voice, is one of 't kofschip x.
pub(crate) fn takes_t(base: &str) -> bool {
    let [end, before] = last(base);
    matches!(end, 't' | 'k' | 'f' | 's' | 'p' | 'x' | 'c') || (end == 'h' && matches!(before, 'c' | 's'))
}

/// *ge-* before a participle, with the trema that keeps the vowels apart: *geëindigd, geïnd, geoefend, geuit*.
pub(crate) fn with_ge(rest: &str) -> String {
    let mut letters = rest.chars();
    let (first, second) = (letters.next().unwrap_or('\0'), letters.next().unwrap_or('\0'));
    let tail = without_first(rest, 1);
    match (first, second) {
        ('e', 'u') => format!("geë{tail}"),
        ('e', _) => format!("geë{tail}"),
        ('i', 'j') => format!("ge{rest}"),
        ('i', _) => format!("geï{tail}"),
        ('u', 'i') => format!("ge{rest}"),
        ('u', _) => format!("geü{tail}"),
        _ => format!("ge{rest}"),
    }
}

/// The rest of a participle after *ge-*, without the trema that *ge-* had brought: *geëindigd* to *eindigd*.
pub(crate) fn without_ge(participle: &str) -> Option<String> {
    let rest = participle.strip_prefix("ge")?;
    let first = rest.chars().next()?;
    let plain = match first {
        'ë' => 'e',
        'ï' => 'i',
        'ü' => 'u',
        _ => return Some(rest.to_owned()),
    };
    Some(format!("{plain}{}", without_first(rest, 1)))
}

/// The word without its first letters.
pub(crate) fn without_first(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).map_or("", |(at, _)| &word[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_open_and_close() {
        for (closed_form, open_form) in [
            ("boot", "bot"),
            ("bel", "bell"),
            ("tafel", "tafel"),
            ("huis", "huiz"),
            ("leef", "lev"),
            ("wolf", "wolv"),
            ("financieel", "financiël"),
            ("pak", "pakk"),
            ("muur", "mur"),
            ("eenzijdig", "eenzijdig"),
            ("duw", "duw"),
            ("fax", "fax"),
            ("prijs", "prijz"),
            ("kind", "kind"),
            ("lief", "liev"),
            ("dans", "dans"),
        ] {
            assert_eq!(opened_and_voiced(closed_form), open_form, "{closed_form}");
        }
    }

    #[test]
    fn stems_close() {
        for (open_form, closed_form) in [
            ("lop", "loop"),
            ("bell", "bel"),
            ("lev", "leef"),
            ("tafel", "tafel"),
            ("reiz", "reis"),
            ("draai", "draai"),
            ("werk", "werk"),
            ("kopiër", "kopieer"),
            ("creër", "creëer"),
            ("reinig", "reinig"),
        ] {
            assert_eq!(closed(open_form)[0], closed_form, "{open_form}");
        }
    }

    #[test]
    fn ge_keeps_vowels_apart() {
        for (rest, participle) in [
            ("eindigd", "geëindigd"),
            ("ïnd", "geïnd"),
            ("uit", "geuit"),
            ("acht", "geacht"),
            ("ijkt", "geijkt"),
            ("üpload", "geüpload"),
        ] {
            assert_eq!(with_ge(rest), participle);
        }
        assert_eq!(with_ge("ind"), "geïnd");
        assert_eq!(without_ge("geëindigd").as_deref(), Some("eindigd"));
    }

    #[test]
    fn letters_are_cut_not_bytes() {
        assert_eq!(without_last("één", 1), "éé");
        assert_eq!(without_last("é", 3), "");
        assert_eq!(without_last("é", 0), "é");
        assert_eq!(without_first("één", 2), "n");
    }
}
