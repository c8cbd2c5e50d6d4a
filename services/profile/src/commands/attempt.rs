//! Attempts are counted before anybody is told what they were worth, so that a thousand at once are a thousand, and after
//! the work that a busy service refuses, so that nobody pays for an attempt that was not made.
//!
//! Strangers share what their network, the account, and the account from their network have left. A device from which the
//! user logged in before has its own count and nothing else: whoever floods an account keeps out strangers, never its
//! owner. What is refused is refused like a wrong password, after the same work, and whoever asks is not told.

use super::subject::Subject;
use crate::{
    App, Failure,
    credentials::blind_index::of_attempts,
    domain::Limit,
    store::attempts::{self, Key},
};
use chrono::TimeDelta;
use events::profile::{LoginThrottled, ThrottleScope};
use ids::{CauseId, DeviceId, UserId};
use sqlx::{Connection, PgConnection};
use std::{net::IpAddr, time::Duration};

/// Mails to one address, whoever asks for them.
const MAILS_TO_ADDRESS: Limit = Limit::new(4, TimeDelta::minutes(15));
/// Mails that one network asks for: a class that registers, not a flood.
const MAILS_FOR_NETWORK: Limit = Limit::new(100, TimeDelta::seconds(30));
/// Codes that one network tries on one account. A code itself holds as many attempts as `domain::code` says.
const CODES: Limit = Limit::new(15, TimeDelta::minutes(1));
/// People whom one network sends to their provider: a class that logs in, not a flood.
const TO_PROVIDER: Limit = Limit::new(100, TimeDelta::seconds(10));
/// Passwords that somebody who is logged in tries on their own account.
const OWN_PASSWORD: Limit = Limit::new(10, TimeDelta::minutes(1));

/// How often passwords may be tried.
#[derive(Debug, Clone, Copy)]
pub struct LogInLimits {
    /// By one network, on any account.
    pub network: Limit,
    /// By one network, on one account.
    pub account_and_network: Limit,
    /// By all strangers, on one account.
    pub account: Limit,
    /// By a device that the account knows.
    pub known_device: Limit,
}

/// One way of counting.
struct Counter {
    scope: ThrottleScope,
    key: Key,
    limit: Limit,
}

/// An attempt that was counted, and whether it is to be taken seriously.
pub(super) struct Attempt {
    taken: Vec<Counter>,
    refused: Option<Counter>,
}

impl Attempt {
    /// To log in to the account of this address, from a network or from a device that the account knows.
    pub(super) async fn to_log_in(
        app: &App,
        conn: &mut PgConnection,
        address: &[u8; 32],
        known_device: Option<DeviceId>,
        network: IpAddr,
    ) -> Result<Self, Failure> {
        let (limits, network) = (app.limits, bytes(network));
        let counters = match known_device {
            Some(device) => {
                let device = device.as_uuid();
                let parts = [address.as_slice(), device.as_bytes()];
                vec![counter(app, ThrottleScope::Account, "log in: device", &parts, limits.known_device)]
            }
            None => vec![
                counter(app, ThrottleScope::Address, "log in: network", &[&network], limits.network),
                counter(
                    app,
                    ThrottleScope::AccountAndAddress,
                    "log in: account, network",
                    &[address, &network],
                    limits.account_and_network,
                ),
                counter(app, ThrottleScope::Account, "log in: account", &[address], limits.account),
            ],
        };
        Self::count(app, conn, counters).await
    }

    /// To have a mail sent to this address.
    pub(super) async fn to_have_mail_sent(
        app: &App,
        address: &[u8; 32],
        network: IpAddr,
    ) -> Result<Self, Failure> {
        let network = bytes(network);
        let counters = vec![
            counter(app, ThrottleScope::Address, "mail: network", &[&network], MAILS_FOR_NETWORK),
            counter(app, ThrottleScope::Account, "mail: account", &[address], MAILS_TO_ADDRESS),
        ];
        Self::count(app, &mut *app.connection().await?, counters).await
    }

