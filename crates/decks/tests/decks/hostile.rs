//! Packages that mean no good.

use crate::support::{archive, collection, latest, package};
use decks::{Limits, Mapping, Package, ReadError, read, rows};
use std::time::{Duration, Instant};

const ANKIS: &[u8] = include_bytes!("../files/anki-latest.apkg");

fn refused(bytes: &[u8]) -> ReadError {
    refused_under(bytes, &Limits::default())
}

fn refused_under(bytes: &[u8], limits: &Limits) -> ReadError {
    match read(bytes, limits) {
        Err(error) => error,
        Ok(package) => panic!("{} notes were read", package.notes.len()),
    }
}

fn taken(more: &str) -> Package {
    read(&package(&collection(more)), &Limits::default()).expect("a package")
}

#[test]
fn a_package_made_by_hand_is_read() {
    let package = taken("");
    let row = &rows(&package, &Mapping::guess(&package)).expect("a mapping").rows[0];
    assert_eq!(
        (row.dutch.as_str(), row.gloss.as_str(), row.list.as_deref()),
        ("de fiets", "bicycle", Some("Thuis"))
    );
    assert_eq!((row.tags.len(), row.cards[0].answers.len(), row.cards[0].standing.interval_days), (1, 1, 10));
}

#[test]
fn a_package_that_is_cut_short_is_refused_wherever_it_ends() {
    for bytes in [ANKIS, &package(&collection(""))] {
        for end in (4..bytes.len()).step_by(97).chain(bytes.len() - 30..bytes.len()) {
            let code = refused(&bytes[..end]).code();
            assert!(matches!(code, "damaged-archive" | "not-text"), "{end}: {code}");
        }
    }
}

#[test]
fn a_collection_that_is_cut_short_is_refused() {
    let whole = collection("");
    for end in (0..whole.len()).step_by(200) {
        let code = refused(&package(&whole[..end])).code();
        assert!(matches!(code, "damaged-collection" | "unreadable" | "no-table"), "{end}: {code}");
    }
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    let zeros = vec![0; 8 << 20];
    let limits = Limits { collection_bytes: 1 << 30, ..Limits::default() };
    for bomb in [package(&zeros), latest(&zeros, b"", &[]), archive(&[("meta", &zeros)])] {
        assert!(bomb.len() < 200_000);
        match refused_under(&bomb, &limits) {
            ReadError::Bomb { most } => assert!(most <= 4 << 20, "{most}"),
            other => panic!("{other:?}"),
        }
    }
    let large = Limits { collection_bytes: 2048, ..Limits::default() };
    assert_eq!(refused_under(&package(&collection("")), &large).code(), "bomb");
}

#[test]
fn a_medium_that_is_a_bomb_is_listed_and_not_unpacked() {
    let zeros = vec![0; 8 << 20];
    let list = b"\x0a\x07\x0a\x05a.mp3";
    let bytes = latest(&collection(""), list, &[("0", &zeros)]);
    let package = read(&bytes, &Limits::default()).expect("a package");
    assert_eq!((package.media[0].name.as_str(), package.media[0].mime), ("a.mp3", None));
    assert_eq!(package.media[0].unpack(&bytes, &Limits::default()).expect_err("a bomb").code(), "bomb");
}

#[test]
fn more_files_than_a_package_has_are_refused_unread() {
    let names: Vec<String> = (0..200).map(|number| number.to_string()).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let limits = Limits { entries: 150, ..Limits::default() };
    assert_eq!(
        refused_under(&archive(&files), &limits).to_string(),
        "the file has more than 150 files in the package"
    );
}

#[test]
fn paths_that_lead_elsewhere_are_refused() {
    let collection = collection("");
    for name in ["../collection.anki2", "/etc/passwd", "a/../../b", "..\\a"] {
        let bytes = archive(&[("collection.anki2", &collection), ("media", b"{}"), (name, b"x")]);
        assert!(matches!(refused(&bytes), ReadError::UnsafeName(found) if found == name), "{name}");
    }
    for name in ["../a.mp3", "/a.mp3", "..", "a\\\\b.mp3", "a\\u0000.mp3", ""] {
        let list = format!("{{\"0\": \"{name}\"}}");
        let bytes = archive(&[("collection.anki2", &collection), ("media", list.as_bytes()), ("0", b"ID3")]);
        assert_eq!(refused(&bytes).code(), "unsafe-name", "{name}");
    }
    let list = b"\x0a\x0a\x0a\x08../a.mp3";
    assert_eq!(refused(&latest(&collection, list, &[("0", b"ID3")])).code(), "unsafe-name");
}

