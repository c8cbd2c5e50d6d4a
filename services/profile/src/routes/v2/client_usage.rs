use crate::{
    App, Failure,
    store::client_usage::{self, ClientUsage},
};
use access::TechnicalAdmin;
use axum::extract::State;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU8;
use utoipa::{IntoParams, ToSchema};
use web::{Json, Query};

/// How far back.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Period {
    /// Days, today among them.
    #[serde(default = "a_month")]
    #[param(value_type = u8, minimum = 1, maximum = 255, example = 30)]
    days: NonZeroU8,
}

const fn a_month() -> NonZeroU8 {
    const { NonZeroU8::new(30).expect("thirty days") }
}

/// Which clients called.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientUsageList {
    items: Vec<ClientUsageView>,
}

/// How often a client called.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ClientUsageView {
    /// The version of the API. When nothing stands here for `v1`, its last client is gone.
    #[schema(example = "v1")]
    api: String,
    #[schema(example = "web/1.4.0")]
    client: String,
    /// Requests that succeeded.
    #[schema(example = 1024)]
    requests: i64,
    /// The last day that it called.
    last_day: NaiveDate,
}

/// Which client versions are in use, and who still calls v1.
///
/// As profile sees it: every client logs in and refreshes here. Counted by the minute, kept by the day.
#[utoipa::path(
    get,
    path = "/client-usage",
    params(Period),
    responses((status = 200, body = ClientUsageList)),
    security(("accessToken" = ["technical_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn show_client_usage(
    State(app): State<App>,
    _: TechnicalAdmin,
    Query(period): Query<Period>,
) -> Result<Json<ClientUsageList>, Failure> {
    let before_today = Days::new(u64::from(period.days.get() - 1));
    let today = app.now().date_naive();
    let first_day = today.checked_sub_days(before_today).unwrap_or(today);
    let found = client_usage::since(&mut *app.connection().await?, first_day).await?;
    Ok(Json(ClientUsageList { items: found.into_iter().map(ClientUsageView::from).collect() }))
}

impl From<ClientUsage> for ClientUsageView {
    fn from(usage: ClientUsage) -> Self {
        Self { api: usage.api, client: usage.client, requests: usage.requests, last_day: usage.last_day }
    }
}
