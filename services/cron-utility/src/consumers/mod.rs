//! What cron-utility learns from others, one file a fact.

mod card_reviewed;
mod content_updated;
mod teacher_linked;
mod teacher_unlinked;
