//! The kept OpenAPI documents.

use crate::stack;
use std::{fs, path::Path};

/// Whether `document`, the text that the service serves, is the kept one: `openapi/<service>.<version>.json`.
///
/// `UPDATE_OPENAPI=1` writes it instead. A document of v1 is written once and then frozen: clients that nobody can
/// update were built from it.
///
/// # Panics
/// They differ, or there is none yet; the panic says where and what to do. Or the service does not answer yet when a
/// person asks for what it keeps of them: [`crate::subject::assert_answers`].
#[track_caller]
pub fn assert_kept(service: &str, version: &str, document: &str) {
    crate::subject::assert_answers(service);
    let update = std::env::vars().any(|(name, value)| name == "UPDATE_OPENAPI" && value == "1");
    let path = stack::workspace().join("openapi").join(format!("{service}.{version}.json"));
    if let Err(difference) = compare(&path, version, document, update) {
        panic!("openapi/{service}.{version}.json {difference}");
    }
}

fn compare(path: &Path, version: &str, document: &str, update: bool) -> Result<(), String> {
    let kept = fs::read_to_string(path).ok();
    match (kept, update) {
        (Some(kept), _) if kept == document => Ok(()),
        (Some(kept), _) if version == "v1" => {
            Err(format!("is frozen, and the service differs from it {}", first_difference(&kept, document)))
        }
        (_, true) => write(path, document),
        (Some(kept), false) => Err(format!(
            "is not what the service serves {}; UPDATE_OPENAPI=1 writes it anew",
            first_difference(&kept, document)
        )),
        (None, false) => Err("is not there yet; UPDATE_OPENAPI=1 writes it".to_owned()),
    }
}

fn write(path: &Path, document: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder).and_then(|()| fs::write(path, document)).map_err(|error| error.to_string())
}

fn first_difference(kept: &str, served: &str) -> String {
    let mut pairs = kept.lines().zip(served.lines()).enumerate();
    match pairs.find(|(_, (kept, served))| kept != served) {
        Some((at, (kept, served))) => {
            format!("from line {} on: `{}` is now `{}`", at + 1, kept.trim(), served.trim())
        }
        None => "in length".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a scratch folder")
    }

    #[test]
    fn an_update_writes_what_the_next_check_accepts() {
        let folder = folder();
        let path = folder.path().join("deeper/lobby.v2.json");

        assert!(compare(&path, "v2", "{}\n", false).is_err(), "none yet");
        compare(&path, "v2", "{}\n", true).expect("written");
        compare(&path, "v2", "{}\n", false).expect("the same");
        let difference = compare(&path, "v2", "[]\n", false).expect_err("another");
        assert!(difference.contains("from line 1 on: `{}` is now `[]`"), "{difference}");
        compare(&path, "v2", "[]\n", true).expect("written anew");
        compare(&path, "v2", "[]\n", false).expect("the same");
    }

    #[test]
    fn a_document_of_v1_is_frozen_even_for_an_update() {
        let folder = folder();
        let path = folder.path().join("lobby.v1.json");
        compare(&path, "v1", "{}\n", true).expect("written once");

        for update in [false, true] {
            let difference = compare(&path, "v1", "[]\n", update).expect_err("frozen");
            assert!(difference.contains("is frozen"), "{difference}");
        }
        assert_eq!(fs::read_to_string(&path).expect("kept"), "{}\n");
    }
}
