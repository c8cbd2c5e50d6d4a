//! Where a pack, a list and a rule each give a form another lemma: which of them is meant.

use crate::{
    Form, LemmaCandidate, Lexicon, PartOfSpeech, Source,
    lemma::{Found, weight},
};

/// A word is rarer than another by so much of Zipf's scale: a quarter as frequent.
const RARER: f32 = 0.6;
/// Two of a million words, on Zipf's scale.
const RARE: f32 = 3.3;

impl Lexicon {
    /// Packs give *deelnemer* for *deelneemster*, which is a word of her own, and *zaakje* for *zaakjes*, which is a small
    /// *zaak*: unless the small one is about as frequent, as *broodje* is, or in our lists.
    pub(crate) fn own_lemma(&self, form: &str, lemma: String) -> String {
        // *Fransman* for *Franse*, *Belg* for *Belgische*: of the adjectives of places.
        let place = form.strip_suffix('e').map(capitalised);
        if lemma.starts_with(char::is_uppercase)
            && let Some(adjective) = place
            && adjective != lemma
            && (self.can_be(&adjective, PartOfSpeech::Adjective) || self.is_spelt(&adjective))
        {
            return adjective;
        }
        // *zwemprojecten* for *zwemproject*, *kater* for *kat*.
        let longer = lemma.strip_prefix(form).is_some_and(|ending| matches!(ending, "en" | "s"))
            || lemma.starts_with(form) && self.can_be(form, PartOfSpeech::Noun);
        if longer && !self.can_be(&lemma, PartOfSpeech::Verb) {
            return form.to_owned();
        }
        // *verdedigster* for *verdediger*.
        if lemma.ends_with("ster") && !form.ends_with("ster") && form.ends_with("er") {
            return form.to_owned();
        }
        let single = form.strip_suffix('s').unwrap_or(form);
        if single.ends_with("je") && self.tables.nouns.contains_key(single) {
            return single.to_owned();
        }
        if single.ends_with("ster")
            && (lemma.ends_with("er") || lemma.ends_with("aar"))
            && !lemma.ends_with("ster")
        {
            return single.to_owned();
        }
        // *student* for *studente*, *psychologe* for *psycholoog*: each is a noun of its own.
        let nouns = self.can_be(form, PartOfSpeech::Noun) && self.can_be(&lemma, PartOfSpeech::Noun);
        let graded =
            self.can_be(&lemma, PartOfSpeech::Adjective) || self.can_be(&lemma, PartOfSpeech::Numeral);
        if nouns
            && !graded
            && form != lemma
            && form.ends_with('e') != lemma.ends_with('e')
            && !lemma.ends_with('n')
            && !form.ends_with(['n', 's', 'a', 'i'])
            && !form.ends_with("je")
        {
            return form.to_owned();
        }
        if !lemma.ends_with("je") || self.tables.nouns.contains_key(lemma.as_str()) {
            return lemma;
        }
        let mut bases = Found::default();
        self.noun_by_rule(&lemma, &mut bases);
        let small = self.form_frequency(&lemma).unwrap_or(0.0);
        let often = |base: &LemmaCandidate| self.form_frequency(&base.lemma).unwrap_or(0.0);
        let base = bases
            .0
            .into_iter()
            .filter(|base| base.form == Form::Diminutive && base.weight >= weight::RULE)
            .max_by(|one, other| often(one).total_cmp(&often(other)));
        match base {
            Some(base) if often(&base) >= small + RARER => base.lemma,
            _ => lemma,
        }
    }

    /// Between *gevoelen* and *voelen*, *rede* and *reden*, the more frequent word is meant: the one that is less so loses
    /// what its source gave it.
    pub(crate) fn weigh_rivals(&self, form: &str, found: &mut Found) {
        self.prefer_frequent_noun(found);
        let often = |lemma: &str| self.form_frequency(lemma).unwrap_or(0.0);
        for place in 0..found.0.len() {
            let this = &found.0[place];
            // *krijgen* is no plural of *krijg*: where our lists know the verb, and the noun is in none of them.
            if this.form == Form::Plural
                && this.part_of_speech == Some(PartOfSpeech::Noun)
                && !self.tables.nouns.contains_key(this.lemma.as_str())
                && this.source == Source::Rule
                && self.tables.has_verb(form)
            {
                let verb = found
                    .0
                    .iter()
                    .find(|other| other.lemma == form && other.part_of_speech == Some(PartOfSpeech::Verb));
                if let Some(verb) = verb {
                    let most = verb.weight - 0.6;
                    found.0[place].weight = found.0[place].weight.min(most);
                }
                continue;
            }
            let rival = match (this.form, this.part_of_speech) {
                // *gevoeld*
                (Form::Participle | Form::Finite, Some(PartOfSpeech::Verb)) => {
                    let Some(bare) = this.lemma.strip_prefix("ge") else { continue };
                    found.0.iter().find(|other| other.lemma == bare && other.form == Form::Participle)
                }
                // Not *mensen*, a plural that packs take for a noun as well.
                (Form::Plural, Some(PartOfSpeech::Noun)) if this.source != Source::List => {
                    found.0.iter().find(|other| {
                        other.lemma == form
                            && other.part_of_speech == Some(PartOfSpeech::Noun)
                            && (other.source == Source::List || form.ends_with('s'))
                    })
                }
                _ => None,
            };
            let Some(rival) = rival else { continue };
            if often(&rival.lemma) >= often(&this.lemma) + RARER {
                let less = (this.weight - rival.weight).max(0.0) + 0.2;
                found.0[place].weight -= less;
            }
        }
    }

