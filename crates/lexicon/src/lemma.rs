//! The lemmas that a form can have.

use crate::{
    Lexicon, PartOfSpeech, Source,
    adjective::{from_degree, from_inflected},
    spelling::{closed, without_ge, without_last},
    text::{key, tidy},
    verb::{infinitives_of, prefix_of},
};
use serde::Serialize;

/// What form of its lemma a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The lemma itself.
    Lemma,
    /// A finite form of a verb, or one that looks like it.
    Finite,
    /// A past participle.
    Participle,
    /// *lopend*.
    PresentParticiple,
    /// A plural noun.
    Plural,
    /// *huisje*.
    Diminutive,
    /// An adjective or participle with *-e*, *-s*.
    Inflected,
    /// *groter, grootst*.
    Degree,
}

/// A lemma that a form can have.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LemmaCandidate {
    /// *lopen*.
    pub lemma: String,
    /// Its kind, where that is known.
    pub part_of_speech: Option<PartOfSpeech>,
    /// What form of it this is.
    pub form: Form,
    /// What says so.
    pub source: Source,
    /// How much speaks for it, without any context; only the order means something.
    #[serde(skip)]
    pub(crate) weight: f32,
}

/// A form has seldom more than four; the rest are unlikely.
const MOST_CANDIDATES: usize = 12;
/// Longer words are taken as they stand.
const LONGEST_FORM: usize = 64;

/// Of what speaks for a lemma.
pub(crate) mod weight {
    /// A closed class: nothing else is as frequent.
    pub(crate) const CLOSED: f32 = 5.0;
    /// A list of ours.
    pub(crate) const LIST: f32 = 3.6;
    /// A pack of forms.
    pub(crate) const PACK: f32 = 3.2;
    /// A rule, and the lemma is known to be of that kind.
    pub(crate) const RULE: f32 = 2.4;
    /// A rule, and the lemma is a word at least.
    pub(crate) const SPELT: f32 = 1.0;
    /// A rule alone.
    pub(crate) const GUESS: f32 = 0.4;
    /// The head of a compound.
    pub(crate) const COMPOUND: f32 = 2.0;
    /// As it stands.
    pub(crate) const ITSELF: f32 = 0.5;
    /// A pack that says the same as a list or a rule.
    pub(crate) const AGREED: f32 = 0.5;
}

/// Candidates as they are found, each lemma of a kind once.
#[derive(Default)]
pub(crate) struct Found(pub(crate) Vec<LemmaCandidate>);

impl Found {
    /// A pack that agrees adds a little; a better source takes over.
    fn add(
        &mut self,
        lemma: String,
        part_of_speech: Option<PartOfSpeech>,
        form: Form,
        source: Source,
        weight: f32,
    ) {
        let same = self.0.iter_mut().find(|known| {
            known.lemma == lemma && (known.part_of_speech == part_of_speech || part_of_speech.is_none())
        });
        match same {
            Some(known) => {
                if weight > known.weight {
                    let agreed = known.source == Source::Pack || source == Source::Pack;
                    known.weight = weight + if agreed { self::weight::AGREED } else { 0.0 };
                    known.source = source.min(known.source);
                } else if known.source != source && (known.source == Source::Pack || source == Source::Pack) {
                    known.weight += self::weight::AGREED;
                }
            }
            None => self.0.push(LemmaCandidate { lemma, part_of_speech, form, source, weight }),
        }
    }
}

impl Lexicon {
    /// Every lemma that a form can have, the likeliest first; never empty for a form that is not.
    ///
    /// Without context: *was* is *zijn*, then *wassen*, then *was*. [`Lexicon::analyse`] chooses by the sentence.
    pub fn lemmas(&self, form: &str) -> Vec<LemmaCandidate> {
        let capital = tidy(form);
        let small = key(form);
        if small.is_empty() {
            return Vec::new();
        }
        let mut found = Found::default();
        if small.chars().count() <= LONGEST_FORM {
            self.listed(&small, &mut found);
            self.packed(&capital, &small, &mut found);
            self.by_rule(&small, &mut found);
            self.joined(&small, &mut found);
            self.hyphenated(&capital, &mut found);
            if !found.0.iter().any(|candidate| candidate.weight >= self::weight::RULE) {
                self.by_compound(&small, &mut found);
            }
        }
        self.weigh_rivals(&small, &mut found);
        let itself = if capital != small && self.packed_lemma(&small).is_none() { capital } else { small };
        let known = self.kinds(&itself);
        let spelt = !known.is_empty() || self.is_spelt(&itself);
        let alone = if spelt { self::weight::SPELT } else { self::weight::ITSELF };
        if !found.0.iter().any(|candidate| candidate.lemma == itself) {
            found.add(itself, known.first().copied(), Form::Lemma, Source::Itself, alone);
        }
        let mut all = found.0;
        // Stable: what was found first comes first among equals.
        all.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        all.truncate(MOST_CANDIDATES);
        all
    }

