use crate::{App, Failure};
use ids::UserId;
use sqlx::{Postgres, Transaction};

/// Whose account a stranger's request is about. For nobody's account the same statements run and are then taken back, so
/// that their time does not tell whether there is one.
pub(super) struct Subject {
    /// Of the account, or of nobody.
    pub(super) id: UserId,
    exists: bool,
}

impl Subject {
    /// This account, or nobody.
    pub(super) fn new(app: &App, account: Option<UserId>) -> Self {
        let nobody = UserId::v7(app.now(), app.random.array());
        Self { id: account.unwrap_or(nobody), exists: account.is_some() }
    }

    /// Keeps what was done since the savepoint, unless it was about nobody.
    pub(super) async fn settle(&self, savepoint: Transaction<'_, Postgres>) -> Result<(), Failure> {
        if self.exists {
            savepoint.commit().await?
        } else {
            savepoint.rollback().await?
        }
        Ok(())
    }
}
