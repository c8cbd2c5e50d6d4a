//! What a person writes about themself, parsed once. Each value is stored as text: a structured one as JSON.

use chrono::{Datelike, NaiveDate};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use utoipa::ToSchema;

const LONGEST_NAME: usize = 100;
const LONGEST_LINE: usize = 100;
const LONGEST_NOTE: usize = 1000;
/// The oldest person known to have lived was 122.
const OLDEST: i32 = 125;

/// Why a text is not taken. It never quotes the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAValue {
    /// Of one line.
    #[error("expected 1 to {0} readable characters on one line")]
    Line(usize),
    /// Of a note.
    #[error("expected 1 to {LONGEST_NOTE} readable characters")]
    Note,
    /// Of a day of birth.
    #[error("expected a day of birth, year-month-day, that is past and not {OLDEST} years ago")]
    BirthDate,
    /// Of a number.
    #[error("expected a number with its country, such as +31 6 12345678")]
    Phone,
    /// Of a country.
    #[error("expected a country as ISO 3166-1 has it, such as NL")]
    Country,
}

/// A name of a person. What a name looks like is for its bearer to say.
pub fn name(text: &str) -> Result<SecretString, NotAValue> {
    line(text, LONGEST_NAME).map(SecretString::from)
}

/// What an admin notes: lines of readable text.
pub fn note(text: &str) -> Result<SecretString, NotAValue> {
    let note: String = text.trim().nfc().take(LONGEST_NOTE + 1).collect();
    let readable = |character: char| character == '\n' || is_readable(character);
    let fits = !note.is_empty() && note.chars().count() <= LONGEST_NOTE;
    if fits && note.chars().all(readable) { Ok(note.into()) } else { Err(NotAValue::Note) }
}

/// A day of birth, as ISO 8601 writes it.
pub fn birth_date(text: &str, today: NaiveDate) -> Result<SecretString, NotAValue> {
    let day: NaiveDate = text.parse().map_err(|_| NotAValue::BirthDate)?;
    let possible = day < today && today.year() - day.year() < OLDEST;
    if possible { Ok(day.to_string().into()) } else { Err(NotAValue::BirthDate) }
}

/// A number as E.164 has it: a plus, and 8 to 15 digits of which the first is no zero. Spaces, hyphens and brackets are
/// for people.
pub fn phone(text: &str) -> Result<SecretString, NotAValue> {
    let bare: String = text.chars().filter(|character| !" -().\u{a0}".contains(*character)).collect();
    let digits = bare.strip_prefix('+').ok_or(NotAValue::Phone)?;
    let digits_alone = digits.chars().all(|digit| digit.is_ascii_digit());
    let right = (8..=15).contains(&digits.len()) && digits_alone && !digits.starts_with('0');
    if right { Ok(bare.into()) } else { Err(NotAValue::Phone) }
}

/// Where somebody lives.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostalAddress {
    /// Street and number.
    #[schema(example = "Dorpsstraat 1")]
    pub street: String,
    /// As the country writes it.
    #[schema(example = "1234 AB")]
    pub postal_code: String,
    /// Town or village.
    #[schema(example = "Utrecht")]
    pub city: String,
    /// ISO 3166-1, two letters.
    #[schema(example = "NL")]
    pub country: String,
}

impl PostalAddress {
    /// The address, each line parsed, as JSON.
    ///
    /// # Errors
    /// The name of the first line that is wrong, and why.
    pub fn parse(&self) -> Result<SecretString, (&'static str, NotAValue)> {
        let at = |place: &'static str| move |wrong| (place, wrong);
        let two_letters = self.country.len() == 2 && self.country.chars().all(|it| it.is_ascii_uppercase());
        if !two_letters {
            return Err(("country", NotAValue::Country));
        }
        let parsed = Self {
            street: line(&self.street, LONGEST_LINE).map_err(at("street"))?,
            postal_code: line(&self.postal_code, 12).map_err(at("postalCode"))?,
            city: line(&self.city, LONGEST_LINE).map_err(at("city"))?,
            country: self.country.clone(),
        };
        Ok(json(&parsed))
    }
}

/// Who answers for a minor.
#[derive(Deserialize, Serialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guardian {
    /// Given name.
    #[schema(example = "Jan")]
    pub given_name: String,
    /// Family name.
    #[schema(example = "de Vries")]
    pub family_name: String,
    /// A number to call.
    #[schema(example = "+31612345678")]
    pub phone: String,
}

impl Guardian {
    /// The guardian, each part parsed, as JSON.
    ///
    /// # Errors
    /// The name of the first part that is wrong, and why.
    pub fn parse(&self) -> Result<SecretString, (&'static str, NotAValue)> {
        let at = |place: &'static str| move |wrong| (place, wrong);
        let parsed = Self {
            given_name: line(&self.given_name, LONGEST_NAME).map_err(at("givenName"))?,
            family_name: line(&self.family_name, LONGEST_NAME).map_err(at("familyName"))?,
            phone: phone(&self.phone).map_err(at("phone"))?.expose_secret().to_owned(),
        };
        Ok(json(&parsed))
    }
}

