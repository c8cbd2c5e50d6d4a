mod challenges;
mod current;
mod log_in;
mod log_out;
mod prove_again;
mod refresh;