    fn listed(&self, form: &str, found: &mut Found) {
        for (place, (lemma, kind)) in self.tables.words.get(form).into_iter().flatten().enumerate() {
            let weight = self::weight::CLOSED - place as f32 * 0.3;
            found.add((*lemma).to_owned(), Some(*kind), Form::Lemma, Source::List, weight);
        }
        if let Some((full, kind)) = self.tables.clitics.get(form) {
            found.add((*full).to_owned(), Some(*kind), Form::Lemma, Source::List, self::weight::CLOSED);
        }
        for (lemma, kind) in self.tables.forms.get(form).into_iter().flatten() {
            let shape = self.shape(form, lemma, *kind);
            found.add((*lemma).to_owned(), Some(*kind), shape, Source::List, self::weight::LIST);
        }
    }

    fn packed(&self, capital: &str, small: &str, found: &mut Found) {
        let exact = (capital != small)
            .then(|| self.packed_lemma(small).is_none().then(|| self.packed_lemma(capital)))
            .flatten();
        let Some(lemma) = exact.flatten().or_else(|| self.packed_lemma(small)) else { return };
        let lemma = self.own_lemma(small, lemma);
        let kinds = self.kinds(&lemma);
        if kinds.is_empty() {
            let kind = guessed_kind(small, &lemma);
            let shape = kind.map_or(Form::Lemma, |kind| self.shape(small, &lemma, kind));
            found.add(lemma, kind, shape, Source::Pack, self::weight::PACK);
            return;
        }
        let mut any = false;
        // *reed* is a form of *rijden*, as our list knows, and of no *reden*, of which no list knows.
        let other_verb = self.is_listed_verb(small) && !self.tables.has_verb(&lemma);
        for kind in kinds {
            if kind == PartOfSpeech::Verb && other_verb {
                continue;
            }
            let shape = self.shape(small, &lemma, kind);
            // *lopen* as a noun does not explain *liep*.
            let explains = small == lemma || shape != Form::Lemma;
            if explains {
                found.add(lemma.clone(), Some(kind), shape, Source::Pack, self::weight::PACK);
                any = true;
            }
        }
        let guessed = guessed_kind(small, &lemma);
        if !(any || other_verb && guessed == Some(PartOfSpeech::Verb)) {
            found.add(lemma.clone(), guessed, Form::Inflected, Source::Pack, self::weight::PACK);
        }
    }

    /// Whether our lists have the form as one of a verb: *stonden*.
    fn is_listed_verb(&self, form: &str) -> bool {
        self.tables.forms.get(form).into_iter().flatten().any(|(_, kind)| *kind == PartOfSpeech::Verb)
    }

    /// What form of a lemma a word is; [`Form::Lemma`] where it is none that the rules know.
    fn shape(&self, form: &str, lemma: &str, kind: PartOfSpeech) -> Form {
        if form == lemma {
            return Form::Lemma;
        }
        match kind {
            PartOfSpeech::Verb => self.shape_of_verb(form, lemma),
            PartOfSpeech::Noun if form.ends_with("je") || form.ends_with("jes") => Form::Diminutive,
            // *was* is no plural of *zijn*.
            PartOfSpeech::Noun
                if form.ends_with(['n', 's', 'a', 'i'])
                    && form.chars().next() == lemma.to_lowercase().chars().next() =>
            {
                Form::Plural
            }
            PartOfSpeech::Adjective
                if form.ends_with('e') && lemma.chars().count() + 2 >= form.chars().count() =>
            {
                let plain = form.strip_suffix('e') == Some(lemma);
                if !plain && (form.ends_with("ere") || form.ends_with("ste")) {
                    Form::Degree
                } else {
                    Form::Inflected
                }
            }
            PartOfSpeech::Adjective if form.ends_with("er") || form.ends_with("st") => Form::Degree,
            PartOfSpeech::Adjective if form.ends_with('s') || form.ends_with('n') => Form::Inflected,
            PartOfSpeech::Numeral | PartOfSpeech::Name | PartOfSpeech::Determiner | PartOfSpeech::Pronoun => {
                Form::Inflected
            }
            _ => Form::Lemma,
        }
    }

