//! A teacher shares lists with their students, who take them over.

use crate::support::{World, list_id, noun, text, word_id};
use events::learning_cards::{WordAdded, WordSource};
use serde_json::{Value, json};
use testing::{Answer, Caller};

fn words(lemmas: &[&str]) -> Value {
    json!({ "name": "Les 4", "words": lemmas.iter().map(|lemma| noun(lemma)).collect::<Vec<_>>() })
}

async fn shared(world: &World, teacher: &Caller, lemmas: &[&str]) -> String {
    world.put(teacher, &format!("/shared-lists/{}", list_id(1)), &words(lemmas)).await.expect(201);
    format!("/offered-lists/{}", list_id(1))
}

async fn take(world: &World, student: &Caller, list: &str) -> Answer {
    world.post(student, &format!("{list}/takeovers"), &json!({})).await
}

fn counts(taken: &Value) -> [&Value; 4] {
    [&taken["added"], &taken["known"], &taken["leftOut"], &taken["list"]["words"]]
}

#[tokio::test]
async fn a_list_is_offered_to_the_students_of_its_teacher_alone() {
    let world = World::new().await;
    let (teacher, student, other) = (Caller::teacher(), Caller::student(), Caller::student());
    let list = shared(&world, &teacher, &["brood", "ei"]).await;
    world.link(&student, &teacher, 2).await;
    let offered = world.get(&student, "/offered-lists").await.expect(200).json();
    assert_eq!(
        (&offered["items"][0]["name"], &offered["items"][0]["wordCount"]),
        (&json!("Les 4"), &json!(2))
    );
    assert_eq!(offered["items"][0].get("takenAs"), None);
    let shown = world.get(&student, &list).await.expect(200).json();
    assert_eq!(shown["words"][1]["headword"], "het ei");
    assert_eq!(world.get(&other, "/offered-lists").await.expect(200).json()["items"], json!([]));
    world.get(&other, &list).await.expect(404);
    take(&world, &other, &list).await.expect(404);

    take(&world, &student, &list).await.expect(200);
    world.unlink(&student, &teacher, 3).await;
    // It comes again, late.
    world.link(&student, &teacher, 2).await;
    assert_eq!(world.get(&student, "/offered-lists").await.expect(200).json()["items"], json!([]));
    take(&world, &student, &list).await.expect(404);
    let own = world.get(&student, "/lists").await.expect(200).json();
    assert_eq!(own["items"][0]["words"], 2, "what was taken over stays");
}

#[tokio::test]
async fn all_words_are_taken_over_once_and_wait_in_the_order_of_the_list() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student());
    let brood = world.add(&student, "brood").await;
    let list = shared(&world, &teacher, &["ei", "brood", "sap"]).await;
    world.link(&student, &teacher, 1).await;
    let taken = take(&world, &student, &list).await.expect(200).json();
    assert_eq!(counts(&taken), [&json!(2), &json!(1), &json!(0), &json!(3)]);
    assert_eq!(taken["list"]["takenFrom"], json!(list_id(1)));
    let own = taken["list"]["listId"].clone();
    assert_eq!(world.word(&student, brood).await["lists"], json!([own]), "the student's own word, as it is");
    let queue = world.get(&student, "/words?sort=queue").await.expect(200).json();
    let lemmas: Vec<_> =
        queue["items"].as_array().expect("words").iter().map(|word| word["lemma"].clone()).collect();
    assert_eq!(lemmas, ["ei", "sap", "brood"]);
    assert_eq!(queue["items"][0]["source"], json!({ "kind": "list", "id": list_id(1) }));
    assert_eq!(queue["items"][0]["contexts"][0]["sentence"]["text"], "Dit is het ei.");

    let again = take(&world, &student, &list).await.expect(200).json();
    assert_eq!(counts(&again), [&json!(0), &json!(3), &json!(0), &json!(3)]);
    let told = world.published::<WordAdded>().await;
    assert_eq!(told.iter().filter(|added| added.source == WordSource::List).count(), 2);
    let offered = world.get(&student, "/offered-lists").await.expect(200).json();
    assert_eq!(offered["items"][0]["takenAs"], own);
}

