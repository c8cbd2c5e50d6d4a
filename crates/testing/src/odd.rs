//! What may be typed where a word is asked for, and nobody would.

use serde_json::Value;

/// Texts that are no Dutch word: none at all, in other scripts and directions, unseen, made for a terminal, a browser or a
/// store, and of 500 characters. None holds U+0000, which no operation takes.
#[must_use]
pub fn odd_texts() -> Vec<String> {
    let short = [
        "",
        " \t\r\n ",
        "\u{1f6b2}\u{1f3fd}",
        "\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} brood",
        "хлеб",
        "\u{645}\u{631}\u{62d}\u{628}\u{627}",
        "\u{202e}doorb teh\u{202c}",
        "\u{5dc}\u{5d7}\u{5dd} \u{2067}het\u{2069}",
        "面包",
        "\u{200b}\u{200d}\u{feff}",
        "\u{1b}[31mhet",
        "<script>alert(1)</script>",
        "{\"$gt\": \"\"}",
        "\u{10ffff}",
    ];
    let long = ["\u{301}".repeat(500), "a\u{308}".repeat(250), "het ".repeat(125), "\u{1f35e}".repeat(500)];
    short.map(str::to_owned).into_iter().chain(long).collect()
}

/// An answer was found wrong, by mistakes that each lie within what was given.
///
/// # Panics
/// It was not.
pub fn assert_mistakes_lie_within(answer: &Value, given: &str) {
    assert_eq!(answer["correct"], false, "{given:?}");
    let mistakes = answer["mistakes"].as_array().expect("mistakes");
    assert!(!mistakes.is_empty(), "{given:?}");
    for mistake in mistakes {
        let (start, end) = (mistake["start"].as_u64().expect("start"), mistake["end"].as_u64().expect("end"));
        assert!(start <= end && end <= given.chars().count() as u64, "{given:?}: {mistake}");
    }
}