    fn shape_of_verb(&self, form: &str, infinitive: &str) -> Form {
        let bare = form.strip_suffix('e').or_else(|| form.strip_suffix("en")).unwrap_or(form);
        for verb in self.tables.conjugate(infinitive) {
            if verb.present.iter().chain(&verb.past).chain(&verb.pasts).any(|finite| finite == form)
                || (verb.particle.is_some() && verb.joined().iter().any(|joined| joined == form))
            {
                return Form::Finite;
            }
            if verb.participles.iter().any(|participle| participle == form) {
                return Form::Participle;
            }
            if verb.present_participle == bare || verb.present_participle == form {
                return Form::PresentParticiple;
            }
            if verb
                .participles
                .iter()
                .any(|participle| participle == bare || participle.as_str() == without_last(form, 1))
            {
                return Form::Participle;
            }
        }
        if form.ends_with("end") || form.ends_with("ende") { Form::PresentParticiple } else { Form::Finite }
    }

    /// How much a rule's lemma is worth.
    fn by_knowledge(&self, lemma: &str, kind: PartOfSpeech) -> f32 {
        if self.can_be(lemma, kind) {
            self::weight::RULE
        } else if self.has_kinds() && (self.packed_kinds(lemma) != 0 || self.is_spelt(lemma)) {
            self::weight::SPELT
        } else if kind == PartOfSpeech::Verb
            && prefix_of(lemma).is_some_and(|(_, bare)| self.tables.has_verb(bare))
        {
            // *herkennen*, where *kennen* is known.
            self::weight::SPELT
        } else {
            self::weight::GUESS
        }
    }

    fn offer(&self, lemma: &str, kind: PartOfSpeech, form: Form, found: &mut Found) {
        if lemma.chars().count() < 2 {
            return;
        }
        let weight = self.by_knowledge(lemma, kind);
        found.add(lemma.to_owned(), Some(kind), form, Source::Rule, weight);
    }

    fn by_rule(&self, form: &str, found: &mut Found) {
        // *tv-programma's* is [`Lexicon::hyphenated`], *enz.* no verb.
        if !form.contains(['-', '.']) {
            self.verb_by_rule(form, found);
        }
        self.noun_by_rule(form, found);
        self.adjective_by_rule(form, found);
        for kind in self.kinds(form) {
            found.add(form.to_owned(), Some(kind), Form::Lemma, Source::Rule, self::weight::RULE);
        }
    }

    /// Infinitives of which a word can be a form, that are verbs as far as is known.
    fn verb_by_rule(&self, form: &str, found: &mut Found) {
        let finite = |stem: &str, found: &mut Found| {
            for infinitive in infinitives_of(stem) {
                if self.conjugates_to(&infinitive, form) {
                    self.offer(&infinitive, PartOfSpeech::Verb, Form::Finite, found);
                }
            }
        };
        if !self.tables.conjugate(form).is_empty() {
            self.offer(form, PartOfSpeech::Verb, Form::Lemma, found);
        }
        finite(form, found);
        for ending in ["t", "te", "de", "ten", "den"] {
            if let Some(stem) = form.strip_suffix(ending).filter(|stem| stem.chars().count() > 1) {
                finite(stem, found);
            }
        }
        // *gaat, ziet, doet*: no *-en*.
        if let Some(stem) = form.strip_suffix('t') {
            let long = format!("{stem}n");
            if self.tables.strong.contains_key(long.as_str()) && self.conjugates_to(&long, form) {
                self.offer(&long, PartOfSpeech::Verb, Form::Finite, found);
            }
        }
        // *ga, sta, zie, doe*.
        let long = if form.ends_with('a') { format!("{form}an") } else { format!("{form}n") };
        if self.tables.strong.contains_key(long.as_str()) && self.conjugates_to(&long, form) {
            self.offer(&long, PartOfSpeech::Verb, Form::Finite, found);
        }
        for (participle, shape) in [
            (form, Form::Participle),
            (form.strip_suffix('e').unwrap_or(""), Form::Participle),
            (form.strip_suffix("en").unwrap_or(""), Form::Participle),
        ] {
            self.participle_by_rule(participle, shape, found);
        }
        for ending in ["d", "de", "den", "s"] {
            if let Some(infinitive) = form.strip_suffix(ending).filter(|word| word.ends_with('n'))
                && (ending != "s")
                && self.can_be(infinitive, PartOfSpeech::Verb)
            {
                self.offer(infinitive, PartOfSpeech::Verb, Form::PresentParticiple, found);
            }
        }
        // A strong verb with a prefix: *ontzwom* by *zwom*.
        if let Some((prefix, rest)) = prefix_of_form(form) {
            for (lemma, kind) in self.tables.forms.get(rest).into_iter().flatten() {
                let whole = format!("{prefix}{lemma}");
                if *kind == PartOfSpeech::Verb && self.can_be(&whole, PartOfSpeech::Verb) {
                    self.offer(&whole, PartOfSpeech::Verb, Form::Finite, found);
                }
            }
        }
    }

