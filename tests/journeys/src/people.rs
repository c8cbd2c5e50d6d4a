//! People of the school, each with a client of their own.

use crate::{
    authenticator::{self, Authenticator},
    devices::Device,
    eventually,
    newcomers::Newcomer,
    school,
};
use anyhow::Context;
use boot::{Clock, Random, SystemClock, SystemRandom};
use chrono::{SecondsFormat, Utc};
use ids::{DeviceId, EnrolmentId, PasskeyId, UserId};
use reqwest::{
    Client, Method, RequestBuilder, StatusCode,
    header::{HeaderMap, HeaderName, HeaderValue},
};
use serde_json::{Value, json};
use std::{
    fmt,
    net::{IpAddr, Ipv4Addr},
    path::Path,
    sync::Arc,
    time::Duration,
};
use testing::PasskeyDevice;

const CLIENT: &str = "web/1.4.0";
/// How long a request is repeated whose service does not run.
const PATIENCE: Duration = Duration::from_secs(120);

/// The roles that a technical admin gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Learns.
    Student,
    /// Sees their own students.
    Teacher,
    /// Owns the content.
    EducationalAdmin,
}

impl Role {
    const fn name(self) -> &'static str {
        match self {
            Self::Student => "student",
            Self::Teacher => "teacher",
            Self::EducationalAdmin => "educational-admin",
        }
    }
}

/// The running fleet, as the technical admin of the stack sees it.
#[derive(Clone, Debug)]
pub struct Fleet {
    gateway: Gateway,
    technical_admin: Arc<Person>,
}

/// The way in, from one network.
#[derive(Clone, Debug)]
pub(crate) struct Gateway {
    client: Client,
    address: String,
}

impl Gateway {
    /// From a network that is nobody else's: what is done for one network is bounded, and a school of tests is larger than a
    /// class. Every address of loopback is a network to the fleet.
    fn from_elsewhere() -> anyhow::Result<Self> {
        let certificates = testing::stack::variable("TALL_TEST_CA_FILE");
        let random: &dyn Random = &SystemRandom;
        let [second, third, fourth] = random.array::<3>();
        let network = Ipv4Addr::new(127, second.max(1), third, fourth.clamp(1, 254));
        let client = boot::http_client_builder(Some(Path::new(&certificates)))?;
        let client = client.local_address(IpAddr::V4(network)).build().context("an HTTP client")?;
        Ok(Self { client, address: testing::stack::variable("TALL_TEST_GATEWAY_URL") })
    }
}

/// What somebody logs in with.
#[derive(Clone)]
pub struct Credentials {
    /// The address of their account.
    pub email: String,
    /// Its password.
    pub password: String,
}

impl fmt::Debug for Credentials {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Credentials").finish_non_exhaustive()
    }
}

/// Somebody with a log-in.
#[derive(Clone, Debug)]
pub struct Person {
    gateway: Gateway,
    credentials: Credentials,
    /// Who they are, everywhere.
    pub id: UserId,
    /// What they are called.
    pub given_name: String,
    token: String,
}

/// What the fleet answered.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Its status.
    pub status: StatusCode,
    /// Its `ETag`.
    pub etag: Option<String>,
    /// Its `Retry-After`.
    pub retry_after: Option<String>,
    /// The trace that it cites.
    pub trace_id: Option<String>,
    /// Its body; null when there is none.
    pub body: Value,
}

impl Reply {
    /// The body, if the status is this one.
    ///
    /// # Panics
    /// It is another.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        self.body
    }
}

impl Fleet {
    /// The fleet of the test stack.
    ///
    /// # Errors
    /// It is not there, or its technical admin cannot log in.
    pub async fn of_test_stack() -> anyhow::Result<Self> {
        let gateway = Gateway::from_elsewhere()?;
        let technical_admin = authenticator::technical_admin(&gateway).await?;
        Ok(Self { gateway, technical_admin: Arc::new(technical_admin) })
    }

    /// A new person of this role: registered, their address proved, logged in.
    ///
    /// # Errors
    /// The fleet refuses.
    pub async fn somebody(&self, role: Role, given_name: &str) -> anyhow::Result<Person> {
        let newcomer = self.newcomer(given_name, "nl");
        newcomer.register().await?.expect(201);
        newcomer.prove_address().await?;
        if role != Role::Student {
            self.set_role(newcomer.id, role).await?;
        }
        newcomer.log_in().await
    }

    /// Somebody who will read the product in this language, and has not asked for an account yet.
    ///
    /// # Panics
    /// No client can be made.
    pub fn newcomer(&self, given_name: &str, language: &'static str) -> Newcomer {
        let gateway = Gateway::from_elsewhere().expect("a client");
        Newcomer::new(gateway, given_name, language)
    }

