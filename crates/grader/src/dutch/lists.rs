//! Words that belong to closed classes, as far as the place of a word in a sentence needs them.

use super::spelling::is_longer;

/// What can be nothing but the subject.
const SUBJECTS_ONLY: &[&str] = &["ik", "'k", "jij", "hij", "zij", "wij", "we", "men"];

/// Pronouns that may be subject or object.
const SUBJECTS_OR_OBJECTS: &[&str] = &["je", "ze", "u", "het", "'t", "jullie"];

/// Other words that can be a subject alone.
const INDEFINITE_SUBJECTS: &[&str] = &["wie", "iedereen", "iemand", "niemand"];

const OBJECTS: &[&str] =
    &["me", "mij", "jou", "hem", "haar", "ons", "hen", "hun", "zich", "elkaar", "iets", "niets", "alles"];

const DETERMINERS: &[&str] = &[
    "de", "het", "een", "'t", "'n", "deze", "dit", "die", "dat", "mijn", "m'n", "jouw", "je", "uw", "zijn",
    "z'n", "haar", "d'r", "ons", "onze", "jullie", "hun", "elke", "elk", "iedere", "ieder", "welke", "welk",
    "geen", "veel", "weinig", "alle",
];

/// Determiners that may follow an article: *de twee broers*.
const NUMBERS: &[&str] = &["twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"];

const PREPOSITIONS: &[&str] = &[
    "aan", "achter", "bij", "binnen", "boven", "buiten", "door", "in", "langs", "met", "na", "naar", "naast",
    "om", "onder", "op", "over", "per", "rond", "sinds", "te", "tegen", "tijdens", "tot", "tussen", "uit",
    "van", "vanaf", "vanuit", "vanwege", "via", "volgens", "voor", "wegens", "zonder",
];

const COORDINATING: &[&str] = &["en", "maar", "want", "of", "dus"];

const SUBORDINATING: &[&str] = &[
    "omdat", "als", "dat", "toen", "terwijl", "hoewel", "zodat", "voordat", "nadat", "totdat", "doordat",
    "indien", "tenzij", "zodra", "of", "die",
];

const QUESTIONS: &[&str] = &[
    "waar", "wanneer", "waarom", "hoe", "wat", "welke", "welk", "hoeveel", "waarheen", "waarmee", "waarover",
    "waarvoor",
];

/// What a sentence begins with so that its verb comes before its subject.
const ADVERBS_IN_FRONT: &[&str] = &[
    "'s",
    "binnenkort",
    "daar",
    "daarna",
    "daarom",
    "dan",
    "dus",
    "eerst",
    "eergisteren",
    "eindelijk",
    "elke",
    "gelukkig",
    "gisteren",
    "hier",
    "iedere",
    "jammer",
    "later",
    "meestal",
    "misschien",
    "morgen",
    "nooit",
    "nu",
    "ooit",
    "opeens",
    "overdag",
    "overmorgen",
    "plotseling",
    "soms",
    "straks",
    "thuis",
    "toen",
    "vaak",
    "vandaag",
    "vanavond",
    "vanmiddag",
    "vanmorgen",
    "vannacht",
    "vanochtend",
    "volgende",
    "vorige",
    "vroeger",
    "waarschijnlijk",
];

const OTHER_ADVERBS: &[&str] = &[
    "al", "alleen", "altijd", "bijna", "eens", "er", "erg", "even", "gauw", "genoeg", "graag", "heel",
    "juist", "net", "niet", "nog", "ook", "pas", "samen", "snel", "toch", "vooral", "wel", "weer", "zeer",
    "zelf", "zo",
];

/// Particles of separable verbs.
const PARTICLES: &[&str] = &[
    "aan",
    "achter",
    "achteruit",
    "af",
    "bij",
    "binnen",
    "buiten",
    "dicht",
    "door",
    "heen",
    "in",
    "klaar",
    "kwijt",
    "langs",
    "los",
    "mee",
    "na",
    "neer",
    "om",
    "omhoog",
    "omlaag",
    "onder",
    "op",
    "open",
    "over",
    "rond",
    "samen",
    "schoon",
    "stil",
    "tegen",
    "terug",
    "thuis",
    "toe",
    "uit",
    "vast",
    "vol",
    "voor",
    "voorbij",
    "vooruit",
    "vrij",
    "weg",
];

