//! What the service does, between the routes and the store.

pub mod arrange_session;
pub mod choose_settings;
pub(crate) mod list_topics;
pub mod master;
pub mod pack;
pub mod rebase;
pub mod sync;
pub mod take_facts;
pub mod train;

use crate::{
    App,
    domain::{deck::Deck, student::Student},
    store,
};
use ids::UserId;
use web::ApiError;

/// A student, with what they chose, or as everybody begins.
///
/// # Errors
/// The store.
pub async fn student(app: &App, id: UserId) -> Result<Student, ApiError> {
    let known = app.students.get(id).await?;
    Ok(known.map_or_else(|| Student::new(id), documents::Stored::into_state))
}

/// The cards of a student.
///
/// # Errors
/// The store.
pub async fn deck(app: &App, student: UserId) -> Result<Deck, ApiError> {
    let read = store::deck::read(&app.database, student, app.clock.now()).await?;
    if let Some(shelver) = app.shelver.as_ref().filter(|_| read.is_old()) {
        shelver.ask(student);
    }
    Ok(read.deck)
}
