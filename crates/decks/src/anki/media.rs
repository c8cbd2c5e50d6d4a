//! The media of a package.

use super::archive::Archive;
use super::proto::MediaEntries;
use crate::error::Bound;
use crate::text::is_file_name;
use crate::{Limits, Media, ReadError, Version};
use prost::Message;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// Enough to tell what a file is.
const HEAD: usize = 512;

impl Media {
    /// Its bytes, out of the package that it was found in.
    ///
    /// # Errors
    /// When the package is another or damaged, or the medium is larger than [`media_bytes`](Limits::media_bytes).
    pub fn unpack(&self, package: &[u8], limits: &Limits) -> Result<Vec<u8>, ReadError> {
        Archive::reopen(package, self.version, limits)?.medium(&self.entry)
    }
}

/// What the package lists and has.
pub(super) fn list(archive: &mut Archive<'_>) -> Result<Vec<Media>, ReadError> {
    let Some(bytes) = archive.media_list()? else { return Ok(Vec::new()) };
    let version = archive.version();
    let listed = match version {
        Version::Legacy1 | Version::Legacy2 => of_json(&bytes)?,
        Version::Latest => of_protobuf(&bytes)?,
    };
    if listed.len() > archive.limits().entries {
        return Err(ReadError::too_much(Bound::Entries, archive.limits().entries));
    }
    let mut media = BTreeMap::new();
    for Listed { entry, name, size } in listed {
        let name: String = name.nfc().collect();
        if !is_file_name(&name) {
            return Err(ReadError::UnsafeName(name));
        }
        let Some((head, archived)) = archive.head(&entry, HEAD) else { continue };
        let found = Media { name, bytes: size.unwrap_or(archived), mime: mime_of(&head), entry, version };
        media.entry(found.name.clone()).or_insert(found);
    }
    Ok(media.into_values().collect())
}

struct Listed {
    entry: String,
    name: String,
    size: Option<u64>,
}

fn of_json(bytes: &[u8]) -> Result<Vec<Listed>, ReadError> {
    if bytes.is_empty() {
        return Ok(Vec::new());
    }
    let names: BTreeMap<String, String> = serde_json::from_slice(bytes).map_err(|_| UNREADABLE)?;
    Ok(names.into_iter().map(|(entry, name)| Listed { entry, name, size: None }).collect())
}

fn of_protobuf(bytes: &[u8]) -> Result<Vec<Listed>, ReadError> {
    let list = MediaEntries::decode(bytes).map_err(|_| UNREADABLE)?;
    let listed = |(at, entry): (usize, super::proto::MediaEntry)| Listed {
        entry: at.to_string(),
        name: entry.name,
        size: Some(entry.size.into()),
    };
    Ok(list.entries.into_iter().enumerate().map(listed).collect())
}

const UNREADABLE: ReadError = ReadError::Unreadable("a list of media");

/// What browsers play and show. SVG is not among them: it is a document with scripts.
fn mime_of(head: &[u8]) -> Option<&'static str> {
    use infer::MatcherType::{Audio, Image, Video};
    let kind = infer::get(head)?;
    matches!(kind.matcher_type(), Audio | Image | Video).then(|| kind.mime_type())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        for (head, mime) in [
            (&b"ID3\x03\x00\x00\x00\x00\x00\x00"[..], Some("audio/mpeg")),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Some("image/png")),
            (b"OggS\0\x02\0\0\0\0\0\0\0\0", Some("audio/ogg")),
            (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", None),
            (b"<html><script>x()</script>", None),
            (b"MZ\x90\0", None),
            (b"PK\x03\x04", None),
            (b"", None),
        ] {
            assert_eq!(mime_of(head), mime, "{head:?}");
        }
    }
}
