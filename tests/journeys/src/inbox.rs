//! What the product's mail server has taken.

use serde_json::Value;

/// A mail that somebody was sent.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The subject.
    pub subject: String,
    /// The plain text.
    pub text: String,
    /// The HTML.
    pub html: String,
}

impl Mail {
    /// The code that stands on a line of its own.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.text.lines().find_map(|line| line.strip_prefix("    ")).map(str::trim)
    }
}

/// Every mail to `address`, the newest first.
///
/// # Errors
/// The mail server does not answer.
pub async fn mails_to(address: &str) -> anyhow::Result<Vec<Mail>> {
    let root = testing::stack::variable("TALL_TEST_MAIL_URL");
    let client = boot::http_client(None)?;
    let query = form(&[("query", &format!("to:\"{address}\"")), ("limit", "50")]);
    let found: Value =
        client.get(format!("{root}/api/v1/search?{query}")).send().await?.error_for_status()?.json().await?;
    let mut mails = Vec::new();
    for message in found["messages"].as_array().into_iter().flatten() {
        let id = message["ID"].as_str().unwrap_or_default();
        let mail: Value = client
            .get(format!("{root}/api/v1/message/{id}"))
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        let text = |field: &str| mail[field].as_str().unwrap_or_default().replace("\r\n", "\n");
        mails.push(Mail { subject: text("Subject"), text: text("Text"), html: text("HTML") });
    }
    Ok(mails)
}

/// The newest mail to `address`, if there is any.
///
/// # Errors
/// As [`mails_to`].
pub async fn newest_mail_to(address: &str) -> anyhow::Result<Option<Mail>> {
    Ok(mails_to(address).await?.into_iter().next())
}

fn form(pairs: &[(&str, &str)]) -> String {
    form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}
