//! What no client of ours sends, and what may come of it all the same.

use crate::support::{World, archived, card, review_id, session_id, typed, word_id};
use bson::{Bson, Document, doc};
use chrono::{DateTime, TimeDelta, Utc};
use events::{
    admin::ContentKind,
    thematic_cards::{CardKind, CardReviewed},
};
use mongodb::Collection;
use serde_json::json;
use testing::{Caller, assert_mistakes_lie_within, odd_texts};
use thematic_cards::{domain::deck::Deck, store::deck};
use uuid::Uuid;

#[tokio::test]
async fn whatever_is_typed_is_judged_and_its_mistakes_lie_within_it() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    world.answer(&student, &card, review_id(0), &typed(&card, "het\0brood")).await.expect(422);
    let odd = odd_texts();
    for (n, given) in (1..).zip(&odd) {
        let answer =
            world.answer(&student, &card, review_id(n), &typed(&card, given)).await.expect(201).json();
        assert_mistakes_lie_within(&answer, given);
        let again =
            world.answer(&student, &card, review_id(n), &typed(&card, given)).await.expect(200).json();
        assert_eq!(again, answer, "{given:?}");
    }
    let told = world.published::<CardReviewed>().await;
    assert_eq!(told.len(), odd.len());
}

#[tokio::test]
async fn what_is_not_seen_does_not_count() {
    let world = World::with_words(&["brood"]).await;
    let student = Caller::student();
    let card = world.first_card(&student).await;
    for (n, given) in (1..).zip([
        "het br\u{200b}ood",
        "\u{202e}het brood\u{202c}",
        "\u{feff}het\u{a0}brood",
        "het bro\u{ad}od",
    ]) {
        let answer =
            world.answer(&student, &card, review_id(n), &typed(&card, given)).await.expect(201).json();
        assert_eq!(answer["correct"], true, "{given:?}: {answer}");
    }
}

#[tokio::test]
async fn a_word_that_is_gone_can_be_answered_and_one_that_never_was_cannot() {
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    world.archive(archived(word_id("brood"), ContentKind::Word, 2)).await;
    world.rate(&student, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.rate(&student, "eenhoorn", CardKind::Recall, 2, "good").await.expect(404);
    // It has no plural, and so no such card.
    world.rate(&student, "water", CardKind::Forms, 3, "good").await.expect(404);
    assert_eq!(world.published::<CardReviewed>().await.len(), 1);
    let session = world.arrange(&student, session_id(1), &json!({})).await.expect(201).json();
    let asked: Vec<_> =
        session["cards"].as_array().expect("cards").iter().map(|card| &card["word"]["lemma"]).collect();
    assert_eq!(asked, ["water"], "nobody is asked what is gone");
}

#[tokio::test]
async fn the_review_id_of_another_student_is_free() {
    let world = World::with_words(&["brood"]).await;
    let (one, other) = (Caller::student(), Caller::student());
    world.rate(&one, "brood", CardKind::Recall, 1, "good").await.expect(201);
    world.rate(&other, "brood", CardKind::Recall, 1, "again").await.expect(201);
    let told = world.published::<CardReviewed>().await;
    let cards: Vec<_> = told.iter().map(|fact| (fact.user_id, fact.card_id)).collect();
    for student in [&one, &other] {
        assert!(cards.contains(&(student.id(), card(student, "brood", CardKind::Recall))), "{cards:?}");
    }
}

/// A card that was met, so many times over, each of another word.
async fn many_cards(world: &World, student: &Caller, count: u128) {
    world.rate(student, "brood", CardKind::Recall, 1, "easy").await.expect(201);
    let cards: Collection<Document> = world.store.database().collection("cards");
    let mut card = cards.find_one(doc! {}).await.expect("the store").expect("a card");
    card.remove("outbox");
    card.remove("outbox_at");
    card.insert("log", Vec::<Bson>::new());
    let numbers: Vec<u128> = (1..=count).collect();
    for part in numbers.chunks(5_000) {
        let copies = part.iter().map(|number| {
            let mut copy = card.clone();
            let id = Uuid::from_u128(*number).to_string();
            copy.extend(doc! { "_id": &id, "word_id": id });
            copy
        });
        cards.insert_many(copies).await.expect("the store");
    }
}

#[tokio::test]
async fn a_student_with_a_hundred_thousand_cards_sits_down_as_any_other() {
    const CARDS: u128 = 100_000;
    let world = World::with_words(&["brood", "water"]).await;
    let student = Caller::student();
    many_cards(&world, &student, CARDS).await;
    world.clock.advance(TimeDelta::days(1));
    let database = world.store.database();
    let now: DateTime<Utc> = world.clock.now();
    let read = deck::read(&database, student.id(), now).await.expect("a deck");
    assert_eq!(read.deck.cards().len() as u128, CARDS + 1);
    deck::keep(&database, &read).await.expect("the copy fits into a document");
    let kept: Deck = deck::read(&database, student.id(), now).await.expect("a deck").deck;
    assert_eq!(kept.cards().len() as u128, CARDS + 1);
    world.clock.advance(TimeDelta::days(1));
    let session = world.arrange(&student, session_id(1), &json!({})).await.expect(201).json();
    let asked: Vec<_> =
        session["cards"].as_array().expect("cards").iter().map(|card| &card["word"]["lemma"]).collect();
    assert_eq!(asked.len(), 2, "a new word, and a new kind of the one that was met: {asked:?}");
}
