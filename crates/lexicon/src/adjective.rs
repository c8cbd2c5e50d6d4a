//! Degrees and inflection of an adjective.

use crate::{
    Source,
    spelling::{ends_unstressed, is_vowel, opened_and_voiced, without_last},
    tables::Tables,
};
use serde::Serialize;

/// The forms of an adjective, each the usual one first; empty where there is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Adjective {
    /// *mooi*.
    pub adjective: String,
    /// Before a noun: *mooie*.
    pub inflected: Vec<String>,
    /// *mooier*.
    pub comparative: Vec<String>,
    /// *mooist*.
    pub superlative: Vec<String>,
    /// A list of ours, or a rule.
    pub source: Source,
}

impl Tables {
    pub(crate) fn adjective(&self, adjective: &str) -> Adjective {
        let line = self.adjectives.get(adjective);
        let or = |listed: Option<&Option<Vec<&'static str>>>, rule: fn(&str) -> Option<String>| match listed {
            Some(Some(forms)) => forms.iter().map(|form| (*form).to_owned()).collect(),
            _ => rule(adjective).into_iter().collect(),
        };
        Adjective {
            adjective: adjective.to_owned(),
            inflected: or(line.map(|line| &line.inflected), inflected),
            comparative: or(line.map(|line| &line.comparative), comparative),
            superlative: or(line.map(|line| &line.superlative), superlative),
            source: if line.is_some() { Source::List } else { Source::Rule },
        }
    }
}

/// None where nothing is added: *open, oranje*.
fn inflected(adjective: &str) -> Option<String> {
    let mut letters = adjective.chars().rev();
    let last = letters.next().filter(|letter| letter.is_alphabetic())?;
    let alone = !letters.next().is_some_and(is_vowel);
    // *oranje, sexy, lila*, but *mooi, fraai*.
    if (adjective.ends_with("en") && ends_unstressed(adjective))
        || last == 'e'
        || (alone && matches!(last, 'a' | 'o' | 'i' | 'y' | 'é'))
    {
        return None;
    }
    Some(format!("{}e", opened_and_voiced(adjective)))
}

fn comparative(adjective: &str) -> Option<String> {
    match adjective.chars().next_back()? {
        'r' => Some(format!("{adjective}der")),
        'e' => Some(format!("{adjective}r")),
        letter if letter.is_alphabetic() => Some(format!("{}er", opened_and_voiced(adjective))),
        _ => None,
    }
}

fn superlative(adjective: &str) -> Option<String> {
    match adjective.chars().next_back()? {
        's' => Some(format!("{adjective}t")),
        letter if letter.is_alphabetic() => Some(format!("{adjective}st")),
        _ => None,
    }
}

/// The adjective that an inflected form may come from: *grote* to *groot*, *dikke* to *dik*.
pub(crate) fn from_inflected(form: &str) -> Vec<String> {
    form.strip_suffix('e').map(crate::spelling::closed).unwrap_or_default()
}

/// The adjective that a degree may come from: *groter, grootst, duurder*.
pub(crate) fn from_degree(form: &str) -> Vec<String> {
    let mut all = Vec::new();
    if let Some(stem) = form.strip_suffix("der").filter(|stem| stem.ends_with('r')) {
        all.push(stem.to_owned());
    }
    if let Some(stem) = form.strip_suffix("er") {
        all.extend(crate::spelling::closed(stem));
    }
    if let Some(stem) = form.strip_suffix("st") {
        all.push(stem.to_owned());
        all.push(format!("{stem}s"));
    }
    all.retain(|word| without_last(word, 1).chars().count() > 0);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adjectives_follow_the_rules() {
        let tables = Tables::shared();
        for (adjective, expected) in [
            ("groot", "grote groter grootst"),
            ("dik", "dikke dikker dikst"),
            ("duur", "dure duurder duurst"),
            ("lief", "lieve liever liefst"),
            ("goed", "goede beter best"),
            ("lekker", "lekkere lekkerder lekkerst"),
            ("gezellig", "gezellige gezelliger gezelligst"),
            ("makkelijk", "makkelijke makkelijker makkelijkst"),
            ("wit", "witte witter witst"),
            ("blauw", "blauwe blauwer blauwst"),
            ("dubbel", "dubbele dubbeler dubbelst"),
            ("boos", "boze bozer boost"),
            ("positief", "positieve positiever positiefst"),
            ("logisch", "logische logischer logischst"),
            ("financieel", "financiële financiëler financieelst"),
            ("laf", "laffe laffer lafst"),
            ("mooi", "mooie mooier mooist"),
            ("groen", "groene groener groenst"),
        ] {
            let forms = tables.adjective(adjective);
            let told =
                [&forms.inflected, &forms.comparative, &forms.superlative].map(|all| all.join("/")).join(" ");
            assert_eq!(told, expected, "{adjective}");
        }
        assert!(tables.adjective("houten").inflected.is_empty());
        assert!(tables.adjective("eigen").comparative.is_empty());
    }
}