    /// A device without passkeys, whose browser shows the pages of the gateway.
    pub fn passkey_device(&self) -> PasskeyDevice {
        PasskeyDevice::new(&self.gateway.address.replace("127.0.0.1", "localhost"))
    }

    /// Logs in by the word of the school, which somebody may have linked: the answer of the fleet.
    ///
    /// # Errors
    /// No answer.
    ///
    /// # Panics
    /// The fleet sends nobody to the school, or the school refuses.
    pub async fn log_in_by_school(&self) -> anyhow::Result<Reply> {
        let asked = json!({ "providerId": school::ID, "device": { "id": new_id(DeviceId::v7) } });
        let path = "/api/v2/profile/sessions/by-provider/authorizations";
        let away = self.gateway.send(Method::POST, path, None, Some(&asked)).await?.expect(201);
        let returned = school::there_and_back(&away).await;
        self.gateway.send(Method::POST, "/api/v2/profile/sessions/by-provider", None, Some(&returned)).await
    }

    /// Answers the challenge of a log-in with a passkey: the answer of the fleet.
    ///
    /// # Errors
    /// No answer.
    ///
    /// # Panics
    /// The fleet asks for no passkey, or the device has none that it asks for.
    pub async fn passes_with_passkey(
        &self,
        challenge: &Value,
        device: &mut PasskeyDevice,
    ) -> anyhow::Result<Reply> {
        let id = challenge["challengeId"].as_str().context("a challenge")?;
        let path = format!("/api/v2/profile/sessions/challenges/{id}");
        let token = &challenge["challengeToken"];
        let asked = json!({ "challengeToken": token });
        let ceremony = format!("{path}/passkey-ceremonies");
        let options = self.gateway.send(Method::POST, &ceremony, None, Some(&asked)).await?.expect(200);
        let credential = device.get(&options["options"]);
        let answer = json!({ "challengeToken": token, "method": "passkey", "credential": credential });
        self.gateway.send(Method::POST, &format!("{path}/answers"), None, Some(&answer)).await
    }

    /// Registers somebody new, who does not log in yet.
    ///
    /// # Panics
    /// The registration is refused, or not answered.
    pub async fn register(&self, given_name: &str) -> UserId {
        let newcomer = self.newcomer(given_name, "nl");
        until_taken("a registration", async || newcomer.register().await).await;
        newcomer.id
    }

    /// Gives `user` another role, as the technical admin.
    ///
    /// # Errors
    /// No answer.
    pub async fn set_role(&self, user: UserId, role: Role) -> anyhow::Result<()> {
        self.set(user, "role", &json!({ "role": role.name() })).await
    }

    /// Lets `user` in no more, or again, as the technical admin: `suspended`, `active`.
    ///
    /// # Errors
    /// No answer.
    pub async fn set_status(&self, user: UserId, status: &str) -> anyhow::Result<()> {
        self.set(user, "status", &json!({ "status": status })).await
    }

    async fn set(&self, user: UserId, what: &str, body: &Value) -> anyhow::Result<()> {
        let path = format!("/api/v2/profile/users/{user}");
        let etag = self.technical_admin.get(&path).await?.etag.context("a user with an ETag")?;
        self.change(&format!("{path}/{what}"), &etag, body).await
    }

    /// Sets which clients of a platform are let in, as the technical admin.
    ///
    /// # Errors
    /// No answer.
    pub async fn set_client_policy(&self, platform: &str, minimum: &str, latest: &str) -> anyhow::Result<()> {
        let message =
            json!({ "nl": "Werk de app bij.", "en": "Update the app.", "ru": "Обновите приложение." });
        let body = json!({ "minimum": minimum, "latest": latest, "message": message });
        self.change(&format!("/api/v2/profile/client-policy/{platform}"), "*", &body).await
    }

    async fn change(&self, path: &str, etag: &str, body: &Value) -> anyhow::Result<()> {
        let request = self.technical_admin.request(Method::PUT, path).header("if-match", etag);
        Reply::of(request.json(body)).await?.expect(200);
        Ok(())
    }
}

impl Person {
    /// Logs in; with an authenticator app where the account has or needs one.
    pub(crate) async fn log_in(
        gateway: &Gateway,
        credentials: &Credentials,
        name: &str,
    ) -> anyhow::Result<Self> {
        let reply = gateway.post_session(credentials).await?;
        let session = if reply.status == StatusCode::ACCEPTED {
            let challenge = reply.body;
            let must_enrol = challenge["methods"] == json!(["totp-enrolment"]);
            let app = if must_enrol {
                Authenticator::enrol(gateway, &challenge).await?
            } else {
                Authenticator::of_technical_admin()?
            };
            app.pass(gateway, &challenge).await?
        } else {
            reply.expect(201)
        };
        let token = session["accessToken"].as_str().context("an access token")?.to_owned();
        Self::with_token(gateway, credentials, token, name).await
    }

