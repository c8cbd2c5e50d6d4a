//! What goes on beside the consumers.

use super::DocumentAnswers;
use crate::{Erasures, ExportsConfig, Holder};
use ::documents::Store;
use blob::{S3Config, S3Store};
use boot::Context;
use foundation::Foundation;
use std::{sync::Arc, time::Duration};

/// Between two looks for people to erase once more.
const SETTLE_EVERY: Duration = Duration::from_secs(60);

/// The answers of a running service: prepared, settling what was running, and erasing anew whom a restored backup brought
/// back. The caller gives them to its consumer ([`DocumentAnswers::listen`]).
///
/// # Errors
/// The configuration cannot work.
pub async fn start(
    context: &Context,
    foundation: &Foundation,
    store: &Store,
    holder: impl Holder,
) -> anyhow::Result<DocumentAnswers> {
    let bucket = context.config::<ExportsConfig>()?.bucket;
    let blobs = S3Store::connect(&S3Config { bucket, ..context.config::<S3Config>()? }).await?;
    let answers = DocumentAnswers::new(context.service(), store, holder, Arc::new(blobs), context.clock());
    context.retry_until_ready("store", || async { Ok(answers.prepare().await?) }).await?;
    context.spawn_background("forgotten people", settle(answers.clone()));
    context.spawn_background("restored people", erase_restored(answers.clone(), foundation.clone()));
    Ok(answers)
}

async fn settle(answers: DocumentAnswers) -> anyhow::Result<()> {
    loop {
        match answers.settle().await {
            Ok(0) => {}
            Ok(people) => tracing::info!(people, "forgotten people were erased once more"),
            Err(error) => {
                tracing::warn!(error = format!("{error:#}"), "nobody was erased once more; tried again soon")
            }
        }
        tokio::time::sleep(SETTLE_EVERY).await;
    }
}

async fn erase_restored(answers: DocumentAnswers, foundation: Foundation) -> anyhow::Result<()> {
    let again = |so_far: Arc<Erasures>| {
        let answers = answers.clone();
        async move { answers.erase_again(&so_far).await }
    };
    crate::erase_restored(foundation.bus(), again).await
}
