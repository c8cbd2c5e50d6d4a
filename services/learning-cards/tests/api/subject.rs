//! A person asks for what is kept of them, or to be forgotten.

use crate::support::{World, noun};
use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::TimeDelta;
use ids::WordListId;
use learning_cards::domain::import::ImportPart;
use serde_json::json;
use std::{collections::BTreeMap, sync::Arc};
use subject::{Erasures, SETTLED_AFTER, documents::DocumentAnswers};
use testing::{
    Blobs, Caller,
    subject::{assert_exported_and_erased, assert_no_trace, erasure_requested, export_requested, unzipped},
};

fn answers(world: &World, blobs: &Blobs) -> DocumentAnswers {
    let kept = learning_cards::holdings::of(&world.app);
    let clock = Arc::new(world.clock.clone());
    DocumentAnswers::new(learning_cards::NAME, world.store.store(), kept, Arc::new(blobs.clone()), clock)
}

/// Something of every kind.
async fn studied(world: &World, student: &Caller, number: u128) {
    let brood = world.add(student, "brood").await;
    world.arrange(student, number, &json!({})).await;
    world.judge(student, brood, number, "see", "good").await;
    let file = json!({ "file": "ZGUgZmlldHMJYmljeWNsZQo=" });
    let import = ids::WordImportId::derive(student.id().as_uuid(), "a file");
    world.put(student, &format!("/imports/{import}"), &file).await.expect(201);
    let part = ImportPart {
        id: format!("{import}/0"),
        student_id: student.id(),
        import_id: import,
        words: vec![],
        laid_down_at: world.clock.now(),
    };
    let request = documents::Fingerprint::of(&part.id).expect("a digest");
    world.app.import_parts.create(request, || documents::Change::of(part)).await.expect("the store");
    let list = WordListId::derive(student.id().as_uuid(), "a list");
    world.put(student, &format!("/lists/{list}"), &json!({ "name": "Les 4" })).await.expect(201);
    world.link(student, &Caller::teacher(), 1).await;
    // They teach by now.
    let as_teacher = Caller::known(student.id(), Caller::teacher().role());
    let list = WordListId::derive(student.id().as_uuid(), "a shared list");
    let body = json!({ "name": "Les 4", "words": [noun("brood")] });
    world.put(&as_teacher, &format!("/shared-lists/{list}"), &body).await.expect(201);
    let word = ids::WordId::new(uuid::Uuid::nil());
    learning_cards::store::taught::see(&world.app.database, student.id(), word, world.clock.now())
        .await
        .expect("the store");
}

#[tokio::test]
async fn all_of_a_person_is_exported_and_erased_and_nothing_of_others() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let (person, other) = (Caller::student(), Caller::student());
    studied(&world, &person, 1).await;
    studied(&world, &other, 2).await;

    assert_exported_and_erased(&answers(&world, &blobs), &world.store.database(), &blobs, person.id()).await;

    let left =
        world.app.words.count(documents::Filter::eq("student_id", other.id())).await.expect("the store");
    assert_eq!(left, 2);
}

#[tokio::test]
async fn who_is_named_by_a_list_of_a_teacher_gets_it_and_is_named_no_more() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let (teacher, person, other) = (Caller::teacher(), Caller::student(), Caller::student());
    let path = format!("/shared-lists/{}", WordListId::derive(teacher.id().as_uuid(), "a list"));
    let body = json!({ "name": "Les 4", "words": [], "studentIds": [person.id(), other.id()] });
    world.put(&teacher, &path, &body).await.expect(201);

    let files = exported(&world, &person).await;
    let lists = String::from_utf8_lossy(&files["shared_lists.json"]).into_owned();
    assert!(lists.contains("Les 4") && !lists.contains(&other.id().to_string()), "{lists}");

    let outcome = bus::Handler::handle(&answers(&world, &blobs), erasure_requested(person.id())).await;
    assert!(matches!(outcome, bus::Outcome::Done), "{outcome:?}");
    assert_no_trace(&world.store.database(), person.id()).await;
    let left = world.get(&teacher, &path).await.expect(200).json();
    assert_eq!(left["studentIds"], json!([other.id()]), "the list is the teacher's");
}

/// The files of the part that `person` gets.
async fn exported(world: &World, person: &Caller) -> BTreeMap<String, Vec<u8>> {
    let blobs = Blobs::default();
    let outcome = bus::Handler::handle(&answers(world, &blobs), export_requested(person.id())).await;
    assert!(matches!(outcome, bus::Outcome::Done), "{outcome:?}");
    unzipped(&blobs.bytes(&blobs.names()[0]).expect("the part"))
}

