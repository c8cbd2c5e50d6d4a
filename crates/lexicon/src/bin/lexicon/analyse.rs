use anyhow::{Context, Result, ensure};
use lexicon::{Lexicon, PartOfSpeech};
use serde_json::json;
use std::{
    fs,
    io::{Read, Write, stdin, stdout},
    path::Path,
    process::ExitCode,
};

/// A book; more is refused.
const LONGEST_TEXT: u64 = 16 * 1024 * 1024;

/// Prints each sentence as tokens with their lemmas, and the level of the text.
pub(crate) fn run(lexicon: &Lexicon, file: &Path, as_json: bool) -> Result<ExitCode> {
    let text = read(file)?;
    let analysis = lexicon.analyse(&text);
    let level = lexicon.text_level(&analysis, None);
    let mut out = stdout().lock();
    if as_json {
        let lemmas: Vec<_> = (0..analysis.words.len()).map(|index| analysis.lemma(index)).collect();
        serde_json::to_writer(&mut out, &json!({ "analysis": analysis, "lemmas": lemmas, "level": level }))?;
        writeln!(out)?;
        return Ok(ExitCode::SUCCESS);
    }
    for sentence in &analysis.sentences {
        for index in sentence.clone() {
            let Some(word) = analysis.words.get(index) else { continue };
            let kind = word.candidates.first().and_then(|candidate| candidate.part_of_speech);
            let split = if word.split_verb.is_some() { "\tsplit" } else { "" };
            writeln!(
                out,
                "{}\t{}\t{}\t{}{split}",
                word.token.place.start,
                word.text,
                analysis.lemma(index).unwrap_or("_"),
                kind.map_or("_", PartOfSpeech::as_str)
            )?;
        }
        writeln!(out)?;
    }
    writeln!(out, "# {} words, {} lemmas, {} sentences", level.words, level.lemmas, level.sentences)?;
    if let Some([easy, usual, less, rare]) = level.zipf_bands {
        writeln!(out, "# Zipf 5 and more {easy:.2}, 4 {usual:.2}, 3 {less:.2}, rarer {rare:.2}")?;
    }
    if let Some(estimate) = level.estimate {
        writeln!(out, "# level {} ({:.0} %)", estimate.level, estimate.certainty * 100.0)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn read(file: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    let taken = if file == Path::new("-") {
        stdin().take(LONGEST_TEXT + 1).read_to_end(&mut bytes)
    } else {
        fs::File::open(file).and_then(|open| open.take(LONGEST_TEXT + 1).read_to_end(&mut bytes))
    };
    let taken = taken.with_context(|| format!("{} cannot be read", file.display()))?;
    ensure!(taken as u64 <= LONGEST_TEXT, "{} has more than {LONGEST_TEXT} bytes", file.display());
    // What is no UTF-8 becomes a sign that is no word.
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
