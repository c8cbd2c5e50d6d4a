//! A text, word by word: the lemma that the sentence makes likeliest, and verbs that are split over it.

use crate::{
    LemmaCandidate, Lexicon, Token, TokenKind, context::Context, split::split_verbs, text::key, token,
};
use serde::Serialize;
use std::{collections::HashMap, ops::Range};

/// A text and what is known of its words.
#[derive(Clone, Debug, Serialize)]
pub struct Analysis {
    /// Every token, in order.
    pub words: Vec<Word>,
    /// Each sentence, as a range of indices into `words`.
    pub sentences: Vec<Range<usize>>,
    /// Verbs of which a part stands apart.
    pub split_verbs: Vec<SplitVerb>,
}

/// A token with its lemmas.
#[derive(Clone, Debug, Serialize)]
pub struct Word {
    /// Where it is and what it is.
    #[serde(flatten)]
    pub token: Token,
    /// As it stands.
    pub text: String,
    /// What it can be, the likeliest in this sentence first; empty for what is no word.
    pub candidates: Vec<LemmaCandidate>,
    /// Which of [`Analysis::split_verbs`] it is part of.
    pub split_verb: Option<usize>,
}

/// A separable verb in two places: *belt ... op*.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SplitVerb {
    /// *opbellen*.
    pub infinitive: String,
    /// Index of the verb.
    pub verb: usize,
    /// Index of the particle.
    pub particle: usize,
    /// From 0 to 1: how sure it is.
    pub certainty: f32,
}

impl Analysis {
    /// The lemma of a word: of a part of a split verb, that of the whole. None for what is no word.
    pub fn lemma(&self, index: usize) -> Option<&str> {
        let word = self.words.get(index)?;
        match word.split_verb.and_then(|split| self.split_verbs.get(split)) {
            Some(split) => Some(&split.infinitive),
            None => word.candidates.first().map(|candidate| candidate.lemma.as_str()),
        }
    }
}

impl Lexicon {
    /// Every token of a text, without its lemmas.
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        token::tokens(self.tables, text)
    }

    /// The sentences of a text, as places in it.
    pub fn sentences(&self, text: &str) -> Vec<Range<usize>> {
        let tokens = self.tokens(text);
        token::sentences(self.tables, text, &tokens)
            .into_iter()
            .filter_map(|sentence| {
                let (first, last) = (tokens.get(sentence.start)?, tokens.get(sentence.end.checked_sub(1)?)?);
                Some(first.place.start..last.place.end)
            })
            .collect()
    }

    /// A text, word by word. The time grows with its length: each word looks at its neighbours, and each particle at no more
    /// than 25 words before it.
    pub fn analyse(&self, text: &str) -> Analysis {
        let tokens = self.tokens(text);
        let sentences = token::sentences(self.tables, text, &tokens);
        // A text has far fewer forms than words.
        let mut known: HashMap<&str, Vec<LemmaCandidate>> = HashMap::new();
        let mut words: Vec<Word> = tokens
            .into_iter()
            .map(|token| {
                let written = token.text(text);
                let candidates = match token.kind {
                    TokenKind::Word => known.entry(written).or_insert_with(|| self.lemmas(written)).clone(),
                    TokenKind::Number | TokenKind::Punctuation | TokenKind::Symbol => Vec::new(),
                };
                Word { text: written.to_owned(), token, candidates, split_verb: None }
            })
            .collect();
        for sentence in &sentences {
            choose(self, &mut words[sentence.clone()]);
        }
        let mut splits = Vec::new();
        for sentence in &sentences {
            for mut split in split_verbs(self, &words[sentence.clone()]) {
                split.verb += sentence.start;
                split.particle += sentence.start;
                words[split.verb].split_verb = Some(splits.len());
                words[split.particle].split_verb = Some(splits.len());
                splits.push(split);
            }
        }
        Analysis { words, sentences, split_verbs: splits }
    }
}

