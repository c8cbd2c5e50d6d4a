//! A service of its own for each test: real router, real PostgreSQL, frozen clock, keys of the test.

use bus::{Delivery, Handler, Outcome, RelayWaker, postgres::PgOutbox};
use events::{
    Event,
    profile::{PiiSubmitted, TeacherLinked, TeacherUnlinked},
};
use hpke::{
    Kem as _, OpModeS, Serializable, aead::AesGcm256, kdf::HkdfSha256, kem::X25519HkdfSha256,
    single_shot_seal,
};
use ids::{EventId, UserId};
use pii::{App, AppKeys};
use secrets::{Key, Keys, VersionedKeys};
use serde_json::json;
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use testing::{Api, Caller, FrozenClock, PgDatabase, SeededRandom, Wire};
use uuid::Uuid;
use zeroize::Zeroizing;

type Kem = X25519HkdfSha256;

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    pub app: App,
    pub clock: FrozenClock,
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
        let clock = FrozenClock::default();
        let app = App {
            database: pool,
            keys: AppKeys { kek: keys([9; 32]), intake: keys(intake_keys().0) },
            clock: Arc::new(clock.clone()),
            random: Arc::new(SeededRandom::new(1)),
            encoder: pii::publications().resolve_offline(),
            waker: RelayWaker::default(),
            verifier: testing::verifier(&clock).await,
        };
        let api = Api::new(pii::api().router(app.clone(), &testing::layers()));
        Self { api, app, clock, database }
    }

    pub fn pool(&self) -> PgPool {
        self.database.pool()
    }

    /// The events of one type, as they would be published.
    pub async fn published<E: Event>(&self) -> Vec<E> {
        let outbox = PgOutbox::new(self.pool());
        // The relay reads no row while any transaction of the cluster is older: those of other tests, too.
        for _ in 0..1000 {
            let rows: i64 = sqlx::query_scalar("select count(*) from outbox")
                .fetch_one(&self.pool())
                .await
                .expect("rows");
            if testing::published::outgoing(&outbox).await.len() as i64 == rows {
                break;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        testing::published::<E>(&outbox).await
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
        let name = format!("{}/{id}", event.key());
        let delivery = Delivery {
            id: EventId::derive(Uuid::nil(), &name),
            subject: event.key(),
            sequence,
            time: self.clock.now(),
            topic: E::TOPIC.to_owned(),
            partition: 0,
            offset: 0,
            event,
        };
        self.app.handle(delivery).await
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.pool()).await.expect(sql)
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

fn keys(bytes: [u8; 32]) -> Keys {
    Keys::fixed(VersionedKeys::from_pairs(("1", Key::new(Zeroizing::new(bytes))), []))
}
