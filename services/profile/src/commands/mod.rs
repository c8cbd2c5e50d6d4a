//! What can be done: one command a file. v1 and v2 parse their own requests and give the same command.

mod begin_enrolment;
mod change_client_policy;
mod change_role;
mod confirm_enrolment;
mod link_teacher;
mod log_in;
mod log_out;
mod open_session;
mod pass_challenge;
mod prove_again;
mod refresh;
mod register;
mod remove_totp;
mod renew_recovery_codes;
mod second_factor;
mod tokens;
mod unlink_teacher;

pub use begin_enrolment::{Beginning, Enrolment, begin_enrolment, enrol_in_challenge};
pub use change_client_policy::change_client_policy;
pub use change_role::change_role;
pub use confirm_enrolment::confirm_enrolment;
pub use link_teacher::{Linked, link_teacher};
pub use log_in::{Challenged, LogIn, LoggedIn, log_in};
pub use log_out::{log_out, log_out_with};
pub use pass_challenge::{Answer, pass_challenge};
pub use prove_again::{Proof, Proved, prove_again};
pub use refresh::refresh;
pub use register::{Registering, register};
pub use remove_totp::remove_totp;
pub use renew_recovery_codes::{RecoveryCodes, renew_recovery_codes};
pub use tokens::Tokens;
pub use unlink_teacher::unlink_teacher;
