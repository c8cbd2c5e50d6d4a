//! A service that publishes what lies in its outbox and tells what it consumes. The tests of `foundation` start it.

mod voluminous;

use access::Strictness;
use boot::{Context, Running, Service};
use bus::{
    Consumer, Delivery, Outcome, RelayWaker,
    postgres::{MIGRATOR, PgOutbox, PgParking},
};
use foundation::{Foundation, PostgresConfig};
use std::{process::ExitCode, sync::Arc};
use voluminous::Voluminous;
use web::Api;

/// It shows the certificate of a service that exists.
const NAME: &str = "lobby";
const GROUP: &str = "foundation-tests";

fn main() -> ExitCode {
    let service = Service::new(NAME, env!("CARGO_PKG_VERSION"), start);
    boot::run(foundation::sections(service).section::<PostgresConfig>())
}

async fn start(context: Context) -> anyhow::Result<Running> {
    let foundation = Foundation::lay(&context, Strictness::Admins).await?;
    let database = foundation.postgres(&MIGRATOR).await?;
    foundation.relay(Arc::new(PgOutbox::new(database.clone())), &RelayWaker::default());
    let consumer = Consumer::group(GROUP).on::<Voluminous, _>(tell);
    foundation.consume(consumer, Arc::new(PgParking::new(database)))?;
    Ok(foundation.serve(Api::<()>::new(NAME), ()))
}

async fn tell(delivery: Delivery<Voluminous>) -> Outcome {
    tracing::info!(digest = delivery.event.digest(), "it arrived");
    Outcome::Done
}
