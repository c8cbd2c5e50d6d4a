use std::process::ExitCode;

fn main() -> ExitCode {
    boot::run(admin::service())
}
