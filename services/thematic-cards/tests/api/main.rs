//! Thematic cards as their callers, and the topics, see them.

mod authorization;
mod cards;
mod content;
mod days;
mod decks;
mod elsewhere;
mod hostile;
mod kinds;
mod marks;
mod masteries;
mod openapi;
mod reviews;
mod sessions;
mod settings;
mod statistics;
mod subject;
mod support;
mod sync;
mod topics;
mod training;
mod undos;
mod v1;
