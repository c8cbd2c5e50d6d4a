//! An example as a process: how it is started, what it logs, how it ends.

use reqwest::Response;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};
use tempfile::TempDir;

pub const BOUND: Duration = Duration::from_secs(2);
pub const PATIENCE: Duration = Duration::from_secs(20);
pub const SECRET: &str = "s3cr3t-0f-the-specimen";

/// An example, built by `cargo test` beside the tests.
fn binary(example: &str) -> PathBuf {
    let test = std::env::current_exe().expect("this test's own path");
    test.ancestors().nth(2).expect("the folder of the profile").join("examples").join(example)
}

/// How a specimen is started.
pub struct Setup {
    example: &'static str,
    pub folder: TempDir,
    variables: BTreeMap<&'static str, String>,
}

impl Setup {
    /// The specimen.
    pub fn new() -> Self {
        let setup = Self::of("specimen").with("TALL_SPECIMEN__GREETING", "hoi");
        let token = setup.folder.path().join("token");
        fs::write(&token, format!("{SECRET}\n")).expect("a token");
        setup.with("TALL_SPECIMEN__TOKEN_FILE", &token.display().to_string())
    }

    /// Any example, on ports of the machine's choice.
    pub fn of(example: &'static str) -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let anywhere = "127.0.0.1:0".to_owned();
        let variables =
            BTreeMap::from([("TALL_HTTP__LISTEN", anywhere.clone()), ("TALL_OPS__LISTEN", anywhere)]);
        Self { example, folder, variables }
    }

    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.variables.insert(name, value.to_owned());
        self
    }

    pub fn without(mut self, name: &str) -> Self {
        self.variables.remove(name);
        self
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary(self.example));
        command.args(arguments).env_clear().envs(&self.variables).current_dir(&self.folder);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs to the end: exit status, stdout, stderr.
    pub fn finish(&self, arguments: &[&str]) -> (ExitStatus, String, String) {
        let output = self.command(arguments).output().expect("the example runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (output.status, text(output.stdout), text(output.stderr))
    }

    pub fn start(self) -> Specimen {
        let mut child = self.command(&[]).spawn().expect("the example starts");
        let (sender, lines) = channel();
        let stdout = BufReader::new(child.stdout.take().expect("stdout"));
        std::thread::spawn(move || {
            stdout
                .lines()
                .map_while(Result::ok)
                .take_while(|line| sender.send(line.clone()).is_ok())
                .for_each(drop);
        });
        Specimen { child, lines, seen: Vec::new(), setup: self }
    }
}

/// A specimen that runs. Dropped, it is killed.
pub struct Specimen {
    child: Child,
    lines: Receiver<String>,
    seen: Vec<Value>,
    pub setup: Setup,
}

impl Specimen {
    /// Reads the log up to the line with this message.
    pub fn log(&mut self, message: &str) -> Value {
        loop {
            if let Some(line) = self.seen.iter().find(|line| line["message"] == message) {
                return line.clone();
            }
            let line =
                self.lines.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{message:?} is not logged"));
            self.seen.push(serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}")));
        }
    }

    pub fn url(&mut self, message: &str, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.log(message)["server.port"])
    }

    pub fn api(&mut self, path: &str) -> String {
        self.url("started", path)
    }

    pub fn ops(&mut self, path: &str) -> String {
        self.url("the ops port is open", path)
    }

    pub fn signal(&self, name: &str) {
        let killed = Command::new("kill").args([name, &self.child.id().to_string()]).status().expect("kill");
        assert!(killed.success());
    }

    /// Waits for the end, at most `bound`; the rest of the log is read.
    pub fn ends_within(&mut self, bound: Duration) -> i32 {
        let began = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("its status") {
                break status;
            }
            assert!(began.elapsed() < bound, "still there after {bound:?}: {:?}", self.seen);
            std::thread::sleep(Duration::from_millis(5));
        };
        let rest = std::iter::from_fn(|| self.lines.recv_timeout(PATIENCE).ok());
        self.seen.extend(rest.map(|line| serde_json::from_str::<Value>(&line).expect("JSON")));
        status.code().expect("an exit code")
    }

    pub fn messages(&self) -> Vec<&str> {
        self.seen.iter().filter_map(|line| line["message"].as_str()).collect()
    }
}

impl Drop for Specimen {
    fn drop(&mut self) {
        // It may have ended already.
        let _ended = self.child.kill();
        let _reaped = self.child.wait();
    }
}

pub async fn get(url: &str) -> Response {
    try_get(url).await.expect("an answer")
}

pub async fn try_get(url: &str) -> reqwest::Result<Response> {
    boot::http_client(None).expect("a client").get(url).send().await
}
