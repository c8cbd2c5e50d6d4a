//! cron-utility as teachers, and the topics, see it.

mod authorization;
mod class;
mod clock;
mod digest;
mod mail;
mod openapi;
mod own_words;
mod students;
mod subject;
mod support;
