//! A service from its start to its end.

use crate::support::{BOUND, SECRET, Setup, get, try_get};
use reqwest::StatusCode;
use serde_json::Value;
use std::{
    fs,
    io::Read,
    time::{Duration, Instant},
};

#[tokio::test(flavor = "multi_thread")]
async fn sigterm_finishes_what_is_in_flight_then_flushes_then_exits_within_two_seconds() {
    let mut specimen = Setup::new().start();
    let (slow, greeting) = (specimen.api("/slow"), specimen.api("/greeting"));
    let ready = specimen.ops("/health/ready");
    let in_flight = tokio::spawn(async move { get(&slow).await });
    specimen.log("a slow request");

    specimen.signal("-TERM");
    let told = Instant::now();
    specimen.log("shutting down");
    let while_draining = get(&ready).await;
    assert_eq!(while_draining.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(while_draining.text().await.expect("a body").contains("the service is shutting down"));
    assert!(try_get(&greeting).await.is_err(), "no new connection");

    let answer = in_flight.await.expect("the request").text().await.expect("a body");
    assert_eq!(answer, "at last");
    assert_eq!(specimen.ends_within(BOUND.saturating_sub(told.elapsed())), 0);
    let order = ["the consumer has stopped", "the relay has flushed", "stopped"];
    let logged = specimen.messages();
    let places: Vec<_> = order.iter().map(|message| logged.iter().position(|it| it == message)).collect();
    assert!(places.is_sorted() && places.iter().all(Option::is_some), "{logged:?}");
}

#[tokio::test]
async fn sigint_is_an_orderly_end_too() {
    let mut specimen = Setup::new().start();
    specimen.log("started");

    specimen.signal("-INT");

    assert_eq!(specimen.ends_within(BOUND), 0);
}

#[tokio::test]
async fn an_idle_connection_does_not_hold_the_end_up() {
    let mut specimen = Setup::new().start();
    let client = boot::http_client(None).expect("a client");
    let url = specimen.api("/greeting");
    client.get(&url).send().await.expect("an answer").text().await.expect("a body");

    specimen.signal("-TERM");

    assert_eq!(specimen.ends_within(Duration::from_secs(1)), 0);
    drop(client);
}

#[tokio::test]
async fn a_signal_during_the_start_ends_it() {
    let mut specimen = Setup::new().with("TALL_SPECIMEN__WAIT_FOR", "never").start();
    specimen.log("not available yet");

    specimen.signal("-TERM");

    assert_eq!(specimen.ends_within(BOUND), 0);
}

#[tokio::test]
async fn a_task_that_hangs_is_cut_off_and_named() {
    let mut specimen = Setup::new().with("TALL_SPECIMEN__MISBEHAVE", "hang").start();
    specimen.log("started");

    specimen.signal("-TERM");

    assert_eq!(specimen.ends_within(BOUND), 1);
    assert_eq!(specimen.log("cut off what did not end")["labels"]["tasks"], "troublemaker");
    assert!(specimen.messages().contains(&"the relay has flushed"), "the relays are flushed all the same");
}

#[tokio::test]
async fn blocked_threads_do_not_move_the_bound() {
    let setup = Setup::new().with("TALL_SPECIMEN__MISBEHAVE", "block").with("TALL_RUNTIME__WORKERS", "1");
    let mut specimen = setup.start();
    specimen.log("started");
    std::thread::sleep(Duration::from_millis(300));

    specimen.signal("-TERM");

    assert_eq!(specimen.ends_within(BOUND), 1);
}

#[tokio::test]
async fn a_task_that_fails_or_panics_ends_the_process_with_an_error() {
    for (how, message, cause) in [
        ("error", "a task failed", "out of luck"),
        ("panic", "panicked", "out of order"),
        ("babble", "panicked", "a panic whose text is not logged"),
    ] {
        let mut specimen = Setup::new().with("TALL_SPECIMEN__MISBEHAVE", how).start();
        specimen.log("started");

        assert_eq!(specimen.ends_within(BOUND), 1, "{how}");
        assert_eq!(specimen.log(message)["error.message"], cause);
        assert!(specimen.messages().contains(&"the relay has flushed"), "an orderly drain all the same");
    }
}

#[test]
fn everything_that_is_missing_or_wrong_is_named_at_once() {
    let setup = Setup::new()
        .without("TALL_SPECIMEN__GREETING")
        .without("TALL_HTTP__LISTEN")
        .with("TALL_OPS__LISTEN", "nonsense");

    let (status, stdout, stderr) = setup.finish(&[]);

    assert_eq!(status.code(), Some(78));
    assert_eq!(stdout, "");
    assert!(stderr.contains("specimen: TALL_SPECIMEN__GREETING: is missing\n"), "{stderr}");
    assert!(stderr.contains("specimen: TALL_HTTP__LISTEN: is missing\n"), "{stderr}");
    assert!(stderr.contains("specimen: TALL_OPS__LISTEN: "), "{stderr}");
}

#[test]
fn a_file_of_the_environment_stands_below_the_variables() {
    let setup = Setup::new().without("TALL_SPECIMEN__GREETING").with("TALL_ENVIRONMENT", "harbour");
    fs::create_dir_all(setup.folder.path().join("deploy/env")).expect("a folder");
    let file = setup.folder.path().join("deploy/env/harbour.toml");
    fs::write(&file, "[specimen]\ngreeting = \"ahoy\"\ntimes = 2\n").expect("a file");

    let (status, stdout, stderr) = setup.finish(&["greet", "you"]);
    assert_eq!((status.code(), stdout.as_str()), (Some(0), "ahoy you\n"), "{stderr}");

    let setup = setup.with("TALL_SPECIMEN__GREETING", "hoi");
    assert_eq!(setup.finish(&["greet", "you"]).1, "hoi you\n");

    fs::remove_file(file).expect("removed");
    let (status, _, stderr) = setup.finish(&["greet", "you"]);
    assert_eq!(status.code(), Some(78));
    assert!(stderr.contains("TALL_ENVIRONMENT: there is no file deploy/env/harbour.toml"), "{stderr}");
}

#[test]
fn check_config_shows_what_is_in_force_without_its_secrets() {
    let (status, stdout, _) = Setup::new().finish(&["--check-config"]);

    assert_eq!(status.code(), Some(0));
    assert!(stdout.contains("[specimen]") && stdout.contains("greeting: \"hoi\""), "{stdout}");
    assert!(stdout.contains("times: 1"), "defaults too: {stdout}");
    assert!(stdout.contains("token_file: [redacted]"), "{stdout}");
    assert!(!stdout.contains(SECRET));

    let (status, _, stderr) = Setup::new().with("TALL_SPECIMEN__TIMES", "12").finish(&["--check-config"]);
    assert_eq!(status.code(), Some(78));
    assert_eq!(stderr, "specimen: TALL_SPECIMEN__TIMES: expected 1 to 9\n");
}

#[test]
fn a_command_answers_on_stdout_and_logs_on_stderr() {
    let (status, stdout, stderr) = Setup::new().finish(&["greet", "wereld"]);

    assert_eq!((status.code(), stdout.as_str()), (Some(0), "hoi wereld\n"));
    let line: Value = serde_json::from_str(stderr.lines().next().expect("a line")).expect("JSON");
    assert_eq!(line["message"], "greeting");

    let (status, stdout, stderr) = Setup::new().finish(&["greet", ""]);
    assert_eq!((status.code(), stdout.as_str()), (Some(1), ""));
    assert!(stderr.contains("specimen: nobody to greet"), "{stderr}");
}

#[test]
fn a_port_that_is_taken_fails_the_start() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = taken.local_addr().expect("its address").to_string();

    let (status, _, stderr) = Setup::new().with("TALL_HTTP__LISTEN", &address).finish(&[]);

    assert_eq!(status.code(), Some(1));
    assert!(stderr.contains(&format!("cannot listen on {address}")), "{stderr}");
}

