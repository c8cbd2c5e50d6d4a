//! A profile of its own for each test: real router, real PostgreSQL, frozen clock.

use access::testing::{config, issuer, seed};
use axum::extract::ConnectInfo;
use bus::{RelayWaker, postgres::PgOutbox};
use events::{Event, Language};
use ids::{CauseId, DeviceId, SessionId, UserId};
use profile::{
    Accounts, App, AppKeys,
    config::{PasskeysConfig, ThrottleConfig},
    credentials::{Breached, Passwords, passwords::Cost},
    domain::{Password, Purpose},
    identity_providers::Providers,
    publications, routes,
    store::{schema, users},
};
use prometheus::Registry;
use secrets::{Keys, VersionedKeys};
use serde_json::{Value, json};
use sqlx::PgPool;
use std::{
    net::{IpAddr, SocketAddr},
    sync::Arc,
};
use testing::{Answer, Api, Caller, FrozenClock, PgDatabase, SeededRandom, Wire};
use uuid::Uuid;
use web::{Cursors, Layers};

/// What a test that does not care logs in with.
pub const PASSWORD: &str = "correct horse battery";

/// The domain that passkeys are for.
pub const SITE: &str = "localhost";
/// Where its pages are.
pub const ORIGIN: &str = "https://localhost:8443";

/// How many may hash at a time, and how many may wait.
#[derive(Clone, Copy)]
pub struct Queue {
    pub cores: usize,
    pub waiting: usize,
}

/// A service, and what is behind it.
#[derive(Clone)]
pub struct World {
    pub api: Api,
    /// What other services are served.
    pub internal: Api,
    pub clock: FrozenClock,
    pub app: App,
    database: Arc<PgDatabase>,
}

impl World {
    pub async fn new() -> Self {
        Self::with_queue(Queue { cores: 2, waiting: 1000 }).await
    }

    pub async fn with_queue(queue: Queue) -> Self {
        Self::on(fresh_database().await, queue, keys("1"), &Registry::new()).await
    }

    /// A service whose requests are counted here.
    pub async fn counted_by(registry: &Registry) -> Self {
        Self::on(fresh_database().await, Queue { cores: 2, waiting: 100 }, keys("1"), registry).await
    }

    /// The same accounts, served by an instance that knows a newer key of the blind index, and of the secrets of apps.
    pub async fn with_rotated_index(&self) -> Self {
        let rotated = VersionedKeys::from_pairs(("1", seed(3)), [("2", seed(4))]);
        let queue = Queue { cores: 2, waiting: 100 };
        Self::on(self.database.clone(), queue, rotated, &Registry::new()).await
    }

    async fn on(
        database: Arc<PgDatabase>,
        queue: Queue,
        email_index: VersionedKeys,
        registry: &Registry,
    ) -> Self {
        let clock = FrozenClock::default();
        let app = app(database.pool(), &clock, queue, email_index).await;
        let (api, internal) = serve(&app, &testing::layers_counted_by(registry));
        Self { api, internal, clock, app, database }
    }

    /// A service whose way to the store can be cut.
    pub async fn behind_a_wire() -> (Self, Wire) {
        let world = Self::new().await;
        let (pool, wire) = world.database.behind_a_wire().await;
        let app = app(pool, &world.clock, Queue { cores: 2, waiting: 1000 }, keys("1")).await;
        let api = Api::new(routes::api().router(app.clone(), &testing::layers()));
        (Self { api, app, ..world }, wire)
    }

    /// The same service, after a change of its `app`.
    pub fn serving_its_app(self) -> Self {
        let (api, internal) = serve(&self.app, &testing::layers());
        Self { api, internal, ..self }
    }

    /// The same service, of which nobody may ask much.
    pub fn strict(&self) -> Api {
        Api::new(routes::api().router(self.app.clone(), &testing::strict_layers()))
    }

