//! profile in this process: its router, its commands, its store.

use access::{
    Verifier,
    testing::{config, issuer, seed},
};
use anyhow::{Result, ensure};
use boot::{Clock, Random, SystemClock, SystemRandom};
use bus::{Bus, Encoder, Relay, RelayWaker, postgres::PgOutbox};
use ids::{DeviceId, UserId};
use profile::{
    Accounts, App, AppKeys,
    config::{PasskeysConfig, ThrottleConfig},
    credentials::{Breached, Passwords, passwords::Cost},
    identity_providers::Providers,
    publications, routes,
    store::{schema, users},
};
use prometheus::Registry;
use secrets::{Keys, VersionedKeys};
use serde_json::json;
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread::available_parallelism,
};
use testing::{Answer, Api, PgDatabase};
use web::Cursors;

const PASSWORD: &str = "correct horse battery";
/// As many as nobody reaches: what is measured is the work, not its limits.
const WITHOUT_END: i32 = 1_000_000;
/// Callers behind those who hash, as profile has it unless it is told otherwise.
const WAITING: usize = 64;

/// The service, with people who can log in.
pub(crate) struct Profile {
    api: Api,
    database: PgDatabase,
    waker: RelayWaker,
    people: Vec<Person>,
    turn: AtomicUsize,
}

struct Person {
    email: String,
    device: DeviceId,
}

/// A session that goes on.
pub(crate) struct Session {
    device: DeviceId,
    refresh_token: String,
    access_token: String,
}

impl Session {
    /// The token that services are shown.
    pub(crate) fn access_token(&self) -> &str {
        &self.access_token
    }
}

/// What a log-in came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LogIn {
    Done,
    /// The queue is full.
    Busy,
}

impl Profile {
    /// With so many people, each of whom has logged in once from a device of their own.
    pub(crate) async fn open(people: usize) -> Result<Self> {
        Self::open_with(people, publications().resolve_offline()).await
    }

    /// As [`Profile::open`], with facts that a [`relay`](Profile::relay) can publish.
    pub(crate) async fn open_to_publish(people: usize, bus: &Bus) -> Result<Self> {
        Self::open_with(people, publications().resolve(bus.registry()).await?).await
    }

    async fn open_with(people: usize, encoder: Arc<Encoder>) -> Result<Self> {
        let database = PgDatabase::fresh("profile", &schema::MIGRATOR).await;
        bus::postgres::migrate(&database.pool()).await?;
        let waker = RelayWaker::default();
        let app = app(&database, encoder, waker.clone()).await?;
        let api = Api::new(routes::api().router(app, &testing::layers()));
        let mut profile = Self { api, database, waker, people: Vec::new(), turn: AtomicUsize::new(0) };
        for number in 0..people {
            let person = profile.register(number).await?;
            ensure!(profile.try_log_in(&person).await?.status() == 201, "a first log-in");
            profile.people.push(person);
        }
        Ok(profile)
    }

    /// So many hash at a time.
    pub(crate) fn cores() -> usize {
        available_parallelism().map_or(1, usize::from)
    }

    pub(crate) fn database(&self) -> &PgDatabase {
        &self.database
    }

    /// The next person logs in from the device that their account knows.
    pub(crate) async fn log_in(&self) -> Result<LogIn> {
        let number = self.turn.fetch_add(1, Ordering::Relaxed);
        let answer = self.try_log_in(&self.people[number % self.people.len()]).await?;
        match answer.status().as_u16() {
            201 => Ok(LogIn::Done),
            503 => Ok(LogIn::Busy),
            _ => anyhow::bail!("a log-in: {answer}"),
        }
    }

    /// A session of everybody.
    pub(crate) async fn sessions(&self) -> Result<Vec<Session>> {
        let mut sessions = Vec::new();
        for person in &self.people {
            let answer = self.try_log_in(person).await?;
            ensure!(answer.status() == 201, "a log-in: {answer}");
            sessions.push(Session {
                device: person.device,
                refresh_token: token(&answer, "refreshToken"),
                access_token: token(&answer, "accessToken"),
            });
        }
        Ok(sessions)
    }