    /// Packs put a man and a woman, an animal and its young under one lemma, *schape* for *schapen*, *cursiste* for
    /// *cursisten*: of two nouns that explain a form, the one that is far more frequent takes the place of the other.
    fn prefer_frequent_noun(&self, found: &mut Found) {
        let often = |lemma: &str| self.form_frequency(lemma).unwrap_or(0.0);
        let is_plural = |candidate: &LemmaCandidate| {
            candidate.part_of_speech == Some(PartOfSpeech::Noun) && candidate.form == Form::Plural
        };
        let Some(packed) =
            found.0.iter().position(|candidate| is_plural(candidate) && candidate.source == Source::Pack)
        else {
            return;
        };
        let rival = found
            .0
            .iter()
            .enumerate()
            .filter(|(place, candidate)| *place != packed && is_plural(candidate))
            .max_by(|(_, one), (_, other)| often(&one.lemma).total_cmp(&often(&other.lemma)))
            .map(|(place, _)| place);
        if let Some(rival) = rival
            && often(&found.0[packed].lemma) < RARE
            && often(&found.0[rival].lemma) >= often(&found.0[packed].lemma) + RARER
            && found.0[rival].weight < found.0[packed].weight
        {
            found.0[rival].weight = found.0[packed].weight;
            found.0[packed].weight -= 0.4;
        }
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use crate::{Lexicon, Pack, PackKind, PackWriter, PartOfSpeech, pack::tests::facts};

    /// A lexicon with one wrong or rare lemma for each form, as packs have them.
    fn lexicon() -> Lexicon {
        let mut forms = PackWriter::new(facts(PackKind::Forms));
        for (form, lemma) in [
            ("franse", "Fransman"),
            ("kat", "kater"),
            ("verdediger", "verdedigster"),
            ("deelneemsters", "deelnemer"),
            ("studente", "student"),
            ("zaakjes", "zaakje"),
            ("broodjes", "broodje"),
            ("schapen", "schape"),
            ("gevoeld", "gevoelen"),
            ("reden", "rede"),
            ("reed", "reden"),
            ("weet", "weten"),
        ] {
            forms.lemma(form, lemma);
        }
        let mut kinds = PackWriter::new(facts(PackKind::Kinds));
        for noun in [
            "kat", "kater", "student", "studente", "zaak", "zaakje", "brood", "broodje", "schaap", "schape",
            "rede", "reden",
        ] {
            kinds.kind(noun, PartOfSpeech::Noun);
        }
        kinds.kind("Frans", PartOfSpeech::Adjective);
        for verb in ["voelen", "gevoelen"] {
            kinds.kind(verb, PartOfSpeech::Verb);
        }
        let mut frequency = PackWriter::new(facts(PackKind::Frequency));
        for (word, hundred) in [
            ("zaak", 520),
            ("zaakje", 350),
            ("brood", 470),
            ("broodje", 430),
            ("schaap", 400),
            ("voelen", 510),
            ("gevoelen", 260),
            ("reden", 530),
            ("rede", 390),
        ] {
            frequency.number(word, hundred);
        }
        let packs =
            [forms, kinds, frequency].map(|writer| Pack::from_bytes(writer.finish().unwrap()).unwrap());
        Lexicon::with(packs.into())
    }

    #[test]
    fn what_is_meant_comes_first() {
        let lexicon = lexicon();
        for (form, lemma) in [
            ("Franse", "Frans"),
            ("kat", "kat"),
            ("verdediger", "verdediger"),
            ("deelneemsters", "deelneemster"),
            ("studente", "studente"),
            ("zaakjes", "zaak"),
            ("broodjes", "broodje"),
            ("schapen", "schaap"),
            ("gevoeld", "voelen"),
            ("reden", "reden"),
            ("reed", "rijden"),
            ("weet", "weten"),
        ] {
            assert_eq!(lexicon.lemmas(form)[0].lemma, lemma, "{form}");
        }
    }
}