    /// The same accounts and the same time, served by another instance.
    pub async fn restarted(&self) -> Self {
        let queue = Queue { cores: 2, waiting: 100 };
        let app = app(self.database.pool(), &self.clock, queue, keys("1")).await;
        Self { app, ..self.clone() }.serving_its_app()
    }

    /// The service, as somebody at this network address calls it.
    pub fn api_at(&self, address: IpAddr) -> Api {
        let router = routes::api().router(self.app.clone(), &testing::layers());
        Api::new(router.layer(axum::Extension(ConnectInfo(SocketAddr::from((address, 40_000))))))
    }

    pub fn pool(&self) -> PgPool {
        self.database.pool()
    }

    /// The events of one type, as they would be published.
    pub async fn published<E: Event>(&self) -> Vec<E> {
        testing::published::<E>(&PgOutbox::new(self.pool())).await
    }

    /// Every row of the outbox.
    pub async fn outgoing(&self) -> Vec<bus::Outgoing> {
        testing::published::outgoing(&PgOutbox::new(self.pool())).await
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.pool()).await.expect(sql)
    }

    /// A student whose address is proved, and who can log in.
    pub async fn register(&self, email: &str) -> UserId {
        let id = self.newcomer(email).await;
        let mut conn = self.pool().acquire().await.expect("a connection");
        users::verify_email(&mut conn, id, self.clock.now()).await.expect("proved");
        id
    }

    /// A student who has not proved their address yet.
    pub async fn newcomer(&self, email: &str) -> UserId {
        let id = new_user();
        self.put_user(id, &registration(email)).await.expect(201);
        id
    }

    /// Why a mail with a code is to be sent, if one was asked for.
    pub async fn cause(&self, user: UserId, purpose: Purpose) -> CauseId {
        let cause = sqlx::query_scalar("select cause_id from codes where user_id = $1 and purpose = $2")
            .bind(user.as_uuid())
            .bind(purpose.as_str())
            .fetch_one(&self.pool())
            .await;
        CauseId::new(cause.expect("a request for a code"))
    }

    /// The code in the mail that was asked for last, as cron-utility gets it when it writes the mail.
    pub async fn mailed_code(&self, user: UserId, purpose: Purpose) -> String {
        let cause = self.cause(user, purpose).await;
        let put = self.internal.put(format!("/internal/v1/profile/codes/{cause}")).as_service("cron-utility");
        let answer = put.json(&json!({ "userId": user, "purpose": purpose })).send().await.expect(200);
        answer.json()["code"].as_str().expect("a code").to_owned()
    }

    /// Proves the address of an account with the code from the mail.
    pub async fn confirm_email(&self, user: UserId) {
        let code = self.mailed_code(user, Purpose::VerifyEmail).await;
        self.post_confirmation(user, &code).await.expect(204);
    }

    pub async fn post_confirmation(&self, user: UserId, code: &str) -> Answer {
        let body = json!({ "userId": user, "code": code });
        self.api.post("/api/v2/profile/email-confirmations").json(&body).send().await
    }

    pub async fn ask_for_reset(&self, email: &str) -> Answer {
        self.api.post("/api/v2/profile/password-resets").json(&json!({ "email": email })).send().await
    }

    pub async fn reset_password(&self, email: &str, code: &str, password: &str) -> Answer {
        let body = json!({ "email": email, "code": code, "password": password });
        self.api.post("/api/v2/profile/password-resets/completions").json(&body).send().await
    }

    pub async fn put_user(&self, id: UserId, body: &Value) -> Answer {
        self.api.put(format!("/api/v2/profile/users/{id}")).json(body).send().await
    }

    /// Logs in with the usual password from a device.
    pub async fn log_in(&self, email: &str, device: DeviceId) -> Tokens {
        self.log_in_with(email, PASSWORD, device).await
    }

    pub async fn log_in_with(&self, email: &str, password: &str, device: DeviceId) -> Tokens {
        Tokens::of(&self.post_session(email, password, device).await.expect(201))
    }

    pub async fn post_session(&self, email: &str, password: &str, device: DeviceId) -> Answer {
        let body = json!({ "email": email, "password": password, "device": { "id": device } });
        self.api.post("/api/v2/profile/sessions").json(&body).send().await
    }

    pub async fn refresh(&self, refresh_token: &str, device: DeviceId) -> Answer {
        let body = json!({ "refreshToken": refresh_token, "deviceId": device });
        self.api.post("/api/v2/profile/sessions/refreshes").json(&body).send().await
    }

    pub async fn current_session(&self, access_token: &str) -> Answer {
        self.api.get("/api/v2/profile/sessions/current").bearer(access_token).send().await
    }

    pub async fn log_out(&self, access_token: &str) -> Answer {
        self.api.delete("/api/v2/profile/sessions/current").bearer(access_token).send().await
    }

    /// Gives the caller of a test the account and the session that their token speaks of.
    pub async fn admit(&self, caller: &Caller) -> UserId {
        self.account(caller.id(), caller.role().as_str()).await;
        sqlx::query(
            "insert into sessions (id, user_id, device_id, platform, secret_digest, generation, rotated_at,
                                   authenticated_at, expires_at, ends_at, rev, second_factor_at)
             values ($1, $2, $1, 'web', sha256($3), 0, $4, $4, $4 + interval '7 days', $4 + interval '90 days', 1, $4)",
        )
        .bind(caller.session().as_uuid())
        .bind(caller.id().as_uuid())
        .bind(caller.session().as_uuid().as_bytes().as_slice())
        .bind(self.clock.now())
        .execute(&self.pool())
        .await
        .expect("a session");
        caller.id()
    }

    /// Gives an account that was made without one the usual password.
    pub async fn set_password(&self, user: UserId) {
        let password = Password::parse(&PASSWORD.into()).expect("a password");
        let hash = self.app.passwords.hash(&password, [3; 16]).await.expect("a hash");
        let mut conn = self.pool().acquire().await.expect("a connection");
        users::set_password(&mut conn, user, &hash).await.expect("set");
    }

    /// Somebody of this role, who never logs in.
    pub async fn somebody(&self, role: &str) -> UserId {
        let id = new_user();
        self.account(id, role).await;
        id
    }

    async fn account(&self, id: UserId, role: &str) {
        sqlx::query(
            "with registration as (
                 insert into registrations (id, interface_language, time_zone, registered_at)
                 values ($1, 'nl', 'Europe/Amsterdam', $3)
             )
             insert into users (id, role, interface_language, time_zone, email_index, email_index_key, password_hash,
                                epoch, rev, created_at)
             values ($1, $2, 'nl', 'Europe/Amsterdam', sha256($4), '1', 'none', 1, 1, $3)",
        )
        .bind(id.as_uuid())
        .bind(role)
        .bind(self.clock.now())
        .bind(id.as_uuid().as_bytes().as_slice())
        .execute(&self.pool())
        .await
        .expect("an account");
    }

    /// Somebody of this role, with a session.
    pub async fn caller(&self, caller: Caller) -> Caller {
        self.admit(&caller).await;
        caller
    }
}

