//! The last steps of an erasure: keys, then the certificate.

use super::tell::tell;
use crate::{
    App, NAME,
    commands::remove_archive::remove_objects,
    store::{
        erasures::{self, Erasure},
        exports,
    },
};
use events::pii::UserErased;
use ids::UserId;

/// Finishes one erasure that every other service has confirmed. Answers whether there was one.
///
/// Objects go first, which is repeatable. Then one transaction destroys the person's key with all that it sealed, and
/// holds the certificate: killed anywhere before its commit, nothing has happened and it is done again; killed after it,
/// the relay publishes.
///
/// # Errors
/// The stores.
pub async fn finish_erasure(app: &App) -> anyhow::Result<bool> {
    let mut transaction = app.database.begin().await?;
    let Some(erasure) = erasures::lock_confirmed(&mut transaction, NAME).await? else { return Ok(false) };
    let (id, user) = (erasure.erasure_id(), erasure.user());
    for export in exports::of_person(&mut transaction, user).await? {
        remove_objects(&*app.requests.blobs, &app.requests.services, export.export_id()).await?;
    }
    bus::failpoint::step("pii.erasure.objects_removed");
    erasures::hold(&mut transaction, user).await?;
    let holdings = erasures::delete_person(&mut transaction, user).await?;
    let now = app.clock.now();
    erasures::confirm(&mut transaction, id, NAME, &holdings, now).await?;
    erasures::note_erased(&mut transaction, id, now).await?;
    certify(app, &mut transaction, &erasure, now).await?;
    bus::failpoint::step("pii.erasure.keys_deleted");
    transaction.commit().await?;
    bus::failpoint::step("pii.erasure.committed");
    app.waker.wake();
    tracing::info!(erasure.id = %id, "a person is forgotten everywhere");
    Ok(true)
}

async fn certify(
    app: &App,
    connection: &mut sqlx::PgConnection,
    erasure: &Erasure,
    erased_at: chrono::DateTime<chrono::Utc>,
) -> anyhow::Result<()> {
    let id = erasure.erasure_id();
    let confirmations = erasures::confirmations(connection, id).await?;
    let confirmed_by = confirmations.iter().map(|one| one.service.clone()).collect();
    let certificate =
        UserErased { user_id: erasure.user(), erasure_id: id, confirmed_by, erased_at, confirmations };
    tell(app, connection, id, 2, certificate).await
}

/// Destroys what a restored backup brought back of a person who has a certificate, and keeps the certificate.
///
/// # Errors
/// The stores.
pub(super) async fn erase_again(app: &App, certificate: &UserErased, by: UserId) -> anyhow::Result<()> {
    let mut transaction = app.database.begin().await?;
    let UserErased { user_id: user, erasure_id: id, erased_at, .. } = *certificate;
    for export in exports::of_person(&mut transaction, user).await? {
        remove_objects(&*app.requests.blobs, &app.requests.services, export.export_id()).await?;
    }
    erasures::hold(&mut transaction, user).await?;
    erasures::delete_person(&mut transaction, user).await?;
    let services: Vec<_> = certificate.confirmed_by.clone();
    let known =
        erasures::NewErasure { id, user, by, at: erased_at, deadline: erased_at, services: &services };
    erasures::insert(&mut transaction, known).await?;
    for one in &certificate.confirmations {
        erasures::confirm(&mut transaction, id, &one.service, &one.holdings, one.confirmed_at).await?;
    }
    erasures::note_erased(&mut transaction, id, erased_at).await?;
    transaction.commit().await?;
    Ok(())
}
