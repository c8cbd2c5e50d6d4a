//! How cases are written down.

use grader::{Answer, Auxiliary, Case as Capitals, NounForms, Policy, Typos, VerbForms};

/// Asked, given, and the verdict. Brackets stand around each part of the answer that is wrong, and where something is missing;
/// they may be nested. The verdict is a rating, then each mistake as `kind expected`, in the order of the verdict.
pub type Case = (Ask, &'static str, &'static str);

/// A noun: its articles, its singular, its plurals.
pub struct N(pub &'static [&'static str], pub &'static str, pub &'static [&'static str]);

/// A verb: infinitive, past singular, past plural, participle; its auxiliaries; its particle or nothing.
pub struct V(pub [&'static str; 4], pub &'static [Auxiliary], pub &'static str);

/// What is asked for.
pub enum Ask {
    /// An answer in Dutch.
    Dutch(&'static str),
    /// The same where capitals do not count.
    AnyCase(&'static str),
    /// The same where slips of the finger do not count.
    Forgiving(&'static str),
    /// The same where they make another word.
    Strict(&'static str),
    /// A noun: its articles, and its lemma.
    Noun(&'static [&'static str], &'static str),
    /// A meaning in the student's language.
    Gloss(&'static str),
    /// What stands in the gap between two texts.
    Gap(&'static str, &'static str, &'static str),
    /// A noun with its article, its plural.
    Singular(&'static N),
    Plural(&'static N),
    /// A text with a form of a noun.
    WithNoun(&'static N, &'static str),
    /// A form of a noun in the gap between two texts.
    NounGap(&'static str, &'static N, &'static str, &'static str),
    /// Forms of a verb.
    Past(&'static V),
    Participle(&'static V),
    Perfect(&'static V),
    /// A text with a form of a verb.
    WithVerb(&'static V, &'static str),
    /// A form of a verb in the gap between two texts.
    VerbGap(&'static str, &'static V, &'static str, &'static str),
}

pub use Ask::*;

pub const DE: &[&str] = &["de"];
pub const HET: &[&str] = &["het"];
pub const BOTH: &[&str] = &["de", "het"];
pub const NONE: &[&str] = &[];
pub const HAS: &[Auxiliary] = &[Auxiliary::Hebben];
pub const IS: &[Auxiliary] = &[Auxiliary::Zijn];
pub const HAS_OR_IS: &[Auxiliary] = &[Auxiliary::Hebben, Auxiliary::Zijn];

impl N {
    fn forms(&self) -> NounForms {
        let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        NounForms { articles: owned(self.0), singular: self.1.to_owned(), plurals: owned(self.2) }
    }
}

impl V {
    fn forms(&self) -> VerbForms {
        let [infinitive, past_singular, past_plural, participle] = self.0.map(str::to_owned);
        let auxiliaries = self.1.to_vec();
        let particle = (!self.2.is_empty()).then(|| self.2.to_owned());
        VerbForms { infinitive, past_singular, past_plural, participle, auxiliaries, particle }
    }
}

impl Ask {
    pub fn answer(&self) -> Answer {
        match self {
            Dutch(text) | AnyCase(text) | Forgiving(text) | Strict(text) | Gloss(text) => Answer::text(*text),
            Noun(articles, lemma) => Answer {
                articles: Some(articles.iter().map(|article| (*article).to_owned()).collect()),
                ..Answer::text(*lemma)
            },
            Gap(before, text, after) => Answer::text(*text).between(*before, *after),
            Singular(noun) => Answer::singular(&noun.forms()),
            Plural(noun) => Answer::plural(&noun.forms()),
            WithNoun(noun, text) => Answer::text(*text).of(noun.forms()),
            Past(verb) => Answer::past(&verb.forms()),
            Participle(verb) => Answer::participle(&verb.forms()),
            Perfect(verb) => Answer::perfect(&verb.forms()),
            WithVerb(verb, text) => Answer::text(*text).of(verb.forms()),
            NounGap(before, noun, text, after) => {
                Answer::text(*text).of(noun.forms()).between(*before, *after)
            }
            VerbGap(before, verb, text, after) => {
                Answer::text(*text).of(verb.forms()).between(*before, *after)
            }
        }
    }

    pub fn policy(&self) -> Policy {
        match self {
            AnyCase(_) => Policy::dutch().case(Capitals::Ignored),
            Forgiving(_) => Policy::dutch().typos(Typos::Forgiven),
            Strict(_) => Policy::dutch().typos(Typos::Refused),
            Gloss(_) => Policy::gloss(),
            _ => Policy::dutch(),
        }
    }
}