    /// To prove something of `whose` account with a code.
    pub(super) async fn to_use_code(app: &App, whose: &[u8], network: IpAddr) -> Result<Self, Failure> {
        let parts = [whose, &bytes(network)];
        let counters = vec![counter(app, ThrottleScope::AccountAndAddress, "code", &parts, CODES)];
        Self::count(app, &mut *app.connection().await?, counters).await
    }

    /// To prove, while logged in, that one knows one's password.
    pub(super) async fn to_know_own_password(app: &App, user: UserId) -> Result<Self, Failure> {
        let user = user.as_uuid();
        let parts = [user.as_bytes().as_slice()];
        let counters = vec![counter(app, ThrottleScope::Account, "own password", &parts, OWN_PASSWORD)];
        Self::count(app, &mut *app.connection().await?, counters).await
    }

    /// To be sent to a provider, who is then asked, and remembered.
    pub(super) async fn to_go_to_provider(app: &App, network: IpAddr) -> Result<Self, Failure> {
        let network = bytes(network);
        let counters =
            vec![counter(app, ThrottleScope::Address, "provider: network", &[&network], TO_PROVIDER)];
        Self::count(app, &mut *app.connection().await?, counters).await
    }

    /// Each counter is a statement that ends by itself: nobody waits for a row that others share longer than it is changed.
    async fn count(app: &App, conn: &mut PgConnection, counters: Vec<Counter>) -> Result<Self, Failure> {
        let now = app.now();
        let mut attempt = Self { taken: Vec::new(), refused: None };
        for counter in counters {
            if !attempts::take(conn, &counter.key, counter.limit, now).await? {
                attempt.refused = Some(counter);
                break;
            }
            attempt.taken.push(counter);
        }
        Ok(attempt)
    }

    /// Whether it counts for nothing, right or wrong.
    pub(super) fn is_refused(&self) -> bool {
        self.refused.is_some()
    }

    /// How long the next one is off, where whoever asks may be told.
    pub(super) fn wait(&self) -> Option<Duration> {
        self.refused.as_ref().map(|counter| counter.limit.cost().to_std().unwrap_or_default())
    }

    /// It was right, so it was no guess: it costs nothing. What it did is done, so that a failure here is nobody's but the
    /// operator's: the attempt is given back by the time that passes.
    pub(super) async fn give_back(self, app: &App) {
        match app.pool.acquire().await {
            Ok(mut conn) => self.give_back_through(&mut conn).await,
            Err(error) => keep_counting(&error),
        }
    }

    /// As [`Attempt::give_back`], for whoever has a connection.
    pub(super) async fn give_back_through(self, conn: &mut PgConnection) {
        for counter in self.taken {
            if let Err(error) = attempts::give_back(conn, &counter.key, counter.limit).await {
                keep_counting(&error);
            }
        }
    }

    /// If it was refused, tells of it once in a while. For nobody's account the same is done, and taken back.
    pub(super) async fn tell(
        &self,
        app: &App,
        conn: &mut PgConnection,
        account: Option<UserId>,
    ) -> Result<(), Failure> {
        let Some(Counter { scope, key, limit }) = &self.refused else { return Ok(()) };
        let (now, subject) = (app.now(), Subject::new(app, account));
        let mut transaction = conn.begin().await?;
        if !attempts::tell(&mut transaction, key, now).await? {
            return Ok(());
        }
        let until = attempts::next_at(&mut transaction, key, *limit, now).await?;
        let fact = LoginThrottled { user_id: subject.id, scope: *scope, until, throttled_at: now };
        let mut told = transaction.begin().await?;
        app.publish(&mut told, CauseId::v7(now, app.random.array()), 1, fact).await?;
        subject.settle(told).await?;
        transaction.commit().await?;
        app.relay.wake();
        Ok(())
    }
}

fn keep_counting(error: &sqlx::Error) {
    tracing::warn!(%error, "an attempt that was right counts as a guess");
}

fn counter(app: &App, scope: ThrottleScope, what: &str, parts: &[&[u8]], limit: Limit) -> Counter {
    Counter { scope, key: of_attempts(what, parts, &app.keys.email_index.now()), limit }
}

fn bytes(network: IpAddr) -> Vec<u8> {
    match network {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets().to_vec(),
    }
}
