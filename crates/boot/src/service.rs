//! A service: its name, its configuration, how it starts, and its commands.

use crate::{
    Context, PeersConfig, Running,
    config::{ConfigError, HttpConfig, OpsConfig, RuntimeConfig, Section, Settings},
    telemetry::TelemetryConfig,
};
use anyhow::Context as _;
use clap::{ArgMatches, Command, Subcommand};
use futures::future::BoxFuture;
use std::{collections::BTreeMap, future::Future};

type Start = Box<dyn FnOnce(Context) -> BoxFuture<'static, anyhow::Result<Running>> + Send>;
type Commanded = Box<dyn FnOnce(ArgMatches, Context) -> BoxFuture<'static, anyhow::Result<()>> + Send>;
type Check = Box<dyn Fn(&Settings) -> Result<String, ConfigError>>;

/// A service, ready for [`run`](crate::run).
///
/// ```no_run
/// # async fn start(_: boot::Context) -> anyhow::Result<boot::Running> { unimplemented!() }
/// # #[derive(Debug, serde::Deserialize)] struct MongoConfig {}
/// # impl boot::Section for MongoConfig { const NAME: &'static str = "mongo"; }
/// pub fn service() -> boot::Service {
///     boot::Service::new("reader", env!("CARGO_PKG_VERSION"), start).section::<MongoConfig>()
/// }
/// ```
pub struct Service {
    pub(crate) name: &'static str,
    pub(crate) version: &'static str,
    pub(crate) sections: BTreeMap<&'static str, Vec<Check>>,
    pub(crate) start: Start,
    commands: Option<Commands>,
}

struct Commands {
    augment: fn(Command) -> Command,
    run: Commanded,
}

/// What the command line asks for.
pub(crate) enum Task {
    Serve(Start),
    CheckConfig,
    Healthy,
    Command(Box<dyn FnOnce(Context) -> BoxFuture<'static, anyhow::Result<()>> + Send>),
}

impl Service {
    /// A service that `start` brings up: it connects the stores, spawns its consumers and relays in the context,
    /// and answers with its router.
    pub fn new<F, Fut>(name: &'static str, version: &'static str, start: F) -> Self
    where
        F: FnOnce(Context) -> Fut + Send + 'static,
        Fut: Future<Output = anyhow::Result<Running>> + Send + 'static,
    {
        let start: Start = Box::new(|context| Box::pin(start(context)));
        let service = Self { name, version, sections: BTreeMap::new(), start, commands: None };
        service
            .section::<HttpConfig>()
            .section::<OpsConfig>()
            .section::<TelemetryConfig>()
            .section::<RuntimeConfig>()
    }

    /// Declares a section of the configuration: checked before anything starts, shown by `--check-config`, and
    /// there in `Context::config`.
    #[must_use]
    pub fn section<S: Section>(mut self) -> Self {
        self.sections.entry(S::NAME).or_default().push(Box::new(check::<S>));
        self
    }

    /// Declares that the service calls another one: its address is checked before anything starts, and
    /// `Context::peer` gives it.
    #[must_use]
    pub fn calls(mut self, peer: &'static str) -> Self {
        let check = move |settings: &Settings| {
            let address = settings.section::<PeersConfig>()?.address_of(peer)?;
            Ok(format!("[{}]\n{peer}: {}:{}\n", PeersConfig::NAME, address.host, address.port))
        };
        self.sections.entry(PeersConfig::NAME).or_default().push(Box::new(check));
        self
    }

    /// Adds subcommands, such as `profile admin create`. `run` gets the same context as the service, without the
    /// two listeners; its log goes to stderr, so that stdout is its answer.
    #[must_use]
    pub fn commands<C, F, Fut>(mut self, run: F) -> Self
    where
        C: Subcommand,
        F: FnOnce(C, Context) -> Fut + Send + 'static,
        Fut: Future<Output = anyhow::Result<()>> + Send + 'static,
    {
        let run: Commanded = Box::new(|arguments, context| match C::from_arg_matches(&arguments) {
            Ok(command) => Box::pin(run(command, context)),
            Err(error) => Box::pin(async { Err(error).context("command line") }),
        });
        self.commands = Some(Commands { augment: C::augment_subcommands, run });
        self
    }

    /// Checks every section, so that all that is wrong is said at once.
    pub(crate) fn check(&self, settings: &Settings) -> Result<Vec<String>, Vec<ConfigError>> {
        let checked = self.sections.values().flatten().map(|check| check(settings));
        let (right, wrong): (Vec<_>, Vec<_>) = checked.partition(Result::is_ok);
        match wrong.is_empty() {
            true => Ok(right.into_iter().filter_map(Result::ok).collect()),
            false => Err(wrong.into_iter().filter_map(Result::err).collect()),
        }
    }

    fn command_line(&self) -> Command {
        let check = clap::Arg::new("check-config")
            .long("check-config")
            .action(clap::ArgAction::SetTrue)
            .help("Check the configuration, print it without its secrets, and leave");
        let healthy = clap::Arg::new("healthy")
            .long("healthy")
            .action(clap::ArgAction::SetTrue)
            .help("Ask the instance of this configuration whether it is ready, and leave: 0 when it is");
        let command = Command::new(self.name).version(self.version).arg(check).arg(healthy);
        match &self.commands {
            Some(commands) => (commands.augment)(command),
            None => command,
        }
    }

    /// Reads the command line; `--help`, `--version` and mistakes end the process here.
    pub(crate) fn task(self) -> Task {
        let arguments = self.command_line().get_matches();
        match (arguments.get_flag("check-config"), arguments.subcommand_name(), self.commands) {
            (true, ..) => Task::CheckConfig,
            _ if arguments.get_flag("healthy") => Task::Healthy,
            (false, Some(_), Some(commands)) => {
                Task::Command(Box::new(|context| (commands.run)(arguments, context)))
            }
            _ => Task::Serve(self.start),
        }
    }
}

fn check<S: Section>(settings: &Settings) -> Result<String, ConfigError> {
    settings.section::<S>().map(|section| format!("[{}]\n{section:#?}\n", S::NAME))
}
