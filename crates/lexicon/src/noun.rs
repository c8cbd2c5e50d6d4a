//! Article, plural and diminutive of a noun.

use crate::{
    Article, Source,
    spelling::{ends_unstressed, is_vowel, opened, opened_and_voiced, syllables, without_last},
    tables::Tables,
};
use serde::Serialize;

/// The article of a noun, and how sure it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleGuess {
    /// Both where both are right, or where two nouns are spelt alike; the more usual first.
    pub articles: Vec<Article>,
    /// From 0.5 to 1: how often an answer from here is right.
    pub certainty: f32,
    /// What says so.
    pub source: Source,
    /// The ending or the head that decided.
    pub because: Option<String>,
}

/// Above this an ending decides before the head of a compound does.
const STRONG_ENDING: f32 = 0.95;

/// *de* without any reason: so many of the nouns that no ending tells are *de*, by the count behind `endings.tsv`.
const DE_BY_DEFAULT: f32 = 0.70;

impl Tables {
    /// By our list and by ending. `head` gives the head of a compound, when the word is one.
    pub(crate) fn article(&self, noun: &str, head: impl FnOnce() -> Option<String>) -> ArticleGuess {
        if let Some(line) = self.nouns.get(noun) {
            return ArticleGuess {
                articles: line.articles.clone(),
                certainty: 1.0,
                source: Source::List,
                because: None,
            };
        }
        let ending = self.ending(noun);
        if let Some(guess) = ending.clone().filter(|guess| guess.certainty >= STRONG_ENDING) {
            return guess;
        }
        if let Some((head, line)) = head().and_then(|head| self.nouns.get_key_value(head.as_str())) {
            return ArticleGuess {
                articles: line.articles.iter().take(1).copied().collect(),
                certainty: 0.95,
                source: Source::Compound,
                because: Some((*head).to_owned()),
            };
        }
        ending.unwrap_or(ArticleGuess {
            articles: vec![Article::De],
            certainty: DE_BY_DEFAULT,
            source: Source::Rule,
            because: None,
        })
    }

    fn ending(&self, noun: &str) -> Option<ArticleGuess> {
        noun.char_indices().skip(1).find_map(|(at, _)| {
            let (start, ending) = noun.split_at(at);
            let known = self.endings.get(ending)?;
            (start.chars().count() >= known.more).then(|| ArticleGuess {
                articles: vec![known.article],
                certainty: known.certainty,
                source: Source::Rule,
                because: Some(format!("-{ending}")),
            })
        })
    }

    /// Plurals of a noun, the usual one first. Empty when the list says that there is none, or the word has no letters.
    pub(crate) fn plurals(&self, noun: &str, head: impl FnOnce() -> Option<String>) -> (Vec<String>, Source) {
        if let Some(plurals) = self.nouns.get(noun).and_then(|line| line.plurals.as_ref()) {
            return (plurals.iter().map(|plural| (*plural).to_owned()).collect(), Source::List);
        }
        if let Some(head) = head()
            && let Some(modifier) = noun.strip_suffix(head.as_str())
            && let Some(plurals) = self.nouns.get(head.as_str()).and_then(|line| line.plurals.as_ref())
        {
            return (plurals.iter().map(|plural| format!("{modifier}{plural}")).collect(), Source::Compound);
        }
        (regular_plurals(noun), Source::Rule)
    }

    /// Diminutives of a noun, the usual one first.
    pub(crate) fn diminutives(
        &self,
        noun: &str,
        head: impl FnOnce() -> Option<String>,
    ) -> (Vec<String>, Source) {
        let listed =
            |noun: &str| self.nouns.get(noun).map(|line| &line.diminutives).filter(|all| !all.is_empty());
        if let Some(all) = listed(noun) {
            return (all.iter().map(|form| (*form).to_owned()).collect(), Source::List);
        }
        if let Some(head) = head()
            && let Some(modifier) = noun.strip_suffix(head.as_str())
            && let Some(all) = listed(&head)
        {
            return (all.iter().map(|form| format!("{modifier}{form}")).collect(), Source::Compound);
        }
        (regular_diminutives(noun), Source::Rule)
    }
}

