use super::link_identity::publish_change;
use crate::{
    App, Failure,
    store::{identities, users},
};
use events::profile::IdentityChange;
use ids::{IdentityId, UserId};
use web::ApiError;

/// Takes the link of an identity away. The account has a password, so that nobody is locked out by it.
pub async fn unlink_identity(app: &App, user: UserId, id: IdentityId) -> Result<(), Failure> {
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, user).await?.ok_or_else(ApiError::invalid_token)?;
    let removed = identities::remove(&mut transaction, id, user).await?;
    let removed = removed.ok_or_else(|| ApiError::not_found("identity", id))?;
    publish_change(app, &mut transaction, &removed, IdentityChange::Unlinked, app.now()).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}
