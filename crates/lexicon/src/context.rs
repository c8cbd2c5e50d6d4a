//! What the neighbours of a word say about which of its lemmas is meant: a table of weights, of which only the order means
//! something.

use crate::{
    Article, Form, LemmaCandidate, Lexicon, PartOfSpeech, Source, TokenKind, Word,
    analysis::{class, first},
};

/// What stands around a word.
pub(crate) struct Context<'w> {
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
    /// Of the word at `index` of a sentence, of which those before it are decided.
    pub(crate) fn of(lexicon: &'w Lexicon, words: &[Word], keys: &'w [String], index: usize) -> Self {
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
    pub(crate) fn speaks_for(&self, candidate: &LemmaCandidate, form: &str, name: bool) -> f32 {
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
