//! From a stored key to an open field.

use crate::{
    App,
    domain::{
        field::{Field, PersonalField},
        sealing::{DataKey, WrappedDataKey},
    },
    store::{pending_addresses::PendingAddress, people::SealedPerson},
};
use anyhow::Context;
use ids::UserId;
use secrecy::SecretString;

/// The data key of a person. It is kept nowhere: unwrapping takes microseconds, and an erasure works at once.
///
/// # Errors
/// A version that is not there is an error to mend, never "erased"; so is a key that does not open or fails its check.
pub fn data_key(app: &App, user: UserId, stored: &WrappedDataKey) -> anyhow::Result<DataKey> {
    let keks = app.keys.kek.now();
    let version = &stored.kek_version;
    let kek = keks.get(version).with_context(|| format!("key encryption key {version} is not there"))?;
    Ok(DataKey::unwrap(user, stored, kek.expose())?)
}

/// All fields of a person, opened, in the order of [`Field::ALL`].
///
/// # Errors
/// As [`data_key`], or a field that does not open.
pub fn open_all(app: &App, person: &SealedPerson) -> anyhow::Result<Vec<PersonalField>> {
    let key = data_key(app, person.user, &person.key)?;
    let opened: anyhow::Result<Vec<_>> = person
        .fields
        .iter()
        .map(|(field, sealed)| Ok(PersonalField { field: *field, value: key.open(*field, sealed)? }))
        .collect();
    let mut opened = opened?;
    if let Some(PendingAddress { request, sealed }) = &person.pending {
        let value = key.open_pending(*request, sealed)?;
        opened.push(PersonalField { field: Field::PendingEmail, value });
    }
    opened.sort_by_key(|one| one.field);
    Ok(opened)
}

/// One field out of those that were opened.
pub fn take(opened: &mut Vec<PersonalField>, field: Field) -> Option<SecretString> {
    let place = opened.iter().position(|one| one.field == field)?;
    Some(opened.remove(place).value)
}
