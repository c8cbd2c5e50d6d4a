use std::process::ExitCode;

fn main() -> ExitCode {
    boot::run(thematic_cards::service())
}
