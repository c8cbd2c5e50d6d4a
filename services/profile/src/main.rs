use std::process::ExitCode;

fn main() -> ExitCode {
    boot::run(profile::service())
}
