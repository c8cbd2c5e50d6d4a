//! mTLS on real sockets: who is let in where, who is called, and how certificates change meanwhile.

use crate::{
    authority::{Authority, Pair},
    support::{BOUND, Setup, Specimen, get, try_get},
};
use axum::{Router, http::HeaderMap, routing::get as answer_get};
use reqwest::{Client, StatusCode};
use rustls::{
    ClientConfig, RootCertStore, ServerConfig, SupportedProtocolVersion,
    pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem::PemObject},
    server::WebPkiClientVerifier,
    version::{TLS12, TLS13},
};
use std::{
    fs,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::{TlsAcceptor, TlsConnector, server::TlsStream};

const HOST: &str = "neighbour.tall.internal";
const RELOADED: Duration = Duration::from_secs(10);

fn provider() -> Arc<rustls::crypto::CryptoProvider> {
    Arc::new(rustls::crypto::aws_lc_rs::default_provider())
}

fn roots(pems: &[&str]) -> Arc<RootCertStore> {
    let mut roots = RootCertStore::empty();
    for pem in pems {
        roots.add(CertificateDer::from_pem_slice(pem.as_bytes()).expect("an authority")).expect("trusted");
    }
    Arc::new(roots)
}

fn chain(pair: &Pair) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
    let certificate = CertificateDer::from_pem_slice(pair.certificate.as_bytes()).expect("a certificate");
    (vec![certificate], PrivateKeyDer::from_pem_slice(pair.key.as_bytes()).expect("a key"))
}

/// A caller who believes `authority` and shows `pair`, if any.
fn caller_of(
    authority: &Authority,
    pair: Option<&Pair>,
    version: &'static SupportedProtocolVersion,
) -> ClientConfig {
    let config = ClientConfig::builder_with_provider(provider())
        .with_protocol_versions(&[version])
        .expect("a version")
        .with_root_certificates(roots(&[&authority.pem]));
    match pair.map(chain) {
        Some((certificate, key)) => config.with_client_auth_cert(certificate, key).expect("a pair"),
        None => config.with_no_client_auth(),
    }
}

/// The service under test.
struct Neighbour {
    process: Specimen,
    /// Of the internal listener.
    port: u16,
    /// Of the API.
    api: u16,
}

impl Neighbour {
    /// With a certificate, believing `authorities`, calling the harbour at `harbour`.
    fn start(pair: &Pair, authorities: &str, harbour: SocketAddr) -> Self {
        Self::run(setup(pair, authorities).with("TALL_PEERS__HARBOUR", &format!("https://{harbour}")))
    }

    /// Alone, with its API for the gateway.
    fn behind_the_gateway(authority: &Authority) -> Self {
        let setup = setup(&authority.certify("neighbour"), &authority.pem);
        Self::run(
            setup
                .with("TALL_PEERS__HARBOUR", &format!("https://{}", nowhere()))
                .with("TALL_HTTP__MUTUAL_TLS", "true"),
        )
    }

    fn run(setup: Setup) -> Self {
        let mut process = setup.start();
        let mut port = |message| {
            let port = process.log(message)["server.port"].as_u64().expect("a port");
            u16::try_from(port).expect("a port")
        };
        let (port, api) = (port("the internal port is open"), port("started"));
        Self { process, port, api }
    }

    /// Alone: nobody is called.
    fn alone(authority: &Authority) -> Self {
        Self::start(&authority.certify("neighbour"), &authority.pem, nowhere())
    }

    fn address(&self) -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], self.port))
    }

    fn client(&self, tls: ClientConfig) -> Client {
        Client::builder()
            .tls_backend_preconfigured(tls)
            .resolve(HOST, self.address())
            .timeout(Duration::from_secs(5))
            .build()
            .expect("a client")
    }

    fn url(&self, path: &str) -> String {
        format!("https://{HOST}:{}/internal/v1/neighbour/{path}", self.port)
    }

    async fn ask_as(&self, tls: ClientConfig) -> reqwest::Result<String> {
        self.client(tls).get(self.url("caller")).send().await?.text().await
    }

    /// Whom the API takes for a calling service.
    async fn ask_api_as(&self, tls: ClientConfig) -> reqwest::Result<String> {
        self.client(tls).get(self.api_url()).send().await?.text().await
    }

    fn api_url(&self) -> String {
        format!("https://{HOST}:{}/caller", self.api)
    }

    /// Puts a file in the place of an older one.
    fn replace(&self, file: &str, content: &str) {
        fs::write(self.process.setup.folder.path().join(file), content).expect("written");
    }

    /// The certificate that a new connection to this port is shown.
    async fn shown(&self, port: u16, tls: ClientConfig) -> CertificateDer<'static> {
        let stream = TcpStream::connect(("127.0.0.1", port)).await.expect("a connection");
        let name = ServerName::try_from(HOST).expect("a name");
        let stream = TlsConnector::from(Arc::new(tls)).connect(name, stream).await.expect("a handshake");
        let shown = stream.get_ref().1.peer_certificates().expect("a certificate");
        shown[0].clone().into_owned()
    }
}

