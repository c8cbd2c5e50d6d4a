//! How old the keys are is noted, so that it can be told.

use super::rotate_kek;
use crate::{
    App,
    store::key_rotations::{self, Milestone},
};

/// Notes which versions the secrets have, and which are in use. The key encryption key is left to its rotation, which tells
/// others when a version of it comes into use.
///
/// # Errors
/// The store.
pub async fn note_key_ages(app: &App) -> anyhow::Result<()> {
    let (mut connection, now) = (app.database.acquire().await?, app.clock.now());
    for (name, _, keys) in app.keys.aging().into_iter().filter(|(name, ..)| *name != rotate_kek::SECRET) {
        let held = keys.now();
        for (version, _) in held.iter() {
            key_rotations::added(&mut connection, name, version, now).await?;
        }
        key_rotations::reached(&mut connection, name, held.current().0, Milestone::Promoted, now).await?;
    }
    Ok(())
}
