//! A service that has not answered is asked again.

use super::{ask_erasure, tell::tell};
use crate::{
    App,
    store::{
        erasures::{self, NewErasure},
        exports,
    },
};
use events::pii::ExportRequested;
use ids::UserId;

/// Asks again for every request that has waited long enough. Services answer each event that asks, and what they have done
/// already they do not do twice: an answer that was lost with a restored database comes again.
///
/// # Errors
/// The database.
pub async fn ask_again(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let before = app.requests.asked_before(now);
    let mut transaction = app.database.begin().await?;
    let erasures = erasures::ask_again(&mut transaction, before, now).await?;
    for erasure in &erasures {
        let again = NewErasure {
            id: erasure.erasure_id(),
            user: erasure.user(),
            by: UserId::new(erasure.requested_by),
            at: erasure.requested_at,
            deadline: erasure.deadline_at,
            services: &app.requests.services,
        };
        ask_erasure::request(app, &mut transaction, &again).await?;
    }
    let exports = exports::ask_again(&mut transaction, before, now).await?;
    for export in &exports {
        let again = ExportRequested {
            user_id: export.user(),
            export_id: export.export_id(),
            requested_by: UserId::new(export.requested_by),
            requested_at: export.requested_at,
            deadline_at: export.deadline_at,
        };
        tell(app, &mut transaction, export.id, 1, again).await?;
    }
    if erasures.is_empty() && exports.is_empty() {
        return Ok(());
    }
    transaction.commit().await?;
    app.waker.wake();
    tracing::warn!(erasures = erasures.len(), exports = exports.len(), "services were asked again");
    Ok(())
}
