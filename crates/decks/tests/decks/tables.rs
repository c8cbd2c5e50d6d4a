//! Tables: what people save from spreadsheets, Quizlet and Anki.

use decks::{
    Delimiter, FaultKind, Format, Header, Limits, Mapping, Package, ReadError, Row, TABLE, TableShape,
    preview, read, read_table, rows, write_table,
};
use proptest::prelude::*;

fn package(bytes: &[u8]) -> Package {
    read(bytes, &Limits::default()).expect("a table")
}

fn refused(bytes: &[u8]) -> ReadError {
    read(bytes, &Limits::default()).expect_err("a refusal")
}

fn words(package: &Package) -> Vec<(usize, String, String)> {
    let rows = rows(package, &Mapping::guess(package)).expect("a mapping").rows;
    rows.into_iter().map(|row| (row.line, row.dutch, row.gloss)).collect()
}

fn word(line: usize, dutch: &str, gloss: &str) -> (usize, String, String) {
    (line, dutch.to_owned(), gloss.to_owned())
}

fn shape(package: &Package) -> TableShape {
    match &package.format {
        Format::Table(shape) => shape.clone(),
        Format::Anki(version) => panic!("{version:?}"),
    }
}

#[test]
fn a_table_is_read_whatever_ends_its_lines() {
    for end in ["\n", "\r\n", "\r"] {
        let text =
            ["Engels;Nederlands", "bicycle;de fiets", "", "\"house; home\";\"het \"\"huis\"\"\"", ";;"]
                .join(end);
        let package = package(text.as_bytes());
        assert_eq!(
            words(&package),
            [word(2, "de fiets", "bicycle"), word(4, "het \"huis\"", "house; home")],
            "{end:?}"
        );
        let (delimiter, header) = (Delimiter::Semicolon, Header::First);
        assert_eq!(shape(&package), TableShape { encoding: "UTF-8".to_owned(), delimiter, header });
    }
}

#[test]
fn an_older_encoding_is_guessed_and_can_be_corrected() {
    let text = "de ideeën;les idées\nhet café;le café\nde coëfficiënt;le coefficient\n";
    let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
    assert_eq!(words(&package(&bytes))[0], word(1, "de ideeën", "les idées"));
    let wrong = TableShape { encoding: "windows-1251".to_owned(), ..shape(&package(&bytes)) };
    let read = |shape: &TableShape| read_table(&bytes, shape, &Limits::default());
    assert_eq!(words(&read(&wrong).expect("a table"))[0].1, "de ideeлn");
    let unknown = TableShape { encoding: "klingon".to_owned(), ..wrong };
    assert_eq!(read(&unknown).expect_err("no such").code(), "unknown-encoding");
}

#[test]
fn characters_that_the_encoding_lacks_are_told() {
    let shape =
        TableShape { encoding: "UTF-8".to_owned(), delimiter: Delimiter::Semicolon, header: Header::None };
    let package =
        read_table(b"fiets;bicycle\ncaf\xe9;caf\xe9\n", &shape, &Limits::default()).expect("a table");
    let preview = preview(&package, &Mapping::guess(&package)).expect("a mapping");
    let told: Vec<_> = preview.faults.iter().map(|fault| (fault.line, fault.kind.code())).collect();
    assert_eq!(
        (told, preview.counts.rows),
        (vec![(2, "unreadable-characters"), (2, "unreadable-characters")], 2)
    );
}

#[test]
fn every_fault_of_every_line_is_told_at_once() {
    let long = "a".repeat(300);
    let text = format!(
        "nl,en,zin\nfiets,bicycle,\n,house,\nFiets,Bicycle,\n{long},x,\nboom,,\nkat,cat,Een kat.,Nog een,meer\n"
    );
    let package = package(text.as_bytes());
    let preview = preview(&package, &Mapping::guess(&package)).expect("a mapping");
    let told: Vec<_> =
        preview.faults.iter().map(|fault| (fault.line, fault.field.as_deref(), fault.kind.clone())).collect();
    assert_eq!(
        told,
        [
            (3, Some("nl"), FaultKind::NoWord),
            (4, Some("nl"), FaultKind::Repeated { first: 2 }),
            (5, Some("nl"), FaultKind::TooLong { most: 200 }),
            (6, Some("en"), FaultKind::NoGloss),
            (7, None, FaultKind::TooWide { expected: 3, found: 5 }),
        ]
    );
    assert_eq!(
        (preview.counts.notes, preview.counts.rows, preview.counts.left_out, preview.counts.faults),
        (6, 2, 4, 5)
    );
}

