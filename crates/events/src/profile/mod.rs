//! What profile tells: accounts, credentials, clients.

mod accounts;
mod addresses;
mod clients;
mod intake;
mod security;
pub mod v1;

pub use accounts::*;
pub use addresses::*;
pub use clients::*;
pub use intake::*;
pub use security::*;

use crate::Record;

pub(crate) const RECORDS: &[&[Record]] = &[
    accounts::RECORDS,
    v1::RECORDS,
    security::RECORDS,
    addresses::RECORDS,
    clients::RECORDS,
    intake::RECORDS,
];