#[test]
fn an_unknown_version_is_refused_by_its_number() {
    let collection_of = |meta: &[u8]| archive(&[("meta", meta), ("collection.anki2", &collection(""))]);
    for (bytes, version) in [
        (collection_of(b"\x08\x04"), 4),
        (collection_of(b"\x08\x00"), 0),
        (collection_of(b""), 0),
        (package(&collection("update col set ver = 19")), 19),
        (package(&collection("update col set ver = 10")), 10),
    ] {
        assert!(matches!(refused(&bytes), ReadError::UnknownVersion(found) if found == version), "{version}");
    }
    assert_eq!(refused(&collection_of(b"\xff\xff")).code(), "unreadable");
}

#[test]
fn an_archive_of_something_else_is_refused() {
    assert_eq!(refused(&archive(&[("word/document.xml", b"<x/>")])).code(), "no-collection");
    assert_eq!(
        refused(&archive(&[("meta", b"\x08\x03"), ("collection.anki2", &collection(""))])).code(),
        "no-collection"
    );
    assert_eq!(refused(&package(b"no database at all")).code(), "unreadable");
}

#[test]
fn a_view_or_a_virtual_table_is_no_table() {
    let view = "alter table notes rename to n; create view notes as select * from n;";
    let endless = "drop table revlog; create view revlog as with recursive r(id) as (select 1 union all select id + 1 from r) \
        select id, 20 as cid, 3 as ease, 1 as ivl, 0 as factor, 0 as time, 0 as type from r;";
    let text = "drop table notes; create virtual table notes using fts5(id, guid, mid, tags, flds);";
    for (more, table) in
        [(view, "notes"), (endless, "revlog"), (text, "notes"), ("drop table cards", "cards")]
    {
        assert!(
            matches!(refused(&package(&collection(more))), ReadError::NoTable(found) if found == table),
            "{more}"
        );
    }
}

#[test]
fn triggers_and_functions_do_not_run() {
    let trigger = "create trigger t after insert on notes begin delete from notes; end;";
    assert_eq!(taken(trigger).notes.len(), 1);
    let generated =
        "drop table revlog; create table revlog (id integer primary key, cid, ease, ivl, factor, type,
        time as (length(hex(zeroblob(1000)))));  insert into revlog (id, cid) values (1, 20);";
    assert_eq!(refused(&package(&collection(generated))).code(), "no-table");
}

#[test]
fn columns_of_other_types_are_read_as_well_as_can_be() {
    let package = taken(
        "insert into notes values (11, 12345, '7', null, x'6465208f' || char(31) || 'x'), (12, null, 7, 3.5, 42), (13, 'c', 99, '', 'x');
         insert into cards values (21, 11, 77, -5, 9, 'x', 1e300, -4, 99999999, 0, 0, '{\"s\":\"x\"}'), (22, 999, 1, 0, 0, 0, 0, 0, 0, 0, 0, '');
         insert into revlog values (9223372036854775807, 20, 3, 1, 0, 0, 0), (5, 20, 300, -9223372036854775808, -1, -1, 1), (6, 999, 3, 1, 0, 0, 0), (7, 20, 3, 1, 0, 0, 77);",
    );
    assert_eq!(package.notes.len(), 3);
    assert_eq!(package.notes[1].guid.as_deref(), Some("12345"));
    assert_eq!(package.notes[2].fields[0].text(), "42");
    assert_eq!(package.notes[2].fields.len(), 2);
    // A note of no kind, a card of no note, a review at no time, one of no card, one of no kind.
    assert_eq!(package.orphans, 5);
    let rows = rows(&package, &Mapping::guess(&package)).expect("a mapping");
    assert_eq!(rows.counts.rows, 3);
}

