//! A pack: one source's data in one file, mapped into memory and looked up where it lies.
//!
//! ```text
//! TALLLEX1   8 bytes
//! lengths    three little-endian u64: of the facts, the map and the records
//! checksum   u64 over facts and map
//! facts      lines of `key=value`: what the pack is, whose data, under which licence
//! map        an fst: keys are words, values depend on the kind
//! records    what values point at
//! ```
//!
//! A pack is never changed in place: `lexicon build` writes a new file and renames it over the old one, so that what a running
//! service has mapped stays whole. The checksum covers all that is read without a check of its own; records are read with one.

use crate::PartOfSpeech;
use filebuffer::FileBuffer;
use fst::Map;
use std::{collections::BTreeMap, fmt, io, ops::Range, path::Path, sync::Arc};
use thiserror::Error;

const MAGIC: &[u8; 8] = b"TALLLEX1";
const HEADER: usize = 8 + 4 * 8;

/// What the values of a pack mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PackKind {
    /// A form to how its lemma is made: index of a record `cut, append`.
    Forms,
    /// A word to a hundred times its Zipf frequency.
    Frequency,
    /// A correct spelling; the value says nothing.
    Spelling,
    /// A headword to a bit for each [`PartOfSpeech`] that it can be.
    Kinds,
    /// A headword to the place of its record: pronunciation, translations, definitions.
    Glosses,
}

impl PackKind {
    const ALL: [(Self, &'static str); 5] = [
        (Self::Forms, "forms"),
        (Self::Frequency, "frequency"),
        (Self::Spelling, "spelling"),
        (Self::Kinds, "kinds"),
        (Self::Glosses, "glosses"),
    ];

    /// Its name in a pack.
    pub fn as_str(self) -> &'static str {
        Self::ALL.into_iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(_, known)| *known == name).map(|(kind, _)| kind)
    }
}

/// What a pack says of itself: for the credits page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What its values mean.
    pub kind: PackKind,
    /// Of glosses: two letters.
    pub language: Option<String>,
    /// Whose data, in a few words.
    pub title: String,
    /// SPDX expression.
    pub licence: String,
    /// Package and version it was made from.
    pub source: String,
    /// What was changed, as the licence wants it said.
    pub changes: String,
}

impl Facts {
    fn write(&self) -> String {
        let language = self.language.as_ref().map(|language| format!("language={language}\n"));
        format!(
            "kind={}\n{}title={}\nlicence={}\nsource={}\nchanges={}\n",
            self.kind.as_str(),
            language.unwrap_or_default(),
            self.title,
            self.licence,
            self.source,
            self.changes
        )
    }

    fn read(text: &str) -> Option<Self> {
        let facts: BTreeMap<_, _> = text.lines().filter_map(|line| line.split_once('=')).collect();
        let own = |key| facts.get(key).map(|value| (*value).to_owned());
        Some(Self {
            kind: PackKind::parse(facts.get("kind")?)?,
            language: own("language"),
            title: own("title")?,
            licence: own("licence")?,
            source: own("source")?,
            changes: own("changes")?,
        })
    }
}

/// Why a file is no pack.
#[derive(Debug, Error)]
pub enum PackError {
    /// It cannot be read.
    #[error("the pack {file} cannot be read")]
    Unreadable {
        /// Which.
        file: String,
        /// Why.
        source: io::Error,
    },
    /// It is something else, cut off, or changed.
    #[error("{file} is not a pack: {reason}")]
    NotAPack {
        /// Which.
        file: String,
        /// Why.
        reason: &'static str,
    },
}

/// Mapped from a file, or made in memory.
#[derive(Clone)]
enum Bytes {
    Mapped(Arc<FileBuffer>),
    Owned(Arc<[u8]>),
}

impl AsRef<[u8]> for Bytes {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Mapped(file) => (**file).as_ref(),
            Self::Owned(bytes) => bytes,
        }
    }
}

/// Part of a pack.
#[derive(Clone)]
struct Section {
    bytes: Bytes,
    range: Range<usize>,
}

impl AsRef<[u8]> for Section {
    fn as_ref(&self) -> &[u8] {
        self.bytes.as_ref().get(self.range.clone()).unwrap_or_default()
    }
}

/// One source's data.
pub struct Pack {
    facts: Facts,
    map: Map<Section>,
    records: Section,
}

impl fmt::Debug for Pack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pack")
            .field("facts", &self.facts)
            .field("keys", &self.map.len())
            .finish_non_exhaustive()
    }
}

