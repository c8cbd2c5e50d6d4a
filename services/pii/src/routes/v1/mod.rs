//! The frozen contract of the clients already out: no ids made by the caller. The same commands.

mod delete;
mod export;

use crate::App;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use utoipa_axum::{router::OpenApiRouter, routes};
use web::v1::Retirement;

/// As for the other services of the clients that are out.
pub const RETIREMENT: Retirement =
    Retirement { deprecated: midnight(2026, 7, 1), sunset: midnight(2027, 12, 31) };

const fn midnight(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date.and_time(NaiveTime::MIN).and_utc(),
        None => panic!("a date of the calendar"),
    }
}

/// Every operation.
pub fn operations() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(export::export)).routes(routes!(delete::delete))
}