    /// Changes the tokens of a session for new ones.
    pub(crate) async fn refresh(&self, session: &mut Session) -> Result<()> {
        let body = json!({ "refreshToken": session.refresh_token, "deviceId": session.device });
        let answer = self.api.post("/api/v2/profile/sessions/refreshes").json(&body).send().await;
        ensure!(answer.status().is_success(), "a refresh: {answer}");
        session.refresh_token = token(&answer, "refreshToken");
        Ok(())
    }

    /// Ends a session.
    pub(crate) async fn log_out(&self, session: &Session) -> Result<()> {
        let current = self.api.delete("/api/v2/profile/sessions/current");
        let answer = current.bearer(&session.access_token).send().await;
        ensure!(answer.status() == 204, "a log-out: {answer}");
        Ok(())
    }

    /// What publishes its facts, from those on that are committed from now on.
    pub(crate) async fn relay(&self, bus: &Bus) -> Result<Relay> {
        let pool = self.database.pool();
        sqlx::query("truncate outbox").execute(&pool).await?;
        Ok(Relay::new(bus.producer().clone(), Arc::new(PgOutbox::new(pool))).woken_by(&self.waker))
    }

    /// What a service checks the tokens with, once somebody follows its revocations.
    pub(crate) async fn verifier(&self) -> Result<Verifier> {
        let accounts = Accounts::new(self.database.pool(), issuer(), Arc::new(SystemClock));
        let verifier = accounts.verifier(&config(), &Registry::new())?;
        verifier.refresh_keys().await?;
        Ok(verifier)
    }

    async fn register(&self, number: usize) -> Result<Person> {
        let random: &dyn Random = &SystemRandom;
        let now = SystemClock.now();
        let (id, device) = (UserId::v7(now, random.array()), DeviceId::v7(now, random.array()));
        let email = format!("person-{number}@example.org");
        let body = json!({
            "email": email, "password": PASSWORD, "givenName": "Anna", "familyName": "de Vries",
            "interfaceLanguage": "nl",
        });
        let answer = self.api.put(format!("/api/v2/profile/users/{id}")).json(&body).send().await;
        ensure!(answer.status() == 201, "a registration: {answer}");
        users::verify_email(&mut *self.database.pool().acquire().await?, id, now).await?;
        Ok(Person { email, device })
    }

    async fn try_log_in(&self, person: &Person) -> Result<Answer> {
        let body = json!({ "email": person.email, "password": PASSWORD, "device": { "id": person.device } });
        Ok(self.api.post("/api/v2/profile/sessions").json(&body).send().await)
    }
}

fn token(answer: &Answer, name: &str) -> String {
    answer.json()[name].as_str().unwrap_or_default().to_owned()
}

async fn app(database: &PgDatabase, encoder: Arc<Encoder>, relay: RelayWaker) -> Result<App> {
    let (clock, pool): (Arc<dyn Clock>, _) = (Arc::new(SystemClock), database.pool());
    let accounts = Accounts::new(pool.clone(), issuer(), clock.clone());
    let verifier = accounts.verifier(&config(), &Registry::new())?;
    verifier.refresh_keys().await?;
    let limits = ThrottleConfig {
        network_burst: WITHOUT_END,
        account_and_network_burst: WITHOUT_END,
        account_burst: WITHOUT_END,
        known_device_burst: WITHOUT_END,
        ..ThrottleConfig::default()
    };
    let site = PasskeysConfig {
        relying_party: "localhost".to_owned(),
        origins: "https://localhost:8443".to_owned(),
    };
    Ok(App {
        passwords: Passwords::new(Cost::FLOOR, Profile::cores(), WAITING, [7; 16], &Registry::new())?,
        breached: Breached::default(),
        limits: limits.limits(),
        keys: AppKeys {
            signing: keys(2),
            refresh: keys(3),
            totp: keys(4),
            email_index: keys(5),
            intake: keys(6),
        },
        relying_party: site.relying_party()?,
        providers: Providers::default(),
        issuer: issuer(),
        verifier,
        cursors: Cursors::new(keys(8)),
        encoder,
        relay,
        random: Arc::new(SystemRandom),
        clock,
        pool,
    })
}

fn keys(byte: u8) -> Keys {
    Keys::fixed(VersionedKeys::from_pairs(("1", seed(byte)), []))
}
