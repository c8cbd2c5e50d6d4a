use crate::{
    App, Failure,
    credentials::ChallengeToken,
    domain::passkey::CEREMONY,
    store::{
        challenges::{self, AskedForPasskey},
        passkeys, users,
    },
};
use ids::ChallengeId;
use web::ApiError;

/// Asks a device to sign, to finish a log-in. Asked again before there was an answer, it is the same.
pub async fn ask_for_passkey(
    app: &App,
    id: ChallengeId,
    token: &ChallengeToken,
) -> Result<AskedForPasskey, Failure> {
    let now = app.now();
    let gone = || ApiError::not_found("challenge", id);
    let mut transaction = app.pool.begin().await?;
    let challenge = challenges::lock(&mut transaction, id, &token.digest(), now).await?.ok_or_else(gone)?;
    let user = users::lock(&mut transaction, challenge.user_id).await?.ok_or_else(gone)?;
    if challenge.passed.is_some() || user.epoch != challenge.epoch {
        return Err(gone().into());
    }
    if let Some(asked) = challenges::asked_for_passkey(&mut transaction, id, now).await? {
        return Ok(asked);
    }
    let present = passkeys::of_user(&mut transaction, user.id).await?;
    if present.is_empty() {
        return Err(ApiError::conflict("no-passkey", "This account has no passkey.").into());
    }
    let present: Vec<_> = present.into_iter().map(|passkey| passkey.credential).collect();
    let ceremony = app.relying_party.ask_for_proof(&present)?;
    let until = challenge.expires_at.min(now + CEREMONY);
    challenges::ask_for_passkey(&mut transaction, id, &ceremony, until).await?;
    transaction.commit().await?;
    Ok(AskedForPasskey { options: ceremony.options, until })
}
