//! The servers that are measured against: a test stack of their own.

use anyhow::{Context, Result};
use bus::Bus;
use documents::connect_uri;
use mongodb::Database;
use std::{collections::BTreeMap, fs, path::PathBuf};
use testing::{MongoDatabase, stack};

/// The bus, with metrics of its own.
pub(crate) fn bus() -> Result<Bus> {
    Ok(Bus::open(stack::section(), &stack::section(), &prometheus::Registry::new())?)
}

/// An empty database, dropped with this value, at which writes are as durable as a service's.
pub(crate) struct Scratch {
    database: Database,
    _dropped_with_it: MongoDatabase,
}

impl Scratch {
    pub(crate) async fn fresh() -> Result<Self> {
        let scratch = MongoDatabase::fresh().await;
        let uri = stack::variable("TALL_TEST_MONGO_URI");
        let database = connect_uri(&uri, scratch.database().name()).await?;
        Ok(Self { database, _dropped_with_it: scratch })
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }
}

/// The environment of a service of the stack, as the stack wrote it: `profile`, `profile.migration`.
pub(crate) fn environment(name: &str) -> Result<BTreeMap<String, String>> {
    let file = folder().join("env").join(format!("{name}.env"));
    let text = fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, value)| (name.to_owned(), value.trim_matches('\'').to_owned()))
        .collect())
}

/// The services that the stack has an environment for.
pub(crate) fn services() -> Result<Vec<String>> {
    let mut services = Vec::new();
    for file in fs::read_dir(folder().join("env"))? {
        let path = file?.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if environment(name).is_ok_and(|environment| environment.contains_key("TALL_OPS__LISTEN")) {
            services.push(name.to_owned());
        }
    }
    services.sort();
    Ok(services)
}

/// Where the stack keeps its files.
fn folder() -> PathBuf {
    stack::workspace().join(".stack").join(stack::variable("TALL_TEST_STACK"))
}
