//! HTML of a field as plain text, with the media that it refers to.
//!
//! A field of a stranger is read in time that grows with its length alone. A whole parser of HTML cannot promise that: 40 kB
//! of nested or unclosed formatting elements make it build millions of nodes. So the text is found by a scanner, which
//! follows the tokens of the HTML standard and builds nothing; a test holds it against the parser behind `ammonia`. The
//! text is no markup any more, so nothing depends on how a browser would have read it.

use crate::text::is_file_name;
use memchr::{memchr, memchr_iter, memmem};
use std::borrow::Cow;

/// What a field shows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    pub text: String,
    /// Names of files in `[sound:...]`, `<audio>` and `<video>`.
    pub sounds: Vec<String>,
    /// Names of files in `<img>`.
    pub images: Vec<String>,
}

impl Shown {
    /// What this HTML shows; the text is not tidied.
    pub fn of(html: &str) -> Self {
        let mut shown = Self::default();
        let mut rest = html;
        while let Some(at) = memchr(b'<', rest.as_bytes()) {
            shown.add_text(&rest[..at]);
            rest = shown.add_tag(&rest[at..]);
        }
        shown.add_text(rest);
        shown
    }

    /// Text between tags: character references, and Anki's marks of sounds, which may hold references themselves.
    fn add_text(&mut self, text: &str) {
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(SOUND) {
            let Some((name, behind)) = after.split_once(']') else { break };
            self.text.push_str(&htmlize::unescape(before));
            self.text.push(' ');
            add_name(&mut self.sounds, &htmlize::unescape(name));
            rest = behind;
        }
        self.text.push_str(&htmlize::unescape(rest));
    }

    /// What stands at a `<`; gives what follows.
    fn add_tag<'a>(&mut self, html: &'a str) -> &'a str {
        let inside = &html[1..];
        if let Some(comment) = inside.strip_prefix("!--") {
            return after_comment(comment);
        }
        match inside.as_bytes() {
            [b'!' | b'?', ..] => after(inside, ">"),
            [b'/', letter, ..] if letter.is_ascii_alphabetic() => {
                let (name, rest) = tag_name(&inside[1..]);
                let (_, rest) = source_of(rest);
                self.break_at(&name);
                rest
            }
            [b'/', _, ..] => after(inside, ">"),
            [letter, ..] if letter.is_ascii_alphabetic() => {
                let (name, rest) = tag_name(inside);
                let (source, rest) = source_of(rest);
                self.add_element(&name, source);
                if HIDES_ITS_TEXT.contains(&&*name) { after_raw_text(&name, rest) } else { rest }
            }
            _ => {
                self.text.push('<');
                inside
            }
        }
    }

    fn add_element(&mut self, name: &str, source: Option<Cow<'_, str>>) {
        self.break_at(name);
        match (name, source) {
            ("img", Some(source)) => add_name(&mut self.images, &source),
            ("audio" | "video" | "source", Some(source)) => add_name(&mut self.sounds, &source),
            _ => {}
        }
    }

    /// A browser would begin a new line here, or a new cell.
    fn break_at(&mut self, name: &str) {
        if BEGINS_A_LINE.contains(&name) {
            self.text.push('\n');
        } else if matches!(name, "td" | "th" | "img") {
            self.text.push(' ');
        }
    }
}

/// How Anki writes a sound, up to the next `]`.
const SOUND: &str = "[sound:";

/// HTML without Anki's marks of sounds.
pub(crate) fn without_sounds(html: &str) -> String {
    let mut parts = html.split(SOUND);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once(']').map_or(part, |(_, rest)| rest))
}

/// Elements whose text is none, or not shown as such; inside them nothing is a tag but their own end.
const HIDES_ITS_TEXT: [&str; 8] =
    ["script", "style", "iframe", "noembed", "noframes", "textarea", "title", "xmp"];

const BEGINS_A_LINE: [&str; 27] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

fn add_name(names: &mut Vec<String>, name: &str) {
    let name = name.trim();
    if is_file_name(name) && !names.iter().any(|known| known == name) && names.len() < MOST_REFERENCES {
        names.push(name.to_owned());
    }
}

/// Media of one field; more are left out.
const MOST_REFERENCES: usize = 50;

fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or("", |(_, rest)| rest)
}

/// What follows a comment, after its `<!--`.
fn after_comment(comment: &str) -> &str {
    if let Some(rest) = comment.strip_prefix('>').or_else(|| comment.strip_prefix("->")) {
        return rest;
    }
    let ends = |at: &usize| comment[..*at].ends_with("--") || comment[..*at].ends_with("--!");
    memchr_iter(b'>', comment.as_bytes()).find(ends).map_or("", |at| &comment[at + 1..])
}

/// What follows the end tag of an element that holds no markup.
fn after_raw_text<'a>(name: &str, html: &'a str) -> &'a str {
    for at in memmem::find_iter(html.as_bytes(), b"</") {
        let end = &html.as_bytes()[at + 2..];
        let is_own = end.get(..name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()));
        if is_own && end.get(name.len()).is_some_and(|next| ends_name(*next)) {
            return source_of(&html[at + 2 + name.len()..]).1;
        }
    }
    ""
}