/// With one of these, a preposition at the end belongs to it and not to a verb: *waar denk je aan*.
const PRONOMINAL_ADVERBS: &[&str] = &["waar", "daar", "er", "hier"];

/// After *het* these say that it is a pronoun: *het regent*.
const VERBS_AFTER_HET: &[&str] = &[
    "begint",
    "begon",
    "betekent",
    "blijft",
    "doet",
    "duurde",
    "duurt",
    "gaat",
    "geeft",
    "ging",
    "had",
    "heeft",
    "helpt",
    "hoeft",
    "hoort",
    "is",
    "kan",
    "klopt",
    "komt",
    "kon",
    "kost",
    "kostte",
    "lag",
    "leek",
    "ligt",
    "lijkt",
    "lukt",
    "maakt",
    "mag",
    "moest",
    "moet",
    "ontbreekt",
    "regende",
    "regent",
    "ruikt",
    "smaakt",
    "sneeuwde",
    "sneeuwt",
    "spijt",
    "staat",
    "stond",
    "valt",
    "was",
    "werd",
    "werkt",
    "wordt",
    "zal",
    "zit",
    "zou",
];

/// Before *het* these say that it is a pronoun, most probably: *ik vind het leuk*.
const VERBS_BEFORE_HET: &[&str] = &["vind", "vindt", "vinden", "vond", "vonden"];

const HEBBEN: &[&str] = &["heb", "hebt", "heeft", "hebben", "had", "hadden", "gehad"];
const ZIJN: &[&str] = &["ben", "bent", "is", "zijn", "was", "waren", "geweest"];
const WORDEN: &[&str] = &["word", "wordt", "worden", "werd", "werden", "geworden"];

pub(crate) fn is_article(word: &str) -> bool {
    matches!(word, "de" | "het" | "een" | "'t" | "'n")
}

pub(crate) fn is_subject_only(word: &str) -> bool {
    SUBJECTS_ONLY.contains(&word)
}

pub(crate) fn is_subject_or_object(word: &str) -> bool {
    SUBJECTS_OR_OBJECTS.contains(&word)
}

/// Whether a verb next to it has it as its subject, most probably.
pub(crate) fn can_be_subject(word: &str) -> bool {
    is_subject_only(word) || is_subject_or_object(word) || INDEFINITE_SUBJECTS.contains(&word)
}

pub(crate) fn is_determiner(word: &str) -> bool {
    DETERMINERS.contains(&word) || NUMBERS.contains(&word)
}

pub(crate) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
}

/// Whether a clause begins with it.
pub(crate) fn is_conjunction(word: &str) -> bool {
    COORDINATING.contains(&word) || SUBORDINATING.contains(&word)
}

pub(crate) fn is_subordinating(word: &str) -> bool {
    SUBORDINATING.contains(&word)
}

pub(crate) fn is_coordinating(word: &str) -> bool {
    COORDINATING.contains(&word)
}

/// Whether a sentence that begins with it has its verb before its subject.
pub(crate) fn comes_in_front(word: &str) -> bool {
    let lists = [ADVERBS_IN_FRONT, PREPOSITIONS, QUESTIONS, SUBORDINATING];
    lists.iter().any(|list| list.contains(&word))
}

pub(crate) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// The particle that a word begins with, if something is left of it: *op* of *opbellen*. The longest, *achteruit* before
/// *achter*.
pub(crate) fn leading_particle(word: &str) -> Option<&'static str> {
    let fits = PARTICLES
        .iter()
        .filter(|particle| word.strip_prefix(**particle).is_some_and(|rest| is_longer(rest, 1)));
    fits.max_by_key(|particle| particle.len()).copied()
}

