//! Which form of its word was asked for, and whether the answer is another form of it or one made by a wrong rule.

use super::lists::leading_particle;
use super::spelling::{is_longer, is_vowel, skeleton, sound};
use crate::words::{bare, folded};
use crate::{MistakeKind, NounForms, VerbForms, WordForms};

/// What learners put behind a noun for a plural, in Dutch and in the languages they come from.
const PLURAL_ENDINGS: &[&str] =
    &["", "s", "'s", "es", "en", "n", "e", "ens", "eren", "ren", "ers", "er", "a", "i", "'en"];

/// What learners put behind the stem of a verb.
const VERB_ENDINGS: &[&str] = &["", "t", "d", "te", "de", "ten", "den", "en", "e", "et", "ed", "n"];

/// The word of an answer with its forms, as they are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Known {
    Noun(Noun),
    Verb(Verb),
}

impl Known {
    pub fn of(word: &WordForms) -> Self {
        match word {
            WordForms::Noun(noun) => Self::Noun(Noun::of(noun)),
            WordForms::Verb(verb) => Self::Verb(Verb::of(verb)),
        }
    }

    /// Which form is wrong, when both are forms of this word or meant as such.
    pub fn mistake(&self, right: &str, given: &str) -> Option<MistakeKind> {
        match self {
            Self::Noun(noun) => noun.mistake(right, given),
            Self::Verb(verb) => verb.mistake(right, given),
        }
    }

    /// Whether a word is one of its forms.
    pub fn has_form(&self, word: &str) -> bool {
        match self {
            Self::Noun(noun) => word == noun.singular || noun.is_plural(word),
            Self::Verb(verb) => verb.has_form(verb.without_particle(word)),
        }
    }

    pub fn verb(&self) -> Option<&Verb> {
        match self {
            Self::Verb(verb) => Some(verb),
            Self::Noun(_) => None,
        }
    }

    pub fn is_noun(&self) -> bool {
        matches!(self, Self::Noun(_))
    }
}

/// Words in small letters without diacritics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    singular: String,
    plurals: Vec<String>,
}

impl Noun {
    fn of(forms: &NounForms) -> Self {
        Self {
            singular: plain(&forms.singular),
            plurals: forms.plurals.iter().map(|plural| plain(plural)).collect(),
        }
    }

    fn mistake(&self, right: &str, given: &str) -> Option<MistakeKind> {
        let wrong = if self.is_plural(right) {
            given == self.singular || self.is_plural(given) || self.is_meant_as_plural(given)
        } else {
            right == self.singular && self.is_plural(given)
        };
        wrong.then_some(MistakeKind::Plural)
    }

    fn is_plural(&self, word: &str) -> bool {
        self.plurals.iter().any(|plural| plural == word)
    }

    fn is_meant_as_plural(&self, given: &str) -> bool {
        let (singular, given) = (sound(&self.singular), sound(given));
        let ends = |stem: &str, endings: &[&str]| {
            given.strip_prefix(stem).is_some_and(|ending| endings.contains(&ending))
        };
        // *Baby*, *babies*: as in English.
        let english = singular.strip_suffix('y').is_some_and(|stem| !stem.is_empty() && ends(stem, &["ies"]));
        !singular.is_empty() && (ends(&singular, PLURAL_ENDINGS) || english)
    }
}

/// Words in small letters without diacritics; forms of a separable verb without its particle, of a reflexive one without *zich*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verb {
    pub particle: Option<String>,
    infinitive: String,
    pasts: Vec<String>,
    participle: String,
    /// How the stem sounds, and the stem of the past.
    stems: Vec<String>,
}

impl Verb {
    fn of(forms: &VerbForms) -> Self {
        let particle = forms.particle.as_deref().map(plain).filter(|particle| !particle.is_empty());
        let own = |text: &str| {
            let text = plain(text);
            let is_own = |word: &&str| *word != "zich" && Some(*word) != particle.as_deref();
            let mut words = text.split_whitespace().filter(is_own);
            let word = words.next_back().unwrap_or_default();
            without(particle.as_deref(), word).to_owned()
        };
        let infinitive = own(&forms.infinitive);
        let pasts = vec![own(&forms.past_singular), own(&forms.past_plural)];
        let stems = vec![sound(stem_of(&infinitive)), sound(stem_of_past(&pasts[0]))];
        Self { infinitive, pasts, participle: own(&forms.participle), stems, particle }
    }

    /// Whether a word is a form of the present with another than the plural's ending.
    pub fn is_singular_present(&self, word: &str) -> bool {
        let word = sound(self.without_particle(word));
        let ending = self.stems.first().and_then(|stem| after_stem(&word, stem));
        matches!(ending, Some("" | "t"))
    }

    /// Whether a word without its particle is the infinitive, a past, the participle or a singular of the present.
    fn has_form(&self, word: &str) -> bool {
        let is_known = word == self.infinitive || word == self.participle || self.is_past(word);
        is_known || self.is_singular_present(word)
    }

    pub fn is_participle(&self, word: &str) -> bool {
        self.without_particle(word) == self.participle
    }

