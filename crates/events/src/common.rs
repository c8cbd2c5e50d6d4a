use serde::{Deserialize, Serialize};

symbols! {
    /// A language of the user interface.
    Language {
        /// Dutch.
        Nl = "nl",
        /// English.
        En = "en",
        /// Russian.
        Ru = "ru",
    }
}

symbols! {
    /// A level of the Common European Framework of Reference for Languages (Council of Europe, 2001).
    Level {
        /// Breakthrough.
        A1 = "A1",
        /// Waystage.
        A2 = "A2",
        /// Threshold.
        B1 = "B1",
        /// Vantage.
        B2 = "B2",
        /// Effective operational proficiency.
        C1 = "C1",
        /// Mastery.
        C2 = "C2",
    }
}

symbols! {
    /// What kind of word it is.
    PartOfSpeech {
        /// One that this release does not know.
        Unknown = "unknown",
        /// Zelfstandig naamwoord.
        Noun = "noun",
        /// Werkwoord.
        Verb = "verb",
        /// Bijvoeglijk naamwoord.
        Adjective = "adjective",
        /// Bijwoord.
        Adverb = "adverb",
        /// Voornaamwoord.
        Pronoun = "pronoun",
        /// Lidwoord and the like.
        Determiner = "determiner",
        /// Telwoord.
        Numeral = "numeral",
        /// Voorzetsel.
        Preposition = "preposition",
        /// Voegwoord.
        Conjunction = "conjunction",
        /// Tussenwerpsel.
        Interjection = "interjection",
        /// Several words with one meaning, such as *tot ziens*.
        Phrase = "phrase",
    }
}

/// One text in every language of the user interface.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "utoipa", derive(utoipa::ToSchema))]
pub struct LocalizedText {
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
    /// Russian.
    pub ru: String,
}

impl LocalizedText {
    /// The text in `language`.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
            Language::Ru => &self.ru,
        }
    }
}
