//! The lists of `content/lexicon`, read once.

use crate::{Article, Auxiliary, PartOfSpeech};
use std::{
    borrow::Cow,
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

macro_rules! list {
    ($name:literal) => {
        include_str!(concat!("../../../content/lexicon/", $name, ".tsv"))
    };
}

/// A line of `verbs.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct StrongVerb {
    pub(crate) infinitive: &'static str,
    /// Without the particle.
    pub(crate) past: Vec<&'static str>,
    pub(crate) pasts: Vec<&'static str>,
    /// As written, with the particle.
    pub(crate) participles: Vec<&'static str>,
    pub(crate) auxiliaries: Vec<Auxiliary>,
    pub(crate) particle: Option<&'static str>,
    /// For ik, jij, hij, wij, where irregular.
    pub(crate) present: Option<Vec<&'static str>>,
}

/// A line of `weak.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct WeakVerb {
    pub(crate) stem: &'static str,
    /// For jij and hij.
    pub(crate) hij: Cow<'static, str>,
    pub(crate) past: Vec<&'static str>,
    pub(crate) pasts: Vec<&'static str>,
    pub(crate) participles: Vec<&'static str>,
}

/// A line of `separable.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct SeparableVerb {
    pub(crate) particle: &'static str,
    pub(crate) auxiliaries: Vec<Auxiliary>,
}

/// How much a word is a particle, and how much something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ParticleKind {
    /// Stands before nouns as well: *op*.
    Preposition,
    /// A noun, adjective or adverb in its own right: *deel*.
    Word,
    /// Hardly anything else: *terug*.
    Particle,
}

/// A line of `nouns.tsv`.
#[derive(Clone, Debug)]
pub(crate) struct NounLine {
    pub(crate) articles: Vec<Article>,
    /// None where the rules make it; empty where there is none.
    pub(crate) plurals: Option<Vec<&'static str>>,
    pub(crate) diminutives: Vec<&'static str>,
}

/// A line of `adjectives.tsv`: None where the rules make it, empty where there is none.
#[derive(Clone, Debug)]
pub(crate) struct AdjectiveLine {
    pub(crate) inflected: Option<Vec<&'static str>>,
    pub(crate) comparative: Option<Vec<&'static str>>,
    pub(crate) superlative: Option<Vec<&'static str>>,
}

/// A line of `endings.tsv`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    pub(crate) article: Article,
    pub(crate) certainty: f32,
    pub(crate) more: usize,
}

/// All lists.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) strong: HashMap<&'static str, Vec<StrongVerb>>,
    pub(crate) weak: HashMap<&'static str, WeakVerb>,
    pub(crate) separable: HashMap<&'static str, SeparableVerb>,
    /// The verbs within separable ones: *bellen* of *opbellen*.
    pub(crate) inner: HashSet<&'static str>,
    pub(crate) inseparable: HashMap<&'static str, Vec<Auxiliary>>,
    pub(crate) auxiliaries: HashMap<&'static str, Vec<Auxiliary>>,
    pub(crate) unstressed: HashSet<&'static str>,
    pub(crate) particles: HashMap<&'static str, ParticleKind>,
    /// The longest particle has so many bytes.
    pub(crate) longest_particle: usize,
    pub(crate) nouns: HashMap<&'static str, NounLine>,
    pub(crate) adjectives: HashMap<&'static str, AdjectiveLine>,
    pub(crate) endings: HashMap<&'static str, Ending>,
    pub(crate) abbreviations: HashMap<&'static str, Abbreviation>,
    pub(crate) clitics: HashMap<&'static str, (&'static str, PartOfSpeech)>,
    pub(crate) words: HashMap<&'static str, Vec<(&'static str, PartOfSpeech)>>,
    /// Every form of a strong verb, and every irregular plural, degree and diminutive, with its lemma.
    pub(crate) forms: HashMap<Cow<'static, str>, Vec<(&'static str, PartOfSpeech)>>,
}

/// A line of `abbreviations.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Abbreviation {
    /// What it stands for.
    pub meaning: &'static str,
    /// Whether a sentence may end with it.
    pub may_end: bool,
    /// Whether it is a word as well, and at the end of a sentence that word: *Het is zo.*
    pub is_word: bool,
}

/// The cells of each line, after the comments and the names of the columns. Missing cells at the end are empty.
fn lines<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1).map(|line| {
        let mut cells = [""; N];
        for (cell, value) in cells.iter_mut().zip(line.split('\t')) {
            *cell = value;
        }
        cells
    })
}

