//! A service of its own for each test: real router, real PostgreSQL, frozen clock, keys of the test.

use blob::BlobStore;
use bus::{Delivery, Handler, Outcome, RelayWaker, postgres::PgOutbox};
use chrono::{DateTime, Utc};
use events::{
    Event,
    pii::{ErasureConfirmed, ErasureRequested, ExportPartReady, ExportRequested, Holding},
    profile::{PiiSubmitted, TeacherLinked, TeacherUnlinked},
};
use hpke::{
    Kem as _, OpModeS, Serializable, aead::AesGcm256, kdf::HkdfSha256, kem::X25519HkdfSha256,
    single_shot_seal,
};
use ids::{EventId, UserId};
pub use pii::App;
use pii::{
    AppKeys,
    domain::audit::LastHeads,
    requests::{Requests, RequestsConfig},
};
use secrets::{Key, Keys, VersionedKeys};
use serde_json::{Value, json};
use sqlx::PgPool;
use std::sync::Arc;
use subject::{Fate, Held, HeldFile, Holder, Table};
use testing::{Answer, Api, Blobs, Caller, FrozenClock, PgDatabase, SeededRandom, Wire};
use uuid::Uuid;
use web::Cursors;
use zeroize::Zeroizing;

type Kem = X25519HkdfSha256;

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub internal: Api,
    pub app: App,
    pub clock: FrozenClock,
    pub blobs: Blobs,
    database: Arc<PgDatabase>,
}

impl World {
    pub async fn new() -> Self {
        let database = Arc::new(PgDatabase::fresh("pii", &pii::MIGRATOR).await);
        bus::postgres::migrate(&database.pool()).await.expect("the tables of the bus");
        let pool = database.pool();
        Self::over(database, pool).await
    }

    /// A service whose way to the store can be cut.
    pub async fn behind_a_wire() -> (Self, Wire) {
        let Self { database, .. } = Self::new().await;
        let (pool, wire) = database.behind_a_wire().await;
        (Self::over(database, pool).await, wire)
    }

    async fn over(database: Arc<PgDatabase>, pool: PgPool) -> Self {
        let (clock, blobs) = (FrozenClock::default(), Blobs::default());
        let app = app_over(pool, &clock, Arc::new(blobs.clone()), 1).await;
        let layers = testing::layers();
        let api = Api::new(pii::api().router(app.clone(), &layers));
        let internal = Api::new(pii::api().internal_router(app.clone(), &layers));
        Self { api, internal, app, clock, blobs, database }
    }

    /// The same service, whose objects are there.
    #[cfg(feature = "failpoints")]
    pub fn keeping_objects_in(mut self, blobs: Arc<dyn BlobStore>) -> Self {
        self.app.requests.blobs = blobs;
        self.api = Api::new(pii::api().router(self.app.clone(), &testing::layers()));
        self
    }

    /// The same service, of which nobody may ask much.
    pub fn strict(&self) -> Api {
        Api::new(pii::api().router(self.app.clone(), &testing::strict_layers()))
    }

    /// A copy of this database as it stands now, with a service of its own: what a backup is before it is needed.
    pub async fn copy(&self) -> Self {
        let database = Arc::new(self.database.copy().await);
        let pool = database.pool();
        Self::over(database, pool).await
    }

    pub fn pool(&self) -> PgPool {
        self.database.pool()
    }

    /// The events of one type, as they would be published.
    pub async fn published<E: Event>(&self) -> Vec<E> {
        testing::published::<E>(&PgOutbox::new(self.pool())).await
    }

    /// A person whose name has arrived.
    pub async fn person(&self, given: &str, family: &str) -> UserId {
        let user = Caller::student().id();
        self.named(user, given, family).await;
        user
    }