pub(crate) fn is_pronominal_adverb(word: &str) -> bool {
    PRONOMINAL_ADVERBS.contains(&word)
}

/// Whether *het* before this word is a pronoun and no article.
pub(crate) fn follows_pronoun(word: &str) -> bool {
    let lists = [VERBS_AFTER_HET, HEBBEN, ZIJN, WORDEN];
    lists.iter().any(|list| list.contains(&word)) || (cannot_be_verb(word) && !NUMBERS.contains(&word))
}

/// Whether *het* after this word is a pronoun and no article.
pub(crate) fn precedes_pronoun(word: &str) -> bool {
    VERBS_BEFORE_HET.contains(&word)
}

/// Whether a word of a closed class is none that a verb could be. *Zijn* is a verb and a possessive.
pub(crate) fn cannot_be_verb(word: &str) -> bool {
    let lists = [
        SUBJECTS_ONLY,
        SUBJECTS_OR_OBJECTS,
        INDEFINITE_SUBJECTS,
        OBJECTS,
        DETERMINERS,
        NUMBERS,
        PREPOSITIONS,
        COORDINATING,
        SUBORDINATING,
        QUESTIONS,
        ADVERBS_IN_FRONT,
        OTHER_ADVERBS,
        PARTICLES,
    ];
    word != "zijn" && lists.iter().any(|list| list.contains(&word))
}

/// Whether both are forms of auxiliaries, and not of the same.
pub(crate) fn are_different_auxiliaries(one: &str, other: &str) -> bool {
    let which = |word: &str| [HEBBEN, ZIJN, WORDEN].iter().position(|forms| forms.contains(&word));
    matches!((which(one), which(other)), (Some(one), Some(other)) if one != other)
}

pub(crate) fn is_auxiliary(word: &str) -> bool {
    [HEBBEN, ZIJN, WORDEN].iter().any(|forms| forms.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    /// The clients' twin holds the same words.
    fn lists() -> Value {
        json!({
            "subjectsOnly": SUBJECTS_ONLY,
            "subjectsOrObjects": SUBJECTS_OR_OBJECTS,
            "indefiniteSubjects": INDEFINITE_SUBJECTS,
            "objects": OBJECTS,
            "determiners": DETERMINERS,
            "numbers": NUMBERS,
            "prepositions": PREPOSITIONS,
            "coordinating": COORDINATING,
            "subordinating": SUBORDINATING,
            "questions": QUESTIONS,
            "adverbsInFront": ADVERBS_IN_FRONT,
            "otherAdverbs": OTHER_ADVERBS,
            "particles": PARTICLES,
            "pronominalAdverbs": PRONOMINAL_ADVERBS,
            "verbsAfterHet": VERBS_AFTER_HET,
            "verbsBeforeHet": VERBS_BEFORE_HET,
            "hebben": HEBBEN,
            "zijn": ZIJN,
            "worden": WORDEN,
        })
    }

    const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors/grader-words.json");

    #[test]
    fn the_twin_is_told_every_word() {
        let text = std::fs::read_to_string(FILE).expect("the words are in the repository");
        let stored: Value = serde_json::from_str(&text).expect("the words are JSON");
        assert_eq!(stored, lists(), "after an intended change: cargo test -p tall-grader --lib -- --ignored");
    }

    #[test]
    #[ignore = "writes the words that the other test compares with"]
    fn write_the_words() {
        let mut text = serde_json::to_string_pretty(&lists()).expect("values are JSON");
        text.push('\n');
        std::fs::write(FILE, text).expect("the file can be written");
    }

    #[test]
    fn no_word_is_listed_twice() {
        let Value::Object(lists) = lists() else { unreachable!("an object was made") };
        for (name, words) in lists {
            let words: Vec<_> = words.as_array().expect("a list").iter().filter_map(Value::as_str).collect();
            let different: std::collections::BTreeSet<_> = words.iter().collect();
            assert_eq!(different.len(), words.len(), "{name}");
        }
    }
}