#[test]
fn faults_are_counted_beyond_those_that_are_told() {
    let text = format!("nl;en\n{}", ";x\n".repeat(5000));
    let package = package(text.as_bytes());
    let preview = preview(&package, &Mapping::guess(&package)).expect("a mapping");
    assert_eq!(
        (preview.faults.len(), preview.counts.faults, preview.counts.left_out),
        (decks::MOST_FAULTS, 5000, 5000)
    );
}

#[test]
fn a_preview_shows_the_first_rows() {
    let lines: String = (0..500).map(|number| format!("woord{number};word{number}\n")).collect();
    let package = package(lines.as_bytes());
    let preview = preview(&package, &Mapping::guess(&package)).expect("a mapping");
    assert_eq!((preview.rows.len(), preview.counts.rows), (decks::PREVIEW_ROWS, 500));
}

#[test]
fn a_quotation_that_is_never_closed_is_an_error_with_its_line() {
    for (text, opened) in
        [("de fiets;bicycle\nhet huis;\"house\nde boom;tree\n", 2), ("\"", 1), ("a;b\n\nc;\"", 3)]
    {
        match refused(text.as_bytes()) {
            ReadError::UnclosedQuote { line } => assert_eq!(line, opened, "{text}"),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn a_million_lines_are_refused_by_their_number() {
    let text = "de fiets;bicycle\n".repeat(1_000_000);
    let limits = Limits { table_bytes: 64 << 20, ..Limits::default() };
    let before = std::time::Instant::now();
    let error = read(text.as_bytes(), &limits).expect_err("too many");
    assert_eq!(error.to_string(), "the file has more than 100000 notes");
    assert_eq!(refused(text.as_bytes()).to_string(), "the file has more than 16777216 bytes");
    assert!(before.elapsed().as_secs() < 30);
}

#[test]
fn wide_tables_and_long_cells_are_bounded() {
    assert_eq!(refused(format!("{}\n", "a;".repeat(200)).as_bytes()).code(), "too-much");
    let package = package(format!("nl;en\n{};x\n", "a".repeat(100_000)).as_bytes());
    let preview = preview(&package, &Mapping::guess(&package)).expect("a mapping");
    assert_eq!(preview.faults.iter().map(|fault| fault.kind.code()).collect::<Vec<_>>(), ["unread"]);
}

#[test]
fn what_is_neither_is_refused() {
    for (bytes, code) in [
        (&b""[..], "empty-file"),
        (b"\r\n \r\n", "empty-file"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not-text"),
        (b"SQLite format 3\0", "not-text"),
        (b"PK\x03\x04 is no archive", "damaged-archive"),
    ] {
        assert_eq!(refused(bytes).code(), code, "{bytes:?}");
    }
}

#[test]
fn notes_in_plain_text_of_anki_are_understood() {
    let text = "#separator:tab\n#html:true\n#guid column:1\n#deck column:2\n#tags column:5\n\
        k1\tNederlands::Thuis\tde <b>tafel</b>\ttable &amp; desk\tthuis a1\n\
        k2\tNederlands::Straat\t\"de fiets<br>\"\"fietsen\"\"\"\tbicycle\t\n";
    let package = package(text.as_bytes());
    let rows = rows(&package, &Mapping::guess(&package)).expect("a mapping").rows;
    let seen: Vec<_> = rows
        .iter()
        .map(|row| (row.key.as_str(), row.dutch.as_str(), row.gloss.as_str(), row.list.as_deref()))
        .collect();
    assert_eq!(
        seen,
        [("k1", "de tafel", "table & desk", Some("Thuis")), ("k2", "de fiets", "bicycle", Some("Straat"))]
    );
    assert_eq!((rows[0].tags.len(), rows[1].remark.as_deref(), rows[0].line), (2, Some("\"fietsen\""), 6));
}

#[test]
fn the_same_file_gives_the_same_keys() {
    let keys = || -> Vec<String> {
        let package = package(b"de fiets;bicycle\nhet huis;house\n");
        rows(&package, &Mapping::guess(&package))
            .expect("a mapping")
            .rows
            .into_iter()
            .map(|row| row.key)
            .collect()
    };
    assert_eq!(keys(), keys());
    assert_ne!(keys()[0], keys()[1]);
}

#[test]
fn a_mapping_that_does_not_fit_is_an_error() {
    let package = package(b"nl;en\nde fiets;bicycle\n");
    let guess = Mapping::guess(&package);
    let mut no_field = guess.clone();
    no_field.note_types.get_mut(TABLE).expect("the table").gloss = Some("ru".to_owned());
    let mut no_word = guess.clone();
    no_word.note_types.get_mut(TABLE).expect("the table").dutch = None;
    let mut no_type = guess;
    no_type.note_types.insert("Basic".to_owned(), decks::Columns::default());
    for (mapping, told) in [
        (no_field, "the note type \"table\" has no field \"ru\""),
        (no_word, "no field of the note type \"table\" is the word"),
        (no_type, "there is no note type \"Basic\""),
    ] {
        assert_eq!(preview(&package, &mapping).expect_err("a misfit").to_string(), told);
    }
}

#[test]
fn formulas_are_no_formulas_any_more() {
    let row = |dutch: &str| Row {
        key: dutch.to_owned(),
        dutch: dutch.to_owned(),
        gloss: "x".to_owned(),
        ..Row::default()
    };
    let bytes = write_table(
        &[row("=cmd|' /C calc'!A0"), row("'s avonds"), row("@SUM(1)"), row("'-)")],
        Delimiter::Comma,
    )
    .expect("a table");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let lines: Vec<&str> = text.lines().skip(1).collect();
    assert_eq!(lines, ["'=cmd|' /C calc'!A0,x,,,,,", "'s avonds,x,,,,,", "'@SUM(1),x,,,,,", "''-),x,,,,,"]);
}

/// A text as a row has it.
fn tidy() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "de",
        "het",
        "'",
        "=",
        "-",
        "+",
        "@",
        "\"",
        ",",
        ";",
        " ",
        "é",
        "ё",
        "<b>",
        "&amp;",
        "[sound:a]",
        "{{c1::x}}",
        "#html:true",
        "1",
        "🚲",
    ]);
    prop::collection::vec(piece, 1..6)
        .prop_map(|pieces| pieces.concat().split_whitespace().collect::<Vec<_>>().join(" "))
}

fn optional() -> impl Strategy<Value = Option<String>> {
    prop::option::of(tidy().prop_filter("not empty", |text| !text.is_empty()))
}

fn row() -> impl Strategy<Value = Row> {
    let tags = prop::collection::btree_set("[a-z=]{1,6}", 0..3);
    (tidy(), tidy(), optional(), optional(), optional(), optional(), tags).prop_map(
        |(dutch, gloss, sentence, translation, remark, list, tags)| Row {
            dutch,
            gloss,
            sentence,
            translation,
            remark,
            list,
            tags: tags.into_iter().collect(),
            ..Row::default()
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(rows in prop::collection::vec(row(), 1..12)) {
        let mut seen = std::collections::HashSet::new();
        let is_new = |row: &Row| !row.dutch.is_empty() && seen.insert((row.dutch.to_lowercase(), row.gloss.to_lowercase()));
        let rows: Vec<Row> = rows.into_iter().filter(is_new).collect();
        prop_assume!(!rows.is_empty());
        let package = package(&write_table(&rows, Delimiter::Tab).expect("a table"));
        let mapping = Mapping { dropped_tags: Default::default(), ..Mapping::guess(&package) };
        let read = decks::rows(&package, &mapping).expect("a mapping").rows;
        let plain = |row: Row| Row { line: 0, key: String::new(), ..row };
        prop_assert_eq!(read.into_iter().map(plain).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn any_text_is_read_or_refused(text in "(?s)[\"a;,\\t\\n\\r#:='é ]{0,80}") {
        if let Ok(package) = read(text.as_bytes(), &Limits::default()) {
            let mapping = Mapping::guess(&package);
            if let Ok(rows) = decks::rows(&package, &mapping) {
                let lines = text.replace("\r\n", "\n").split(['\n', '\r']).count();
                prop_assert!(rows.rows.iter().all(|row| (1..=lines).contains(&row.line)));
                prop_assert_eq!(rows.counts.notes, rows.counts.rows + rows.counts.left_out + rows.counts.unmapped);
            }
        }
    }
}
