//! What a device hands in after it was offline, 500 facts in one request, against a loop that inserts the same documents
//! with the bare driver, as many at once, as durably and under the same indexes.

use crate::{
    Figure, Size,
    arrivals::rate,
    bare::Bare,
    figure::{Better, Judged},
    rounds::alternate,
    words::Words,
};
use anyhow::Result;
use learning_cards::domain::word::OwnWord;

/// Words that the service writes at once for a device.
const AT_ONCE: usize = 8;

pub(super) async fn take(size: Size) -> Result<Vec<Figure>> {
    let (syncs, facts) = (size.pick(10, 1), size.pick(500, 5));
    let words = Words::open().await?;
    words.sync(1).await?;
    let encoder = learning_cards::publications().resolve_offline();
    let bare = Bare::open::<OwnWord>(encoder, words.a_word().await?).await?;
    let (bare, measured) = alternate(
        size.rounds(),
        async || rate(syncs, 1, async || bare.insert_all(facts, AT_ONCE).await).await,
        async || rate(syncs, 1, async || words.sync(facts).await).await,
    )
    .await?;
    let name = format!("sync: requests with {facts} words of a device");
    let (measured, bare) = (measured.into_iter().collect(), bare.into_iter().collect());
    let figure = Figure::new(name, "1/s", Better::Higher, measured, bare);
    Ok(vec![figure.judged_by(Judged::Ratio).enough(10)])
}
