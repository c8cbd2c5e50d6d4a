//! Accuracy on a treebank of Universal Dependencies.

use anyhow::{Context, Result, ensure};
use lexicon::Lexicon;
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::{Write, stdout},
    path::{Path, PathBuf},
    process::ExitCode,
};

/// A word of the treebank.
#[derive(Clone, Debug)]
struct Gold {
    form: String,
    lemma: String,
    kind: String,
    head: usize,
    relation: String,
    /// Characters into the text at which it begins and ends.
    place: (usize, usize),
}

/// Right, and all that could have been.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    right: usize,
    all: usize,
}

impl Count {
    fn share(self) -> f64 {
        if self.all == 0 { 0.0 } else { self.right as f64 / self.all as f64 }
    }
}

/// What was counted over all files.
#[derive(Debug, Default)]
struct Counts {
    sentences: usize,
    lemmas: BTreeMap<String, Count>,
    /// With any of the first three candidates.
    among_three: Count,
    split_found: usize,
    split_gold: usize,
    /// Of these, the ones that are separable verbs; the others are fixed expressions, *voor de dag komen*.
    split_verbs: Count,
    split_right: usize,
    /// Right pairs of words, whatever the infinitive.
    split_pairs: usize,
}

/// Prints accuracy of lemmas, and precision and recall of split verbs.
pub(crate) fn run(lexicon: &Lexicon, files: &[PathBuf], differences: bool, all: bool) -> Result<ExitCode> {
    let mut counts = Counts::default();
    for file in files {
        for sentence in sentences(file)? {
            count(lexicon, &sentence, differences, all, &mut counts)?;
        }
    }
    ensure!(counts.sentences > 0, "no sentence in these files");
    let mut out = stdout().lock();
    let mut total = Count::default();
    for (kind, count) in &counts.lemmas {
        writeln!(out, "lemma {kind:6} {:.3}  {} of {}", count.share(), count.right, count.all)?;
        total.right += count.right;
        total.all += count.all;
    }
    writeln!(out, "lemma all    {:.3}  {} of {}", total.share(), total.right, total.all)?;
    writeln!(out, "lemma among the first three candidates {:.3}", counts.among_three.share())?;
    let precision = Count { right: counts.split_right, all: counts.split_found };
    let recall = Count { right: counts.split_right, all: counts.split_gold };
    let pairs = Count { right: counts.split_pairs, all: counts.split_found };
    writeln!(
        out,
        "split verbs  precision {:.3} ({} of {}), recall {:.3} ({} of {}); right pair of words {:.3}",
        precision.share(),
        precision.right,
        precision.all,
        recall.share(),
        recall.right,
        recall.all,
        pairs.share()
    )?;
    let verbs = counts.split_verbs;
    writeln!(
        out,
        "split verbs, fixed expressions left out  recall {:.3} ({} of {})",
        verbs.share(),
        verbs.right,
        verbs.all
    )?;
    writeln!(out, "{} sentences", counts.sentences)?;
    Ok(ExitCode::SUCCESS)
}

/// The lemmas of the treebank mark the parts of a word: *op_bellen, basis_niveau*.
fn joined(lemma: &str) -> String {
    lemma.replace('_', "").to_lowercase()
}

/// Whether a lemma is that of the treebank. Its lemmas of compounds have the parts without what joins them, *slaaf_tijd* for
/// *slaventijd*: the last part counts, behind what the form has before it.
fn is_same(form: &str, given: &str, wanted: &str) -> bool {
    let (form, given) = (form.to_lowercase(), given.to_lowercase());
    given == joined(wanted)
        || wanted.to_lowercase().rsplit_once('_').is_some_and(|(_, last)| {
            given.strip_suffix(last).is_some_and(|start| !start.is_empty() && form.starts_with(start))
        })
}

/// A word with a lemma of its own: no mark, no number, and no particle, whose lemma here is that of its verb.
fn has_lemma(word: &Gold, all: bool) -> bool {
    (all || matches!(word.kind.as_str(), "NOUN" | "VERB" | "ADJ"))
        && word.relation != "compound:prt"
        && word.form.contains(char::is_alphabetic)
}

