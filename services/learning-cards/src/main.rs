use std::process::ExitCode;

fn main() -> ExitCode {
    boot::run(learning_cards::service())
}
