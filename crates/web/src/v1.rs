//! What only the first version of the API has: flat errors, pages by number, and an end.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, LINK};
use http::{HeaderName, HeaderValue};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use crate::error::{Problem, Told};
use crate::page::bounded;
use crate::{ApiVersion, Json};

/// Since when a version should not be used any more (RFC 9745).
pub const DEPRECATION: HeaderName = HeaderName::from_static("deprecation");

/// From when a version may answer no more (RFC 8594).
pub const SUNSET: HeaderName = HeaderName::from_static("sunset");

/// An error as the clients of v1 know it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FlatError {
    /// The last part of the problem's type.
    #[schema(example = "not-found")]
    pub error: String,
    /// What to show.
    #[schema(example = "There is no topic 0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10.")]
    pub message: String,
}

impl FlatError {
    pub(crate) fn of(problem: &Problem) -> Self {
        Self { error: problem.code().to_owned(), message: problem.detail.clone().into_owned() }
    }
}

/// Gives every refusal of a v1 path its flat shape, whoever refused; status and headers stay.
pub(crate) async fn flatten(request: Request, next: Next) -> Response {
    let first = is_first(&request);
    let response = next.run(request).await;
    match response.extensions().get::<Told>() {
        Some(told) if first => {
            let flat = FlatError::of(&told.0);
            with_body(response, flat)
        }
        _ => response,
    }
}

fn is_first(request: &Request) -> bool {
    request.uri().path().starts_with(ApiVersion::V1.prefix())
}

fn with_body(response: Response, flat: FlatError) -> Response {
    let (mut head, _) = response.into_parts();
    head.headers.remove(CONTENT_LENGTH);
    head.headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    Response::from_parts(head, Json(flat).into_response().into_body())
}

/// When v1 was given up, and when it ends: in every service of the fleet, since a client that must move calls them all.
pub const RETIREMENT: Retirement =
    Retirement { deprecated: midnight(2026, 7, 1), sunset: midnight(2027, 12, 31) };

/// When v1 was given up, and when it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retirement {
    /// Since when it should not be used any more.
    pub deprecated: DateTime<Utc>,
    /// From when it may answer no more.
    pub sunset: DateTime<Utc>,
}

const fn midnight(year: i32, month: u32, day: u32) -> DateTime<Utc> {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date.and_time(NaiveTime::MIN).and_utc(),
        None => panic!("a date of the calendar"),
    }
}

/// `Deprecation`, `Sunset` and the successor, ready to be added to answers.
#[derive(Clone)]
pub(crate) struct RetirementHeaders([(HeaderName, HeaderValue); 3]);

impl RetirementHeaders {
    pub(crate) fn new(service: &str) -> Self {
        let value = |text: String| HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static(""));
        Self([
            (DEPRECATION, value(format!("@{}", RETIREMENT.deprecated.timestamp()))),
            (SUNSET, value(RETIREMENT.sunset.format("%a, %d %b %Y %H:%M:%S GMT").to_string())),
            (LINK, value(format!("</api/v2/{service}>; rel=\"successor-version\""))),
        ])
    }
}

/// Says on every answer to a v1 path that v1 ends, whoever answers.
pub(crate) async fn announce_end(
    State(RetirementHeaders(headers)): State<RetirementHeaders>,
    request: Request,
    next: Next,
) -> Response {
    let first = is_first(&request);
    let mut response = next.run(request).await;
    if first {
        response.headers_mut().extend(headers);
    }
    response
}

/// The number of a page, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToSchema)]
#[schema(value_type = u32, minimum = 1, maximum = 100_000, default = 1, example = 1)]
pub struct PageNumber(u32);

impl Default for PageNumber {
    fn default() -> Self {
        Self(1)
    }
}

impl<'de> Deserialize<'de> for PageNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bounded(deserializer, 1, 100_000).map(Self)
    }
}

/// How many items a page holds: 1 to 100, 20 unless said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ToSchema)]
#[schema(value_type = u32, minimum = 1, maximum = 100, default = 20, example = 20)]
pub struct PerPage(u32);

impl Default for PerPage {
    fn default() -> Self {
        Self(20)
    }
}

impl<'de> Deserialize<'de> for PerPage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        bounded(deserializer, 1, 100).map(Self)
    }
}

/// `?page=2&perPage=20`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, utoipa::IntoParams)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// The number of the page, from 1.
    #[param(value_type = Option<PageNumber>)]
    pub page: PageNumber,
    /// Items a page.
    #[param(value_type = Option<PerPage>)]
    pub per_page: PerPage,
}

impl Paging {
    /// How many items come before the page.
    pub fn offset(self) -> u64 {
        u64::from(self.page.0 - 1) * u64::from(self.per_page.0)
    }

    /// How many items the page may hold.
    pub fn limit(self) -> u64 {
        u64::from(self.per_page.0)
    }

    /// The page that was asked for.
    pub fn page<T>(self, items: Vec<T>, total: u64) -> NumberedPage<T> {
        NumberedPage { items, page: self.page.0, per_page: self.per_page.0, total }
    }
}

/// A page by number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct NumberedPage<T> {
    /// The items of the page.
    pub items: Vec<T>,
    /// Its number, from 1.
    pub page: u32,
    /// The most items that a page may hold.
    pub per_page: u32,
    /// Items of all pages.
    pub total: u64,
}

impl<T: Serialize> IntoResponse for NumberedPage<T> {
    fn into_response(self) -> Response {
        Json(self).into_response()
    }
}
