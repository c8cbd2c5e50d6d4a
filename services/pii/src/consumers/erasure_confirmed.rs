use crate::{App, store::erasures};
use bus::{Delivery, Handler, Outcome};
use events::pii::ErasureConfirmed;

/// A service has erased all that it kept of a person: after the last one the keys go.
#[async_trait::async_trait]
impl Handler<ErasureConfirmed> for App {
    async fn handle(&self, delivery: Delivery<ErasureConfirmed>) -> Outcome {
        take(self, &delivery.event).await.into()
    }
}

/// A confirmation of an erasure that is unknown, or was taken before, changes nothing.
async fn take(app: &App, told: &ErasureConfirmed) -> anyhow::Result<()> {
    let mut connection = app.database.acquire().await?;
    let (id, at) = (told.erasure_id, told.confirmed_at);
    let news = erasures::confirm(&mut connection, id, &told.service, &told.holdings, at).await?;
    drop(connection);
    if news {
        bus::failpoint::step("pii.erasure.confirmed");
        app.requests.complete.notify_one();
    }
    Ok(())
}
