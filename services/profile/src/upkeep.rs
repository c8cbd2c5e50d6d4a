//! What goes on beside the requests.

pub use crate::client_counts::ClientCounts;
use crate::{
    App,
    commands::UnprovedAccounts,
    consumers::forget_again,
    store::{
        attempts, authorizations, challenges, client_policies, passkeys, registrations, security_events,
        user_imports,
    },
};
use access::{ClientPolicies, Verifier};
use boot::{CancellationToken, Clock};
use events::profile::ClientPolicyChanged;
use foundation::Foundation;
use prometheus::Registry;
use sqlx::PgPool;
use std::{sync::Arc, time::Duration};
use subject::Erasures;
use tokio::{sync::Mutex, time::sleep};

const POLICY_EVERY: Duration = Duration::from_secs(1);
const KEYS_EVERY: Duration = Duration::from_secs(60);
const COUNTS_EVERY: Duration = Duration::from_secs(60);
const SWEEP_EVERY: Duration = Duration::from_secs(3600);

/// Keeps this instance to the keys that are published, so that a withdrawn one is believed no longer.
pub async fn follow_signing_keys(verifier: Verifier, stop: CancellationToken) -> anyhow::Result<()> {
    let failed = "the signing keys were not read; the known ones stay";
    boot::repeat(stop, failed, || sleep(KEYS_EVERY), || verifier.refresh_keys()).await
}

/// Keeps this instance to the policies in the store, whichever instance changed them.
pub async fn follow_client_policies(
    pool: PgPool,
    policies: ClientPolicies,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let failed = "client policies were not read; the known ones stay";
    let work = || apply_client_policies(&pool, &policies, &*clock);
    boot::repeat(stop, failed, || sleep(POLICY_EVERY), work).await
}

/// Reads the policies once.
pub async fn apply_client_policies(
    pool: &PgPool,
    policies: &ClientPolicies,
    clock: &dyn Clock,
) -> anyhow::Result<()> {
    for stored in client_policies::all(&mut *pool.acquire().await?).await? {
        policies.apply(&ClientPolicyChanged {
            platform: stored.platform,
            minimum_version: stored.policy.minimum().to_string(),
            latest_version: stored.policy.latest().to_string(),
            message: stored.policy.message().clone(),
            changed_by: None,
            changed_at: clock.now(),
        })?;
    }
    Ok(())
}

/// Writes down, every minute, which clients called.
pub async fn count_clients(
    pool: PgPool,
    registry: Registry,
    clock: Arc<dyn Clock>,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let counts = Mutex::new(ClientCounts::default());
    let work = || async { counts.lock().await.flush(&registry, &pool, clock.now().date_naive()).await };
    let failed = "the calls of clients were not written down this time";
    boot::repeat(stop, failed, || sleep(COUNTS_EVERY), work).await
}

/// Notes, every minute, which versions of the keys there are.
pub async fn note_key_ages(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    let failed = "the ages of keys were not noted this time";
    boot::repeat(stop, failed, || sleep(KEYS_EVERY), || note_key_ages_once(&app)).await
}

async fn note_key_ages_once(app: &App) -> anyhow::Result<()> {
    app.keys.note_ages(&mut *app.pool.acquire().await?, app.now()).await.map_err(Into::into)
}

/// Forgets, every hour, what is kept for a time only.
pub async fn sweep(pool: PgPool, clock: Arc<dyn Clock>, stop: CancellationToken) -> anyhow::Result<()> {
    let work = || async {
        let rows = sweep_once(&pool, &*clock).await?;
        if rows > 0 {
            tracing::info!(
                rows,
                "forgot old registrations, imports, challenges, ended sessions, attempts and security events"
            );
        }
        anyhow::Ok(())
    };
    boot::repeat(stop, "nothing was forgotten this time", || sleep(SWEEP_EVERY), work).await
}

/// Has forgotten, every hour, who registered and never proved their address.
pub async fn forget_unproved(
    app: App,
    accounts: UnprovedAccounts,
    stop: CancellationToken,
) -> anyhow::Result<()> {
    let failed = "accounts that nobody proved wait; they are forgotten later";
    boot::repeat(stop, failed, || sleep(SWEEP_EVERY), || accounts.forget(&app)).await
}

async fn sweep_once(pool: &PgPool, clock: &dyn Clock) -> anyhow::Result<u64> {
    let (mut conn, now) = (pool.acquire().await?, clock.now());
    let sessions = registrations::sweep(&mut conn, now).await? + challenges::sweep(&mut conn, now).await?;
    let away = authorizations::sweep(&mut conn, now).await?;
    let repeats = user_imports::sweep(&mut conn, now).await? + passkeys::sweep(&mut conn, now).await?;
    let happened = security_events::sweep(&mut conn, now).await?;
    Ok(sessions + away + repeats + happened + attempts::sweep(&mut conn, now).await?)
}

/// Forgets, once, whom a restored backup brought back.
pub async fn forget_restored(app: App, foundation: Foundation) -> anyhow::Result<()> {
    let again = |so_far: Arc<Erasures>| {
        let app = app.clone();
        async move { Ok(forget_again(&app, &so_far).await?) }
    };
    subject::erase_restored(foundation.bus(), again).await
}
