//! docs/API.md lists every problem type: those of this crate, and those that services name in their code.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

use web::{ApiError, Challenge, RequiredUpdate};

/// One of each. A new variant does not compile here until it is listed.
fn one_of_each() -> Vec<ApiError> {
    let max_age = Duration::from_secs(600);
    let update =
        RequiredUpdate { minimum: "1.0.0".into(), latest: "1.1.0".into(), message: "Update.".into() };
    vec![
        ApiError::malformed(""),
        ApiError::ClientVersion("".into()),
        ApiError::unauthorized(),
        ApiError::invalid_token(),
        ApiError::bad_credentials(),
        ApiError::Unauthenticated(Challenge::Stale { max_age }),
        ApiError::forbidden(""),
        ApiError::not_found("topic", 1),
        ApiError::NoSuchRoute,
        ApiError::MethodNotAllowed,
        ApiError::PreconditionFailed,
        ApiError::TooLarge,
        ApiError::UnsupportedMediaType { expected: "application/json" },
        ApiError::invalid(Vec::new()),
        ApiError::ClientTooOld(Box::new(update)),
        ApiError::PreconditionRequired,
        ApiError::too_many_requests(max_age),
        ApiError::internal(anyhow::anyhow!("x")),
        ApiError::unavailable(max_age),
        ApiError::Overloaded,
        ApiError::TimedOut,
    ]
}

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// `code -> status` of the table under "Problem types".
fn listed() -> BTreeMap<String, u16> {
    let text = std::fs::read_to_string(workspace().join("docs/API.md")).unwrap();
    let section = text.split("## Problem types").nth(1).expect("docs/API.md has the section").to_owned();
    let section = section.split("\n## ").next().unwrap_or_default();
    section
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("| `")?.split('|');
            let code = cells.next()?.trim().trim_matches('`').to_owned();
            Some((code, cells.next()?.trim().parse().ok()?))
        })
        .collect()
}

/// `code -> status` of every `conflict("code", ...)` and `refused("code", ...)` in the services. A code is written out
/// where it is used: so it can be found, here and by a reader of docs/API.md.
fn named_by_services() -> BTreeMap<String, u16> {
    let mut found = BTreeMap::new();
    for file in rust_files(&workspace().join("services")) {
        let text = std::fs::read_to_string(&file).unwrap();
        for (constructor, status) in [("::conflict(", 409), ("::refused(", 422)] {
            for after in text.split(constructor).skip(1) {
                let code = after.trim_start().strip_prefix('"').and_then(|code| code.split('"').next());
                let code = code.unwrap_or_else(|| panic!("{}: write the code out", file.display()));
                found.insert(code.to_owned(), status);
            }
        }
    }
    found
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[test]
fn the_document_lists_exactly_the_types_that_there_are() {
    let mut real: BTreeMap<String, u16> =
        one_of_each().iter().map(|error| (error.code().to_owned(), error.status().as_u16())).collect();
    real.extend(named_by_services());
    let listed = listed();
    let missing: Vec<_> = real.iter().filter(|(code, status)| listed.get(*code) != Some(status)).collect();
    let surplus: Vec<_> = listed.keys().filter(|code| !real.contains_key(*code)).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "add {missing:?} and remove {surplus:?}");
}

#[test]
fn a_code_is_kebab_case_and_names_one_type() {
    let errors = one_of_each();
    let codes: BTreeSet<_> = errors.iter().map(ApiError::code).collect();
    assert_eq!(codes.len(), errors.len());
    for code in codes.into_iter().map(str::to_owned).chain(named_by_services().into_keys()) {
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{code}");
    }
}
