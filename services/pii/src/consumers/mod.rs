//! What pii learns from others, one file a fact.

mod pii_submitted;
mod teacher_linked;
mod teacher_unlinked;
