//! A provider made for tests, which can do all that a bad one might. It speaks TLS and checks what a right one checks: the
//! client, the redirect URI, the code, the verifier of PKCE.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::State,
    http::{HeaderMap, Response, StatusCode, Uri},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use boot::{PublicUrl, ReadableFile};
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, KeyInit, Mac};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto,
    service::TowerToHyperService,
};
use openidconnect::url::{Url, form_urlencoded};
use profile::identity_providers::{OidcConfig, Providers};
use rustls::ServerConfig;
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha512};
use std::{
    collections::HashMap,
    fs,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

pub const REDIRECT_URI: &str = "https://tall.example/log-in/school";
const CLIENT_ID: &str = "tall";
const CLIENT_SECRET: &str = "s3cret";

/// How it answers when it is asked what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    Right,
    Down,
    Slow,
    Redirects,
    Oversized,
    CallsItselfAnother,
    WithoutTls,
}

/// How a token is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    Rightly,
    ByAnotherKey,
    WithThePublicKey,
    WithTheClientSecret,
    NotAtAll,
}

/// A token before it is signed.
pub struct Draft {
    pub header: Value,
    pub claims: Value,
    pub signed: Signed,
}

/// What somebody comes back with.
#[derive(Debug, Clone)]
pub struct Back {
    pub code: String,
    pub state: String,
    pub issuer: Option<String>,
}

struct Asked {
    nonce: String,
    challenge: String,
    subject: String,
}

struct Inside {
    manner: Manner,
    key: u8,
    forgery: Option<fn(&mut Draft)>,
    codes: HashMap<String, Asked>,
    paths: Vec<String>,
    now: i64,
}

/// The provider.
#[derive(Clone)]
pub struct School {
    pub issuer: String,
    inside: Arc<Mutex<Inside>>,
}

/// Several of them, and the files that make them known.
pub struct Schools {
    pub providers: Providers,
    schools: Vec<School>,
    folder: TempDir,
}

impl Schools {
    /// Providers of these names.
    pub async fn open(names: &[&str], now: i64) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let (tls, authority) = testing::tls_of_localhost();
        fs::write(folder.path().join("ca.pem"), authority).expect("written");
        fs::write(folder.path().join("secret"), CLIENT_SECRET).expect("written");
        let (mut schools, mut file) = (Vec::new(), String::new());
        for name in names {
            let school = School::open(tls.clone(), now).await;
            let secret = folder.path().join("secret").display().to_string();
            file += &format!(
                "[{name}]\nname = 'The {name}'\nissuer = '{}'\nclient_id = '{CLIENT_ID}'\nclient_secret_file = '{secret}'\n",
                school.issuer
            );
            schools.push(school);
        }
        fs::write(folder.path().join("providers.toml"), file).expect("written");
        let open = |name: &str| ReadableFile::open(folder.path().join(name)).expect("a file");
        let config = OidcConfig {
            providers_file: Some(open("providers.toml")),
            redirect_uri: Some(PublicUrl::parse(REDIRECT_URI).expect("an address")),
            ca_file: Some(open("ca.pem")),
        };
        let providers = Providers::configured(&config).expect("providers");
        Self { providers, schools, folder }
    }

    pub fn school(&self, number: usize) -> &School {
        &self.schools[number]
    }

    /// From now on every school has given us this secret.
    pub fn hand_out_secret(&self, secret: &str) {
        fs::write(self.folder.path().join("secret"), secret).expect("written");
    }
}

