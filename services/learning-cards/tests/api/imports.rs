//! Words come from files, all or none, and go again.

use crate::support::{World, text, word_id};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use events::learning_cards::{WordAdded, WordRemoved, WordSource};
use ids::{UserId, WordImportId};
use learning_cards::{
    commands::import_words::finish_imports,
    domain::import::{ImportStage, PART, WordImport},
};
use lexicon::{Facts, Lexicon, Pack, PackKind, PackWriter};
use serde_json::{Value, json};
use std::io::{Cursor, Write as _};
use testing::{Answer, Caller};
use uuid::Uuid;

const TABLE: &str = "Nederlands\tEngels\tZin\nhet brood\tbread\tIk koop vers brood.\nde fiets\tbicycle\t\nlopen\tto walk\tIk loop.\n";
const PACKAGE: &[u8] = include_bytes!("../../../../crates/decks/tests/files/anki-latest.apkg");

fn import_id(n: u128) -> WordImportId {
    WordImportId::new(Uuid::from_u128(n))
}

fn file(bytes: impl AsRef<[u8]>) -> Value {
    json!({ "file": STANDARD.encode(bytes), "language": "en" })
}

async fn import(world: &World, student: &Caller, n: u128, body: &Value) -> Answer {
    world.put(student, &format!("/imports/{}", import_id(n)), body).await
}

async fn undo(world: &World, student: &Caller, n: u128) -> Value {
    let path = format!("/imports/{}/undos", import_id(n));
    world.post(student, &path, &json!({})).await.expect(200).json()
}

async fn preview(world: &World, body: &Value) -> Value {
    world.post(&Caller::student(), "/imports/previews", body).await.expect(200).json()
}

async fn refused(world: &World, bytes: &[u8]) -> String {
    let answer = world.post(&Caller::student(), "/imports/previews", &file(bytes)).await.expect(422).json();
    assert_eq!(answer["errors"][0]["pointer"], "/file");
    text(&answer["errors"][0]["code"])
}

async fn headwords(world: &World, student: &Caller, query: &str) -> Vec<String> {
    let page = world.get(student, &format!("/words{query}")).await.expect(200).json();
    page["items"].as_array().expect("items").iter().map(|word| text(&word["headword"])).collect()
}

async fn parts_left(world: &World) -> u64 {
    world.app.import_parts.count(documents::Filter::any()).await.expect("the store")
}

#[tokio::test]
async fn a_preview_shows_what_an_import_would_do_and_does_nothing() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    let mut body = file(format!("{TABLE}water\t\t\n"));
    body["mapping"] = preview(&world, &body).await["mapping"].clone();
    let seen = world.post(&student, "/imports/previews", &body).await.expect(200).json();
    assert_eq!((&seen["kind"], &seen["table"]["delimiter"]), (&json!("table"), &json!("tab")));
    assert_eq!(seen["mapping"]["noteTypes"]["table"]["dutch"], "Nederlands");
    assert_eq!(
        seen["counts"],
        json!({ "notes": 4, "words": 3, "duplicates": 1, "leftOut": 1, "unmapped": 0, "answers": 0, "media": 0, "recordings": 0, "images": 0 })
    );
    assert_eq!(seen["words"][0]["headword"], "het brood");
    assert_eq!(seen["duplicates"], json!([{ "line": 2, "wordId": brood, "headword": "het brood" }]));
    let fault = &seen["faults"][0];
    assert_eq!(
        (&fault["line"], &fault["code"], &fault["leavesOut"]),
        (&json!(5), &json!("no-gloss"), &json!(true))
    );
    assert_eq!(headwords(&world, &student, "").await, ["het brood"]);
    assert_eq!(parts_left(&world).await, 0);
}

#[tokio::test]
async fn an_import_adds_each_word_once_in_the_order_of_the_file() {
    let world = World::new().await;
    let student = Caller::student();
    let first = import(&world, &student, 1, &file(TABLE)).await.expect(201).json();
    assert_eq!((&first["stage"], &first["words"]), (&json!("added"), &json!(3)));
    world.clock.advance(TimeDelta::minutes(1));
    assert_eq!(import(&world, &student, 1, &file(TABLE)).await.expect(200).json(), first);
    let queue = headwords(&world, &student, "?stage=waiting&sort=queue").await;
    assert_eq!(queue, ["het brood", "de fiets", "lopen"]);
    let told = world.published::<WordAdded>().await;
    assert_eq!((told.len(), told[0].source), (3, WordSource::File));
    assert_eq!(told[0].source_id, Some(import_id(1).to_string()));
    let brood = world.get(&student, "/words?q=brood").await.expect(200).json()["items"][0].clone();
    assert_eq!(brood["contexts"][0]["sentence"]["parts"], json!([{ "start": 13, "end": 18 }]));
    assert_eq!(parts_left(&world).await, 0);

    import(&world, &student, 1, &file("ei\tegg\n")).await.expect(409);
    import(&world, &Caller::student(), 1, &file(TABLE)).await.expect(409);
}

