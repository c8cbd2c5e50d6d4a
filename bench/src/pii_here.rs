//! pii in this process: its router, its commands, its store.

use anyhow::{Context, Result, ensure};
use async_trait::async_trait;
use boot::{Clock, Random, SystemClock, SystemRandom};
use bus::RelayWaker;
use ids::UserId;
use pii::{
    App, AppKeys,
    commands::rotate_kek::Rotation,
    domain::{
        audit::LastHeads,
        field::Field,
        sealing::{DataKey, WrappedDataKey},
    },
    requests::{Requests, RequestsConfig},
    store::people,
};
use secrecy::SecretString;
use secrets::{Key, Keys, SecretError, SecretStore, VersionedKeys};
use sqlx::{Connection, PgConnection, PgPool};
use std::{sync::Arc, time::Duration};
use testing::{Api, Blobs, Caller, PgDatabase};
use uuid::Uuid;
use web::Cursors;
use zeroize::Zeroizing;

/// People who are added in one statement.
const CHUNK: usize = 5000;
const OLD: &str = "1";
const NEW: &str = "2";

/// The service, with one person whose name is known.
pub(crate) struct Pii {
    api: Api,
    app: App,
    database: PgDatabase,
    person: Caller,
}

impl Pii {
    pub(crate) async fn open() -> Result<Self> {
        let database = PgDatabase::fresh("pii", &pii::MIGRATOR).await;
        bus::postgres::migrate(&database.pool()).await?;
        let clock: Arc<dyn Clock> = Arc::new(SystemClock);
        let app = App {
            database: database.pool(),
            keys: AppKeys { kek: Keys::fixed(kek()), intake: keys(8), email_index: keys(9) },
            verifier: access::testing::verifier(testing::caller::jwks(), clock.clone()).await,
            clock,
            random: Arc::new(SystemRandom),
            encoder: pii::publications().resolve_offline(),
            waker: RelayWaker::default(),
            last_heads: LastHeads::default(),
            cursors: Cursors::new(keys(7)),
            requests: Requests::new(Arc::new(Blobs::default()), RequestsConfig::default())?,
        };
        let api = Api::new(pii::api().router(app.clone(), &testing::layers()));
        let person = Caller::student().logged_in_at(SystemClock.now());
        let pii = Self { api, app, database, person };
        pii.name(pii.person.id()).await?;
        Ok(pii)
    }

    pub(crate) fn pool(&self) -> PgPool {
        self.database.pool()
    }

    /// The person reads their name: HTTP in, noted durably, opened, 200 out.
    pub(crate) async fn read(&self) -> Result<()> {
        let path = format!("/api/v2/pii/people/{}/name", self.person.id());
        let answer = self.api.get(path).as_(&self.person).send().await;
        ensure!(answer.status() == 200, "a read of a name: {answer}");
        Ok(())
    }

    /// So many people more, of whom nothing is known but their key, under the old version of the key encryption key.
    pub(crate) async fn add_people(&self, count: usize) -> Result<()> {
        let mut left = count;
        while left > 0 {
            let chunk = left.min(CHUNK);
            self.add_chunk(chunk).await?;
            left -= chunk;
        }
        Ok(())
    }

    /// Every data key is wrapped by the old version again, as it was before a round: by one statement that changes what a
    /// rewrap changes, and computes nothing.
    pub(crate) async fn write_old_keys_again(&self) -> Result<()> {
        sqlx::query(
            "update people set wrapped_dek = first.wrapped_dek, kek_version = first.kek_version
                     from first_keys as first where first.user_id = people.user_id",
        )
        .execute(&self.pool())
        .await?;
        Ok(())
    }

    /// Remembers the keys as they are now.
    pub(crate) async fn remember_keys(&self) -> Result<()> {
        sqlx::query("create table first_keys as select user_id, wrapped_dek, kek_version from people")
            .execute(&self.pool())
            .await?;
        Ok(())
    }

