//! Open and closed syllables, the d and t at the end, and how a word sounds.
//!
//! Words come in small letters and without diacritics.

/// Which letters are written once instead of twice, or twice instead of once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Doubling {
    pub vowel: bool,
    pub consonant: bool,
}

/// Whether two words differ in nothing but doubled letters, as open and closed syllables ask for: *bomen* and *boomen*,
/// *bommen* and *bomen*.
///
/// A vowel is doubled between consonants, not within *ie*, *oe* or *eu*; a consonant after a vowel.
pub(crate) fn doubling(right: &str, given: &str) -> Option<Doubling> {
    if right == given || !once_each(right).eq(once_each(given)) {
        return None;
    }
    let (right, given) = (runs(right), runs(given));
    let mut found = Doubling { vowel: false, consonant: false };
    for (at, (one, other)) in right.iter().zip(&given).enumerate() {
        if one.length == other.length {
            continue;
        }
        let before = at.checked_sub(1).map(|at| right[at].letter);
        let after = right.get(at + 1).map(|run| run.letter);
        if one.length.max(other.length) > 2 || !one.letter.is_alphabetic() {
            return None;
        } else if is_single_vowel(one.letter) && !before.is_some_and(is_vowel) && !after.is_some_and(is_vowel)
        {
            found.vowel = true;
        } else if !is_vowel(one.letter) && before.is_some_and(is_vowel) {
            found.consonant = true;
        } else {
            return None;
        }
    }
    Some(found)
}

/// Whether two words differ in the d, t or dt at their end: *wordt* and *word*, *gewerkt* and *gewerkd*, *hond* and *hont*.
pub(crate) fn ends_otherwise(right: &str, given: &str) -> bool {
    match (without_final_d_or_t(right), without_final_d_or_t(given)) {
        (Some(one), Some(other)) => right != given && one == other && is_longer(one, 1),
        _ => false,
    }
}

fn without_final_d_or_t(word: &str) -> Option<&str> {
    ["dt", "d", "t"].iter().find_map(|ending| word.strip_suffix(ending))
}

/// Whether two words differ in the t, alone, that a verb takes: *loopt* and *loop*, *gaat* and *ga*.
pub(crate) fn differs_in_final_t(right: &str, given: &str) -> bool {
    takes_t(right, given) || takes_t(given, right)
}

/// Whether `long` is `short` with a t. A vowel that was at the end is then in a closed syllable: *ga*, *gaat*.
fn takes_t(long: &str, short: &str) -> bool {
    let Some(stem) = long.strip_suffix('t').filter(|_| is_longer(short, 1)) else { return false };
    let last = short.chars().next_back().filter(|last| is_single_vowel(*last));
    stem == short || last.is_some_and(|last| stem.strip_suffix(last) == Some(short))
}

/// Whether two words differ in the ending of a weak past: *werkte* and *werkde*, *antwoordde* and *antwoorde*. After a
/// single vowel the same letters are a matter of syllables: *bedden* and *beden*.
pub(crate) fn weak_past_ends_otherwise(right: &str, given: &str) -> bool {
    let (right, given) = match (right.strip_suffix('n'), given.strip_suffix('n')) {
        (Some(right), Some(given)) => (right, given),
        (None, None) => (right, given),
        _ => return false,
    };
    let stem = |word| ["dde", "tte", "de", "te"].iter().find_map(|ending| str::strip_suffix(word, ending));
    match (stem(right), stem(given)) {
        (Some(one), Some(other)) => right != given && one == other && is_closed(one),
        _ => false,
    }
}

/// Whether a stem ends in a consonant that follows a vowel, or in a long vowel.
fn is_closed(stem: &str) -> bool {
    let mut backwards = stem.chars().rev();
    match backwards.next() {
        Some(last) if is_vowel(last) => backwards.next().is_some_and(is_vowel),
        Some(_) => backwards.any(is_vowel),
        None => false,
    }
}