impl Pack {
    /// Maps a file.
    ///
    /// # Errors
    /// It cannot be read, or is no pack.
    pub fn open(file: &Path) -> Result<Self, PackError> {
        let name = file.display().to_string();
        let mapped =
            FileBuffer::open(file).map_err(|source| PackError::Unreadable { file: name.clone(), source })?;
        Self::read(Bytes::Mapped(Arc::new(mapped)))
            .map_err(|reason| PackError::NotAPack { file: name, reason })
    }

    /// From memory.
    ///
    /// # Errors
    /// It is no pack.
    pub fn from_bytes(bytes: impl Into<Arc<[u8]>>) -> Result<Self, PackError> {
        Self::read(Bytes::Owned(bytes.into()))
            .map_err(|reason| PackError::NotAPack { file: "memory".into(), reason })
    }

    fn read(bytes: Bytes) -> Result<Self, &'static str> {
        let all = bytes.as_ref();
        let number = |at: usize| {
            let eight = all.get(at..at + 8)?.first_chunk::<8>()?;
            Some(u64::from_le_bytes(*eight))
        };
        if all.get(..8) != Some(MAGIC) {
            return Err("it does not begin as one");
        }
        let length = |at| usize::try_from(number(at)?).ok().filter(|length| *length <= all.len());
        let (Some(facts), Some(map), Some(records), Some(checksum)) =
            (length(8), length(16), length(24), number(32))
        else {
            return Err("its lengths are more than it has");
        };
        let (map_at, records_at) = (HEADER + facts, HEADER + facts + map);
        if records_at + records != all.len() {
            return Err("it is cut off");
        }
        let checked = all.get(HEADER..records_at).unwrap_or_default();
        if sum(checked) != checksum {
            return Err("its checksum is another");
        }
        let facts =
            std::str::from_utf8(all.get(HEADER..map_at).unwrap_or_default()).ok().and_then(Facts::read);
        let facts = facts.ok_or("it does not say what it is")?;
        let section = |range| Section { bytes: bytes.clone(), range };
        let map = Map::new(section(map_at..records_at)).map_err(|_| "its map is unreadable")?;
        Ok(Self { facts, map, records: section(records_at..records_at + records) })
    }

    /// What it says of itself.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.map.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }

    pub(crate) fn get(&self, word: &str) -> Option<u64> {
        self.map.get(word)
    }

    /// Of [`PackKind::Forms`]: the lemma of a form.
    pub(crate) fn lemma(&self, form: &str) -> Option<String> {
        let record = self.record(self.get(form)?)?;
        let (cut, append) = record.split_once('\t')?;
        let kept = form.chars().count().checked_sub(cut.parse().ok()?)?;
        let end = form.char_indices().nth(kept).map_or(form.len(), |(at, _)| at);
        Some(format!("{}{append}", &form[..end]))
    }

    /// The record at a place: two bytes of length, little-endian, and text.
    pub(crate) fn record(&self, place: u64) -> Option<&str> {
        let records = self.records.as_ref().get(usize::try_from(place).ok()?..)?;
        let length = usize::from(u16::from_le_bytes(*records.first_chunk::<2>()?));
        std::str::from_utf8(records.get(2..2 + length)?).ok()
    }
}