fn ends_name(byte: u8) -> bool {
    is_space(byte) || matches!(byte, b'/' | b'>')
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

/// The name of a tag, in small letters, and what follows.
fn tag_name(tag: &str) -> (String, &str) {
    let end = tag.bytes().position(ends_name).unwrap_or(tag.len());
    (tag[..end].to_ascii_lowercase(), &tag[end..])
}

/// The first `src` among the attributes, and what follows the tag. A tag that never ends is none, and nothing follows.
fn source_of(attributes: &str) -> (Option<Cow<'_, str>>, &str) {
    let bytes = attributes.as_bytes();
    let skip =
        |at: usize, is: fn(u8) -> bool| bytes[at..].iter().position(|byte| !is(*byte)).map(|next| at + next);
    let mut source = None;
    let mut at = 0;
    loop {
        let Some(start) = skip(at, |byte| is_space(byte) || byte == b'/') else { return (None, "") };
        if bytes[start] == b'>' {
            return (source, &attributes[start + 1..]);
        }
        // A name may begin with `=`, and holds everything but these.
        let Some(end) = skip(start + 1, |byte| !ends_name(byte) && byte != b'=') else { return (None, "") };
        let Some(next) = skip(end, is_space) else { return (None, "") };
        if bytes[next] != b'=' {
            at = next;
            continue;
        }
        let Some(value) = skip(next + 1, is_space) else { return (None, "") };
        let Some((text, behind)) = value_at(attributes, value) else { return (None, "") };
        if source.is_none() && attributes[start..end].eq_ignore_ascii_case("src") {
            source = Some(htmlize::unescape_attribute(text));
        }
        at = behind;
    }
}

/// The value of an attribute, and where it ends.
fn value_at(attributes: &str, start: usize) -> Option<(&str, usize)> {
    let bytes = attributes.as_bytes();
    match bytes[start] {
        quote @ (b'"' | b'\'') => {
            let end = start + 1 + memchr(quote, &bytes[start + 1..])?;
            Some((&attributes[start + 1..end], end + 1))
        }
        b'>' => Some(("", start)),
        _ => {
            let end = start + bytes[start..].iter().position(|byte| is_space(*byte) || *byte == b'>')?;
            Some((&attributes[start..end], end))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tidy;
    use proptest::prelude::*;

    fn text(html: &str) -> String {
        tidy(&Shown::of(html).text)
    }

    #[test]
    fn html_becomes_the_text_that_it_shows() {
        for (html, shown) in [
            ("de fiets", "de fiets"),
            ("de&nbsp;<b>fiets</b>", "de fiets"),
            ("lopen<br>liep, gelopen", "lopen\nliep, gelopen"),
            ("<div>een</div><DIV CLASS='x'>twee</DIV>", "een\ntwee"),
            ("a &lt;b&gt; c &amp;amp; d", "a <b> c &amp; d"),
            ("1 < 2 > 1", "1 < 2 > 1"),
            ("ide&euml;n &#235; &#xeb; caf&eacute", "ideën ë ë café"),
            ("<script>alert('<b>')</script>na", "na"),
            ("<STYLE>p{}</style >na", "na"),
            ("<script>nooit dicht", ""),
            ("<a title=\"a > b\" href='javascript:x'>link</a>", "link"),
            ("voor<!-- <b>weg</b> -->na<!-->ook", "voornaook"),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "a b"),
            ("<b", ""),
            ("<", "<"),
            ("</", "</"),
            ("", ""),
        ] {
            assert_eq!(text(html), shown, "{html:?}");
        }
    }

    #[test]
    fn media_are_references() {
        let shown = Shown::of(
            "huis [sound:het&amp;huis.mp3]<img src=\"huis 1.png\"><IMG alt=x src=a&amp;b.gif /> [sound:het&amp;huis.mp3]\
             <audio controls src='a.ogg'></audio>",
        );
        assert_eq!(tidy(&shown.text), "huis");
        assert_eq!(shown.sounds, ["het&huis.mp3", "a.ogg"]);
        assert_eq!(shown.images, ["huis 1.png", "a&b.gif"]);
    }

    #[test]
    fn what_lies_elsewhere_is_no_reference() {
        let shown = Shown::of(
            "<img src=https://x.example/a.png><img src='//x.example/a'><img src='../a'>[sound:/etc/passwd]<img>",
        );
        assert_eq!((shown.sounds, shown.images), (vec![], vec![]));
    }

    #[test]
    fn hostile_fields_take_no_longer_than_others() {
        let pieces = [
            "<b x=",
            "<div>",
            "<script>",
            "<!--",
            "<!---->",
            "<!----!>",
            "</",
            "<a a",
            "[sound:",
            "&",
            "&#",
            "<img src=\"",
            "\"<",
        ];
        for piece in pieces {
            let field = piece.repeat((4 << 20) / piece.len());
            let before = std::time::Instant::now();
            Shown::of(&field);
            assert!(before.elapsed().as_secs() < 10, "{piece}");
        }
    }

    /// The text that a parser of HTML finds.
    fn parsed(html: &str) -> String {
        let hidden = HIDES_ITS_TEXT.into_iter().collect();
        let safe = ammonia::Builder::empty().clean_content_tags(hidden).clean(html).to_string();
        let text =
            safe.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
        text.split_whitespace().collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn the_text_is_what_a_parser_finds(pieces in prop::collection::vec(prop::sample::select(vec![
            "<b>", "</b>", "<div>", "</DIV>", "<br/>", "<script>", "</script>", "<style>", "</style ", "<!--", "-->", "--!>",
            "<!-->", "<!x", "<?x", "&amp;", "&eacute", "&eacute;", "&#60;", "&#x3c;b&#62;", "<img src='a.jpg'>", "<", ">", "\"",
            "'", "a", "é", " ", "</", "</ ", "<a href=\">\">", "<p", "/", "=", "<p x", "\n", "-", "!",
        ]), 0..14)) {
            let html = pieces.concat();
            // A script may hold a comment that holds a script: there the scanner shows what a browser hides.
            prop_assume!(!html.contains("<script") || !html.contains("<!"));
            let found: String = Shown::of(&html).text.split_whitespace().collect();
            prop_assert_eq!(found, parsed(&html), "{:?}", html);
        }
    }
}