#[test]
fn a_damaged_page_is_an_error_and_no_crash() {
    let whole = collection("");
    let mut outcomes = std::collections::BTreeSet::new();
    for at in (100..whole.len()).step_by(37) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0xff;
        outcomes.insert(
            read(&package(&damaged), &Limits::default()).map_or_else(|error| error.code(), |_| "read"),
        );
    }
    assert!(outcomes.contains("damaged-collection") && outcomes.contains("read"), "{outcomes:?}");
}

#[test]
fn a_database_in_wal_mode_is_read() {
    let mut database = collection("");
    database[18..20].copy_from_slice(&[2, 2]);
    assert_eq!(read(&package(&database), &Limits::default()).expect("a package").notes.len(), 1);
}

#[test]
fn a_field_of_10_megabytes_is_a_fault_of_its_line() {
    let package = taken(
        "update notes set flds = replace(hex(zeroblob(5000000)), '0', 'a') || char(31) || 'x';
         insert into notes values (11, 'k', 7, '', 'het huis' || char(31) || 'house')",
    );
    let rows = rows(&package, &Mapping::guess(&package)).expect("a mapping");
    let told: Vec<_> =
        rows.faults.iter().map(|fault| (fault.line, fault.field.as_deref(), fault.kind.code())).collect();
    assert_eq!((told, rows.rows.len()), (vec![(1, Some("Front"), "unread")], 1));
}

#[test]
fn a_value_that_is_no_value_of_a_collection_is_refused() {
    let limits = Limits { ratio: 1_000_000, ..Limits::default() };
    let bytes = latest(&collection("update notes set flds = zeroblob(40000000)"), b"", &[]);
    assert_eq!(refused_under(&bytes, &limits).code(), "too-much");
}

#[test]
fn counts_are_bounded() {
    let many = "with recursive n(i) as (select 100 union all select i + 1 from n where i < 3000)";
    for (more, limits) in [
        (
            format!("{many} insert into notes select i, i, 7, '', i from n"),
            Limits { notes: 200, ..Limits::default() },
        ),
        (
            format!("{many} insert into notes select i, i, 7, '', i from n"),
            Limits { fields: 200, ..Limits::default() },
        ),
        (
            format!("{many} insert into cards select i, 10, 1, 0, 0, 0, 0, 0, 0, 0, 0, '' from n"),
            Limits { cards: 200, ..Limits::default() },
        ),
        (
            format!("{many} insert into revlog select i, 20, 3, 1, 0, 0, 0 from n"),
            Limits { reviews: 200, ..Limits::default() },
        ),
        (String::new(), Limits { fields_a_note: 1, ..Limits::default() }),
        (String::new(), Limits { file_bytes: 100, ..Limits::default() }),
    ] {
        let bytes = package(&collection(&more));
        assert_eq!(refused_under(&bytes, &limits).code(), "too-much", "{limits:?}");
    }
    let many = package(&collection(&format!("{many} insert into revlog select i, 20, 3, 1, 0, 0, 0 from n")));
    let lazy = Limits { steps: 1000, ..Limits::default() };
    assert_eq!(refused_under(&many, &lazy).code(), "too-much-work");
}

#[test]
fn unreadable_descriptions_are_refused() {
    for more in [
        "update col set models = '{'",
        "update col set models = '[]'",
        "update col set decks = 'x'",
        "update col set decks = null",
        "delete from col",
    ] {
        assert_eq!(refused(&package(&collection(more))).code(), "unreadable", "{more}");
    }
    let nested = format!("update col set models = '{}'", "[".repeat(50_000));
    assert_eq!(refused(&package(&collection(&nested))).code(), "unreadable");
    assert_eq!(
        refused(&archive(&[("collection.anki2", &collection("")), ("media", b"[")])).code(),
        "unreadable"
    );
    assert_eq!(refused(&latest(&collection(""), b"\x0a\xff", &[])).code(), "unreadable");
    assert_eq!(taken("update col set conf = ''").notes.len(), 1);
}

