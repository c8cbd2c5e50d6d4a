use anyhow::Result;
use lexicon::{Lexicon, PartOfSpeech};
use serde_json::{Value, json};
use std::{
    io::{Write, stdout},
    process::ExitCode,
};

/// Languages that are printed; JSON has all.
const SHOWN: [&str; 6] = ["en", "ru", "de", "fr", "es", "pl"];

/// Prints what is known of a word; a word that nothing is known of is no failure.
pub(crate) fn run(lexicon: &Lexicon, form: &str, as_json: bool) -> Result<ExitCode> {
    let entries: Vec<Value> = lexicon
        .lemmas(form)
        .into_iter()
        .map(|candidate| {
            let lemma = candidate.lemma.clone();
            let kind = candidate.part_of_speech;
            json!({
                "lemma": lemma,
                "candidate": candidate,
                "article": (kind == Some(PartOfSpeech::Noun)).then(|| lexicon.article(&lemma)),
                "plurals": (kind == Some(PartOfSpeech::Noun)).then(|| lexicon.plurals(&lemma)),
                "diminutives": (kind == Some(PartOfSpeech::Noun)).then(|| lexicon.diminutives(&lemma)),
                "verbs": (kind == Some(PartOfSpeech::Verb)).then(|| lexicon.verbs(&lemma)),
                "adjective": (kind == Some(PartOfSpeech::Adjective)).then(|| lexicon.adjective(&lemma)),
                "compound": lexicon.compound(&lemma),
                "pronunciations": lexicon.pronunciations(&lemma),
                "glosses": lexicon.glosses(&lemma, None),
                "frequency": lexicon.frequency(&lemma),
                "level": lexicon.level(&lemma),
            })
        })
        .collect();
    if as_json {
        writeln!(stdout(), "{}", serde_json::to_string_pretty(&entries)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    for (number, candidate) in lexicon.lemmas(form).into_iter().enumerate() {
        let lemma = &candidate.lemma;
        let kind = candidate.part_of_speech.map_or("word", PartOfSpeech::as_str);
        let mut out = stdout().lock();
        let ipa = lexicon.pronunciations(lemma);
        let spoken = if ipa.is_empty() { String::new() } else { format!(" /{}/", ipa.join("/ /")) };
        writeln!(out, "{}. {lemma}{spoken}  {kind}, by {:?}", number + 1, candidate.source)?;
        match candidate.part_of_speech {
            Some(PartOfSpeech::Noun) => {
                let article = lexicon.article(lemma);
                let articles: Vec<_> = article.articles.iter().map(|article| article.as_str()).collect();
                let because =
                    article.because.map(|because| format!(", because of {because}")).unwrap_or_default();
                writeln!(
                    out,
                    "   article {} ({:.0} %{because})",
                    articles.join(" or "),
                    article.certainty * 100.0
                )?;
                writeln!(out, "   plural {}", or_none(&lexicon.plurals(lemma).forms))?;
                writeln!(out, "   diminutive {}", or_none(&lexicon.diminutives(lemma).forms))?;
            }
            Some(PartOfSpeech::Verb) => {
                for verb in lexicon.verbs(lemma) {
                    let auxiliaries: Vec<_> =
                        verb.auxiliaries.iter().map(|auxiliary| auxiliary.as_str()).collect();
                    writeln!(
                        out,
                        "   {}; {}; {}, {}; {} {}",
                        verb.present[0],
                        verb.present[2],
                        or_none(&verb.past),
                        or_none(&verb.pasts),
                        auxiliaries.join(" or "),
                        or_none(&verb.participles)
                    )?;
                }
            }
            Some(PartOfSpeech::Adjective) => {
                let forms = lexicon.adjective(lemma);
                writeln!(
                    out,
                    "   {}; {}; {}",
                    or_none(&forms.inflected),
                    or_none(&forms.comparative),
                    or_none(&forms.superlative)
                )?;
            }
            _ => {}
        }
        if let Some(compound) = lexicon.compound(lemma) {
            writeln!(out, "   compound {} + {}", compound.modifier, compound.head)?;
        }
        for gloss in
            lexicon.glosses(lemma, None).iter().filter(|gloss| SHOWN.contains(&gloss.language.as_str()))
        {
            writeln!(out, "   {} {}", gloss.language, gloss.translations.join(", "))?;
        }
        if let Some(frequency) = lexicon.frequency(lemma) {
            let level = lexicon.level(lemma);
            let level = level.map(|level| format!(", {} ({:.0} %)", level.level, level.certainty * 100.0));
            writeln!(out, "   Zipf {frequency:.2}{}", level.unwrap_or_default())?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn or_none(forms: &[String]) -> String {
    if forms.is_empty() { "-".to_owned() } else { forms.join("/") }
}