impl School {
    async fn open(tls: Arc<ServerConfig>, now: i64) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("https://localhost:{}", listener.local_addr().expect("an address").port());
        let inside = Inside {
            manner: Manner::Right,
            key: 1,
            forgery: None,
            codes: HashMap::new(),
            paths: Vec::new(),
            now,
        };
        let school = Self { issuer, inside: Arc::new(Mutex::new(inside)) };
        let router = Router::new().fallback(answer).with_state(school.clone());
        let acceptor = TlsAcceptor::from(tls);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, router) = (acceptor.clone(), router.clone());
                tokio::spawn(async move {
                    if let Ok(stream) = acceptor.accept(stream).await {
                        let service = TowerToHyperService::new(router);
                        let serving = auto::Builder::new(TokioExecutor::new());
                        // A client that goes away is no failure of the provider.
                        drop(serving.serve_connection(TokioIo::new(stream), service).await);
                    }
                });
            }
        });
        school
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().expect("no panic")
    }

    pub fn behaves(&self, manner: Manner) {
        self.inside().manner = manner;
    }

    /// Every token from now on is changed so before it is signed.
    pub fn forges(&self, forgery: fn(&mut Draft)) {
        self.inside().forgery = Some(forgery);
    }

    pub fn takes_another_key(&self) {
        self.inside().key += 1;
    }

    pub fn lives_at(&self, now: i64) {
        self.inside().now = now;
    }

    /// The paths that it was asked for.
    pub fn paths(&self) -> Vec<String> {
        self.inside().paths.clone()
    }

    /// Somebody followed the address and proved to the provider that they are this one.
    pub fn lets_through(&self, address: &str, subject: &str) -> Back {
        let url = Url::parse(address).expect("an address");
        assert!(address.starts_with(&format!("{}/authorize?", self.issuer)), "{address}");
        let query: HashMap<String, String> = url.query_pairs().into_owned().collect();
        let of = |name: &str| query.get(name).unwrap_or_else(|| panic!("{name} in {address}")).clone();
        assert_eq!((of("response_type"), of("scope")), ("code".to_owned(), "openid".to_owned()));
        assert_eq!((of("client_id"), of("redirect_uri")), (CLIENT_ID.to_owned(), REDIRECT_URI.to_owned()));
        assert_eq!(of("code_challenge_method"), "S256");
        let asked =
            Asked { nonce: of("nonce"), challenge: of("code_challenge"), subject: subject.to_owned() };
        let mut inside = self.inside();
        let code = format!("code-{}-{}", subject, inside.codes.len());
        inside.codes.insert(code.clone(), asked);
        Back { code, state: of("state"), issuer: Some(self.issuer.clone()) }
    }

    fn metadata(&self, manner: Manner) -> Value {
        let issuer = &self.issuer;
        let authorize = match manner {
            Manner::WithoutTls => format!("{}/authorize", issuer.replacen("https", "http", 1)),
            _ => format!("{issuer}/authorize"),
        };
        json!({
            "issuer": if manner == Manner::CallsItselfAnother { "https://localhost" } else { issuer },
            "authorization_endpoint": authorize,
            "token_endpoint": format!("{issuer}/token"),
            "jwks_uri": format!("{issuer}/jwks"),
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["EdDSA"],
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            "authorization_response_iss_parameter_supported": true,
            "padding": if manner == Manner::Oversized { "x".repeat(1 << 20) } else { String::new() },
        })
    }

    fn jwks(&self) -> Value {
        let key = self.inside().key;
        json!({ "keys": [{
            "kty": "OKP", "crv": "Ed25519", "use": "sig", "alg": "EdDSA", "kid": format!("key-{key}"),
            "x": URL_SAFE_NO_PAD.encode(public(key)),
        }] })
    }

    /// RFC 6749, section 4.1.3, and RFC 7636, section 4.6.
    fn exchange(&self, headers: &HeaderMap, body: &[u8]) -> Response<Body> {
        let form: HashMap<String, String> = form_urlencoded::parse(body).into_owned().collect();
        let client = STANDARD.encode(format!("{CLIENT_ID}:{CLIENT_SECRET}"));
        if headers.get("authorization").and_then(|it| it.to_str().ok()) != Some(&format!("Basic {client}")) {
            return respond(StatusCode::UNAUTHORIZED, &json!({ "error": "invalid_client" }));
        }
        let asked = form.get("code").and_then(|code| self.inside().codes.remove(code));
        let verified = |asked: &Asked| {
            let verifier = form.get("code_verifier").map(String::as_bytes).unwrap_or_default();
            URL_SAFE_NO_PAD.encode(Sha256::digest(verifier)) == asked.challenge
                && form.get("redirect_uri").map(String::as_str) == Some(REDIRECT_URI)
        };
        match asked.filter(verified) {
            Some(asked) => respond(StatusCode::OK, &self.tokens(&asked)),
            None => respond(StatusCode::BAD_REQUEST, &json!({ "error": "invalid_grant" })),
        }
    }

    fn tokens(&self, asked: &Asked) -> Value {
        let access_token = "an access token that nobody uses";
        let at_hash = URL_SAFE_NO_PAD.encode(&Sha512::digest(access_token)[..32]);
        let inside = self.inside();
        let mut draft = Draft {
            header: json!({ "alg": "EdDSA", "kid": format!("key-{}", inside.key) }),
            claims: json!({
                "iss": self.issuer, "aud": CLIENT_ID, "sub": asked.subject, "nonce": asked.nonce, "at_hash": at_hash,
                "iat": inside.now, "exp": inside.now + 300, "email": "anna@example.org", "email_verified": true,
            }),
            signed: Signed::Rightly,
        };
        if let Some(forgery) = inside.forgery {
            forgery(&mut draft);
        }
        let id_token = draft.sign(inside.key);
        json!({ "access_token": access_token, "token_type": "Bearer", "expires_in": 300, "id_token": id_token })
    }
}

