//! What the service does, between the routes and the store.

pub mod answer_card;
pub mod arrange_session;
pub(crate) mod list_topics;
