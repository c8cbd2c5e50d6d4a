//! ZIP archives in memory.

use crate::{Held, HeldFile, MOST_FILE_BYTES, Table};
use std::io::{Cursor, Read as _, Write as _};
use zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions};

/// A file to be put into an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path, with slashes.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Entry {
    /// Two files for each table, those that the service adds, and one that says what they are. A file for which there is no
    /// room is left out, and named: the tables say the same, and nobody goes without their export for it.
    pub(crate) fn of_part(
        held: &[Held],
        tables: &[Table],
        files: Vec<HeldFile>,
    ) -> anyhow::Result<Vec<Self>> {
        let mut left = MOST_FILE_BYTES;
        let (files, left_out): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| {
            let rest = left.checked_sub(file.bytes.len());
            left = rest.unwrap_or(left);
            rest.is_some()
        });
        let explained = explained(held, &files, &left_out).into_bytes();
        let mut entries = vec![Self { path: "README.txt".to_owned(), bytes: explained }];
        for table in tables {
            entries.push(Self { path: format!("{}.json", table.name), bytes: table.json()? });
            entries.push(Self { path: format!("{}.csv", table.name), bytes: table.csv()? });
        }
        let added = files.into_iter().map(|file| Self { path: file.name.to_owned(), bytes: file.bytes });
        entries.extend(added);
        Ok(entries)
    }
}

fn explained(held: &[Held], files: &[HeldFile], left_out: &[HeldFile]) -> String {
    let tables = held.iter().map(|held| format!("{}: {}\n", held.name, held.about));
    let files = files.iter().map(|file| format!("{} ({}): {}\n", file.name, file.media_type, file.about));
    let left_out = left_out.iter().map(|file| format!("{}: left out, since it is too large\n", file.name));
    tables.chain(files).chain(left_out).collect()
}

/// The archive of these files. The same files make the same bytes.
///
/// # Errors
/// More than a ZIP without extensions can hold.
pub fn archive(entries: &[Entry]) -> anyhow::Result<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        writer.start_file(&*entry.path, options())?;
        writer.write_all(&entry.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The files of `part`, an archive, with `folder/` before their paths. Reads at most `most` bytes.
///
/// # Errors
/// It is no archive, holds more, or a path leaves its folder.
pub fn copy_into(folder: &str, part: &[u8], most: usize) -> anyhow::Result<Vec<Entry>> {
    let mut archive = ZipArchive::new(Cursor::new(part))?;
    let mut entries = Vec::new();
    let mut left = most as u64;
    for index in 0..archive.len() {
        let file = archive.by_index(index)?;
        anyhow::ensure!(file.enclosed_name().is_some(), "a path of the part leaves its folder");
        let path = format!("{folder}/{}", file.name()?);
        let mut bytes = Vec::new();
        file.take(left + 1).read_to_end(&mut bytes)?;
        left = left.checked_sub(bytes.len() as u64).ok_or(crate::TooMuch)?;
        entries.push(Entry { path, bytes });
    }
    Ok(entries)
}

/// No time of the machine and no owner: an archive says what is in it and nothing else.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(path: &str, text: &str) -> Entry {
        Entry { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn what_is_put_in_comes_out_in_a_folder() {
        let part = archive(&[entry("cards.json", "[]"), entry("cards.csv", "a\n1\n")]).expect("an archive");
        let copied = copy_into("thematic-cards", &part, 1000).expect("its files");
        assert_eq!(
            copied,
            [entry("thematic-cards/cards.json", "[]"), entry("thematic-cards/cards.csv", "a\n1\n")]
        );
    }

    fn package(bytes: usize) -> HeldFile {
        HeldFile {
            name: "cards.apkg",
            media_type: "application/zip",
            about: "the cards",
            bytes: vec![7; bytes],
        }
    }

    #[test]
    fn a_part_has_the_files_that_its_service_adds_and_says_what_they_are() {
        let entries = Entry::of_part(&[], &[Table::named("cards")], vec![package(3)]).expect("a part");
        let paths: Vec<_> = entries.iter().map(|entry| entry.path.as_str()).collect();
        assert_eq!(paths, ["README.txt", "cards.json", "cards.csv", "cards.apkg"]);
        assert_eq!(
            (&*entries[0].bytes, &*entries[3].bytes),
            (&b"cards.apkg (application/zip): the cards\n"[..], &[7; 3][..])
        );
    }

    #[test]
    fn files_are_bounded_together_and_what_is_left_out_is_named() {
        let half = MOST_FILE_BYTES / 2;
        let of = |files| Entry::of_part(&[], &[], files).expect("a part");
        assert_eq!(of(vec![package(half), package(half)]).len(), 3, "as much as may be");

        let part = of(vec![package(half), package(half + 1)]);
        let explained =
            "cards.apkg (application/zip): the cards\ncards.apkg: left out, since it is too large\n";
        assert_eq!((part.len(), &*part[0].bytes), (2, explained.as_bytes()));
        // What comes after has the room that is left.
        assert_eq!(of(vec![package(MOST_FILE_BYTES + 1), package(1)]).len(), 2);
    }

    #[test]
    fn the_same_files_make_the_same_bytes() {
        let files = [entry("a.json", "[1]")];
        assert_eq!(archive(&files).expect("an archive"), archive(&files).expect("an archive"));
    }

    #[test]
    fn an_archive_that_unpacks_to_more_than_it_may_is_refused() {
        let part = archive(&[entry("a", &"a".repeat(10_000))]).expect("an archive");
        assert!(part.len() < 1000);
        copy_into("x", &part, 9_999).expect_err("ten thousand bytes");
    }

    #[test]
    fn a_path_stays_in_its_folder() {
        let part = archive(&[entry("../a", "")]).expect("an archive");
        copy_into("x", &part, 1000).expect_err("a path that leaves");
    }

    #[test]
    fn what_is_no_archive_is_refused() {
        copy_into("x", b"PK no archive", 1000).expect_err("no archive");
    }
}
