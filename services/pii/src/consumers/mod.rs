//! What pii learns from others, one file a fact.

mod email_address_confirmed;
mod erasure_confirmed;
mod export_part_ready;
mod pii_submitted;
mod teacher_linked;
mod teacher_unlinked;
mod user_updated;
