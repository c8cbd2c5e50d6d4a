//! A person has proved that their new address reaches them.

use super::{keep_fields::keep_fields, opening::data_key};
use crate::{
    App,
    domain::field::{Edit, Field},
    store::people,
};
use events::profile::EmailAddressConfirmed;
use sqlx::PgConnection;

/// Makes the pending address the address, if it is the one of the confirmed request. A registration is confirmed too,
/// whose address counts already: then there is nothing to do.
///
/// # Errors
/// The database, or a key that is not there.
pub async fn confirm_address(
    app: &App,
    connection: &mut PgConnection,
    confirmed: &EmailAddressConfirmed,
) -> anyhow::Result<()> {
    let user = confirmed.user_id;
    let Some(person) = people::lock(connection, user).await? else { return Ok(()) };
    if person.pending_request != Some(confirmed.request_id) {
        return Ok(());
    }
    let fields = [Field::PendingEmail];
    let sealed = people::find_sealed(connection, &[user], &fields).await?;
    let Some((_, sealed)) = sealed.first().and_then(|person| person.fields.first()) else { return Ok(()) };
    let address = data_key(app, user, &person.key)?.open(Field::PendingEmail, sealed)?;
    people::set_pending_request(connection, user, None).await?;
    let edits = [
        Edit { field: Field::Email, value: Some(address) },
        Edit { field: Field::PendingEmail, value: None },
    ];
    keep_fields(app, connection, user, &person, &edits).await?;
    Ok(())
}
