//! What a teacher would say, case by case; and `tests/vectors/grader.json`, the same for the clients' TypeScript twin.
//!
//! After an intended change: `cargo test -p tall-grader --test table -- --ignored`, and review the difference.

use grader::{Case, Expected, Policy, Verdict, grade};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What is asked for.
enum Ask {
    /// An answer in Dutch.
    Dutch(&'static str),
    /// The same where capitals do not count.
    AnyCase(&'static str),
    /// A noun: its articles, and its lemma.
    Noun(&'static [&'static str], &'static str),
    /// A meaning in the student's language.
    Gloss(&'static str),
}

use Ask::{AnyCase, Dutch, Gloss, Noun};

impl Ask {
    fn expected(&self) -> Expected {
        match self {
            Dutch(text) | AnyCase(text) | Gloss(text) => Expected::variants(text),
            Noun(articles, lemma) => Expected::noun(*articles, lemma),
        }
    }

    fn policy(&self) -> Policy {
        match self {
            Dutch(_) | Noun(..) => Policy::dutch(),
            AnyCase(_) => Policy::dutch().case(Case::Ignored),
            Gloss(_) => Policy::gloss(),
        }
    }

    fn as_json(&self) -> Value {
        match self {
            Dutch(text) => json!({ "policy": "dutch", "variants": text }),
            AnyCase(text) => json!({ "policy": "dutch", "case": "ignored", "variants": text }),
            Noun(articles, lemma) => json!({ "policy": "dutch", "articles": articles, "noun": lemma }),
            Gloss(text) => json!({ "policy": "gloss", "variants": text }),
        }
    }
}

const DE: &[&str] = &["de"];
const HET: &[&str] = &["het"];
const BOTH: &[&str] = &["de", "het"];
const NONE: &[&str] = &[];

/// Asked, given, and the verdict: a rating, then each mistake as `kind start-end expected`.
const CASES: &[(Ask, &str, &str)] = &[
    // Right
    (Dutch("fiets"), "fiets", "good"),
    (Dutch("tot ziens"), "tot ziens", "good"),
    (Noun(DE, "fiets"), "de fiets", "good"),
    (Noun(HET, "huis"), "het huis", "good"),
    (Noun(BOTH, "soort"), "de soort", "good"),
    (Noun(BOTH, "soort"), "het soort", "good"),
    (Noun(NONE, "Nederland"), "Nederland", "good"),
    (Noun(DE, "dokter; arts"), "de arts", "good"),
    // What does not count
    (Dutch("tot ziens"), "  tot   ziens  ", "good"),
    (Dutch("tot ziens"), "tot\u{a0}ziens", "good"),
    (Dutch("tot ziens"), "tot ziens.", "good"),
    (Dutch("tot ziens"), "tot ziens!", "good"),
    (Dutch("Hoe gaat het?"), "Hoe gaat het", "good"),
    (Dutch("Hoe gaat het"), "Hoe gaat het ?", "good"),
    (Dutch("ja, graag"), "ja graag", "good"),
    (Dutch("ja graag"), "ja , graag", "good"),
    (Dutch("'s avonds"), "\u{2019}s avonds", "good"),
    (Dutch("foto's"), "foto\u{b4}s", "good"),
    (Dutch("foto\u{2019}s"), "foto`s", "good"),
    (Dutch("zee-egel"), "zee\u{2010}egel", "good"),
    (Dutch("zee-egel"), "zee\u{2013}egel", "good"),
    (Dutch("ijs"), "\u{133}s", "good"),
    (Dutch("\u{133}s"), "ijs", "good"),
    (Dutch("idee\u{eb}n"), "ide\u{65}e\u{308}n", "good"),
    (Dutch("fiets"), "\u{201e}fiets\u{201d}", "good"),
    (Dutch("fiets"), "fi\u{ad}ets", "good"),
    (Dutch("enz."), "enz", "good"),
    // Variants
    (Dutch("fiets; rijwiel"), "rijwiel", "good"),
    (Dutch("fiets / rijwiel"), "rijwiel", "good"),
    (Dutch("fiets/rijwiel"), "rijwiel", "good"),
    (Dutch("fiets/rijwiel"), "fiets/rijwiel", "good"),
    (Dutch("hij/zij loopt"), "zij loopt", "good"),
    (Dutch("(zich) wassen"), "wassen", "good"),
    (Dutch("(zich) wassen"), "zich wassen", "good"),
    (Dutch("(zich) wassen"), "(zich) wassen", "good"),
    (Dutch("foto('s)"), "foto", "good"),
    (Dutch("foto('s)"), "foto's", "good"),
    (Dutch("de fiets / het rijwiel"), "het rijwiel", "good"),
    (Dutch("de fiets / het rijwiel"), "de rijwiel", "hard article 0-2 het"),
    // Capitals
    (Dutch("fiets"), "Fiets", "good"),
    (Noun(DE, "fiets"), "De fiets", "good"),
    (Dutch("ijs"), "IJs", "good"),
    (Dutch("Nederland"), "nederland", "hard capital 0-9 Nederland"),
    (Noun(NONE, "Nederland"), "nederland", "hard capital 0-9 Nederland"),
    (Noun(DE, "fiets"), "de Fiets", "hard capital 3-8 fiets"),
    (Dutch("fiets"), "FIETS", "hard capital 0-5 fiets"),
    (Dutch("IJsland"), "Ijsland", "hard capital 0-7 IJsland"),
    (Dutch("tv"), "TV", "hard capital 0-2 tv"),
    (AnyCase("Nederland"), "nederland", "good"),
    (AnyCase("fiets"), "FIETS", "good"),
    // Articles
    (Noun(DE, "fiets"), "het fiets", "hard article 0-3 de"),
    (Noun(HET, "huis"), "de huis", "hard article 0-2 het"),
    (Noun(HET, "huis"), "De huis", "hard article 0-2 het"),
    (Noun(DE, "fiets"), "een fiets", "hard article 0-3 de"),
    (Noun(DE, "fiets"), "fiets", "hard article 0-0 de"),
    (Noun(DE, "fiets"), " fiets", "hard article 1-1 de"),
    (Noun(BOTH, "soort"), "soort", "hard article 0-0 de"),
    (Noun(NONE, "Nederland"), "het Nederland", "hard article 0-3 "),
    (Noun(DE, "rode kool"), "het rode kool", "hard article 0-3 de"),
    (Dutch("de fiets"), "het fiets", "hard article 0-3 de"),
    (Dutch("de fiets"), "fiets", "hard article 0-0 de"),
    (Noun(HET, "meisje"), "de mesije", "hard article 0-2 het|typo 3-9 meisje"),
    (Noun(DE, "Nederlander"), "het nederlander", "hard article 0-3 de|capital 4-15 Nederlander"),
    (Noun(DE, "fiets"), "het huis", "again wrong 0-8 de fiets"),
    (Noun(DE, "fiets"), "de auto", "again wrong 0-7 de fiets"),
    (Noun(DE, "rode kool"), "het rode huis", "again wrong 9-13 kool"),
    (Noun(DE, "fiets"), "de", "again wrong 0-2 de fiets"),
    (Dutch("Het regent vandaag hier"), "De regent vandaag hier", "again wrong 0-2 Het"),
    (Dutch("ik heb het gezien"), "ik heb gezien", "again missing-word 7-7 het"),
    // Diacritics
    (Dutch("idee\u{eb}n"), "ideeen", "hard diacritic 0-6 idee\u{eb}n"),
    (Noun(HET, "caf\u{e9}"), "het cafe", "hard diacritic 4-8 caf\u{e9}"),
    (Dutch("cafe"), "caf\u{e9}", "hard diacritic 0-4 cafe"),
    (Dutch("\u{e9}\u{e9}n"), "een", "hard diacritic 0-3 \u{e9}\u{e9}n"),
    (Dutch("Itali\u{eb}"), "italie", "hard diacritic 0-6 Itali\u{eb}|capital 0-6 Itali\u{eb}"),
    (Noun(HET, "caf\u{e9}"), "de cafe", "hard article 0-2 het|diacritic 3-7 caf\u{e9}"),
    // Slips of the finger, in words of five letters or more
    (Dutch("fiets"), "fitts", "hard typo 0-5 fiets"),
    (Dutch("fiets"), "fets", "hard typo 0-4 fiets"),
    (Dutch("fiets"), "fieets", "hard typo 0-6 fiets"),
    (Dutch("fiets"), "feits", "hard typo 0-5 fiets"),
    (Dutch("fiets"), "fiets-", "hard typo 0-6 fiets"),
    (Dutch("huis"), "hius", "again wrong 0-4 huis"),
    (Dutch("lopen"), "rapen", "again wrong 0-5 lopen"),
    (Dutch("12345"), "12346", "again wrong 0-5 12345"),
    (Noun(DE, "verjaardag"), "de verjaardah", "hard typo 3-13 verjaardag"),
    (Noun(DE, "verjaardag"), "de verjardach", "again wrong 0-13 de verjaardag"),
    // Words missing, too much, or others
    (Dutch("zich wassen"), "wassen", "again missing-word 0-0 zich"),
    (Dutch("zich wassen"), "zich", "again missing-word 4-4 wassen"),
    (Dutch("lopen"), "snel lopen", "again extra-word 0-4 "),
    (Dutch("tot ziens"), "tot ziens jongens", "again extra-word 10-17 "),
    (Dutch("Ik ga naar huis"), "Ik loop naar huis", "again wrong 3-7 ga"),
    (Dutch("Ik ga naar huis."), "Ik ga huis", "again missing-word 6-6 naar"),
    (Dutch("zich wassen"), "wassen zich", "again missing-word 11-11 wassen|extra-word 0-6 "),
    (Dutch("fietsenwinkel"), "fietsen winkel", "again wrong 0-14 fietsenwinkel"),
    (Dutch("fiets"), "", "again wrong 0-0 fiets"),
    (Dutch("fiets"), "   ", "again wrong 0-3 fiets"),
    (Dutch("fiets"), "?", "again wrong 0-1 fiets"),
    (Dutch("fiets"), "\u{1f6b2}", "again wrong 0-1 fiets"),
    (Dutch("fiets; rijwiel"), "auto", "again wrong 0-4 fiets; rijwiel"),
    // The nearest variant speaks
    (Dutch("dokter; arts"), "doktor", "hard typo 0-6 dokter"),
    (Dutch("de dokter; de geneesheer"), "het geneesheer", "hard article 0-3 de"),
    (Dutch("(zich) verkleden"), "zich verklede", "hard typo 5-13 verkleden"),
    // Meanings
    (Gloss("bread; loaf"), "loaf", "good"),
    (Gloss("bread; loaf"), "the bread", "good"),
    (Gloss("the bread"), "bread", "good"),
    (Gloss("to walk; to run"), "run", "good"),
    (Gloss("walk"), "to walk", "good"),
    (Gloss("an apple"), "a apple", "good"),
    (Gloss("bread"), "BREAD", "good"),
    (Gloss("Monday"), "monday", "good"),
    (Gloss("to"), "to", "good"),
    (Gloss("bank (furniture)"), "bank", "good"),
    (Gloss("neighbour"), "neighbuor", "hard typo 0-9 neighbour"),
    (Gloss("bread"), "the broad", "hard typo 4-9 bread"),
    (Gloss("bread"), "house", "again wrong 0-5 bread"),
    (Gloss("хлеб"), "Хлеб", "good"),
    (Gloss("ёж"), "еж", "good"),
    (Gloss("еще"), "ещё", "good"),
    (Gloss("мой дом"), "мои дом", "hard diacritic 0-3 мой"),
    (Gloss("собака"), "сабака", "hard typo 0-6 собака"),
    (Gloss("кот"), "кит", "again wrong 0-3 кот"),
];

fn short(verdict: &Verdict) -> String {
    let rating = format!("{:?}", verdict.rating).to_lowercase();
    let mistakes: Vec<_> = verdict
        .mistakes
        .iter()
        .map(|mistake| {
            format!("{} {}-{} {}", mistake.kind, mistake.span.start, mistake.span.end, mistake.expected)
        })
        .collect();
    format!("{rating} {}", mistakes.join("|"))
        .trim_end_matches(|letter| letter == ' ' && verdict.correct)
        .to_owned()
}

#[test]
fn every_case_is_graded_as_a_teacher_would() {
    let failures: Vec<_> = CASES
        .iter()
        .filter_map(|(ask, given, told)| {
            let verdict = short(&grade(&ask.expected(), given, &ask.policy()));
            (verdict != *told)
                .then(|| format!("{} given {given:?}\n  told {told:?}\n  said {verdict:?}", ask.as_json()))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {}:\n{}", failures.len(), CASES.len(), failures.join("\n"));
}

#[test]
fn only_a_right_answer_can_be_called_easy() {
    let fiets = Noun(DE, "fiets");
    let rating = |given| grade(&fiets.expected(), given, &fiets.policy()).called_easy().rating;
    assert_eq!(
        [rating("de fiets"), rating("het fiets"), rating("huis")],
        [grader::Rating::Easy, grader::Rating::Hard, grader::Rating::Again]
    );
}

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/vectors/grader.json")
}

fn vectors() -> Value {
    CASES
        .iter()
        .map(|(ask, given, _)| {
            let verdict = grade(&ask.expected(), given, &ask.policy());
            json!({ "asked": ask.as_json(), "given": given, "expected": verdict })
        })
        .collect()
}

#[test]
fn the_vectors_are_what_the_grader_says() {
    let text = std::fs::read_to_string(file()).expect("the vectors are in the repository");
    let stored: Value = serde_json::from_str(&text).expect("the vectors are JSON");
    assert_eq!(stored, vectors());
}

#[test]
#[ignore = "writes the vectors that the other test compares with"]
fn write_the_vectors() {
    let mut text = serde_json::to_string_pretty(&vectors()).expect("values are JSON");
    text.push('\n');
    std::fs::write(file(), text).expect("the file can be written");
}