/// Eight bytes at a time: this guards against a file that was cut or overwritten, not against a forger.
fn sum(bytes: &[u8]) -> u64 {
    let mut words = bytes.chunks_exact(8);
    let mut sum = bytes.len() as u64;
    for word in words.by_ref() {
        let word = word.first_chunk::<8>().map_or(0, |eight| u64::from_le_bytes(*eight));
        sum = (sum ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
    words.remainder().iter().fold(sum, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Makes a pack.
#[derive(Debug)]
pub struct PackWriter {
    facts: Facts,
    keys: BTreeMap<String, u64>,
    records: Vec<u8>,
    /// Records that occur often are written once.
    places: BTreeMap<String, u64>,
}

/// Longer records are cut at a character.
const LONGEST_RECORD: usize = u16::MAX as usize;

impl PackWriter {
    /// An empty one.
    pub fn new(facts: Facts) -> Self {
        Self { facts, keys: BTreeMap::new(), records: Vec::new(), places: BTreeMap::new() }
    }

    /// The first value of a word stays.
    pub fn number(&mut self, word: &str, value: u64) {
        self.keys.entry(word.to_owned()).or_insert(value);
    }

    /// A form and its lemma.
    pub fn lemma(&mut self, form: &str, lemma: &str) {
        let shared = form.chars().zip(lemma.chars()).take_while(|(one, other)| one == other).count();
        let append: String = lemma.chars().skip(shared).collect();
        let place = self.place(&format!("{}\t{append}", form.chars().count() - shared));
        self.number(form, place);
    }

    /// A kind of word that a headword can be, besides what it has been already.
    pub fn kind(&mut self, word: &str, kind: PartOfSpeech) {
        *self.keys.entry(word.to_owned()).or_insert(0) |= 1 << kind.number();
    }

    /// A headword and its record.
    pub fn record(&mut self, word: &str, record: &str) {
        let place = self.place(record);
        self.number(word, place);
    }

    fn place(&mut self, record: &str) -> u64 {
        if let Some(place) = self.places.get(record) {
            return *place;
        }
        let place = self.records.len() as u64;
        let cut = record
            .char_indices()
            .map(|(at, letter)| at + letter.len_utf8())
            .take_while(|end| *end <= LONGEST_RECORD);
        let text = &record[..cut.last().unwrap_or(0)];
        self.records.extend(u16::try_from(text.len()).unwrap_or(u16::MAX).to_le_bytes());
        self.records.extend(text.as_bytes());
        self.places.insert(record.to_owned(), place);
        place
    }

    /// The bytes of the pack.
    ///
    /// # Errors
    /// The map cannot be built.
    pub fn finish(self) -> Result<Vec<u8>, fst::Error> {
        let map = Map::from_iter(self.keys)?.into_fst().into_inner();
        let facts = self.facts.write();
        let mut checked = facts.clone().into_bytes();
        checked.extend(&map);
        let mut bytes = MAGIC.to_vec();
        for length in [facts.len(), map.len(), self.records.len()] {
            bytes.extend((length as u64).to_le_bytes());
        }
        bytes.extend(sum(&checked).to_le_bytes());
        bytes.extend(checked);
        bytes.extend(self.records);
        Ok(bytes)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use std::fs;

    pub(crate) fn facts(kind: PackKind) -> Facts {
        Facts {
            kind,
            language: (kind == PackKind::Glosses).then(|| "en".into()),
            title: "a test".into(),
            licence: "CC0-1.0".into(),
            source: "by hand".into(),
            changes: "none".into(),
        }
    }

    fn forms() -> Vec<u8> {
        let mut writer = PackWriter::new(facts(PackKind::Forms));
        for (form, lemma) in [("liep", "lopen"), ("huizen", "huis"), ("muizen", "muis"), ("één", "één")] {
            writer.lemma(form, lemma);
        }
        writer.finish().expect("a pack")
    }

    #[test]
    fn what_is_written_is_read() {
        let pack = Pack::from_bytes(forms()).expect("a pack");
        assert_eq!(pack.facts(), &facts(PackKind::Forms));
        assert_eq!(pack.len(), 4);
        for (form, lemma) in [("liep", "lopen"), ("huizen", "huis"), ("muizen", "muis"), ("één", "één")] {
            assert_eq!(pack.lemma(form).as_deref(), Some(lemma));
        }
        assert_eq!(pack.lemma("loopt"), None);
    }

    #[test]
    fn what_is_cut_or_changed_is_refused() {
        let whole = forms();
        for length in 0..whole.len() {
            assert!(Pack::from_bytes(&whole[..length]).is_err(), "{length} of {} bytes", whole.len());
        }
        let records = {
            let length =
                |at: usize| usize::try_from(u64::from_le_bytes(*whole[at..].first_chunk().unwrap())).unwrap();
            HEADER + length(8) + length(16)
        };
        for at in 0..records {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(Pack::from_bytes(changed).is_err(), "byte {at}");
        }
    }

    #[test]
    fn records_that_are_damaged_are_not_there() {
        let whole = forms();
        for at in whole.len() - 12..whole.len() {
            let mut changed = whole.clone();
            changed[at] = 0xff;
            let pack = Pack::from_bytes(changed).expect("records are not in the checksum");
            for form in ["liep", "huizen", "één"] {
                let _ = pack.lemma(form);
            }
        }
    }

    #[test]
    fn a_file_is_mapped() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("forms.pack");
        fs::write(&file, forms()).unwrap();
        assert_eq!(Pack::open(&file).unwrap().lemma("liep").as_deref(), Some("lopen"));
        fs::write(&file, b"").unwrap();
        assert!(matches!(Pack::open(&file), Err(PackError::NotAPack { .. })));
        assert!(matches!(Pack::open(&folder.path().join("none")), Err(PackError::Unreadable { .. })));
    }
}
