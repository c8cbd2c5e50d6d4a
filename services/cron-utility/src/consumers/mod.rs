//! What cron-utility learns from others, one file a fact.

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
mod topic_mastered;
mod user_invited;

use crate::{App, domain::mail::Cause};
use bus::mongo;
use ids::EventId;
use mongodb::ClientSession;
use subject::documents::is_forgotten;

impl App {
    /// Begins a transaction with the note that this event was seen; none when it was seen before.
    async fn first_time(&self, event: EventId) -> anyhow::Result<Option<ClientSession>> {
        let mut session = self.database.client().start_session().await?;
        session.start_transaction().await?;
        if mongo::first_time(&mut session, &self.database, crate::NAME, event).await? {
            return Ok(Some(session));
        }
        session.abort_transaction().await?;
        Ok(None)
    }

    /// Makes a mail of a cause, unless its person is forgotten.
    async fn compose(&self, cause: &Cause) -> anyhow::Result<()> {
        if is_forgotten(&self.database, cause.user_id).await? {
            return Ok(());
        }
        self.letterbox.take(cause).await
    }
}