/// Variants; none where there is no such form.
fn variants(cell: &'static str) -> Vec<&'static str> {
    cell.split('|').filter(|variant| !variant.is_empty() && *variant != "-").collect()
}

/// None where the cell is empty.
fn listed(cell: &'static str) -> Option<Vec<&'static str>> {
    (!cell.is_empty()).then(|| variants(cell))
}

fn auxiliaries(cell: &str) -> Vec<Auxiliary> {
    cell.split('|').filter_map(Auxiliary::parse).collect()
}

impl Tables {
    /// Read once in a process: they are part of the program and never change.
    pub(crate) fn shared() -> &'static Self {
        static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);
        &TABLES
    }

    fn read() -> Self {
        let mut strong: HashMap<_, Vec<StrongVerb>> = HashMap::new();
        for [infinitive, past, pasts, participle, auxiliary, particle, present] in lines::<7>(list!("verbs"))
        {
            let particle = (!particle.is_empty()).then_some(particle);
            let alone = |form: &'static str| match particle {
                Some(particle) => form.strip_suffix(particle).map_or(form, str::trim_end),
                None => form,
            };
            strong.entry(infinitive).or_default().push(StrongVerb {
                infinitive,
                past: variants(past).into_iter().map(alone).collect(),
                pasts: variants(pasts).into_iter().map(alone).collect(),
                participles: variants(participle),
                auxiliaries: auxiliaries(auxiliary),
                particle,
                present: listed(present),
            });
        }
        let particles: HashMap<_, _> = lines::<2>(list!("particles"))
            .map(|[particle, kind]| {
                let kind = match kind {
                    "preposition" => ParticleKind::Preposition,
                    "word" => ParticleKind::Word,
                    _ => ParticleKind::Particle,
                };
                (particle, kind)
            })
            .collect();
        let mut words: HashMap<_, Vec<_>> = HashMap::new();
        for [form, lemma, kind] in lines::<3>(list!("words")) {
            if let Some(kind) = PartOfSpeech::parse(kind) {
                words.entry(form).or_default().push((lemma, kind));
            }
        }
        let mut tables = Self {
            strong,
            weak: lines::<5>(list!("weak"))
                .map(|[infinitive, stem, past, pasts, participle]| {
                    let (past, pasts, participles) = (variants(past), variants(pasts), variants(participle));
                    (infinitive, WeakVerb { stem, hij: with_t(infinitive, stem), past, pasts, participles })
                })
                .collect(),
            separable: lines::<3>(list!("separable"))
                .map(|[infinitive, particle, auxiliary]| {
                    (infinitive, SeparableVerb { particle, auxiliaries: auxiliaries(auxiliary) })
                })
                .collect(),
            inner: HashSet::new(),
            inseparable: lines::<2>(list!("inseparable"))
                .map(|[infinitive, auxiliary]| (infinitive, auxiliaries(auxiliary)))
                .collect(),
            auxiliaries: lines::<2>(list!("auxiliaries"))
                .map(|[infinitive, auxiliary]| (infinitive, auxiliaries(auxiliary)))
                .collect(),
            unstressed: lines::<1>(list!("unstressed")).map(|[infinitive]| infinitive).collect(),
            longest_particle: particles.keys().map(|particle: &&str| particle.len()).max().unwrap_or(0),
            particles,
            nouns: lines::<4>(list!("nouns"))
                .map(|[noun, article, plural, diminutive]| {
                    let articles = article.split('|').filter_map(Article::parse).collect();
                    let line =
                        NounLine { articles, plurals: listed(plural), diminutives: variants(diminutive) };
                    (noun, line)
                })
                .collect(),
            adjectives: lines::<4>(list!("adjectives"))
                .map(|[adjective, inflected, comparative, superlative]| {
                    let line = AdjectiveLine {
                        inflected: listed(inflected),
                        comparative: listed(comparative),
                        superlative: listed(superlative),
                    };
                    (adjective, line)
                })
                .collect(),
            endings: lines::<4>(list!("endings"))
                .filter_map(|[ending, article, certainty, more]| {
                    let (certainty, more) = (certainty.parse().ok()?, more.parse().ok()?);
                    Some((ending, Ending { article: Article::parse(article)?, certainty, more }))
                })
                .collect(),
            abbreviations: lines::<3>(list!("abbreviations"))
                .map(|[form, meaning, end]| {
                    let is_word = end == "word";
                    (form, Abbreviation { meaning, may_end: is_word || end == "yes", is_word })
                })
                .collect(),
            clitics: lines::<3>(list!("clitics"))
                .filter_map(|[form, full, kind]| Some((form, (full, PartOfSpeech::parse(kind)?))))
                .collect(),
            words,
            forms: HashMap::new(),
        };
        tables.inner = tables
            .separable
            .iter()
            .filter_map(|(infinitive, verb)| infinitive.strip_prefix(verb.particle))
            .map(|inner| inner.trim_start_matches('-'))
            .collect();
        tables.index_forms();
        tables
    }

    /// Whether a list has this infinitive.
    pub(crate) fn has_verb(&self, infinitive: &str) -> bool {
        self.strong.contains_key(infinitive)
            || self.weak.contains_key(infinitive)
            || self.separable.contains_key(infinitive)
            || self.inner.contains(infinitive)
            || self.inseparable.contains_key(infinitive)
            || self.auxiliaries.contains_key(infinitive)
            || self.unstressed.contains(infinitive)
    }

    fn index_forms(&mut self) {
        let mut forms: HashMap<Cow<'static, str>, Vec<(&'static str, PartOfSpeech)>> = HashMap::new();
        let mut add = |form: Cow<'static, str>, lemma: &'static str, kind| {
            let lemmas = forms.entry(form).or_default();
            if !lemmas.contains(&(lemma, kind)) {
                lemmas.push((lemma, kind));
            }
        };
        for verb in self.strong.values().flatten().filter(|verb| verb.particle.is_none()) {
            add(verb.infinitive.into(), verb.infinitive, PartOfSpeech::Verb);
            let present = verb.present.iter().flatten();
            for form in verb.past.iter().chain(&verb.pasts).chain(&verb.participles).chain(present) {
                add((*form).into(), verb.infinitive, PartOfSpeech::Verb);
            }
        }
        for (infinitive, verb) in &self.weak {
            add((*infinitive).into(), infinitive, PartOfSpeech::Verb);
            add(verb.hij.clone(), infinitive, PartOfSpeech::Verb);
            for form in [verb.stem].iter().chain(&verb.past).chain(&verb.pasts).chain(&verb.participles) {
                add((*form).into(), infinitive, PartOfSpeech::Verb);
            }
        }
        for (noun, line) in &self.nouns {
            for form in [*noun].iter().chain(line.plurals.iter().flatten()).chain(&line.diminutives) {
                add((*form).into(), noun, PartOfSpeech::Noun);
            }
        }
        for (adjective, line) in &self.adjectives {
            let degrees = [&line.inflected, &line.comparative, &line.superlative];
            for form in [*adjective].iter().chain(degrees.into_iter().flatten().flatten()) {
                add((*form).into(), adjective, PartOfSpeech::Adjective);
            }
        }
        // The order of a map is not that of the file: one order for all runs.
        for lemmas in forms.values_mut() {
            lemmas.sort_by_key(|(lemma, kind)| (*kind, lemma.len(), *lemma));
        }
        self.forms = forms;
    }
}

