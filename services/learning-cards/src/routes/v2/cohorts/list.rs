use super::view::CohortSummary;
use crate::App;
use access::Student;
use axum::extract::State;
use documents::{Filter, Listing, Position};
use serde::Deserialize;
use utoipa::IntoParams;
use web::{ApiResult, Limit, Page, Query};

/// Which cohorts.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct CohortsQuery {
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// The student's weeks, the latest first.
#[utoipa::path(
    get,
    path = "/cohorts",
    params(CohortsQuery),
    responses((status = 200, description = "A page of cohorts.", body = Page<CohortSummary>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_cohorts(
    State(app): State<App>,
    student: Student,
    Query(query): Query<CohortsQuery>,
) -> ApiResult<Page<CohortSummary>> {
    let scope = format!("cohorts/{}", student.id);
    let after: Option<Position> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let limit = u32::try_from(query.limit.get()).unwrap_or(u32::MAX);
    let listing =
        Listing::of(Filter::eq("student_id", student.id)).descending("week").after(after).limit(limit);
    let cohorts = app.cohorts.list(listing).await?;
    let next_cursor = cohorts.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;

    Ok(Page {
        items: cohorts.items.iter().map(|cohort| CohortSummary::from(&cohort.state)).collect(),
        next_cursor,
    })
}
