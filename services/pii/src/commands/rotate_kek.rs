//! The key encryption key takes its steps: see [`crate::domain::rotation`] for which comes when.
//!
//! The secret is changed first and noted afterwards, and what is noted follows from the secret: whatever stops in
//! between goes on with the next look. Two at once exclude each other by a lock of the store.

use crate::{
    domain::{
        rotation::{Demand, Seen, Step},
        sealing::{DataKey, KEY},
    },
    store::{
        key_rotations::{self, Milestone},
        people::{self, Rewrapping},
    },
};
use anyhow::Context;
use boot::{Clock, Random};
use bus::{Encoder, Meta, RelayWaker};
use chrono::TimeDelta;
use events::{Fact, cron_utility::KeyRotated};
use ids::{EventId, UserId};
use secrets::{Key, SecretStore, VersionedKeys};
use sqlx::{Connection, PgConnection, PgPool};
use std::{sync::Arc, time::Duration};
use uuid::Uuid;
use zeroize::Zeroizing;

/// The secret that is rotated.
pub const SECRET: &str = "pii/kek";
/// The lock of whoever rotates, one a database.
const LOCK: i64 = 0x7461_6c6c_6b65_6b73;
/// Data keys in one transaction: some milliseconds, so that nobody who changes a person waits long.
const BATCH: i64 = 1000;

/// What a rotation works with.
#[derive(Clone)]
pub struct Rotation {
    /// The store.
    pub database: PgPool,
    /// Where the key is kept.
    pub secrets: Arc<dyn SecretStore>,
    /// Renders the fact that a version came into use.
    pub encoder: Arc<Encoder>,
    /// Is told of it.
    pub waker: RelayWaker,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub random: Arc<dyn Random>,
}

/// What became of a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// This step was taken; there may be more to do.
    Taken(Step),
    /// There is nothing to do now.
    Nothing(Step),
    /// Somebody else is at it.
    Busy,
}

impl Rotation {
    /// How long it takes until every instance has read a secret that changed: two of its turns, and a request besides.
    pub fn settle(&self) -> TimeDelta {
        let settle = self.secrets.refresh_every() * 2 + Duration::from_secs(10);
        TimeDelta::from_std(settle).unwrap_or(TimeDelta::hours(1))
    }

    /// The step that would be taken.
    ///
    /// # Errors
    /// The store or the secret.
    pub async fn next(&self, demand: Demand) -> anyhow::Result<Step> {
        let held = self.held().await?;
        let seen = self.observe(&mut *self.database.acquire().await?, &held).await?;
        Ok(seen.next(demand, self.settle(), self.clock.now()))
    }