#[test]
fn a_collection_of_the_first_scheduler_has_three_buttons() {
    let buttons = |scheduler: u8| {
        let log = "insert into revlog values (1772600500000, 20, 2, -600, 0, 1, 0), (1772600600000, 20, 3, 4, 0, 1, 0), (1772700000000, 20, 2, 4, 2500, 1, 1)";
        let package = taken(&format!(
            "delete from revlog; update col set conf = '{{\"schedVer\":{scheduler}}}'; {log}"
        ));
        package.notes[0].cards[0].log.iter().map(|entry| entry.button).collect::<Vec<_>>()
    };
    assert_eq!((buttons(1), buttons(2)), (vec![3, 4, 2], vec![2, 3, 2]));
}

#[test]
fn a_card_of_a_filtered_deck_is_at_home() {
    let package = taken(
        "insert into notes values (11, 'x', 7, '', 'het huis'); insert into cards values (21, 11, 1, 0, 2, 2, -100000, 10, 2500, 30, 2, '')",
    );
    let card = &package.notes[1].cards[0];
    assert_eq!(&*card.deck, "Nederlands::Thuis");
    assert_eq!(card.standing.due_at.expect("due").timestamp(), 1_772_600_400 + 30 * 86_400);
}

#[test]
fn hostile_markup_takes_no_longer_than_other_text() {
    let fields = ["<b id=x>", "<div>", "<a b c d=e>", "<!---->", "&amp", "[sound:", "{{c1::"]
        .map(|piece| piece.repeat(60_000 / piece.len()));
    let notes: String = (0..40)
        .map(|number| {
            format!(
                "insert into notes values ({}, {number}, 7, '', '{}');",
                100 + number,
                fields[number % fields.len()]
            )
        })
        .collect();
    let bytes = package(&collection(&notes));
    let before = Instant::now();
    let limits = Limits { ratio: 10_000, ..Limits::default() };
    let package = read(&bytes, &limits).expect("a package");
    rows(&package, &Mapping::guess(&package)).expect("a mapping");
    package
        .notes
        .iter()
        .flat_map(|note| &note.fields)
        .for_each(|field| assert!(!field.html().contains("<a")));
    assert!(before.elapsed() < Duration::from_secs(60), "{:?}", before.elapsed());
}

/// Writes the corpora of the fuzz targets: `cargo test -p tall-decks --test decks write_corpora -- --ignored`.
#[test]
#[ignore = "writes files"]
fn write_corpora() {
    let folder = |name: &str| std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let put = |target: &str, name: &str, bytes: &[u8]| {
        std::fs::create_dir_all(folder(target)).expect("a folder");
        std::fs::write(folder(target).join(name), bytes).expect("a file");
    };
    let plain = collection("");
    put("package", "by-anki-latest", ANKIS);
    put("package", "first-layout", &package(&plain));
    put("package", "newest-layout", &latest(&plain, b"\x0a\x07\x0a\x05a.mp3", &[("0", b"ID3")]));
    put("package", "cut-short", &ANKIS[..ANKIS.len() / 2]);
    put("package", "unknown-version", &archive(&[("meta", b"\x08\x09"), ("collection.anki2", b"")]));
    put("package", "path-that-leaves", &archive(&[("../../a", b"x")]));
    put("package", "bomb", &package(&vec![0; 3 << 20]));
    put("package", "of-a-word-processor", &archive(&[("word/document.xml", b"<x/>")]));
    put("collection", "one-note", &plain);
    put("collection", "cut-short", &plain[..plain.len() / 2]);
    put(
        "collection",
        "view",
        &collection("alter table notes rename to n; create view notes as select * from n;"),
    );
    put(
        "collection",
        "trigger",
        &collection("create trigger t after insert on notes begin delete from notes; end;"),
    );
    put("collection", "other-types", &collection("insert into notes values (11, 12345, '7', null, 42)"));
    put("collection", "unknown-version", &collection("update col set ver = 99"));
    put("collection", "note-types-cut-short", &collection("update col set models = '{\"7\":{'"));
    put(
        "collection",
        "cloze",
        &collection(
            "update col set models = replace(models, '\"type\":0', '\"type\":1'); update notes set flds = 'Ik {{c1::loop::walk}} {{c2::naar}} huis.'",
        ),
    );
}
