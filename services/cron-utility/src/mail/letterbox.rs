use crate::domain::mail::{Cause, Mail};
use boot::Clock;
use chrono::TimeDelta;
use documents::{Change, Created, Documents, Filter, Fingerprint, instant};
use std::sync::Arc;
use tokio::sync::Notify;

/// Where causes become mails. Clones are the same.
#[derive(Clone)]
pub struct Letterbox {
    pub(super) mails: Documents<Mail>,
    pub(super) wake: Arc<Notify>,
    clock: Arc<dyn Clock>,
    per_hour: u32,
}

impl Letterbox {
    /// A letterbox over these documents, which takes so many for one person in an hour.
    pub fn new(mails: Documents<Mail>, clock: Arc<dyn Clock>, per_hour: u32) -> Self {
        Self { mails, wake: Arc::default(), clock, per_hour }
    }

    /// Takes a cause over: the first time it makes a mail, after that nothing. What happened too long ago is left,
    /// such as a topic that is read from its beginning.
    ///
    /// # Errors
    /// The store.
    pub async fn take(&self, cause: &Cause) -> anyhow::Result<()> {
        let now = self.clock.now();
        if now - cause.at >= cause.kind.too_late() {
            return Ok(());
        }
        let recent = Filter::eq("user_id", cause.user_id)
            .and_at_least("caused_at", instant::bson(now - TimeDelta::hours(1)))
            .and_ne("_id", Mail::id_of(&cause.id, cause.kind));
        let one_too_many = self.mails.count(recent).await? >= u64::from(self.per_hour);
        let mail = Mail::compose(cause, now);
        let mail = if one_too_many { mail.suppressed() } else { mail };
        let request = Fingerprint::of(&(cause.user_id, cause.kind, cause.which))?;
        if let Created::Now(mail) = self.mails.create(request, || Change::of(mail)).await? {
            let mail = mail.into_state();
            tracing::info!(mail.kind = %mail.kind, mail.state = mail.state.name(), "a mail is to be sent");
            self.wake.notify_one();
        }
        Ok(())
    }
}
