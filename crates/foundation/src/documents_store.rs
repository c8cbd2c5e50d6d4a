//! For services that keep their state in documents.

use crate::Foundation;
use bus::{Publications, RelayWaker, mongo::MongoParking};
use documents::{DocumentOutbox, MongoConfig, Store};
use mongodb::Database;
use std::sync::Arc;

impl Foundation {
    /// The store of the service, as the section `mongo` says, with a relay over the collections that `collect` names.
    /// A service that publishes nothing names none, and its relay finds nothing.
    ///
    /// # Errors
    /// The configuration cannot work, or a schema is not registered.
    pub async fn documents(
        &self,
        publications: Publications,
        collect: impl FnOnce(DocumentOutbox) -> DocumentOutbox,
    ) -> anyhow::Result<Store> {
        let database = self.context.config::<MongoConfig>()?.connect().await?;
        let encoder = self.encoder(publications).await?;
        let waker = RelayWaker::default();
        let random = self.context.random();
        let outbox = collect(DocumentOutbox::new(database.clone(), self.context.clock(), &*random));
        self.relay(Arc::new(outbox), &waker);
        Ok(Store::new(database, encoder, self.context.clock(), random, waker))
    }

    /// Where keys of this service wait that cannot be handled now.
    ///
    /// # Errors
    /// None that trying again could mend: the store is waited for.
    pub async fn parking(&self, database: &Database) -> anyhow::Result<Arc<MongoParking>> {
        let parking = MongoParking::new(database);
        self.context.retry_until_ready("store", || parking.prepare()).await?;
        Ok(Arc::new(parking))
    }
}