fn count(
    lexicon: &Lexicon,
    sentence: &(String, Vec<Gold>),
    differences: bool,
    all: bool,
    counts: &mut Counts,
) -> Result<()> {
    let (text, gold) = sentence;
    counts.sentences += 1;
    let analysis = lexicon.analyse(text);
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let by_place: HashMap<usize, usize> =
        analysis.words.iter().enumerate().map(|(index, word)| (word.token.place.start, index)).collect();
    let at = |word: &Gold| starts.get(word.place.0).and_then(|start| by_place.get(start)).copied();
    let mut out = stdout().lock();
    for word in gold {
        if !has_lemma(word, all) {
            continue;
        }
        let wanted = &word.lemma;
        let given = at(word).and_then(|index| analysis.lemma(index)).unwrap_or_default();
        let first_three = at(word).is_some_and(|index| {
            analysis.words[index]
                .candidates
                .iter()
                .take(3)
                .any(|candidate| is_same(&word.form, &candidate.lemma, wanted))
        });
        let entry = counts.lemmas.entry(word.kind.clone()).or_default();
        entry.all += 1;
        counts.among_three.all += 1;
        counts.among_three.right += usize::from(first_three || is_same(&word.form, given, wanted));
        if is_same(&word.form, given, wanted) {
            entry.right += 1;
        } else if differences {
            writeln!(out, "lemma\t{}\t{}\t{wanted}\t{given}\t{text}", word.kind, word.form)?;
        }
    }
    let expected: Vec<(usize, usize, String)> = gold
        .iter()
        .enumerate()
        .filter(|(_, word)| word.relation == "compound:prt")
        .filter_map(|(particle, word)| {
            let verb = word.head.checked_sub(1)?;
            Some((verb, particle, joined(&gold.get(verb)?.lemma)))
        })
        .collect();
    let place_of = |index: usize| analysis.words.get(index).map(|word| word.token.place.start);
    let mut right = Vec::new();
    for split in &analysis.split_verbs {
        let same = expected.iter().find(|(verb, particle, _)| {
            let start = |word: usize| gold.get(word).and_then(|word| starts.get(word.place.0)).copied();
            start(*verb) == place_of(split.verb) && start(*particle) == place_of(split.particle)
        });
        counts.split_found += 1;
        if let Some((verb, particle, infinitive)) = same {
            counts.split_pairs += 1;
            if joined(&split.infinitive) == *infinitive {
                counts.split_right += 1;
            }
            right.push((*verb, *particle));
        } else if differences {
            writeln!(out, "split\twrong\t{}\t{text}", split.infinitive)?;
        }
    }
    counts.split_gold += expected.len();
    for (verb, particle, infinitive) in &expected {
        if infinitive.starts_with(&joined(&gold[*particle].form)) {
            counts.split_verbs.all += 1;
            counts.split_verbs.right += usize::from(right.contains(&(*verb, *particle)));
        }
    }
    if differences {
        for (verb, particle, infinitive) in &expected {
            if !right.contains(&(*verb, *particle)) {
                writeln!(out, "split\tmissed\t{infinitive}\t{text}")?;
            }
        }
    }
    Ok(())
}

/// The text of each sentence, and its words.
fn sentences(file: &Path) -> Result<Vec<(String, Vec<Gold>)>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    let mut all = Vec::new();
    for block in text.split("\n\n") {
        let mut words: Vec<Gold> = Vec::new();
        let mut written = String::new();
        for line in block.lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, form, lemma, kind, _, _, head, relation, ..] = cells.as_slice() else { continue };
            // Words within words, and words that are not written.
            if id.contains(['-', '.']) {
                continue;
            }
            let start = written.chars().count();
            written.push_str(form);
            words.push(Gold {
                form: (*form).to_owned(),
                lemma: (*lemma).to_owned(),
                kind: (*kind).to_owned(),
                head: head.parse().unwrap_or(0),
                relation: (*relation).to_owned(),
                place: (start, written.chars().count()),
            });
            if !cells.last().is_some_and(|notes| notes.contains("SpaceAfter=No")) {
                written.push(' ');
            }
        }
        if !words.is_empty() {
            all.push((written.trim_end().to_owned(), words));
        }
    }
    Ok(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_treebank_is_read_and_counted() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("test.conllu");
        let rows = "# text = Zij belt op.\n1\tZij\tzij\tPRON\t_\t_\t2\tnsubj\t_\t_\n2\tbelt\top_bellen\tVERB\t_\t_\t0\troot\t_\t_\n3\top\top\tADP\t_\t_\t2\tcompound:prt\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n";
        fs::write(&file, rows).unwrap();
        let read = sentences(&file).unwrap();
        assert_eq!(read[0].0, "Zij belt op.");
        let mut counts = Counts::default();
        count(&Lexicon::own(), &read[0], false, false, &mut counts).unwrap();
        assert_eq!((counts.split_right, counts.split_found, counts.split_gold), (1, 1, 1));
        assert_eq!(counts.lemmas["VERB"].share(), 1.0);
        assert_eq!((counts.split_verbs.right, counts.split_verbs.all), (1, 1));
    }

    #[test]
    fn what_joins_the_parts_of_a_compound_does_not_count() {
        for (form, given, wanted) in [
            ("opgebeld", "opbellen", "op_bellen"),
            ("vrouwentennis", "vrouwentennis", "vrouw_tennis"),
            ("slaventijd", "slaventijd", "slaaf_tijd"),
            ("FARC-rebellen", "FARC-rebel", "FARC_rebel"),
            ("tafels", "tafel", "tafel"),
        ] {
            assert!(is_same(form, given, wanted), "{given} {wanted}");
        }
        for (form, given, wanted) in [
            ("vrouwentennis", "tennis", "vrouw_tennis"),
            ("belt", "bellen", "op_bellen"),
            ("tafels", "tafels", "tafel"),
            ("FARC-rebellen", "FARC-rebellen", "FARC_rebel"),
        ] {
            assert!(!is_same(form, given, wanted), "{given} {wanted}");
        }
    }
}
