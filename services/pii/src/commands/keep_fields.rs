//! What is to stand in a person's fields, sealed and told.

use super::{opening::data_key, tell::tell};
use crate::{
    App,
    domain::{
        email_index::EmailIndex,
        field::{Edit, Field},
        sealing::may_seal,
    },
    store::{
        email_index,
        people::{self, Person},
    },
};
use events::pii::UserPiiUpdated;
use ids::UserId;
use sqlx::PgConnection;

/// Seals the edits under the key of the person, who is held, and tells which fields changed. Gives the new revision.
///
/// # Errors
/// The database, a key that is not there, or one that has sealed as often as it may.
pub async fn keep_fields(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    person: &Person,
    edits: &[Edit],
) -> anyhow::Result<i64> {
    let now = app.clock.now();
    let key = data_key(app, user, &person.key)?;
    let seals = may_seal(person.seals, edits.iter().filter(|edit| edit.value.is_some()).count())?;
    for Edit { field, value } in edits {
        let Some(value) = value else {
            people::drop_field(connection, user, *field).await?;
            continue;
        };
        people::put_field(connection, user, *field, &key.seal(*field, value, &*app.random), now).await?;
        if *field == Field::Email {
            let index = EmailIndex::of(value, &app.keys.email_index.now());
            email_index::put(connection, user, &index).await?;
        }
    }
    let fields: Vec<_> = edits.iter().map(|edit| edit.field).collect();
    kept(app, connection, user, seals, &fields).await
}

/// Counts the change of a person whose key has sealed `seals` times by now, and tells which fields it concerns. Gives the
/// new revision.
///
/// # Errors
/// The database.
pub(super) async fn kept(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    seals: i64,
    fields: &[Field],
) -> anyhow::Result<i64> {
    let rev = people::touch(connection, user, seals).await?;
    let mut fields: Vec<_> = fields.iter().map(|field| field.name().to_owned()).collect();
    fields.sort_unstable();
    let fact = UserPiiUpdated { user_id: user, fields, updated_at: app.clock.now() };
    tell(app, connection, user, rev.unsigned_abs(), fact).await?;
    Ok(rev)
}
