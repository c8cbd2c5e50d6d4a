use crate::{
    App, Failure,
    commands::second_factor::publish_change,
    credentials::recovery_code::{self, RecoveryCode},
    domain::second_factor::SHOWN,
    store::{
        recovery_codes::{self, RecoverySet},
        totp_factors, users,
    },
};
use anyhow::Context;
use chrono::{DateTime, Utc};
use events::profile::MfaChange;
use ids::{RecoverySetId, UserId};
use web::ApiError;

/// A set of recovery codes, to be written down.
#[derive(Clone)]
pub struct RecoveryCodes {
    /// The codes.
    pub codes: Vec<RecoveryCode>,
    /// When they were made.
    pub made_at: DateTime<Utc>,
    /// Whether they were made just now.
    pub is_new: bool,
}

/// Makes a set of recovery codes in place of the one before. Who lost the answer asks again under the same id, and is shown
/// the same codes for ten minutes; then they are shown no more.
pub async fn renew_recovery_codes(
    app: &App,
    id: UserId,
    set: RecoverySetId,
) -> Result<RecoveryCodes, Failure> {
    let now = app.now();
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, id).await?.ok_or_else(ApiError::invalid_token)?;
    if !totp_factors::held(&mut transaction, id).await?.any() {
        let detail =
            "Recovery codes stand in for a second factor, and this account has none. Enrol one first.";
        return Err(ApiError::conflict("no-second-factor", detail).into());
    }
    if let Some(present) = recovery_codes::present(&mut transaction, id).await?
        && present.id == set
    {
        return again(app, id, &present, now);
    }

    let keys = app.keys.totp.now();
    let (key_id, key) = keys.current();
    let codes = recovery_code::codes(id, set, now, key);
    let digests: Vec<_> = codes.iter().map(|code| code.digest().to_vec()).collect();
    let made = RecoverySet { id: set, key_id: key_id.to_owned(), made_at: now };
    recovery_codes::replace(&mut transaction, id, &made, &digests).await?;
    publish_change(app, &mut transaction, id, MfaChange::RecoveryCodesRenewed, now).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(RecoveryCodes { codes, made_at: now, is_new: true })
}

fn again(app: &App, id: UserId, present: &RecoverySet, now: DateTime<Utc>) -> Result<RecoveryCodes, Failure> {
    if present.made_at + SHOWN <= now {
        return Err(
            ApiError::conflict("codes-shown", "These codes were shown already. Make a new set.").into()
        );
    }
    let keys = app.keys.totp.now();
    let key = keys.get(&present.key_id).context("the key of the recovery codes is gone")?;
    let codes = recovery_code::codes(id, present.id, present.made_at, key);
    Ok(RecoveryCodes { codes, made_at: present.made_at, is_new: false })
}
