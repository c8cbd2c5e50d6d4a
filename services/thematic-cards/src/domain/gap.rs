//! The place of a word in its example sentence, in whatever form it stands there.
//!
//! Without a lexicon: the forms that the entry has, and those that follow by rule. The rules offer more spellings than
//! there are words (*werken* gives *werk* and *weerk*): that does no harm, since a spelling counts only where the editor's
//! own sentence has it. Where no form is found there is no gap, and the word has no card that asks for one.

use super::word::Entry;
use events::{PartOfSpeech, admin::VerbForms};
use grader::Expected;
use std::collections::BTreeSet;

/// What stands where the word is missing.
pub const BLANK: &str = "___";

/// Between a verb and its particle lie at most so many words.
const PARTICLE_REACH: usize = 25;

/// A sentence without its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The sentence, with [`BLANK`] for each part of the word.
    pub sentence: String,
    /// What is missing, as it is written inside a sentence; the parts of a split verb with a space between.
    pub answer: String,
    /// Which of the examples it is.
    pub example: usize,
}

impl Gap {
    /// What is right in the gap, between what stands before and after it.
    pub fn expected(&self) -> Expected {
        let (before, rest) = self.sentence.split_once(BLANK).unwrap_or_default();
        let after = rest.rsplit_once(BLANK).map_or(rest, |(_, after)| after);
        Expected::variants(&self.answer).between(before, after)
    }

    /// The first example of `entry` in which the word is found.
    pub fn of(entry: &Entry) -> Option<Self> {
        let forms = Forms::of(entry);
        entry
            .examples
            .iter()
            .enumerate()
            .find_map(|(example, one)| Self::in_sentence(&forms, &one.text, example))
    }

    fn in_sentence(forms: &Forms, sentence: &str, example: usize) -> Option<Self> {
        let tokens = tokens(sentence);
        let parts = forms.find(&tokens)?;
        // A sentence that is the word itself asks nothing.
        if parts.iter().map(|part| part.end - part.start).sum::<usize>() >= tokens.len() {
            return None;
        }
        let (mut blanked, mut answer, mut done) = (String::new(), Vec::new(), 0);
        for part in &parts {
            let (start, end) = (tokens[part.start].start, tokens[part.end - 1].end);
            blanked.push_str(&sentence[done..start]);
            blanked.push_str(BLANK);
            let piece = &sentence[start..end];
            answer.push(if part.start == 0 { forms.inside(piece) } else { piece.to_owned() });
            done = end;
        }
        blanked.push_str(&sentence[done..]);
        Some(Self { sentence: blanked, answer: answer.join(" "), example })
    }
}

/// A word of a sentence: where it stands in bytes, and how it is written without capitals.
struct Token {
    start: usize,
    end: usize,
    text: String,
}

/// Tokens from `start` to before `end`.
type Part = std::ops::Range<usize>;

fn tokens(sentence: &str) -> Vec<Token> {
    let inside = |letter: char| letter.is_alphanumeric() || matches!(letter, '\'' | '’' | '-');
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, letter) in sentence.char_indices().chain([(sentence.len(), ' ')]) {
        match (inside(letter), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let text = sentence[from..at].to_lowercase().replace('’', "'");
                tokens.push(Token { start: from, end: at, text });
                start = None;
            }
            _ => {}
        }
    }
    tokens
}

/// How a word may be written in a sentence.
struct Forms {
    /// As one word, or several in a row.
    whole: BTreeSet<String>,
    /// A separable verb: its forms without the particle, and the particle.
    split: Option<(BTreeSet<String>, String)>,
    /// Whether its capital belongs to it.
    proper: bool,
}

