//! A mail server over TLS, and the services that are asked: what they answer is the test's to say.

use axum::{
    Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::{get, put},
};
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::TlsAcceptor;

/// What the mail server does with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Takes it.
    Takes,
    /// Says to come back, before it has seen the message.
    ComesBack,
    /// Knows no such reader, and never will.
    KnowsNobody,
    /// Has seen the message and refuses it for good.
    RefusesContent,
    /// Has seen the message and says to come back.
    IsFull,
    /// Takes it, and is gone before it says so.
    GoesSilent,
}

/// A mail server.
pub struct MailServer {
    pub port: u16,
    pub authority: tempfile::NamedTempFile,
    manner: Arc<Mutex<Manner>>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    pub async fn start() -> Self {
        let (config, pem) = testing::tls_of_localhost();
        let authority = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(authority.path(), pem).expect("written");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("its address").port();
        let manner = Arc::new(Mutex::new(Manner::Takes));
        let taken = Arc::<Mutex<Vec<String>>>::default();
        let acceptor = TlsAcceptor::from(config);
        let (how, messages) = (manner.clone(), taken.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, how, messages) = (acceptor.clone(), how.clone(), messages.clone());
                tokio::spawn(async move { serve(acceptor, stream, &how, &messages).await });
            }
        });
        Self { port, authority, manner, taken }
    }

    pub fn behaves(&self, manner: Manner) {
        *self.manner.lock().expect("no panic") = manner;
    }

    /// Every message whose last byte arrived.
    pub fn messages(&self) -> Vec<String> {
        self.taken.lock().expect("no panic").clone()
    }
}

/// As much of RFC 5321 as a client needs that sends one message.
async fn serve(
    acceptor: TlsAcceptor,
    stream: TcpStream,
    manner: &Mutex<Manner>,
    taken: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(acceptor.accept(stream).await?);
    stream.write_all(b"220 mail.test\r\n").await?;
    loop {
        stream.flush().await?;
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let manner = *manner.lock().expect("no panic");
        let word = line.split([' ', ':']).next().unwrap_or_default().trim().to_ascii_uppercase();
        let answer = match (word.as_str(), manner) {
            ("EHLO", _) => "250 mail.test",
            ("RCPT", Manner::ComesBack) => "451 come back, anna@example.org",
            ("RCPT", Manner::KnowsNobody) => "550 nobody is anna@example.org",
            ("DATA", _) => {
                stream.write_all(b"354 go on\r\n").await?;
                stream.flush().await?;
                let mut message = String::new();
                while !message.ends_with("\r\n.\r\n") {
                    if stream.read_line(&mut message).await? == 0 {
                        return Ok(());
                    }
                }
                taken.lock().expect("no panic").push(message);
                match manner {
                    Manner::GoesSilent => return Ok(()),
                    Manner::RefusesContent => "554 not that, anna@example.org",
                    Manner::IsFull => "452 no room",
                    _ => "250 taken",
                }
            }
            ("QUIT", _) => {
                stream.write_all(b"221 bye\r\n").await?;
                return stream.flush().await;
            }
            _ => "250 ok",
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

/// Profile and pii, as one server.
#[derive(Clone)]
pub struct Others {
    pub url: String,
    state: Arc<Mutex<Told>>,
}

#[derive(Clone)]
struct Told {
    code: u16,
    address: u16,
    asked: Vec<String>,
}

impl Others {
    pub async fn start() -> Self {
        let state = Arc::new(Mutex::new(Told { code: 200, address: 200, asked: Vec::new() }));
        let router = Router::new()
            .route("/internal/v1/profile/codes/{cause}", put(code))
            .route("/internal/v1/pii/people/{user}/address", get(address))
            .with_state(state.clone());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("its address"));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, state }
    }

    /// The status with which profile answers for codes.
    pub fn code_is(&self, status: u16) {
        self.state.lock().expect("no panic").code = status;
    }

    /// The status with which pii answers for addresses.
    pub fn address_is(&self, status: u16) {
        self.state.lock().expect("no panic").address = status;
    }

    pub fn asked(&self) -> Vec<String> {
        self.state.lock().expect("no panic").asked.clone()
    }
}

#[expect(clippy::disallowed_types, reason = "this plays another service, whose errors are its own")]
async fn code(
    State(state): State<Arc<Mutex<Told>>>,
    axum::extract::Path(cause): axum::extract::Path<String>,
    axum::Json(body): axum::Json<Value>,
) -> Response {
    let mut told = state.lock().expect("no panic");
    told.asked.push(format!("code {cause} {}", body["purpose"].as_str().unwrap_or_default()));
    let answer = json!({ "code": "K7QX-93TB", "expiresAt": "2025-03-03T10:00:00.000Z" });
    respond(told.code, &answer)
}

#[expect(clippy::disallowed_types, reason = "this plays another service, whose errors are its own")]
async fn address(
    State(state): State<Arc<Mutex<Told>>>,
    axum::extract::Path(_user): axum::extract::Path<String>,
    axum::extract::Query(query): axum::extract::Query<HashMap<String, String>>,
) -> Response {
    let mut told = state.lock().expect("no panic");
    told.asked.push(format!("address {} {} {}", query["causeId"], query["purpose"], query["which"]));
    let answer = json!({ "email": "anna@example.org", "givenName": "Anna", "interfaceLanguage": "nl" });
    respond(told.address, &answer)
}

fn respond(status: u16, body: &Value) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    (status, [("content-type", "application/json")], body.to_string()).into_response()
}
