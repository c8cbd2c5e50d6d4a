//! Passwords that thieves try first: a list that comes with the service, and a longer one that an operator may name.
//!
//! Nothing leaves the machine. The list that comes along holds the first five bytes of each SHA-1, sorted, and is searched
//! in memory. The longer one is the file that Have I Been Pwned gives, "ordered by hash": lines of `<SHA-1 in
//! hexadecimal>:<count>`, forty gigabytes of them, searched where it lies.

use crate::domain::Password;
use sha1::{Digest, Sha1};
use std::{cmp::Ordering, fs::File, io, os::unix::fs::FileExt, path::Path, sync::Arc};

/// See `passwords/README.md`.
static COMMON: &[u8] = include_bytes!("../../passwords/common.sha1");
const COMMON_DIGEST: usize = 5;

/// Longer than any line of the longer list.
const LINE: usize = 128;
const HEX: usize = 40;

/// What no account may be protected with. Clones share the file.
#[derive(Clone, Default)]
pub struct Breached {
    longer: Option<Arc<File>>,
}

impl Breached {
    /// The list that comes along, and the longer one in this file.
    pub fn with(longer: Option<&Path>) -> io::Result<Self> {
        let file = longer.map(File::open).transpose()?;
        if let Some(file) = &file {
            find(file, &[b'0'; HEX])?;
        }
        Ok(Self { longer: file.map(Arc::new) })
    }

    /// Whether the password stands in a list, as it is or in lower case.
    pub async fn contains(&self, password: &Password) -> anyhow::Result<bool> {
        let (exact, lower) = (digest(password.expose()), digest(password.lower_case().as_bytes()));
        if is_common(&lower) {
            return Ok(true);
        }
        let Some(file) = self.longer.clone() else { return Ok(false) };
        let found = tokio::task::spawn_blocking(move || {
            Ok::<_, io::Error>(find(&file, &hex(&exact))? || find(&file, &hex(&lower))?)
        });
        Ok(found.await??)
    }
}

fn digest(password: &[u8]) -> [u8; 20] {
    Sha1::digest(password).into()
}

fn is_common(digest: &[u8; 20]) -> bool {
    let (entries, _) = COMMON.as_chunks::<COMMON_DIGEST>();
    entries.binary_search_by(|entry| entry.as_slice().cmp(&digest[..COMMON_DIGEST])).is_ok()
}

fn hex(digest: &[u8; 20]) -> [u8; HEX] {
    let mut text = [0; HEX];
    for (pair, byte) in text.as_chunks_mut::<2>().0.iter_mut().zip(digest) {
        *pair = [byte >> 4, byte & 15].map(|half| b"0123456789ABCDEF"[usize::from(half)]);
    }
    text
}

/// Binary search over the bytes of a file of sorted lines: at any position the next whole line says where to go on.
fn find(file: &File, wanted: &[u8; HEX]) -> io::Result<bool> {
    let (mut low, mut high) = (0, file.metadata()?.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let Some((start, line)) = line_at_or_after(file, middle)? else {
            high = middle;
            continue;
        };
        match line.to_ascii_uppercase().as_slice().cmp(wanted) {
            Ordering::Equal => return Ok(true),
            Ordering::Less => low = start + HEX as u64,
            // The line may begin far behind the middle; what is before the middle may still hold it.
            Ordering::Greater => high = middle,
        }
    }
    Ok(false)
}

/// The first line that begins at `position` or behind it: where, and its hexadecimal digits.
fn line_at_or_after(file: &File, position: u64) -> io::Result<Option<(u64, [u8; HEX])>> {
    let mut buffer = [0; 2 * LINE];
    // From one byte before, so that a line that begins right here is seen to begin.
    let from = position.saturating_sub(1);
    let bytes = read_at(file, from, &mut buffer)?;
    let begins = match position {
        0 => 0,
        _ => bytes.iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |end| end + 1),
    };
    let Some(line) = bytes.get(begins..).filter(|line| !line.is_empty()) else { return Ok(None) };
    let digits = line.first_chunk::<HEX>().filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
    digits.map(|digits| Some((from + begins as u64, *digits))).ok_or_else(not_a_list)
}

/// As much of `buffer` as the file has from `position` on.
fn read_at<'a>(file: &File, position: u64, buffer: &'a mut [u8]) -> io::Result<&'a [u8]> {
    let mut filled = 0;
    while filled < buffer.len() {
        match file.read_at(&mut buffer[filled..], position + filled as u64)? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(&buffer[..filled])
}

fn not_a_list() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not a list of SHA-1 digests in hexadecimal, one a line")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn password(text: &str) -> Password {
        Password::parse(&text.into()).expect("a password")
    }

    /// A list as Have I Been Pwned orders it: by hash, with counts, lines ended as Windows does.
    fn list_of(passwords: &[String]) -> tempfile::NamedTempFile {
        let mut lines: Vec<_> = passwords.iter().map(|text| hex(&digest(text.as_bytes()))).collect();
        lines.sort_unstable();
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        for (count, line) in lines.iter().enumerate() {
            write!(file, "{}:{}\r\n", String::from_utf8_lossy(line), count * count + 1).expect("written");
        }
        file
    }

    async fn contains(list: &Breached, text: &str) -> bool {
        list.contains(&password(text)).await.expect("an answer")
    }

    #[test]
    fn the_list_that_comes_along_is_sorted_and_long() {
        let (entries, rest) = COMMON.as_chunks::<COMMON_DIGEST>();
        assert!(rest.is_empty() && entries.is_sorted() && entries.len() > 200_000, "{}", entries.len());
    }

    #[tokio::test]
    async fn what_everybody_chooses_is_found_in_any_case() {
        let list = Breached::default();
        for text in ["password", "PassWord1234", "welkom01", "qwertyuiop", "wachtwoord"] {
            assert!(contains(&list, text).await, "{text}");
        }
        for text in ["correct horse battery", "drie gele olifanten", "пароль-мимо-списка"] {
            assert!(!contains(&list, text).await, "{text}");
        }
    }

    #[tokio::test]
    async fn every_line_of_a_longer_list_is_found_and_nothing_between() {
        for length in [1, 2, 3, 64, 1001] {
            let passwords: Vec<_> = (0..length).map(|number| format!("breached password {number}")).collect();
            let file = list_of(&passwords);
            let list = Breached::with(Some(file.path())).expect("a list");
            for text in &passwords {
                assert!(contains(&list, text).await, "{text} of {length}");
                assert!(!contains(&list, &format!("{text}!")).await, "{text}! of {length}");
            }
        }
    }

    #[tokio::test]
    async fn a_longer_list_of_nothing_has_nothing() {
        let file = list_of(&[]);
        assert!(!contains(&Breached::with(Some(file.path())).expect("a list"), "breached password 1").await);
    }

    #[test]
    fn what_is_no_list_is_refused_at_the_start() {
        let mut file = tempfile::NamedTempFile::new().expect("a file");
        writeln!(file, "hunter2\ncorrect horse").expect("written");
        assert!(Breached::with(Some(file.path())).is_err());
        assert!(Breached::with(Some(Path::new("/nowhere/at/all"))).is_err());
    }
}