#[tokio::test]
async fn what_the_file_does_not_say_comes_from_the_lexicon_and_the_preview_names_it() {
    let world = World::new().await.with_lexicon(knowing_kinds());
    let student = Caller::student();
    let table = "Nederlands\tEngels\tZin\nhuis\thouse\tZij wonen in oude huizen.\nopstaan\tto get up\tHij staat op.\nde zork\tchair\t\n";
    let body = file(table);
    let seen = preview(&world, &body).await;
    let told: Vec<_> = seen["words"]
        .as_array()
        .expect("words")
        .iter()
        .map(|word| (&word["headword"], &word["generated"]))
        .collect();
    assert_eq!(
        told,
        [
            (&json!("het huis"), &json!(["article", "forms"])),
            (&json!("opstaan"), &json!(["forms"])),
            (&json!("de zork"), &json!([])),
        ]
    );

    import(&world, &student, 1, &body).await.expect(201);
    let page = world.get(&student, "/words?sort=queue").await.expect(200).json();
    let [huis, opstaan, _] = page["items"].as_array().expect("items").as_slice() else { panic!("{page}") };
    assert_eq!(huis["noun"], json!({ "articles": ["het"], "plural": "huizen" }));
    assert_eq!(huis["contexts"][0]["sentence"]["parts"], json!([{ "start": 18, "end": 24 }]));
    assert_eq!(opstaan["verb"]["pastSingular"], "stond op");
    let parts = json!([{ "start": 4, "end": 9 }, { "start": 10, "end": 12 }]);
    assert_eq!(opstaan["contexts"][0]["sentence"]["parts"], parts);
}

#[tokio::test]
async fn recordings_and_images_that_are_left_out_are_counted() {
    let world = World::new().await;
    let table = "#separator:tab\n#html:true\nbrood\tbread [sound:brood.mp3]<img src=\"brood.png\">\nei\tegg [sound:ei.mp3][sound:brood.mp3]\n";
    let seen = preview(&world, &file(table)).await;
    assert_eq!((&seen["counts"]["recordings"], &seen["counts"]["images"]), (&json!(2), &json!(1)));
    assert_eq!(seen["words"][0]["glosses"], json!({ "en": "bread" }));
}

/// A lexicon that knows of two words of which kind they are.
fn knowing_kinds() -> Lexicon {
    let mut writer = PackWriter::new(Facts {
        kind: PackKind::Kinds,
        language: None,
        title: "a test".to_owned(),
        licence: "CC0-1.0".to_owned(),
        source: "none".to_owned(),
        changes: "none".to_owned(),
    });
    writer.kind("huis", lexicon::PartOfSpeech::Noun);
    writer.kind("opstaan", lexicon::PartOfSpeech::Verb);
    let pack = Pack::from_bytes(writer.finish().expect("a pack")).expect("a pack");
    Lexicon::with(vec![pack])
}

#[tokio::test]
async fn words_that_are_there_are_passed_over_unless_they_are_wanted() {
    let world = World::new().await;
    let student = Caller::student();
    world.add(&student, "brood").await;
    let skipped = import(&world, &student, 1, &file(TABLE)).await.expect(201).json();
    assert_eq!((&skipped["words"], &skipped["skipped"]), (&json!(2), &json!(1)));
    let again = import(&world, &student, 2, &file(TABLE)).await.expect(201).json();
    assert_eq!((&again["words"], &again["skipped"]), (&json!(0), &json!(3)));
    let mut body = file(TABLE);
    body["duplicates"] = json!("add");
    let added = import(&world, &student, 3, &body).await.expect(201).json();
    assert_eq!((&added["words"], &added["skipped"]), (&json!(3), &json!(0)));
}

