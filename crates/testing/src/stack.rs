//! Where the servers of the test stack are.

use boot::{Section, config::Settings};
use std::{collections::BTreeMap, path::PathBuf, sync::OnceLock};

const FILE: &str = ".stack/test/env/tests.env";
const PREFIX: &str = "TALL_TEST_";

/// The root of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A variable of the test stack, such as `TALL_TEST_MONGO_URI`: from the environment, else from the file that the
/// stack wrote.
///
/// # Panics
/// The stack is not up.
#[must_use]
pub fn variable(name: &str) -> String {
    let value = variables().get(name);
    value
        .unwrap_or_else(|| panic!("{name} is not set: `deploy/stack/stack up --name test --servers-only`"))
        .clone()
}

/// Every variable of the test stack whose name begins so, for a process that a test starts.
///
/// # Panics
/// The stack is not up.
#[must_use]
pub fn variables_with(prefix: &str) -> Vec<(String, String)> {
    let found: Vec<_> = variables()
        .iter()
        .filter(|(name, _)| name.starts_with(prefix))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    assert!(!found.is_empty(), "no {prefix}...: `deploy/stack/stack up --name test --servers-only`");
    found
}

/// A section of the configuration with which tests reach a server: `TALL_TEST_S3__BUCKET` is `bucket` of `s3`.
///
/// # Panics
/// The stack is not up.
#[must_use]
pub fn section<S: Section>() -> S {
    let test = variables().iter().filter_map(|(name, value)| {
        let rest = name.strip_prefix(PREFIX)?;
        Some((format!("TALL_{rest}"), value.clone()))
    });
    let settings = Settings::from_variables(test).and_then(|settings| settings.section());
    settings.unwrap_or_else(|error| panic!("{error}: `deploy/stack/stack up --name test --servers-only`"))
}

fn variables() -> &'static BTreeMap<String, String> {
    static VARIABLES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    VARIABLES.get_or_init(|| {
        let mut variables = file();
        variables.extend(std::env::vars().filter(|(name, _)| name.starts_with(PREFIX)));
        variables
    })
}

/// Lines of `NAME=value` or `NAME='value'`, as a shell reads them.
fn file() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(workspace().join(FILE)).unwrap_or_default();
    let pairs = text.lines().filter_map(|line| line.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.trim_matches('\'').to_owned())).collect()
}