    /// Somebody whose session goes on.
    pub(crate) async fn with_token(
        gateway: &Gateway,
        credentials: &Credentials,
        token: String,
        name: &str,
    ) -> anyhow::Result<Self> {
        let current = "/api/v2/profile/sessions/current";
        let reply = gateway.send(Method::GET, current, Some(&token), None).await?;
        anyhow::ensure!(reply.status == StatusCode::OK, "the session is over: {}", reply.status);
        let id = reply.body["userId"].as_str().context("a user id")?.parse()?;
        let (gateway, credentials) = (gateway.clone(), credentials.clone());
        Ok(Self { gateway, credentials, id, given_name: name.to_owned(), token })
    }

    /// The access token, which nobody else may see.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Asks for something.
    ///
    /// # Errors
    /// No answer.
    pub async fn get(&self, path: &str) -> anyhow::Result<Reply> {
        Reply::of(self.request(Method::GET, path)).await
    }

    /// Asks for something as another client, `android/1.0.0`.
    ///
    /// # Errors
    /// No answer.
    pub async fn get_with_client(&self, client: &'static str, path: &str) -> anyhow::Result<Reply> {
        let version = HeaderMap::from_iter([(
            HeaderName::from_static("x-client-version"),
            HeaderValue::from_static(client),
        )]);
        Reply::of(self.request(Method::GET, path).headers(version)).await
    }

    /// Puts something.
    ///
    /// # Errors
    /// No answer.
    pub async fn put(&self, path: &str, body: &Value) -> anyhow::Result<Reply> {
        Reply::of(self.request(Method::PUT, path).json(body)).await
    }

    /// Puts something, and again until it is answered, as a client on a train does; the answer.
    ///
    /// # Panics
    /// It is refused, or not answered.
    pub async fn put_until_taken(&self, path: &str, body: &Value) -> Value {
        until_taken(path, async || self.put(path, body).await).await
    }

    /// Deletes something, and again until it is answered.
    ///
    /// # Panics
    /// It is refused, or not answered.
    pub async fn delete_until_taken(&self, path: &str) {
        until_taken(path, async || Reply::of(self.request(Method::DELETE, path)).await).await;
    }

    /// Posts something.
    ///
    /// # Errors
    /// No answer.
    pub async fn post(&self, path: &str, body: &Value) -> anyhow::Result<Reply> {
        Reply::of(self.request(Method::POST, path).json(body)).await
    }

    /// Changes something, as whoever has not looked at it.
    ///
    /// # Errors
    /// No answer.
    pub async fn patch(&self, path: &str, body: &Value) -> anyhow::Result<Reply> {
        Reply::of(self.request(Method::PATCH, path).header("if-match", "*").json(body)).await
    }

    /// Puts an authenticator app in force: the secret that it was given, in Base32.
    ///
    /// # Errors
    /// No answer.
    ///
    /// # Panics
    /// The fleet refuses.
    pub async fn enrols_app(&self) -> anyhow::Result<String> {
        let path = format!("/api/v2/profile/me/totp-enrolments/{}", new_id(EnrolmentId::v7));
        let begun = self.put(&path, &Value::Null).await?.expect(201);
        let secret = begun["secret"].as_str().context("a secret")?;
        let code = Authenticator::of(secret)?.code()?;
        self.post(&format!("{path}/confirmations"), &json!({ "code": code })).await?.expect(204);
        Ok(secret.to_owned())
    }

    /// Follows a link without saying who follows it: the status and the bytes.
    ///
    /// # Errors
    /// No answer.
    pub async fn follow(&self, href: &str) -> anyhow::Result<(u16, Vec<u8>)> {
        let response = self.gateway.request(Method::GET, href).send().await?;
        Ok((response.status().as_u16(), response.bytes().await?.to_vec()))
    }

    /// Tries to log in anew, with the right password.
    ///
    /// # Errors
    /// No answer.
    pub async fn log_in_again(&self) -> anyhow::Result<Reply> {
        self.gateway.post_session(&self.credentials).await
    }

    /// Logs in anew, as who they are now.
    ///
    /// # Errors
    /// The fleet refuses.
    pub async fn begins_anew(&self) -> anyhow::Result<Self> {
        Self::log_in(&self.gateway, &self.credentials, &self.given_name).await
    }

    /// Puts something, within a trace of the caller's.
    ///
    /// # Errors
    /// No answer.
    pub async fn put_traced(&self, path: &str, body: &Value, traceparent: &str) -> anyhow::Result<Reply> {
        Reply::of(self.request(Method::PUT, path).header("traceparent", traceparent).json(body)).await
    }

