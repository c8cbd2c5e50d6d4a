//! Answers to cards a second, through router, access, rule and store, against a loop that inserts the same documents
//! with the bare driver, as durably and under the same indexes.

use crate::{
    Figure, Size,
    arrivals::rate,
    bare::Bare,
    cards::Cards,
    figure::{Better, Judged},
    rounds::alternate,
};
use anyhow::{Context, Result};
use bus::RelayWaker;
use documents::Aggregate;
use mongodb::{
    Collection,
    bson::{Document, doc},
};
use thematic_cards::domain::card::Card;

const FLOOR: f64 = 0.60;
const GOAL: f64 = 0.85;

/// How many answers are on their way at once.
const AT_ONCE: [usize; 2] = [1, 8];

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    for at_once in AT_ONCE {
        figures.push(compare(size, at_once).await?);
    }
    Ok(figures)
}

async fn compare(size: Size, at_once: usize) -> Result<Figure> {
    let count = size.pick(600 * at_once.min(4), 5);
    let encoder = thematic_cards::publications().resolve_offline();
    let cards = Cards::open(encoder, RelayWaker::default(), 400).await?;
    cards.answer().await?;
    let stored = a_card(&cards).await?;
    let bare = Bare::open::<Card>(thematic_cards::publications().resolve_offline(), stored).await?;
    let (bare, measured) = alternate(
        size.rounds(),
        async || rate(count, at_once, async || bare.insert().await).await,
        async || rate(count, at_once, async || cards.answer().await.map(drop)).await,
    )
    .await?;
    let name = format!("answer: answers to cards, {at_once} at once");
    Ok(Figure::new(name, "1/s", Better::Higher, measured.into_iter().collect(), bare.into_iter().collect())
        .judged_by(Judged::Ratio)
        .floor(FLOOR)
        .goal(GOAL)
        .enough(500))
}

/// The document of an answered card, with its event.
async fn a_card(cards: &Cards) -> Result<Document> {
    let collection: Collection<Document> = cards.scratch().database().collection(Card::COLLECTION);
    collection.find_one(doc! {}).await?.context("the card of an answer")
}
