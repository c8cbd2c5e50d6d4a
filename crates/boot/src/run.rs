//! From `main` to the last exit code.

use crate::{
    Clock as _, Context, InternalConfig, Readiness, Running, SystemClock, SystemRandom,
    config::{ConfigError, HttpConfig, OpsConfig, RuntimeConfig, Settings},
    context::Inner,
    health,
    internal::Callers,
    ops,
    server::{Server, Transport},
    service::{Service, Task},
    tasks::{Failures, Phase},
    telemetry::{Identity, LogOutput, Telemetry, TelemetryConfig},
};
use anyhow::Context as _;
use futures::future::BoxFuture;
use std::{
    convert::Infallible,
    io::Write,
    process::ExitCode,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use tokio::signal::unix::{SignalKind, signal};
use tokio_util::sync::CancellationToken;

/// `EX_CONFIG` of sysexits.h.
const WRONG_CONFIGURATION: u8 = 78;
const OPS_CONNECTIONS: usize = 32;

/// From the signal to the exit, whatever hangs.
const DRAIN: Duration = Duration::from_millis(1900);
const INTAKE_SHARE: Duration = Duration::from_millis(1200);
const OUTFLOW_SHARE: Duration = Duration::from_millis(400);
const TELEMETRY_SHARE: Duration = Duration::from_millis(150);
const RUNTIME_SHARE: Duration = Duration::from_millis(50);

/// Runs a service, or the command that the arguments name, until it is done.
///
/// On SIGTERM or SIGINT: not ready; the listener closes while its requests finish and consumers commit; relays
/// flush; telemetry is sent; exit, within two seconds. The exit code is 0 after an orderly end, 78 when the
/// configuration is wrong, 1 when a task failed or something had to be cut off.
pub fn run(service: Service) -> ExitCode {
    let settings = match Settings::load() {
        Ok(settings) => settings,
        Err(error) => return refuse(service.name, &[error]),
    };
    let checked = service.check(&settings);
    let identity = Identity {
        service: service.name,
        version: service.version,
        environment: settings.environment().to_owned(),
    };
    let declared = service.sections.keys().copied().collect();
    let task = service.task();
    match (&task, checked) {
        (_, Err(errors)) => return refuse(identity.service, &errors),
        (Task::CheckConfig, Ok(sections)) => return print(&sections),
        _ => {}
    }
    let outcome = Machine::new(settings, identity.clone()).and_then(|machine| machine.run(task, declared));
    match outcome {
        Ok(code) => code,
        Err(error) => {
            complain(identity.service, &format!("{error:#}"));
            ExitCode::FAILURE
        }
    }
}

fn refuse(service: &str, errors: &[ConfigError]) -> ExitCode {
    for error in errors {
        complain(service, &error.to_string());
    }
    ExitCode::from(WRONG_CONFIGURATION)
}

fn complain(service: &str, text: &str) {
    // Nobody is left to hear it when stderr is closed.
    let _unheard = writeln!(std::io::stderr(), "{service}: {text}");
}

fn print(sections: &[String]) -> ExitCode {
    match std::io::stdout().write_all(sections.join("\n").as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The process around a service.
struct Machine {
    settings: Settings,
    identity: Identity,
    runtime: tokio::runtime::Runtime,
}

impl Machine {
    fn new(settings: Settings, identity: Identity) -> anyhow::Result<Self> {
        let config = settings.section::<RuntimeConfig>()?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(config.workers)
            .max_blocking_threads(config.blocking)
            .thread_name(identity.service)
            .enable_all()
            .build()
            .context("the runtime")?;
        Ok(Self { settings, identity, runtime })
    }

    fn run(self, task: Task, declared: std::collections::BTreeSet<&'static str>) -> anyhow::Result<ExitCode> {
        // An error means that a provider is installed already.
        let _installed = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let output = if matches!(task, Task::Serve(_)) { LogOutput::Stdout } else { LogOutput::Stderr };
        let config = self.settings.section::<TelemetryConfig>()?;
        let telemetry =
            self.runtime.block_on(async { Telemetry::install(&config, self.identity.clone(), output) })?;
        let context = context(self.settings, &self.identity, declared)?;
        let outcome = self.runtime.block_on(async {
            match task {
                Task::Serve(start) => serve(start, &context).await,
                Task::Command(command) => command(context).await.map(|()| ExitCode::SUCCESS),
                Task::Healthy => health::ask(&context).await.map(|()| ExitCode::SUCCESS),
                Task::CheckConfig => Ok(ExitCode::SUCCESS),
            }
        });
        if let Err(error) = &outcome {
            tracing::error!(error = format!("{error:#}"), "cannot go on");
        }
        telemetry.flush(TELEMETRY_SHARE);
        self.runtime.shutdown_timeout(RUNTIME_SHARE);
        outcome
    }
}

fn context(
    settings: Settings,
    identity: &Identity,
    declared: std::collections::BTreeSet<&'static str>,
) -> anyhow::Result<Context> {
    let random = Arc::new(SystemRandom);
    Ok(Context {
        inner: Arc::new(Inner {
            service: identity.service,
            version: identity.version,
            started_at: SystemClock.now(),
            settings,
            declared,
            clock: Arc::new(SystemClock),
            random: random.clone(),
            metrics: ops::registry(identity.service, identity.version)?,
            readiness: Readiness::new(random),
            intake: Phase::default(),
            outflow: Phase::default(),
            background: Phase::default(),
            failures: Failures::default(),
            credentials: Mutex::default(),
        }),
    })
}

/// Why a service stops.
enum Ending {
    Told,
    Failed,
}

async fn serve(
    start: impl FnOnce(Context) -> BoxFuture<'static, anyhow::Result<Running>>,
    context: &Context,
) -> anyhow::Result<ExitCode> {
    let stop = StopSignals::listen()?;
    let began = Instant::now();
    context.readiness().lacks("start", "the service is starting");
    open_ops_port(context).await?;

    let running = tokio::select! {
        running = start(context.clone()) => running?,
        never = tell_a_slow_start(context) => match never {},
        ending = end(&stop, context) => return drain(context, &ending).await,
    };
    if let Some(router) = running.internal {
        open_internal_port(context, router).await?;
    }
    let address = open_api_port(context, running.router).await?;
    context.readiness().has("start");
    tracing::info!(
        server.address = %address.ip(),
        server.port = address.port(),
        event.duration = nanoseconds(began),
        "started"
    );
    let ending = end(&stop, context).await;
    drain(context, &ending).await
}

async fn tell_a_slow_start(context: &Context) -> Infallible {
    let tell = |dependency: &str, error: &str| tracing::warn!(dependency, error, "the start still waits");
    context.readiness().tell_what_is_lacking(tell).await
}

/// Waits for the word to stop, or for a task that failed.
async fn end(stop: &StopSignals, context: &Context) -> Ending {
    tokio::select! {
        () = stop.received() => Ending::Told,
        _ = context.inner.failures.first() => Ending::Failed,
    }
}

async fn open_ops_port(context: &Context) -> anyhow::Result<()> {
    let config = context.config::<OpsConfig>()?;
    let server = Server::bind(config.listen, OPS_CONNECTIONS).await?;
    let address = server.address()?;
    tracing::info!(server.address = %address.ip(), server.port = address.port(), "the ops port is open");
    let transport = match config.tls {
        true => Transport::Tls(context.credentials()?),
        false => Transport::Plain,
    };
    let router = ops::router(context.readiness().clone(), context.metrics().clone());
    // It answers to the last, so that an operator sees the drain.
    let forever = CancellationToken::new();
    context.spawn_background("ops port", server.serve(transport, router, forever));
    Ok(())
}

async fn open_internal_port(context: &Context, router: axum::Router) -> anyhow::Result<()> {
    let config = context.config::<InternalConfig>()?;
    let server = Server::bind(config.listen, config.max_connections).await?;
    let address = server.address()?;
    tracing::info!(server.address = %address.ip(), server.port = address.port(), "the internal port is open");
    let transport = Transport::Mutual(context.credentials()?, Callers::Services);
    context.spawn_intake("internal", server.serve(transport, router, context.intake_token()));
    Ok(())
}

async fn open_api_port(context: &Context, router: axum::Router) -> anyhow::Result<std::net::SocketAddr> {
    let config = context.config::<HttpConfig>()?;
    let server = Server::bind(config.listen, config.max_connections).await?;
    let address = server.address()?;
    let transport = match config.mutual_tls {
        true => Transport::Mutual(context.credentials()?, Callers::Gateway),
        false => Transport::Plain,
    };
    context.spawn_intake("http", server.serve(transport, router, context.intake_token()));
    Ok(address)
}

async fn drain(context: &Context, ending: &Ending) -> anyhow::Result<ExitCode> {
    let began = Instant::now();
    if matches!(ending, Ending::Failed) {
        std::thread::spawn(|| exit_after(DRAIN));
    }
    context.readiness().lacks("shutdown", "the service is shutting down");
    tracing::info!("shutting down");
    let intake = end_phase("intake", &context.inner.intake, INTAKE_SHARE).await;
    let outflow = end_phase("outflow", &context.inner.outflow, OUTFLOW_SHARE).await;
    let orderly = intake && outflow && matches!(ending, Ending::Told) && !context.inner.failures.any();
    tracing::info!(event.duration = nanoseconds(began), orderly, "stopped");
    Ok(if orderly { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// ECS's unit of `event.duration`.
fn nanoseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_nanos()).unwrap_or(u64::MAX)
}

/// Whether the phase ended within its share of the time.
async fn end_phase(name: &'static str, phase: &Phase, share: Duration) -> bool {
    let ended = tokio::time::timeout(share, phase.end()).await.is_ok();
    if !ended {
        tracing::error!(phase = name, tasks = phase.running().join(", "), "cut off what did not end");
    }
    ended
}

/// The bound that nothing can move: no blocked thread, no hung destructor, no log that nobody reads, which is why it
/// logs nothing.
fn exit_after(bound: Duration) {
    std::thread::sleep(bound);
    std::process::exit(1);
}

/// The word to stop, SIGTERM or SIGINT.
///
/// It is heard on a thread of its own: one that hangs in the runtime may be why somebody wants the process gone.
struct StopSignals {
    received: CancellationToken,
}

impl StopSignals {
    fn listen() -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().context("signals")?;
        let received = CancellationToken::new();
        let (mut terminate, mut interrupt) = {
            let _inside = runtime.enter();
            (signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?)
        };
        let word = received.clone();
        std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    _ = terminate.recv() => {}
                    _ = interrupt.recv() => {}
                }
            });
            word.cancel();
            exit_after(DRAIN);
        });
        Ok(Self { received })
    }

    async fn received(&self) {
        self.received.cancelled().await;
    }
}
