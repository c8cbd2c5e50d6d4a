//! Packages made by hand.

use rusqlite::Connection;
use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A ZIP archive with these files.
pub fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        archive.start_file(*name, options).expect("a name");
        archive.write_all(bytes).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

/// A package of the first layout with this database.
pub fn package(collection: &[u8]) -> Vec<u8> {
    archive(&[("collection.anki2", collection), ("media", b"{}")])
}

/// A package of the newest layout with this database, and these media.
pub fn latest(collection: &[u8], list: &[u8], media: &[(&str, &[u8])]) -> Vec<u8> {
    let packed = |bytes: &[u8]| zstd::encode_all(bytes, 0).expect("packed");
    let (collection, list) = (packed(collection), packed(list));
    let media: Vec<(&str, Vec<u8>)> = media.iter().map(|(name, bytes)| (*name, packed(bytes))).collect();
    let mut files: Vec<(&str, &[u8])> =
        vec![("meta", b"\x08\x03"), ("collection.anki21b", &collection), ("media", &list)];
    files.extend(media.iter().map(|(name, bytes)| (*name, bytes.as_slice())));
    archive(&files)
}

/// The tables of schema 11, without what nobody reads.
const SCHEMA: &str = r#"
pragma page_size = 512;
create table col (id integer primary key, crt integer, ver integer, conf text, models text, decks text);
create table notes (id integer primary key, guid text, mid integer, tags text, flds text);
create table cards (id integer primary key, nid integer, did integer, ord integer, type integer, queue integer, due integer,
    ivl integer, factor integer, odue integer, odid integer, data text);
create table revlog (id integer primary key, cid integer, ease integer, ivl integer, factor integer, time integer, type integer);
insert into col values (1, 1772600400, 11, '{"schedVer":2}',
    '{"7":{"name":"Basic","type":0,"flds":[{"name":"Front"},{"name":"Back"}],"tmpls":[{"name":"Card 1","qfmt":"{{Front}}","afmt":"{{Back}}"}]}}',
    '{"1":{"name":"Default"},"2":{"name":"Nederlands::Thuis"}}');
"#;

/// A database of schema 11 with one note and one card, and what `more` adds.
pub fn collection(more: &str) -> Vec<u8> {
    let connection = Connection::open_in_memory().expect("a database");
    connection.execute_batch(SCHEMA).expect("the schema");
    let note = "insert into notes values (10, 'abc', 7, ' a1 ', 'de fiets' || char(31) || 'bicycle');
        insert into cards values (20, 10, 2, 0, 2, 2, 12, 10, 2500, 0, 0, '{\"s\":11.5,\"d\":5.5}');
        insert into revlog values (1772600400000, 20, 3, -600, 0, 4000, 0);";
    connection.execute_batch(note).expect("a note");
    connection.execute_batch(more).expect("more");
    connection.serialize("main").expect("bytes").to_vec()
}
