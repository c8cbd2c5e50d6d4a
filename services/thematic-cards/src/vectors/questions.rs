//! What an answer to a card is worth, for every kind of card and of word.

use crate::{
    domain::{
        lessons::{Lesson, Lessons},
        question::{GlossLanguage, card_id},
        samples::{adjective, noun, phrase, verb},
        topic::Topic,
        word::{Entry, Word},
    },
    routes::view::CardView,
};
use chrono::DateTime;
use events::{
    admin::{Audio, Auxiliary, Example, VerbForms},
    thematic_cards::CardKind,
};
use grader::Verdict;
use ids::{UserId, WordId};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use uuid::Uuid;

fn meaning(entry: Entry, english: &str, russian: Option<&str>) -> Entry {
    let mut glosses = BTreeMap::from([("en".to_owned(), english.to_owned())]);
    glosses.extend(russian.map(|russian| ("ru".to_owned(), russian.to_owned())));
    Entry { glosses, ..entry }
}

fn in_sentence(entry: Entry, text: &str) -> Entry {
    let translations = BTreeMap::from([("en".to_owned(), format!("({text})"))]);
    Entry { examples: vec![Example { text: text.to_owned(), translations }], ..entry }
}

fn heard(entry: Entry) -> Entry {
    let url = format!("/media/words/{}.opus", entry.lemma);
    Entry { audio: Some(Audio { url, synthetic: true }), ..entry }
}

fn with(entry: Entry, auxiliaries: &[Auxiliary]) -> Entry {
    let verb = entry.verb.map(|forms| VerbForms { auxiliaries: auxiliaries.to_vec(), ..forms });
    Entry { verb, ..entry }
}

fn reflexive(entry: Entry) -> Entry {
    let verb = entry.verb.map(|forms| VerbForms { reflexive: true, ..forms });
    Entry { verb, ..entry }
}

/// Words of every kind, and those at which a rule could trip: two articles or none, no plural, several spellings, parts in
/// brackets, commas and spaces inside of forms.
fn words() -> Vec<Entry> {
    let both = [Auxiliary::Hebben, Auxiliary::Zijn];
    vec![
        heard(in_sentence(
            meaning(noun("het", "brood", Some("broden"), Some("broodje")), "bread; loaf", Some("хлеб")),
            "Ik eet elke morgen brood.",
        )),
        heard(in_sentence(
            meaning(noun("de", "fiets", Some("fietsen"), None), "bicycle (bike)", Some("велосипед")),
            "De fiets staat buiten.",
        )),
        heard(meaning(noun("de/het", "soort", Some("soorten"), None), "kind / sort", None)),
        heard(meaning(noun("", "Nederland", None, None), "the Netherlands", Some("Нидерланды"))),
        meaning(noun("de", "melk", None, None), "milk", Some("молоко")),
        meaning(noun("het", "idee", Some("ideeën"), None), "idea", Some("идея; мысль")),
        meaning(noun("de", "rode kool", Some("rode kolen"), None), "red cabbage", None),
        meaning(noun("het", "ijs", Some("ijsjes"), None), "ice (cream)", Some("лёд; мороженое")),
        heard(in_sentence(
            meaning(
                verb("opstaan", ["stond op", "stonden op"], "opgestaan", Some("op")),
                "to get up; to stand up",
                Some("вставать"),
            ),
            "Ik sta elke dag om zeven uur op.",
        )),
        in_sentence(
            meaning(with(verb("lopen", ["liep", "liepen"], "gelopen", None), &both), "to walk", None),
            "Zij loopt naar huis.",
        ),
        meaning(
            with(verb("waaien", ["waaide/woei", "waaiden/woeien"], "gewaaid", None), &both[..1]),
            "to blow",
            None,
        ),
        meaning(
            with(
                verb("zich schamen", ["schaamde zich", "schaamden zich"], "zich geschaamd", None),
                &both[..1],
            ),
            "to be ashamed",
            None,
        ),
        in_sentence(
            meaning(noun("het", "kind", Some("kinderen"), Some("kindje")), "child", Some("ребёнок")),
            "Zij hebben drie kinderen.",
        ),
        heard(in_sentence(
            meaning(
                reflexive(with(verb("vervelen", ["verveelde", "verveelden"], "verveeld", None), &both[..1])),
                "to be bored",
                Some("скучать"),
            ),
            "Ik verveel me nooit.",
        )),
        meaning(
            reflexive(with(
                verb("voorstellen", ["stelde voor", "stelden voor"], "voorgesteld", Some("voor")),
                &both[..1],
            )),
            "to introduce oneself",
            None,
        ),
        meaning(
            with(verb("zeggen, dat", ["zei, dat", "zeiden, dat"], "gezegd, dat", None), &both[..1]),
            "to say that",
            None,
        ),
        meaning(with(verb("moeten", ["moest", "moesten"], "gemoeten", None), &[]), "must, to have to", None),
        meaning(adjective("groot", Some("groter")), "big; large", Some("большой")),
        heard(meaning(phrase("tot ziens"), "goodbye", Some("до свидания"))),
        meaning(phrase("(heel) graag gedaan"), "you are welcome", None),
        meaning(phrase("één"), "one", Some("один")),
    ]
}