    /// Takes the next step, if there is one.
    ///
    /// # Errors
    /// The store, the secret, or a key that is not there. Nothing is lost by any of them.
    pub async fn advance(&self, demand: Demand) -> anyhow::Result<Outcome> {
        let mut connection = PgConnection::connect_with(&self.database.connect_options()).await?;
        let locked = sqlx::query_scalar!(r#"select pg_try_advisory_lock($1) as "locked!""#, LOCK)
            .fetch_one(&mut connection)
            .await?;
        if !locked {
            return Ok(Outcome::Busy);
        }
        let taken = self.advance_alone(&mut connection, demand).await;
        // The lock ends with the connection, however that ends.
        connection.close().await?;
        taken
    }

    async fn advance_alone(&self, connection: &mut PgConnection, demand: Demand) -> anyhow::Result<Outcome> {
        let held = self.held().await?;
        let seen = self.observe(connection, &held).await?;
        let step = seen.next(demand, self.settle(), self.clock.now());
        match step {
            Step::Add(version) => self.add(&held, version).await?,
            Step::Promote(version) => self.promote(&held, version).await?,
            Step::Rewrap => {
                self.rewrap(connection, &held).await?;
            }
            Step::Forget(version) => self.forget(connection, &held, version).await?,
            Step::WaitUntil(_) | Step::Rest => return Ok(Outcome::Nothing(step)),
        }
        let held = self.held().await?;
        self.observe(connection, &held).await?;
        Ok(Outcome::Taken(step))
    }

    /// The secret as it is now, not as instances may still see it.
    async fn held(&self) -> anyhow::Result<VersionedKeys> {
        Ok(VersionedKeys::parse(SECRET, &self.secrets.fetch(SECRET).await?)?)
    }

    /// Notes what the secret holds, tells of a version that came into use, and gives what there is to decide by.
    async fn observe(&self, connection: &mut PgConnection, held: &VersionedKeys) -> anyhow::Result<Seen> {
        let now = self.clock.now();
        let mut versions = Vec::new();
        let known = key_rotations::all(connection, SECRET).await?;
        for (version, _) in held.iter() {
            versions.push(version.parse::<u64>().context("versions of pii/kek are numbers")?);
            key_rotations::added(connection, SECRET, version, now).await?;
        }
        versions.sort_unstable();
        let current = held.current().0;
        let mut transaction = connection.begin().await?;
        if key_rotations::reached(&mut transaction, SECRET, current, Milestone::Promoted, now).await?
            && !known.is_empty()
        {
            self.tell(&mut transaction, current).await?;
        }
        transaction.commit().await?;
        self.waker.wake();

        let noted = key_rotations::all(connection, SECRET).await?;
        let newest = versions.last().copied().unwrap_or_default().to_string();
        let find = |version: &str| noted.iter().find(|one| one.version == version).context("a noted version");
        Ok(Seen {
            current: current.parse()?,
            newest_added_at: find(&newest)?.added_at,
            promoted_at: find(current)?.promoted_at.context("the current version is promoted")?,
            any_below: people::count_below(connection, current).await? > 0,
            versions,
        })
    }

    async fn tell(&self, connection: &mut PgConnection, version: &str) -> anyhow::Result<()> {
        let now = self.clock.now();
        let fact = Fact::of(KeyRotated {
            source: crate::NAME.to_owned(),
            key_name: format!("tall/{SECRET}"),
            version: version.to_owned(),
            rotated_at: now,
        });
        let id = EventId::v7(now, self.random.array());
        let meta = Meta::new(id, SECRET.to_owned(), version.parse()?, now);
        bus::postgres::enqueue(connection, &self.encoder.encode(&fact, meta)?).await?;
        Ok(())
    }

    async fn add(&self, held: &VersionedKeys, version: u64) -> anyhow::Result<()> {
        let mut bytes = Zeroizing::new([0; KEY]);
        self.random.bytes(bytes.as_mut());
        let version = version.to_string();
        self.replace(&held.clone().with(&version, Key::new(bytes)), &version).await
    }

    async fn promote(&self, held: &VersionedKeys, version: u64) -> anyhow::Result<()> {
        let version = version.to_string();
        let promoted = held.clone().promoting(&version).context("a version that is there")?;
        self.replace(&promoted, &version).await
    }

    /// The value that held the version keeps its label, so that a store restored from before can still be read.
    async fn forget(
        &self,
        connection: &mut PgConnection,
        held: &VersionedKeys,
        version: u64,
    ) -> anyhow::Result<()> {
        let current = held.current().0;
        let left = held.clone().without(&version.to_string()).context("the current version stays")?;
        self.secrets.replace(SECRET, left.to_secret(), &format!("kek-only-{current}")).await?;
        let now = self.clock.now();
        key_rotations::reached(connection, SECRET, current, Milestone::Completed, now).await?;
        Ok(())
    }

    async fn replace(&self, keys: &VersionedKeys, newest: &str) -> anyhow::Result<()> {
        Ok(self.secrets.replace(SECRET, keys.to_secret(), &format!("kek-{newest}")).await?)
    }

    /// Wraps every data key that is not under the current version, in batches, each a transaction of its own: whatever
    /// stops it leaves whole batches, and readers open what they find, since both versions are there. Gives how many.
    ///
    /// # Errors
    /// The store, or a key that is not there.
    pub async fn rewrap(&self, connection: &mut PgConnection, held: &VersionedKeys) -> anyhow::Result<u64> {
        let (mut after, mut rewrapped) = (UserId::new(Uuid::nil()), 0);
        loop {
            let mut transaction = connection.begin().await?;
            let mut batch = people::lock_below(&mut transaction, held.current().0, after, BATCH).await?;
            let Some(last) = batch.last() else { return Ok(rewrapped) };
            after = last.user;
            rewrapped += batch.len() as u64;
            for one in &mut batch {
                self.rewrap_one(held, one)?;
            }
            people::store_rewrapped(&mut transaction, &batch).await?;
            transaction.commit().await?;
        }
    }

    fn rewrap_one(&self, held: &VersionedKeys, one: &mut Rewrapping) -> anyhow::Result<()> {
        let from = &one.key.kek_version;
        let old = held.get(from).with_context(|| format!("key encryption key {from} is not there"))?;
        let key = DataKey::unwrap(one.user, &one.key, old.expose())?;
        let (version, new) = held.current();
        one.key = key.wrap(version, new.expose(), &*self.random);
        Ok(())
    }
}
