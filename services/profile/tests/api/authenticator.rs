//! What an authenticator app does, and the second half of a log-in.

use crate::support::{PASSWORD, Tokens, World, new_device, new_user};
use chrono::{DateTime, Utc};
use ids::EnrolmentId;
use serde_json::json;
use testing::Answer;
use totp_rs::{Builder, Secret, Totp};

/// An app that knows one account.
pub struct Authenticator(Totp);

impl Authenticator {
    /// As it is after scanning what an enrolment shows.
    pub fn of(enrolment: &Answer) -> Self {
        let body = enrolment.json();
        let secret = body["secret"].as_str().unwrap_or_else(|| panic!("a secret in {enrolment}"));
        let secret = Secret::try_from_base32(secret).expect("base 32");
        Self(Builder::new().with_secret(secret).build().expect("an app"))
    }

    /// What it shows at this instant.
    pub fn code(&self, at: DateTime<Utc>) -> String {
        self.0.generate(at.timestamp().unsigned_abs()).to_string()
    }
}

/// A log-in that waits.
#[derive(Clone)]
pub struct Challenge {
    pub id: String,
    pub token: String,
    pub methods: Vec<String>,
}

impl Challenge {
    pub fn of(answer: &Answer) -> Self {
        let body = answer.json();
        let text =
            |field: &str| body[field].as_str().unwrap_or_else(|| panic!("{field} in {answer}")).to_owned();
        Self {
            id: text("challengeId"),
            token: text("challengeToken"),
            methods: serde_json::from_value(body["methods"].clone()).expect("methods"),
        }
    }
}

impl World {
    /// Gives whoever has this access token an authenticator app.
    pub async fn enrol(&self, access_token: &str) -> Authenticator {
        let id = EnrolmentId::new(new_user().as_uuid());
        let begun = self.begin_enrolment(access_token, id).await.expect(201);
        let app = Authenticator::of(&begun);
        self.confirm_enrolment(access_token, id, &app.code(self.clock.now())).await.expect(204);
        app
    }

    pub async fn begin_enrolment(&self, access_token: &str, id: EnrolmentId) -> Answer {
        self.api.put(format!("/api/v2/profile/me/totp-enrolments/{id}")).bearer(access_token).send().await
    }

    pub async fn confirm_enrolment(&self, access_token: &str, id: EnrolmentId, code: &str) -> Answer {
        let path = format!("/api/v2/profile/me/totp-enrolments/{id}/confirmations");
        self.api.post(path).bearer(access_token).json(&json!({ "code": code })).send().await
    }

    /// Shows the usual password, and gets a challenge.
    pub async fn challenged(&self, email: &str) -> Challenge {
        Challenge::of(&self.post_session(email, PASSWORD, new_device()).await.expect(202))
    }

    pub async fn answer(&self, challenge: &Challenge, method: &str, code: &str) -> Answer {
        let path = format!("/api/v2/profile/sessions/challenges/{}/answers", challenge.id);
        let body = json!({ "challengeToken": challenge.token, "method": method, "code": code });
        self.api.post(path).json(&body).send().await
    }

    /// What the first log-in of an administrator demands.
    pub async fn enrol_in(&self, challenge: &Challenge) -> Answer {
        let path = format!("/api/v2/profile/sessions/challenges/{}/totp-enrolments", challenge.id);
        self.api.post(path).json(&json!({ "challengeToken": challenge.token })).send().await
    }

    /// The first log-in of an administrator.
    pub async fn log_in_enrolling(&self, email: &str) -> (Authenticator, Tokens) {
        let challenge = self.challenged(email).await;
        let app = Authenticator::of(&self.enrol_in(&challenge).await.expect(200));
        let answer = self.answer(&challenge, "totp", &app.code(self.clock.now())).await.expect(201);
        (app, Tokens::of(&answer))
    }
}
