use crate::{
    App, Failure,
    commands::audit::{self, Done},
    domain::ClientPolicy,
    store::client_policies::{self, StoredPolicy},
};
use events::profile::{ClientPolicyChanged, Platform};
use ids::UserId;
use web::{ApiError, IfMatch};

/// Sets which versions of a client may call. What is set already is no change: a repeat succeeds.
pub async fn change_client_policy(
    app: &App,
    platform: Platform,
    policy: ClientPolicy,
    seen: &IfMatch,
    by: UserId,
) -> Result<StoredPolicy, Failure> {
    let mut transaction = app.pool.begin().await?;
    let stored = client_policies::lock(&mut transaction, platform).await?;
    let stored = stored.ok_or_else(|| ApiError::not_found("client policy", platform))?;
    if stored.policy == policy && stored.rev > 0 {
        return Ok(stored);
    }
    seen.check(stored.rev.unsigned_abs())?;

    let changed = StoredPolicy { platform, policy, rev: stored.rev + 1 };
    client_policies::replace(&mut transaction, &changed).await?;
    let fact = ClientPolicyChanged {
        platform,
        minimum_version: changed.policy.minimum().to_string(),
        latest_version: changed.policy.latest().to_string(),
        message: changed.policy.message().clone(),
        changed_by: Some(by),
        changed_at: app.now(),
    };
    app.publish(&mut transaction, platform, changed.rev, fact).await?;
    audit::note(app, &mut transaction, by, None, Done::ClientPolicyChanged(platform)).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(changed)
}
