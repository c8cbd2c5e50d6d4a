use crate::{App, commands::delete_removed::KEPT_FOR, domain::word::OwnWord, routes::view::WordView};
use access::Student;
use axum::extract::State;
use bson::doc;
use documents::{Filter, Listing, Position, Stored};
use ids::UserId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Limit, Page, Query, Timestamp};

/// Which removed words.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct RemovalsQuery {
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// A word that can still be taken back.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RemovalView {
    /// The word, as it was.
    word: WordView,
    /// When it is deleted for good.
    kept_until: Timestamp,
}

impl RemovalView {
    fn of(word: &Stored<OwnWord>) -> Option<Self> {
        let kept_until = (word.removed_at? + KEPT_FOR).into();
        Some(Self { word: WordView::of(word), kept_until })
    }
}

/// Removed words that another has not taken over.
fn removed(student: UserId) -> Filter {
    let removed = Filter::eq("student_id", student).and_eq("removed", true);
    removed.and(doc! { "merged_into": { "$exists": false } })
}

/// The removed words that can still be taken back, the last removed first.
///
/// Permission: student, own words. A word comes back by `POST /words/{wordId}/restorations`.
#[utoipa::path(
    get,
    path = "/removals",
    params(RemovalsQuery),
    responses((status = 200, description = "A page of removed words.", body = Page<RemovalView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_removals(
    State(app): State<App>,
    student: Student,
    Query(query): Query<RemovalsQuery>,
) -> ApiResult<Page<RemovalView>> {
    let scope = format!("removals/{}", student.id);
    let after: Option<Position> = query.cursor.map(|cursor| app.cursors.open(&scope, &cursor)).transpose()?;
    let limit = u32::try_from(query.limit.get()).unwrap_or(u32::MAX);
    let listing = Listing::of(removed(student.id)).descending("removed_at").after(after).limit(limit);
    let words = app.words.list(listing).await?;
    let next_cursor = words.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;

    Ok(Page { items: words.items.iter().filter_map(RemovalView::of).collect(), next_cursor })
}
