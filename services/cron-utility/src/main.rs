use std::process::ExitCode;

fn main() -> ExitCode {
    boot::run(cron_utility::service())
}