    fn participle_by_rule(&self, participle: &str, shape: Form, found: &mut Found) {
        let Some(bare) = participle.strip_suffix(['t', 'd']) else { return };
        let mut stems: Vec<String> = Vec::with_capacity(4);
        if let Some(rest) = without_ge(participle) {
            stems.push(without_last(&rest, 1).to_owned());
            stems.push(rest);
        }
        if prefix_of_form(participle).is_some()
            || self.tables.particles.keys().any(|particle| participle.starts_with(particle))
        {
            stems.push(bare.to_owned());
            stems.push(participle.to_owned());
        }
        for stem in stems.iter().filter(|stem| stem.chars().count() > 1) {
            for infinitive in infinitives_of(stem) {
                let made = self
                    .tables
                    .conjugate(&infinitive)
                    .iter()
                    .any(|verb| verb.participles.iter().any(|known| known == participle));
                if made {
                    self.offer(&infinitive, PartOfSpeech::Verb, shape, found);
                }
            }
        }
    }

    fn conjugates_to(&self, infinitive: &str, form: &str) -> bool {
        self.tables
            .conjugate(infinitive)
            .iter()
            .filter(|verb| verb.particle.is_none())
            .any(|verb| verb.present.iter().chain(&verb.past).chain(&verb.pasts).any(|known| known == form))
    }

    pub(crate) fn noun_by_rule(&self, form: &str, found: &mut Found) {
        let mut plural =
            |lemma: &str| self.offer_checked(lemma, form, PartOfSpeech::Noun, Form::Plural, found);
        for ending in ["'s", "s", "ën", "n"] {
            if let Some(noun) = form.strip_suffix(ending) {
                plural(noun);
            }
        }
        if let Some(stem) = form.strip_suffix("en") {
            for noun in closed(stem) {
                plural(&noun);
            }
            plural(stem);
        }
        if let Some(start) = form.strip_suffix("heden") {
            plural(&format!("{start}heid"));
        }
        if let Some(start) = form.strip_suffix("ieën").or_else(|| form.strip_suffix("iën")) {
            plural(&format!("{start}ie"));
        }
        if let Some(start) = form.strip_suffix('a') {
            plural(&format!("{start}um"));
        }
        if let Some(start) = form.strip_suffix("sen") {
            plural(start);
        }
        let Some(small) = form.strip_suffix('s').filter(|word| word.ends_with("je")).or(Some(form)) else {
            return;
        };
        let mut diminutive =
            |lemma: &str| self.offer_checked(lemma, form, PartOfSpeech::Noun, Form::Diminutive, found);
        if let Some(noun) = small.strip_suffix("etje") {
            for noun in closed(noun) {
                diminutive(&noun);
            }
            diminutive(noun);
        }
        if let Some(noun) = small.strip_suffix("'tje").or_else(|| small.strip_suffix("tje")) {
            diminutive(noun);
            // *autootje*.
            diminutive(without_last(noun, 1));
            diminutive(&format!("{noun}t"));
        }
        if let Some(start) = small.strip_suffix("kje") {
            diminutive(&format!("{start}g"));
            diminutive(&format!("{start}k"));
        }
        if let Some(noun) = small.strip_suffix("pje") {
            diminutive(noun);
            diminutive(&format!("{noun}p"));
        }
        if let Some(noun) = small.strip_suffix("je") {
            diminutive(noun);
        }
    }

