use crate::{
    Adjective, ArticleGuess, Facts, Pack, PackError, PackKind, PartOfSpeech, Source, Verb, tables::Tables,
    text::key,
};
use serde::Serialize;
use std::{fs, io, path::Path};

/// Everything that is known of Dutch words: our lists and rules always, and whatever packs there are.
///
/// Cheap to share, and never changed once made: put it into an `Arc`.
#[derive(Debug)]
pub struct Lexicon {
    pub(crate) tables: &'static Tables,
    pub(crate) packs: Vec<Pack>,
}

/// A word in another language, or what is said of it in Dutch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Gloss {
    /// Kind of the headword, where the source tells.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Two letters: the language of the translations.
    pub language: String,
    /// Translations, the more usual first.
    pub translations: Vec<String>,
    /// Definitions in Dutch.
    pub definitions: Vec<String>,
}

/// Forms made by a rule are `generated` until an editor confirms them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Forms {
    /// The usual one first.
    pub forms: Vec<String>,
    /// Where they come from.
    pub source: Source,
}

impl Lexicon {
    /// Our own lists and rules, without any pack.
    pub fn own() -> Self {
        Self::with(Vec::new())
    }

    /// Our lists and these packs.
    pub fn with(packs: Vec<Pack>) -> Self {
        Self { tables: Tables::shared(), packs }
    }

