//! What only learning-cards needs to be told.

use boot::{Section, config::Invalid};
use lexicon::{Lexicon, PackError};
use serde::Deserialize;
use std::path::PathBuf;

/// Section `lexicon`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LexiconConfig {
    /// The folder of packs that `make lexicon` builds. Without it, or while it is empty, words are looked up in the lists and
    /// by the rules that are part of the program: without translations, pronunciations, frequencies and levels.
    pub folder: Option<PathBuf>,
}

impl Section for LexiconConfig {
    const NAME: &'static str = "lexicon";

    fn validate(&self) -> Result<(), Invalid> {
        match &self.folder {
            Some(folder) if folder.as_os_str().is_empty() => {
                Err(Invalid::new("folder", "expected the path of a folder"))
            }
            _ => Ok(()),
        }
    }
}

impl LexiconConfig {
    /// Opens the packs, which are mapped and not read.
    ///
    /// # Errors
    /// A pack that is damaged, or cannot be read.
    pub fn open(&self) -> Result<Lexicon, PackError> {
        self.folder.as_deref().map_or_else(|| Ok(Lexicon::own()), Lexicon::open)
    }
}
