//! One field of a note.

use crate::Cloze;
use crate::markup::{Shown, without_sounds};
use crate::text::tidy;

/// Fields with more are shown as text: what a parser of HTML builds can grow with the square of what it reads.
const MOST_MARKUP_BYTES: usize = 16 << 10;
const MOST_TAGS: usize = 256;

/// What stands in one field of a note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: Box<str>,
    /// The HTML, where it is more than the text.
    source: Option<Box<str>>,
    media: Option<Box<Media>>,
    is_too_long: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Media {
    sounds: Vec<String>,
    images: Vec<String>,
}

impl Field {
    /// A field of HTML, as Anki keeps it.
    pub(crate) fn of_html(html: &str) -> Self {
        if !html.contains(['<', '&', '[']) {
            return Self::of_text(html);
        }
        let shown = Shown::of(html);
        let media = Media { sounds: shown.sounds, images: shown.images };
        let has_media = !media.sounds.is_empty() || !media.images.is_empty();
        Self {
            text: tidy(&shown.text).into(),
            source: Some(html.into()),
            media: has_media.then(|| media.into()),
            is_too_long: false,
        }
    }

    /// A field of plain text.
    pub(crate) fn of_text(text: &str) -> Self {
        Self { text: tidy(text).into(), ..Self::default() }
    }

    /// A field that was not read, because it is longer than [`field_bytes`](crate::Limits::field_bytes).
    pub(crate) fn too_long() -> Self {
        Self { is_too_long: true, ..Self::default() }
    }

    /// What it shows, as plain text: NFC, a line for each line, no control characters. Text and not HTML: a `<` in it is a
    /// `<`, and whoever puts it into a page escapes it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The same with its formatting, as HTML that is safe to show: elements of text without any attribute, no links, no
    /// media. Where there is too much markup, the text alone.
    #[must_use]
    pub fn html(&self) -> String {
        match &self.source {
            Some(source) if is_modest(source) => with_safe_tags(source),
            _ => ammonia::clean_text(&self.text).replace("&#10;", "<br>"),
        }
    }

    /// The names of its sounds.
    #[must_use]
    pub fn sounds(&self) -> &[String] {
        self.media.as_ref().map_or(&[], |media| &media.sounds)
    }

    /// The names of its images.
    #[must_use]
    pub fn images(&self) -> &[String] {
        self.media.as_ref().map_or(&[], |media| &media.images)
    }

    /// Its text with the marks of cloze deletions read.
    #[must_use]
    pub fn cloze(&self) -> Cloze {
        Cloze::read(&self.text)
    }

    /// Whether it was too long to be read; then it has no text.
    #[must_use]
    pub fn is_too_long(&self) -> bool {
        self.is_too_long
    }
}

fn is_modest(html: &str) -> bool {
    html.len() <= MOST_MARKUP_BYTES && memchr::memchr_iter(b'<', html.as_bytes()).count() <= MOST_TAGS
}

fn with_safe_tags(html: &str) -> String {
    const TAGS: [&str; 24] = [
        "b", "br", "code", "dd", "del", "div", "dl", "dt", "em", "hr", "i", "li", "ol", "p", "rp", "rt",
        "ruby", "s", "small", "strong", "sub", "sup", "u", "ul",
    ];
    const WITHOUT_TEXT: [&str; 8] =
        ["script", "style", "iframe", "noembed", "noframes", "textarea", "title", "xmp"];
    ammonia::Builder::empty()
        .tags(TAGS.into_iter().collect())
        .clean_content_tags(WITHOUT_TEXT.into_iter().collect())
        .clean(&without_sounds(html))
        .to_string()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_keeps_its_formatting_and_nothing_else() {
        let field = Field::of_html(
            "<b onclick='x()'>de</b> <a href='javascript:x()'>fiets</a><script>x()</script><img src=a.png onerror=x()>\
             <iframe src='//x.example'></iframe><svg onload=x()></svg>",
        );
        assert_eq!(field.html(), "<b>de</b> fiets");
        assert_eq!((field.text(), field.images()), ("de fiets", &["a.png".to_owned()][..]));
    }

    #[test]
    fn text_is_escaped_as_html() {
        assert_eq!(Field::of_text("1 < 2\n3").html(), "1&#32;&lt;&#32;2<br>3");
    }

    #[test]
    fn formatting_without_end_is_text_alone() {
        let bomb = format!("{}{}", "<b id=1>".repeat(1000), "<p>a".repeat(1000));
        let field = Field::of_html(&bomb);
        assert!(!field.html().contains("<b>"));
        assert!(field.text().starts_with("a\na\n"));
    }
}
