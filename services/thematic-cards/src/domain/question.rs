//! What a card asks, and what is right.

use super::word::Entry;
use events::{PartOfSpeech, admin::Article, thematic_cards::CardKind};
use grader::{Expected, Policy, Verdict};
use ids::{CardId, UserId, WordId};
use serde::{Deserialize, Serialize};

/// The kinds that are asked, in the order in which a word meets a student.
pub const KINDS: [CardKind; 2] = [CardKind::Recognition, CardKind::Recall];

/// The language of a gloss: what the student knows already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum GlossLanguage {
    /// English.
    #[default]
    En,
    /// Russian.
    Ru,
}

impl GlossLanguage {
    const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }
}

/// The card of `student` that asks `word` in this way. Known before the card exists.
pub fn card_id(student: UserId, word: WordId, kind: CardKind) -> CardId {
    CardId::derive(student.as_uuid(), &format!("card/{word}/{kind}"))
}

impl Entry {
    /// What it means in `language`; a word that lacks the language is shown in English, which every word has.
    pub fn gloss(&self, language: GlossLanguage) -> &str {
        let gloss = self.glosses.get(language.code()).or_else(|| self.glosses.get("en"));
        gloss.map_or("", String::as_str)
    }

    /// The word as it is learnt: a noun with its article, `het brood`; with both, `de/het`.
    pub fn headword(&self) -> String {
        let articles = self.articles().iter().map(|article| article.as_str()).collect::<Vec<_>>().join("/");
        if articles.is_empty() { self.lemma.clone() } else { format!("{articles} {}", self.lemma) }
    }

    fn articles(&self) -> &[Article] {
        self.noun.as_ref().map_or(&[], |noun| noun.articles.as_slice())
    }

    /// Grades a typed answer.
    pub fn grade(&self, kind: CardKind, language: GlossLanguage, given: &str) -> Verdict {
        match kind {
            CardKind::Recall => grader::grade(&self.expected_dutch(), given, &Policy::dutch()),
            CardKind::Recognition | CardKind::Unknown => {
                grader::grade(&Expected::variants(self.gloss(language)), given, &Policy::gloss())
            }
        }
    }

    fn expected_dutch(&self) -> Expected {
        let articles = self.articles().iter().map(|article| article.as_str());
        match self.part_of_speech {
            PartOfSpeech::Noun => Expected::noun(articles, &self.lemma),
            _ => Expected::variants(&self.lemma),
        }
    }
}
