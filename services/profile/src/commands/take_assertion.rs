use crate::{
    App, Failure,
    commands::second_factor::publish_change,
    credentials::{
        blind_index::of_attempts,
        passkey::{Assertion, NotProved},
    },
    domain::second_factor::WRONG_PASSKEYS,
    store::{
        attempts::{self, Key},
        challenges::{self, Challenge},
        passkeys,
    },
};
use chrono::{DateTime, Utc};
use events::profile::MfaChange;
use ids::UserId;
use sqlx::PgConnection;
use web::ApiError;

/// Takes what a device signed, once, against what this challenge asked of it. A wrong one is counted: after too many none is
/// taken for a while, which only somebody who has the password can bring about. Whoever was asked nothing guesses nothing.
pub(super) async fn take_assertion(
    app: &App,
    conn: &mut PgConnection,
    challenge: &Challenge,
    assertion: &Assertion,
    now: DateTime<Utc>,
) -> Result<bool, Failure> {
    let (user, wrong) = (challenge.user_id, wrong_answers(app, challenge.user_id));
    let next = attempts::next_at(conn, &wrong, WRONG_PASSKEYS, now).await?;
    if next > now {
        return Err(ApiError::too_many_requests((next - now).to_std().unwrap_or_default()).into());
    }
    let Some(state) = challenges::use_up_passkey(conn, challenge.id, now).await? else { return Ok(false) };
    let present = passkeys::find_by_credential(conn, assertion.credential_id(), user).await?;
    let proved = present.map(|present| {
        let taken = app.relying_party.take_proof(&state, &present.credential, assertion);
        taken.map(|credential| (present.id, credential))
    });
    match proved {
        Some(Ok((id, credential))) => {
            passkeys::note_use(conn, id, &credential, now).await?;
            return Ok(true);
        }
        Some(Err(NotProved::Defect(defect))) => return Err(defect.into()),
        Some(Err(NotProved::CounterWentBack)) => {
            tracing::warn!("the counter of a passkey went back: it was refused, and its owner is told");
            publish_change(app, conn, user, MfaChange::PasskeyRefused, now).await?;
        }
        Some(Err(why)) => tracing::info!(%why, "a passkey was refused"),
        None => tracing::info!("a passkey was refused: the account has none of this name"),
    }
    attempts::take(conn, &wrong, WRONG_PASSKEYS, now).await?;
    Ok(false)
}

fn wrong_answers(app: &App, user: UserId) -> Key {
    of_attempts("wrong passkeys", &[user.as_uuid().as_bytes()], &app.keys.email_index.now())
}
