//! What people agree to, in which words, and whether they have.
//!
//! Under 16, consent is given by who holds parental responsibility (GDPR art. 8(1); Uitvoeringswet AVG art. 5(1)).

use super::values::age;
use chrono::NaiveDate;
use events::Language;
use std::str::FromStr;

/// From this age on a person consents for themself.
pub const OF_AGE: i32 = 16;

/// Something that people agree to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Document {
    /// What we expect of each other.
    TermsOfUse,
    /// What is kept of a person, and why.
    PrivacyStatement,
}

impl Document {
    /// Every document.
    pub const ALL: [Self; 2] = [Self::TermsOfUse, Self::PrivacyStatement];

    /// The stable name: stored, in addresses.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TermsOfUse => "terms-of-use",
            Self::PrivacyStatement => "privacy-statement",
        }
    }

    /// The version that counts now.
    pub fn current(self) -> &'static Version {
        self.versions().last().expect("every document has a version: a test says so")
    }

    /// Every version, the oldest first.
    pub fn versions(self) -> impl DoubleEndedIterator<Item = &'static Version> {
        VERSIONS.iter().filter(move |version| version.document == self)
    }
}

/// A text that names no document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no such document")]
pub struct UnknownDocument;

impl FromStr for Document {
    type Err = UnknownDocument;

    fn from_str(name: &str) -> Result<Self, UnknownDocument> {
        Self::ALL.into_iter().find(|document| document.name() == name).ok_or(UnknownDocument)
    }
}

/// A document in one of its versions.
#[derive(Debug)]
pub struct Version {
    /// Which document.
    pub document: Document,
    /// The day it took effect, which is its name.
    pub version: &'static str,
    nl: &'static str,
    en: &'static str,
    ru: &'static str,
}

impl Version {
    /// Its words: Markdown whose first line is the title.
    pub const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::Nl => self.nl,
            Language::En => self.en,
            Language::Ru => self.ru,
        }
    }
}

macro_rules! versions {
    ($($document:ident $name:literal $version:literal;)+) => {
        /// Every version of every document, the oldest first. The texts are `services/pii/terms/`.
        pub const VERSIONS: &[Version] = &[$(Version {
            document: Document::$document,
            version: $version,
            nl: include_str!(concat!("../../terms/", $name, "/", $version, "/nl.md")),
            en: include_str!(concat!("../../terms/", $name, "/", $version, "/en.md")),
            ru: include_str!(concat!("../../terms/", $name, "/", $version, "/ru.md")),
        }),+];
    };
}

versions! {
    TermsOfUse "terms-of-use" "2026-11-01";
    PrivacyStatement "privacy-statement" "2026-11-01";
}

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidBy {
    /// The person.
    Person,
    /// Who answers for them.
    Guardian,
}

/// The last that was said about one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// About which.
    pub document: String,
    /// In which version.
    pub version: String,
    /// Whether they agree.
    pub agrees: bool,
    /// Who.
    pub by: SaidBy,
}

/// How things stand with a person's consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Everything is agreed to by who may.
    Complete,
    /// The person has not agreed to all that counts now.
    AwaitingConsent,
    /// The person is under 16, and who answers for them has not agreed, or is not known.
    AwaitingGuardian,
}

/// What a standing follows from.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    /// The day of birth, if it was told.
    pub born: Option<NaiveDate>,
    /// Whether it is known who answers for the person.
    pub has_guardian: bool,
    /// The last that each side said about each document, in the order in which it was said.
    pub said: &'a [Said],
}

impl Circumstances<'_> {
    /// Whether the person is known to be under 16. Unknown is not a minor: the school asks for the date where it matters.
    pub fn is_minor(&self, today: NaiveDate) -> bool {
        self.born.is_some_and(|born| age(born, today) < OF_AGE)
    }

    /// How things stand on this day. What a guardian agreed to stays agreed to when the person comes of age.
    pub fn standing(&self, today: NaiveDate) -> Standing {
        if self.is_minor(today) {
            let agreed = self.has_guardian && self.all_agreed(|by| by == SaidBy::Guardian);
            return if agreed { Standing::Complete } else { Standing::AwaitingGuardian };
        }
        if self.all_agreed(|_| true) { Standing::Complete } else { Standing::AwaitingConsent }
    }

    fn all_agreed(&self, counts: impl Fn(SaidBy) -> bool) -> bool {
        Document::ALL.into_iter().all(|document| {
            let about = |said: &&Said| said.document == document.name() && counts(said.by);
            let last = self.said.iter().rfind(about);
            last.is_some_and(|said| said.agrees && said.version == document.current().version)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn said(by: SaidBy, agrees: bool) -> Vec<Said> {
        let one = |document: Document| Said {
            document: document.name().to_owned(),
            version: document.current().version.to_owned(),
            agrees,
            by,
        };
        Document::ALL.map(one).to_vec()
    }

    fn standing(born: Option<&str>, has_guardian: bool, said: &[Said]) -> Standing {
        Circumstances { born: born.map(day), has_guardian, said }.standing(day("2026-11-24"))
    }

    #[test]
    fn every_document_has_a_version_and_a_title_in_every_language() {
        for document in Document::ALL {
            assert!(document.versions().count() > 0);
            assert_eq!(document.name().parse(), Ok(document));
            for version in document.versions() {
                assert!(version.version.parse::<NaiveDate>().is_ok(), "{}", version.version);
                for language in [Language::Nl, Language::En, Language::Ru] {
                    assert!(version.text(language).starts_with("# "), "{} {language:?}", document.name());
                }
            }
        }
    }

    #[test]
    fn from_sixteen_on_a_person_agrees_themself() {
        assert_eq!(standing(Some("2010-11-24"), false, &said(SaidBy::Person, true)), Standing::Complete);
        assert_eq!(
            standing(Some("2010-11-25"), false, &said(SaidBy::Person, true)),
            Standing::AwaitingGuardian
        );
        assert_eq!(standing(None, false, &said(SaidBy::Person, true)), Standing::Complete);
        assert_eq!(standing(None, false, &[]), Standing::AwaitingConsent);
    }

    #[test]
    fn a_minor_needs_a_known_guardian_who_agrees() {
        let minor = Some("2012-01-01");
        assert_eq!(standing(minor, true, &said(SaidBy::Guardian, true)), Standing::Complete);
        assert_eq!(standing(minor, false, &said(SaidBy::Guardian, true)), Standing::AwaitingGuardian);
        assert_eq!(standing(minor, true, &said(SaidBy::Guardian, false)), Standing::AwaitingGuardian);
        assert_eq!(standing(minor, true, &[]), Standing::AwaitingGuardian);
    }

    #[test]
    fn who_is_of_age_takes_back_what_a_guardian_agreed_to() {
        let both = [said(SaidBy::Guardian, true), said(SaidBy::Person, false)].concat();
        assert_eq!(standing(Some("2008-01-01"), true, &both), Standing::AwaitingConsent);
        assert_eq!(standing(Some("2012-01-01"), true, &both), Standing::Complete);
    }

    #[test]
    fn coming_of_age_keeps_what_a_guardian_agreed_to() {
        assert_eq!(standing(Some("2008-01-01"), false, &said(SaidBy::Guardian, true)), Standing::Complete);
    }

    #[test]
    fn an_old_version_or_half_of_the_documents_is_not_enough() {
        let mut old = said(SaidBy::Person, true);
        old[1].version = "2020-01-01".to_owned();
        assert_eq!(standing(None, false, &old), Standing::AwaitingConsent);
        assert_eq!(standing(None, false, &said(SaidBy::Person, true)[..1]), Standing::AwaitingConsent);
    }
}