    /// Our lists and every `*.pack` of a folder; a folder that is not there has none.
    ///
    /// # Errors
    /// The folder or a pack cannot be read.
    pub fn open(folder: &Path) -> Result<Self, PackError> {
        let unreadable = |source| PackError::Unreadable { file: folder.display().to_string(), source };
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::own()),
            Err(error) => return Err(unreadable(error)),
        };
        let mut files = entries
            .map(|entry| entry.map(|entry| entry.path()))
            .collect::<Result<Vec<_>, _>>()
            .map_err(unreadable)?;
        files.retain(|file| file.extension().is_some_and(|extension| extension == "pack"));
        // One order for all machines.
        files.sort();
        Ok(Self::with(files.iter().map(|file| Pack::open(file)).collect::<Result<_, _>>()?))
    }

    /// What each pack says of itself: for a page of credits.
    pub fn credits(&self) -> impl Iterator<Item = &Facts> {
        self.packs.iter().map(Pack::facts)
    }

    pub(crate) fn packs_of(&self, kind: PackKind) -> impl Iterator<Item = &Pack> {
        self.packs.iter().filter(move |pack| pack.facts().kind == kind)
    }

    /// Whether packs tell which words there are.
    pub fn has_kinds(&self) -> bool {
        self.packs_of(PackKind::Kinds).next().is_some()
    }

    /// Whether a word is known to be of a kind: by our lists, or by a pack.
    pub fn can_be(&self, word: &str, kind: PartOfSpeech) -> bool {
        let tables = self.tables;
        let own = match kind {
            PartOfSpeech::Noun => tables.nouns.contains_key(word),
            PartOfSpeech::Verb => tables.has_verb(word),
            PartOfSpeech::Adjective => tables.adjectives.contains_key(word),
            _ => tables
                .words
                .get(word)
                .is_some_and(|all| all.iter().any(|(lemma, own)| *own == kind && *lemma == word)),
        };
        own || self.packed_kinds(word) & (1 << kind.number()) != 0
    }

    /// A bit for each kind that packs know the word to be.
    pub(crate) fn packed_kinds(&self, word: &str) -> u64 {
        self.packs_of(PackKind::Kinds).filter_map(|pack| pack.get(word)).fold(0, |all, bits| all | bits)
    }

    /// Every kind that a lemma is known to be, in the order of [`PartOfSpeech`].
    pub fn kinds(&self, lemma: &str) -> Vec<PartOfSpeech> {
        PartOfSpeech::ALL.into_iter().filter(|kind| self.can_be(lemma, *kind)).collect()
    }

    /// Whether a pack of spellings has the word.
    pub fn is_spelt(&self, word: &str) -> bool {
        self.packs_of(PackKind::Spelling).any(|pack| pack.get(word).is_some())
    }

    /// The lemma that a pack gives a form; the capitals of the form first.
    pub(crate) fn packed_lemma(&self, form: &str) -> Option<String> {
        self.packs_of(PackKind::Forms).find_map(|pack| pack.lemma(form))
    }

    /// The lemma of a form by list and pack alone, without rules: what a compound's head is checked with.
    pub(crate) fn inflected_lemma(&self, form: &str) -> Option<String> {
        let own =
            self.tables.forms.get(form).and_then(|all| all.first()).map(|(lemma, _)| (*lemma).to_owned());
        own.or_else(|| self.packed_lemma(form))
    }

    /// Every verb with this infinitive, with its forms: *voorkomen* is two. Forms by rule when it stands in no list; empty
    /// when it can be no infinitive.
    pub fn verbs(&self, infinitive: &str) -> Vec<Verb> {
        self.tables.conjugate(&key(infinitive))
    }

    /// A separable verb of this particle, whether or not a list has it: an editor may know it to be one. None when the word does
    /// not begin with the particle, or what remains is no infinitive.
    pub fn separable_verb(&self, infinitive: &str, particle: &str) -> Option<Verb> {
        let infinitive = key(infinitive);
        let mut listed = self.tables.conjugate(&infinitive).into_iter();
        listed
            .find(|verb| verb.particle.as_deref() == Some(particle))
            .or_else(|| self.tables.with_particle(&infinitive, particle, None))
    }

    /// The article of a noun.
    pub fn article(&self, noun: &str) -> ArticleGuess {
        let noun = key(noun);
        self.tables.article(&noun, || self.head(&noun))
    }

    /// The plurals of a noun, the usual one first. Where a rule leaves a choice, the one that packs know comes first.
    pub fn plurals(&self, noun: &str) -> Forms {
        let noun = key(noun);
        let (forms, source) = self.tables.plurals(&noun, || self.head(&noun));
        self.chosen(&noun, forms, source)
    }

    /// The diminutives of a noun, the usual one first.
    pub fn diminutives(&self, noun: &str) -> Forms {
        let noun = key(noun);
        let (forms, source) = self.tables.diminutives(&noun, || self.head(&noun));
        self.chosen(&noun, forms, source)
    }

    /// The forms of an adjective.
    pub fn adjective(&self, adjective: &str) -> Adjective {
        self.tables.adjective(&key(adjective))
    }

    /// Of forms by rule, the one first that packs give the same lemma, or else the one that is more frequent.
    fn chosen(&self, lemma: &str, mut forms: Vec<String>, source: Source) -> Forms {
        if source == Source::Rule {
            let rank = |form: &String| {
                let confirmed = self.packed_lemma(form).is_some_and(|packed| packed == lemma);
                let frequency = self.form_frequency(form).unwrap_or(0.0);
                (confirmed, (frequency * 100.0) as i64, self.is_spelt(form))
            };
            // Stable: the order of the rules decides between equals.
            forms.sort_by_key(|form| std::cmp::Reverse(rank(form)));
        }
        Forms { forms, source }
    }

    /// Pronunciations in the International Phonetic Alphabet, without slashes, as the packs have them.
    pub fn pronunciations(&self, lemma: &str) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for (_, line, text) in self.records(lemma) {
            if line == "i" && !all.iter().any(|known| known == text) {
                all.push(text.to_owned());
            }
        }
        all
    }

    /// Translations and definitions, in every language of the packs, or in one.
    pub fn glosses(&self, lemma: &str, language: Option<&str>) -> Vec<Gloss> {
        let mut all: Vec<Gloss> = Vec::new();
        let mut open: Option<Gloss> = None;
        for (of, line, text) in self.records(lemma) {
            if language.is_some_and(|language| language != of) {
                continue;
            }
            if line == "e" {
                all.extend(open.take());
                open = Some(Gloss {
                    part_of_speech: PartOfSpeech::parse(text),
                    language: of.to_owned(),
                    ..Gloss::default()
                });
            } else if let Some(gloss) = &mut open {
                match line {
                    "t" => gloss.translations.push(text.to_owned()),
                    "d" => gloss.definitions.push(text.to_owned()),
                    _ => {}
                }
            }
        }
        all.extend(open);
        all
    }

    /// Every line of every record of a headword: language, what the line is, its text.
    fn records<'l>(&'l self, lemma: &str) -> Vec<(&'l str, &'l str, &'l str)> {
        let small = key(lemma);
        let mut lines = Vec::new();
        for pack in self.packs_of(PackKind::Glosses) {
            let language = pack.facts().language.as_deref().unwrap_or("");
            let place = pack.get(lemma).or_else(|| pack.get(&small));
            let record = place.and_then(|place| pack.record(place)).unwrap_or_default();
            lines.extend(record.lines().filter_map(|line| {
                let (what, text) = line.split_once('\t')?;
                Some((language, what, text))
            }));
        }
        lines
    }

    /// The Zipf frequency of a form: the logarithm of how often it stands in a thousand million words. None without a pack, or
    /// when the form is rarer than the pack goes.
    pub fn form_frequency(&self, form: &str) -> Option<f32> {
        self.packs_of(PackKind::Frequency)
            .find_map(|pack| pack.get(form))
            .map(|hundred| hundred as f32 / 100.0)
    }

    /// The Zipf frequency of a word in all its forms: those that belong to no other word more plainly.
    pub fn frequency(&self, lemma: &str) -> Option<f32> {
        let lemma = key(lemma);
        let mut forms = vec![lemma.clone()];
        if self.can_be(&lemma, PartOfSpeech::Verb) {
            for verb in self.verbs(&lemma) {
                forms.extend(verb.joined());
                if verb.particle.is_none() {
                    forms.extend(verb.past.clone());
                }
                forms.extend(verb.participles);
            }
        } else if self.can_be(&lemma, PartOfSpeech::Noun) {
            forms.extend(self.plurals(&lemma).forms.into_iter().take(1));
            forms.extend(self.diminutives(&lemma).forms.into_iter().take(1));
        } else if self.can_be(&lemma, PartOfSpeech::Adjective) {
            let adjective = self.adjective(&lemma);
            forms.extend(
                adjective.inflected.into_iter().chain(adjective.comparative).chain(adjective.superlative),
            );
        }
        forms.sort();
        forms.dedup();
        let in_a_milliard: f32 = forms
            .iter()
            .filter(|form| **form == lemma || self.packed_lemma(form).is_none_or(|packed| packed == lemma))
            .filter_map(|form| self.form_frequency(form))
            .map(|zipf| 10_f32.powf(zipf))
            .sum();
        (in_a_milliard > 0.0).then(|| in_a_milliard.log10())
    }
}
