//! An admin looks for the person behind an address.

use super::{asking::Asker, noting::note_all};
use crate::{
    App, Failure,
    domain::{
        access::{Operation, Purpose},
        email_index::EmailIndex,
        field::Field,
    },
    store::email_index,
};
use access::Role;
use ids::UserId;
use secrecy::SecretString;

/// The people with this address: nobody, one, or for a moment two while an address passes on. That each of them was found
/// is noted before it is told; nothing is opened.
///
/// # Errors
/// The database.
pub async fn find_people(
    app: &App,
    id: UserId,
    role: Role,
    address: &SecretString,
) -> Result<Vec<UserId>, Failure> {
    let candidates = EmailIndex::candidates(address, &app.keys.email_index.now());
    let mut transaction = app.database.begin().await?;
    let found = email_index::find(&mut transaction, &candidates).await?;
    let accesses: Vec<_> = found
        .iter()
        .map(|subject| {
            let purpose = Purpose::Administration.code(Operation::Read);
            Asker { id, role, subject: *subject }.access(app, &[Field::Email], purpose, true)
        })
        .collect();
    note_all(app, &mut transaction, &accesses).await?;
    transaction.commit().await?;
    app.waker.wake();
    Ok(found)
}