#[tokio::test]
async fn a_file_with_a_faulty_line_gives_nothing_unless_the_line_is_to_be_left_out() {
    let world = World::new().await;
    let student = Caller::student();
    let mut body = file(format!("{TABLE}water\t\t\n"));
    let answer = import(&world, &student, 1, &body).await.expect(422).json();
    assert_eq!(answer["errors"][0]["pointer"], "/file/5");
    assert_eq!(headwords(&world, &student, "").await, [""; 0]);
    world.get(&student, &format!("/imports/{}", import_id(1))).await.expect(404);
    body["faultyLines"] = json!("leave-out");
    let answer = import(&world, &student, 1, &body).await.expect(201).json();
    assert_eq!((&answer["words"], &answer["leftOut"]), (&json!(3), &json!(1)));
}

#[tokio::test]
async fn an_undo_takes_away_what_came_and_leaves_what_was_touched() {
    let world = World::new().await;
    let student = Caller::student();
    let own = world.add(&student, "water").await;
    import(&world, &student, 1, &file(TABLE)).await.expect(201);
    world.clock.advance(TimeDelta::minutes(1));
    let page = world.get(&student, "/words?q=fiets").await.expect(200).json();
    let fiets = text(&page["items"][0]["wordId"]);
    world.patch(&student, &format!("/words/{fiets}"), 1, &json!({ "note": "tweewieler" })).await.expect(200);
    // That a week takes a word is not the student's doing.
    world.get(&student, "/cohorts/current").await.expect(200);
    let undone = undo(&world, &student, 1).await;
    assert_eq!(undone["stage"], "taken-back");
    assert_eq!(
        undone["stayed"],
        json!({ "count": 1, "words": [{ "wordId": fiets, "headword": "de fiets" }] })
    );
    assert_eq!(undo(&world, &student, 1).await, undone);
    let left = headwords(&world, &student, "?sort=addedAt").await;
    assert_eq!(left, ["het water", "de fiets"]);
    assert_eq!(world.published::<WordRemoved>().await.len(), 2);
    world.get(&student, &format!("/words/{own}")).await.expect(200);
    let listed = world.get(&student, "/imports").await.expect(200).json();
    assert_eq!(listed["items"][0]["stage"], "taken-back");
}

#[tokio::test]
async fn what_is_answered_stays() {
    let world = World::new().await;
    let student = Caller::student();
    import(&world, &student, 1, &file(TABLE)).await.expect(201);
    world.get(&student, "/cohorts/current").await.expect(200);
    let page = world.get(&student, "/words?q=lopen").await.expect(200).json();
    let lopen: ids::OwnWordId = text(&page["items"][0]["wordId"]).parse().expect("an id");
    world.judge(&student, lopen, 1, "see", "good").await;
    let undone = undo(&world, &student, 1).await;
    assert_eq!(undone["stayed"]["words"][0]["headword"], "lopen");
    assert_eq!(undone["stayed"]["count"], 1);
}

/// An import of many parts, as it is after a process ended with the first of them added.
async fn cut_off(world: &World, student: &Caller) -> WordImport {
    let many: String = (0..120).map(|n| format!("woord{n}\tword {n}\n")).collect();
    import(world, student, 1, &file(many)).await.expect(201);
    let import = world.app.imports.get(import_id(1)).await.expect("the store").expect("an import");
    let mut import = import.into_state();
    import.stage = ImportStage::TakingBack;
    import.open = true;
    let whole = import.clone();
    let rule = |_: WordImport| documents::Change::of(import.clone());
    world.app.imports.change(import_id(1), documents::Filter::any(), rule).await.expect("the store");
    whole
}

#[tokio::test]
async fn what_was_cut_off_is_finished_without_its_student() {
    let world = World::new().await;
    let student = Caller::student();
    cut_off(&world, &student).await;
    assert_eq!(finish_imports(&world.app).await.expect("the store"), 0, "it may be under way");
    world.clock.advance(TimeDelta::minutes(2));
    assert_eq!(finish_imports(&world.app).await.expect("the store"), 1);
    assert_eq!(headwords(&world, &student, "").await.len(), 0);
    assert_eq!(finish_imports(&world.app).await.expect("the store"), 0);
}

