//! The commands of operators: `profile migrate`, `profile admin create`, `profile calibrate`.

mod calibrate;
mod create_admin;
mod migrate;
mod remove_factors;

pub use create_admin::first_admin;

use boot::Context;
use clap::Subcommand;

/// What an operator can do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Bring the schema up to date, as the role that owns it.
    Migrate,
    /// The administrators.
    #[command(subcommand)]
    Admin(AdminCommand),
    /// Propose what a password hash should cost on this machine.
    Calibrate,
}

/// What an operator can do about administrators.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Make the first technical administrator. The password is read from the standard input.
    Create(create_admin::CreateAdmin),
    /// Remove the second factors of an account whose owner lost them, when no other administrator is there to do it.
    RemoveFactors(remove_factors::RemoveFactors),
}

/// Does it.
pub async fn run(command: Command, context: Context) -> anyhow::Result<()> {
    match command {
        Command::Migrate => migrate::migrate(&context).await,
        Command::Admin(AdminCommand::Create(admin)) => create_admin::create_admin(admin, &context).await,
        Command::Admin(AdminCommand::RemoveFactors(whose)) => {
            remove_factors::remove_factors(whose, &context).await
        }
        Command::Calibrate => calibrate::calibrate(&context).await,
    }
}
