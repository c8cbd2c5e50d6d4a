//! A word is asked in as many ways as it has, one after the other.

use crate::support::{World, card, full_word, review_id, session_id, topic, typed, word, word_id};
use chrono::TimeDelta;
use events::{
    PartOfSpeech,
    admin::{Auxiliary, Snapshot, VerbForms},
    thematic_cards::{AnswerWay, CardKind, CardReviewed},
};
use insta::assert_json_snapshot;
use serde_json::{Value, json};
use testing::Caller;

const KINDS: [&str; 6] = ["recognition", "recall", "article", "forms", "gap", "dictation"];

async fn world() -> World {
    let world = World::new().await;
    world.publish(topic(1)).await;
    world.publish(full_word("brood")).await;
    world
}

async fn only(world: &World, student: &Caller, kind: &str, number: u128) -> Value {
    let session =
        world.arrange(student, session_id(number), &json!({ "kind": kind })).await.expect(201).json();
    session["cards"][0].clone()
}

#[tokio::test]
async fn each_kind_shows_and_expects_what_it_asks() {
    let world = world().await;
    let mut shown = Vec::new();
    for (number, kind) in (1..).zip(KINDS) {
        let card = only(&world, &Caller::student(), kind, number).await;
        shown.push(json!([card["kind"], card["prompt"], card["expected"], card["asks"], card["choices"]]));
    }
    assert_json_snapshot!(shown, @r#"
    [
      [
        "recognition",
        "het brood",
        "brood (en)",
        null,
        null
      ],
      [
        "recall",
        "brood (en)",
        "het brood",
        null,
        null
      ],
      [
        "article",
        "brood",
        "het",
        null,
        [
          "de",
          "het"
        ]
      ],
      [
        "forms",
        "het brood",
        "de brooden",
        [
          "plural"
        ],
        null
      ],
      [
        "gap",
        "Dit is het ___.",
        "brood",
        null,
        null
      ],
      [
        "dictation",
        "",
        "het brood",
        null,
        null
      ]
    ]
    "#);
    let heard = only(&world, &Caller::student(), "dictation", 9).await;
    assert_eq!(heard["word"]["audio"], json!({ "url": "/media/words/brood.opus", "synthetic": true }));
}

#[tokio::test]
async fn a_word_without_a_recording_is_not_asked_by_ear() {
    let world = World::with_words(&["brood"]).await;
    assert_eq!(only(&world, &Caller::student(), "dictation", 1).await, Value::Null);
    assert_eq!(
        only(&world, &Caller::student(), "forms", 2).await,
        Value::Null,
        "nor for a plural it has not"
    );
}

#[tokio::test]
async fn a_card_that_its_word_has_not_cannot_be_answered() {
    let world = World::with_words(&["brood"]).await;
    world.rate(&Caller::student(), "brood", CardKind::Dictation, 1, "good").await.expect(404);
}

/// *Het kind* and *lopen*, with their forms and a sentence each.
async fn world_of_forms() -> World {
    let world = World::new().await;
    world.publish(topic(1)).await;
    let mut child = full_word("kind");
    let mut walk = word("lopen", 1);
    if let (Snapshot::Word(child), Snapshot::Word(walk)) = (&mut child.snapshot, &mut walk.snapshot) {
        child.noun.as_mut().expect("a noun").plural = Some("kinderen".into());
        child.examples[0].text = "Zij hebben drie kinderen.".into();
        (walk.part_of_speech, walk.noun) = (PartOfSpeech::Verb, None);
        walk.verb = Some(VerbForms {
            past_singular: "liep".into(),
            past_plural: "liepen".into(),
            participle: "gelopen".into(),
            auxiliaries: vec![Auxiliary::Zijn],
            particle: None,
            reflexive: false,
        });
        walk.examples[0].text = "Ik loop elke dag naar huis.".into();
    }
    world.publish(child).await;
    world.publish(walk).await;
    world
}

#[tokio::test]
async fn each_mistake_is_named_and_told_to_the_teacher() {
    use CardKind::{Forms, Gap, Recall};
    let world = world_of_forms().await;
    let mistakes = [
        ("kind", Forms, "kinds", "plural"),
        ("kind", Gap, "kind", "plural"),
        ("kind", Recall, "de kind", "article"),
        ("lopen", Forms, "loopte, is gelopen", "past"),
        ("lopen", Forms, "liep, is geloopt", "participle"),
        ("lopen", Forms, "liep, heeft gelopen", "auxiliary"),
        ("lopen", Gap, "loopt", "dt"),
        ("lopen", Gap, "liep", "past"),
    ];
    for (number, (lemma, kind, given, named)) in (1..).zip(mistakes) {
        let student = Caller::student();
        let mut body = json!({ "wordId": word_id(lemma), "kind": kind, "answeredAt": world.clock.now() });
        body["answer"] = json!({ "way": "typed", "text": given });
        let asked = json!({ "cardId": card(&student, lemma, kind) });
        let answer = world.answer(&student, &asked, review_id(number), &body).await.expect(201).json();
        assert_eq!(answer["mistakes"][0]["kind"], named, "{given}: {answer}");
    }
    let facts = world.published::<CardReviewed>().await;
    let mut told: Vec<_> = facts.into_iter().flat_map(|fact| fact.mistakes).collect();
    let mut named = mistakes.map(|(.., named)| named);
    told.sort();
    named.sort_unstable();
    assert_eq!(told, named);
}

#[tokio::test]
async fn kinds_come_one_after_the_other_on_different_days() {
    let world = world().await;
    let student = Caller::student();
    let mut met = Vec::new();
    for number in 1..=6_u128 {
        let session = world.arrange(&student, session_id(number), &json!({})).await.expect(201).json();
        let cards = session["cards"].as_array().expect("cards").clone();
        assert!(cards.len() <= 1, "one card of a word a day: {cards:?}");
        for card in cards.iter().filter(|card| card["phase"] == "new") {
            let kind: CardKind = card["kind"].as_str().expect("a kind").parse().expect("a kind");
            met.push(kind);
            world.rate(&student, "brood", kind, number, "easy").await.expect(201);
        }
        world.clock.advance(TimeDelta::days(1));
    }
    let order: Vec<CardKind> = KINDS.iter().map(|kind| kind.parse().expect("a kind")).collect();
    assert_eq!(met, order);
}

#[tokio::test]
async fn one_of_several_is_chosen() {
    let world = World::with_words(&["brood", "water", "ei", "fruit", "sap"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let choices = card["choices"].as_array().expect("choices").clone();
    assert_eq!(choices.len(), 4);
    assert!(choices.contains(&card["expected"]));
    let wrong = choices.iter().find(|choice| **choice != card["expected"]).expect("a wrong one");
    let mut body = typed(&card, "");
    body["answer"] = json!({ "way": "chosen", "text": wrong });
    let outcome = world.answer(&student, &card, review_id(1), &body).await.expect(201).json();
    assert_eq!((&outcome["rating"], &outcome["expected"]), (&json!("again"), &card["expected"]));
    assert_eq!(world.published::<CardReviewed>().await[0].answer_way, AnswerWay::Chosen);
}

#[tokio::test]
async fn a_right_answer_may_be_called_easy() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    let mut body = typed(&card, "het brood");
    body["calledEasy"] = json!(true);
    let outcome = world.answer(&student, &card, review_id(1), &body).await.expect(201).json();
    assert_eq!((&outcome["rating"], &outcome["phase"]), (&json!("easy"), &json!("review")));
}

#[tokio::test]
async fn a_card_goes_on_when_an_editor_takes_its_ground() {
    let world = world().await;
    let student = Caller::student();
    world.rate(&student, "brood", CardKind::Forms, 1, "good").await.expect(201);
    world.publish(word("brood", 2)).await;
    world.clock.advance(TimeDelta::minutes(10));
    world.rate(&student, "brood", CardKind::Forms, 2, "good").await.expect(201);
    let listed = world.get(&student, "/cards").await;
    assert_eq!(listed["items"], json!([]), "but is asked no more");
    assert_ne!(card(&student, "brood", CardKind::Forms), card(&student, "brood", CardKind::Recall));
}