fn setup(pair: &Pair, authorities: &str) -> Setup {
    let setup = Setup::of("neighbour");
    let file = |name: &str, content: &str| {
        let path = setup.folder.path().join(name);
        fs::write(&path, content).expect("written");
        path.display().to_string()
    };
    let (certificate, key) = (file("certificate", &pair.certificate), file("key", &pair.key));
    let authorities = file("authorities", authorities);
    setup
        .with("TALL_INTERNAL__LISTEN", "127.0.0.1:0")
        .with("TALL_INTERNAL__CERTIFICATE_FILE", &certificate)
        .with("TALL_INTERNAL__KEY_FILE", &key)
        .with("TALL_INTERNAL__CA_FILE", &authorities)
        .with("TALL_INTERNAL__RELOAD_SECONDS", "1")
}

fn nowhere() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 9))
}

/// Another service, which answers with the trace that it is called in.
struct Harbour(TcpListener, TlsAcceptor);

impl Harbour {
    /// Shows `pair`, and demands a certificate of one of these authorities.
    async fn start(pair: &Pair, authorities: &[&str]) -> SocketAddr {
        let callers = WebPkiClientVerifier::builder_with_provider(roots(authorities), provider()).build();
        let (certificate, key) = chain(pair);
        let mut config = ServerConfig::builder_with_provider(provider())
            .with_protocol_versions(&[&TLS13])
            .expect("a version")
            .with_client_cert_verifier(callers.expect("a verifier"))
            .with_single_cert(certificate, key)
            .expect("a pair");
        config.alpn_protocols = vec![b"h2".to_vec()];
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("its address");
        let flag = async |headers: HeaderMap| {
            headers.get("traceparent").and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned()
        };
        let router = Router::new().route("/internal/v1/harbour/flag", answer_get(flag));
        let harbour = Self(listener, TlsAcceptor::from(Arc::new(config)));
        tokio::spawn(async move { axum::serve(harbour, router).await });
        address
    }
}

impl axum::serve::Listener for Harbour {
    type Io = TlsStream<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            let (stream, peer) = self.0.accept().await.expect("a connection");
            if let Ok(stream) = self.1.accept(stream).await {
                return (stream, peer);
            }
        }
    }

    fn local_addr(&self) -> std::io::Result<Self::Addr> {
        self.0.local_addr()
    }
}

#[tokio::test]
async fn a_service_is_let_in_and_known_by_its_certificate() {
    let authority = Authority::new("ours");
    let neighbour = Neighbour::alone(&authority);

    for service in ["lobby", "thematic-cards"] {
        let tls = caller_of(&authority, Some(&authority.certify(service)), &TLS13);
        assert_eq!(neighbour.ask_as(tls).await.expect("an answer"), service);
    }
}

