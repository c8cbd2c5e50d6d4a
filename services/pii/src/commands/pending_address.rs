//! An address that a person asked for, and its confirmation: in whichever order they come, the address of the last request
//! that was confirmed is the person's.
//!
//! The two come by different topics, and what belongs to two requests may come crossed. Requests are numbered by time, and
//! profile voids a request when the next is made, so that of two that are confirmed the later was confirmed later.

use super::{
    keep_fields::{keep_fields, kept},
    opening::data_key,
    take_intake::{Forgotten, person},
};
use crate::{
    App,
    domain::{
        field::{Edit, Field},
        intake::AskedAddress,
        sealing::may_seal,
    },
    store::{
        pending_addresses::{self, Waiting},
        people::{self, Person},
    },
};
use chrono::TimeDelta;
use events::profile::{AddressTarget, EmailAddressConfirmed};
use ids::{CauseId, UserId};
use secrecy::SecretString;
use sqlx::PgConnection;

/// How long an address waits here. Its code is good for a day, and its mail is tried for a day.
pub const WAITS_FOR: TimeDelta = TimeDelta::days(7);

/// Keeps an address until its request is confirmed; one that is confirmed already counts at once.
///
/// # Errors
/// The database, a key that is not there, or one that has sealed as often as it may.
pub(super) async fn ask_address(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    person: &Person,
    asked: AskedAddress,
) -> anyhow::Result<()> {
    let AskedAddress { request, address } = asked;
    if is_over(person, request) {
        return Ok(());
    }
    if pending_addresses::find(connection, user, request).await? == Some(Waiting::Address) {
        return have_address(app, connection, user, person, request, address).await;
    }
    let seals = may_seal(person.seals, 1)?;
    let sealed = data_key(app, user, &person.key)?.seal_pending(request, &address, &*app.random);
    pending_addresses::put(connection, user, request, Some(&sealed), app.clock.now()).await?;
    kept(app, connection, user, seals, &[Field::PendingEmail]).await?;
    Ok(())
}

/// Makes the address of the confirmed request the person's; one that has not come yet, when it comes. A registration is
/// confirmed too, whose address counts already: then there is nothing to do.
///
/// # Errors
/// The database, or a key that is not there.
pub async fn confirm_address(
    app: &App,
    connection: &mut PgConnection,
    confirmed: &EmailAddressConfirmed,
) -> anyhow::Result<()> {
    let (user, request) = (confirmed.user_id, confirmed.request_id);
    if confirmed.target == AddressTarget::Current {
        return Ok(());
    }
    let person = match person(app, connection, user, app.clock.now()).await {
        Ok(person) => person,
        Err(why) if why.is::<Forgotten>() => return Ok(()),
        Err(why) => return Err(why),
    };
    if is_over(&person, request) {
        return Ok(());
    }
    match pending_addresses::find(connection, user, request).await? {
        Some(Waiting::Confirmation(sealed)) => {
            let address = data_key(app, user, &person.key)?.open_pending(request, &sealed)?;
            have_address(app, connection, user, &person, request, address).await
        }
        Some(Waiting::Address) | None => {
            Ok(pending_addresses::put(connection, user, request, None, app.clock.now()).await?)
        }
    }
}

/// Forgets the addresses of one person that have waited too long. Whether there was one.
///
/// # Errors
/// The database.
pub async fn forget_unconfirmed(app: &App) -> anyhow::Result<bool> {
    let before = app.clock.now() - WAITS_FOR;
    let mut transaction = app.database.begin().await?;
    let Some(user) = pending_addresses::with_older(&mut transaction, before).await? else {
        return Ok(false);
    };
    if let Some(person) = people::lock(&mut transaction, user).await? {
        let gone = pending_addresses::drop_older(&mut transaction, user, before).await?;
        if !gone.is_empty() {
            kept(app, &mut transaction, user, person.seals, &[Field::PendingEmail]).await?;
        }
    }
    transaction.commit().await?;
    app.waker.wake();
    Ok(true)
}

/// Whether this or a later request is where the person's address came from.
fn is_over(person: &Person, request: CauseId) -> bool {
    person.confirmed_request.is_some_and(|confirmed| request <= confirmed)
}

async fn have_address(
    app: &App,
    connection: &mut PgConnection,
    user: UserId,
    person: &Person,
    request: CauseId,
    address: SecretString,
) -> anyhow::Result<()> {
    people::note_confirmed(connection, user, request).await?;
    pending_addresses::drop_up_to(connection, user, request).await?;
    let edits = [
        Edit { field: Field::Email, value: Some(address) },
        Edit { field: Field::PendingEmail, value: None },
    ];
    keep_fields(app, connection, user, person, &edits).await?;
    Ok(())
}
