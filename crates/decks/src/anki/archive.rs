//! The ZIP archive, and what may be unpacked from it.

use super::proto::Metadata;
use crate::error::Bound;
use crate::{Limits, ReadError, Version};
use prost::Message;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What every entry of a central directory begins with.
const ENTRY: &[u8] = b"PK\x01\x02";
/// Bytes of the file `meta`.
const LARGEST_META: usize = 1 << 10;
/// How far back a packed byte may reach, as a power of two: 128 MB, as the `zstd` command allows.
const LARGEST_WINDOW: u32 = 27;

/// A package whose names and version are known to be right.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    version: Version,
    limits: &'a Limits,
}

/// How a file lies in the archive.
#[derive(Clone, Copy)]
enum Packing {
    /// As the archive says.
    Archive,
    /// Compressed with zstd on top.
    Zstd,
}

impl Version {
    fn numbered(number: i32) -> Result<Self, ReadError> {
        match number {
            1 => Ok(Self::Legacy1),
            2 => Ok(Self::Legacy2),
            3 => Ok(Self::Latest),
            other => Err(ReadError::UnknownVersion(other.into())),
        }
    }

    const fn collection(self) -> &'static str {
        match self {
            Self::Legacy1 => "collection.anki2",
            Self::Legacy2 => "collection.anki21",
            Self::Latest => "collection.anki21b",
        }
    }

    const fn packing(self) -> Packing {
        match self {
            Self::Legacy1 | Self::Legacy2 => Packing::Archive,
            Self::Latest => Packing::Zstd,
        }
    }
}

impl<'a> Archive<'a> {
    pub fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, ReadError> {
        // Before the directory is read: each entry of it costs more memory than bytes.
        if memchr::memmem::find_iter(bytes, ENTRY).nth(limits.entries).is_some() {
            return Err(ReadError::too_much(Bound::Entries, limits.entries));
        }
        let zip = ZipArchive::new(Cursor::new(bytes))?;
        check_names(&zip)?;
        // Which it is, its metadata say.
        let mut archive = Self { zip, version: Version::Legacy1, limits };
        archive.version = archive.find_version()?;
        Ok(archive)
    }

    /// Opens the archive of a package that was read before.
    pub fn reopen(bytes: &'a [u8], version: Version, limits: &'a Limits) -> Result<Self, ReadError> {
        Ok(Self { zip: ZipArchive::new(Cursor::new(bytes))?, version, limits })
    }

    pub fn version(&self) -> Version {
        self.version
    }

    pub fn limits(&self) -> &'a Limits {
        self.limits
    }

    /// The database.
    pub fn collection(&mut self) -> Result<Vec<u8>, ReadError> {
        self.unpack(self.version.collection(), self.version.packing(), self.limits.collection_bytes)
    }

    /// The list of media; none where the package has none.
    pub fn media_list(&mut self) -> Result<Option<Vec<u8>>, ReadError> {
        if self.zip.index_for_name("media").is_none() {
            return Ok(None);
        }
        self.unpack("media", self.version.packing(), self.limits.media_list_bytes).map(Some)
    }

    /// A whole medium.
    pub fn medium(&mut self, entry: &str) -> Result<Vec<u8>, ReadError> {
        self.unpack(entry, self.version.packing(), self.limits.media_bytes)
    }

    /// The first bytes of a medium, and how many the archive says that it has; none where it is missing or damaged.
    pub fn head(&mut self, entry: &str, most: usize) -> Option<(Vec<u8>, u64)> {
        let packing = self.version.packing();
        let file = self.zip.by_name(entry).ok()?;
        let size = file.size();
        let mut head = Vec::new();
        unpacked(file, packing).ok()?.take(most as u64).read_to_end(&mut head).ok()?;
        Some((head, size))
    }

    fn find_version(&mut self) -> Result<Version, ReadError> {
        if self.zip.index_for_name("meta").is_some() {
            let meta = self.unpack("meta", Packing::Archive, LARGEST_META)?;
            let meta = Metadata::decode(&*meta).map_err(|_| ReadError::Unreadable("metadata"))?;
            return Version::numbered(meta.version);
        }
        let known = [Version::Latest, Version::Legacy2, Version::Legacy1];
        let found = known.into_iter().find(|version| self.zip.index_for_name(version.collection()).is_some());
        found.ok_or(ReadError::NoCollection)
    }

    /// A file of the archive, if it has at most `most` bytes and is no bomb.
    fn unpack(&mut self, name: &str, packing: Packing, most: usize) -> Result<Vec<u8>, ReadError> {
        let file = match self.zip.by_name(name) {
            Err(zip::result::ZipError::FileNotFound) => return Err(ReadError::NoCollection),
            file => file?,
        };
        let most = file
            .compressed_size()
            .saturating_mul(self.limits.ratio)
            .max(Limits::RATIO_FROM as u64)
            .min(most as u64);
        let mut bytes = Vec::new();
        let damaged = |error: std::io::Error| ReadError::DamagedArchive(error.into());
        unpacked(file, packing)
            .and_then(|file| file.take(most + 1).read_to_end(&mut bytes))
            .map_err(damaged)?;
        if bytes.len() as u64 > most { Err(ReadError::Bomb { most }) } else { Ok(bytes) }
    }
}

fn unpacked<'r>(file: impl Read + 'r, packing: Packing) -> std::io::Result<Box<dyn Read + 'r>> {
    match packing {
        Packing::Archive => Ok(Box::new(file)),
        Packing::Zstd => {
            let mut decoder = zstd::stream::read::Decoder::new(file)?;
            decoder.window_log_max(LARGEST_WINDOW)?;
            Ok(Box::new(decoder))
        }
    }
}

/// No entry leads out of the folder that somebody might unpack the archive into.
fn check_names(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<(), ReadError> {
    for index in 0..zip.len() {
        let Some(name) = zip.name_for_index(index) else { continue };
        let name = name?;
        let leaves =
            name.starts_with('/') || name.contains(['\\', '\0']) || name.split('/').any(|part| part == "..");
        if leaves {
            return Err(ReadError::UnsafeName(name.into_owned()));
        }
    }
    Ok(())
}
