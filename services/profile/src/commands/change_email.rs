//! Another address for an account: asked for here, had once it is proved.

use super::attempt::Attempt;
use crate::{
    App, Failure,
    credentials::{blind_index, blind_index::BlindIndex, intake},
    domain::{EmailAddress, Purpose},
    store::{
        codes,
        email_changes::{self, EmailChange},
        users,
    },
};
use events::profile::{AddressTarget, EmailVerificationRequested, RegistrationRepeated};
use ids::{CauseId, UserId};
use sqlx::{Connection, PgConnection};
use std::net::IpAddr;

/// Sends a code to the address, and word of it to the one that the account has.
///
/// An address that has an account already is answered alike: its owner is written to instead, and nothing comes of it.
pub async fn change_email(
    app: &App,
    user: UserId,
    address: &EmailAddress,
    network: IpAddr,
) -> Result<(), Failure> {
    let keys = app.keys.email_index.now();
    let index = BlindIndex::of_address(address, &keys);
    let attempt = Attempt::to_have_mail_sent(app, &index.digest, network).await?;
    if attempt.is_refused() {
        return Ok(());
    }
    let change = EmailChange {
        email_index: index.digest.to_vec(),
        email_index_key: index.key_id,
        email_indexes: blind_index::addresses(address, &keys),
    };
    let mut transaction = app.pool.begin().await?;
    let owner = users::contact(&mut transaction, &change.email_indexes).await?;
    let is_free = owner.is_none();
    let mut asked = transaction.begin().await?;
    ask(app, &mut asked, user, address, &change).await?;
    if is_free {
        asked.commit().await?
    } else {
        asked.rollback().await?
    }
    if let Some(owner) = owner.filter(|owner| owner.id != user) {
        tell_owner(app, &mut transaction, owner.id).await?;
    }
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

async fn ask(
    app: &App,
    conn: &mut PgConnection,
    user_id: UserId,
    address: &EmailAddress,
    change: &EmailChange,
) -> Result<(), Failure> {
    let now = app.now();
    let request_id = CauseId::v7(now, app.random.array());
    let keys = app.keys.intake.now();
    let sealed = intake::seal_pending_address(user_id, request_id, address, &keys, &*app.random, now)?;
    email_changes::put(conn, user_id, request_id, change, now).await?;
    codes::request(conn, user_id, Purpose::VerifyEmail, request_id, now).await?;
    let rev = users::next_rev(conn, user_id).await?;
    app.publish(conn, user_id, rev, sealed).await?;
    let target = AddressTarget::Pending;
    let fact = EmailVerificationRequested { user_id, request_id, target, requested_at: now };
    app.publish(conn, request_id, 1, fact).await
}

async fn tell_owner(app: &App, conn: &mut PgConnection, user_id: UserId) -> Result<(), Failure> {
    let now = app.now();
    let request_id = CauseId::v7(now, app.random.array());
    app.publish(conn, request_id, 1, RegistrationRepeated { user_id, request_id, requested_at: now }).await
}
