//! What the commands about second factors have in common.

use crate::{
    App, Failure,
    credentials::totp::{TotpCode, TotpSecret},
    domain::second_factor::{Held, WRONG_CODES, WRONG_CODES_COUNT, is_required_of},
    store::{
        totp_factors::{self, TotpFactor},
        users,
    },
};
use chrono::{DateTime, TimeDelta, Utc};
use events::profile::{MfaChange, MfaChanged, Role};
use ids::UserId;
use sqlx::PgConnection;
use web::ApiError;

/// Takes a code, once, against the authenticator app in force. A wrong one is counted: after too many no code is taken for a
/// while, which only somebody who has the password can bring about.
pub(super) async fn take_code(
    app: &App,
    conn: &mut PgConnection,
    factor: &TotpFactor,
    code: &TotpCode,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    if let Some(wait) = wait_after_wrong_codes(factor, now) {
        return Err(ApiError::too_many_requests(wait.to_std().unwrap_or_default()).into());
    }
    let (id, secret) = (factor.belonging.enrolment, open(app, factor)?);
    let Some(step) = secret.step_of(code, now)? else {
        totp_factors::count_wrong_code(conn, id, now).await?;
        return Ok(false);
    };
    keep_under_present_key(app, conn, factor, &secret).await?;
    Ok(totp_factors::use_up(conn, id, step).await?)
}

/// While the key rotates, every code moves its account to the new key.
async fn keep_under_present_key(
    app: &App,
    conn: &mut PgConnection,
    factor: &TotpFactor,
    secret: &TotpSecret,
) -> Result<(), Failure> {
    let keys = app.keys.totp.now();
    if factor.secret.key_id != keys.current().0 {
        let sealed = secret.seal(factor.belonging, &keys, app.random.array())?;
        totp_factors::reseal(conn, factor.belonging.enrolment, &sealed).await?;
    }
    Ok(())
}

/// Puts a begun enrolment in force with its first code, which is used up by it.
pub(super) async fn put_in_force(
    app: &App,
    conn: &mut PgConnection,
    factor: &TotpFactor,
    code: &TotpCode,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let Some(step) = open(app, factor)?.step_of(code, now)? else { return Ok(false) };
    totp_factors::confirm(conn, factor.belonging, now).await?;
    totp_factors::use_up(conn, factor.belonging.enrolment, step).await?;
    publish_change(app, conn, factor.belonging.user, MfaChange::Enrolled, now).await?;
    Ok(true)
}

/// The secret of an authenticator app.
pub(super) fn open(app: &App, factor: &TotpFactor) -> Result<TotpSecret, Failure> {
    Ok(TotpSecret::open(&factor.secret, factor.belonging, &app.keys.totp.now())?)
}

/// Tells that a user changed their second factor.
pub(super) async fn publish_change(
    app: &App,
    conn: &mut PgConnection,
    user: UserId,
    change: MfaChange,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let rev = users::next_rev(conn, user).await?;
    let fact = MfaChanged { user_id: user, change, changed_by: None, changed_at: now };
    app.publish(conn, user, rev, fact).await
}

/// Refuses to leave a role without the factor that it needs.
pub(super) fn keeps_required_factor(role: Role, left: Held) -> Result<(), ApiError> {
    if left.any() || !is_required_of(role) {
        return Ok(());
    }
    let detail = "An administrator keeps a second factor. Enrol another authenticator app or passkey first.";
    Err(ApiError::conflict("factor-required", detail))
}

/// One answer for a code that is wrong, used, or of no set.
pub(super) fn not_accepted() -> ApiError {
    ApiError::refused("proof-not-accepted", "This is not right, or was used already. Take the next code.")
}

fn wait_after_wrong_codes(factor: &TotpFactor, now: DateTime<Utc>) -> Option<TimeDelta> {
    let over = factor.wrong_since? + WRONG_CODES_COUNT;
    (factor.wrong_codes >= WRONG_CODES && now < over).then(|| over - now)
}