    /// Of a form that is past and participle alike, *verkocht*, the ending of what was given tells which was meant.
    fn mistake(&self, right: &str, given: &str) -> Option<MistakeKind> {
        let (asked, had) = (self.without_particle(right), self.without_particle(given));
        let asks_infinitive = asked == self.infinitive;
        if asked == had {
            // The particle is missing from the word, or too much.
            return (self.particle.is_some() && self.has_form(asked)).then_some(MistakeKind::Separable);
        }
        let is_either = self.is_past(asked) && asked == self.participle;
        if self.is_past(asked) && !asks_infinitive && !(is_either && had.ends_with(['t', 'd', 'n'])) {
            return (self.is_meant_as_form(had) || is_ablaut(asked, had)).then_some(MistakeKind::Past);
        }
        if asked == self.participle && !(asks_infinitive && self.is_singular_present(had)) {
            let meant =
                self.is_meant_as_form(had) || self.is_meant_as_participle(given) || is_ablaut(asked, had);
            return meant.then_some(MistakeKind::Participle);
        }
        if !asks_infinitive && !self.is_singular_present(asked) {
            return None;
        }
        if self.is_past(had) && had != self.infinitive {
            return Some(MistakeKind::Past);
        }
        (had == self.participle && had != self.infinitive).then_some(MistakeKind::Participle)
    }

    fn without_particle<'a>(&self, word: &'a str) -> &'a str {
        without(self.particle.as_deref(), word)
    }

    fn is_past(&self, word: &str) -> bool {
        self.pasts.iter().any(|past| past == word)
    }

    /// A form of this verb, or a stem of it with an ending.
    fn is_meant_as_form(&self, given: &str) -> bool {
        let known = given == self.infinitive || given == self.participle || self.is_past(given);
        known || self.is_stem_with_ending(given)
    }

    /// Something with *ge-*, before or after the particle, and a stem or the participle itself: *geloopt*, *geverkocht*,
    /// *geopbeld*.
    fn is_meant_as_participle(&self, given: &str) -> bool {
        let Some(core) = self.without_particle(given).strip_prefix("ge") else { return false };
        let core = self.without_particle(core);
        let own = self.participle.strip_prefix("ge").unwrap_or(&self.participle);
        core == own || core == self.participle || core == self.infinitive || self.is_stem_with_ending(core)
    }

    fn is_stem_with_ending(&self, given: &str) -> bool {
        let given = sound(given);
        self.stems
            .iter()
            .any(|stem| after_stem(&given, stem).is_some_and(|ending| VERB_ENDINGS.contains(&ending)))
    }
}

/// Whether a word looks like a participle: *gewerkt*, *opgebeld*, *gezien*.
pub(crate) fn looks_like_participle(word: &str) -> bool {
    participle_core(word).is_some()
}

/// Whether a word looks like a participle without *ge-*: *betaald*, *vergeten*.
pub(crate) fn looks_like_prefixed_participle(word: &str) -> bool {
    let prefixed = ["be", "ver", "ont", "her", "er"].iter().any(|prefix| word.starts_with(prefix));
    prefixed && is_longer(word, 5) && word.ends_with(['t', 'd', 'n'])
}

/// Whether an answer is meant as the participle that it stands for, though the verb is not known: the same consonants with
/// another vowel or ending, or *ge-* left out.
pub(crate) fn is_meant_as_participle(right: &str, given: &str) -> bool {
    let Some(core) = participle_core(right) else { return false };
    let meant = participle_core(given).unwrap_or(given);
    let stem = skeleton(without_participle_ending(core));
    let has_stem = || stem == skeleton(without_participle_ending(meant)) || stem == skeleton(meant);
    core == meant || (meant != given && !stem.is_empty() && has_stem())
}

fn without_participle_ending(word: &str) -> &str {
    ["en", "n", "t", "d"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word)
}

/// What follows *ge-* and a particle before it.
fn participle_core(word: &str) -> Option<&str> {
    let inside = leading_particle(word).map_or(word, |particle| &word[particle.len()..]);
    let core = word.strip_prefix("ge").or_else(|| inside.strip_prefix("ge"))?;
    let fits = is_longer(core, 2) && core.contains(is_vowel) && core.ends_with(['t', 'd', 'n']);
    fits.then_some(core)
}

/// The same consonants with other vowels: a strong verb with the wrong one.
fn is_ablaut(right: &str, given: &str) -> bool {
    let consonants = skeleton(right);
    is_longer(&consonants, 1) && consonants == skeleton(given)
}

/// What follows the stem in a word that begins with it.
fn after_stem<'a>(word: &'a str, stem: &str) -> Option<&'a str> {
    if stem.is_empty() { None } else { word.strip_prefix(stem) }
}

fn without<'a>(particle: Option<&str>, word: &'a str) -> &'a str {
    let rest = particle.and_then(|particle| word.strip_prefix(particle));
    rest.filter(|rest| is_longer(rest, 1)).unwrap_or(word)
}

/// *Lop* of *lopen*, *doe* of *doen*: near enough, as only the sound of it is compared.
fn stem_of(infinitive: &str) -> &str {
    let stem = infinitive.strip_suffix("en").filter(|stem| !stem.ends_with(is_vowel));
    stem.or_else(|| infinitive.strip_suffix('n')).unwrap_or(infinitive)
}

fn stem_of_past(past: &str) -> &str {
    let weak = ["dde", "tte", "de", "te"].iter().find_map(|ending| past.strip_suffix(ending));
    weak.filter(|stem| is_longer(stem, 1)).unwrap_or(past)
}

fn plain(text: &str) -> String {
    bare(&folded(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn participles_are_known_by_their_looks() {
        for word in ["gewerkt", "opgebeld", "gezien", "gegaan", "teruggekomen"] {
            assert!(looks_like_participle(word), "{word}");
        }
        for word in ["geld", "gebouw", "op", "lopen", "gent"] {
            assert!(!looks_like_participle(word), "{word}");
        }
        assert!(is_meant_as_participle("gelopen", "geloopt"));
        assert!(is_meant_as_participle("gewerkt", "werkt"));
        assert!(!is_meant_as_participle("gewerkt", "gelopen"));
        assert!(!is_meant_as_participle("werk", "gewerkt"));
    }
}
