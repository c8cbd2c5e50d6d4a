use super::Answers;
use crate::{NAME, commands, holdings::KeptAccounts};
use bus::{Delivery, Handler, Outcome, postgres::first_time};
use events::pii::{ExportPartReady, ExportRequested};
use subject::put_part;

/// A person asks for all that is kept of them: our part goes to the bucket of exports.
#[async_trait::async_trait]
impl Handler<ExportRequested> for Answers {
    async fn handle(&self, delivery: Delivery<ExportRequested>) -> Outcome {
        answer(self, &delivery).await.into()
    }
}

async fn answer(answers: &Answers, delivery: &Delivery<ExportRequested>) -> anyhow::Result<()> {
    let (app, asked) = (&answers.app, &delivery.event);
    let kept = KeptAccounts::new(app.clone());
    let part = put_part(&*answers.exports, &kept, NAME, asked.export_id, asked.user_id).await?;
    let mut transaction = app.pool.begin().await?;
    if first_time(&mut transaction, NAME, delivery.id).await? {
        commands::note_export(app, &mut transaction, asked).await?;
        let ready = ExportPartReady {
            user_id: asked.user_id,
            export_id: asked.export_id,
            service: NAME.to_owned(),
            object_key: part.key,
            size_bytes: i64::try_from(part.bytes)?,
            sha256: part.sha256.to_vec(),
            ready_at: app.now(),
            holdings: part.holdings,
        };
        app.publish(&mut transaction, asked.export_id, 1, ready).await?;
        transaction.commit().await?;
        app.relay.wake();
    }
    Ok(())
}
