//! The next sitting where the store holds many cards, against the same in a store with few: both with students of a thousand
//! cards each, three quarters of which wait, one sitting after the other. In the large store each student is another one, so
//! that what is read was not read just before.

use super::session::{one_by_one, p99};
use crate::{
    Figure, Size,
    figure::{Better, Judged},
    rounds::alternate,
    school::School,
};
use anyhow::Result;
use std::cell::Cell;

/// So many times that of a small store, at most.
const FLOOR: f64 = 2.0;
/// Cards of a student.
const CARDS: usize = 1000;
/// Students of the small store.
const FEW: usize = 20;
/// Answers that stay in a card.
const ANSWERS: usize = 2;

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let each = size.pick(CARDS, 120);
    let cards = size.scaled(|scale| scale.cards, 480);
    let few = size.pick(FEW, 2);
    let small = School::open(few, each, ANSWERS).await?;
    let large = School::open(cards.div_ceil(each).max(few), each, ANSWERS).await?;
    let (count, next) = (size.pick(1000, 5), Cell::new(0));
    let (bare, measured) = alternate(
        size.rounds().min(3),
        async || one_by_one(count, async |number| small.sit_down(number).await).await,
        async || one_by_one(count, async |_| large.sit_down(next.replace(next.get() + 1)).await).await,
    )
    .await?;
    let name = format!("store: p99 of a sitting, {cards} cards against {}", few * each);
    let figure = Figure::new(name, "ms", Better::Lower, p99(&measured), p99(&bare));
    Ok(vec![figure.judged_by(Judged::Ratio).floor(FLOOR).enough(500)])
}
