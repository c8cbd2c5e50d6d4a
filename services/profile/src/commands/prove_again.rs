use crate::{
    App, Failure,
    commands::second_factor::{not_accepted, take_code},
    credentials::{passwords::Verdict, totp::TotpCode},
    domain::Password,
    store::{sessions, totp_factors, users},
};
use chrono::{DateTime, Utc};
use ids::{SessionId, UserId};
use secrecy::SecretString;
use web::ApiError;

/// What somebody with a session shows to prove that it is still they.
#[derive(Clone)]
pub enum Proof {
    /// Their password.
    Password(Password),
    /// A code of their authenticator app.
    Totp(TotpCode),
}

/// What a proof leads to.
#[derive(Debug, Clone)]
pub struct Proved {
    /// Says that the user proved who they are just now.
    pub access_token: SecretString,
    /// When that was.
    pub authenticated_at: DateTime<Utc>,
}

/// Proves anew who the user of a session is. Five failures in a row, and the session takes no more: a stolen access token is
/// no place to guess passwords.
pub async fn prove_again(
    app: &App,
    session: SessionId,
    user: UserId,
    proof: &Proof,
) -> Result<Proved, Failure> {
    if !sessions::take_attempt(&mut *app.connection().await?, session).await? {
        return Err(ApiError::forbidden("Too many failed attempts in this session. Log in again.").into());
    }
    let right = match proof {
        Proof::Password(password) => is_password(app, user, password).await?,
        Proof::Totp(code) => is_code(app, user, code).await?,
    };
    if !right {
        return Err(not_accepted().into());
    }
    let proved = sessions::authenticate_anew(&mut *app.connection().await?, session, app.now()).await?;
    let session = proved.ok_or_else(ApiError::invalid_token)?;
    let access_token = app.issue_access_token(&session)?;
    Ok(Proved { access_token, authenticated_at: session.authenticated_at })
}

async fn is_password(app: &App, user: UserId, password: &Password) -> Result<bool, Failure> {
    let credentials = users::credentials_of(&mut *app.connection().await?, user).await?;
    let stored = credentials.as_ref().map(|credentials| credentials.password_hash.as_str());
    Ok(app.passwords.check(password, stored).await? != Verdict::Wrong)
}

async fn is_code(app: &App, user: UserId, code: &TotpCode) -> Result<bool, Failure> {
    let mut transaction = app.pool.begin().await?;
    users::lock(&mut transaction, user).await?.ok_or_else(ApiError::invalid_token)?;
    let Some(factor) = totp_factors::in_force(&mut transaction, user).await? else { return Ok(false) };
    let taken = take_code(app, &mut transaction, &factor, code, app.now()).await?;
    transaction.commit().await?;
    Ok(taken)
}