/// Near enough how a word sounds, whatever its syllables: doubled letters once, *v* as *f*, *z* as *s*. *Huis* and *huizen*
/// begin alike, so do *loop* and *lopen*.
pub(crate) fn sound(word: &str) -> String {
    let devoiced = |letter| match letter {
        'v' => 'f',
        'z' => 's',
        other => other,
    };
    let letters: String = word.chars().map(devoiced).collect();
    once_each(&letters).collect()
}

/// The consonants of how a word sounds: what *drinken*, *dronk* and *gedronken* keep when their vowel changes.
pub(crate) fn skeleton(word: &str) -> String {
    sound(word).replace("ij", "i").chars().filter(|letter| !is_vowel(*letter)).collect()
}

pub(crate) fn is_longer(word: &str, letters: usize) -> bool {
    word.chars().nth(letters).is_some()
}

pub(crate) fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// A vowel that is doubled to be long.
fn is_single_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'o' | 'u')
}

/// The letters of a word, each run of the same letter once.
fn once_each(word: &str) -> impl Iterator<Item = char> {
    let mut last = None;
    word.chars().filter(move |letter| last.replace(*letter) != Some(*letter))
}

struct Run {
    letter: char,
    length: usize,
}

fn runs(word: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for letter in word.chars() {
        match runs.last_mut() {
            Some(run) if run.letter == letter => run.length += 1,
            _ => runs.push(Run { letter, length: 1 }),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_letters_are_told_from_others() {
        let vowel = Some(Doubling { vowel: true, consonant: false });
        let consonant = Some(Doubling { vowel: false, consonant: true });
        for (right, given, told) in [
            ("bomen", "boomen", vowel),
            ("boom", "bom", vowel),
            ("zee", "ze", vowel),
            ("bommen", "bomen", consonant),
            ("bal", "ball", consonant),
            ("adres", "addres", consonant),
            ("boom", "bomm", Some(Doubling { vowel: true, consonant: true })),
            ("fiets", "fieets", None),
            ("fiets", "fietss", None),
            ("ideeen", "ideen", None),
            ("100", "1000", None),
            ("wit", "wiit", None),
            ("boom", "boom", None),
            ("boom", "raam", None),
        ] {
            assert_eq!(doubling(right, given), told, "{right} {given}");
            assert_eq!(doubling(given, right), told, "{given} {right}");
        }
    }

    #[test]
    fn d_and_t_at_the_end() {
        for (one, other) in [("wordt", "word"), ("wordt", "wort"), ("gebeurd", "gebeurt"), ("hond", "hont")] {
            assert!(ends_otherwise(one, other) && ends_otherwise(other, one), "{one} {other}");
        }
        for (one, other) in [("loopt", "loop"), ("wordt", "wordt"), ("ad", "at"), ("kast", "kant")] {
            assert!(!ends_otherwise(one, other), "{one} {other}");
        }
        for (one, other) in [("loopt", "loop"), ("gaat", "ga"), ("zit", "zitt")] {
            assert!(differs_in_final_t(one, other) && differs_in_final_t(other, one), "{one} {other}");
        }
        for (one, other) in [("gaat", "gat"), ("lot", "loop"), ("t", "")] {
            assert!(!differs_in_final_t(one, other), "{one} {other}");
        }
    }

    #[test]
    fn d_and_t_of_the_past() {
        for (one, other) in [
            ("werkte", "werkde"),
            ("werkten", "werkden"),
            ("antwoordde", "antwoorde"),
            ("praatte", "praate"),
            ("leefde", "leefte"),
        ] {
            assert!(
                weak_past_ends_otherwise(one, other) && weak_past_ends_otherwise(other, one),
                "{one} {other}"
            );
        }
        for (one, other) in
            [("bedden", "beden"), ("katten", "katen"), ("weten", "weden"), ("werkte", "werkten")]
        {
            assert!(!weak_past_ends_otherwise(one, other), "{one} {other}");
        }
    }

    #[test]
    fn forms_of_a_word_sound_alike() {
        assert_eq!(sound("lopen"), "lopen");
        assert_eq!(sound("loopte"), "lopte");
        assert_eq!(sound("huizen"), "huisen");
        assert_eq!(skeleton("geschreven"), skeleton("geschrijven"));
        assert_ne!(skeleton("gedronken"), skeleton("gezonken"));
    }
}
