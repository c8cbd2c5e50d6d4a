//! Fuzz targets: whole files, and what stands in them.

use crate::{Delimiter, Field, Format, Limits, Mapping, Package, read, rows, write_table};

/// What can be said of every package that is read. Gives the outcome.
fn check(package: &Package) -> &'static str {
    let mapping = Mapping::guess(package);
    let rows = rows(package, &mapping).expect("a guess fits the package that it was made from");
    assert_eq!(rows.counts.rows, rows.rows.len());
    assert!(rows.faults.len() <= rows.counts.faults && rows.faults.is_sorted());
    let mut keys = std::collections::HashSet::new();
    for row in &rows.rows {
        assert!(!row.dutch.is_empty() && !row.dutch.contains('\n') && keys.insert(&row.key));
    }
    for file in &package.media {
        assert!(crate::text::is_file_name(&file.name));
    }
    write_table(&rows.rows, Delimiter::Comma).expect("what was read can be written");
    fuzz::ACCEPTED
}

#[test]
fn fuzz_package() {
    let limits = Limits { steps: 2_000_000, collection_bytes: 4 << 20, ..Limits::default() };
    fuzz::target!("package", |input| match read(input, &limits) {
        Ok(package) if matches!(package.format, Format::Anki(_)) => check(&package),
        Ok(_) => "table",
        Err(error) => error.code(),
    });
}

#[test]
fn fuzz_table() {
    fuzz::target!("table", |input| match read(input, &Limits::default()) {
        Ok(package) => {
            assert!(package.notes.is_sorted_by(|one, next| one.line < next.line));
            check(&package)
        }
        Err(error) => error.code(),
    });
}

/// A field is text that nobody has to fear, and HTML that holds none of what runs.
#[test]
fn fuzz_field() {
    fuzz::target!("field", |input| {
        let source = String::from_utf8_lossy(input);
        let field = Field::of_html(&source);
        assert_eq!(crate::text::tidy(field.text()), field.text());
        let html = field.html();
        let mut tags = html.split('<').skip(1).map(|tag| tag.split_once('>').map_or(tag, |(name, _)| name));
        assert!(
            tags.all(|name| name.trim_start_matches('/').bytes().all(|byte| byte.is_ascii_lowercase())),
            "{html}"
        );
        let cloze = field.cloze();
        assert!(cloze.gaps.iter().all(|gap| !gap.numbers.is_empty()));
        if source.contains('<') { fuzz::ACCEPTED } else { "plain" }
    });
}