/// The form for jij and hij: *tapet*, *tweet*, *sms't*.
fn with_t(infinitive: &str, stem: &'static str) -> Cow<'static, str> {
    match infinitive.strip_suffix("en") {
        _ if stem.ends_with('t') => stem.into(),
        Some(base) if base.ends_with('\'') => format!("{stem}'t").into(),
        _ => format!("{stem}t").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LISTS: [(&str, &str, usize); 12] = [
        ("verbs", list!("verbs"), 7),
        ("separable", list!("separable"), 3),
        ("inseparable", list!("inseparable"), 2),
        ("auxiliaries", list!("auxiliaries"), 2),
        ("weak", list!("weak"), 5),
        ("unstressed", list!("unstressed"), 1),
        ("particles", list!("particles"), 2),
        ("nouns", list!("nouns"), 4),
        ("endings", list!("endings"), 4),
        ("adjectives", list!("adjectives"), 4),
        ("abbreviations", list!("abbreviations"), 3),
        ("words", list!("words"), 3),
    ];

    #[test]
    fn every_list_names_its_columns_and_keeps_to_them() {
        for (name, text, columns) in LISTS {
            assert!(text.starts_with("# "), "{name} says what it is");
            let mut rows = text.lines().filter(|line| !line.starts_with('#'));
            assert_eq!(rows.next().map(|line| line.split('\t').count()), Some(columns), "{name}");
            for row in rows {
                let cells: Vec<_> = row.split('\t').collect();
                assert!(cells.len() <= columns && !cells[0].is_empty(), "{name}: {row}");
                assert!(cells.iter().all(|cell| cell.trim() == *cell), "{name}: {row}");
            }
        }
    }

    #[test]
    fn no_list_has_a_line_twice() {
        for (name, text, _) in LISTS {
            let mut seen = HashSet::new();
            for row in text.lines() {
                assert!(seen.insert(row), "{name}: {row}");
            }
        }
    }

    #[test]
    fn separable_verbs_begin_with_their_particle() {
        let tables = Tables::shared();
        for (infinitive, verb) in &tables.separable {
            assert!(infinitive.starts_with(verb.particle) && infinitive.ends_with('n'), "{infinitive}");
            assert!(tables.particles.contains_key(verb.particle), "{infinitive}");
            assert!(!verb.auxiliaries.is_empty(), "{infinitive}");
        }
    }

    #[test]
    fn strong_verbs_agree_with_themselves() {
        for verb in Tables::shared().strong.values().flatten() {
            assert!(!verb.auxiliaries.is_empty(), "{}", verb.infinitive);
            assert_eq!(verb.past.len(), verb.pasts.len(), "{}", verb.infinitive);
            for plural in &verb.pasts {
                assert!(plural.ends_with('n'), "{}: {plural}", verb.infinitive);
            }
            for participle in &verb.participles {
                assert!(participle.ends_with(['n', 't', 'd']), "{}: {participle}", verb.infinitive);
            }
        }
    }

    #[test]
    fn no_weak_verb_has_two_lines() {
        let mut seen = HashSet::new();
        for [infinitive, ..] in lines::<5>(list!("weak")) {
            assert!(seen.insert(infinitive), "{infinitive}");
        }
    }
}