/// Both where a rule cannot choose, the more usual first.
fn regular_plurals(noun: &str) -> Vec<String> {
    let mut letters = noun.chars().rev();
    let Some(last) = letters.next().filter(|letter| letter.is_alphabetic()) else { return Vec::new() };
    let before = letters.next().unwrap_or('\0');
    let with_en = || format!("{}en", opened_and_voiced(noun));
    let has = |endings: &[&str]| endings.iter().any(|ending| noun.ends_with(ending) && noun != *ending);
    let one = |form: String| vec![form];
    if let Some(start) = noun.strip_suffix("heid") {
        return one(format!("{start}heden"));
    }
    if has(&["je"]) {
        return one(format!("{noun}s"));
    }
    if has(&["ie"]) {
        // Stressed *ië*, unstressed *ies*: spelling does not tell.
        return vec![format!("{noun}s"), format!("{noun}ën"), format!("{}iën", without_last(noun, 2))];
    }
    if has(&["ee"]) {
        return vec![format!("{noun}ën"), format!("{noun}s")];
    }
    if has(&["eau", "é", "ée", "oe", "ou", "ui"]) {
        return if has(&["ui"]) {
            one(format!("{noun}en"))
        } else {
            vec![format!("{noun}s"), format!("{noun}en")]
        };
    }
    if has(&["ij", "aai", "ooi", "oei", "ei"]) {
        return one(format!("{noun}en"));
    }
    // *cv, tv*: letters that are spelt out; *lunch, sketch*: English ones.
    if syllables(noun) == 0 {
        return one(format!("{noun}'s"));
    }
    if has(&["nch", "tch", "wich"]) {
        return vec![format!("{noun}es"), with_en()];
    }
    if last == 'e' {
        return vec![format!("{noun}s"), format!("{noun}n")];
    }
    if last == 'y' && is_vowel(before) {
        return one(format!("{noun}s"));
    }
    if matches!(last, 'a' | 'i' | 'o' | 'u' | 'y') {
        return one(format!("{noun}'s"));
    }
    if has(&["um"]) {
        return vec![format!("{noun}s"), format!("{}a", without_last(noun, 2))];
    }
    if let Some(start) = noun.strip_suffix("icus") {
        return vec![format!("{start}ici"), format!("{noun}sen")];
    }
    if has(&["is", "us", "as", "os"]) && syllables(noun) > 1 && !is_long(noun) {
        return one(format!("{noun}sen"));
    }
    if has(&["el", "em", "en", "er", "aar", "aard", "erd", "ier", "eur", "oir"])
        && syllables(noun) > 1
        && (ends_unstressed(noun) || !has(&["el", "em", "en", "er"]))
    {
        // *voorstel* has its stress on the second part of a compound: no ending tells.
        return vec![format!("{noun}s"), with_en(), format!("{noun}{last}en")];
    }
    if has(&["or"]) && syllables(noun) > 1 {
        return vec![format!("{}oren", without_last(noun, 2)), format!("{noun}s")];
    }
    if has(&["ik"]) && syllables(noun) > 1 {
        return vec![format!("{noun}en"), format!("{noun}ken")];
    }
    // *-s* without voice: *dans, mens, kruis* after a consonant or by the list.
    let mut all = one(with_en());
    let plain = format!("{}en", opened(noun));
    if !all.contains(&plain) {
        all.push(plain);
    }
    all.push(format!("{noun}s"));
    all
}

/// Whether the last vowel is written with two letters.
fn is_long(word: &str) -> bool {
    let mut vowels = word.chars().rev().skip(1).take_while(|letter| is_vowel(*letter));
    vowels.next().is_some() && vowels.next().is_some()
}

