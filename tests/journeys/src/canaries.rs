//! Whether something that must stay secret lies open anywhere in the fleet.
//!
//! A canary is a text that was never there before and that a test gives the product: an address, a password, a code, a
//! token. [`Search::places`] reads every record of every topic, every row and document of every service, every object of
//! every bucket with the files within a ZIP, every span, every log and every metric, and tells where a canary lies, as it is
//! or in the encodings in which bytes are mostly kept. A search that finds nothing proves something only if it can find:
//! look for a text that may be seen, too.
//!
//! Services send their spans to the receiver of the test stack some seconds after they ended, so the search waits for
//! them. There is no archive of events.

use crate::{operator, stores, topics};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::{DateTime, Utc};
use regex::bytes::{RegexSet, RegexSetBuilder};
use std::{
    collections::BTreeSet,
    fmt,
    path::{Path, PathBuf},
    time::Duration,
};

/// Twice the pause of the batch processor of OpenTelemetry (`OTEL_BSP_SCHEDULE_DELAY`).
const SPANS_ARE_SENT: Duration = Duration::from_secs(10);
/// What a ZIP begins with.
const ZIP: &[u8] = b"PK\x03\x04";

/// A text to look for.
#[derive(Clone)]
pub struct Canary {
    /// What it is, as it may be told.
    pub name: &'static str,
    bytes: Vec<u8>,
}

impl Canary {
    /// This text.
    ///
    /// # Panics
    /// It is so short that it may stand somewhere by chance.
    #[must_use]
    pub fn new(name: &'static str, text: &str) -> Self {
        Self::of_bytes(name, text.as_bytes())
    }

    /// These bytes, which need be no text.
    ///
    /// # Panics
    /// As [`Canary::new`].
    #[must_use]
    pub fn of_bytes(name: &'static str, bytes: &[u8]) -> Self {
        assert!(bytes.len() >= 8, "{name} is too short to be looked for");
        Self { name, bytes: bytes.to_vec() }
    }

    /// The text itself, if it is one, and its encodings, of which letters may be of either case.
    fn shapes(&self) -> BTreeSet<String> {
        let bytes = self.bytes.as_slice();
        let text = std::str::from_utf8(bytes).ok().map(str::to_owned);
        let percent = form_urlencoded::byte_serialize(bytes).collect::<String>();
        let base64 = (0..3).map(|offset| base64_within(bytes, offset));
        let url_safe = (0..3).map(|offset| base64_within(bytes, offset).replace('+', "-").replace('/', "_"));
        [percent, hex::encode(bytes)].into_iter().chain(text).chain(base64).chain(url_safe).collect()
    }
}

impl fmt::Debug for Canary {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Canary").field("name", &self.name).finish_non_exhaustive()
    }
}

/// What of the base64 of a longer text does not depend on what stands around `bytes`, which begin `offset` bytes behind
/// a group of three.
fn base64_within(bytes: &[u8], offset: usize) -> String {
    let padded = [vec![0; offset], bytes.to_vec()].concat();
    let whole = padded.len() * 8 / 6;
    let begin = (offset * 8).div_ceil(6);
    STANDARD.encode(padded)[begin..whole].to_owned()
}

/// Something that lies open.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// Which canary.
    pub name: &'static str,
    /// Where: `kafka user.events.v2`, `profile.users`, `logs/gateway.log`.
    pub place: String,
}

/// A search for several canaries at once.
pub struct Search {
    /// The name of the canary of each pattern.
    names: Vec<&'static str>,
    patterns: RegexSet,
    since: DateTime<Utc>,
    found: BTreeSet<Found>,
}

