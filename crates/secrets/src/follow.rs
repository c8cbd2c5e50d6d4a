//! Keys that follow their secret.

use crate::{SecretError, SecretStore, VersionedKeys};
use std::{sync::Arc, time::Duration};
use tokio::sync::watch;

/// The keys of one secret, always as last seen. Clones see the same.
#[derive(Clone, Debug)]
pub struct Keys(watch::Receiver<Arc<VersionedKeys>>);

impl Keys {
    /// Keys that never change, for tests.
    #[must_use]
    pub fn fixed(keys: VersionedKeys) -> Self {
        Self(watch::Sender::new(Arc::new(keys)).subscribe())
    }

    /// The keys now. Hold them for one operation, not longer.
    #[must_use]
    pub fn now(&self) -> Arc<VersionedKeys> {
        self.0.borrow().clone()
    }

    /// Waits for the next change, for what is derived from keys: a JWKS, a cipher. Never again, when nobody
    /// refreshes them any more.
    pub async fn changed(&mut self) {
        if self.0.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// Fetches the secret `name`, keeps the service not ready until it is there, and follows it from then on.
///
/// # Errors
/// None for a secret that is absent, refused or malformed: an operator can mend each, and the service waits for it.
pub async fn follow(
    context: &boot::Context,
    store: Arc<dyn SecretStore>,
    name: &'static str,
) -> anyhow::Result<Keys> {
    let first = context
        .retry_until_ready(name, || async { Ok(VersionedKeys::parse(name, &store.fetch(name).await?)?) })
        .await?;
    let (sender, receiver) = watch::channel(Arc::new(first));
    let every = store.refresh_every();
    context.spawn_background("secret refresh", refresh(store, name, every, sender));
    Ok(Keys(receiver))
}

/// Replaces the keys when the secret has changed; ends when nobody holds them.
async fn refresh(
    store: Arc<dyn SecretStore>,
    name: &'static str,
    every: Duration,
    keys: watch::Sender<Arc<VersionedKeys>>,
) -> anyhow::Result<()> {
    loop {
        tokio::select! {
            () = keys.closed() => return Ok(()),
            () = tokio::time::sleep(every) => {}
        }
        match fetch(store.as_ref(), name).await {
            Ok(fetched) => {
                keys.send_if_modified(|known| {
                    let changed = **known != fetched;
                    if changed {
                        tracing::info!(secret = name, version = fetched.current().0, "a secret has changed");
                        *known = Arc::new(fetched);
                    }
                    changed
                });
            }
            Err(error) => tracing::warn!(
                secret = name,
                error = &error as &dyn std::error::Error,
                "a secret was not refreshed; the known one stays"
            ),
        }
    }
}

async fn fetch(store: &dyn SecretStore, name: &str) -> Result<VersionedKeys, SecretError> {
    VersionedKeys::parse(name, &store.fetch(name).await?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use secrecy::SecretString;
    use std::sync::Mutex;

    const EVERY: Duration = Duration::from_secs(60);

    /// A store whose answer a test changes.
    struct Answers(Mutex<Result<&'static str, &'static str>>);

    #[async_trait::async_trait]
    impl SecretStore for Answers {
        async fn fetch(&self, name: &str) -> Result<SecretString, SecretError> {
            match *self.0.lock().expect("no test panics while it holds this") {
                Ok(value) => Ok(SecretString::from(value)),
                Err(cause) => Err(SecretError::Unavailable { name: name.to_owned(), cause: cause.into() }),
            }
        }

        async fn replace(&self, name: &str, _: SecretString, _: &str) -> Result<(), SecretError> {
            Err(SecretError::Denied(name.to_owned()))
        }

        fn refresh_every(&self) -> Duration {
            EVERY
        }
    }

    const ONE: &str = r#"{"current":"1","keys":{"1":"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE="}}"#;
    const TWO: &str = r#"{"current":"2","keys":{"2":"AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI="}}"#;

    /// Keys that start with version 1, with their refresh running.
    async fn followed() -> (Arc<Answers>, Keys) {
        let answers = Arc::new(Answers(Mutex::new(Ok(ONE))));
        let first = fetch(answers.as_ref(), "a").await.expect("well-formed");
        let (sender, receiver) = watch::channel(Arc::new(first));
        tokio::spawn(refresh(answers.clone(), "a", EVERY, sender));
        (answers, Keys(receiver))
    }

    #[tokio::test(start_paused = true)]
    async fn a_rotation_is_seen_without_restart() {
        let (answers, mut keys) = followed().await;
        *answers.0.lock().expect("free") = Ok(TWO);

        tokio::time::timeout(EVERY * 2, keys.changed()).await.expect("seen within two turns");

        assert_eq!(keys.now().current().0, "2");
    }

    #[tokio::test(start_paused = true)]
    async fn a_store_that_is_down_or_talks_nonsense_leaves_the_keys_as_they_were() {
        let (answers, mut keys) = followed().await;
        for answer in [Err("down"), Ok("nonsense"), Ok(ONE)] {
            *answers.0.lock().expect("free") = answer;
            let change = tokio::time::timeout(EVERY * 3, keys.changed()).await;
            assert!(change.is_err(), "nothing changed");
            assert_eq!(keys.now().current().0, "1");
        }
    }
}
