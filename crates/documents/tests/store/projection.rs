//! Copies of what others tell.

use crate::support::Scratch;
use bson::{Document, doc};
use documents::set_if_newer;
use futures::future::try_join_all;

async fn tell(scratch: &Scratch, version: i64) -> mongodb::error::Result<()> {
    let names = scratch.store.database().collection::<Document>("names");
    set_if_newer(&names, "a", "version", version, doc! { "name": format!("{version}") }).await
}

async fn told(scratch: &Scratch) -> Option<Document> {
    let names = scratch.store.database().collection::<Document>("names");
    names.find_one(doc! { "_id": "a" }).await.expect("the store answers")
}

#[tokio::test]
async fn the_newest_stays_in_whatever_order_it_is_told() {
    let scratch = Scratch::new().await;
    for version in [2, 1, 2, 3, 1] {
        tell(&scratch, version).await.expect("told");
    }
    assert_eq!(told(&scratch).await, Some(doc! { "_id": "a", "name": "3", "version": 3_i64 }));
}

#[tokio::test]
async fn many_who_tell_it_first_at_once_leave_the_newest() {
    let scratch = Scratch::new().await;
    try_join_all((1..=32).map(|version| tell(&scratch, version))).await.expect("told");
    assert_eq!(told(&scratch).await, Some(doc! { "_id": "a", "name": "32", "version": 32_i64 }));
}

#[tokio::test]
async fn fields_that_are_not_told_stay() {
    let scratch = Scratch::new().await;
    let names = scratch.store.database().collection::<Document>("names");
    names.insert_one(doc! { "_id": "a", "version": 1_i64, "level": "A1" }).await.expect("stored");
    tell(&scratch, 2).await.expect("told");
    assert_eq!(told(&scratch).await, Some(doc! { "_id": "a", "version": 2_i64, "level": "A1", "name": "2" }));
}
