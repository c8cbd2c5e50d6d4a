use super::audit::{self, Done};
use crate::{App, Failure};
use events::pii::ExportRequested;
use sqlx::PgConnection;

/// Notes that an administrator asked for all that is kept of somebody else.
pub async fn note_export(app: &App, conn: &mut PgConnection, asked: &ExportRequested) -> Result<(), Failure> {
    let (by, whose) = (asked.requested_by, asked.user_id);
    audit::note_request(app, conn, by, whose, Done::Exported, asked.requested_at).await
}