#[tokio::test]
async fn an_import_that_ends_while_words_are_added_goes_on_with_those_that_lack() {
    for by_its_student in [true, false] {
        let world = World::new().await;
        let student = Caller::student();
        let many: String = (0..120).map(|n| format!("woord{n}\tword {n}\n")).collect();
        let body = file(many);
        let whole = documents::Filter::eq("student_id", student.id());
        let count = || async { world.app.words.count(whole.clone()).await.expect("the store") };
        // The request ends where it is, as with its process, once the second part is under way.
        tokio::select! {
            _ = import(&world, &student, 1, &body) => panic!("it was done before it could end"),
            () = async { while count().await <= PART as u64 { tokio::task::yield_now().await } } => {}
        }
        let left = count().await;
        assert!((51..120).contains(&left), "{left}");
        let open = world.app.imports.get(import_id(1)).await.expect("the store").expect("an import");
        assert_eq!((open.stage, open.open), (ImportStage::Adding, true));

        if by_its_student {
            import(&world, &student, 1, &body).await.expect(200);
        } else {
            assert_eq!(finish_imports(&world.app).await.expect("the store"), 0, "it may be under way still");
            world.clock.advance(TimeDelta::seconds(91));
            assert_eq!(finish_imports(&world.app).await.expect("the store"), 1);
        }
        assert_eq!(count().await, 120);
        assert_eq!(world.published::<WordAdded>().await.len(), 120, "each is told once");
        assert_eq!(parts_left(&world).await, 0);
        let queue = headwords(&world, &student, "?sort=queue&limit=200").await;
        let file: Vec<String> = (0..120).map(|n| format!("woord{n}")).collect();
        assert_eq!(queue, file, "in the order of the file");
    }
}

#[tokio::test]
async fn parts_of_an_import_that_never_came_to_be_are_forgotten() {
    let world = World::new().await;
    let orphan = |n: u128, student: UserId| learning_cards::domain::import::ImportPart {
        id: format!("{n}/0"),
        student_id: student,
        import_id: import_id(n),
        words: vec![],
        laid_down_at: world.clock.now(),
    };
    let part = orphan(9, Caller::student().id());
    let request = documents::Fingerprint::of(&part.id).expect("a digest");
    world.app.import_parts.create(request, || documents::Change::of(part)).await.expect("the store");
    finish_imports(&world.app).await.expect("the store");
    assert_eq!(parts_left(&world).await, 1);
    world.clock.advance(TimeDelta::days(1));
    finish_imports(&world.app).await.expect("the store");
    assert_eq!(parts_left(&world).await, 0);
}

#[tokio::test]
async fn a_package_of_anki_comes_with_its_schedule() {
    let world = World::new().await;
    let student = Caller::student();
    let mut body = file(PACKAGE);
    body["faultyLines"] = json!("leave-out");
    let seen =
        preview(&world, &body["file"].as_str().map(|text| json!({ "file": text })).expect("a file")).await;
    assert_eq!(seen["kind"], "anki");
    assert!(seen["counts"]["answers"].as_u64() > Some(0), "{seen}");
    let answer = import(&world, &student, 1, &body).await.expect(201).json();
    assert_eq!(answer["words"], seen["counts"]["words"]);
    let page = world.get(&student, "/words").await.expect(200).json();
    let words = page["items"].as_array().expect("items");
    let answers: u64 = words.iter().filter_map(|word| word["progress"]["answers"].as_u64()).sum();
    assert_eq!(json!(answers), seen["counts"]["answers"], "{page}");
    assert!(words.iter().any(|word| word["tags"] == json!(["Straat", "verkeer"])), "{page}");
}

fn archive(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a name");
        archive.write_all(bytes).expect("bytes");
    }
    archive.finish().expect("an archive").into_inner()
}

#[tokio::test]
async fn files_that_mean_no_good_are_refused_with_their_reason() {
    let world = World::new().await;
    for length in [30, PACKAGE.len() / 2, PACKAGE.len() - 10] {
        assert_eq!(refused(&world, &PACKAGE[..length]).await, "damaged-archive");
    }
    let zeros = vec![0; 16 << 20];
    let bomb = archive(&[("collection.anki2", &zeros), ("media", b"{}")]);
    assert!(bomb.len() < 100_000);
    assert_eq!(refused(&world, &bomb).await, "bomb");
    let later = archive(&[("meta", b"\x08\x63"), ("collection.anki2", b"x"), ("media", b"{}")]);
    assert_eq!(refused(&world, &later).await, "unknown-version");
    assert_eq!(refused(&world, &archive(&[("readme.txt", b"x")])).await, "no-collection");
    let outside = archive(&[("../collection.anki2", b"x"), ("media", b"{}")]);
    assert_eq!(refused(&world, &outside).await, "unsafe-name");
    assert_eq!(refused(&world, b"").await, "empty-file");
    assert_eq!(refused(&world, b"brood\tbread\nfiets\t\"bicycle\n").await, "unclosed-quote");
    let lines: String = (0..1_000_000).map(|n| format!("w{n}\tx\n")).collect();
    assert_eq!(refused(&world, lines.as_bytes()).await, "too-much");
    let not_base64 = json!({ "file": "de fiets" });
    let answer = world.post(&Caller::student(), "/imports/previews", &not_base64).await.expect(422).json();
    assert_eq!(answer["errors"][0]["code"], "not-base64");
}