#[tokio::test]
async fn a_connection_beyond_the_limit_waits_for_its_turn() {
    let mut specimen = Setup::new().with("TALL_HTTP__MAX_CONNECTIONS", "1").start();
    let greeting = specimen.api("/greeting");
    let first = boot::http_client(None).expect("a client");
    first.get(&greeting).send().await.expect("an answer").text().await.expect("a body");

    let waiting = tokio::spawn(async move { get(&greeting).await.status() });
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert!(!waiting.is_finished(), "the first client keeps its connection");

    drop(first);
    assert_eq!(waiting.await.expect("an answer"), StatusCode::OK);
}

#[tokio::test]
async fn a_dependency_that_is_down_at_start_is_waited_for_and_named() {
    let mut specimen = Setup::new().with("TALL_SPECIMEN__WAIT_FOR", "dependency").start();
    let (live, ready) = (specimen.ops("/health/live"), specimen.ops("/health/ready"));
    specimen.log("not available yet");

    assert_eq!(get(&live).await.status(), StatusCode::OK);
    let answer = get(&ready).await;
    assert_eq!(answer.status(), StatusCode::SERVICE_UNAVAILABLE);
    let reasons: Value = serde_json::from_str(&answer.text().await.expect("a body")).expect("JSON");
    assert_eq!(reasons["reasons"]["dependency"], "not there yet");
    let mut healthy = specimen.setup.command(&["--healthy"]);
    let told = healthy.env("TALL_OPS__LISTEN", authority_of(&ready)).output().expect("the specimen runs");
    assert_eq!(told.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&told.stderr).contains("not there yet"), "{told:?}");

    fs::write(specimen.setup.folder.path().join("dependency"), "").expect("a file");
    let greeting = specimen.api("/greeting");
    assert_eq!(get(&ready).await.status(), StatusCode::OK);
    assert_eq!(get(&greeting).await.text().await.expect("a body"), "hoi");
}

