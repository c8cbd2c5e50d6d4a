//! What cron-utility learns from others, one file a fact.

mod card_rescheduled;
mod card_review_undone;
mod card_reviewed;
mod content_updated;
mod email_verification_requested;
mod export_ready;
mod identity_changed;
mod mfa_changed;
mod new_device_seen;
mod password_changed;
mod password_reset_requested;
mod registration_repeated;
mod teacher_linked;
mod teacher_unlinked;
mod token_reuse_detected;
mod user_invited;

use crate::{App, domain::mail::Cause};
use subject::documents::is_forgotten;

impl App {
    /// Makes a mail of a cause, unless its person is forgotten.
    async fn compose(&self, cause: &Cause) -> anyhow::Result<()> {
        if is_forgotten(&self.database, cause.user_id).await? {
            return Ok(());
        }
        self.letterbox.take(cause).await
    }
}
