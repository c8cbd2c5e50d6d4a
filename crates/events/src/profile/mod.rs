//! What profile tells: accounts, credentials, clients.

mod accounts;
mod clients;
mod intake;
mod security;
pub mod v1;

pub use accounts::*;
pub use clients::*;
pub use intake::*;
pub use security::*;

use crate::Record;

pub(crate) const RECORDS: &[&[Record]] =
    &[accounts::RECORDS, v1::RECORDS, security::RECORDS, clients::RECORDS, intake::RECORDS];
