//! What the lexicon knows of a word, in the terms of the own dictionary.

use super::{
    context::Part,
    entry::{Entry, Noun, Verb, ZICH, key_of, without_zich},
};
use events::{
    PartOfSpeech,
    admin::{Article, Auxiliary},
};
use lexicon::{Analysis, ArticleGuess, LemmaCandidate, Lexicon, Source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// From here on an article is sure.
pub const SURE: f32 = 0.95;

/// What nobody said of a word, and the lexicon added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = GeneratedPart)]
pub enum Generated {
    /// The article of a noun.
    Article,
    /// The plural of a noun; past, participle and auxiliaries of a verb.
    Forms,
    /// How it sounds.
    Ipa,
}

/// The word with what the lexicon is certain of and the word lacks, and what that is. Nothing that is there changes.
///
/// Certain is what is known of a word that can be of one kind only, or is of the kind that was said: *eten* alone is a noun
/// or a verb, *het eten* is not. Without packs nobody knows of which kinds a word can be, and nothing is added.
pub fn completed(mut entry: Entry, lexicon: &Lexicon) -> (Entry, BTreeSet<Generated>) {
    let mut generated = BTreeSet::new();
    let lemma = without_zich(&entry.lemma).unwrap_or(&entry.lemma).to_owned();
    let Some(known) = sure_kind(&entry, &lemma, lexicon) else { return (entry, generated) };
    if is_another_noun(&entry, lexicon) {
        return (entry, generated);
    }
    match known {
        lexicon::PartOfSpeech::Noun => complete_noun(&mut entry, lexicon, &mut generated),
        lexicon::PartOfSpeech::Verb => complete_verb(&mut entry, &lemma, lexicon, &mut generated),
        _ => {}
    }
    if entry.ipa.is_none()
        && let [ipa] = lexicon.pronunciations(&lemma).as_slice()
    {
        entry.ipa = Some(ipa.clone());
        generated.insert(Generated::Ipa);
    }
    if !generated.is_empty() && entry.part_of_speech == PartOfSpeech::Unknown {
        entry.part_of_speech = kind(known);
    }
    (entry, generated)
}

fn sure_kind(entry: &Entry, lemma: &str, lexicon: &Lexicon) -> Option<lexicon::PartOfSpeech> {
    if !lexicon.has_kinds() {
        return None;
    }
    let said = match entry.part_of_speech {
        PartOfSpeech::Unknown if entry.lemma.starts_with(ZICH) => PartOfSpeech::Verb,
        said => said,
    };
    let kinds = lexicon.kinds(lemma);
    match (said, kinds.as_slice()) {
        (PartOfSpeech::Unknown, [only]) => Some(*only),
        _ => kinds.into_iter().find(|one| kind(*one) == said),
    }
}

/// With another article it is another word: *de bal*, *het bal*.
fn is_another_noun(entry: &Entry, lexicon: &Lexicon) -> bool {
    let guess = lexicon.article(&entry.lemma);
    let known = articles(&guess);
    guess.certainty >= SURE && !entry.articles().iter().all(|said| known.contains(said))
}

fn complete_noun(entry: &mut Entry, lexicon: &Lexicon, generated: &mut BTreeSet<Generated>) {
    let guess = lexicon.article(&entry.lemma);
    let plurals = lexicon.plurals(&entry.lemma);
    let noun = entry.noun.get_or_insert_default();
    if noun.articles.is_empty() && guess.certainty >= SURE {
        noun.articles = articles(&guess);
        generated.insert(Generated::Article);
    }
    let is_certain = |plural: &String| {
        plurals.source == Source::List || is_form_of(plural, &entry.lemma, PartOfSpeech::Noun, lexicon)
    };
    if noun.plural.is_none()
        && let Some(plural) = plurals.forms.first().filter(|plural| is_certain(plural))
    {
        noun.plural = Some(plural.clone());
        generated.insert(Generated::Forms);
    }
    entry.noun.take_if(|noun| *noun == Noun::default());
}

fn complete_verb(entry: &mut Entry, lemma: &str, lexicon: &Lexicon, generated: &mut BTreeSet<Generated>) {
    // Two verbs with one infinitive have other forms: *voorkomen*.
    let verbs = lexicon.verbs(lemma);
    let [conjugated] = verbs.as_slice() else { return };
    let is_form = |form: &String| is_form_of(form, lemma, PartOfSpeech::Verb, lexicon);
    if conjugated.source != Source::List && !conjugated.participles.first().is_some_and(is_form) {
        return;
    }
    let said = entry.verb.take().unwrap_or_default();
    let known = verb(conjugated);
    let auxiliaries = if conjugated.auxiliary_is_listed { known.auxiliaries } else { Vec::new() };
    let verb = Verb {
        past_singular: said.past_singular.clone().or(known.past_singular),
        past_plural: said.past_plural.clone().or(known.past_plural),
        participle: said.participle.clone().or(known.participle),
        auxiliaries: if said.auxiliaries.is_empty() { auxiliaries } else { said.auxiliaries.clone() },
        particle: said.particle.clone().or(known.particle),
        reflexive: said.reflexive,
    };
    if verb != said {
        generated.insert(Generated::Forms);
    }
    entry.verb = Some(verb);
}

/// Whether a list or a pack, not a rule, says that it is.
fn is_form_of(form: &str, lemma: &str, of_kind: PartOfSpeech, lexicon: &Lexicon) -> bool {
    lexicon.lemmas(form).iter().any(|one| {
        one.lemma == lemma
            && one.part_of_speech.is_none_or(|one| kind(one) == of_kind)
            && matches!(one.source, Source::List | Source::Pack)
    })
}

/// Where a sentence has the word in another form than those that are known of it, or as a split verb: *liep* of *lopen*,
/// *staat* and *op* of *opstaan*. Empty where it does not.
pub fn find(text: &str, entry: &Entry, lexicon: &Lexicon) -> Vec<Part> {
    let key = entry.key();
    let analysis = lexicon.analyse(text);
    if let Some(split) = analysis.split_verbs.iter().find(|split| key_of(&split.infinitive) == key) {
        let mut parts = [split.verb, split.particle].map(|index| part(text, &analysis, index));
        parts.sort_unstable();
        return parts.to_vec();
    }
    let fits = |candidate: &LemmaCandidate| {
        key_of(&candidate.lemma) == key && candidate.part_of_speech.is_none_or(|one| entry.is_kind(kind(one)))
    };
    // What is part of a split verb is that verb: *staat ... op* is not *staan*.
    let whole = || analysis.words.iter().enumerate().filter(|(_, word)| word.split_verb.is_none());
    let likeliest = whole().find(|(_, word)| word.candidates.first().is_some_and(fits));
    let found = likeliest.or_else(|| whole().find(|(_, word)| word.candidates.iter().any(fits)));
    found.map(|(index, _)| part(text, &analysis, index)).into_iter().collect()
}

/// The place of a word, in characters.
fn part(text: &str, analysis: &Analysis, index: usize) -> Part {
    let place = &analysis.words[index].token.place;
    let letters = |end: usize| text[..end].chars().count() as u32;
    Part { start: letters(place.start), end: letters(place.end) }
}

/// Its articles.
pub fn articles(guess: &ArticleGuess) -> Vec<Article> {
    let article = |one: &lexicon::Article| match one {
        lexicon::Article::De => Article::De,
        lexicon::Article::Het => Article::Het,
    };
    guess.articles.iter().map(article).collect()
}

/// Its forms, the usual ones.
pub fn verb(verb: &lexicon::Verb) -> Verb {
    let auxiliary = |one: &lexicon::Auxiliary| match one {
        lexicon::Auxiliary::Hebben => Auxiliary::Hebben,
        lexicon::Auxiliary::Zijn => Auxiliary::Zijn,
    };
    Verb {
        auxiliaries: verb.auxiliaries.iter().map(auxiliary).collect(),
        past_singular: verb.past.first().cloned(),
        past_plural: verb.pasts.first().cloned(),
        participle: verb.participles.first().cloned(),
        particle: verb.particle.clone(),
        reflexive: false,
    }
}

/// What kind of word it is.
pub const fn kind(kind: lexicon::PartOfSpeech) -> PartOfSpeech {
    match kind {
        lexicon::PartOfSpeech::Noun | lexicon::PartOfSpeech::Name => PartOfSpeech::Noun,
        lexicon::PartOfSpeech::Verb => PartOfSpeech::Verb,
        lexicon::PartOfSpeech::Adjective => PartOfSpeech::Adjective,
        lexicon::PartOfSpeech::Adverb => PartOfSpeech::Adverb,
        lexicon::PartOfSpeech::Pronoun => PartOfSpeech::Pronoun,
        lexicon::PartOfSpeech::Determiner => PartOfSpeech::Determiner,
        lexicon::PartOfSpeech::Numeral => PartOfSpeech::Numeral,
        lexicon::PartOfSpeech::Preposition => PartOfSpeech::Preposition,
        lexicon::PartOfSpeech::Conjunction => PartOfSpeech::Conjunction,
        lexicon::PartOfSpeech::Interjection => PartOfSpeech::Interjection,
        lexicon::PartOfSpeech::Phrase => PartOfSpeech::Phrase,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::context::Sentence;
    use lexicon::{Facts, Pack, PackKind, PackWriter};
    use std::collections::BTreeMap;

    fn pack(kind: PackKind, write: impl FnOnce(&mut PackWriter)) -> Pack {
        let mut writer = PackWriter::new(Facts {
            kind,
            language: Some("en".to_owned()),
            title: "a test".to_owned(),
            licence: "CC0-1.0".to_owned(),
            source: "none".to_owned(),
            changes: "none".to_owned(),
        });
        write(&mut writer);
        Pack::from_bytes(writer.finish().expect("a pack")).expect("a pack")
    }

    fn with_packs() -> Lexicon {
        use lexicon::PartOfSpeech::{Noun, Verb};
        let kinds = pack(PackKind::Kinds, |pack| {
            for (word, kind) in [
                ("bal", Noun),
                ("blarp", Noun),
                ("eten", Noun),
                ("eten", Verb),
                ("huis", Noun),
                ("lopen", Verb),
                ("opstaan", Verb),
                ("snarpen", Verb),
                ("voorkomen", Verb),
                ("wassen", Verb),
            ] {
                pack.kind(word, kind);
            }
        });
        let glosses = pack(PackKind::Glosses, |pack| {
            pack.record("huis", "i\thœʏs\ne\tnoun\nt\thouse\n");
            pack.record("lopen", "i\tˈloːpə\ni\tˈloːpən\ne\tverb\nt\twalk\n");
        });
        Lexicon::with(vec![kinds, glosses])
    }

    fn entry(lemma: &str) -> Entry {
        let entry = Entry {
            lemma: lemma.to_owned(),
            part_of_speech: PartOfSpeech::Unknown,
            noun: None,
            verb: None,
            glosses: BTreeMap::from([("en".to_owned(), "x".to_owned())]),
            ipa: None,
            note: None,
        };
        entry.parse().expect("right")
    }

    fn added(lemma: &str) -> (Entry, Vec<Generated>) {
        let (entry, generated) = completed(entry(lemma), &with_packs());
        (entry, generated.into_iter().collect())
    }

    #[test]
    fn what_is_certain_is_added_and_named() {
        use Generated::{Article, Forms, Ipa};
        let (huis, generated) = added("huis");
        assert_eq!((huis.headword().as_str(), huis.part_of_speech), ("het huis", PartOfSpeech::Noun));
        assert_eq!(huis.noun.and_then(|noun| noun.plural).as_deref(), Some("huizen"));
        assert_eq!((huis.ipa.as_deref(), generated), (Some("hœʏs"), vec![Article, Forms, Ipa]));
        let (lopen, generated) = added("lopen");
        let verb = lopen.verb.expect("a verb");
        assert_eq!(
            (verb.past_singular.as_deref(), verb.participle.as_deref()),
            (Some("liep"), Some("gelopen"))
        );
        assert_eq!((lopen.ipa, generated), (None, vec![Forms]), "of two sounds none is certain");
        let (opstaan, _) = added("opstaan");
        assert_eq!(opstaan.verb.expect("a verb").particle.as_deref(), Some("op"));
        let (wash, generated) = added("zich wassen");
        assert_eq!((wash.headword().as_str(), wash.part_of_speech), ("zich wassen", PartOfSpeech::Verb));
        assert_eq!(generated, [Forms]);
    }

    #[test]
    fn what_was_said_stays() {
        let (huis, generated) = added("de huis");
        assert_eq!(huis, entry("de huis"), "another article, another word: {generated:?}");
        let mut lopen = entry("lopen");
        lopen.verb = Some(Verb { past_singular: Some("loopte".to_owned()), ..Verb::default() });
        lopen.ipa = Some("x".to_owned());
        let (lopen, _) = completed(lopen, &with_packs());
        let verb = lopen.verb.expect("a verb");
        assert_eq!(
            (verb.past_singular.as_deref(), verb.past_plural.as_deref()),
            (Some("loopte"), Some("liepen"))
        );
        assert_eq!(lopen.ipa.as_deref(), Some("x"));
    }

    #[test]
    fn what_is_not_certain_is_not_added() {
        for lemma in ["eten", "blarp", "snarpen", "voorkomen", "zomaar iets", "🍞"] {
            assert_eq!(added(lemma), (entry(lemma), vec![]), "{lemma}");
        }
        let unknown = completed(entry("huis"), &Lexicon::own());
        assert_eq!(unknown, (entry("huis"), BTreeSet::new()), "without packs");
    }

    fn gapped(lemma: &str, text: &str) -> Option<(String, String)> {
        let sentence = Sentence { text: text.to_owned(), translation: None, parts: Vec::new() };
        let sentence = sentence.located(&entry(lemma), &Lexicon::own());
        Some((sentence.gapped()?, sentence.filling()))
    }

    #[test]
    fn another_form_of_the_word_is_the_gap() {
        for (lemma, text, gap, filling) in [
            ("lopen", "Hij liep naar huis.", "Hij … naar huis.", "liep"),
            ("opstaan", "Hij staat op.", "Hij … ….", "staat op"),
            (
                "opbellen",
                "🌷 Zij belt haar moeder elke avond op.",
                "🌷 Zij … haar moeder elke avond ….",
                "belt op",
            ),
            ("het kind", "Er spelen Kinderen.", "Er spelen ….", "Kinderen"),
            ("zich vergissen", "Ik vergis me.", "Ik … me.", "vergis"),
        ] {
            assert_eq!(gapped(lemma, text), Some((gap.to_owned(), filling.to_owned())), "{text}");
        }
    }

    #[test]
    fn another_word_is_no_gap() {
        for (lemma, text) in
            [("staan", "Hij staat op."), ("de loop", "Hij liep."), ("tot ziens", "Tot gauw!"), ("lopen", "")]
        {
            assert_eq!(gapped(lemma, text), None, "{lemma}: {text}");
        }
    }
}