    /// Logs out. The token stays with this person, to be tried.
    ///
    /// # Errors
    /// No answer.
    pub async fn log_out(&self) -> anyhow::Result<Reply> {
        Reply::of(self.request(Method::DELETE, "/api/v2/profile/sessions/current")).await
    }

    /// Gives this person a passkey on `device`, which they prove to have.
    ///
    /// # Errors
    /// No answer.
    ///
    /// # Panics
    /// The fleet refuses.
    pub async fn adds_passkey(&self, device: &mut PasskeyDevice) -> anyhow::Result<()> {
        let path = format!("/api/v2/profile/me/passkey-registrations/{}", new_id(PasskeyId::v7));
        let begun = self.put(&path, &Value::Null).await?.expect(201);
        let completion = json!({ "name": "Telefoon", "credential": device.create(&begun["options"]) });
        self.post(&format!("{path}/completions"), &completion).await?.expect(201);
        Ok(())
    }

    /// Links who this person is at the school's provider, where they log in.
    ///
    /// # Errors
    /// No answer.
    ///
    /// # Panics
    /// The fleet, or the school, refuses.
    pub async fn links_school(&self) -> anyhow::Result<Value> {
        let asked = json!({ "providerId": school::ID });
        let away = self.post("/api/v2/profile/me/identities/authorizations", &asked).await?.expect(201);
        let returned = school::there_and_back(&away).await;
        Ok(self.post("/api/v2/profile/me/identities", &returned).await?.expect(201))
    }

    /// Logs in on a device of their own, which stays theirs.
    ///
    /// # Errors
    /// The fleet refuses.
    pub async fn on_a_device(&self) -> anyhow::Result<Device> {
        Device::begin(self.gateway.clone(), self.credentials.clone()).await
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.gateway.request(method, path).bearer_auth(&self.token)
    }
}

impl Gateway {
    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.address)).header("x-client-version", CLIENT)
    }

    /// Tries to log in, from a device that nobody has seen.
    pub(crate) async fn post_session(&self, credentials: &Credentials) -> anyhow::Result<Reply> {
        self.post_session_of(new_id(DeviceId::v7), credentials).await
    }

    /// Tries to log in from this device.
    pub(crate) async fn post_session_of(
        &self,
        device: DeviceId,
        credentials: &Credentials,
    ) -> anyhow::Result<Reply> {
        let Credentials { email, password } = credentials;
        let body = json!({ "email": email, "password": password, "device": { "id": device } });
        self.send(Method::POST, "/api/v2/profile/sessions", None, Some(&body)).await
    }

    pub(crate) async fn send(
        &self,
        method: Method,
        path: &str,
        token: Option<&str>,
        body: Option<&Value>,
    ) -> anyhow::Result<Reply> {
        let mut request = self.request(method, path);
        if let Some(token) = token {
            request = request.bearer_auth(token);
        }
        if let Some(body) = body {
            request = request.json(body);
        }
        Reply::of(request).await
    }
}

impl Reply {
    async fn of(request: RequestBuilder) -> anyhow::Result<Self> {
        let response = request.send().await?;
        let header = |name: &str| {
            response.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
        };
        let (status, etag, trace_id) = (response.status(), header("etag"), header("trace-id"));
        let retry_after = header("retry-after");
        let bytes = response.bytes().await?;
        let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes)? };
        Ok(Self { status, etag, retry_after, trace_id, body })
    }
}

/// A new id, as a client makes it.
pub fn new_id<I>(make: fn(chrono::DateTime<Utc>, [u8; 10]) -> I) -> I {
    let random: &dyn Random = &SystemRandom;
    make(SystemClock.now(), random.array())
}

/// Letters and digits that were never there before.
pub(crate) fn never_seen() -> String {
    let random: &dyn Random = &SystemRandom;
    hex::encode(random.array::<8>())
}

/// Sends until there is an answer of the service itself: the gateway answers 502 and 504 for one that is not there, and a
/// service 503 for one that it needs.
async fn until_taken(what: &str, send: impl AsyncFn() -> anyhow::Result<Reply>) -> Value {
    let answered = eventually(what, PATIENCE, async || {
        let reply = send().await.ok()?;
        (!reply.status.is_server_error()).then_some(reply)
    });
    let (reply, _) = answered.await;
    assert!(reply.status.is_success(), "{what}: {} {}", reply.status, reply.body);
    reply.body
}

/// The present instant, as a client writes it.
pub(crate) fn now() -> String {
    SystemClock.now().to_rfc3339_opts(SecondsFormat::Millis, true)
}
