//! Verbs that are split over a sentence: *Zij **belt** haar moeder elke avond **op***.
//!
//! A particle stands before the verb that it belongs to (*op te bellen, op wil bellen*), or ends its clause and belongs to the
//! nearest finite verb before it that makes a separable verb with it. Most particles are prepositions too, so what follows
//! decides: a preposition has its noun behind it, a particle does not.

use crate::{
    Form, Lexicon, PartOfSpeech, SplitVerb, TokenKind, Word, analysis::class, tables::ParticleKind, text::key,
};

/// So many words are looked at, to the left of a particle.
const REACH: usize = 25;
/// So many verbs may stand between a particle and its infinitive: *op zou hebben willen bellen*.
const CLUSTER: usize = 4;

/// Prepositions that make one with a word behind the noun: *naar huis toe, om zich heen*.
const AROUND: [(&str, &str); 15] = [
    ("naar", "toe"),
    ("om", "heen"),
    ("van", "af"),
    ("van", "uit"),
    ("door", "heen"),
    ("over", "heen"),
    ("tot", "toe"),
    ("onder", "door"),
    ("tussen", "door"),
    ("achter", "aan"),
    ("tegen", "aan"),
    ("langs", "heen"),
    ("vanaf", "aan"),
    ("rondom", "heen"),
    ("op", "na"),
];

/// Particles of the group of prepositions that stand behind their noun, if at all, and never before it.
const BEHIND: [&str; 5] = ["af", "mee", "toe", "voorbij", "rond"];

/// Words that begin another clause or phrase, before which a particle can end its own.
const OPENING: [&str; 38] = [
    "en", "of", "maar", "want", "dus", "dat", "omdat", "doordat", "zodat", "als", "toen", "terwijl",
    "hoewel", "nadat", "voordat", "totdat", "zodra", "zolang", "zoals", "dan", "indien", "tenzij", "mits",
    "waar", "wat", "wie", "hoe", "waarom", "wanneer", "waardoor", "waarbij", "waarin", "sinds", "noch",
    "hoeveel", "hoelang", "welk", "welke",
];

struct Sentence<'w> {
    lexicon: &'w Lexicon,
    words: &'w [Word],
    keys: Vec<String>,
    taken: Vec<bool>,
}

/// The split verbs of one sentence, with indices into its words.
pub(crate) fn split_verbs(lexicon: &Lexicon, words: &[Word]) -> Vec<SplitVerb> {
    let keys: Vec<String> = words.iter().map(|word| key(&word.text)).collect();
    let mut sentence = Sentence { lexicon, words, keys, taken: vec![false; words.len()] };
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some(kind) = lexicon.tables.particles.get(sentence.keys[at].as_str()).copied() else { continue };
        if sentence.taken[at] {
            continue;
        }
        let split = sentence.before_its_verb(at, kind).or_else(|| sentence.behind_its_verb(at, kind));
        if let Some(split) = split {
            sentence.taken[split.verb] = true;
            sentence.taken[split.particle] = true;
            found.push(split);
        }
    }
    found
}