impl Draft {
    fn sign(&self, key: u8) -> String {
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let text = format!("{}.{}", part(&self.header), part(&self.claims));
        let hmac = |secret: &[u8]| {
            let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key");
            mac.update(text.as_bytes());
            mac.finalize().into_bytes().to_vec()
        };
        let signature = match self.signed {
            Signed::Rightly => signing(key).sign(text.as_bytes()).to_vec(),
            Signed::ByAnotherKey => signing(key + 100).sign(text.as_bytes()).to_vec(),
            Signed::WithThePublicKey => hmac(&public(key)),
            Signed::WithTheClientSecret => hmac(CLIENT_SECRET.as_bytes()),
            Signed::NotAtAll => Vec::new(),
        };
        format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

fn signing(key: u8) -> SigningKey {
    SigningKey::from_bytes(&[key; 32])
}

fn public(key: u8) -> [u8; 32] {
    signing(key).verifying_key().to_bytes()
}

async fn answer(State(school): State<School>, uri: Uri, headers: HeaderMap, body: Bytes) -> Response<Body> {
    let manner = {
        let mut inside = school.inside();
        inside.paths.push(uri.path().to_owned());
        inside.manner
    };
    match (uri.path(), manner) {
        (_, Manner::Down) => respond(StatusCode::SERVICE_UNAVAILABLE, &json!({})),
        (_, Manner::Slow) => {
            tokio::time::sleep(Duration::from_secs(60)).await;
            respond(StatusCode::OK, &json!({}))
        }
        ("/.well-known/openid-configuration", Manner::Redirects) => Response::builder()
            .status(StatusCode::FOUND)
            .header("location", "/elsewhere")
            .body(Body::empty())
            .expect("an answer"),
        ("/.well-known/openid-configuration" | "/elsewhere", _) => {
            respond(StatusCode::OK, &school.metadata(manner))
        }
        ("/jwks", _) => respond(StatusCode::OK, &school.jwks()),
        ("/token", _) => school.exchange(&headers, &body),
        _ => respond(StatusCode::NOT_FOUND, &json!({})),
    }
}

fn respond(status: StatusCode, body: &Value) -> Response<Body> {
    let response = Response::builder().status(status).header("content-type", "application/json");
    response.body(Body::from(body.to_string())).expect("an answer")
}