#[tokio::test]
async fn the_dictionary_comes_as_a_package_too_with_its_schedules() {
    let (world, person) = (World::new().await, Caller::student());
    let brood = world.add(&person, "brood").await;
    world.graduate(&person, brood).await;
    world.add(&Caller::student(), "kaas").await;

    let files = exported(&world, &person).await;
    let readme = String::from_utf8_lossy(&files["README.txt"]).into_owned();
    assert!(readme.contains("dictionary.apkg (application/octet-stream): your own words"), "{readme}");
    let package = files["dictionary.apkg"].clone();
    let offered = world.get(&person, "/dictionary.apkg").await.expect(200);
    assert_eq!(package, offered.bytes(), "as they get it themselves");

    let newcomer = Caller::student();
    let import = ids::WordImportId::derive(newcomer.id().as_uuid(), "their package");
    let file = json!({ "file": STANDARD.encode(package) });
    world.put(&newcomer, &format!("/imports/{import}"), &file).await.expect(201);
    let words = world.get(&newcomer, "/words").await.expect(200).json()["items"].clone();
    assert_eq!(
        (&words[0]["lemma"], &words[0]["progress"]["stage"]),
        (&json!("brood"), &json!("graduated")),
        "{words}"
    );
    assert_eq!(words.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn who_has_no_words_gets_no_package() {
    let (world, person) = (World::new().await, Caller::student());
    world.get(&person, "/settings").await.expect(200);
    let files = exported(&world, &person).await;
    assert!(files.contains_key("words.json") && !files.contains_key("dictionary.apkg"), "{:?}", files.keys());
}

#[tokio::test]
async fn what_a_teacher_shares_goes_with_them_and_stays_with_those_who_took_it_over() {
    let (world, blobs) = (World::new().await, Blobs::default());
    let (teacher, student) = (Caller::teacher(), Caller::student());
    let list = WordListId::derive(teacher.id().as_uuid(), "a list");
    let body = json!({ "name": "Les 4", "words": [noun("brood")] });
    world.put(&teacher, &format!("/shared-lists/{list}"), &body).await.expect(201);
    world.link(&student, &teacher, 1).await;
    world.post(&student, &format!("/offered-lists/{list}/takeovers"), &json!({})).await.expect(200);

    let outcome = bus::Handler::handle(&answers(&world, &blobs), erasure_requested(teacher.id())).await;
    assert!(matches!(outcome, bus::Outcome::Done), "{outcome:?}");
    assert_no_trace(&world.store.database(), teacher.id()).await;

    assert_eq!(world.get(&student, "/offered-lists").await.expect(200).json()["items"], json!([]));
    assert_eq!(world.get(&student, "/lists").await.expect(200).json()["items"][0]["words"], 1);
}

#[tokio::test]
async fn what_a_running_request_wrote_goes_when_the_last_token_has_run_out() {
    let (world, blobs, person) = (World::new().await, Blobs::default(), Caller::student());
    let answers = answers(&world, &blobs);
    answers.prepare().await.expect("indexes");
    bus::Handler::handle(&answers, erasure_requested(person.id())).await;
    let before = world.clock.now();
    studied(&world, &person, 1).await;

    world.clock.set(before + SETTLED_AFTER - TimeDelta::seconds(1));
    assert_eq!(answers.settle().await.expect("the store"), 0, "not yet");
    world.clock.advance(TimeDelta::seconds(1));
    assert_eq!(answers.settle().await.expect("the store"), 1);
    assert_no_trace(&world.store.database(), person.id()).await;
    assert_eq!(answers.settle().await.expect("the store"), 0, "once");
}

#[tokio::test]
async fn a_restored_backup_is_erased_anew() {
    let (world, blobs, person) = (World::new().await, Blobs::default(), Caller::student());
    let answers = answers(&world, &blobs);
    // A backup of before the erasure: the data is there, and no tombstone.
    studied(&world, &person, 1).await;
    let mut so_far = Erasures::default();
    so_far.asked.insert(person.id(), erasure_requested(person.id()));

    assert_eq!(answers.erase_again(&so_far).await.expect("the store"), 1);
    assert_no_trace(&world.store.database(), person.id()).await;
    assert_eq!(answers.erase_again(&so_far).await.expect("the store"), 0);
}