impl Sentence<'_> {
    fn word(&self, at: usize) -> &str {
        self.keys.get(at).map_or("", String::as_str)
    }

    /// Verbs that a word can be, the likeliest first.
    fn verbs(&self, at: usize) -> impl Iterator<Item = (&str, Form)> {
        self.words.get(at).into_iter().flat_map(|word| &word.candidates).filter_map(|candidate| {
            (candidate.part_of_speech == Some(PartOfSpeech::Verb))
                .then_some((candidate.lemma.as_str(), candidate.form))
        })
    }

    /// Whether a word is first of all a verb here.
    fn is_verb(&self, at: usize) -> bool {
        self.kind(at) == Some(PartOfSpeech::Verb)
    }

    fn kind(&self, at: usize) -> Option<PartOfSpeech> {
        self.words.get(at)?.candidates.first()?.part_of_speech
    }

    /// Whether a word can be a finite form: what it is otherwise, a noun say, does not count here.
    fn finite(&self, at: usize) -> Option<String> {
        let form = self.word(at);
        self.verbs(at)
            .find(|(lemma, shape)| matches!(shape, Form::Finite) || form == *lemma)
            .map(|(lemma, _)| lemma.to_owned())
    }

    fn makes(&self, at: usize, lemma: &str) -> Option<String> {
        self.lexicon.separable(self.word(at), lemma)
    }

    fn split(&self, particle: usize, verb: usize, infinitive: String, certainty: f32) -> SplitVerb {
        SplitVerb { infinitive, verb, particle, certainty }
    }

    /// *op te bellen; op wil bellen; op had gebeld*.
    fn before_its_verb(&self, at: usize, kind: ParticleKind) -> Option<SplitVerb> {
        if self.word(at + 1) == "te" {
            if !self.may_stand_before_te(at) {
                return None;
            }
            return (at + 2..at + 2 + CLUSTER)
                .take_while(|verb| *verb == at + 2 || self.is_verb(*verb))
                .find_map(|verb| {
                    let form = self.word(verb);
                    let infinitive = self
                        .verbs(verb)
                        .filter(|(lemma, _)| *lemma == form)
                        .find_map(|(lemma, _)| self.makes(at, lemma))?;
                    Some(self.split(at, verb, infinitive, 0.95))
                });
        }
        // Without *te* a cluster of verbs begins with one that governs the rest.
        let governing = self
            .verbs(at + 1)
            .any(|(lemma, _)| class::MODALS.contains(&lemma) || class::AUXILIARIES.contains(&lemma));
        // *op zijn achterbenen*.
        let possessive = self.word(at + 1) == "zijn"
            && matches!(self.kind(at + 2), Some(PartOfSpeech::Noun | PartOfSpeech::Adjective));
        if !governing
            || possessive
            || !self.is_verb(at + 1) && self.kind(at + 1).is_some_and(|kind| kind == PartOfSpeech::Noun)
        {
            return None;
        }
        // *de man op wil*: a preposition has no verb behind it.
        (at + 1..at + 2 + CLUSTER)
            .take_while(|verb| {
                self.is_verb(*verb)
                    || *verb == at + 1 && self.verbs(*verb).next().is_some()
                    || self.word(*verb) == "te"
            })
            .filter(|verb| *verb > at + 1 || self.ends_clause(*verb + 1))
            .find_map(|verb| {
                let form = self.word(verb).to_owned();
                let infinitive = self
                    .verbs(verb)
                    .filter(|(lemma, shape)| {
                        *lemma == form
                            || matches!(shape, Form::Participle)
                            || (verb == at + 1 && matches!(shape, Form::Finite))
                    })
                    .find_map(|(lemma, _)| self.makes(at, lemma))?;
                let certainty = if kind == ParticleKind::Particle { 0.95 } else { 0.9 };
                Some(self.split(at, verb, infinitive, certainty))
            })
    }

    /// *om te gaan* is seldom *omgaan*, *door te werken* seldom *doorwerken*, *zonder te* never anything.
    fn may_stand_before_te(&self, at: usize) -> bool {
        let before = |words: &[&str], reach: usize| {
            (at.saturating_sub(reach)..at).any(|place| words.contains(&self.word(place)))
        };
        match self.word(at) {
            "om" => {
                at > 0
                    && (self.word(at - 1) == "om"
                        || before(&["met", "mee", "ermee", "daarmee", "hiermee", "waarmee"], 6))
            }
            "door" => before(&["om"], 8) || self.is_verb(at.saturating_sub(1)),
            _ => true,
        }
    }

    fn is_mark(&self, at: usize) -> bool {
        self.words.get(at).is_none_or(|word| word.token.kind == TokenKind::Punctuation)
    }

    /// Whether a clause ends before this place.
    fn ends_clause(&self, at: usize) -> bool {
        match self.words.get(at) {
            None => true,
            Some(word) if word.token.kind == TokenKind::Punctuation => true,
            // *legt uit dat hij komt*, but *op dat moment*.
            Some(_) if self.word(at) == "dat" => {
                !matches!(self.kind(at + 1), Some(PartOfSpeech::Noun | PartOfSpeech::Adjective))
            }
            Some(_) => OPENING.contains(&self.word(at)),
        }
    }

    /// *belt ... op*: the particle at the end of its clause.
    fn behind_its_verb(&self, at: usize, kind: ParticleKind) -> Option<SplitVerb> {
        // *om op een scherm te tonen* is a clause of its own, *over hoe het gaat* a phrase.
        let purpose = self.word(at) == "om"
            && (at + 1..at + 15)
                .take_while(|place| !self.is_mark(*place))
                .any(|place| self.word(place) == "te");
        let asks = self.word(at) == "over"
            && matches!(self.word(at + 1), "hoe" | "wat" | "wie" | "waar" | "waarom" | "wanneer");
        if purpose || asks {
            return None;
        }
        // *om te, door te, na te* begin a clause of their own.
        if at == 0
            // *speelde in een groep, samen met haar vriendin*.
            || self.word(at) == "samen" && self.word(at - 1) == ","
            || !self.stands_alone(at, kind)
            || (self.word(at + 1) == "te" && matches!(self.word(at), "om" | "door" | "na"))
        {
            return None;
        }
        // What is first of all a verb is nearer than what could be one as well: *er brak brand uit*.
        [true, false].into_iter().find_map(|verbs_alone| self.nearest_verb(at, kind, verbs_alone))
    }

    /// The nearest verb to the left that makes a separable verb with the particle.
    fn nearest_verb(&self, at: usize, kind: ParticleKind, verbs_alone: bool) -> Option<SplitVerb> {
        let (mut crossed_finite, mut crossed_comma) = (false, false);
        // *richtten de stichting (STA) op*: what stands in brackets is passed over.
        let mut in_brackets = false;
        for verb in (at.saturating_sub(REACH)..at).rev() {
            match self.word(verb) {
                ")" => in_brackets = true,
                "(" if in_brackets => in_brackets = false,
                ";" | ":" | "." | "!" | "?" | "(" => return None,
                _ => {}
            }
            if in_brackets {
                continue;
            }
            crossed_comma |= self.word(verb) == ",";
            if verbs_alone != self.is_verb(verb) && (verbs_alone || self.taken[verb]) {
                continue;
            }
            // *de vlag uit*.
            if !verbs_alone
                && verb > 0
                && class::DETERMINERS.contains(&self.word(verb - 1))
                && !self.is_verb(verb)
            {
                continue;
            }
            let Some(finite) = self.finite(verb) else { continue };
            if self.taken[verb] {
                crossed_finite = true;
                continue;
            }
            let governed = self.is_governed(verb, &finite);
            let infinitive = self
                .verbs(verb)
                .filter(|(lemma, shape)| matches!(shape, Form::Finite) || *lemma == self.word(verb))
                .find_map(|(lemma, _)| self.makes(at, lemma));
            let Some(infinitive) = infinitive else {
                // A finite verb of another clause between: the particle is of that clause.
                crossed_finite |= self.is_verb(verb) && !governed;
                continue;
            };
            if governed || (crossed_finite && crossed_comma) {
                continue;
            }
            if self.is_stranded(verb, at, kind) {
                return None;
            }
            let certainty = match kind {
                ParticleKind::Particle => 0.95,
                ParticleKind::Word => 0.85,
                ParticleKind::Preposition => 0.9,
            };
            let certainty = if verbs_alone { certainty } else { certainty - 0.25 };
            return Some(self.split(at, verb, infinitive, certainty));
        }
        None
    }

    /// An infinitive under *te* or a modal, which has its particle before it.
    fn is_governed(&self, verb: usize, lemma: &str) -> bool {
        if self.word(verb) != lemma {
            return false;
        }
        if verb > 0 && self.word(verb - 1) == "te" {
            return true;
        }
        // Back to the beginning of the clause, without *te* a verb that governs it.
        (0..verb)
            .rev()
            .take(REACH)
            .take_while(|place| {
                !matches!(self.word(*place), "," | ";" | ":" | "en" | "maar" | "want" | "of" | "dat")
            })
            .any(|place| {
                self.is_verb(place)
                    && self.verbs(place).next().is_some_and(|(lemma, shape)| {
                        class::MODALS[..11].contains(&lemma)
                            && (matches!(shape, Form::Finite) || self.word(place) != lemma)
                    })
            })
    }

    /// Whether nothing follows that a preposition would govern, and nothing precedes that makes it part of something else.
    fn stands_alone(&self, at: usize, kind: ParticleKind) -> bool {
        let before = self.word(at - 1);
        match kind {
            ParticleKind::Word => {
                // *een deel*, *de plaats*: the noun itself.
                if class::DETERMINERS.contains(&before)
                    || self.kind(at - 1) == Some(PartOfSpeech::Numeral)
                    // *een groot deel*, but *hield stug vol*.
                    || self.kind(at - 1) == Some(PartOfSpeech::Adjective)
                        && self.kind(at) == Some(PartOfSpeech::Noun)
                    || self.kind(at - 1) == Some(PartOfSpeech::Preposition)
                    || class::DEGREES.contains(&before)
                {
                    return false;
                }
                self.ends_clause(at + 1) || self.follows_phrase(at + 1)
            }
            ParticleKind::Particle => {
                if self.word(at) == "weer" && !self.ends_clause(at + 1) {
                    return false;
                }
                let after_preposition = self.kind(at - 1) == Some(PartOfSpeech::Preposition);
                !self.makes_one(at) && (!after_preposition || self.word(at) == "terug")
            }
            ParticleKind::Preposition => {
                if self.makes_one(at)
                    || self.kind(at - 1) == Some(PartOfSpeech::Preposition)
                        && !self.is_particle_of_before(at - 1)
                {
                    return false;
                }
                self.ends_clause(at + 1)
                    || self.follows_phrase(at + 1)
                    || self.clause_with_te_follows(at + 1)
                    || (BEHIND.contains(&self.word(at)) && !self.is_noun_phrase(at + 1))
            }
        }
    }

    /// *spoorde haar aan toch op te stappen*: a clause with *te* follows, after an adverb.
    fn clause_with_te_follows(&self, at: usize) -> bool {
        self.kind(at) == Some(PartOfSpeech::Adverb) && (at + 1..at + 4).any(|place| self.word(place) == "te")
    }

    /// The word before is itself taken as a particle, not as a preposition.
    fn is_particle_of_before(&self, at: usize) -> bool {
        self.taken[at]
    }

    /// A preposition that has a noun behind it, or *te*.
    fn follows_phrase(&self, at: usize) -> bool {
        let word = self.word(at);
        if matches!(word, "te" | "ten" | "ter") {
            return true;
        }
        let preposition = self.words.get(at).is_some_and(|word| {
            word.candidates
                .iter()
                .any(|candidate| candidate.part_of_speech == Some(PartOfSpeech::Preposition))
        });
        preposition && !self.ends_clause(at + 1)
    }

    fn is_noun_phrase(&self, at: usize) -> bool {
        class::DETERMINERS.contains(&self.word(at))
            || self.words.get(at).is_some_and(|word| word.token.kind == TokenKind::Number)
            || matches!(
                self.kind(at),
                Some(PartOfSpeech::Noun | PartOfSpeech::Name | PartOfSpeech::Numeral | PartOfSpeech::Pronoun)
            )
    }

    /// *naar ... toe*, *om ... heen*, *af en toe*, *op en neer*.
    fn makes_one(&self, at: usize) -> bool {
        let word = self.word(at);
        if (self.word(at + 1) == "en"
            && matches!(
                (word, self.word(at + 2)),
                ("af", "toe" | "aan")
                    | ("op", "neer" | "af" | "top")
                    | ("door", "door")
                    | ("in" | "om", "uit" | "om")
                    | ("over", "weer")
                    | ("voor", "tegen" | "na")
            ))
            || (at >= 2
                && self.word(at - 1) == "en"
                && matches!(
                    (self.word(at - 2), word),
                    ("af", "toe")
                        | ("op", "neer" | "top")
                        | ("over", "weer")
                        | ("in", "uit")
                        | ("om", "om")
                        | ("door", "door")
                ))
        {
            return true;
        }
        // *erop na*, *er ... van uit* are left to the verb.
        for place in (at.saturating_sub(5)..at).rev() {
            if self.is_verb(place) || self.words[place].token.kind == TokenKind::Punctuation {
                return false;
            }
            if AROUND.contains(&(self.word(place), word)) {
                // *van de berg af*, but not *van de man een verklaring af*: one noun is between them.
                return !(place + 2..at).any(|between| class::DETERMINERS.contains(&self.word(between)));
            }
        }
        false
    }

    /// *Daar denk ik niet over*, *waar gaat het om*: a preposition that has lost its *er, daar, waar*.
    fn is_stranded(&self, verb: usize, at: usize, kind: ParticleKind) -> bool {
        // *komt het er nog niet uit*, but *ziet er goed uit*.
        let out_of_it = self.word(at) == "uit"
            && (verb + 1..at).any(|between| self.word(between) == "er")
            && !self.verbs(verb).any(|(lemma, _)| lemma == "zien");
        if kind != ParticleKind::Preposition
            || !out_of_it
                && matches!(self.word(at), "af" | "uit" | "langs" | "rond" | "voorbij" | "binnen" | "buiten")
        {
            return false;
        }
        let pronominal =
            |word: &str| matches!(word, "er" | "daar" | "hier" | "waar" | "ergens" | "nergens" | "overal");
        let from = verb.saturating_sub(2);
        let place = (from..at).find(|place| pronominal(self.word(*place)));
        let Some(place) = place else { return false };
        // *er* that introduces the subject, right before or behind the verb, with a noun to come: *er brak brand uit*.
        let introduces = self.word(place) == "er"
            && place < verb
            && (verb + 1..at).any(|between| self.kind(between) == Some(PartOfSpeech::Noun));
        !introduces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let analysis = Lexicon::own().analyse(text);
        analysis
            .split_verbs
            .iter()
            .map(|split| {
                format!(
                    "{} {} {}",
                    split.infinitive, analysis.words[split.verb].text, analysis.words[split.particle].text
                )
            })
            .collect()
    }

    #[test]
    fn both_parts_are_found() {
        for (text, expected) in [
            ("Zij belt haar moeder elke avond op.", vec!["opbellen belt op"]),
            ("Ik sta om zeven uur op.", vec!["opstaan sta op"]),
            ("Hij probeert haar op te bellen.", vec!["opbellen bellen op"]),
            ("Ze zei dat ze hem op wilde bellen.", vec!["opbellen bellen op"]),
            ("Hij komt om acht uur aan in Utrecht.", vec!["aankomen komt aan"]),
            ("De trein vertrekt en ik stap snel in.", vec!["instappen stap in"]),
            ("Doe de deur dicht!", vec!["dichtdoen Doe dicht"]),
            ("Zij neemt deel aan de les.", vec!["deelnemen neemt deel"]),
            ("We nodigen al onze buren uit voor het feest.", vec!["uitnodigen nodigen uit"]),
            ("Er brak gisteren een brand uit.", vec!["uitbreken brak uit"]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn a_preposition_is_none() {
        for text in [
            "Hij zit op een stoel.",
            "Ik ga naar huis toe.",
            "Zij loopt door het park.",
            "Daar denk ik vaak over.",
            "Hij keek om zich heen.",
            "Ze komen uit Polen.",
            "Ik moet om acht uur werken om te leven.",
            "Af en toe lees ik.",
            "Wij gaan om te kijken.",
            "Hij staat aan de deur.",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
