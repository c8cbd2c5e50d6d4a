use crate::{
    App,
    domain::{item::Item, status::Status},
    routes::view::Kind,
};
use access::EducationalAdmin;
use axum::extract::State;
use documents::{Filter, Listing, Position};
use events::{Level, admin::ContentKind};
use ids::{ContentId, TopicId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{ApiResult, Limit, Page, Query, Timestamp};

/// Which items.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(rename_all = "camelCase")]
#[into_params(parameter_in = Query)]
pub(crate) struct ItemsQuery {
    /// Only this kind.
    #[param(inline)]
    kind: Option<Kind>,
    /// Only those whose working version is here.
    status: Option<Status>,
    /// Only this topic and its words.
    topic_id: Option<TopicId>,
    /// How many at once.
    #[serde(default)]
    limit: Limit,
    /// Where to go on.
    cursor: Option<String>,
}

/// An item in a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ItemSummary {
    /// The item.
    item_id: ContentId,
    /// What kind it is.
    kind: ContentKind,
    /// The topic that it is, or belongs to.
    topic_id: TopicId,
    /// A topic's name in Dutch, a word's lemma.
    #[schema(example = "brood")]
    title: String,
    /// Its level.
    level: Level,
    /// Where the working version is.
    status: Status,
    /// The last version number that was given to students; 0 before the first.
    version: i64,
    /// Whether students see a version of it now.
    live: bool,
    /// When something was last done with it.
    updated_at: Timestamp,
}

impl From<&Item> for ItemSummary {
    fn from(item: &Item) -> Self {
        Self {
            item_id: item.id,
            kind: item.kind,
            topic_id: item.topic_id,
            title: item.title.clone(),
            level: item.content.level(),
            status: item.status,
            version: item.version,
            live: item.live,
            updated_at: item.updated_at.into(),
        }
    }
}

impl ItemsQuery {
    fn filter(&self) -> Filter {
        let mut filter = Filter::any();
        if let Some(kind) = self.kind {
            filter = filter.and_eq("kind", ContentKind::from(kind));
        }
        if let Some(status) = self.status {
            filter = filter.and_eq("status", status);
        }
        if let Some(topic) = self.topic_id {
            filter = filter.and_eq("topic_id", topic);
        }
        filter
    }

    /// Names the list: a cursor of one selection leads nowhere in another.
    fn scope(&self) -> String {
        format!("items/{:?}/{:?}/{:?}", self.kind, self.status, self.topic_id)
    }
}

/// List items, by title.
#[utoipa::path(
    get,
    path = "/items",
    params(ItemsQuery),
    responses((status = 200, description = "A page of items.", body = Page<ItemSummary>)),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn list_items(
    State(app): State<App>,
    _: EducationalAdmin,
    Query(query): Query<ItemsQuery>,
) -> ApiResult<Page<ItemSummary>> {
    let scope = query.scope();
    let after: Option<Position> =
        query.cursor.as_ref().map(|cursor| app.cursors.open(&scope, cursor)).transpose()?;
    let limit = query.limit.get() as u32;
    let listing = Listing::of(query.filter()).ascending("title").after(after).limit(limit);
    let items = app.items.list(listing).await?;

    let next_cursor = items.next.as_ref().map(|next| app.cursors.seal(&scope, next)).transpose()?;
    let items = items.items.iter().map(|item| ItemSummary::from(&item.state)).collect();
    Ok(Page { items, next_cursor })
}
