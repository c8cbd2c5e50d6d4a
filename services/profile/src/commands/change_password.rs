use super::{attempt::Attempt, end_sessions::end_others_within, new_password::require_fit};
use crate::{
    App, Failure,
    credentials::passwords::Verdict,
    domain::Password,
    store::users::{self, Credentials},
};
use events::profile::{PasswordChangeMethod, PasswordChanged, RevocationReason};
use ids::{SessionId, UserId};
use web::ApiError;

/// Another password, with the one before.
#[derive(Debug, Clone)]
pub struct PasswordChange {
    /// Whose.
    pub user: UserId,
    /// The session that goes on.
    pub session: SessionId,
    /// The password until now.
    pub current: Password,
    /// The password from now on.
    pub password: Password,
}

/// Sets another password and ends every other session. A repeat of a lost answer succeeds.
pub async fn change_password(app: &App, change: &PasswordChange) -> Result<(), Failure> {
    require_fit(app, &change.password, None).await?;
    let found = users::credentials_of(&mut *app.pool.acquire().await?, change.user).await?;
    let checked = found.ok_or_else(ApiError::invalid_token)?;
    let verdict = app.passwords.check(&change.current, Some(&checked.password_hash)).await?;
    let attempt = Attempt::to_know_own_password(app, change.user).await?;
    if attempt.is_refused() {
        return Err(wrong_password().into());
    }
    if verdict == Verdict::Wrong {
        return repeat(app, change, &checked).await;
    }
    let password_hash = app.passwords.hash(&change.password, app.random.array()).await?;
    replace(app, change, &checked, &password_hash).await?;
    attempt.give_back(app).await;
    Ok(())
}

async fn replace(
    app: &App,
    change: &PasswordChange,
    checked: &Credentials,
    hash: &str,
) -> Result<(), Failure> {
    let (now, user_id) = (app.now(), change.user);
    let mut transaction = app.pool.begin().await?;
    // Somebody may have changed it since it was checked.
    if !users::replace_password_hash(&mut transaction, checked, hash).await? {
        return Err(wrong_password().into());
    }
    let rev = users::next_rev(&mut transaction, user_id).await?;
    let method = PasswordChangeMethod::Change;
    let fact = PasswordChanged { user_id, method, changed_at: now };
    app.publish(&mut transaction, user_id, rev, fact).await?;
    end_others_within(app, &mut transaction, user_id, change.session, RevocationReason::PasswordChanged)
        .await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

/// Where the new password is the one that the account has, the change was made already.
async fn repeat(app: &App, change: &PasswordChange, checked: &Credentials) -> Result<(), Failure> {
    match app.passwords.check(&change.password, Some(&checked.password_hash)).await? {
        Verdict::Wrong => Err(wrong_password().into()),
        Verdict::Right | Verdict::RightAtOldCost => Ok(()),
    }
}

fn wrong_password() -> ApiError {
    ApiError::invalid_field("/currentPassword", "wrong-password", "This is not your password.")
}
