//! A person reads another language from now on.

use super::{
    keep_fields::keep_fields,
    take_intake::{Forgotten, person},
};
use crate::{
    App,
    domain::field::{Edit, Field},
};
use events::profile::UserUpdated;
use sqlx::PgConnection;

/// Keeps the language that mails are written in. What comes late about somebody who is forgotten changes nothing.
///
/// # Errors
/// The database, a key that is not there, or one that has sealed as often as it may.
pub async fn change_language(
    app: &App,
    connection: &mut PgConnection,
    updated: &UserUpdated,
) -> anyhow::Result<()> {
    let user = updated.user_id;
    let person = match person(app, connection, user, app.clock.now()).await {
        Ok(person) => person,
        Err(why) if why.is::<Forgotten>() => return Ok(()),
        Err(why) => return Err(why),
    };
    let language = updated.interface_language.as_str().into();
    let edit = Edit { field: Field::InterfaceLanguage, value: Some(language) };
    keep_fields(app, connection, user, &person, &[edit]).await?;
    Ok(())
}
