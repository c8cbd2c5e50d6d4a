//! HTTP: parse, call a command, answer.

mod fields;
mod internal;
mod origin;
mod platform;
mod role_name;
mod status_name;
mod v1;
mod v2;

use crate::App;
use web::Api;

pub use role_name::RoleName;
pub use status_name::StatusName;

/// Every operation of the service.
pub fn api() -> Api<App> {
    Api::new("profile")
        .v1(v1::operations())
        .v2(v2::operations())
        .open(v2::open_operations())
        .internal(internal::operations())
}
