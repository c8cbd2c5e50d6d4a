//! The authenticator apps of administrators.

use crate::people::{Credentials, Gateway, Person};
use anyhow::Context;
use boot::{Clock, SystemClock};
use reqwest::Method;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::{
    fs::{File, OpenOptions},
    io::{Read, Seek, Write},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
    time::Duration,
};
use tokio::time::sleep;
use totp_rs::{Builder, Secret, Totp};

/// So many steps are waited for, when others use up the codes of one account.
const CODES_TRIED: usize = 6;
/// A log-in is shared for so long: well below the ten minutes after which a change of role asks for a new proof.
const SHARED_SECONDS: i64 = 240;

/// What an app knows of one account.
pub(crate) struct Authenticator(Totp);

/// The technical admin's log-in, as the tests leave it to each other.
#[derive(Serialize, Deserialize)]
struct Shared {
    token: String,
    logged_in_at: i64,
}

impl Authenticator {
    /// The app that was given this secret, in Base32.
    pub(crate) fn of(secret: &str) -> anyhow::Result<Self> {
        let secret = Secret::try_from_base32(secret.trim()).map_err(|error| anyhow::anyhow!("{error}"))?;
        Ok(Self(Builder::new().with_secret(secret).build().map_err(|error| anyhow::anyhow!("{error}"))?))
    }

    /// The app of the stack's technical admin, whom the seed enrolled.
    pub(crate) fn of_technical_admin() -> anyhow::Result<Self> {
        Self::of(&std::fs::read_to_string(totp_file())?)
    }

    /// Enrols in a log-in that demands it.
    pub(crate) async fn enrol(gateway: &Gateway, challenge: &Value) -> anyhow::Result<Self> {
        let path = format!("{}/totp-enrolments", path_of(challenge)?);
        let body = json!({ "challengeToken": challenge["challengeToken"] });
        let enrolment = gateway.send(Method::POST, &path, None, Some(&body)).await?.expect(200);
        Self::of(enrolment["secret"].as_str().context("a secret")?)
    }

    /// The code of this moment.
    pub(crate) fn code(&self) -> anyhow::Result<String> {
        Ok(self.0.generate(u64::try_from(SystemClock.now().timestamp())?).to_string())
    }

    /// Finishes a log-in; the session that came of it. A code holds once: where somebody else used it, the next is awaited.
    pub(crate) async fn pass(&self, gateway: &Gateway, challenge: &Value) -> anyhow::Result<Value> {
        let path = format!("{}/answers", path_of(challenge)?);
        for _ in 0..CODES_TRIED {
            let now = u64::try_from(SystemClock.now().timestamp())?;
            let code = self.0.generate(now).to_string();
            let body =
                json!({ "challengeToken": challenge["challengeToken"], "method": "totp", "code": code });
            let reply = gateway.send(Method::POST, &path, None, Some(&body)).await?;
            if reply.status != 422 {
                return Ok(reply.expect(201));
            }
            sleep(Duration::from_secs(self.0.next_step(now) - now)).await;
        }
        anyhow::bail!("no code was accepted: the app knows another secret, or too many use it")
    }
}

/// The technical admin, logged in once for all tests that run at a time.
pub(crate) async fn technical_admin(gateway: &Gateway) -> anyhow::Result<Person> {
    let password =
        std::fs::read_to_string(testing::stack::variable("TALL_TEST_TECHNICAL_ADMIN_PASSWORD_FILE"))?;
    let credentials = Credentials {
        email: testing::stack::variable("TALL_TEST_TECHNICAL_ADMIN_EMAIL"),
        password: password.trim().to_owned(),
    };
    let mut file = locked_session_file().await?;
    let mut text = String::new();
    file.read_to_string(&mut text)?;
    if let Ok(shared) = serde_json::from_str::<Shared>(&text)
        && SystemClock.now().timestamp() - shared.logged_in_at < SHARED_SECONDS
        && let Ok(person) = Person::with_token(gateway, &credentials, shared.token, "Technical admin").await
    {
        return Ok(person);
    }
    let logged_in_at = SystemClock.now().timestamp();
    let person = Person::log_in(gateway, &credentials, "Technical admin").await?;
    let shared = Shared { token: person.token().to_owned(), logged_in_at };
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(serde_json::to_string(&shared)?.as_bytes())?;
    Ok(person)
}

/// Locked until it is dropped, against other tests of this process and of others.
async fn locked_session_file() -> anyhow::Result<File> {
    let path = totp_file().with_extension("session");
    let lock = move || {
        let file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).mode(0o600).open(path)?;
        file.lock()?;
        anyhow::Ok(file)
    };
    tokio::task::spawn_blocking(lock).await?
}

fn totp_file() -> PathBuf {
    testing::stack::variable("TALL_TEST_TECHNICAL_ADMIN_TOTP_FILE").into()
}

fn path_of(challenge: &Value) -> anyhow::Result<String> {
    let id = challenge["challengeId"].as_str().context("a challenge")?;
    Ok(format!("/api/v2/profile/sessions/challenges/{id}"))
}
