use crate::{
    App, Failure,
    domain::PasskeyName,
    store::passkeys::{self, KeptPasskey},
};
use ids::{PasskeyId, UserId};
use web::ApiError;

/// Gives a passkey of an account another name.
pub async fn rename_passkey(
    app: &App,
    user: UserId,
    id: PasskeyId,
    name: &PasskeyName,
) -> Result<KeptPasskey, Failure> {
    let mut conn = app.connection().await?;
    passkeys::rename(&mut conn, id, user, name).await?;
    let renamed = passkeys::find(&mut conn, id, user).await?;
    renamed.ok_or_else(|| ApiError::not_found("passkey", id).into())
}