impl Search {
    /// For these, in what was written since the first of them was made.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn new(canaries: &[Canary], since: DateTime<Utc>) -> anyhow::Result<Self> {
        let shapes: Vec<_> = canaries
            .iter()
            .flat_map(|canary| canary.shapes().into_iter().map(|shape| (canary.name, regex::escape(&shape))))
            .collect();
        let (names, patterns): (Vec<_>, Vec<_>) = shapes.into_iter().unzip();
        let patterns = RegexSetBuilder::new(patterns).case_insensitive(true).unicode(false).build()?;
        Ok(Self { names, patterns, since, found: BTreeSet::new() })
    }

    /// Every place where one of them lies open.
    ///
    /// # Errors
    /// A place cannot be read: then nothing is known of it.
    pub async fn places(mut self) -> anyhow::Result<BTreeSet<Found>> {
        self.look_at_topics()?;
        stores::each_row(&mut |place, row| self.look(place, row)).await?;
        tokio::time::sleep(SPANS_ARE_SENT).await;
        for folder in ["logs", "data/s3", "data/traces"] {
            self.look_at_files(&operator::folder().join(folder))?;
        }
        for (service, metrics) in operator::metrics().await? {
            self.look(&format!("metrics of {service}"), metrics.as_bytes());
        }
        Ok(self.found)
    }

    fn look(&mut self, place: &str, bytes: &[u8]) {
        for index in self.patterns.matches(bytes) {
            self.found.insert(Found { name: self.names[index], place: place.to_owned() });
        }
    }

    /// As it is, and what is packed in it.
    fn look_at_object(&mut self, place: &str, bytes: &[u8]) {
        self.look(place, bytes);
        if bytes.starts_with(ZIP) {
            for (name, file) in testing::subject::unzipped(bytes) {
                self.look(&format!("{place}/{name}"), &file);
            }
        }
    }

    fn look_at_topics(&mut self) -> anyhow::Result<()> {
        let since = self.since;
        for topic in topics::names()? {
            let place = format!("kafka {topic}");
            topics::each_record(&topic, since, &mut |part| self.look(&place, part))?;
        }
        Ok(())
    }

    /// Those that were written to since. Their names count as well.
    fn look_at_files(&mut self, folder: &Path) -> anyhow::Result<()> {
        for path in files_below(folder)? {
            if DateTime::<Utc>::from(path.metadata()?.modified()?) < self.since {
                continue;
            }
            let place = path.strip_prefix(operator::folder())?.display().to_string();
            self.look(&place, place.as_bytes());
            self.look_at_object(&place, &std::fs::read(&path)?);
        }
        Ok(())
    }
}

fn files_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            files.extend(files_below(&entry.path())?);
        } else if entry.file_type()?.is_file() {
            files.push(entry.path());
        }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(haystack: &[u8]) -> bool {
        let canary = Canary::new("an address", "canary-42@example.org");
        let mut search = Search::new(&[canary], DateTime::UNIX_EPOCH).expect("a search");
        search.look("here", haystack);
        !search.found.is_empty()
    }

    #[test]
    fn a_canary_is_found_in_every_encoding_and_place() {
        for before in ["", "x", "xy", "xyz"] {
            let text = format!("{before}Canary-42@Example.org, and more");
            assert!(finds(text.as_bytes()), "{text}");
            let text = format!("{before}canary-42@example.org, and more");
            assert!(finds(hex::encode(&text).as_bytes()), "{text} in hex");
            assert!(finds(STANDARD.encode(&text).as_bytes()), "{text} in base64");
        }
        assert!(finds(b"?q=canary-42%40example.org"));
        assert!(finds(b"\xff\x00canary-42@example.org\xff"), "between bytes that are no text");
    }

    #[test]
    fn a_canary_is_found_in_a_file_of_an_archive() {
        let row = br#"[{ "email": "canary-42@example.org" }]"#.repeat(100);
        let part = subject::archive(&[subject::Entry { path: "users.json".to_owned(), bytes: row }]);
        let canary = Canary::new("an address", "canary-42@example.org");
        let mut search = Search::new(&[canary], DateTime::UNIX_EPOCH).expect("a search");
        search.look_at_object("a part", &part.expect("an archive"));
        let places: Vec<_> = search.found.iter().map(|found| found.place.as_str()).collect();
        assert_eq!(places, ["a part/users.json"]);
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for haystack in ["canary-43@example.org", "canary-42.example.org", ""] {
            assert!(!finds(haystack.as_bytes()), "{haystack}");
            assert!(!finds(STANDARD.encode(haystack).as_bytes()), "{haystack} in base64");
        }
    }

    #[test]
    fn the_base64_of_a_part_is_a_part_of_the_base64() {
        for offset in 0..9 {
            for rest in 0..4 {
                let whole =
                    [vec![b'<'; offset], b"a secret of some length".to_vec(), vec![b'>'; rest]].concat();
                let part = base64_within(b"a secret of some length", offset % 3);
                assert!(STANDARD.encode(&whole).contains(&part), "{offset} before, {rest} behind");
                assert!(part.len() >= 28);
            }
        }
    }
}