/// Words whose neighbours say what they are.
pub(crate) mod class {
    /// Before a noun, or an adjective and a noun.
    pub(crate) const DETERMINERS: [&str; 44] = [
        "de", "het", "een", "'t", "'n", "deze", "dit", "die", "dat", "mijn", "m'n", "jouw", "je", "zijn",
        "z'n", "haar", "ons", "onze", "hun", "uw", "jullie", "geen", "elk", "elke", "ieder", "iedere",
        "welk", "welke", "zo'n", "alle", "beide", "sommige", "enkele", "enige", "veel", "vele", "weinig",
        "meer", "minder", "andere", "ander", "zulke", "diens", "wiens",
    ];
    /// Before or behind a finite verb.
    pub(crate) const SUBJECTS: [&str; 17] = [
        "ik", "jij", "je", "hij", "zij", "ze", "wij", "we", "jullie", "u", "men", "iemand", "niemand",
        "iedereen", "wie", "er", "'k",
    ];
    /// Between *een* and a noun: *een paar weken*.
    pub(crate) const AMOUNTS: [&str; 5] = ["paar", "aantal", "tiental", "handjevol", "dozijn"];
    /// Before *geleden*, which is no suffering then.
    pub(crate) const SPANS: [&str; 24] = [
        "seconde",
        "seconden",
        "minuut",
        "minuten",
        "kwartier",
        "uur",
        "uren",
        "dag",
        "dagen",
        "week",
        "weken",
        "maand",
        "maanden",
        "kwartaal",
        "jaar",
        "jaren",
        "decennium",
        "decennia",
        "eeuw",
        "eeuwen",
        "tijd",
        "tijdje",
        "poosje",
        "lang",
    ];
    /// Before one thing, never before several.
    pub(crate) const OF_ONE: [&str; 10] =
        ["het", "'t", "een", "'n", "dit", "elk", "elke", "ieder", "iedere", "zo'n"];
    /// Govern an infinitive.
    pub(crate) const MODALS: [&str; 19] = [
        "kunnen", "moeten", "mogen", "willen", "zullen", "gaan", "laten", "blijven", "komen", "hoeven",
        "durven", "zien", "horen", "voelen", "leren", "helpen", "doen", "vinden", "zitten",
    ];
    /// Those of them that nearly always do: *kunnen*, and not *zien*.
    pub(crate) const CORE_MODALS: [&str; 7] =
        ["kunnen", "moeten", "mogen", "willen", "zullen", "gaan", "laten"];
    /// Make a perfect or a passive with a participle.
    pub(crate) const AUXILIARIES: [&str; 4] = ["hebben", "zijn", "worden", "raken"];
    /// Before what can be graded.
    pub(crate) const DEGREES: [&str; 16] = [
        "zeer",
        "heel",
        "erg",
        "te",
        "zo",
        "even",
        "meer",
        "minder",
        "meest",
        "vrij",
        "nogal",
        "behoorlijk",
        "bijzonder",
        "steeds",
        "tamelijk",
        "best",
    ];
    /// Verbs that join a subject with what it is.
    pub(crate) const COPULAS: [&str; 7] =
        ["zijn", "worden", "blijven", "lijken", "blijken", "schijnen", "heten"];
}

pub(crate) fn first(word: Option<&Word>) -> Option<&LemmaCandidate> {
    word.and_then(|word| word.candidates.first())
}

/// Reorders the candidates of each word of a sentence by its neighbours.
fn choose(lexicon: &Lexicon, words: &mut [Word]) {
    let keys: Vec<String> = words.iter().map(|word| key(&word.text)).collect();
    let starts_upper: Vec<bool> =
        words.iter().map(|word| word.text.chars().next().is_some_and(char::is_uppercase)).collect();
    for index in 0..words.len() {
        if words[index].candidates.len() < 2 {
            continue;
        }
        let context = Context::of(lexicon, words, &keys, index);
        // *de FARC-rebellen* is none, *Noord-Holland* one.
        let last_part = words[index].text.rsplit('-').next();
        let name = index > 0
            && starts_upper[index]
            && last_part.is_some_and(|part| part.chars().next().is_some_and(char::is_uppercase));
        let mut scored: Vec<(f32, LemmaCandidate)> = words[index]
            .candidates
            .iter()
            .map(|candidate| {
                (candidate.weight + context.speaks_for(candidate, &keys[index], name), candidate.clone())
            })
            .collect();
        scored.sort_by(|one, other| other.0.total_cmp(&one.0));
        words[index].candidates = scored.into_iter().map(|(_, candidate)| candidate).collect();
    }
}
