use super::show::ItemView;
use crate::{
    App,
    commands::put_item,
    domain::content::{Content, Topic, Word},
};
use access::EducationalAdmin;
use axum::{extract::State, http::StatusCode};
use ids::ContentId;
use serde::Deserialize;
use web::{ApiError, ApiResult, IfMatch, Json, Path, Tagged, responses::Conflict};

/// The content of an item. `Content` describes it to clients; this reads it so that a fault has its pointer.
#[derive(Debug, Deserialize)]
pub(crate) struct PutItem {
    topic: Option<Topic>,
    word: Option<Word>,
}

impl PutItem {
    fn parse(self) -> ApiResult<Content> {
        match (self.topic, self.word) {
            (Some(topic), None) => Ok(Content::Topic(topic)),
            (None, Some(word)) => Ok(Content::Word(word)),
            (None, None) => {
                Err(ApiError::invalid_field("", "missing-field", "Expected either `topic` or `word`."))
            }
            (Some(_), Some(_)) => {
                Err(ApiError::invalid_field("/word", "contradiction", "An item is either a topic or a word."))
            }
        }
    }
}

/// Create an item, or change its working version.
///
/// Without `If-Match` it is created, as a draft; with the `ETag` of what was read it is changed, and becomes a draft
/// again. What students see stays as it is until it is published. Safe to repeat.
#[utoipa::path(
    put,
    path = "/items/{itemId}",
    params(
        ("itemId" = ContentId, Path, description = "Made by the client (UUIDv7) for a new item."),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of what the caller has read; absent to create."),
    ),
    request_body = Content,
    responses(
        (
            status = 201,
            description = "Created.",
            body = ItemView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        (
            status = 200,
            description = "Changed, or it was so before.",
            body = ItemView,
            headers(("ETag" = String, description = "Its revision, for `If-Match`.")),
        ),
        Conflict,
    ),
    security(("accessToken" = ["educational_admin"]))
)]
#[tracing::instrument(skip_all, fields(item.id = %item_id))]
pub(crate) async fn put_item(
    State(app): State<App>,
    editor: EducationalAdmin,
    Path(item_id): Path<ContentId>,
    seen: Option<IfMatch>,
    Json(body): Json<PutItem>,
) -> ApiResult<(StatusCode, Tagged<ItemView>)> {
    let editor = app.editor(&editor);
    let put = put_item::put_item(&app, item_id, body.parse()?, seen.as_ref(), editor).await?;
    let status = if put.first_time { StatusCode::CREATED } else { StatusCode::OK };

    Ok((status, ItemView::tagged(put.answer)))
}
