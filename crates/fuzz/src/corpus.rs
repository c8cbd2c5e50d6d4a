use std::fs;
use std::path::{Path, PathBuf};

/// The inputs of a target that are kept: real, truncated, hostile ones, and each that once failed.
#[derive(Debug)]
pub struct Corpus(Vec<(PathBuf, Vec<u8>)>);

impl Corpus {
    /// Every file of the folder, by name.
    ///
    /// # Panics
    /// When there is none, or one cannot be read: a target without a corpus tests nothing.
    pub fn read(folder: impl AsRef<Path>) -> Self {
        let folder = folder.as_ref();
        let mut files: Vec<_> = fs::read_dir(folder)
            .unwrap_or_else(|error| panic!("the corpus {}: {error}", folder.display()))
            .map(|file| file.expect("an entry of a folder that can be read").path())
            .map(|path| (path.clone(), fs::read(&path).expect("a file of a corpus")))
            .collect();
        files.sort();
        assert!(!files.is_empty(), "the corpus {} is empty", folder.display());
        Self(files)
    }

    /// Each with its file.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &[u8])> {
        self.0.iter().map(|(path, input)| (path.as_path(), input.as_slice()))
    }
}