#[tokio::test]
async fn what_runs_elsewhere_is_text_here() {
    let world = World::new().await;
    let student = Caller::student();
    let table = "#separator:tab\n#html:true\nbrood<script>alert(1)</script>\t<b>bread</b><img src=x onerror=alert(1)>\n";
    import(&world, &student, 1, &file(table)).await.expect(201);
    let page = world.get(&student, "/words").await.expect(200);
    let word = page.json()["items"][0].clone();
    assert_eq!((&word["lemma"], &word["glosses"]["en"]), (&json!("brood"), &json!("bread")));
    assert!(!page.to_string().contains("alert"), "{page}");
}

#[tokio::test]
async fn windows_1252_is_read() {
    let world = World::new().await;
    let (bytes, _, _) =
        encoding_rs::WINDOWS_1252.encode("één;one\nzeeën;seas\ncafé;caf\u{e9}\nbeïnvloeden;to influence\n");
    let mut body = file(&bytes);
    body["table"] = json!({ "encoding": "windows-1252", "delimiter": "semicolon", "header": "none" });
    let seen = preview(&world, &body).await;
    let words: Vec<_> =
        seen["words"].as_array().expect("words").iter().map(|word| text(&word["headword"])).collect();
    assert_eq!(words, ["één", "zeeën", "café", "beïnvloeden"]);
    body["table"]["encoding"] = json!("klingon");
    let answer = world.post(&Caller::student(), "/imports/previews", &body).await.expect(422).json();
    assert_eq!(answer["errors"][0]["code"], "unknown-encoding");
}

#[tokio::test]
async fn a_mapping_that_does_not_fit_is_refused() {
    let world = World::new().await;
    for (mapping, code) in [
        (json!({ "noteTypes": { "other": { "dutch": "1" } } }), "no-note-type"),
        (json!({ "noteTypes": { "table": { "dutch": "Frans" } } }), "no-field"),
        (json!({ "noteTypes": { "table": { "gloss": "Engels" } } }), "no-word"),
    ] {
        let mut body = file(TABLE);
        body["mapping"] = mapping;
        let answer = world.post(&Caller::student(), "/imports/previews", &body).await.expect(422).json();
        assert_eq!(
            (&answer["errors"][0]["pointer"], &answer["errors"][0]["code"]),
            (&json!("/mapping"), &json!(code))
        );
    }
}

#[tokio::test]
async fn a_dictionary_that_goes_out_comes_in_again() {
    let world = World::new().await;
    let student = Caller::student();
    let brood = world.add(&student, "brood").await;
    world.graduate(&student, brood).await;
    world.add(&student, "ei").await;
    world
        .put(
            &student,
            &format!("/words/{}", word_id(&student, "x")),
            &json!({
                "lemma": "=zich wassen", "glosses": { "en": "to wash; to clean" }, "tags": ["thuis en tuin"],
            }),
        )
        .await
        .expect(201);

    let table = world.get(&student, "/dictionary.tsv").await.expect(200);
    assert_eq!(table.header("content-disposition"), Some("attachment; filename=\"dictionary.tsv\""));
    let written = String::from_utf8(table.bytes().to_vec()).expect("UTF-8");
    assert!(written.contains("het brood\tbrood (en)\tDit is het brood."), "{written}");
    assert!(written.contains("'=zich wassen"), "no spreadsheet runs it: {written}");
    let other = Caller::student();
    import(&world, &other, 1, &file(table.bytes())).await.expect(201);
    assert_eq!(headwords(&world, &other, "").await.len(), 3);

    let package = world.get(&student, "/dictionary.apkg").await.expect(200);
    let third = Caller::student();
    import(&world, &third, 2, &file(package.bytes())).await.expect(201);
    let progress = |page: Value| page["items"][0]["progress"].clone();
    let theirs = progress(world.get(&third, "/words?q=brood").await.expect(200).json());
    let own = progress(world.get(&student, "/words?q=brood").await.expect(200).json());
    for field in ["stage", "echoesPassed", "echoFrom", "answers", "correct"] {
        assert_eq!(theirs[field], own[field], "{field}");
    }
    assert_eq!(headwords(&world, &third, "?stage=waiting").await.len(), 2);
}
