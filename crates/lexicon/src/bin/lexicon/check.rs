//! The words of content files against the lexicon.
//!
//! A list of ours that says otherwise is an error. A rule that says otherwise is an error where packs could have confirmed the
//! form and do not, and a warning without packs: what is right and irregular belongs into a list. Frequency only warns.

use anyhow::{Context, Result, ensure};
use lexicon::{Analysis, Article, Auxiliary, Forms, Lexicon, PartOfSpeech, Source, Verb, key};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::{Write, stdout},
    path::Path,
    process::ExitCode,
};
use toml::Spanned;

#[derive(Deserialize)]
struct TopicFile {
    topic: Topic,
    #[serde(default, rename = "word")]
    words: Vec<Entry>,
}

#[derive(Deserialize)]
struct Topic {
    level: String,
}

#[derive(Deserialize)]
struct Entry {
    key: Spanned<String>,
    lemma: String,
    part_of_speech: PartOfSpeech,
    #[serde(default)]
    article: Vec<Article>,
    plural: Option<String>,
    diminutive: Option<String>,
    past: Option<Past>,
    participle: Option<String>,
    #[serde(default)]
    auxiliary: Vec<Auxiliary>,
    particle: Option<String>,
    inflected: Option<String>,
    comparative: Option<String>,
    superlative: Option<String>,
    ipa: Option<String>,
    #[serde(default)]
    gloss: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    examples: Vec<Example>,
}

#[derive(Deserialize)]
struct Past {
    singular: String,
    plural: String,
}

#[derive(Deserialize)]
struct Example {
    nl: String,
}

/// What was found, as it is printed.
#[derive(Default)]
struct Findings {
    errors: Vec<String>,
    warnings: Vec<String>,
    /// Sentences of one word whose analysis was looked at.
    analysed: usize,
    /// Those in which it chose another lemma for the word.
    not_met: Vec<String>,
}

/// Zipf below which a word is rare for its level: a standard deviation below the median of the level in courses.
const RARE: [(&str, f32); 3] = [("A1", 3.4), ("A2", 2.6), ("B1", 2.1)];

/// Prints every finding; errors fail. `differences` prints the sentences as well in which the analysis takes the word for another.
pub(crate) fn run(lexicon: &Lexicon, folder: &Path, differences: bool) -> Result<ExitCode> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|file| file.map(|file| file.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    ensure!(!files.is_empty(), "{} has no *.toml", folder.display());
    let mut findings = Findings::default();
    let mut seen = Seen::default();
    let mut words = 0;
    for file in &files {
        let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match toml::from_str::<TopicFile>(&text) {
            Ok(topic) => {
                words += topic.words.len();
                for entry in &topic.words {
                    let line = text[..entry.key.span().start].matches('\n').count() + 1;
                    let mut word =
                        Word { lexicon, entry, place: format!("{name}:{line}"), findings: &mut findings };
                    word.check(&topic.topic.level);
                    word.check_repeated(&mut seen.words);
                    word.check_glosses(&mut seen.glosses);
                }
            }
            Err(error) => findings.errors.push(format!("{name}: {}", error.message())),
        }
    }
    let mut out = stdout().lock();
    for warning in &findings.warnings {
        writeln!(out, "warning {warning}")?;
    }
    for error in &findings.errors {
        writeln!(out, "error   {error}")?;
    }
    for sentence in findings.not_met.iter().filter(|_| differences) {
        writeln!(out, "not met {sentence}")?;
    }
    let met = findings.analysed - findings.not_met.len();
    writeln!(out, "the analysis meets the word in {met} of {} sentences", findings.analysed)?;
    let (errors, warnings) = (findings.errors.len(), findings.warnings.len());
    writeln!(out, "{words} words in {} files: {errors} errors, {warnings} warnings", files.len())?;
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What stood before.
#[derive(Default)]
struct Seen {
    words: SeenWords,
    glosses: SeenGlosses,
}

/// Where each lemma stood before, by lemma and kind, with its English glosses.
type SeenWords = HashMap<(String, PartOfSpeech), Vec<(String, Vec<String>)>>;

/// Which word had a gloss first, by language and gloss: its place and its lemma.
type SeenGlosses = HashMap<(String, Vec<String>), (String, String)>;

struct Word<'w> {
    lexicon: &'w Lexicon,
    entry: &'w Entry,
    place: String,
    findings: &'w mut Findings,
}