async fn fresh_database() -> Arc<PgDatabase> {
    let database = Arc::new(PgDatabase::fresh("profile", &schema::MIGRATOR).await);
    bus::postgres::migrate(&database.pool()).await.expect("the tables of the bus");
    database
}

/// The operations of people, and those of services.
fn serve(app: &App, layers: &Layers) -> (Api, Api) {
    let internal = Api::new(routes::api().internal_router(app.clone(), layers));
    (Api::new(routes::api().router(app.clone(), layers)), internal)
}

async fn app(pool: PgPool, clock: &FrozenClock, queue: Queue, email_index: VersionedKeys) -> App {
    let clock: Arc<dyn boot::Clock> = Arc::new(clock.clone());
    let accounts = Accounts::new(pool.clone(), issuer(), clock.clone());
    let verifier = accounts.verifier(&config(), &Registry::new()).expect("a verifier");
    verifier.refresh_keys().await.expect("the keys of the tests");
    App {
        passwords: Passwords::new(Cost::FLOOR, queue.cores, queue.waiting, [7; 16], &Registry::new())
            .expect("a queue"),
        breached: Breached::default(),
        limits: ThrottleConfig::default().limits(),
        keys: AppKeys {
            signing: Keys::fixed(keys("1")),
            refresh: Keys::fixed(keys("1")),
            totp: Keys::fixed(email_index.clone()),
            email_index: Keys::fixed(email_index),
            intake: Keys::fixed(VersionedKeys::from_pairs(("1", intake::public_key()), [])),
        },
        relying_party: site().relying_party().expect("a site"),
        providers: Providers::default(),
        issuer: issuer(),
        verifier,
        cursors: Cursors::new(Keys::fixed(keys("1"))),
        encoder: publications().resolve_offline(),
        relay: RelayWaker::default(),
        random: Arc::new(SeededRandom::default()),
        clock,
        pool,
    }
}

