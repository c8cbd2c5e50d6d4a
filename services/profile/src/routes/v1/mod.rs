//! The frozen contract of the clients already out: no device binding, no ids made by the caller. The same commands.

mod list_products;
mod log_in;
mod log_out;
mod refresh;
mod register;
mod show_me;
mod tokens_view;

use crate::App;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::v1::Retirement;

/// A year and a half for the clients to move.
pub(super) const RETIREMENT: Retirement =
    Retirement { deprecated: midnight(2026, 7, 1), sunset: midnight(2027, 12, 31) };

const fn midnight(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date.and_time(NaiveTime::MIN).and_utc(),
        None => panic!("a date of the calendar"),
    }
}

pub(super) fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(register::register))
        .routes(routes!(log_in::log_in))
        .routes(routes!(refresh::refresh))
        .routes(routes!(log_out::log_out))
        .routes(routes!(show_me::show_me))
        .routes(routes!(list_products::list_products))
}
