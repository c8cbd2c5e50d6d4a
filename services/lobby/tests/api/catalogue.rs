//! The copy of profile's catalogue, against a server that plays profile.

use crate::support::{World, catalogue, catalogue_json};
use axum::{Router, http::StatusCode, response::IntoResponse, routing::get};
use boot::Peer;
use documents::Documents;
use lobby::{catalogue::Follower, config::CatalogueConfig};
use prometheus::Registry;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::net::TcpListener;

/// A profile that can be broken.
struct Profile {
    url: String,
    broken: Arc<AtomicBool>,
}

impl Profile {
    async fn start() -> Self {
        let broken = Arc::new(AtomicBool::new(false));
        let down = Arc::clone(&broken);
        let products = move || {
            let down = down.load(Ordering::Relaxed);
            async move {
                if down {
                    return StatusCode::SERVICE_UNAVAILABLE.into_response();
                }
                ([("content-type", "application/json")], catalogue_json().to_string()).into_response()
            }
        };
        let router = Router::new().route("/internal/v1/profile/products", get(products));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, broken }
    }
}

fn follower(world: &World, profile: &Profile) -> Follower {
    let clock = Arc::new(world.clock.clone());
    let snapshots = Documents::new(world.store.store());
    let peer = Peer::played_by(&profile.url, boot::http_client(None).expect("a client"));
    Follower::new(&CatalogueConfig::default(), peer, snapshots, clock, &Registry::new()).expect("a follower")
}

#[tokio::test]
async fn the_first_start_reads_profiles() {
    let (world, profile) = (World::new().await, Profile::start().await);
    assert_eq!(follower(&world, &profile).first().await.expect("a catalogue"), catalogue());
}

#[tokio::test]
async fn a_start_while_profile_is_down_takes_the_kept_one() {
    let (world, profile) = (World::new().await, Profile::start().await);
    follower(&world, &profile).first().await.expect("a catalogue");
    profile.broken.store(true, Ordering::Relaxed);
    assert_eq!(follower(&world, &profile).first().await.expect("the kept one"), catalogue());
}

#[tokio::test]
async fn the_very_first_start_waits_for_profile() {
    let (world, profile) = (World::new().await, Profile::start().await);
    profile.broken.store(true, Ordering::Relaxed);
    assert!(follower(&world, &profile).first().await.is_err());
}
