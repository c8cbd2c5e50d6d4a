//! Answers to cards a second, through router, access, rule and store, against a loop that inserts the same documents
//! with the bare driver, as durably and under the same indexes.

use crate::{
    Figure, Size,
    arrivals::rate,
    cards::Cards,
    figure::{Better, Judged},
    rounds::alternate,
    stack::Scratch,
};
use anyhow::{Context, Result};
use boot::{Random, SystemRandom};
use bus::RelayWaker;
use documents::{Aggregate, Documents, Store};
use mongodb::{
    Collection,
    bson::{Document, doc},
};
use std::sync::Arc;
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
    let bare = Bare::open(stored).await?;
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

/// The driver, and nothing around it.
struct Bare {
    collection: Collection<Document>,
    document: Document,
    _scratch: Scratch,
}

impl Bare {
    async fn open(document: Document) -> Result<Self> {
        let scratch = Scratch::fresh().await?;
        let store = Store::new(
            scratch.database().clone(),
            thematic_cards::publications().resolve_offline(),
            Arc::new(boot::SystemClock),
            Arc::new(SystemRandom),
            RelayWaker::default(),
        );
        Documents::<Card>::new(&store).prepare().await?;
        Ok(Self { collection: scratch.database().collection(Card::COLLECTION), document, _scratch: scratch })
    }

    async fn insert(&self) -> Result<()> {
        let mut document = self.document.clone();
        let random: &dyn Random = &SystemRandom;
        document.insert("_id", uuid::Builder::from_random_bytes(random.array()).into_uuid().to_string());
        self.collection.insert_one(document).await?;
        Ok(())
    }
}
