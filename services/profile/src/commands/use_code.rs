use crate::{
    App, Failure,
    credentials::{OneTimeCode, blind_index},
    domain::Purpose,
    store::{attempts, codes},
};
use chrono::TimeDelta;
use ids::{CauseId, UserId};
use sqlx::PgConnection;
use web::ApiError;

/// For so long a used code is known for a repeat of a lost answer.
const REPEATABLE: TimeDelta = TimeDelta::minutes(10);

/// What a code was worth.
pub(super) enum Use {
    /// It is used up, for this cause.
    First(CauseId),
    /// It was used up a moment ago, by whoever knew it then.
    Again,
    /// It is none, or no longer one.
    Wrong,
}

/// Uses up a code, or counts that it is none.
pub(super) async fn use_code(
    app: &App,
    conn: &mut PgConnection,
    user: UserId,
    purpose: Purpose,
    code: &OneTimeCode,
) -> Result<Use, Failure> {
    let now = app.now();
    let digests = blind_index::codes(user, purpose, code, &app.keys.email_index.now());
    if let Some(cause) = codes::use_up(conn, user, purpose, &digests, now).await? {
        return Ok(Use::First(cause));
    }
    if codes::was_used(conn, user, purpose, &digests, now - REPEATABLE).await? {
        return Ok(Use::Again);
    }
    // Nobody may learn from a wait for the disk whether there is a code that this is not.
    attempts::do_not_wait_for_the_disk(conn).await?;
    codes::miss(conn, user, purpose).await?;
    Ok(Use::Wrong)
}

/// One answer for every code that is not the one.
pub(super) fn code_refused() -> ApiError {
    ApiError::refused("code-not-accepted", "The code is not right, was used, or is too old. Ask for another.")
}
