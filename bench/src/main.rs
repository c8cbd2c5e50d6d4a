//! `make bench`.

use anyhow::{Result, bail};
use bench::{Scale, Size, Table, measures};
use clap::Parser;
use std::{
    io::{Write, stderr, stdout},
    net::SocketAddr,
    process::ExitCode,
    time::Instant,
};

/// Measures the fleet against bare baselines, in the same run, and prints one table.
#[derive(Parser)]
struct Arguments {
    /// Only these measures, separated by commas: visible, relay, access, answer, session, store, monday, sync, identity, log-out,
    /// personal, rewrap, idle.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Take a few samples of everything, to see that it runs; the table says nothing then.
    #[arg(long)]
    smoke: bool,
    #[command(flatten)]
    scale: Scale,
    #[command(subcommand)]
    role: Option<Role>,
}

#[derive(clap::Subcommand)]
enum Role {
    /// The baseline of `idle`: answers /health/ready and does nothing else.
    #[command(hide = true)]
    ServeBare {
        /// Where.
        listen: SocketAddr,
    },
    /// A process of `monday`: opens the weeks that are asked for, and ends.
    #[command(hide = true)]
    OpenWeeks {
        /// In this database.
        database: String,
    },
}

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match arguments.role {
            Some(Role::ServeBare { listen }) => {
                bench::serve_bare(listen).await?;
                Ok(ExitCode::SUCCESS)
            }
            Some(Role::OpenWeeks { database }) => {
                bench::open_weeks(&database).await?;
                Ok(ExitCode::SUCCESS)
            }
            None => measure(&arguments).await,
        }
    })
}

/// Fails when something could not be measured, and not when it is slow.
async fn measure(arguments: &Arguments) -> Result<ExitCode> {
    if let Some(unknown) =
        arguments.only.iter().find(|name| !measures::ALL.iter().any(|measure| measure.name == **name))
    {
        bail!("there is no measure called {unknown}");
    }
    let size = if arguments.smoke { Size::Smoke } else { Size::Full(arguments.scale) };
    let wanted = |name: &str| arguments.only.is_empty() || arguments.only.iter().any(|only| only == name);
    let (mut table, mut failed) = (Table::default(), Vec::new());
    for measure in measures::ALL.iter().filter(|measure| wanted(measure.name)) {
        let began = Instant::now();
        writeln!(stderr(), "  ...  {}: {}", measure.name, measure.about)?;
        match measure.take(size).await {
            Ok(figures) => figures.iter().for_each(|figure| table.add(figure)),
            Err(error) => failed.push(format!("{} could not be measured: {error:#}", measure.name)),
        }
        writeln!(stderr(), "  ok   {} took {} s", measure.name, began.elapsed().as_secs())?;
    }
    let samples = if arguments.smoke { " (a smoke run: too few samples for any figure)" } else { "" };
    write!(
        stdout(),
        "\nEach figure is the median of its rounds, with the least and the most{samples}.\n\n{table}"
    )?;
    for failure in &failed {
        writeln!(stderr(), "{failure}")?;
    }
    Ok(if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
