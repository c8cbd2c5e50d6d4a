//! Log-in by the word of a school.

mod hostile;
mod link;
mod log_in;
mod real;
mod school;

use crate::support::{Tokens, World, new_device};
use ids::UserId;
use school::{Back, School, Schools};
use serde_json::{Value, json};
use testing::Answer;

const BEGIN: &str = "/api/v2/profile/sessions/by-provider/authorizations";
const LOG_IN: &str = "/api/v2/profile/sessions/by-provider";
const BEGIN_LINK: &str = "/api/v2/profile/me/identities/authorizations";
const LINK: &str = "/api/v2/profile/me/identities";

/// A service that knows two schools.
struct Campus {
    world: World,
    schools: Schools,
}

/// Somebody on their way.
#[derive(Debug, Clone)]
struct Away {
    token: String,
    address: String,
}

impl Away {
    fn of(answer: &Answer) -> Self {
        let body = answer.json();
        let text =
            |field: &str| body[field].as_str().unwrap_or_else(|| panic!("{field} in {answer}")).to_owned();
        Self { token: text("authorizationToken"), address: text("authorizationUrl") }
    }

    /// What their client sends when they are back.
    fn with(&self, back: &Back) -> Value {
        json!({ "authorizationToken": self.token, "state": back.state, "code": back.code, "issuer": back.issuer })
    }
}

impl Campus {
    async fn new() -> Self {
        let mut world = World::new().await;
        let schools = Schools::open(&["school", "other"], world.clock.now().timestamp()).await;
        world.app.providers = schools.providers.clone();
        Self { world: world.serving_its_app(), schools }
    }

    fn school(&self) -> &School {
        self.schools.school(0)
    }

    /// Anna, with a session.
    async fn anna(&self) -> (UserId, Tokens) {
        self.somebody("anna@example.org").await
    }

    async fn somebody(&self, email: &str) -> (UserId, Tokens) {
        let id = self.world.register(email).await;
        (id, self.world.log_in(email, new_device()).await)
    }

    /// Anna, whose identity `anna` at the school is linked.
    async fn linked(&self) -> (UserId, Tokens) {
        let (id, tokens) = self.anna().await;
        self.link(&tokens, "anna").await.expect(201);
        (id, tokens)
    }

    async fn begin(&self) -> Away {
        Away::of(&self.post_begin("school").await.expect(201))
    }

    async fn post_begin(&self, provider: &str) -> Answer {
        let body = json!({ "providerId": provider, "device": { "id": new_device() } });
        self.world.api.post(BEGIN).json(&body).send().await
    }

    async fn finish(&self, away: &Away, back: &Back) -> Answer {
        self.world.api.post(LOG_IN).json(&away.with(back)).send().await
    }

    /// All the way there and back.
    async fn log_in_as(&self, subject: &str) -> Answer {
        let away = self.begin().await;
        let back = self.school().lets_through(&away.address, subject);
        self.finish(&away, &back).await
    }

    async fn begin_link(&self, tokens: &Tokens) -> Away {
        let post = self.world.api.post(BEGIN_LINK).bearer(&tokens.access);
        Away::of(&post.json(&json!({ "providerId": "school" })).send().await.expect(201))
    }

    async fn finish_link(&self, tokens: &Tokens, away: &Away, back: &Back) -> Answer {
        self.world.api.post(LINK).bearer(&tokens.access).json(&away.with(back)).send().await
    }

    async fn link(&self, tokens: &Tokens, subject: &str) -> Answer {
        let away = self.begin_link(tokens).await;
        let back = self.school().lets_through(&away.address, subject);
        self.finish_link(tokens, &away, &back).await
    }
}

fn assert_refused(answer: Answer, status: u16, code: &str) {
    assert_eq!(answer.expect(status).json()["type"], format!("urn:tall:problem:{code}"));
}