    /// Of nouns only what is known, or spelt so: every word in *-en* could be the plural of something.
    fn offer_checked(&self, lemma: &str, form: &str, kind: PartOfSpeech, shape: Form, found: &mut Found) {
        if lemma.chars().count() < 2 {
            return;
        }
        let weight = self.by_knowledge(lemma, kind);
        // With packs a lemma of which they know nothing is none.
        let possible = weight > self::weight::GUESS || !self.has_kinds();
        if weight >= self::weight::RULE || (possible && self.plausible(lemma, form, shape)) {
            found.add(lemma.to_owned(), Some(kind), shape, Source::Rule, weight);
        }
    }

    /// Whether the rules would make the form from the lemma.
    fn plausible(&self, lemma: &str, form: &str, shape: Form) -> bool {
        match shape {
            Form::Plural => self.tables.plurals(lemma, || None).0.iter().any(|plural| plural == form),
            Form::Diminutive => {
                let small = form.strip_suffix('s').filter(|word| word.ends_with("je")).unwrap_or(form);
                self.tables.diminutives(lemma, || None).0.iter().any(|diminutive| diminutive == small)
            }
            _ => true,
        }
    }

    fn adjective_by_rule(&self, form: &str, found: &mut Found) {
        let mut inflected: Vec<String> = from_inflected(form);
        if let Some(bare) = form.strip_suffix('e') {
            inflected.push(bare.to_owned());
        }
        // *iets moois*; *de armen*.
        inflected.extend(form.strip_suffix('s').map(str::to_owned));
        if let Some(plural) = form.strip_suffix("en") {
            inflected.extend(closed(plural));
        }
        for adjective in inflected {
            if self.can_be(&adjective, PartOfSpeech::Adjective) {
                self.offer(&adjective, PartOfSpeech::Adjective, Form::Inflected, found);
            }
        }
        let bare = form.strip_suffix('e').unwrap_or(form);
        for adjective in from_degree(bare) {
            let made = self.tables.adjective(&adjective);
            let makes = made.comparative.iter().chain(&made.superlative).any(|degree| degree == bare);
            if makes && self.can_be(&adjective, PartOfSpeech::Adjective) {
                self.offer(&adjective, PartOfSpeech::Adjective, Form::Degree, found);
            }
        }
    }

    /// *opgebeld, opbelt, op te bellen* in one word: a particle before a form of the verb.
    fn joined(&self, form: &str, found: &mut Found) {
        let longest = self.tables.longest_particle.min(form.len());
        for end in (2..=longest).rev().filter(|end| form.is_char_boundary(*end)) {
            let (particle, rest) = form.split_at(end);
            if !self.tables.particles.contains_key(particle) || rest.chars().count() < 2 {
                continue;
            }
            // *uittenodigen* is wrong, *mee-eten* right.
            let rest = rest.strip_prefix('-').unwrap_or(rest);
            let mut inner = Found::default();
            self.listed(rest, &mut inner);
            self.packed(rest, rest, &mut inner);
            self.verb_by_rule(rest, &mut inner);
            for candidate in inner.0 {
                if candidate.part_of_speech == Some(PartOfSpeech::Verb)
                    && let Some(infinitive) = self.separable(particle, &candidate.lemma)
                {
                    let shape = if candidate.form == Form::Lemma && rest != candidate.lemma {
                        Form::Finite
                    } else {
                        candidate.form
                    };
                    found.add(
                        infinitive,
                        Some(PartOfSpeech::Verb),
                        shape,
                        Source::Rule,
                        self::weight::RULE + 0.4,
                    );
                }
            }
        }
    }

