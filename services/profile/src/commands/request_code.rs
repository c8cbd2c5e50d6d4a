//! Asking for a mail with a code. Whoever asks learns nothing: neither the answer nor the work behind it depends on whether
//! the address has an account, or on how often it was asked.

use super::{attempt::Attempt, subject::Subject};
use crate::{
    App, Failure,
    credentials::{blind_index, blind_index::BlindIndex},
    domain::{EmailAddress, Purpose},
    store::{
        codes,
        users::{self, Contact},
    },
};
use events::profile::{AddressTarget, EmailVerificationRequested, PasswordResetRequested};
use ids::CauseId;
use sqlx::{Connection, PgConnection};
use std::net::IpAddr;

/// Sends the code that proves an address again, if the address has an account that waits for it.
pub async fn request_email_verification(
    app: &App,
    address: &EmailAddress,
    network: IpAddr,
) -> Result<(), Failure> {
    request(app, address, network, Purpose::VerifyEmail, |contact| !contact.is_verified).await
}

/// Sends a code with which another password can be set, if the address has an account.
pub async fn request_password_reset(
    app: &App,
    address: &EmailAddress,
    network: IpAddr,
) -> Result<(), Failure> {
    request(app, address, network, Purpose::ResetPassword, |_| true).await
}

async fn request(
    app: &App,
    address: &EmailAddress,
    network: IpAddr,
    purpose: Purpose,
    is_meant: impl FnOnce(&Contact) -> bool,
) -> Result<(), Failure> {
    let keys = app.keys.email_index.now();
    let digest = BlindIndex::of_address(address, &keys).digest;
    let attempt = Attempt::to_have_mail_sent(app, &digest, network).await?;
    let mut transaction = app.pool.begin().await?;
    let found = users::contact(&mut transaction, &blind_index::addresses(address, &keys)).await?;
    let account =
        found.filter(|contact| is_meant(contact) && !attempt.is_refused()).map(|contact| contact.id);

    let subject = Subject::new(app, account);
    let mut asked = transaction.begin().await?;
    request_and_tell(app, &mut asked, &subject, purpose).await?;
    subject.settle(asked).await?;
    transaction.commit().await?;
    app.relay.wake();
    Ok(())
}

async fn request_and_tell(
    app: &App,
    conn: &mut PgConnection,
    subject: &Subject,
    purpose: Purpose,
) -> Result<(), Failure> {
    let (now, user_id) = (app.now(), subject.id);
    let request_id = CauseId::v7(now, app.random.array());
    codes::request(conn, user_id, purpose, request_id, now).await?;
    match purpose {
        Purpose::ResetPassword => {
            let fact = PasswordResetRequested { user_id, request_id, requested_at: now };
            app.publish(conn, request_id, 1, fact).await
        }
        Purpose::VerifyEmail | Purpose::Invitation => {
            let target = AddressTarget::Current;
            let fact = EmailVerificationRequested { user_id, request_id, target, requested_at: now };
            app.publish(conn, request_id, 1, fact).await
        }
    }
}
