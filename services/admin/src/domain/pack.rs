//! Files that come together, read before anything is looked up.

use super::{
    errand::MOST_ITEMS,
    file::{self, Fault, TopicFile},
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// Files of one import.
pub const MOST_FILES: usize = 100;
/// Faults that are told of all files together.
pub const MOST_TOLD: usize = 2000;

/// A content file with its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct NamedFile {
    /// `<slug>.<level>.toml`.
    #[schema(example = "eten-en-drinken.a1.toml")]
    pub name: String,
    /// What is in it.
    #[schema(example = "format = 1\n\n[topic]\nslug = \"eten-en-drinken\"\n...")]
    pub text: String,
}

/// A fault and the file that it is in.
#[derive(Clone, Debug, PartialEq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileFault {
    /// The file, counted from 0.
    pub index: usize,
    /// The file, by name.
    pub file: String,
    /// What is wrong.
    #[serde(flatten)]
    pub fault: Fault,
}

/// Files that are right, in order.
#[derive(Clone, Debug, PartialEq)]
pub struct Pack {
    /// The files, as many as were given.
    pub files: Vec<TopicFile>,
}

/// Reads all files.
///
/// # Errors
/// Everything that is wrong with any of them, at most [`MOST_TOLD`].
pub fn read(files: &[NamedFile]) -> Result<Pack, Vec<FileFault>> {
    let mut names = HashSet::new();
    let mut read = Vec::new();
    let mut faults = Vec::new();
    let mut items = 0;
    for (index, NamedFile { name, text }) in files.iter().enumerate() {
        let mut note = |fault| faults.push(FileFault { index, file: name.clone(), fault });
        if !names.insert(name) {
            note(whole_file("duplicate-file", format!("there are two files {name:?}")));
            continue;
        }
        match file::read(name, text) {
            Ok(file) => {
                items += file.words.len() + 1;
                if items > MOST_ITEMS {
                    note(whole_file("too-many", format!("an import brings at most {MOST_ITEMS} items")));
                    break;
                }
                read.push(file);
            }
            Err(found) => found.into_iter().for_each(note),
        }
    }
    faults.truncate(MOST_TOLD);
    if faults.is_empty() { Ok(Pack { files: read }) } else { Err(faults) }
}

fn whole_file(code: &'static str, message: String) -> Fault {
    Fault { line: 1, path: String::new(), code, message }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::file::MOST_WORDS;
    use std::fmt::Write;

    fn file(slug: &str, words: usize) -> NamedFile {
        let mut text = format!(
            "format = 1\n[topic]\nslug = {slug:?}\nlevel = \"A1\"\nlicence = \"MIT\"\ntitle = {{ nl = \"a\", en = \"a\", ru = \"a\" }}\n"
        );
        for number in 0..words {
            writeln!(
                text,
                "[[word]]\nkey = \"k{number}\"\nlemma = \"l{number}\"\npart_of_speech = \"adverb\"\n\
                 gloss = {{ en = [\"g\"], ru = [\"g\"] }}\nexamples = [{{ nl = \"n\", en = \"e\", ru = \"r\" }}]"
            )
            .expect("a text grows");
        }
        NamedFile { name: format!("{slug}.a1.toml"), text }
    }

    fn told(files: &[NamedFile]) -> Vec<(usize, &'static str)> {
        read(files).expect_err("faults").into_iter().map(|it| (it.index, it.fault.code)).collect()
    }

    #[test]
    fn a_fault_in_one_file_does_not_hide_those_of_another() {
        let bad = |slug| NamedFile { text: file(slug, 1).text.replace("\"A1\"", "\"A9\""), ..file(slug, 1) };
        assert_eq!(told(&[bad("a"), file("b", 1), bad("c")]), [(0, "unknown-value"), (2, "unknown-value")]);
    }

    #[test]
    fn a_file_comes_once() {
        assert_eq!(told(&[file("a", 1), file("a", 1)]), [(1, "duplicate-file")]);
    }

    #[test]
    fn an_import_has_a_limit_of_items() {
        let files: Vec<_> = (0..10).map(|number| file(&format!("topic-{number}"), MOST_WORDS)).collect();
        assert_eq!(told(&files), [(9, "too-many")]);
        assert_eq!(read(&files[..9]).expect("below the limit").files.len(), 9);
    }
}
