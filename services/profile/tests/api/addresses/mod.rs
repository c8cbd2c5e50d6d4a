mod change;
mod confirm;
mod request_verification;
