//! Our kind of note, and the names of decks, as Anki's JSON has them.

use crate::text::{on_one_line, tidy};
use crate::{Asks, Row};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use sha1::{Digest, Sha1};

/// The id of our kind of note, the same in every package: Anki knows it again.
pub(super) const NOTE_TYPE: i64 = 1_600_000_000_001;
/// The deck that every collection has.
pub(super) const DEFAULT_DECK: i64 = 1;

/// The fields, in order. Their names are known to [`Mapping::guess`](crate::Mapping::guess), save the last two, which hold
/// media alone.
const FIELDS: [&str; 7] =
    ["Dutch", "Translation", "Sentence", "Sentence translation", "Remark", "Sound", "Image"];

/// What the templates ask, in order.
pub(super) const TEMPLATES: [Asks; 2] = [Asks::Meaning, Asks::Dutch];

const CSS: &str = ".card { font-family: sans-serif; font-size: 24px; text-align: center; }
.sentence { margin-top: 1em; } .translation, .remark { color: gray; font-size: 18px; white-space: pre-line; }";

const DETAILS: &str = "{{#Sentence}}<div class=\"sentence\">{{Sentence}}</div>{{/Sentence}}\
{{#Sentence translation}}<div class=\"translation\">{{Sentence translation}}</div>{{/Sentence translation}}\
{{#Remark}}<div class=\"remark\">{{Remark}}</div>{{/Remark}}{{Image}}";

/// The kinds of notes: one.
pub(super) fn note_types(at: DateTime<Utc>) -> Value {
    let field = |(place, name): (usize, &&str)| json!({ "name": name, "ord": place, "sticky": false, "rtl": false, "font": "Arial", "size": 20, "media": [] });
    let template = |name: &str, place: usize, question: &str, answer: String| {
        json!({
            "name": name, "ord": place, "qfmt": question, "afmt": format!("{{{{FrontSide}}}}<hr id=answer>{answer}{DETAILS}"),
            "bqfmt": "", "bafmt": "", "did": null,
        })
    };
    json!({ NOTE_TYPE.to_string(): {
        "id": NOTE_TYPE, "name": "Tall Ecosystem", "type": 0, "mod": at.timestamp(), "usn": -1, "sortf": 0, "did": DEFAULT_DECK,
        "tmpls": [
            template("Dutch - translation", 0, "{{Dutch}}{{Sound}}", "{{Translation}}".to_owned()),
            template("Translation - Dutch", 1, "{{Translation}}", "{{Dutch}}{{Sound}}".to_owned()),
        ],
        "flds": FIELDS.iter().enumerate().map(field).collect::<Vec<_>>(),
        "css": CSS, "latexPre": "", "latexPost": "", "tags": [], "vers": [],
        "req": [[0, "any", [0, 5]], [1, "any", [1]]],
    }})
}

/// The fields of a row, as HTML, in the order of [`FIELDS`].
pub(super) fn fields(row: &Row) -> [String; 7] {
    let optional = |text: &Option<String>| html(text.as_deref().unwrap_or_default());
    let sounds = row.sounds.iter().map(|name| format!("[sound:{}]", html(name)));
    let images = row.images.iter().map(|name| format!("<img src=\"{}\">", html(name).replace('"', "&quot;")));
    [
        html(&row.dutch),
        html(&row.gloss),
        optional(&row.sentence),
        optional(&row.translation),
        optional(&row.remark),
        sounds.collect(),
        images.collect(),
    ]
}

/// A text as HTML that shows it: nothing of it is a tag, a sound, or the end of a field.
fn html(text: &str) -> String {
    let text =
        tidy(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\n', "<br>");
    text.replace("[sound:", "[sound&#58;")
}

/// Tags as Anki keeps them: none holds a space.
pub(super) fn tags(row: &Row) -> String {
    let joined = |tag: &String| tidy(tag).split_whitespace().collect::<Vec<_>>().join("_");
    let tags: Vec<String> = row.tags.iter().map(joined).filter(|tag| !tag.is_empty()).collect();
    if tags.is_empty() { String::new() } else { format!(" {} ", tags.join(" ")) }
}

/// A name of a deck as Anki has it: parts with `::` between them, none empty, no quotation marks.
pub(super) fn deck_name(name: &str) -> String {
    let part = |part: &str| on_one_line(&tidy(&part.replace('"', "")), " ");
    name.split("::").map(part).filter(|part| !part.is_empty()).collect::<Vec<_>>().join("::")
}

/// The deck of a row.
pub(super) fn deck_of(deck: &str, row: &Row) -> String {
    deck_name(&format!("{deck}::{}", row.list.as_deref().unwrap_or_default()))
}

/// Decks with these names and ids, and the one that every collection has.
pub(super) fn decks<'a>(named: impl IntoIterator<Item = (&'a String, &'a i64)>, at: DateTime<Utc>) -> Value {
    let deck = |id: i64, name: &str| {
        json!({
            "id": id, "name": name, "mod": at.timestamp(), "usn": -1, "desc": "", "dyn": 0, "conf": 1, "collapsed": false,
            "browserCollapsed": false, "extendNew": 0, "extendRev": 0, "lrnToday": [0, 0], "revToday": [0, 0],
            "newToday": [0, 0], "timeToday": [0, 0],
        })
    };
    let all = named.into_iter().map(|(name, id)| (id.to_string(), deck(*id, name)));
    Value::Object(
        std::iter::once((DEFAULT_DECK.to_string(), deck(DEFAULT_DECK, "Default"))).chain(all).collect(),
    )
}

/// Options of decks: Anki's own defaults.
pub(super) fn deck_options() -> Value {
    json!({ "1": {
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
        "new": { "bury": false, "delays": [1.0, 10.0], "initialFactor": 2500, "ints": [1, 4, 0], "order": 1, "perDay": 20 },
        "rev": { "bury": false, "ease4": 1.3, "ivlFct": 1.0, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2 },
        "lapse": { "delays": [10.0], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0.0 },
    }})
}

/// The settings of a collection whose day begins so many minutes west of UTC.
pub(super) fn configuration(minutes_west: i32, next_position: usize) -> Value {
    json!({
        "schedVer": 2, "sched2021": true, "creationOffset": minutes_west, "curDeck": DEFAULT_DECK, "activeDecks": [DEFAULT_DECK],
        "curModel": NOTE_TYPE, "nextPos": next_position, "newSpread": 0, "collapseTime": 1200, "timeLim": 0, "estTimes": true,
        "dueCounts": true, "sortType": "noteFld", "sortBackwards": false, "addToCur": true, "dayLearnFirst": false,
    })
}

/// An id that follows from a text, as Anki's are: milliseconds since 1970, in the years 2001 to 2036.
pub(super) fn id_of(text: &str) -> i64 {
    let digest = Sha1::digest(text.as_bytes());
    1_000_000_000_000 + digest.iter().take(5).fold(0, |number, byte| number << 8 | i64::from(*byte))
}

/// Anki's checksum of the first field, by which it finds duplicates.
pub(super) fn checksum(text: &str) -> i64 {
    Sha1::digest(text.as_bytes()).iter().take(4).fold(0, |number, byte| number << 8 | i64::from(*byte))
}
