use super::{
    attempt::Attempt,
    end_sessions::end_all,
    new_password::require_fit,
    subject::Subject,
    use_code::{Use, code_refused, use_code},
};
use crate::{
    App, Failure,
    credentials::{OneTimeCode, blind_index, blind_index::BlindIndex, passwords::Verdict},
    domain::{EmailAddress, Password, Purpose},
    store::{codes, users},
};
use events::profile::{PasswordChangeMethod, PasswordChanged, RevocationReason};
use ids::UserId;
use sqlx::PgConnection;
use std::net::IpAddr;

/// Another password, with the code of a mail instead of the one before.
#[derive(Debug, Clone)]
pub struct PasswordReset {
    /// What the code is for: a forgotten password, or the first one of who was invited.
    pub purpose: Purpose,
    /// The address of the account.
    pub address: EmailAddress,
    /// What the mail says.
    pub code: OneTimeCode,
    /// The password from now on.
    pub password: Password,
}

/// Sets another password and ends every session. The code came by mail, so the address is proved as well.
///
/// An address without an account is refused like a wrong code, after the same work. A repeat of a lost answer succeeds.
pub async fn reset_password(app: &App, reset: &PasswordReset, network: IpAddr) -> Result<(), Failure> {
    require_fit(app, &reset.password, Some(&reset.address)).await?;
    let keys = app.keys.email_index.now();
    let addresses = blind_index::addresses(&reset.address, &keys);
    let found = users::credentials(&mut *app.pool.acquire().await?, &addresses).await?;
    let subject = Subject::new(app, found.map(|credentials| credentials.id));
    let password_hash = app.passwords.hash(&reset.password, app.random.array()).await?;
    let digest = BlindIndex::of_address(&reset.address, &keys).digest;
    let attempt = Attempt::to_use_code(app, &digest, network).await?;
    if attempt.is_refused() {
        return Err(code_refused().into());
    }

    let mut transaction = app.pool.begin().await?;
    match use_code(app, &mut transaction, subject.id, reset.purpose, &reset.code).await? {
        Use::First(_) => {
            set_password(app, &mut transaction, subject.id, reset.purpose, &password_hash).await?;
            transaction.commit().await?;
            app.relay.wake();
        }
        Use::Again => {
            // Nothing waits for a password in a transaction: it would hold up every outbox of the server.
            transaction.rollback().await?;
            require_to_be_set(app, &reset.password, subject.id).await?;
        }
        Use::Wrong => {
            transaction.commit().await?;
            return Err(code_refused().into());
        }
    }
    attempt.give_back(app).await;
    Ok(())
}

/// Where the password is the one that the account has by now, this is a repeat.
async fn require_to_be_set(app: &App, password: &Password, user: UserId) -> Result<(), Failure> {
    let now = users::credentials_of(&mut *app.pool.acquire().await?, user).await?;
    let hash = now.as_ref().map(|credentials| credentials.password_hash.as_str());
    match app.passwords.check(password, hash).await? {
        Verdict::Wrong => Err(code_refused().into()),
        Verdict::Right | Verdict::RightAtOldCost => Ok(()),
    }
}

/// Whoever accepts an invitation had no password that could have changed, and no session. Who resets one needs no invitation
/// any more.
async fn set_password(
    app: &App,
    conn: &mut PgConnection,
    user_id: UserId,
    purpose: Purpose,
    hash: &str,
) -> Result<(), Failure> {
    let now = app.now();
    users::set_password(conn, user_id, hash).await?;
    if !users::verify_email(conn, user_id, now).await? {
        return Err(code_refused().into());
    }
    if purpose == Purpose::Invitation {
        return Ok(codes::withdraw(conn, user_id, Purpose::ResetPassword).await?);
    }
    codes::withdraw(conn, user_id, Purpose::Invitation).await?;
    let rev = users::next_rev(conn, user_id).await?;
    let method = PasswordChangeMethod::Reset;
    app.publish(conn, user_id, rev, PasswordChanged { user_id, method, changed_at: now }).await?;
    end_all(app, conn, user_id, RevocationReason::PasswordChanged).await
}
