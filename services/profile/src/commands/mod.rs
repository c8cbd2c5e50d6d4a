//! What can be done: one command a file. v1 and v2 parse their own requests and give the same command.

mod change_client_policy;
mod change_role;
mod link_teacher;
mod log_in;
mod log_out;
mod refresh;
mod register;
mod tokens;
mod unlink_teacher;

pub use change_client_policy::change_client_policy;
pub use change_role::change_role;
pub use link_teacher::{Linked, link_teacher};
pub use log_in::{LogIn, log_in};
pub use log_out::{log_out, log_out_with};
pub use refresh::refresh;
pub use register::{Registering, register};
pub use tokens::Tokens;
pub use unlink_teacher::unlink_teacher;
