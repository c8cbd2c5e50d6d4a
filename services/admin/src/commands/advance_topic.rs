//! Steps of a topic and all its words.

use super::{AT_ONCE, Done};
use crate::{
    App,
    domain::{
        errand::{Advanced, TopicSteps},
        item::{Announcement, Editor, Intent, Item},
        status::Step,
    },
    store::items,
};
use anyhow::Context;
use documents::{Change, Created, Error, Filter, Fingerprint};
use events::admin::ContentKind;
use futures::{StreamExt, TryStreamExt, stream};
use ids::{ContentId, StepId, TopicId};
use serde::Serialize;
use std::sync::Arc;
use web::{ApiError, ApiResult};

/// What a topic and its words are to do.
#[derive(Clone, Debug, Serialize)]
pub struct Order {
    /// Made by the client.
    pub id: StepId,
    /// The topic.
    pub topic_id: TopicId,
    /// Each item takes those that it can, in this order.
    pub steps: Vec<Step>,
    /// For publications.
    pub announcement: Announcement,
}

/// Each item takes those of the steps that it can, once, however often the order is repeated; a repeat of an order
/// that was cut off does the rest.
///
/// # Errors
/// 404 when there is no such topic, 409 when the id was used for another order.
pub async fn advance_topic(app: &App, order: &Order, editor: Editor) -> ApiResult<Done<Vec<Advanced>>> {
    let topic = app.items.get(order.topic_id.into()).await?;
    if topic.is_none_or(|item| item.kind != ContentKind::Topic) {
        return Err(ApiError::not_found("topic", order.topic_id));
    }
    let (first_time, errand) = match begin(app, order, editor).await? {
        Created::Now(errand) => (true, errand),
        Created::Before(errand) => (false, errand),
    };
    if let Some(answer) = errand.into_state().outcome {
        return Ok(Done { first_time: false, answer });
    }
    let outcome = advance_all(app, order, editor).await?;
    let answer = finish(app, order.id, &outcome).await?;
    Ok(Done { first_time, answer })
}

async fn begin(app: &App, order: &Order, editor: Editor) -> Result<Created<TopicSteps>, Error> {
    let request = Fingerprint::of(&(editor.id, order))?;
    let Order { id, topic_id, .. } = *order;
    let errand = TopicSteps { id, topic_id, by: editor.id, begun_at: editor.at, outcome: None };
    app.topic_steps.create(request, || Change::of(errand)).await
}

async fn advance_all(app: &App, order: &Order, editor: Editor) -> ApiResult<Vec<Advanced>> {
    let intents: Arc<[Intent]> = order.steps.iter().map(|step| intent(order, *step)).collect();
    let items = items::of_topic(app, order.topic_id).await?;
    // The topic first: whoever shows both at once has somewhere to put the words.
    let (topics, words): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.kind == ContentKind::Topic);
    let ids: Vec<_> = topics.into_iter().chain(words).map(|item| item.id).collect();
    let advances = ids.into_iter().map(|id| advance(app.clone(), id, Arc::clone(&intents), order.id, editor));
    stream::iter(advances).buffered(AT_ONCE).try_collect().await
}

fn intent(order: &Order, step: Step) -> Intent {
    let announcement =
        if step == Step::Publish { order.announcement.clone() } else { Announcement::default() };
    Intent { id: order.id, step, announcement, reason: None }
}

async fn advance(
    app: App,
    id: ContentId,
    intents: Arc<[Intent]>,
    order: StepId,
    editor: Editor,
) -> ApiResult<Advanced> {
    let rule = |item: Item| item.take_those_possible(&intents, editor);
    let item = app.items.change(id, Filter::any(), rule).await.map_err(Error::of_change)?;
    bus::failpoint::step("admin.topic.advanced");
    Ok(Advanced::of(&*item.context("items are never removed")?, order))
}

async fn finish(app: &App, id: StepId, outcome: &[Advanced]) -> ApiResult<Vec<Advanced>> {
    let rule = |errand: TopicSteps| errand.finish(outcome);
    let errand = app.topic_steps.change(id, Filter::any(), rule).await.map_err(Error::of_change)?;
    let finished = errand.and_then(|errand| errand.into_state().outcome);
    Ok(finished.context("an errand that was begun is there")?)
}
