//! What cron-utility learns from others, one file a fact.

mod card_reviewed;
mod content_updated;
mod mfa_changed;
mod password_changed;
mod teacher_linked;
mod teacher_unlinked;
mod token_reuse_detected;
