//! What learning-cards learns from others, one file a fact.

mod card_reviewed;
mod teacher_linked;
mod teacher_unlinked;
mod user_created;
mod user_deleted;
mod user_role_changed;
mod user_status_changed;
mod user_updated;
mod weekly_tick;
mod word_changed;
