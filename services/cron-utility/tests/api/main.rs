//! cron-utility as teachers, and the topics, see it.

mod authorization;
mod class;
mod clock;
mod mail;
mod openapi;
mod students;
mod subject;
mod support;