    /// The name of `user` arrives.
    pub async fn named(&self, user: UserId, given: &str, family: &str) {
        let plaintext = json!({ "email": "x@example.org", "givenName": given, "familyName": family });
        let outcome = self.deliver(1, 1, sealed(user, &plaintext.to_string())).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// These fields of `user` arrive, and then they write the others themself.
    pub async fn filled(&self, student: &Caller, others: &Value) {
        self.named(student.id(), "Anna", "de Vries").await;
        let path = format!("/api/v2/pii/people/{}", student.id());
        let patch = self.api.patch(path).as_(student).header("if-match", "*").json(others);
        patch.send().await.expect(200);
    }

    /// Somebody agrees to a document, or takes it back.
    pub async fn consent(&self, person: &Caller, document: &str, decision: &str) {
        let path = format!("/api/v2/pii/people/{}/consents/{}", person.id(), fresh_id());
        let body = json!({
            "document": document, "version": "2026-11-01", "decision": decision, "saidBy": "person", "how": "in-app",
        });
        self.api.put(path).as_(person).json(&body).send().await.expect(201);
    }

    /// Makes and sends a read of `fields` for `purpose`.
    pub async fn read(&self, reader: &Caller, person: UserId, fields: &str, purpose: &str) -> Answer {
        let path = format!("/api/v2/pii/people/{person}?fields={fields}&purpose={purpose}");
        self.api.get(path).as_(reader).send().await
    }

    /// `teacher` teaches `student`, or no longer.
    pub async fn link(&self, teacher: UserId, student: UserId, linked: bool, sequence: u64) {
        let at = self.clock.now();
        let outcome = if linked {
            let linked =
                TeacherLinked { user_id: student, teacher_id: teacher, linked_by: None, linked_at: at };
            self.deliver(sequence, sequence, linked).await
        } else {
            let unlinked =
                TeacherUnlinked { user_id: student, teacher_id: teacher, unlinked_by: None, unlinked_at: at };
            self.deliver(sequence, sequence, unlinked).await
        };
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// Hands an event to its consumer, under an id that follows from the key and `id`.
    pub async fn deliver<E: Event>(&self, id: u64, sequence: u64, event: E) -> Outcome
    where
        App: Handler<E>,
    {
        self.app.handle(delivery(id, sequence, self.clock.now(), event)).await
    }

    /// Asks for all that is kept of the caller, and gives the id of the export.
    pub async fn ask_export(&self, caller: &Caller) -> String {
        let id = fresh_id();
        let asked =
            self.api.post("/api/v2/pii/exports").as_(caller).json(&json!({ "exportId": id })).send().await;
        let _asked = asked.expect(202);
        id
    }

    /// Asks that somebody be forgotten, in their own name and past the routes, and gives the id of the erasure.
    pub async fn ask_erasure_of(&self, user: UserId) -> String {
        let id = fresh_id();
        let erasure = id.parse().expect("an id");
        pii::commands::ask_erasure::ask_erasure(&self.app, erasure, user, user).await.expect("asked for");
        id
    }

    /// Every other service answers every export that is under way, and the archives are made.
    pub async fn answer_exports(&self) {
        for asked in self.published::<ExportRequested>().await {
            for service in self.others() {
                self.answer_export(&asked, &service).await;
            }
        }
        pii::upkeep::work(&self.app).await.expect("archives");
    }

    /// One service answers an export.
    pub async fn answer_export(&self, asked: &ExportRequested, service: &str) {
        let holder = OneNote(asked.user_id);
        let part =
            subject::put_part(&*self.app.requests.blobs, &holder, service, asked.export_id, asked.user_id)
                .await
                .expect("a part");
        let ready = ExportPartReady {
            user_id: asked.user_id,
            export_id: asked.export_id,
            service: service.to_owned(),
            object_key: part.key,
            size_bytes: part.bytes as i64,
            sha256: part.sha256.to_vec(),
            ready_at: self.clock.now(),
            holdings: part.holdings,
        };
        let outcome = self.deliver(2, 1, ready).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// Every other service confirms every erasure, and they are finished.
    pub async fn answer_erasures(&self) {
        for asked in self.published::<ErasureRequested>().await {
            for service in self.others() {
                self.confirm(&asked, &service).await;
            }
        }
        pii::upkeep::work(&self.app).await.expect("erasures");
    }

    /// One service confirms an erasure.
    pub async fn confirm(&self, asked: &ErasureRequested, service: &str) {
        let confirmed = ErasureConfirmed {
            user_id: asked.user_id,
            erasure_id: asked.erasure_id,
            service: service.to_owned(),
            confirmed_at: self.clock.now(),
            holdings: vec![Holding { name: "notes".to_owned(), count: 1 }],
        };
        let outcome = self.deliver(3, 1, confirmed).await;
        assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
    }

    /// What is in a list of exports or erasures, from all its pages of one.
    pub async fn listed(&self, path: &str) -> Vec<Value> {
        let admin = Caller::technical_admin();
        let (mut found, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = self.api.get(format!("{path}&limit=1{cursor}")).as_(&admin).send().await;
            let page = page.expect(200).json();
            found.extend(page["items"].as_array().expect("items").iter().cloned());
            let Some(next) = page["nextCursor"].as_str() else { return found };
            cursor = format!("&cursor={next}");
        }
    }

    /// Who answers beside pii.
    pub fn others(&self) -> Vec<String> {
        self.app.requests.services.iter().filter(|service| *service != pii::NAME).cloned().collect()
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.pool()).await.expect(sql)
    }
}

/// A service over this store, with the keys of the test. Two over the same store take different seeds.
pub async fn app_over(database: PgPool, clock: &FrozenClock, blobs: Arc<dyn BlobStore>, seed: u64) -> App {
    App {
        database,
        keys: AppKeys { kek: keys([9; 32]), intake: keys(intake_keys().0), email_index: keys([8; 32]) },
        clock: Arc::new(clock.clone()),
        random: Arc::new(SeededRandom::new(seed)),
        encoder: pii::publications().resolve_offline(),
        waker: RelayWaker::default(),
        last_heads: LastHeads::default(),
        verifier: testing::verifier(clock).await,
        cursors: Cursors::new(keys([7; 32])),
        requests: Requests::new(blobs, RequestsConfig::default()).expect("the catalogue"),
    }
}

/// An event as its consumer gets it, under an id that follows from the key and `id`.
pub fn delivery<E: Event>(id: u64, sequence: u64, time: DateTime<Utc>, event: E) -> Delivery<E> {
    Delivery {
        id: EventId::derive(Uuid::nil(), &format!("{}/{id}", event.key())),
        subject: event.key(),
        sequence,
        time,
        topic: E::TOPIC.to_owned(),
        partition: 0,
        offset: 0,
        event,
    }
}

/// An id that no test names.
pub fn fresh_id() -> String {
    Caller::student().id().to_string()
}

/// A service that keeps one note of a person.
struct OneNote(UserId);

#[async_trait::async_trait]
impl Holder for OneNote {
    fn held(&self) -> Vec<Held> {
        vec![Held { name: "notes", about: "a note", fate: Fate::Erased }]
    }

    async fn export(&self, user: UserId) -> anyhow::Result<Vec<Table>> {
        assert_eq!(user, self.0);
        Ok(vec![Table::of("notes", [json!({ "text": "a note" })])?])
    }

    async fn files(&self, _: UserId) -> anyhow::Result<Vec<HeldFile>> {
        let (name, about) = ("notes.apkg", "the note for another program");
        Ok(vec![HeldFile {
            name,
            media_type: "application/octet-stream",
            about,
            bytes: vec![0, 159, 146, 150],
        }])
    }

    async fn erase(&self, _: UserId) -> anyhow::Result<Vec<Holding>> {
        Ok(Vec::new())
    }
}

/// What profile would publish for `user` and this plaintext.
pub fn sealed(user: UserId, plaintext: &str) -> PiiSubmitted {
    let aad = format!("pii.intake|1|{user}|1");
    let (encapsulated_key, ciphertext) = single_shot_seal::<AesGcm256, HkdfSha256, Kem>(
        &OpModeS::Base,
        &intake_keys().1,
        b"tall pii.intake v1",
        plaintext.as_bytes(),
        aad.as_bytes(),
    )
    .expect("sealed");
    PiiSubmitted {
        user_id: user,
        format: 1,
        key_id: "1".into(),
        encapsulated_key: encapsulated_key.to_bytes().to_vec(),
        ciphertext,
        submitted_at: FrozenClock::default().now(),
    }
}

fn intake_keys() -> ([u8; 32], <Kem as hpke::Kem>::PublicKey) {
    let (private, public) = Kem::derive_keypair(b"a seed of at least thirty-two bytes");
    (private.to_bytes().into(), public)
}

pub fn keys(bytes: [u8; 32]) -> Keys {
    Keys::fixed(VersionedKeys::from_pairs(("1", Key::new(Zeroizing::new(bytes))), []))
}
