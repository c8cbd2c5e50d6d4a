//! A lobby of its own for each test: real router, real store, frozen clock.

use bus::RelayWaker;
use documents::{Documents, Store};
use lobby::{App, catalogue::Products, domain::catalogue::Catalogue};
use serde_json::{Value, json};
use std::sync::Arc;
use testing::{Api, FrozenClock, MongoDatabase, SeededRandom};

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub clock: FrozenClock,
    pub store: Store,
    _database: Arc<MongoDatabase>,
}

impl World {
    pub async fn new() -> Self {
        let database = MongoDatabase::fresh().await;
        let clock = FrozenClock::default();
        let store = Store::new(
            database.database(),
            lobby::publications().resolve_offline(),
            Arc::new(clock.clone()),
            Arc::new(SeededRandom::new(1)),
            RelayWaker::default(),
        );
        let app = App {
            contexts: Documents::new(&store),
            products: Products::fixed(catalogue()),
            clock: Arc::new(clock.clone()),
            verifier: testing::verifier(&clock).await,
        };
        let api = Api::new(lobby::api().router(app, &testing::layers()));
        Self { api, clock, store, _database: Arc::new(database) }
    }
}

/// What profile would answer.
pub fn catalogue_json() -> Value {
    json!({ "items": [
        { "id": "thematic-cards", "roles": ["student"],
          "title": { "nl": "Thematische kaarten", "en": "Thematic cards", "ru": "Тематические карточки" } },
        { "id": "progress", "roles": ["teacher"],
          "title": { "nl": "Voortgang", "en": "Progress", "ru": "Успеваемость" } },
        { "id": "people", "roles": ["educational-admin", "technical-admin"],
          "title": { "nl": "Gebruikers", "en": "People", "ru": "Пользователи" } },
    ]})
}

pub fn catalogue() -> Catalogue {
    serde_json::from_value(catalogue_json()).expect("a catalogue")
}
