use crate::{
    App, Failure,
    credentials::{OneTimeCode, blind_index},
    domain::Purpose,
    store::codes,
};
use chrono::{DateTime, Utc};
use ids::{CauseId, UserId};
use web::ApiError;

/// A code, for the mail that is being written.
#[derive(Debug, Clone)]
pub struct IssuedCode {
    /// The code itself, which is kept nowhere.
    pub code: OneTimeCode,
    /// Until when it holds.
    pub expires_at: DateTime<Utc>,
}

/// Makes the code that a cause asked for. Asking again makes another in its place, since the first may be lost.
///
/// Only profile makes causes, in the transaction of the fact that leads to the mail: who can read codes cannot have them
/// made for anybody. A cause is absent once there is a newer one for the same user and purpose, or its code was used.
pub async fn issue_code(
    app: &App,
    cause: CauseId,
    user: UserId,
    purpose: Purpose,
) -> Result<IssuedCode, Failure> {
    let (code, expires_at) = (OneTimeCode::random(&*app.random), app.now() + purpose.lifetime());
    let digest = blind_index::of_code(user, purpose, &code, &app.keys.email_index.now());
    let mut conn = app.pool.acquire().await?;
    if codes::issue(&mut conn, user, purpose, cause, &digest, expires_at).await? {
        Ok(IssuedCode { code, expires_at })
    } else {
        Err(ApiError::not_found("request for a code", cause).into())
    }
}
