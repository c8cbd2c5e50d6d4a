//! The key encryption key rotates while people are read; and what does not open is an error, never "not there".

use crate::support::World;
use access::Role;
use chrono::TimeDelta;
use events::cron_utility::KeyRotated;
use futures::StreamExt;
use pii::{
    commands::rotate_kek::{Outcome, Rotation},
    domain::rotation::{Demand, LIFETIME, Step},
};
use secrecy::SecretString;
use secrets::{Key, Keys, SecretError, SecretStore, VersionedKeys};
use std::{
    sync::{Arc, Mutex},
    time::Duration,
};
use testing::{Caller, SeededRandom};
use zeroize::Zeroizing;

/// Secrets Manager, as far as a rotation sees it: the present value, and every label that was given.
pub struct Vault {
    value: Mutex<VersionedKeys>,
    labels: Mutex<Vec<String>>,
}

#[async_trait::async_trait]
impl SecretStore for Vault {
    async fn fetch(&self, _: &str) -> Result<SecretString, SecretError> {
        Ok(self.value.lock().expect("free").to_secret())
    }

    async fn replace(&self, name: &str, value: SecretString, label: &str) -> Result<(), SecretError> {
        *self.value.lock().expect("free") = VersionedKeys::parse(name, &value)?;
        self.labels.lock().expect("free").push(label.to_owned());
        Ok(())
    }

    fn refresh_every(&self) -> Duration {
        Duration::from_secs(60)
    }
}

/// A world whose rotations this test drives.
pub struct Rotating {
    pub world: World,
    vault: Arc<Vault>,
    rotation: Rotation,
}

impl Rotating {
    pub async fn new() -> Self {
        let world = World::new().await;
        let first = VersionedKeys::from_pairs(("1", Key::new(Zeroizing::new([9; 32]))), []);
        let vault = Arc::new(Vault { value: Mutex::new(first), labels: Mutex::default() });
        let rotation = Rotation {
            database: world.pool(),
            secrets: vault.clone(),
            encoder: world.app.encoder.clone(),
            waker: world.app.waker.clone(),
            clock: Arc::new(world.clock.clone()),
            random: Arc::new(SeededRandom::new(2)),
        };
        Self { world, vault, rotation }
    }

    /// What every instance knows from now on.
    pub fn spread(&mut self) {
        self.world.app.keys.kek = Keys::fixed(self.vault.value.lock().expect("free").clone());
        let router = pii::api().router(self.world.app.clone(), &testing::layers());
        self.world.api = testing::Api::new(router);
    }

    pub async fn advance(&self, demand: Demand) -> Outcome {
        self.rotation.advance(demand).await.expect("a look")
    }

    pub async fn settled(&mut self) {
        self.spread();
        self.world.clock.advance(self.rotation.settle());
    }

    /// Status of a reading by somebody whose token is as young as the clock wants it.
    async fn reads(&self, person: ids::UserId) -> u16 {
        let admin = Caller::with_role(Role::EducationalAdmin).logged_in_at(self.world.clock.now());
        self.world.read(&admin, person, "given-name", "administration").await.status().as_u16()
    }
}

#[tokio::test]
async fn a_rotation_takes_its_steps_in_order_and_reads_go_on_between_all_of_them() {
    let mut it = Rotating::new().await;
    let mut people = Vec::new();
    for n in 0..20 {
        people.push(it.world.person(&format!("Anna{n}"), "V").await);
    }
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Nothing(Step::Rest));
    let start = it.world.clock.now();
    it.world.clock.advance(LIFETIME - TimeDelta::seconds(1));
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Nothing(Step::Rest));
    it.world.clock.advance(TimeDelta::seconds(1));
    assert_eq!(it.world.clock.now() - start, TimeDelta::days(90));

    for step in [Step::Add(2), Step::Promote(2), Step::Rewrap, Step::Forget(1)] {
        assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(step));
        for person in &people {
            assert_eq!(it.reads(*person).await, 200, "after {step}, before every instance knows");
        }
        it.settled().await;
        for person in &people {
            assert_eq!(it.reads(*person).await, 200, "after {step}");
        }
    }
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Nothing(Step::Rest));
    assert_eq!(it.world.count("select count(*) from people where kek_version <> '2'").await, 0);
    let told = it.world.published::<KeyRotated>().await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].source.as_str(), told[0].key_name.as_str(), told[0].version.as_str()),
        ("pii", "tall/pii/kek", "2")
    );
    let labels = it.vault.labels.lock().expect("free").clone();
    assert_eq!(labels, ["kek-2", "kek-2", "kek-only-2"]);
}