#[tokio::test]
async fn whoever_shows_no_fitting_certificate_is_refused() {
    let (authority, foreign) = (Authority::new("ours"), Authority::new("foreign"));
    let mut neighbour = Neighbour::alone(&authority);
    let refused = [
        ("no certificate", None),
        ("an expired one", Some(authority.certify_expired("lobby"))),
        ("one of the future", Some(authority.certify_future("lobby"))),
        ("one of another authority", Some(foreign.certify("lobby"))),
        ("the gateway's", Some(authority.certify("gateway"))),
        ("one without a service", Some(authority.certify_names(&["lobby", "localhost"]))),
        ("one of another domain", Some(authority.certify_names(&["lobby.tall.example"]))),
        ("one below a service", Some(authority.certify_names(&["a.lobby.tall.internal"]))),
        ("one of every service", Some(authority.certify_names(&["*.tall.internal"]))),
        ("one of two services", Some(authority.certify_names(&["lobby.tall.internal", "pii.tall.internal"]))),
    ];

    for (what, pair) in &refused {
        let answer = neighbour.ask_as(caller_of(&authority, pair.as_ref(), &TLS13)).await;
        assert!(answer.is_err(), "{what}: {answer:?}");
    }
    let good = authority.certify("lobby");
    let answer = neighbour.ask_as(caller_of(&authority, Some(&good), &TLS12)).await;
    assert!(answer.is_err(), "TLS 1.2: {answer:?}");
    let answer = try_get(&format!("http://127.0.0.1:{}/internal/v1/neighbour/caller", neighbour.port)).await;
    assert!(answer.is_err(), "no TLS: {answer:?}");

    assert_eq!(
        neighbour.ask_as(caller_of(&authority, Some(&good), &TLS13)).await.expect("an answer"),
        "lobby"
    );
    let metrics = neighbour.process.ops("/metrics");
    let page = get(&metrics).await.text().await.expect("a body");
    for (outcome, times) in [("refused", refused.len() + 2), ("accepted", 1)] {
        let line = format!(r#"internal_handshakes_total{{listener="internal",outcome="{outcome}"}} {times}"#);
        assert!(page.contains(&line), "{page}");
    }
}

#[tokio::test]
async fn the_api_answers_the_gateway_alone() {
    let (authority, foreign) = (Authority::new("ours"), Authority::new("foreign"));
    let mut neighbour = Neighbour::behind_the_gateway(&authority);
    let refused = [
        ("no certificate", None),
        ("an expired one", Some(authority.certify_expired("gateway"))),
        ("one of another authority", Some(foreign.certify("gateway"))),
        ("another service's", Some(authority.certify("lobby"))),
        ("its own", Some(authority.certify("neighbour"))),
        ("one of another domain", Some(authority.certify_names(&["gateway.tall.example"]))),
        ("one without a domain", Some(authority.certify_names(&["gateway", "localhost"]))),
        (
            "one of a service too",
            Some(authority.certify_names(&["gateway.tall.internal", "lobby.tall.internal"])),
        ),
    ];

    for (what, pair) in &refused {
        let answer = neighbour.ask_api_as(caller_of(&authority, pair.as_ref(), &TLS13)).await;
        assert!(answer.is_err(), "{what}: {answer:?}");
    }
    let gateway = authority.certify("gateway");
    let answer = neighbour.ask_api_as(caller_of(&authority, Some(&gateway), &TLS12)).await;
    assert!(answer.is_err(), "TLS 1.2: {answer:?}");
    let answer = try_get(&format!("http://127.0.0.1:{}/caller", neighbour.api)).await;
    assert!(answer.is_err(), "no TLS: {answer:?}");

    let client = neighbour.client(caller_of(&authority, Some(&gateway), &TLS13));
    for _ in 0..3 {
        let answer = client.get(neighbour.api_url()).send().await.expect("an answer");
        assert_eq!(answer.text().await.expect("a body"), "no service", "the gateway is none");
    }
    let metrics = neighbour.process.ops("/metrics");
    let page = get(&metrics).await.text().await.expect("a body");
    // Three requests, one connection.
    for (outcome, times) in [("refused", refused.len() + 2), ("accepted", 1)] {
        let line = format!(r#"internal_handshakes_total{{listener="http",outcome="{outcome}"}} {times}"#);
        assert!(page.contains(&line), "{page}");
    }
}

#[tokio::test]
async fn the_api_shows_a_new_certificate_as_soon_as_it_is_there() {
    let authority = Authority::new("ours");
    let neighbour = Neighbour::behind_the_gateway(&authority);
    let gateway = authority.certify("gateway");
    let caller = || caller_of(&authority, Some(&gateway), &TLS13);
    let next = authority.certify("neighbour");
    let expected = chain(&next).0.remove(0);
    assert_ne!(neighbour.shown(neighbour.api, caller()).await, expected);

    neighbour.replace("certificate", &next.certificate);
    neighbour.replace("key", &next.key);

    eventually("the new certificate is shown", async || {
        neighbour.shown(neighbour.api, caller()).await == expected
    })
    .await;
    assert_eq!(neighbour.ask_api_as(caller()).await.expect("an answer"), "no service");
}

#[tokio::test]
async fn health_and_metrics_are_within_tls_for_whoever_believes_the_authority() {
    let (authority, foreign) = (Authority::new("ours"), Authority::new("foreign"));
    let setup = setup(&authority.certify("neighbour"), &authority.pem);
    let peer = format!("https://{}", nowhere());
    let mut neighbour =
        Neighbour::run(setup.with("TALL_PEERS__HARBOUR", &peer).with("TALL_OPS__TLS", "true"));
    let port = neighbour.process.log("the ops port is open")["server.port"].to_string();

    for path in ["health/live", "health/ready", "metrics"] {
        let url = format!("https://{HOST}:{port}/{path}");
        let answer = neighbour.client(caller_of(&authority, None, &TLS13)).get(&url).send().await;
        assert_eq!(answer.expect("an answer").status(), StatusCode::OK, "{path}");
        let refused = neighbour.client(caller_of(&foreign, None, &TLS13)).get(&url).send().await;
        assert!(refused.is_err(), "{path}");
        let plain = try_get(&format!("http://127.0.0.1:{port}/{path}")).await;
        assert!(plain.is_err(), "{path}");
    }

    let healthy = |port: &str| {
        let mut command = neighbour.process.setup.command(&["--healthy"]);
        command.env("TALL_OPS__LISTEN", format!("0.0.0.0:{port}")).status().expect("the example runs").code()
    };
    assert_eq!(healthy(&port), Some(0));
    assert_eq!(healthy("9"), Some(1), "nobody is there");
}

#[test]
fn an_api_for_the_gateway_needs_a_certificate_of_its_own() {
    let setup = Setup::new().with("TALL_HTTP__MUTUAL_TLS", "true");

    let (status, _, stderr) = setup.finish(&[]);

    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("the section `internal` is used but not declared"), "{stderr}");
}

#[tokio::test]
async fn what_is_for_services_is_not_on_the_public_listener() {
    let mut neighbour = Neighbour::alone(&Authority::new("ours"));

    let public = neighbour.process.api("/internal/v1/neighbour/caller");

    assert_eq!(get(&public).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_service_that_is_called_must_prove_who_it_is() {
    let (authority, foreign) = (Authority::new("ours"), Authority::new("foreign"));
    let own = authority.certify("neighbour");
    for (what, pair, status) in [
        ("itself", authority.certify("harbour"), 200),
        ("another service", authority.certify("lobby"), 502),
        ("one of another authority", foreign.certify("harbour"), 502),
        ("one whose time is over", authority.certify_expired("harbour"), 502),
    ] {
        let harbour = Harbour::start(&pair, &[&authority.pem]).await;
        let mut neighbour = Neighbour::start(&own, &authority.pem, harbour);
        let ask = neighbour.process.api("/ask");

        let answer = get(&ask).await;

        assert_eq!(answer.status().as_u16(), status, "{what}: {:?}", answer.text().await);
    }
}

#[tokio::test]
async fn a_call_is_in_the_trace_of_its_cause() {
    let authority = Authority::new("ours");
    let harbour = Harbour::start(&authority.certify("harbour"), &[&authority.pem]).await;
    let mut neighbour = Neighbour::start(&authority.certify("neighbour"), &authority.pem, harbour);
    let trace = "0af7651916cd43dd8448eb211c80319c";
    let client = boot::http_client(None).expect("a client");
    let ask = client
        .get(neighbour.process.api("/ask"))
        .header("traceparent", format!("00-{trace}-b7ad6b7169203331-01"));

    let carried = ask.send().await.expect("an answer").text().await.expect("a body");

    assert!(carried.contains(trace), "{carried}");
}

/// Requests without a pause, in and out, by new connections and by kept ones; what fails is counted.
struct Traffic {
    stop: Arc<AtomicBool>,
    failed: Arc<AtomicU32>,
    answered: Arc<AtomicU32>,
    running: Vec<tokio::task::JoinHandle<()>>,
}

impl Traffic {
    fn start(urls: Vec<(Client, String)>) -> Self {
        let (stop, failed, answered) = <(Arc<AtomicBool>, Arc<AtomicU32>, Arc<AtomicU32>)>::default();
        let running = urls
            .into_iter()
            .map(|(client, url)| {
                let (stop, failed, answered) = (stop.clone(), failed.clone(), answered.clone());
                tokio::spawn(async move {
                    while !stop.load(Ordering::Relaxed) {
                        let answer = client.get(&url).send().await;
                        match answer.is_ok_and(|answer| answer.status() == StatusCode::OK) {
                            true => answered.fetch_add(1, Ordering::Relaxed),
                            false => failed.fetch_add(1, Ordering::Relaxed),
                        };
                        tokio::time::sleep(Duration::from_millis(5)).await;
                    }
                })
            })
            .collect();
        Self { stop, failed, answered, running }
    }

    async fn stop(self) -> (u32, u32) {
        self.stop.store(true, Ordering::Relaxed);
        for task in self.running {
            task.await.expect("no panic");
        }
        (self.answered.load(Ordering::Relaxed), self.failed.load(Ordering::Relaxed))
    }
}

async fn eventually(what: &str, mut is_so: impl AsyncFnMut() -> bool) {
    let began = Instant::now();
    while !is_so().await {
        assert!(began.elapsed() < RELOADED, "not within {RELOADED:?}: {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn certificates_and_authorities_are_replaced_while_requests_go_on() {
    let (old, new) = (Authority::new("old"), Authority::new("new"));
    let harbour = Harbour::start(&old.certify("harbour"), &[&old.pem, &new.pem]).await;
    let mut neighbour = Neighbour::start(&old.certify("neighbour"), &old.pem, harbour);
    let lobby = old.certify("lobby");
    let caller = || caller_of(&old, Some(&lobby), &TLS13);
    let once = Client::builder()
        .tls_backend_preconfigured(caller())
        .resolve(HOST, neighbour.address())
        .pool_max_idle_per_host(0)
        .build()
        .expect("a client");
    let ask = neighbour.process.api("/ask");
    let traffic = Traffic::start(vec![
        (neighbour.client(caller()), neighbour.url("caller")),
        (once, neighbour.url("caller")),
        (boot::http_client(None).expect("a client"), ask),
    ]);

    // A certificate whose key is not there yet is not taken.
    let next = old.certify("neighbour");
    let before = neighbour.shown(neighbour.port, caller()).await;
    neighbour.replace("certificate", &next.certificate);
    neighbour.process.log("the internal certificate was not read anew; the old one stays");
    assert_eq!(neighbour.shown(neighbour.port, caller()).await, before);

    // With its key it is, and so is an authority beside the old one.
    neighbour.replace("key", &next.key);
    let expected = chain(&next).0.remove(0);
    eventually("the new certificate is shown", async || {
        neighbour.shown(neighbour.port, caller()).await == expected
    })
    .await;
    neighbour.replace("authorities", &format!("{}{}", old.pem, new.pem));
    let newcomer = new.certify("reader");
    eventually("a service of the new authority is let in", async || {
        let answer = neighbour.ask_as(caller_of(&old, Some(&newcomer), &TLS13)).await;
        answer.is_ok_and(|name| name == "reader")
    })
    .await;

    let (answered, failed) = traffic.stop().await;
    assert_eq!(failed, 0, "of {}", answered + failed);
    assert!(answered > 100, "{answered}");

    // Once the old authority is believed no more, its services are strangers.
    let mine = new.certify("neighbour");
    neighbour.replace("authorities", &new.pem);
    neighbour.replace("certificate", &mine.certificate);
    neighbour.replace("key", &mine.key);
    eventually("a service of the old authority is refused", async || {
        neighbour.ask_as(caller_of(&new, Some(&lobby), &TLS13)).await.is_err()
            && neighbour.ask_as(caller_of(&new, Some(&newcomer), &TLS13)).await.is_ok()
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_of_a_service_is_finished_at_the_end() {
    let authority = Authority::new("ours");
    let mut neighbour = Neighbour::alone(&authority);
    let tls = caller_of(&authority, Some(&authority.certify("lobby")), &TLS13);
    let (client, slow) = (neighbour.client(tls), neighbour.url("slow"));
    let in_flight =
        tokio::spawn(async move { client.get(slow).send().await.expect("an answer").text().await });
    neighbour.process.log("a slow request");

    neighbour.process.signal("-TERM");

    assert_eq!(in_flight.await.expect("the request").expect("a body"), "at last");
    assert_eq!(neighbour.process.ends_within(BOUND), 0);
}

#[tokio::test]
async fn a_handshake_that_is_not_finished_does_not_hold_the_end_up() {
    let mut neighbour = Neighbour::alone(&Authority::new("ours"));
    let silent = TcpStream::connect(neighbour.address()).await.expect("a connection");

    neighbour.process.signal("-TERM");

    assert_eq!(neighbour.process.ends_within(Duration::from_secs(1)), 0);
    drop(silent);
}

#[test]
fn a_start_with_another_services_certificate_fails() {
    let authority = Authority::new("ours");
    let setup =
        setup(&authority.certify("lobby"), &authority.pem).with("TALL_PEERS__HARBOUR", "https://127.0.0.1:9");

    let (status, _, stderr) = setup.finish(&[]);

    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains("the certificate is of lobby, not of neighbour"), "{stderr}");
}

#[test]
fn a_peer_without_an_address_is_named() {
    let authority = Authority::new("ours");

    let (status, _, stderr) =
        setup(&authority.certify("neighbour"), &authority.pem).finish(&["--check-config"]);

    assert_eq!((status.code(), stderr.as_str()), (Some(78), "neighbour: TALL_PEERS__HARBOUR: is missing\n"));
}