#[tokio::test]
async fn a_repeat_brings_what_the_teacher_added_and_nothing_that_the_student_removed() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student());
    let list = shared(&world, &teacher, &["ei", "brood"]).await;
    world.link(&student, &teacher, 1).await;
    let own = take(&world, &student, &list).await.expect(200).json()["list"]["listId"].clone();
    let queue = world.get(&student, "/words?sort=queue").await.expect(200).json();
    let ei = queue["items"][0]["wordId"].as_str().expect("an id").to_owned();
    world.delete(&student, &format!("/words/{ei}")).await.expect(204);
    let path = format!("/lists/{}", own.as_str().expect("an id"));
    world.delete(&student, &path).await.expect(204);

    let path = format!("/shared-lists/{}", list_id(1));
    // In another order, and with one more.
    let changed = json!({ "words": [noun("sap"), noun("brood"), noun("ei")] });
    world.patch(&teacher, &path, 1, &changed).await.expect(200);
    world.patch(&teacher, &path, 1, &changed).await.expect(412);
    let taken = take(&world, &student, &list).await.expect(200).json();
    assert_eq!(counts(&taken), [&json!(1), &json!(1), &json!(1), &json!(2)]);
    assert_eq!(taken["list"]["listId"], own, "the list is there again");
}

#[tokio::test]
async fn a_taking_over_that_is_cut_off_is_finished_by_its_repeat() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student());
    let lemmas: Vec<String> = (0..20).map(|number| format!("woord{number}")).collect();
    let lemmas: Vec<&str> = lemmas.iter().map(String::as_str).collect();
    let list = shared(&world, &teacher, &lemmas).await;
    world.link(&student, &teacher, 1).await;
    take(&world, &student, &list).await.expect(200);
    // As if the process had ended before these: a word and what is told of it are one write.
    let words = world.store.database().collection::<bson::Document>("words");
    let last = bson::doc! { "key": { "$regex": "^woord1" } };
    assert_eq!(words.delete_many(last).await.expect("the store").deleted_count, 11);
    let taken = take(&world, &student, &list).await.expect(200).json();
    assert_eq!(counts(&taken), [&json!(11), &json!(9), &json!(0), &json!(20)]);
    assert_eq!(world.published::<WordAdded>().await.len(), 20, "each is told once");
}

#[tokio::test]
async fn a_list_that_is_shared_no_more_is_offered_no_more() {
    let world = World::new().await;
    let (teacher, student) = (Caller::teacher(), Caller::student());
    let list = shared(&world, &teacher, &["ei"]).await;
    world.link(&student, &teacher, 1).await;
    let path = format!("/shared-lists/{}", list_id(1));
    assert_eq!(world.get(&teacher, "/shared-lists").await.expect(200).json()["items"][0]["wordCount"], 1);
    world.delete(&teacher, &path).await.expect(204);
    world.delete(&teacher, &path).await.expect(204);
    world.get(&teacher, &path).await.expect(404);
    world.get(&student, &list).await.expect(404);
    assert_eq!(world.get(&teacher, "/shared-lists").await.expect(200).json()["items"], json!([]));
}

