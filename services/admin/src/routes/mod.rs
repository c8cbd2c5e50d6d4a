//! HTTP: parse, call, answer.

mod announcement;
pub mod v2;
pub(crate) mod view;

use crate::App;
use web::Api;

/// Every operation of admin.
pub fn api() -> Api<App> {
    Api::new("admin").v2(v2::operations())
}