#[tokio::test]
async fn metrics_tell_the_process_and_the_build() {
    let mut specimen = Setup::new().start();
    let metrics = specimen.ops("/metrics");

    let page = get(&metrics).await.text().await.expect("a body");

    assert!(page.contains("process_resident_memory_bytes "), "{page}");
    let build = format!(r#"tall_build_info{{service="specimen",version="{}"}} 1"#, env!("CARGO_PKG_VERSION"));
    assert!(page.contains(&build), "{page}");
}

#[tokio::test]
async fn a_log_line_is_ecs_and_in_the_trace_of_the_caller() {
    let mut specimen = Setup::new().start();
    let slow = specimen.api("/slow");
    let trace = "0af7651916cd43dd8448eb211c80319c";
    let client = boot::http_client(None).expect("a client");
    let request = client.get(&slow).header("traceparent", format!("00-{trace}-b7ad6b7169203331-01"));
    request.send().await.expect("an answer");

    let line = specimen.log("a slow request");

    for (field, value) in [
        ("log.level", "info"),
        ("service.name", "specimen"),
        ("service.version", env!("CARGO_PKG_VERSION")),
        ("service.environment", "local"),
        ("http.request.method", "GET"),
        ("trace.id", trace),
    ] {
        assert_eq!(line[field], value, "{field} of {line}");
    }
    assert_eq!(line["labels"]["patience"], 500);
    assert_eq!(line["labels"]["answer_of"], "patience", "of the span around it");
    assert_eq!(line["span.id"].as_str().expect("a span").len(), 16);
    assert!(line["@timestamp"].as_str().expect("a time").ends_with('Z'));
}

#[tokio::test]
async fn spans_go_to_the_receiver_before_the_end() {
    let receiver = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let endpoint = format!("http://{}", receiver.local_addr().expect("its address"));
    let received = std::thread::spawn(move || receive(&receiver));
    let mut specimen = Setup::new().with("TALL_TELEMETRY__OTLP_ENDPOINT", &endpoint).start();
    let slow = specimen.api("/slow");
    get(&slow).await;

    specimen.signal("-TERM");

    assert_eq!(specimen.ends_within(BOUND), 0);
    let request = received.join().expect("a request");
    assert!(request.starts_with("POST /v1/traces HTTP/1.1"), "{request}");
    for text in ["specimen", "slow", "patience"] {
        assert!(request.contains(text), "{text} in {request}");
    }
}

/// One HTTP request, answered with an empty 200.
fn receive(listener: &std::net::TcpListener) -> String {
    use std::io::Write;
    let (mut stream, _) = listener.accept().expect("a connection");
    stream.set_read_timeout(Some(Duration::from_millis(500))).expect("a time-out");
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(read @ 1..) = stream.read(&mut buffer) {
        request.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&request);
        let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
        let (Some(head), Some(length)) = (text.find("\r\n\r\n"), length) else { continue };
        if request.len() >= head + 4 + length.parse::<usize>().expect("a length") {
            break;
        }
    }
    stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n").expect("an answer");
    String::from_utf8_lossy(&request).into_owned()
}

/// `host:port` of an address.
fn authority_of(url: &str) -> &str {
    url.split('/').nth(2).expect("an authority")
}