#[tokio::test]
async fn what_is_wrong_with_a_shared_word_is_told_at_its_place() {
    let world = World::new().await;
    let teacher = Caller::teacher();
    let path = format!("/shared-lists/{}", list_id(1));
    let mut in_a_list = noun("ei");
    in_a_list["lists"] = json!([list_id(2)]);
    let mut from_a_text = noun("ei");
    from_a_text["source"] = json!({ "kind": "text" });
    for (bad, pointer) in [
        (json!({ "lemma": "", "glosses": { "en": "x" } }), "/words/1/lemma"),
        (in_a_list, "/words/1/lists"),
        (from_a_text, "/words/1/source"),
        (noun("brood"), "/words/1/lemma"),
    ] {
        let body = json!({ "name": "Les 4", "words": [noun("brood"), bad] });
        let refused = world.put(&teacher, &path, &body).await.expect(422).json();
        assert_eq!(refused["errors"][0]["pointer"], pointer);
    }
    let many: Vec<_> = (0..201).map(|number| noun(&format!("woord{number}"))).collect();
    world.put(&teacher, &path, &json!({ "name": "Les 4", "words": many })).await.expect(422);
    world.put(&teacher, &path, &words(&["ei"])).await.expect(201);
    world.put(&teacher, &path, &words(&["ei"])).await.expect(200);
    world.put(&Caller::teacher(), &path, &words(&["ei"])).await.expect(409);
    assert_eq!(
        world.get(&Caller::student(), &format!("/words/{}", word_id(&teacher, "ei"))).await.status(),
        404
    );
}

/// The names of the lists that are offered to `student`.
async fn offered(world: &World, student: &Caller) -> Vec<String> {
    let page = world.get(student, "/offered-lists").await.expect(200).json();
    page["items"].as_array().expect("items").iter().map(|list| text(&list["name"])).collect()
}

#[tokio::test]
async fn a_list_that_names_students_is_offered_to_them_alone() {
    let world = World::new().await;
    let (teacher, named, other) = (Caller::teacher(), Caller::student(), Caller::student());
    let stranger = Caller::student();
    for student in [&named, &other] {
        world.link(student, &teacher, 1).await;
    }
    let mut body = words(&["ei"]);
    body["studentIds"] = json!([named.id(), stranger.id()]);
    let path = format!("/shared-lists/{}", list_id(1));
    let shared = world.put(&teacher, &path, &body).await.expect(201).json();
    let mut expected = [named.id().to_string(), stranger.id().to_string()];
    expected.sort();
    assert_eq!(shared["studentIds"], json!(expected));
    assert_eq!(offered(&world, &named).await, ["Les 4"]);
    assert!(offered(&world, &other).await.is_empty());
    assert!(offered(&world, &stranger).await.is_empty(), "whom the teacher does not teach");
    let list = format!("/offered-lists/{}", list_id(1));
    let shown = world.get(&named, &list).await.expect(200).json();
    assert_eq!(shown.get("studentIds"), None, "a student does not see whom else it is for");
    take(&world, &other, &list).await.expect(404);
    take(&world, &named, &list).await.expect(200);
}

#[tokio::test]
async fn whom_a_list_is_for_can_be_changed_and_taken_back() {
    let world = World::new().await;
    let (teacher, one, two) = (Caller::teacher(), Caller::student(), Caller::student());
    shared(&world, &teacher, &["ei"]).await;
    for student in [&one, &two] {
        world.link(student, &teacher, 1).await;
    }
    let path = format!("/shared-lists/{}", list_id(1));
    world.patch(&teacher, &path, 1, &json!({ "studentIds": [two.id()] })).await.expect(200);
    assert_eq!((offered(&world, &one).await.len(), offered(&world, &two).await.len()), (0, 1));
    world.patch(&teacher, &path, 2, &json!({ "name": "Les 5" })).await.expect(200);
    assert_eq!((offered(&world, &one).await.len(), offered(&world, &two).await.len()), (0, 1), "it stays so");
    world.patch(&teacher, &path, 3, &json!({ "studentIds": [] })).await.expect(200);
    assert_eq!(
        (offered(&world, &one).await.len(), offered(&world, &two).await.len()),
        (0, 0),
        "to nobody yet"
    );
    world.patch(&teacher, &path, 4, &json!({ "studentIds": null })).await.expect(200);
    assert_eq!((offered(&world, &one).await.len(), offered(&world, &two).await.len()), (1, 1));
    let many: Vec<_> = (0..1001).map(|_| one.id()).collect();
    let refused = world.patch(&teacher, &path, 5, &json!({ "studentIds": many })).await.expect(422).json();
    assert_eq!(refused["errors"][0]["pointer"], "/studentIds");
}
