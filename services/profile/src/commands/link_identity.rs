use super::come_back::{ProvedIdentity, come_back};
use crate::{
    App, Failure,
    identity_providers::Returned,
    store::{
        identities::{self, LinkedIdentity},
        users,
    },
};
use chrono::{DateTime, Utc};
use events::profile::{IdentityChange, IdentityChanged};
use ids::{IdentityId, SessionId, UserId};
use sqlx::PgConnection;
use web::ApiError;

/// A link, and whether it was there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkOutcome {
    /// The link.
    pub identity: LinkedIdentity,
    /// Whether it is new.
    pub is_new: bool,
}

/// Links an identity to the account of the session that sent its user to the provider, now that the provider proved it. It
/// belongs to one account for as long as it is linked; an account has one of each provider.
pub async fn link_identity(
    app: &App,
    user: UserId,
    session: SessionId,
    returned: &Returned,
) -> Result<LinkOutcome, Failure> {
    let proved = come_back(app, Some((user, session)), returned).await?;
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, user).await?.ok_or_else(ApiError::invalid_token)?;
    let identity = LinkedIdentity {
        id: IdentityId::v7(now, app.random.array()),
        user_id: user,
        provider: proved.begun.provider.clone(),
        linked_at: now,
        last_used_at: None,
    };
    if !identities::insert(&mut transaction, &identity, &proved.index, &proved.indexes).await? {
        return linked_before(&mut transaction, user, &proved).await;
    }
    publish_change(app, &mut transaction, &identity, IdentityChange::Linked, now).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(LinkOutcome { identity, is_new: true })
}

async fn linked_before(
    conn: &mut PgConnection,
    user: UserId,
    proved: &ProvedIdentity,
) -> Result<LinkOutcome, Failure> {
    let taken = identities::find(conn, &proved.indexes).await?;
    let of_user = identities::of_user(conn, user).await?;
    match taken {
        None => Err(ApiError::conflict(
            "provider-linked",
            "Another identity of this provider is linked to your account. Unlink that first.",
        )
        .into()),
        Some(taken) => of_user
            .into_iter()
            .find(|own| own.id == taken.id)
            .map(|identity| LinkOutcome { identity, is_new: false })
            .ok_or_else(|| {
                ApiError::conflict("identity-taken", "This identity is linked to another account.").into()
            }),
    }
}

/// Tells that a user can log in in another way, or no longer can.
pub(super) async fn publish_change(
    app: &App,
    conn: &mut PgConnection,
    identity: &LinkedIdentity,
    change: IdentityChange,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let (user_id, provider) = (identity.user_id, identity.provider.clone());
    let rev = users::next_rev(conn, user_id).await?;
    app.publish(conn, user_id, rev, IdentityChanged { user_id, provider, change, changed_at: now }).await
}
