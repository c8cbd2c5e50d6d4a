//! A lobby of its own for each test: real router, real store, frozen clock.

use documents::Documents;
use lobby::{
    App, catalogue::Products, config::NoticesConfig, domain::catalogue::Catalogue, notices::Notices,
};
use prometheus::Registry;
use serde_json::{Value, json};
use std::sync::Arc;
use testing::{Api, DocumentStore, FrozenClock};
use tokio_util::sync::CancellationToken;

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub app: App,
    pub clock: FrozenClock,
    pub store: DocumentStore,
}

impl World {
    pub async fn new() -> Self {
        Self::with(NoticesConfig::default()).await
    }

    /// A lobby that lets so many listen.
    pub async fn with(notices: NoticesConfig) -> Self {
        let store = DocumentStore::fresh(lobby::publications()).await;
        let clock = store.clock();
        let app = App {
            contexts: Documents::new(store.store()),
            products: Products::fixed(catalogue()),
            notices: Notices::new(notices, Arc::new(clock.clone()), &Registry::new()).expect("metrics"),
            stop: CancellationToken::new(),
            clock: Arc::new(clock.clone()),
            verifier: testing::verifier(&clock).await,
        };
        let api = Api::new(lobby::api().router(app.clone(), &testing::layers()));
        Self { api, app, clock, store }
    }

    /// The same service, about to stop: its streams end at once.
    pub fn stopping(self) -> Self {
        self.app.stop.cancel();
        self
    }

    /// The same service, of which nobody may ask much.
    pub fn strict(&self) -> Api {
        Api::new(lobby::api().router(self.app.clone(), &testing::strict_layers()))
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