impl Word<'_> {
    fn say(&self, what: &str) -> String {
        format!("{} {}: {what}", self.place, self.entry.lemma)
    }

    fn error(&mut self, what: impl AsRef<str>) {
        let told = self.say(what.as_ref());
        self.findings.errors.push(told);
    }

    fn warn(&mut self, what: impl AsRef<str>) {
        let told = self.say(what.as_ref());
        self.findings.warnings.push(told);
    }

    fn check(&mut self, level: &str) {
        match self.entry.part_of_speech {
            PartOfSpeech::Noun => self.check_noun(),
            PartOfSpeech::Verb => self.check_verb(),
            PartOfSpeech::Adjective => self.check_adjective(),
            _ => {}
        }
        self.check_level(level);
        self.check_examples();
        if self.entry.ipa.as_ref().is_some_and(|ipa| ipa.contains(['/', '[', ']', '\''])) {
            self.error("ipa stands without slashes and brackets, with ˈ for stress");
        }
    }

    /// A form that is neither in the list nor by the rules.
    fn differs(&mut self, what: &str, form: &str, expected: &Forms) {
        let expects = expected.forms.join(", ");
        let told = format!(
            "{what} {form}, where the {} has {expects}",
            if expected.source == Source::List { "list" } else { "rule" }
        );
        if expected.source == Source::List {
            self.error(told);
        } else if self.confirmed(form) {
            // Irregular, and packs know it.
        } else if self.lexicon.credits().next().is_some() {
            self.error(format!("{told}; if it is right, it belongs into content/lexicon"));
        } else {
            self.warn(told);
        }
    }

    /// Whether a pack gives this form the lemma, or has it in its spelling.
    fn confirmed(&self, form: &str) -> bool {
        let lemma = key(&self.entry.lemma);
        form.split(' ').next().is_some_and(|first| {
            self.lexicon
                .lemmas(first)
                .iter()
                .any(|candidate| candidate.source != Source::Rule && key(&candidate.lemma) == lemma)
        }) || self.lexicon.is_spelt(&key(form))
    }

    fn check_forms(&mut self, what: &str, form: Option<&String>, expected: &Forms) {
        if let Some(form) = form
            && !expected.forms.contains(form)
        {
            self.differs(what, form, expected);
        }
    }

    fn check_noun(&mut self) {
        let lemma = &self.entry.lemma;
        let guess = self.lexicon.article(lemma);
        let wrong: Vec<_> =
            self.entry.article.iter().filter(|article| !guess.articles.contains(article)).collect();
        if let Some(article) = wrong.first() {
            let told = format!(
                "article {article}, where the {} has {}",
                guess.because.as_deref().unwrap_or("list"),
                guess.articles.iter().map(|article| article.as_str()).collect::<Vec<_>>().join(" or ")
            );
            if guess.source == Source::List {
                self.error(told);
            } else if guess.certainty >= 0.9 {
                self.warn(told);
            }
        }
        let (plurals, diminutives) = (self.lexicon.plurals(lemma), self.lexicon.diminutives(lemma));
        if plurals.source == Source::List && plurals.forms.is_empty() {
            if self.entry.plural.is_some() {
                self.error("plural, where the list has none");
            }
        } else {
            self.check_forms("plural", self.entry.plural.as_ref(), &plurals);
        }
        self.check_forms("diminutive", self.entry.diminutive.as_ref(), &diminutives);
    }

    fn check_verb(&mut self) {
        let lemma = key(&self.entry.lemma);
        let particle = self.entry.particle.as_deref();
        let all = self.lexicon.verbs(&lemma);
        let Some(verb) = all.iter().find(|verb| verb.particle.as_deref() == particle) else {
            let made = particle.and_then(|particle| self.lexicon.separable_verb(&lemma, particle));
            match (particle, made) {
                (Some(particle), Some(verb)) => {
                    self.warn(format!(
                        "separable with {particle}, which no list has: content/lexicon/separable.tsv"
                    ));
                    self.check_verb_forms(&verb);
                }
                (Some(particle), None) => {
                    self.error(format!("particle {particle}, with which it does not begin"))
                }
                (None, _) => self.error("no particle, where the list has a separable verb"),
            }
            return;
        };
        let verb = verb.clone();
        self.check_verb_forms(&verb);
    }

    fn check_verb_forms(&mut self, verb: &Verb) {
        let forms = |forms: &[String]| Forms { forms: forms.to_vec(), source: verb.source };
        let (past, pasts) = (forms(&verb.past), forms(&verb.pasts));
        self.check_forms("past", self.entry.past.as_ref().map(|past| &past.singular), &past);
        self.check_forms("past plural", self.entry.past.as_ref().map(|past| &past.plural), &pasts);
        self.check_forms("participle", self.entry.participle.as_ref(), &forms(&verb.participles));
        let other: Vec<_> =
            self.entry.auxiliary.iter().filter(|auxiliary| !verb.auxiliaries.contains(auxiliary)).collect();
        if let Some(other) = other.first() {
            let told = format!(
                "auxiliary {}, where the {} {}",
                other.as_str(),
                if verb.auxiliary_is_listed { "list has" } else { "rule expects" },
                verb.auxiliaries.iter().map(|auxiliary| auxiliary.as_str()).collect::<Vec<_>>().join(" or ")
            );
            if verb.auxiliary_is_listed { self.error(told) } else { self.warn(told) }
        }
    }

    fn check_adjective(&mut self) {
        let expected = self.lexicon.adjective(&self.entry.lemma);
        let forms = |forms: &[String]| Forms { forms: forms.to_vec(), source: expected.source };
        // Repeated where nothing is added: *verkouden*.
        let inflected = self
            .entry
            .inflected
            .as_ref()
            .filter(|form| **form != self.entry.lemma || !expected.inflected.is_empty());
        self.check_forms("inflected", inflected, &forms(&expected.inflected));
        self.check_forms("comparative", self.entry.comparative.as_ref(), &forms(&expected.comparative));
        self.check_forms("superlative", self.entry.superlative.as_ref(), &forms(&expected.superlative));
    }

    fn check_level(&mut self, level: &str) {
        if self.entry.lemma.contains(' ') {
            return;
        }
        let Some(zipf) = self.lexicon.frequency(&self.entry.lemma) else { return };
        if let Some((_, rare)) = RARE.iter().find(|(known, _)| *known == level)
            && zipf < *rare
        {
            self.warn(format!("rare for {level}: Zipf {zipf:.2}"));
        }
    }

    fn check_examples(&mut self) {
        for example in &self.entry.examples {
            let analysis = self.lexicon.analyse(&example.nl);
            if !self.stands_in(&example.nl, &analysis) {
                self.error(format!("the sentence holds no form of it: {}", example.nl));
            }
            let lemma = key(&self.entry.lemma);
            if lemma.contains(' ') {
                continue;
            }
            self.findings.analysed += 1;
            let chosen = |index| analysis.lemma(index).is_some_and(|chosen| key(chosen) == lemma);
            if !(0..analysis.words.len()).any(chosen) {
                let told = self.say(&example.nl);
                self.findings.not_met.push(told);
            }
        }
    }

    /// Whether a sentence holds a form of the word: by its lemmas, by its own forms, or with its parts apart.
    fn stands_in(&self, text: &str, analysis: &Analysis) -> bool {
        let lemma = key(&self.entry.lemma);
        let words: Vec<String> = analysis.words.iter().map(|word| key(&word.text)).collect();
        let by_lemma = (0..analysis.words.len()).any(|index| {
            analysis.lemma(index).is_some_and(|known| key(known) == lemma)
                || analysis.words[index].candidates.iter().any(|candidate| key(&candidate.lemma) == lemma)
        });
        if by_lemma || key(text).contains(&lemma) {
            return true;
        }
        if self.forms().iter().any(|form| {
            let parts: Vec<_> = form.split(' ').collect();
            !parts.is_empty()
                && parts.iter().all(|part| {
                    let there = |part: &str| words.iter().any(|word| word == part);
                    // *ziet er moe uit* of *eruitzien*.
                    there(part) || part.strip_prefix("er").is_some_and(|rest| there("er") && there(rest))
                })
        }) {
            return true;
        }
        // A phrase of several words, some of them inflected: *zin hebben in* in *Ik heb zin in*.
        lemma.contains(' ')
            && lemma.split(' ').filter(|part| part.chars().any(char::is_alphabetic)).all(|part| {
                let part = part.trim_matches(|letter: char| !letter.is_alphanumeric());
                words.iter().any(|word| word == part)
                    || analysis
                        .words
                        .iter()
                        .any(|word| word.candidates.iter().any(|candidate| candidate.lemma == part))
                    || matches!(part, "iets" | "iemand" | "zich")
            })
    }

    /// Forms by the file and by the rules; of a separable verb also with the particle apart.
    fn forms(&self) -> Vec<String> {
        let entry = self.entry;
        let mut forms: Vec<String> = [
            &entry.plural,
            &entry.diminutive,
            &entry.participle,
            &entry.inflected,
            &entry.comparative,
            &entry.superlative,
        ]
        .into_iter()
        .flatten()
        .map(|form| key(form))
        .collect();
        forms.extend(entry.past.iter().flat_map(|past| [key(&past.singular), key(&past.plural)]));
        let lemma = key(&entry.lemma);
        let verbs = match &entry.particle {
            Some(particle) => self.lexicon.separable_verb(&lemma, particle).into_iter().collect(),
            None if entry.part_of_speech == PartOfSpeech::Verb => self.lexicon.verbs(&lemma),
            None => Vec::new(),
        };
        for verb in verbs {
            forms.extend(verb.present.iter().cloned());
            forms.push(verb.with_te());
            forms.extend(verb.joined());
            // *stap uit*, in a sentence with *wil ... uitstappen* or *uit te stappen*.
            if let Some(particle) = &verb.particle {
                let inner = lemma.strip_prefix(particle.as_str()).unwrap_or(&lemma).trim_start_matches('-');
                forms.push(format!("{particle} {inner}"));
            }
        }
        if entry.part_of_speech == PartOfSpeech::Adjective {
            forms.extend(self.lexicon.adjective(&lemma).inflected);
        }
        if entry.part_of_speech == PartOfSpeech::Noun {
            forms.extend(self.lexicon.plurals(&lemma).forms);
            forms.extend(self.lexicon.diminutives(&lemma).forms);
        }
        forms.retain(|form| !form.is_empty());
        forms
    }

    /// The same word in the same sense: the lemma, its kind, and an English gloss.
    fn check_repeated(&mut self, seen: &mut SeenWords) {
        let glosses = self.entry.gloss.get("en").cloned().unwrap_or_default();
        let before = seen.entry((key(&self.entry.lemma), self.entry.part_of_speech)).or_default();
        let same = before.iter().find(|(_, known)| known.iter().any(|gloss| glosses.contains(gloss)));
        let told = same.map(|(place, _)| format!("stands in {place} already, with the same gloss"));
        before.push((self.place.clone(), glosses));
        if let Some(told) = told {
            self.error(told);
        }
    }

    /// Another word with the same gloss: who is asked for it in Dutch could not know which is meant.
    fn check_glosses(&mut self, seen: &mut SeenGlosses) {
        for (language, gloss) in &self.entry.gloss {
            let mut meaning: Vec<_> = gloss.iter().map(|variant| variant.to_lowercase()).collect();
            meaning.sort();
            let own = (self.place.clone(), key(&self.entry.lemma));
            let (place, lemma) = seen.entry((language.clone(), meaning)).or_insert_with(|| own.clone());
            if *lemma != own.1 {
                let told = format!("glossed in {language} as {lemma} in {place} is: {}", gloss.join("; "));
                self.error(told);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(words: &str) -> (Vec<String>, Vec<String>) {
        let topic: TopicFile =
            toml::from_str(&format!("topic = {{ level = \"A1\" }}\n{words}")).expect("a file");
        let (mut findings, mut seen) = (Findings::default(), Seen::default());
        let lexicon = Lexicon::own();
        for entry in &topic.words {
            let mut word = Word { lexicon: &lexicon, entry, place: "test".into(), findings: &mut findings };
            word.check("A1");
            word.check_repeated(&mut seen.words);
            word.check_glosses(&mut seen.glosses);
        }
        (findings.errors, findings.warnings)
    }

    fn word(fields: &str) -> String {
        format!("[[word]]\nkey = \"x\"\n{fields}\n")
    }

    #[test]
    fn what_is_right_passes() {
        let right = [
            word(
                "lemma = \"huis\"\npart_of_speech = \"noun\"\narticle = [\"het\"]\nplural = \"huizen\"\nexamples = [{ nl = \"De huizen zijn oud.\" }]",
            ),
            word(
                "lemma = \"opstaan\"\npart_of_speech = \"verb\"\npast = { singular = \"stond op\", plural = \"stonden op\" }\nparticiple = \"opgestaan\"\nauxiliary = [\"zijn\"]\nparticle = \"op\"\nexamples = [{ nl = \"Ik sta om zeven uur op.\" }, { nl = \"Hij wil vroeg opstaan.\" }]",
            ),
            word(
                "lemma = \"goed\"\npart_of_speech = \"adjective\"\ninflected = \"goede\"\ncomparative = \"beter\"\nsuperlative = \"best\"\nexamples = [{ nl = \"Dat is beter.\" }]",
            ),
            word(
                "lemma = \"tot ziens\"\npart_of_speech = \"phrase\"\nexamples = [{ nl = \"Tot ziens, Anna!\" }]",
            ),
        ];
        assert_eq!(findings(&right.concat()), (vec![], vec![]));
    }

    #[test]
    fn a_word_that_the_analysis_takes_for_another_is_counted() {
        let topic: TopicFile = toml::from_str(
            "topic = { level = \"A1\" }\n[[word]]\nkey = \"x\"\nlemma = \"wassen\"\npart_of_speech = \"verb\"\nexamples = [{ nl = \"Ik was mijn haar.\" }, { nl = \"Ik wil mijn haar wassen.\" }]",
        )
        .unwrap();
        let mut findings = Findings::default();
        let entry = &topic.words[0];
        Word { lexicon: &Lexicon::own(), entry, place: "test".into(), findings: &mut findings }.check("A1");
        assert_eq!(
            (findings.analysed, findings.not_met),
            (2, vec!["test wassen: Ik was mijn haar.".to_owned()])
        );
        assert_eq!(findings.errors, Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_is_told() {
        for (wrong, told) in [
            (word("lemma = \"huis\"\npart_of_speech = \"noun\"\narticle = [\"de\"]"), "article de"),
            (
                word("lemma = \"kind\"\npart_of_speech = \"noun\"\narticle = [\"het\"]\nplural = \"kinden\""),
                "plural kinden",
            ),
            (
                word("lemma = \"melk\"\npart_of_speech = \"noun\"\narticle = [\"de\"]\nplural = \"melken\""),
                "plural, where",
            ),
            (
                word(
                    "lemma = \"opstaan\"\npart_of_speech = \"verb\"\nauxiliary = [\"hebben\"]\nparticle = \"op\"",
                ),
                "auxiliary hebben",
            ),
            (word("lemma = \"opstaan\"\npart_of_speech = \"verb\""), "no particle"),
            (
                word(
                    "lemma = \"lopen\"\npart_of_speech = \"verb\"\npast = { singular = \"loopte\", plural = \"liepen\" }",
                ),
                "past loopte",
            ),
            (
                word("lemma = \"goed\"\npart_of_speech = \"adjective\"\ncomparative = \"goeder\""),
                "comparative goeder",
            ),
            (
                word(
                    "lemma = \"huis\"\npart_of_speech = \"noun\"\nexamples = [{ nl = \"Ik lees een boek.\" }]",
                ),
                "holds no form",
            ),
            (word("lemma = \"huis\"\npart_of_speech = \"noun\"\nipa = \"/ɦœy̯s/\""), "ipa"),
        ] {
            let (errors, _) = findings(&wrong);
            assert_eq!(errors.len(), 1, "{wrong}: {errors:?}");
            assert!(errors[0].contains(told), "{errors:?}");
        }
    }

    #[test]
    fn a_word_may_stand_twice_in_two_senses() {
        let bank = |gloss: &str| {
            word(&format!("lemma = \"bank\"\npart_of_speech = \"noun\"\ngloss = {{ en = [\"{gloss}\"] }}"))
        };
        assert_eq!(findings(&(bank("sofa") + &bank("bank"))).0, Vec::<String>::new());
        assert_eq!(findings(&(bank("sofa") + &bank("sofa"))).0.len(), 1);
    }

    #[test]
    fn two_words_have_two_glosses() {
        let phrase = |lemma: &str, russian: &str| {
            word(&format!("lemma = \"{lemma}\"\npart_of_speech = \"phrase\"\ngloss = {{ ru = [{russian}] }}"))
        };
        let reden = phrase("reden", "\"причина\", \"повод\"");
        for (oorzaak, errors) in [
            ("\"причина\", \"повод\"", 1),
            ("\"Повод\", \"причина\"", 1),
            ("\"причина (отчего)\", \"повод\"", 0),
            ("\"причина\"", 0),
        ] {
            let told = findings(&(reden.clone() + &phrase("oorzaak", oorzaak))).0;
            assert_eq!(told.len(), errors, "{oorzaak}: {told:?}");
        }
    }

    #[test]
    fn without_packs_a_rule_only_warns() {
        let (errors, warnings) = findings(&word(
            "lemma = \"wafel\"\npart_of_speech = \"noun\"\narticle = [\"de\"]\nplural = \"wafelen's\"",
        ));
        assert_eq!((errors.len(), warnings.len()), (0, 1));
    }
}
