use super::{
    attempt::Attempt,
    use_code::{Use, code_refused, use_code},
};
use crate::{
    App, Failure,
    credentials::OneTimeCode,
    domain::Purpose,
    store::{
        email_changes::{self, EmailChange},
        users,
    },
};
use events::profile::{AddressTarget, EmailAddressConfirmed};
use ids::{CauseId, UserId};
use sqlx::PgConnection;
use std::net::IpAddr;
use web::ApiError;

/// Takes an address for proved: that of the account, or the one that it is to have and has from now on.
///
/// Whose account it is and whether there is one are not told apart from a wrong code. A repeat of a lost answer succeeds.
pub async fn confirm_email(
    app: &App,
    user: UserId,
    code: &OneTimeCode,
    network: IpAddr,
) -> Result<(), Failure> {
    let attempt = Attempt::to_use_code(app, user.as_uuid().as_bytes(), network).await?;
    if attempt.is_refused() {
        return Err(code_refused().into());
    }
    let mut transaction = app.pool.begin().await?;
    let outcome = match use_code(app, &mut transaction, user, Purpose::VerifyEmail, code).await? {
        Use::First(cause) => confirm(app, &mut transaction, user, cause).await,
        Use::Again => Ok(()),
        Use::Wrong => {
            transaction.commit().await?;
            return Err(code_refused().into());
        }
    };
    outcome?;
    transaction.commit().await?;
    app.relay.wake();
    attempt.give_back(app).await;
    Ok(())
}

async fn confirm(
    app: &App,
    conn: &mut PgConnection,
    user_id: UserId,
    request_id: CauseId,
) -> Result<(), Failure> {
    let now = app.now();
    let target = match email_changes::take(conn, user_id, request_id).await? {
        Some(change) => {
            have_address(app, conn, user_id, &change).await?;
            AddressTarget::Pending
        }
        None => {
            if !users::verify_email(conn, user_id, now).await? {
                return Err(code_refused().into());
            }
            AddressTarget::Current
        }
    };
    let fact = EmailAddressConfirmed { user_id, request_id, target, confirmed_at: now };
    app.publish(conn, request_id, 2, fact).await
}

/// The unique index has the last word: somebody else may have proved the address in the meantime.
async fn have_address(
    app: &App,
    conn: &mut PgConnection,
    user: UserId,
    change: &EmailChange,
) -> Result<(), Failure> {
    let taken = || ApiError::conflict("address-taken", "Another account has this address by now.");
    match users::change_address(conn, user, change, app.now()).await {
        Ok(true) => Ok(()),
        Ok(false) => Err(taken().into()),
        Err(sqlx::Error::Database(error)) if error.is_unique_violation() => Err(taken().into()),
        Err(error) => Err(error.into()),
    }
}