/// Where the pages of a test are.
fn site() -> PasskeysConfig {
    PasskeysConfig { relying_party: SITE.to_owned(), origins: ORIGIN.to_owned() }
}

fn keys(version: &str) -> VersionedKeys {
    VersionedKeys::from_pairs((version, seed(3)), [])
}

/// What a registration of a test says.
pub fn registration(email: &str) -> Value {
    json!({
        "email": email, "password": PASSWORD, "givenName": "Anna", "familyName": "de Vries",
        "interfaceLanguage": Language::Nl,
    })
}

/// `body` with one field changed.
pub fn with(body: &Value, field: &str, value: impl Into<Value>) -> Value {
    let mut body = body.clone();
    body[field] = value.into();
    body
}

pub fn new_user() -> UserId {
    UserId::new(random_uuid())
}

pub fn new_device() -> DeviceId {
    DeviceId::new(random_uuid())
}

fn random_uuid() -> Uuid {
    let random: &dyn boot::Random = &boot::SystemRandom;
    uuid::Builder::from_random_bytes(random.array()).into_uuid()
}

/// What a log-in or a refresh gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tokens {
    pub access: String,
    pub refresh: String,
    pub session: SessionId,
}

impl Tokens {
    pub fn of(answer: &Answer) -> Self {
        let body = answer.json();
        let text =
            |field: &str| body[field].as_str().unwrap_or_else(|| panic!("{field} in {answer}")).to_owned();
        Self {
            access: text("accessToken"),
            refresh: text("refreshToken"),
            session: text("sessionId").parse().expect("a session"),
        }
    }
}

/// pii's side of the sealed intake.
pub mod intake {
    use events::profile::PiiSubmitted;
    use hpke::{
        Deserializable, Kem, OpModeR, Serializable, aead::AesGcm256, kdf::HkdfSha256, kem::X25519HkdfSha256,
        single_shot_open,
    };
    use secrets::Key;
    use serde_json::Value;
    use zeroize::Zeroizing;

    fn pair() -> (<X25519HkdfSha256 as Kem>::PrivateKey, <X25519HkdfSha256 as Kem>::PublicKey) {
        X25519HkdfSha256::derive_keypair(&[5; 32])
    }

    pub fn public_key() -> Key {
        Key::new(Zeroizing::new(pair().1.to_bytes().into()))
    }

    /// Opens an intake as `schemas/profile/pii.submitted.md` says.
    pub fn open(sealed: &PiiSubmitted) -> Value {
        let encapsulated =
            <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(&sealed.encapsulated_key).expect("a key");
        let aad = format!("pii.intake|1|{}|1", sealed.user_id);
        let opened = single_shot_open::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
            &OpModeR::Base,
            &pair().0,
            &encapsulated,
            b"tall pii.intake v1",
            &sealed.ciphertext,
            aad.as_bytes(),
        );
        serde_json::from_slice(&opened.expect("opens")).expect("JSON")
    }
}