/// What students type, for whom `expected` would be right: nearly right, wrong in every way, and no answer at all.
fn given(entry: &Entry, expected: &str) -> Vec<String> {
    let (lemma, verb) = (entry.lemma.as_str(), entry.verb.as_ref());
    let plural = entry.noun.as_ref().and_then(|noun| noun.plural.as_deref());
    let mut given: Vec<String> = [
        expected,
        lemma,
        "",
        "   ",
        "de",
        "het",
        "de/het",
        "xyzzy",
        "\u{1F6B2}\u{1F3FD} fiets",
        "\u{202e}doorb teh\u{202c}",
        "б\u{440}\u{43e}\u{43e}d",
        "شكرا",
        "((",
    ]
    .map(str::to_owned)
    .to_vec();
    given.extend([
        format!("de {lemma}"),
        format!("het {lemma}"),
        format!("zich {lemma}"),
        format!("{lemma}s"),
        format!("{lemma}t"),
        format!("DE {}", lemma.to_uppercase()),
        format!("  {expected} . "),
        format!("{expected}n"),
        format!("{expected} niet"),
        expected.to_uppercase(),
        expected.replace(", ", " "),
        expected.replace(['(', ')'], ""),
        expected.chars().skip(1).collect(),
        // A letter with its mark beside it, and nothing that is seen inside of a word.
        expected.replace('é', "e\u{301}").replace('ë', "e\u{308}").replace("ij", "\u{133}"),
        expected.chars().flat_map(|letter| [letter, '\u{200b}']).collect(),
    ]);
    given.extend(expected.split([';', '/']).map(str::to_owned));
    given.extend(plural.into_iter().flat_map(|plural| [plural.to_owned(), format!("het {plural}")]));
    given.extend(verb.into_iter().flat_map(|verb| {
        let (past, participle) = (&verb.past_singular, &verb.participle);
        [
            format!("{past} {participle}"),
            format!("{past}, heeft {participle}"),
            format!("{past}, is {participle}"),
            format!("{} {participle}", verb.past_plural),
            format!("{past} zich, heeft zich {participle}"),
            format!("{past}te, heeft ge{lemma}"),
            past.clone(),
            participle.clone(),
        ]
    }));
    let mut seen = std::collections::HashSet::new();
    given.retain(|text| seen.insert(text.clone()));
    given
}

/// Rating, whether it is right, and each mistake: its kind, where it begins and ends, what would be right.
fn short(verdict: &Verdict) -> Value {
    let mistakes: Vec<_> = verdict
        .mistakes
        .iter()
        .map(|mistake| json!([mistake.kind, mistake.span.start, mistake.span.end, mistake.expected]))
        .collect();
    json!([verdict.rating, verdict.correct, mistakes])
}

fn question(lesson: &Lesson, kind: CardKind, language: GlossLanguage, lessons: &Lessons) -> Value {
    let card = card_id(UserId::new(Uuid::from_u128(9)), lesson.id, kind);
    let view = CardView::of(card, kind, language, lesson, None, lessons).expect("the word has such a card");
    let entry = &lesson.entry;
    let texts = given(entry, &view.expected);
    let typed: Vec<_> =
        texts.iter().map(|text| json!([text, short(&entry.grade(kind, language, text))])).collect();
    let chosen = view.choices.iter().chain(&texts[..2]);
    let chosen: Vec<_> =
        chosen.map(|text| json!([text, short(&entry.grade_choice(kind, language, text))])).collect();
    json!({ "language": language, "card": view, "typed": typed, "chosen": chosen })
}

pub(super) fn vectors() -> Vec<Value> {
    let entries = words();
    let topic = Topic { taught: true, ..Topic::unknown(entries[0].topic_id) };
    let words = entries.into_iter().zip(1..).map(|(entry, number)| Word {
        taught: true,
        entry: Some(entry),
        ..Word::unknown(WordId::new(Uuid::from_u128(number)))
    });
    let lessons = Lessons::default().with(vec![topic.clone()], words.collect(), DateTime::UNIX_EPOCH);
    let mut questions = Vec::new();
    for lesson in lessons.words_of(topic.id) {
        for kind in lesson.kinds() {
            questions.push(question(lesson, kind, GlossLanguage::En, &lessons));
            if kind == CardKind::Recognition {
                questions.push(question(lesson, kind, GlossLanguage::Ru, &lessons));
            }
        }
    }
    questions
}