    /// *tv-programma's*: the last part has the ending.
    fn hyphenated(&self, form: &str, found: &mut Found) {
        let Some((start, last)) =
            form.rsplit_once('-').filter(|(start, last)| !start.is_empty() && last.chars().count() > 1)
        else {
            return;
        };
        let mut inner = Found::default();
        let small = key(last);
        self.listed(&small, &mut inner);
        self.packed(last, &small, &mut inner);
        self.by_rule(&small, &mut inner);
        self.weigh_rivals(&small, &mut inner);
        inner.0.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        for candidate in
            inner.0.into_iter().filter(|candidate| candidate.weight >= self::weight::RULE).take(2)
        {
            let lemma = format!("{start}-{}", candidate.lemma);
            found.add(
                lemma,
                candidate.part_of_speech,
                candidate.form,
                Source::Compound,
                self::weight::COMPOUND,
            );
        }
    }

    fn by_compound(&self, form: &str, found: &mut Found) {
        let Some(compound) = self.compound(form) else { return };
        let Some(start) = form.strip_suffix(compound.head.as_str()) else { return };
        let mut inner = Found::default();
        self.listed(&compound.head, &mut inner);
        self.packed(&compound.head, &compound.head, &mut inner);
        self.by_rule(&compound.head, &mut inner);
        self.weigh_rivals(&compound.head, &mut inner);
        inner.0.sort_by(|one, other| other.weight.total_cmp(&one.weight));
        let nominal = inner.0.into_iter().filter(|candidate| {
            matches!(candidate.part_of_speech, Some(PartOfSpeech::Noun | PartOfSpeech::Adjective))
        });
        for candidate in nominal.take(2) {
            let lemma = format!("{start}{}", candidate.lemma);
            found.add(
                lemma,
                candidate.part_of_speech,
                candidate.form,
                Source::Compound,
                self::weight::COMPOUND,
            );
        }
    }

    /// The separable verb of a particle and an infinitive, when there is one: by our list, or because packs know both the
    /// infinitive in one word and a participle with *-ge-* inside.
    pub fn separable(&self, particle: &str, infinitive: &str) -> Option<String> {
        let whole = if particle.chars().next_back() == infinitive.chars().next()
            && particle.ends_with(['a', 'e', 'o', 'u'])
        {
            format!("{particle}-{infinitive}")
        } else {
            format!("{particle}{infinitive}")
        };
        let listed = self.tables.separable.get(whole.as_str()).is_some_and(|verb| verb.particle == particle)
            || self
                .tables
                .strong
                .get(whole.as_str())
                .into_iter()
                .flatten()
                .any(|verb| verb.particle == Some(particle));
        if listed {
            return Some(whole);
        }
        if !self.tables.particles.contains_key(particle) || !self.can_be(infinitive, PartOfSpeech::Verb) {
            return None;
        }
        // Inseparable by our list, and in no list as separable.
        if self.tables.strong.contains_key(whole.as_str())
            || self.tables.inseparable.contains_key(whole.as_str())
        {
            return None;
        }
        let known = self.packed_kinds(&whole) & (1 << PartOfSpeech::Verb.number()) != 0
            || self.packed_lemma(&whole).is_some_and(|lemma| lemma == whole);
        let verb = known.then(|| self.tables.with_particle(&whole, particle, None)).flatten()?;
        verb.participles
            .iter()
            .any(|participle| {
                self.packed_lemma(participle).is_some_and(|lemma| lemma == whole) || self.is_spelt(participle)
            })
            .then_some(whole)
    }
}

/// By the ending alone, where no pack knows the lemma.
fn guessed_kind(form: &str, lemma: &str) -> Option<PartOfSpeech> {
    if lemma.chars().next().is_some_and(char::is_uppercase) {
        return Some(PartOfSpeech::Name);
    }
    if form == lemma {
        return None;
    }
    let shared = form.chars().zip(lemma.chars()).take_while(|(one, other)| one == other).count();
    if lemma.ends_with('n')
        && !form.ends_with('s')
        && (form.starts_with("ge") || !form.ends_with("en") || !lemma.starts_with(form))
        && form.chars().count() >= shared
    {
        return Some(PartOfSpeech::Verb);
    }
    if form.ends_with("e") || form.ends_with("er") || form.ends_with("st") {
        return Some(PartOfSpeech::Adjective);
    }
    Some(PartOfSpeech::Noun)
}

/// A prefix of an inseparable verb before any form.
fn prefix_of_form(form: &str) -> Option<(&'static str, &str)> {
    let as_infinitive = format!("{form}en");
    let (prefix, _) = prefix_of(&as_infinitive)?;
    Some((prefix, form.strip_prefix(prefix)?))
}
