//! People who are not let in yet.

use crate::{
    eventually,
    inbox::{self, Mail},
    people::{Credentials, Gateway, Person, Reply, never_seen, new_id},
};
use anyhow::Context;
use ids::UserId;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;

/// Much more than a mail takes, even one whose attempt died with its process and is begun anew when its lease is over.
const PATIENCE: Duration = Duration::from_secs(150);

/// Somebody who wants an account. Their address, password and names are nobody else's and stand nowhere else.
#[derive(Clone, Debug)]
pub struct Newcomer {
    gateway: Gateway,
    /// Who they will be, everywhere.
    pub id: UserId,
    /// What they will log in with.
    pub credentials: Credentials,
    /// What they are called.
    pub given_name: String,
    /// And their family.
    pub family_name: String,
    /// What they read: `nl`, `en`, `ru`.
    pub language: &'static str,
}

impl Newcomer {
    pub(crate) fn new(gateway: Gateway, given_name: &str, language: &'static str) -> Self {
        let credentials = Credentials {
            email: format!("{}@example.org", never_seen()),
            password: format!("a long password {}", never_seen()),
        };
        Self {
            gateway,
            id: new_id(UserId::v7),
            credentials,
            given_name: given_name.to_owned(),
            family_name: format!("van {}", never_seen()),
            language,
        }
    }

    /// Asks for an account.
    ///
    /// # Errors
    /// No answer.
    pub async fn register(&self) -> anyhow::Result<Reply> {
        let body = json!({
            "email": self.credentials.email, "password": self.credentials.password, "givenName": self.given_name,
            "familyName": self.family_name, "interfaceLanguage": self.language,
        });
        let path = format!("/api/v2/profile/users/{}", self.id);
        self.gateway.send(Method::PUT, &path, None, Some(&body)).await
    }

    /// Every mail that came to the address, the newest first.
    ///
    /// # Errors
    /// The mail server does not answer.
    pub async fn mails(&self) -> anyhow::Result<Vec<Mail>> {
        inbox::mails_to(&self.credentials.email).await
    }

    /// Every mail that came, once there are so many; it is for the caller to see whether there are more.
    ///
    /// # Panics
    /// They do not come in time.
    pub async fn awaits_mails(&self, count: usize) -> Vec<Mail> {
        let (mails, _) = eventually("a mail comes", PATIENCE, async || {
            self.mails().await.ok().filter(|mails| mails.len() >= count)
        })
        .await;
        mails
    }

    /// Gives back the code that came by mail.
    ///
    /// # Errors
    /// The mail has no code.
    ///
    /// # Panics
    /// No mail comes, or its code is refused.
    pub async fn prove_address(&self) -> anyhow::Result<()> {
        let mails = self.awaits_mails(1).await;
        let code = mails.first().and_then(Mail::code).context("a mail with a code")?;
        self.confirm(self.id, code).await?.expect(204);
        Ok(())
    }

    /// Gives back a code, as whoever opens a mail does.
    ///
    /// # Errors
    /// No answer.
    pub async fn confirm(&self, user: UserId, code: &str) -> anyhow::Result<Reply> {
        self.post("email-confirmations", &json!({ "userId": user, "code": code })).await
    }

    /// Has the mail sent again.
    ///
    /// # Errors
    /// No answer.
    pub async fn ask_for_mail_again(&self) -> anyhow::Result<Reply> {
        self.post("email-verifications", &json!({ "email": self.credentials.email })).await
    }

    /// Asks for a mail with which another password can be set.
    ///
    /// # Errors
    /// No answer.
    pub async fn forget_password(&self) -> anyhow::Result<Reply> {
        self.post("password-resets", &json!({ "email": self.credentials.email })).await
    }

    /// Tries to log in.
    ///
    /// # Errors
    /// No answer.
    pub async fn try_to_log_in(&self) -> anyhow::Result<Reply> {
        self.gateway.post_session(&self.credentials).await
    }

    /// Logs in.
    ///
    /// # Errors
    /// The fleet refuses.
    pub async fn log_in(&self) -> anyhow::Result<Person> {
        Person::log_in(&self.gateway, &self.credentials, &self.given_name).await
    }

    async fn post(&self, what: &str, body: &Value) -> anyhow::Result<Reply> {
        self.gateway.send(Method::POST, &format!("/api/v2/profile/{what}"), None, Some(body)).await
    }
}
