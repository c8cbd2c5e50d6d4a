//! Lists by keyset.

use documents::{Filter, Listing, Position, Slice, Stored};
use ids::TopicId;

use crate::support::{Scratch, Shelf};

async fn walk(scratch: &Scratch, listing: Listing) -> Vec<Stored<Shelf>> {
    let mut all = Vec::new();
    let mut after: Option<Position> = None;
    for _ in 0..100 {
        let slice = scratch.shelves.list(listing.clone().after(after)).await.expect("answered");
        all.extend(slice.items);
        // What a client keeps between two requests is text.
        after = slice.next.map(|next| {
            let text = serde_json::to_string(&next).expect("a position is JSON");
            serde_json::from_str(&text).expect("and back")
        });
        if after.is_none() {
            return all;
        }
    }
    panic!("a list without an end");
}

async fn shelves(scratch: &Scratch, totals: &[usize]) -> Vec<TopicId> {
    let mut ids = Vec::new();
    for total in totals {
        let shelf = scratch.shelf().await;
        for _ in 0..*total {
            scratch.shelves.change(shelf.id, Filter::any(), Shelf::add).await.expect("changed");
        }
        ids.push(shelf.id);
    }
    ids
}

#[tokio::test]
async fn every_document_comes_once_in_either_direction() {
    let scratch = Scratch::new().await;
    let ids = shelves(&scratch, &[2, 0, 1, 0, 2, 1, 0]).await;
    let order: Vec<TopicId> = [1, 3, 6, 2, 5, 0, 4].map(|at| ids[at]).to_vec();
    for limit in [1, 2, 3, 7, 50] {
        let listing = Listing::of(Filter::any()).limit(limit);
        let up: Vec<_> =
            walk(&scratch, listing.clone().ascending("total")).await.iter().map(|one| one.id).collect();
        assert_eq!(up, order, "by total, then by id; {limit} at a time");
        let mut down: Vec<_> =
            walk(&scratch, listing.clone().descending("total")).await.iter().map(|one| one.id).collect();
        down.reverse();
        assert_eq!(down, order);
        let by_id: Vec<_> = walk(&scratch, listing).await.iter().map(|one| one.id).collect();
        assert_eq!(by_id, ids);
    }
}

#[tokio::test]
async fn a_list_by_time_survives_the_way_through_a_cursor() {
    let scratch = Scratch::new().await;
    let ids = shelves(&scratch, &[0, 0, 0]).await;
    let listing = Listing::of(Filter::any()).descending("made_at").limit(1);
    let found: Vec<_> = walk(&scratch, listing).await.iter().map(|one| one.id).collect();
    assert_eq!(found, ids.into_iter().rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn what_comes_and_goes_meanwhile_moves_nothing_else() {
    let scratch = Scratch::new().await;
    let ids = shelves(&scratch, &[0, 0, 0, 0]).await;
    let listing = Listing::of(Filter::any()).limit(2);
    let Slice { items, next } = scratch.shelves.list(listing.clone()).await.expect("answered");
    assert_eq!(items.iter().map(|one| one.id).collect::<Vec<_>>(), ids[..2]);
    scratch.shelves.remove(ids[0], Filter::any()).await.expect("removed");
    let rest = scratch.shelves.list(listing.after(next)).await.expect("answered");
    assert_eq!(rest.items.iter().map(|one| one.id).collect::<Vec<_>>(), ids[2..]);
    assert_eq!(rest.next, None);
}

#[tokio::test]
async fn a_filter_chooses() {
    let scratch = Scratch::new().await;
    let ids = shelves(&scratch, &[0, 1, 2, 3]).await;
    let found = |filter: Filter| {
        let listing = Listing::of(filter).ascending("total");
        let scratch = &scratch;
        async move { walk(scratch, listing).await.iter().map(|one| one.id).collect::<Vec<_>>() }
    };
    assert_eq!(found(Filter::any().and_at_least("total", 1).and_at_most("total", 2)).await, ids[1..3]);
    assert_eq!(found(Filter::any().and_in("total", &[0, 3])).await, [ids[0], ids[3]]);
    assert_eq!(found(Filter::any().and_ne("total", 0).and_ne("total", 3)).await, ids[1..3]);
    assert_eq!(found(Filter::any().and_in::<i64>("total", &[])).await, []);
    assert_eq!(scratch.shelves.count(Filter::any().and_at_least("total", 2)).await.expect("answered"), 2);
}