#[tokio::test]
async fn a_version_is_not_forgotten_while_one_data_key_is_under_it() {
    let mut it = Rotating::new().await;
    it.world.person("Anna", "V").await;
    assert_eq!(it.advance(Demand::Operator).await, Outcome::Taken(Step::Add(2)));
    it.settled().await;
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Promote(2)));
    // Somebody holds the person, so that the round passes them over.
    let mut held = it.world.pool().begin().await.expect("a transaction");
    sqlx::query("select from people for update").execute(&mut *held).await.expect("held");
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Rewrap));
    it.settled().await;
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Rewrap), "not: forget");
    held.rollback().await.expect("let go");
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Rewrap));
    assert_eq!(it.advance(Demand::Schedule).await, Outcome::Taken(Step::Forget(1)));
}

#[tokio::test]
async fn two_who_rotate_at_once_exclude_each_other() {
    let it = Rotating::new().await;
    let outcomes = futures::future::join_all((0..8).map(|_| it.advance(Demand::Operator))).await;
    let added = outcomes.iter().filter(|outcome| **outcome == Outcome::Taken(Step::Add(2))).count();
    assert_eq!(added, 1, "{outcomes:?}");
}

#[tokio::test]
async fn a_rewrap_of_many_batches_fails_no_read() {
    let mut it = Rotating::new().await;
    let person = it.world.person("Anna", "V").await;
    let world = &it.world;
    futures::stream::iter(0..1100)
        .for_each_concurrent(8, |n| async move {
            world.named(Caller::student().id(), &format!("A{n}"), "V").await;
        })
        .await;
    it.advance(Demand::Operator).await;
    it.settled().await;
    it.advance(Demand::Schedule).await;
    it.spread();
    let rewrap = it.advance(Demand::Schedule);
    let reads = async {
        let mut statuses = Vec::new();
        for _ in 0..50 {
            statuses.push(it.reads(person).await);
        }
        statuses
    };
    let (outcome, statuses) = tokio::join!(rewrap, reads);
    assert_eq!(outcome, Outcome::Taken(Step::Rewrap));
    assert!(statuses.iter().all(|status| *status == 200), "{statuses:?}");
    assert_eq!(it.world.count("select count(*) from people where kek_version <> '2'").await, 0);
}

#[tokio::test]
async fn a_version_that_is_not_there_is_an_error_and_never_not_found() {
    let mut it = Rotating::new().await;
    let person = it.world.person("Anna", "V").await;
    it.world.app.keys.kek =
        Keys::fixed(VersionedKeys::from_pairs(("2", Key::new(Zeroizing::new([9; 32]))), []));
    let router = pii::api().router(it.world.app.clone(), &testing::layers());
    it.world.api = testing::Api::new(router);
    assert_eq!(it.reads(person).await, 500);
}

#[tokio::test]
async fn rows_that_were_moved_or_touched_are_an_error_and_never_not_found() {
    for touch in [
        // Another column, another person, another key, another person's key, a bit, a check, a format.
        "update fields set sealed = (select sealed from fields f where f.name = 'family-name' and f.user_id = fields.user_id)
         where name = 'given-name'",
        "update fields set sealed = (select sealed from fields f where f.name = 'given-name' and f.user_id <> fields.user_id)
         where name = 'given-name'",
        "update people set dek_id = gen_random_uuid()",
        "update people set wrapped_dek = (select wrapped_dek from people p where p.user_id <> people.user_id)",
        "update people set wrapped_dek = set_byte(wrapped_dek, 20, get_byte(wrapped_dek, 20) # 1)",
        "update people set key_check = set_byte(key_check, 0, get_byte(key_check, 0) # 1)",
        "update fields set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)",
        "update fields set sealed = set_byte(sealed, 0, 9)",
    ] {
        let it = Rotating::new().await;
        let person = it.world.person("Anna", "V").await;
        it.world.person("Bram", "W").await;
        sqlx::query(touch).execute(&it.world.pool()).await.expect("touched");
        assert_eq!(it.reads(person).await, 500, "{touch}");
    }
}

#[tokio::test]
async fn a_key_that_has_sealed_as_often_as_it_may_seals_no_more() {
    let it = Rotating::new().await;
    let person = Caller::student();
    it.world.named(person.id(), "Anna", "V").await;
    sqlx::query("update people set seals = 268435455").execute(&it.world.pool()).await.expect("counted");
    let patch = |body: &str| {
        let path = format!("/api/v2/pii/people/{}", person.id());
        let patch = it.world.api.patch(path).as_(&person).header("if-match", "*");
        patch.body("application/json", body.as_bytes().to_vec()).send()
    };
    patch(r#"{"givenName": "A", "familyName": "B"}"#).await.expect(500);
    patch(r#"{"givenName": "A"}"#).await.expect(200);
    patch(r#"{"givenName": "B"}"#).await.expect(500);
}
