//! A service of its own for each test: real router, real store, frozen clock.

use admin::{App, domain::item::Item, publications};
use base64::{Engine, engine::general_purpose::STANDARD};
use documents::Store;
use events::{
    Event,
    admin::{ContentArchived, ContentUpdated},
    profile::Role,
};
use ids::{CONTENT, UserId};
use mongodb::Database;
use serde_json::{Value, json};
use std::sync::Arc;
use testing::{Answer, Api, Blobs, Caller, DocumentStore, FrozenClock};

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub app: App,
    pub clock: FrozenClock,
    pub editor: Caller,
    pub store: DocumentStore,
    pub blobs: Blobs,
}

impl World {
    pub async fn new() -> Self {
        let store = DocumentStore::fresh(publications()).await;
        let (clock, blobs) = (store.clock(), Blobs::default());
        let verifier = testing::verifier(&clock).await;
        let app = App::new(
            store.store(),
            Arc::new(blobs.clone()),
            Arc::new(clock.clone()),
            testing::cursors(),
            verifier,
        );
        app.prepare().await.expect("indexes");
        let api = Api::new(admin::routes::api().router(app.clone(), &testing::layers()));
        let editor = Caller::known(UserId::derive(CONTENT, "anna"), Role::EducationalAdmin);
        Self { api, app, clock, editor, store, blobs }
    }

    /// The same service, of which nobody may ask much.
    pub fn strict(&self) -> Api {
        Api::new(admin::routes::api().router(self.app.clone(), &testing::strict_layers()))
    }

    pub fn store(&self) -> &Store {
        self.store.store()
    }

    pub fn database(&self) -> Database {
        self.store.database()
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.api.get(format!("/api/v2/admin{path}")).as_(&self.editor).send().await
    }

    pub async fn put(&self, path: &str, body: &Value) -> Answer {
        self.api.put(format!("/api/v2/admin{path}")).as_(&self.editor).json(body).send().await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        self.api.post(format!("/api/v2/admin{path}")).as_(&self.editor).json(body).send().await
    }

    /// With the `ETag` of what was read.
    pub async fn put_seen(&self, path: &str, seen: &str, body: &Value) -> Answer {
        let request = self.api.put(format!("/api/v2/admin{path}")).as_(&self.editor).header("if-match", seen);
        request.json(body).send().await
    }

    pub async fn etag(&self, item: &str) -> String {
        self.get(&format!("/items/{item}")).await.expect(200).header("etag").expect("an ETag").to_owned()
    }

    /// Takes a step; what `number` tells apart are steps, so the same number is a repeat.
    pub async fn step(&self, item: &str, number: u32, step: &str) -> Answer {
        self.put(&format!("/items/{item}/steps/{}", id(number)), &json!({ "step": step })).await
    }

    /// From draft to what students see.
    pub async fn publish(&self, item: &str) {
        for step in ["submit", "approve", "publish"] {
            let path = format!("/items/{item}/steps/{}", fresh_id());
            let _taken = self.put(&path, &json!({ "step": step })).await.expect(201);
        }
    }

    /// A topic that an editor made by hand, with this id.
    pub async fn topic(&self, number: u32) -> String {
        let topic = id(number);
        let _made = self.put(&format!("/items/{topic}"), &topic_body("eten")).await.expect(201);
        topic
    }

    /// A word that an editor made by hand in `topic`.
    pub async fn word(&self, number: u32, topic: &str, lemma: &str) -> String {
        let word = id(number);
        let _made = self.put(&format!("/items/{word}"), &word_body(topic, lemma)).await.expect(201);
        word
    }

    /// What would be published of updates.
    pub async fn updates(&self) -> Vec<ContentUpdated> {
        self.published().await
    }

    /// What would be published of archivings.
    pub async fn archivings(&self) -> Vec<ContentArchived> {
        self.published().await
    }

    async fn published<E: Event>(&self) -> Vec<E> {
        testing::published::<E>(&self.store.outbox().of::<Item>()).await
    }
}

/// The id that `number` tells apart.
pub fn id(number: u32) -> String {
    format!("0195a000-0000-7000-8000-{number:012}")
}

/// An id that no test names.
pub fn fresh_id() -> String {
    Caller::student().id().to_string()
}

pub fn topic_body(slug: &str) -> Value {
    json!({ "topic": {
        "slug": slug, "level": "A1", "licence": "CC-BY-SA-4.0",
        "title": { "nl": "Eten", "en": "Food", "ru": "Еда" },
    }})
}

pub fn word_body(topic: &str, lemma: &str) -> Value {
    json!({ "word": {
        "topicId": topic, "key": lemma, "level": "A1", "lemma": lemma, "partOfSpeech": "noun",
        "noun": { "articles": ["het"], "plural": "broden" },
        "glosses": { "en": ["bread"], "ru": ["хлеб"] },
        "examples": [{ "nl": "Ik eet brood.", "translations": { "en": "I eat bread.", "ru": "Я ем хлеб." } }],
    }})
}

/// A computer's recording of a word; what `frames` tells apart are recordings.
pub fn recording(word: &str, says: &str, frames: usize) -> Value {
    let voice = json!({ "computer": "espeak-ng nl" });
    json!({ "itemId": word, "says": says, "voice": voice, "audio": STANDARD.encode(sound(frames)) })
}

/// An MP3 file of so many frames of silence.
pub fn sound(frames: usize) -> Vec<u8> {
    [[0xff, 0xf3, 0x40, 0xc0].as_slice(), &[0; 100]].concat().repeat(frames)
}

/// A content file of `eten` at A1 with these words.
pub fn file(lemmas: &[&str]) -> Value {
    json!({ "name": "eten.a1.toml", "text": file_text(lemmas) })
}

pub fn file_text(lemmas: &[&str]) -> String {
    let head = "format = 1\n[topic]\nslug = \"eten\"\nlevel = \"A1\"\nlicence = \"CC-BY-SA-4.0\"\n\
        title = { nl = \"Eten\", en = \"Food\", ru = \"Еда\" }\n";
    let words = lemmas.iter().map(|lemma| {
        format!(
            "[[word]]\nkey = \"{lemma}\"\nlemma = \"{lemma}\"\npart_of_speech = \"noun\"\narticle = [\"het\"]\n\
             plural = \"broden\"\ngloss = {{ en = [\"bread\"], ru = [\"хлеб\"] }}\n\
             examples = [{{ nl = \"Ik eet brood.\", en = \"I eat bread.\", ru = \"Я ем хлеб.\" }}]\n"
        )
    });
    std::iter::once(head.to_owned()).chain(words).collect()
}

pub fn files(files: &[Value]) -> Value {
    json!({ "files": files })
}