/// Full years from `born` to `today`. Who is born on 29 February is a year older on 1 March, as Dutch law counts.
pub fn age(born: NaiveDate, today: NaiveDate) -> i32 {
    let before_birthday = (today.month(), today.day()) < (born.month(), born.day());
    today.year() - born.year() - i32::from(before_birthday)
}

fn json(value: &impl Serialize) -> SecretString {
    serde_json::to_string(value).expect("texts are JSON").into()
}

/// Surrounding white space is dropped and the rest is NFC.
fn line(text: &str, longest: usize) -> Result<String, NotAValue> {
    let line: String = text.trim().nfc().take(longest + 1).collect();
    let fits = !line.is_empty() && line.chars().count() <= longest;
    if fits && line.chars().all(is_readable) { Ok(line) } else { Err(NotAValue::Line(longest)) }
}

/// No control characters, nor those that show nothing and change how the rest reads (Unicode Technical Report 36,
/// section 2.5). Joiners stay, which some scripts need.
fn is_readable(character: char) -> bool {
    let deceptive = matches!(character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    !character.is_control() && !deceptive
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn shown(parsed: Result<SecretString, NotAValue>) -> Result<String, NotAValue> {
        parsed.map(|text| text.expose_secret().to_owned())
    }

    #[test]
    fn names_of_the_world_are_names_and_hidden_marks_are_not() {
        for text in ["Anna", "van 't Hof", "Müller-Łukasiewicz", "李", "Анна Мария"] {
            assert_eq!(shown(name(text)), Ok(text.to_owned()));
        }
        for text in ["", "  ", "a\nb", "An\u{202e}na", &"a".repeat(101)] {
            assert_eq!(shown(name(text)), Err(NotAValue::Line(100)), "{text:?}");
        }
    }

    #[test]
    fn a_number_is_kept_as_e164() {
        assert_eq!(shown(phone("+31 (6) 12-34 56 78")), Ok("+31612345678".to_owned()));
        for text in ["0612345678", "+0612345678", "+31", "+3161234567890123", "+31six", ""] {
            assert_eq!(shown(phone(text)), Err(NotAValue::Phone), "{text}");
        }
    }

    #[test]
    fn a_birth_date_is_a_day_that_was() {
        let today = day("2026-11-24");
        assert_eq!(shown(birth_date("2010-02-28", today)), Ok("2010-02-28".to_owned()));
        for text in ["2026-11-24", "2027-01-01", "1899-01-01", "2010-02-29", "28-02-2010", ""] {
            assert_eq!(shown(birth_date(text, today)), Err(NotAValue::BirthDate), "{text}");
        }
    }

    #[test]
    fn an_age_changes_on_the_birthday() {
        let born = day("2010-06-15");
        for (today, years) in [("2026-06-14", 15), ("2026-06-15", 16), ("2027-01-01", 16)] {
            assert_eq!(age(born, day(today)), years, "{today}");
        }
        assert_eq!(
            (age(day("2012-02-29"), day("2028-02-28")), age(day("2012-02-29"), day("2028-02-29"))),
            (15, 16)
        );
        assert_eq!(age(day("2011-02-28"), day("2027-03-01")), 16);
    }

    #[test]
    fn a_wrong_line_of_an_address_is_named() {
        let right = || PostalAddress {
            street: "Dorpsstraat 1".into(),
            postal_code: "1234 AB".into(),
            city: "Utrecht".into(),
            country: "NL".into(),
        };
        let parsed = right().parse().expect("an address");
        assert_eq!(
            parsed.expose_secret(),
            r#"{"street":"Dorpsstraat 1","postalCode":"1234 AB","city":"Utrecht","country":"NL"}"#
        );
        let place = |address: PostalAddress| address.parse().err().map(|(place, _)| place);
        assert_eq!(place(PostalAddress { street: "\u{0}".into(), ..right() }), Some("street"));
        assert_eq!(place(PostalAddress { postal_code: "1".repeat(13), ..right() }), Some("postalCode"));
        assert_eq!(place(PostalAddress { city: " ".into(), ..right() }), Some("city"));
        assert_eq!(place(PostalAddress { country: "nl".into(), ..right() }), Some("country"));
    }

    proptest! {
        #[test]
        fn any_text_is_answered_and_never_quoted(text in "\\PC{0,300}") {
            for wrong in [name(&text).err(), phone(&text).err(), note(&text).err()].into_iter().flatten() {
                prop_assert!(text.len() < 4 || !wrong.to_string().contains(&text));
            }
        }
    }
}
