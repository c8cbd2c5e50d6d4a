//! Words for tests.

use super::word::Entry;
use events::{
    Level, PartOfSpeech,
    admin::{AdjectiveForms, Article, Auxiliary, NounForms, VerbForms},
};
use ids::TopicId;
use std::collections::BTreeMap;
use uuid::Uuid;

pub(crate) fn phrase(lemma: &str) -> Entry {
    Entry {
        topic_id: TopicId::new(Uuid::from_u128(1)),
        level: Level::A1,
        lemma: lemma.into(),
        part_of_speech: PartOfSpeech::Phrase,
        noun: None,
        verb: None,
        adjective: None,
        glosses: BTreeMap::from([
            ("en".into(), format!("{lemma} (en)")),
            ("ru".into(), format!("{lemma} (ru)")),
        ]),
        examples: Vec::new(),
        ipa: None,
        audio: None,
    }
}

pub(crate) fn noun(article: &str, lemma: &str, plural: Option<&str>, diminutive: Option<&str>) -> Entry {
    let articles = article.split('/').filter_map(|article| match article {
        "de" => Some(Article::De),
        "het" => Some(Article::Het),
        _ => None,
    });
    let forms = NounForms {
        articles: articles.collect(),
        plural: plural.map(Into::into),
        diminutive: diminutive.map(Into::into),
    };
    Entry { part_of_speech: PartOfSpeech::Noun, noun: Some(forms), ..phrase(lemma) }
}

pub(crate) fn verb(lemma: &str, past: [&str; 2], participle: &str, particle: Option<&str>) -> Entry {
    let forms = VerbForms {
        past_singular: past[0].into(),
        past_plural: past[1].into(),
        participle: participle.into(),
        auxiliaries: vec![Auxiliary::Zijn],
        particle: particle.map(Into::into),
        reflexive: false,
    };
    Entry { part_of_speech: PartOfSpeech::Verb, verb: Some(forms), ..phrase(lemma) }
}

pub(crate) fn adjective(lemma: &str, comparative: Option<&str>) -> Entry {
    let forms =
        AdjectiveForms { comparative: comparative.map(Into::into), superlative: None, inflected: None };
    Entry { part_of_speech: PartOfSpeech::Adjective, adjective: Some(forms), ..phrase(lemma) }
}
