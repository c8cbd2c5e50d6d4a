//! Files that Anki itself made (`tests/files/make.py`): the same collection in the newest layout and in the one before.

use chrono::{DateTime, Utc};
use decks::{Asks, Field, Format, Limits, Mapping, Package, Row, RowCard, Version, preview, read, rows};
use ids::CardId;
use scheduler::{DesiredRetention, Fsrs, Parameters, Phase};
use uuid::Uuid;

const LATEST: &[u8] = include_bytes!("../files/anki-latest.apkg");
const LEGACY: &[u8] = include_bytes!("../files/anki-legacy.apkg");

fn packages() -> [Package; 2] {
    [LATEST, LEGACY].map(|bytes| read(bytes, &Limits::default()).expect("a package"))
}

fn rows_of(package: &Package) -> Vec<Row> {
    rows(package, &Mapping::guess(package)).expect("a mapping").rows
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

#[test]
fn both_layouts_hold_the_same() {
    let [latest, legacy] = packages();
    assert_eq!(
        (&latest.format, &legacy.format),
        (&Format::Anki(Version::Latest), &Format::Anki(Version::Legacy2))
    );
    assert_eq!(latest.notes, legacy.notes);
    let about = |package: &Package| -> Vec<_> {
        package.media.iter().map(|file| (file.name.clone(), file.bytes, file.mime)).collect()
    };
    let media =
        [("huis.mp3".to_owned(), 10, Some("audio/mpeg")), ("huis.png".to_owned(), 70, Some("image/png"))];
    assert_eq!((about(&latest), about(&legacy)), (media.to_vec(), media.to_vec()));
    let used = |package: &Package| {
        let mut kinds: Vec<_> =
            package.notes.iter().map(|note| package.note_types[note.note_type].clone()).collect();
        kinds.dedup();
        kinds
    };
    assert_eq!(used(&latest), used(&legacy));
    assert_eq!((latest.orphans, legacy.orphans), (0, 0));
}

#[test]
fn media_are_unpacked_from_both() {
    for (package, bytes) in packages().iter().zip([LATEST, LEGACY]) {
        let unpacked = |name: &str| {
            let file = package.media.iter().find(|file| file.name == name).expect("the medium");
            file.unpack(bytes, &Limits::default()).expect("its bytes")
        };
        assert!(unpacked("huis.mp3").starts_with(b"ID3"));
        assert_eq!(unpacked("huis.png").len(), 70);
    }
}

#[test]
fn notes_become_rows() {
    for package in packages() {
        let rows = rows_of(&package);
        let words: Vec<_> =
            rows.iter().map(|row| (row.dutch.as_str(), row.gloss.as_str(), row.list.as_deref())).collect();
        assert_eq!(
            words,
            [
                ("het huis", "house", Some("Thuis")),
                ("de fiets", "bicycle", Some("Straat")),
                ("de tafel", "table & desk", Some("Thuis")),
                ("de stoel", "chair", Some("Thuis")),
                ("bel … op", "to phone", Some("Straat")),
                ("het huis", "", Some("Straat")),
            ]
        );
        assert_eq!(
            (rows[0].sounds.as_slice(), rows[0].images.as_slice()),
            (&["huis.mp3".to_owned()][..], &["huis.png".to_owned()][..])
        );
        assert_eq!(
            (rows[0].tags.as_slice(), rows[3].tags.as_slice()),
            (&["a1".to_owned(), "thuis".to_owned()][..], &[][..])
        );
        assert_eq!(rows[2].remark.as_deref(), Some("de tafels"));
        assert_eq!(rows[4].sentence.as_deref(), Some("Ik bel haar op in het huis."));
        let keys: std::collections::HashSet<_> = rows.iter().map(|row| &row.key).collect();
        assert_eq!(keys.len(), rows.len());
    }
}

#[test]
fn nothing_of_a_script_is_left() {
    for package in packages() {
        let stoel = package.notes.iter().find(|note| note.fields[0].text() == "de stoel").expect("the note");
        assert_eq!((stoel.fields[1].text(), stoel.fields[1].html().as_str()), ("chair", "chair"));
        let huis: &Field = &package.notes[0].fields[0];
        assert_eq!(huis.html(), "het <b>huis</b>");
    }
}

#[test]
fn cards_know_what_they_ask_and_where_they_stand() {
    for package in packages() {
        let rows = rows_of(&package);
        let cards = &rows[0].cards;
        assert_eq!(cards.iter().map(|card| card.asks).collect::<Vec<_>>(), [Asks::Meaning, Asks::Dutch]);
        assert_eq!((cards[1].standing.phase, cards[1].standing.due_at), (Phase::New, None));
        let known = &cards[0].standing;
        assert_eq!((known.phase, known.interval_days, known.ease), (Phase::Review, 46, 2500));
        // Day 59 of a collection that began on 4 March 2026 at 04:00.
        assert_eq!(known.due_at, Some(instant("2026-05-02T04:00:00Z")));
        assert_eq!(rows[4].cards[0].asks, Asks::Other);
        assert_eq!(rows[4].cards.len(), 1);
    }
}

#[test]
fn what_does_not_count_is_not_among_the_answers() {
    let [package, _] = packages();
    let answers: Vec<_> = rows_of(&package).iter().map(|row| row.cards[0].answers.len()).collect();
    assert_eq!(answers, [4, 5, 3, 3, 0, 0]);
}

/// Anki's FSRS computed the memory in the file from the same log.
#[test]
fn the_scheduler_replays_to_the_memory_that_anki_has() {
    let fsrs = Fsrs::new(&Parameters::default(), DesiredRetention::default());
    let card = CardId::new(Uuid::nil());
    for package in packages() {
        let known: Vec<_> = rows_of(&package)
            .into_iter()
            .map(|row| row.cards[0].clone())
            .filter(|card| card.standing.memory.is_some())
            .collect();
        assert_eq!(known.len(), 4);
        for RowCard { standing, answers, .. } in known {
            let received = instant("2026-11-01T00:00:00Z");
            let reviews: Vec<_> =
                answers.iter().map(|answer| answer.review(card, received, chrono_tz::UTC)).collect();
            let ours = fsrs.replay(&reviews).memory.expect("a memory");
            let theirs = standing.memory.expect("a memory");
            let is_near = |ours: f32, theirs: f32| (ours / theirs - 1.0).abs() < 0.005;
            assert!(is_near(ours.stability, theirs.stability), "{ours:?} {theirs:?}");
            assert!(is_near(ours.difficulty, theirs.difficulty), "{ours:?} {theirs:?}");
        }
    }
}

#[test]
fn an_import_can_be_looked_at_first() {
    let [package, _] = packages();
    let preview = preview(&package, &Mapping::guess(&package)).expect("a mapping");
    assert_eq!(
        (preview.rows.len(), preview.counts.notes, preview.counts.cards, preview.counts.answers),
        (6, 5, 10, 15)
    );
    assert_eq!(preview.faults, []);
}