/// Both where a rule cannot choose.
fn regular_diminutives(noun: &str) -> Vec<String> {
    let mut letters = noun.chars().rev();
    let Some(last) = letters.next().filter(|letter| letter.is_alphabetic()) else { return Vec::new() };
    let (before, one_more) = (letters.next().unwrap_or('\0'), letters.next().unwrap_or('\0'));
    let long = (is_vowel(before) && is_vowel(one_more)) || (before == 'j' && one_more == 'i');
    let short = is_vowel(before) && !long && !ends_unstressed(noun);
    match last {
        'a' | 'o' | 'u' if !is_vowel(before) => vec![format!("{noun}{last}tje")],
        'i' if !is_vowel(before) => vec![format!("{noun}etje")],
        'é' => vec![format!("{}eetje", without_last(noun, 1))],
        'y' if !is_vowel(before) => vec![format!("{noun}'tje")],
        letter if is_vowel(letter) || letter == 'w' || letter == 'j' => vec![format!("{noun}tje")],
        'm' if short => vec![format!("{}etje", opened(noun)), format!("{noun}pje")],
        'm' => vec![format!("{noun}pje")],
        'g' if before == 'n' && syllables(noun) == 1 => vec![format!("{noun}etje")],
        'g' if noun.ends_with("ing") => {
            // *koninkje* after the stressed syllable, *wandelingetje* after an unstressed one.
            let shortened = format!("{}kje", without_last(noun, 1));
            let full = format!("{noun}etje");
            if syllables(noun) == 2 { vec![shortened, full] } else { vec![full, shortened] }
        }
        'l' | 'n' | 'r' if short && syllables(noun) == 1 => vec![format!("{}etje", opened(noun))],
        'l' | 'n' | 'r' if short => vec![format!("{noun}tje"), format!("{}etje", opened(noun))],
        'l' | 'n' | 'r' => vec![format!("{noun}tje")],
        _ => vec![format!("{noun}je"), format!("{}etje", opened(noun))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_follow_the_rules() {
        let tables = Tables::shared();
        for (noun, plural) in [
            ("boek", "boeken"),
            ("maan", "manen"),
            ("kat", "katten"),
            ("huis", "huizen"),
            ("tafel", "tafels"),
            ("kind", "kinderen"),
            ("stad", "steden"),
            ("auto", "auto's"),
            ("baby", "baby's"),
            ("foto", "foto's"),
            ("mogelijkheid", "mogelijkheden"),
            ("kennis", "kennissen"),
            ("druif", "druiven"),
            ("muur", "muren"),
            ("meisje", "meisjes"),
            ("taxi", "taxi's"),
            ("rij", "rijen"),
            ("bakker", "bakkers"),
            ("dag", "dagen"),
            ("kleur", "kleuren"),
            ("reis", "reizen"),
            ("dictator", "dictatoren"),
            ("spiegel", "spiegels"),
            ("antwoord", "antwoorden"),
            ("pen", "pennen"),
            ("kantine", "kantines"),
            ("cadeau", "cadeaus"),
            ("zee", "zeeën"),
            ("douche", "douches"),
            ("actie", "acties"),
            ("tuin", "tuinen"),
            ("fooi", "fooien"),
            ("lunch", "lunches"),
            ("tv", "tv's"),
        ] {
            assert_eq!(tables.plurals(noun, || None).0.first().map(String::as_str), Some(plural));
        }
        assert_eq!(tables.plurals("kleuterkind", || Some("kind".into())).0, ["kleuterkinderen"]);
        assert!(tables.plurals("melk", || None).0.is_empty());
    }

    #[test]
    fn diminutives_follow_the_rules() {
        let tables = Tables::shared();
        for (noun, diminutive) in [
            ("huis", "huisje"),
            ("boom", "boompje"),
            ("tafel", "tafeltje"),
            ("bal", "balletje"),
            ("ring", "ringetje"),
            ("koning", "koninkje"),
            ("oefening", "oefeningetje"),
            ("auto", "autootje"),
            ("man", "mannetje"),
            ("film", "filmpje"),
            ("ei", "eitje"),
            ("kam", "kammetje"),
            ("stoel", "stoeltje"),
            ("kat", "katje"),
            ("bezem", "bezempje"),
            ("ster", "sterretje"),
            ("vrouw", "vrouwtje"),
            ("hobby", "hobby'tje"),
        ] {
            assert_eq!(tables.diminutives(noun, || None).0.first().map(String::as_str), Some(diminutive));
        }
    }

    #[test]
    fn articles_come_from_list_ending_and_head() {
        let tables = Tables::shared();
        let article = |noun: &str, head: Option<&str>| tables.article(noun, || head.map(str::to_owned));
        assert_eq!(article("huis", None).articles, [Article::Het]);
        assert_eq!(article("huis", None).source, Source::List);
        assert_eq!(article("wandeling", None).articles, [Article::De]);
        assert_eq!(article("kapitalisme", None).articles, [Article::Het]);
        assert_eq!(article("boompje", None).articles, [Article::Het]);
        assert_eq!(article("schooljaar", Some("jaar")).articles, [Article::Het]);
        assert_eq!(article("schooljaar", Some("jaar")).because.as_deref(), Some("jaar"));
        assert!(article("xyzzy", None).certainty < 0.8);
    }

    #[test]
    fn nothing_strange_has_a_plural() {
        for noun in ["", "3", "!", "🙂"] {
            assert!(regular_plurals(noun).is_empty() && regular_diminutives(noun).is_empty());
        }
    }
}