impl Forms {
    fn of(entry: &Entry) -> Self {
        let lemma = entry.lemma.to_lowercase();
        let mut whole = BTreeSet::from([lemma.clone()]);
        if let Some(noun) = &entry.noun {
            for form in [&noun.plural, &noun.diminutive].into_iter().flatten() {
                whole.insert(form.to_lowercase());
            }
            whole.extend(noun.diminutive.iter().map(|form| format!("{}s", form.to_lowercase())));
        }
        if entry.part_of_speech == PartOfSpeech::Adjective {
            whole.extend(adjective(entry, &lemma));
        }
        let mut split = None;
        if let Some(verb) = &entry.verb {
            let particle = verb.particle.as_deref().map(str::to_lowercase);
            match particle.and_then(|particle| Some((lemma.strip_prefix(&particle)?.to_owned(), particle))) {
                Some((base, particle)) => {
                    let forms = finite(&base, verb, &particle);
                    whole.extend(forms.iter().map(|form| format!("{particle}{form}")));
                    whole.insert(format!("{particle} te {base}"));
                    split = Some((forms, particle));
                }
                None => whole.extend(finite(&lemma, verb, "")),
            }
            whole.insert(verb.participle.to_lowercase());
        }
        let proper = entry.lemma.chars().next().is_some_and(char::is_uppercase);
        Self { whole, split, proper }
    }

    /// How the first word of a sentence is written further inside.
    fn inside(&self, piece: &str) -> String {
        let mut letters = piece.chars();
        match letters.next() {
            Some(first) if !self.proper => first.to_lowercase().chain(letters).collect(),
            _ => piece.to_owned(),
        }
    }

    fn find(&self, tokens: &[Token]) -> Option<Vec<Part>> {
        self.find_whole(tokens).map(|part| vec![part]).or_else(|| self.find_split(tokens))
    }

    /// The longest run of tokens that is a form: *aan te komen* before *komen*.
    fn find_whole(&self, tokens: &[Token]) -> Option<Part> {
        let longest = self.whole.iter().map(|form| form.split_whitespace().count()).max()?;
        (1..=longest).rev().find_map(|length| {
            let run = tokens.windows(length).position(|run| {
                let words: Vec<&str> = run.iter().map(|token| token.text.as_str()).collect();
                self.whole.contains(&words.join(" "))
            })?;
            Some(run..run + length)
        })
    }

    /// The last particle that has a form of the verb before it, with the nearest such form.
    fn find_split(&self, tokens: &[Token]) -> Option<Vec<Part>> {
        let (verbs, particle) = self.split.as_ref()?;
        let particles = (0..tokens.len()).rev().filter(|at| tokens[*at].text == *particle);
        particles.into_iter().find_map(|at| {
            let nearest = at.saturating_sub(PARTICLE_REACH)..at;
            let verb = nearest.rev().find(|verb| verbs.contains(&tokens[*verb].text))?;
            Some(vec![verb..verb + 1, at..at + 1])
        })
    }
}

fn adjective(entry: &Entry, lemma: &str) -> BTreeSet<String> {
    let mut degrees = vec![lemma.to_owned()];
    if let Some(forms) = &entry.adjective {
        degrees.extend(
            [&forms.comparative, &forms.superlative, &forms.inflected].into_iter().flatten().cloned(),
        );
    }
    let mut all = BTreeSet::new();
    for degree in degrees.iter().map(|degree| degree.to_lowercase()) {
        all.extend(before_e(&degree).into_iter().map(|stem| format!("{stem}e")));
        all.insert(format!("{degree}s"));
        all.insert(degree);
    }
    all
}

/// How a word may be spelled before an ending in *e*: *groot* as *grot*, *dik* as *dikk*, *lief* as *liev*.
fn before_e(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut stems = vec![word.to_owned()];
    if let [head @ .., vowel, same, last] = letters.as_slice()
        && is_vowel(*vowel)
        && vowel == same
        && !is_vowel(*last)
    {
        stems.push(head.iter().chain([vowel, last]).collect());
    }
    if let [.., vowel, last] = letters.as_slice()
        && is_vowel(*vowel)
        && !is_vowel(*last)
    {
        stems.push(format!("{word}{last}"));
    }
    let voiced: Vec<String> =
        stems.iter().filter_map(|stem| exchanged(stem, &[('f', 'v'), ('s', 'z')])).collect();
    stems.extend(voiced);
    stems
}

/// The forms of a verb that stand alone: present, past, imperative, infinitive; those of the past without the particle.
fn finite(infinitive: &str, verb: &VerbForms, particle: &str) -> BTreeSet<String> {
    let mut forms = present(infinitive);
    for past in [&verb.past_singular, &verb.past_plural] {
        let past = past.to_lowercase();
        let alone = past.strip_suffix(particle).map_or(past.as_str(), str::trim_end);
        forms.insert(alone.to_owned());
    }
    forms.insert(infinitive.to_owned());
    forms
}

