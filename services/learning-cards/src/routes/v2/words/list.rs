use crate::{
    App,
    domain::entry::words_of,
    routes::view::{StageName, WordView},
    store,
};
use access::Student;
use axum::extract::State;
use documents::{Filter, Listing, Position};
use ids::{UserId, WordListId};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Limit, Page, Query};

/// Words that a search looks for at once.
const MOST_SOUGHT: usize = 5;

/// Which words.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct WordsQuery {
    /// Only those that go through this: `waiting` in the order of the queue is `stage=waiting&sort=queue`, leeches are
    /// `stage=leech`.
    #[param(inline)]
    stage: Option<StageName>,
    /// Only those with this tag.
    tag: Option<String>,
    /// Only those in this list.
    list_id: Option<WordListId>,
    /// Only those with words that begin so, in their forms or meanings.
    q: Option<String>,
    /// In which order; the newest first unless said.
    #[serde(default)]
    #[param(inline)]
    sort: Order,
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// An order of words.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
pub(crate) enum Order {
    /// The newest first.
    #[default]
    #[serde(rename = "-addedAt")]
    Newest,
    /// The oldest first.
    #[serde(rename = "addedAt")]
    Oldest,
    /// By the alphabet, without articles.
    #[serde(rename = "lemma")]
    Lemma,
    /// As the queue gives them.
    #[serde(rename = "queue")]
    Queue,
}

impl WordsQuery {
    fn filter(&self, student: UserId) -> Filter {
        let mut filter = store::words::kept(student);
        if let Some(stage) = self.stage {
            filter = filter.and_eq("progress.stage", stage.as_str());
        }
        if let Some(tag) = &self.tag {
            filter = filter.and_eq("tags", tag);
        }
        if let Some(list) = self.list_id {
            filter = filter.and_eq("lists", list);
        }
        let sought = self.q.iter().flat_map(|q| words_of(q)).take(MOST_SOUGHT);
        sought.fold(filter, |filter, word| {
            filter.and(bson::doc! { "search": { "$regex": format!("^{}", regex::escape(&word)) } })
        })
    }

    fn listing(&self, student: UserId) -> Listing {
        let listing = Listing::of(self.filter(student));
        match self.sort {
            Order::Newest => listing.descending("added_at"),
            Order::Oldest => listing.ascending("added_at"),
            Order::Lemma => listing.ascending("key"),
            Order::Queue => listing.ascending("rank"),
        }
    }

    /// Names the list: a cursor of one selection leads nowhere in another.
    fn scope(&self, student: UserId) -> String {
        format!(
            "words/{student}/{:?}/{:?}/{:?}/{:?}/{:?}",
            self.stage, self.tag, self.list_id, self.q, self.sort
        )
    }
}

/// The words of the own dictionary.
#[utoipa::path(
    get,
    path = "/words",
    params(WordsQuery),
    responses((status = 200, description = "A page of words.", body = Page<WordView>)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_words(
    State(app): State<App>,
    student: Student,
    Query(query): Query<WordsQuery>,
) -> ApiResult<Page<WordView>> {
    let scope = query.scope(student.id);
    let after: Option<Position> =
        query.cursor.as_ref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let limit = u32::try_from(query.limit.get()).unwrap_or(u32::MAX);
    let words = app.words.list(query.listing(student.id).after(after).limit(limit)).await?;
    let next_cursor = words.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;

    Ok(Page { items: words.items.iter().map(WordView::of).collect(), next_cursor })
}
