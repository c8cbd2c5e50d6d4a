use crate::{
    App, Failure,
    domain::SettingsChange,
    store::users::{self, User},
};
use events::profile::UserUpdated;
use ids::UserId;
use web::{ApiError, IfMatch};

/// Changes what a user set for themself.
///
/// Settings that the account has already are no change, whatever revision the caller saw: a repeat succeeds.
pub async fn change_settings(
    app: &App,
    id: UserId,
    change: SettingsChange,
    seen: &IfMatch,
) -> Result<User, Failure> {
    let mut transaction = app.pool.begin().await?;
    let user = users::lock(&mut transaction, id).await?.ok_or_else(ApiError::invalid_token)?;
    let language = change.interface_language.unwrap_or(user.interface_language);
    let time_zone = change.time_zone.unwrap_or(user.time_zone);
    if (language, time_zone) == (user.interface_language, user.time_zone) {
        return Ok(user);
    }
    seen.check(user.rev.unsigned_abs())?;

    users::set_settings(&mut transaction, id, language, time_zone).await?;
    let rev = users::next_rev(&mut transaction, id).await?;
    let updated = UserUpdated {
        user_id: id,
        interface_language: language,
        time_zone: time_zone.as_str().to_owned(),
        updated_at: app.now(),
    };
    app.publish(&mut transaction, id, rev, updated).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(User { interface_language: language, time_zone, rev, ..user })
}