/// Verbs whose present is like no other's.
const IRREGULAR: [(&str, &[&str]); 7] = [
    ("zijn", &["ben", "bent", "is", "wees"]),
    ("hebben", &["heb", "hebt", "heeft"]),
    ("kunnen", &["kan", "kun", "kunt"]),
    ("zullen", &["zal", "zul", "zult"]),
    ("mogen", &["mag", "moogt"]),
    ("willen", &["wil", "wilt"]),
    ("komen", &["kom", "komt"]),
];

fn present(infinitive: &str) -> BTreeSet<String> {
    // Also with a prefix: bekomen, toekunnen.
    if let Some((verb, forms)) = IRREGULAR.iter().find(|(verb, _)| infinitive.ends_with(verb)) {
        let prefix = infinitive.strip_suffix(verb).unwrap_or_default();
        return forms.iter().map(|form| format!("{prefix}{form}")).collect();
    }
    stems(infinitive)
        .into_iter()
        .flat_map(|stem| {
            let with_t = if stem.ends_with('t') { stem.clone() } else { format!("{stem}t") };
            [stem, with_t]
        })
        .collect()
}

fn stems(infinitive: &str) -> Vec<String> {
    let open = ["aa", "oe", "ie"]
        .into_iter()
        .find(|vowels| infinitive.strip_suffix('n').is_some_and(|rest| rest.ends_with(vowels)));
    if let (Some(vowels), Some(stem)) = (open, infinitive.strip_suffix('n')) {
        // gaan: ga, gaat; doen: doe, doet; zien: zie, ziet.
        let short = stem.strip_suffix('a').filter(|_| vowels == "aa").map(str::to_owned);
        return short.into_iter().chain([stem.to_owned()]).collect();
    }
    let Some(root) = infinitive.strip_suffix("en") else { return Vec::new() };
    let letters: Vec<char> = root.chars().collect();
    let mut stems = vec![root.to_owned()];
    if let [head @ .., one, other] = letters.as_slice() {
        if one == other && !is_vowel(*one) {
            stems.push(head.iter().chain([one]).collect());
        }
        if is_vowel(*one) && !is_vowel(*other) {
            stems.push(head.iter().chain([one, one, other]).collect());
        }
    }
    let hardened: Vec<String> =
        stems.iter().filter_map(|stem| exchanged(stem, &[('v', 'f'), ('z', 's')])).collect();
    stems.extend(hardened);
    stems
}

