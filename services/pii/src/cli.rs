//! Commands of an operator.

use crate::{
    MIGRATOR, NAME,
    commands::verify_audit::{Break, verify_audit},
};
use boot::Context;
use clap::Subcommand;
use foundation::PostgresConfig;
use std::io::Write;

/// What an operator can ask of pii.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Applies the migrations of this release, as the role that owns the schema.
    Migrate,
    /// Checks that the access log is what it was when it was written.
    VerifyAudit,
}

/// Does what is asked.
///
/// # Errors
/// The store; or, from `verify-audit`, a chain that does not hold.
pub async fn run(command: Command, context: Context) -> anyhow::Result<()> {
    let config = context.config::<PostgresConfig>()?;
    match command {
        Command::Migrate => config.migrate(NAME, &MIGRATOR).await,
        Command::VerifyAudit => {
            let found = verify_audit(&config.pool(NAME)?).await?;
            let mut answer = std::io::stdout().lock();
            writeln!(answer, "{} links hold", found.links)?;
            for Break { chain, position } in &found.breaks {
                writeln!(answer, "chain {chain} breaks at position {position}")?;
            }
            anyhow::ensure!(found.breaks.is_empty(), "the access log was changed");
            Ok(())
        }
    }
}