    /// Wraps every data key by the new version; how many.
    pub(crate) async fn rewrap(&self) -> Result<u64> {
        let held = kek().promoting(NEW).context("the new version")?;
        let rotation = Rotation {
            database: self.pool(),
            secrets: Arc::new(NoSecrets),
            encoder: self.app.encoder.clone(),
            waker: self.app.waker.clone(),
            clock: self.app.clock.clone(),
            random: self.app.random.clone(),
        };
        let mut connection = PgConnection::connect_with(&self.pool().connect_options()).await?;
        rotation.rewrap(&mut connection, &held).await
    }

    /// Gives somebody a key and a name.
    async fn name(&self, user: UserId) -> Result<()> {
        let (key, wrapped) = fresh_key(user)?;
        let now = SystemClock.now();
        let mut transaction = self.pool().begin().await?;
        people::create(&mut transaction, user, &wrapped, now).await?;
        for (field, value) in [(Field::GivenName, "Anna"), (Field::FamilyName, "de Vries")] {
            let sealed = key.seal(field, &SecretString::from(value), &SystemRandom);
            people::put_field(&mut transaction, user, field, &sealed, now).await?;
        }
        people::touch(&mut transaction, user, 2).await?;
        transaction.commit().await?;
        Ok(())
    }

    async fn add_chunk(&self, count: usize) -> Result<()> {
        let random: &dyn Random = &SystemRandom;
        let now = SystemClock.now();
        let users: Vec<UserId> = (0..count).map(|_| UserId::v7(now, random.array())).collect();
        let keys: Vec<WrappedDataKey> =
            users.iter().map(|user| Ok(fresh_key(*user)?.1)).collect::<Result<_>>()?;
        sqlx::query(
            "insert into people (user_id, dek_id, wrapped_dek, kek_version, key_check, seals, rev, created_at)
             select user_id, dek_id, wrapped, $5, key_check, 0, 1, $6
             from unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[])
                  as fresh (user_id, dek_id, wrapped, key_check)",
        )
        .bind(users.iter().map(|user| user.as_uuid()).collect::<Vec<_>>())
        .bind(keys.iter().map(|key| key.id).collect::<Vec<_>>())
        .bind(keys.iter().map(|key| key.wrapped.clone()).collect::<Vec<_>>())
        .bind(keys.iter().map(|key| key.key_check.clone()).collect::<Vec<_>>())
        .bind(OLD)
        .bind(now)
        .execute(&self.pool())
        .await?;
        Ok(())
    }
}

/// A data key, plain and wrapped by the old version.
fn fresh_key(user: UserId) -> Result<(DataKey, WrappedDataKey)> {
    let random: &dyn Random = &SystemRandom;
    let id = Uuid::from_bytes(random.array());
    let key = DataKey::make(user, id, random);
    let kek = kek();
    let old = kek.get(OLD).context("the old version")?;
    let wrapped = key.wrap(OLD, old.expose(), random);
    Ok((key, wrapped))
}

/// Both versions, of which the old one is the current.
fn kek() -> VersionedKeys {
    VersionedKeys::from_pairs((OLD, key(1)), [(NEW, key(2))])
}

fn keys(byte: u8) -> Keys {
    Keys::fixed(VersionedKeys::from_pairs((OLD, key(byte)), []))
}

fn key(byte: u8) -> Key {
    Key::new(Zeroizing::new([byte; 32]))
}

/// Rewrapping asks for no secret.
struct NoSecrets;

#[async_trait]
impl SecretStore for NoSecrets {
    async fn fetch(&self, name: &str) -> Result<SecretString, SecretError> {
        Err(SecretError::Absent(name.to_owned()))
    }

    async fn replace(&self, name: &str, _: SecretString, _: &str) -> Result<(), SecretError> {
        Err(SecretError::Absent(name.to_owned()))
    }

    fn refresh_every(&self) -> Duration {
        Duration::MAX
    }
}
