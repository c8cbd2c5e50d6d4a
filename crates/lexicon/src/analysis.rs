//! A text, word by word: the lemma that the sentence makes likeliest, and verbs that are split over it.

use crate::{
    Article, Form, LemmaCandidate, Lexicon, PartOfSpeech, Source, Token, TokenKind, split::split_verbs,
    text::key, token,
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

fn first(word: Option<&Word>) -> Option<&LemmaCandidate> {
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

/// What stands around a word.
struct Context<'w> {
    lexicon: &'w Lexicon,
    before: &'w str,
    before_that: &'w str,
    after: &'w str,
    /// Kind of the word before, as far as it is decided.
    kind_before: Option<PartOfSpeech>,
    form_before: Option<Form>,
    /// Kind of the word after, as it is without context.
    kind_after: Option<PartOfSpeech>,
    /// The word before is a noun or a name, cannot well be an adjective, and is no owner: *Eva's fiets*.
    noun_before: bool,
    noun_may_follow: bool,
    /// A verb that governs an infinitive stands before it in the clause.
    modal_before: bool,
    /// One of [`class::CORE_MODALS`].
    core_modal_before: bool,
    /// It is the word right before.
    modal_right_before: bool,
    auxiliary_before: bool,
    copula_before: bool,
    finite_before: bool,
    /// The word before is the subject, and its verb is not the word before that: *hij zingt*, but not *zingt hij mooi*.
    subject_before: bool,
    /// The word before is an adverb that opens the clause: *dan valt*.
    opened_by_adverb: bool,
    first: bool,
    /// A pronoun follows: *het, je, me*.
    is_pronoun_after: bool,
    clause_ends: bool,
}

impl<'w> Context<'w> {
    fn of(lexicon: &'w Lexicon, words: &[Word], keys: &'w [String], index: usize) -> Self {
        let at = |place: Option<usize>| place.and_then(|place| keys.get(place)).map_or("", String::as_str);
        let clause = clause_start(keys, index);
        let lemmas_before = || {
            words[clause..index].iter().filter_map(|word| {
                first(Some(word)).filter(|candidate| candidate.part_of_speech == Some(PartOfSpeech::Verb))
            })
        };
        let any = |list: &[&str]| lemmas_before().any(|candidate| list.contains(&candidate.lemma.as_str()));
        let before = index.checked_sub(1);
        let after = words.get(index + 1);
        let previous = before.and_then(|place| words.get(place));
        let is_finite = |place: usize| {
            first(words.get(place)).is_some_and(|candidate| {
                candidate.part_of_speech == Some(PartOfSpeech::Verb)
                    && (candidate.form == Form::Finite || candidate.lemma == keys[place])
            })
        };
        let verb_first = index.checked_sub(2).is_some_and(|place| place >= clause && is_finite(place));
        let kinds_after: Vec<_> = after
            .iter()
            .flat_map(|word| &word.candidates)
            .filter_map(|candidate| candidate.part_of_speech)
            .collect();
        Self {
            lexicon,
            before: at(before),
            before_that: at(index.checked_sub(2)),
            after: at(Some(index + 1)),
            kind_before: first(previous).and_then(|candidate| candidate.part_of_speech),
            form_before: first(previous).map(|candidate| candidate.form),
            kind_after: first(after).and_then(|candidate| candidate.part_of_speech),
            noun_before: previous.is_some_and(|word| {
                let kinds = || word.candidates.iter().map(|candidate| candidate.part_of_speech);
                matches!(kinds().next(), Some(Some(PartOfSpeech::Noun | PartOfSpeech::Name)))
                    && !kinds()
                        .any(|kind| matches!(kind, Some(PartOfSpeech::Adjective | PartOfSpeech::Numeral)))
                    && !(word.text.starts_with(char::is_uppercase) && word.text.ends_with('s'))
            }),
            noun_may_follow: kinds_after.contains(&PartOfSpeech::Noun)
                || kinds_after.contains(&PartOfSpeech::Adjective),
            modal_before: any(&class::MODALS),
            core_modal_before: any(&class::CORE_MODALS),
            modal_right_before: first(previous)
                .is_some_and(|candidate| class::MODALS.contains(&candidate.lemma.as_str())),
            auxiliary_before: any(&class::AUXILIARIES),
            copula_before: any(&class::COPULAS),
            finite_before: lemmas_before().any(|candidate| matches!(candidate.form, Form::Finite)),
            subject_before: class::SUBJECTS.contains(&at(before))
                && !verb_first
                && (at(before) != "er" || before == Some(clause)),
            opened_by_adverb: before == Some(clause)
                && first(previous)
                    .is_some_and(|candidate| candidate.part_of_speech == Some(PartOfSpeech::Adverb)),
            first: index == clause,
            is_pronoun_after: matches!(
                at(Some(index + 1)),
                "het" | "je" | "me" | "mij" | "hem" | "haar" | "ze" | "ons" | "hun" | "hen" | "dit" | "dat"
            ),
            clause_ends: after.is_none_or(|word| word.token.kind == TokenKind::Punctuation),
        }
    }

    fn after_determiner(&self) -> bool {
        // *niet meer boren*.
        let no_more = self.before == "meer" && self.before_that == "niet";
        class::DETERMINERS.contains(&self.before) && !no_more
            || class::AMOUNTS.contains(&self.before)
            || self.before.chars().next().is_some_and(char::is_numeric) && !self.after_year()
            || self.kind_before == Some(PartOfSpeech::Numeral)
    }

    /// *sinds 1993*: nothing is counted.
    fn after_year(&self) -> bool {
        self.before.len() == 4
            && self.before.parse::<u16>().is_ok_and(|year| (1000..2100).contains(&year))
            && matches!(
                self.before_that,
                "in" | "sinds" | "van" | "uit" | "vanaf" | "tot" | "voor" | "na" | "rond"
            )
    }

    fn after_inflected_adjective(&self) -> bool {
        self.kind_before == Some(PartOfSpeech::Adjective)
            && self.before.ends_with('e')
            && (class::DETERMINERS.contains(&self.before_that) || self.form_before == Some(Form::Inflected))
    }

    /// What the neighbours add to a candidate, or take from it.
    fn speaks_for(&self, candidate: &LemmaCandidate, form: &str, name: bool) -> f32 {
        let Some(kind) = candidate.part_of_speech else {
            // Of what nothing is known, most are nouns.
            return if name && candidate.lemma.starts_with(char::is_uppercase) {
                1.5
            } else {
                (0.7 * self.for_noun(candidate)).min(1.0)
            };
        };
        if name {
            // A capital within a sentence: a name, or a word that is written with one.
            let capital = candidate.lemma.chars().next().is_some_and(char::is_uppercase);
            let guessed = matches!(candidate.source, Source::Rule | Source::Compound);
            return match kind {
                PartOfSpeech::Name => 1.5,
                _ if capital => 1.2,
                _ if guessed => -1.2,
                PartOfSpeech::Noun => 0.3,
                _ => -0.6,
            };
        }
        match kind {
            // *een week geleden*.
            PartOfSpeech::Adjective | PartOfSpeech::Adverb
                if form == "geleden" && class::SPANS.contains(&self.before) =>
            {
                2.5
            }
            PartOfSpeech::Noun if candidate.form == Form::Plural && class::OF_ONE.contains(&self.before) => {
                self.for_noun(candidate) - 3.0
            }
            // *in een oorlog storten*: no noun right behind another.
            PartOfSpeech::Noun if candidate.form == Form::Plural && self.is_behind_noun() => {
                self.for_noun(candidate) - 0.8
            }
            // *dat wil niet zeggen*: *wil* has the other article.
            PartOfSpeech::Noun
                if candidate.form == Form::Lemma && self.has_other_article(&candidate.lemma) =>
            {
                self.for_noun(candidate) - 3.0
            }
            // *De speler drukte zijn stempel*: one thing has an article.
            PartOfSpeech::Noun if candidate.form == Form::Lemma && self.is_bare() => {
                self.for_noun(candidate) - 1.2
            }
            PartOfSpeech::Noun => self.for_noun(candidate),
            PartOfSpeech::Verb => self.for_verb(candidate, form),
            PartOfSpeech::Adjective => self.for_adjective(form),
            PartOfSpeech::Determiner => {
                if self.noun_may_follow && !class::SUBJECTS.contains(&self.before) {
                    0.8
                } else {
                    -0.6
                }
            }
            PartOfSpeech::Preposition => {
                if self.clause_ends {
                    -1.0
                } else {
                    0.2
                }
            }
            _ => 0.0,
        }
    }

    /// A noun of *de* behind *het, dit, dat*, or the other way about.
    fn has_other_article(&self, noun: &str) -> bool {
        let before = match self.before {
            "het" | "'t" | "dit" | "dat" | "ons" | "elk" | "ieder" | "welk" => Article::Het,
            "de" | "deze" | "onze" | "elke" | "iedere" | "welke" => Article::De,
            _ => return false,
        };
        let guess = self.lexicon.article(noun);
        !guess.articles.contains(&before) && guess.certainty >= 0.8
    }

    /// *een kilo appels*, *een paar weken* are counted; other nouns have none right behind them.
    fn is_behind_noun(&self) -> bool {
        self.kind_before == Some(PartOfSpeech::Noun) && !self.after_determiner()
    }

    /// Right behind a noun, in a clause that has no verb yet.
    fn is_bare(&self) -> bool {
        !self.first && !self.finite_before && self.noun_before
    }

    fn for_noun(&self, candidate: &LemmaCandidate) -> f32 {
        if self.before == "te" {
            return -2.0;
        }
        let mut score = 0.0;
        if self.after_determiner() {
            let noun_follows = matches!(self.kind_after, Some(PartOfSpeech::Noun | PartOfSpeech::Name));
            score += if noun_follows { 1.0 } else { 1.8 };
        } else if self.after_inflected_adjective() {
            score += 1.8;
        } else if self.kind_before == Some(PartOfSpeech::Preposition) {
            score += 1.2;
        } else if matches!(self.kind_before, Some(PartOfSpeech::Adjective)) {
            score += 0.5;
        }
        if self.subject_before && !class::DETERMINERS.contains(&self.before) {
            score -= 1.2;
        }
        // *Vraag het maar*.
        if self.first && candidate.form == Form::Lemma && self.is_pronoun_after {
            score -= 1.6;
        }
        // *daarom staat hij*.
        if self.opened_by_adverb && candidate.form == Form::Lemma {
            score -= 0.8;
        }
        if self.modal_before
            && self.clause_ends
            && !self.after_determiner()
            && !self.after_inflected_adjective()
        {
            score -= 0.5;
        }
        score
    }

    fn for_verb(&self, candidate: &LemmaCandidate, form: &str) -> f32 {
        let infinitive = form == candidate.lemma;
        let finite = matches!(candidate.form, Form::Finite) || infinitive;
        let participle = matches!(candidate.form, Form::Participle | Form::PresentParticiple);
        let mut score = 0.0;
        if self.before == "te" && infinitive {
            return 3.0;
        }
        // *aan het spelen, bij het opbouwen*.
        let nominal = ["aan", "bij", "met", "door", "na", "tijdens", "van", "in", "voor", "tot", "op"];
        if self.before == "het" && infinitive && nominal.contains(&self.before_that) {
            return 1.5;
        }
        if self.after_determiner()
            && !class::SUBJECTS.contains(&self.before)
            && !matches!(self.before, "die" | "dat" | "het" | "dit")
        {
            score -= if participle { 0.0 } else { 1.6 };
        } else if self.before == "het" && finite && !infinitive {
            score += 0.2;
        } else if self.after_inflected_adjective() && !participle {
            score -= 1.5;
        } else if self.kind_before == Some(PartOfSpeech::Preposition) && !participle {
            score -= 0.8;
        }
        if finite && self.subject_before {
            score += 1.4;
        }
        if finite && self.opened_by_adverb {
            score += 0.9;
        }
        if finite && class::SUBJECTS.contains(&self.after) && self.after != "er" {
            score += 1.0;
        }
        if self.is_of_first_person(candidate, form) {
            score -= 1.5;
        }
        // A clause has one: *want de soep is heet*.
        if self.finite_before && finite && !infinitive {
            score -= 1.0;
        }
        if infinitive && self.kind_before == Some(PartOfSpeech::Verb) && self.modal_right_before {
            score += 1.0;
        }
        let ends = self.clause_ends
            || self.core_modal_before && self.kind_after == Some(PartOfSpeech::Preposition)
            || self.kind_after == Some(PartOfSpeech::Verb)
            || matches!(self.after, "om" | "en" | "of" | "dat" | "als" | "omdat" | "dan" | "door");
        if infinitive && self.modal_before && ends {
            let plainly =
                self.core_modal_before && !self.after_determiner() && !self.after_inflected_adjective();
            score += if plainly { 2.0 } else { 0.9 };
        }
        if matches!(candidate.form, Form::Participle) && self.auxiliary_before {
            score += 1.2;
        }
        if finite
            && !self.finite_before
            && !self.first
            && matches!(
                self.kind_before,
                Some(PartOfSpeech::Noun | PartOfSpeech::Name | PartOfSpeech::Pronoun)
            )
        {
            score += 0.6;
        }
        score
    }

    /// *hoop, raak, lang* as *ik hoop, raak, lang*, without an *ik* or *jij* beside it, and no command: of weak verbs.
    fn is_of_first_person(&self, candidate: &LemmaCandidate, form: &str) -> bool {
        candidate.form == Form::Finite
            && candidate.source != Source::List
            && !form.ends_with(['t', 'e', 'n'])
            && candidate.lemma.chars().count() > form.chars().count()
            && !self.first
            && !matches!(self.before, "ik" | "'k")
            && !matches!(self.after, "ik" | "'k" | "je" | "jij")
    }

    fn for_adjective(&self, form: &str) -> f32 {
        if self.before == "te" && self.kind_after != Some(PartOfSpeech::Noun) && self.clause_ends {
            return 0.3;
        }
        let mut score = 0.0;
        if class::DEGREES.contains(&self.before) {
            score += 1.0;
        }
        // *hoe laat*.
        if self.before == "hoe" {
            score += 2.0;
        }
        if self.noun_may_follow && (form.ends_with('e') || self.after_determiner()) {
            score += 1.2;
        }
        if self.copula_before && self.clause_ends && !form.ends_with('e') {
            score += 0.7;
        }
        if self.subject_before && !class::DETERMINERS.contains(&self.before) {
            // *hij bekende alles*.
            let noun_follows = matches!(self.kind_after, Some(PartOfSpeech::Noun | PartOfSpeech::Adjective));
            score -= if form.ends_with('e') && !noun_follows { 3.0 } else { 0.4 };
        }
        score
    }
}

/// The first word of the clause that a word stands in: after a comma, a conjunction or a mark.
fn clause_start(keys: &[String], index: usize) -> usize {
    let opens = |word: &str| {
        matches!(
            word,
            "," | ";"
                | ":"
                | "("
                | "-"
                | "–"
                | "\""
                | "dat"
                | "omdat"
                | "als"
                | "toen"
                | "terwijl"
                | "maar"
                | "want"
                | "of"
                | "die"
                | "wie"
                | "wat"
                | "hoe"
                | "hoeveel"
                | "wanneer"
                | "nadat"
                | "voordat"
                | "zodat"
                | "doordat"
                | "hoewel"
                | "zodra"
                | "zoals"
                | "indien"
                | "tenzij"
        )
    };
    (0..index)
        .rev()
        .take(30)
        .find(|place| opens(&keys[*place]) || keys[*place].starts_with("waar") && keys[*place] != "waard")
        .map_or_else(|| index.saturating_sub(30), |place| place + 1)
}