/// The word with its last letter exchanged, where it is one of these.
fn exchanged(word: &str, pairs: &[(char, char)]) -> Option<String> {
    let last = word.chars().next_back()?;
    let (_, other) = pairs.iter().find(|(letter, _)| *letter == last)?;
    Some(format!("{}{other}", word.strip_suffix(last)?))
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::samples::{adjective, noun, phrase, verb};
    use events::admin::Example;
    use std::collections::BTreeMap;

    fn gap(entry: Entry, sentence: &str) -> Option<(String, String)> {
        let examples = vec![Example { text: sentence.into(), translations: BTreeMap::new() }];
        Gap::of(&Entry { examples, ..entry }).map(|gap| (gap.sentence, gap.answer))
    }

    fn found(entry: Entry, sentence: &str) -> String {
        let (blanked, answer) = gap(entry, sentence).unwrap_or_else(|| panic!("no gap in {sentence}"));
        format!("{blanked} = {answer}")
    }

    #[test]
    fn a_noun_is_found_in_each_of_its_forms() {
        let brood = || noun("het", "brood", Some("broden"), Some("broodje"));
        for (sentence, expected) in [
            ("Ik eet elke ochtend brood met kaas.", "Ik eet elke ochtend ___ met kaas. = brood"),
            ("Brood is lekker.", "___ is lekker. = brood"),
            ("Ze bakt twee broden.", "Ze bakt twee ___. = broden"),
            ("Mag ik vier broodjes?", "Mag ik vier ___? = broodjes"),
        ] {
            assert_eq!(found(brood(), sentence), expected);
        }
    }

    #[test]
    fn a_verb_is_found_in_the_present_and_in_the_past() {
        for (infinitive, past, participle, sentence, answer) in [
            ("lopen", ["liep", "liepen"], "gelopen", "Hij loopt naar huis.", "loopt"),
            ("lopen", ["liep", "liepen"], "gelopen", "Wij liepen naar huis.", "liepen"),
            ("pakken", ["pakte", "pakten"], "gepakt", "Pak je jas!", "pak"),
            ("leven", ["leefde", "leefden"], "geleefd", "De vis leeft nog.", "leeft"),
            ("reizen", ["reisde", "reisden"], "gereisd", "Zij reist veel.", "reist"),
            ("wandelen", ["wandelde", "wandelden"], "gewandeld", "Ik wandel graag.", "wandel"),
            ("gaan", ["ging", "gingen"], "gegaan", "Hij gaat nu.", "gaat"),
            ("staan", ["stond", "stonden"], "gestaan", "Ik sta hier.", "sta"),
            ("zien", ["zag", "zagen"], "gezien", "Zie je dat?", "zie"),
            ("zijn", ["was", "waren"], "geweest", "Zij is thuis.", "is"),
            ("vinden", ["vond", "vonden"], "gevonden", "Hij vindt het mooi.", "vindt"),
            ("praten", ["praatte", "praatten"], "gepraat", "Hij praat te veel.", "praat"),
        ] {
            let (_, found) = gap(verb(infinitive, past, participle, None), sentence).expect(sentence);
            assert_eq!(found, answer, "{sentence}");
        }
    }

    #[test]
    fn a_split_verb_leaves_two_gaps() {
        let opstaan = || verb("opstaan", ["stond op", "stonden op"], "opgestaan", Some("op"));
        for (sentence, expected) in [
            ("Ik sta elke dag om zeven uur op.", "Ik ___ elke dag om zeven uur ___. = sta op"),
            ("Stond hij op tijd op?", "___ hij op tijd ___? = stond op"),
            ("Ze is vroeg opgestaan.", "Ze is vroeg ___. = opgestaan"),
            ("Ik wil niet opstaan.", "Ik wil niet ___. = opstaan"),
            ("Het is te koud om op te staan.", "Het is te koud om ___. = op te staan"),
            ("Als ik opsta, slaap jij.", "Als ik ___, slaap jij. = opsta"),
        ] {
            assert_eq!(found(opstaan(), sentence), expected);
        }
    }

    #[test]
    fn a_particle_without_its_verb_is_a_preposition() {
        let opstaan = verb("opstaan", ["stond op", "stonden op"], "opgestaan", Some("op"));
        assert_eq!(gap(opstaan, "Het boek ligt op tafel."), None);
    }

    #[test]
    fn an_adjective_is_found_with_its_endings_and_degrees() {
        for (lemma, sentence, answer) in [
            ("groot", "Een grote hond.", "grote"),
            ("dik", "Het dikke boek.", "dikke"),
            ("lief", "Wat een lieve kat!", "lieve"),
            ("grijs", "Een grijze lucht.", "grijze"),
            ("lekker", "Ik wil iets lekkers.", "lekkers"),
            ("duur", "Deze is duurder.", "duurder"),
        ] {
            let (_, found) = gap(adjective(lemma, Some("duurder")), sentence).expect(sentence);
            assert_eq!(found, answer, "{sentence}");
        }
    }

    #[test]
    fn several_words_are_one_gap() {
        assert_eq!(found(phrase("tot ziens"), "Dag, tot ziens allemaal!"), "Dag, ___ allemaal! = tot ziens");
    }

    #[test]
    fn a_sentence_that_is_the_word_asks_nothing() {
        assert_eq!(gap(phrase("tot ziens"), "Tot ziens!"), None);
        assert_eq!(gap(phrase("tot ziens"), ""), None);
        assert_eq!(gap(phrase("tot ziens"), "Dag, daar is hij."), None);
    }

    #[test]
    fn a_name_keeps_its_capital() {
        let nederland = Entry { part_of_speech: PartOfSpeech::Noun, ..phrase("Nederland") };
        assert_eq!(found(nederland, "Nederland is klein."), "___ is klein. = Nederland");
    }

    #[test]
    fn nothing_odd_makes_it_fail() {
        for sentence in ["", "'", "--", "ÀÉÎ ß ﬁ", "\u{202e}dlo", "a\u{301}b", &"brood ".repeat(5000)] {
            let _ = gap(noun("het", "brood", None, None), sentence);
            let _ = gap(verb("en", ["", ""], "", Some("")), sentence);
        }
    }
}
