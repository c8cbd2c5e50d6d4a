//! The `bus` tool: parked keys, dead letters and lag, for operators.

use std::{
    io::{self, Write},
    process::ExitCode,
};

#[tokio::main]
async fn main() -> ExitCode {
    match bus::cli::run(std::env::args_os(), &mut io::stdout()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nowhere is left to tell that standard error is closed.
            drop(writeln!(io::stderr(), "bus: {error:#}"));
            ExitCode::FAILURE
        }
    }
}
