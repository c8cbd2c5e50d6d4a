//! One step of one item.

use super::Done;
use crate::{
    App,
    domain::item::{Cause, Editor, Entry, Intent, Item, Refusal},
};
use anyhow::Context;
use documents::{ChangeError, Error, Filter};
use ids::ContentId;
use web::{ApiError, ApiResult, IfMatch};

/// Takes the step, once; the answer is the line that it left in the history.
///
/// # Errors
/// 404 when there is no such item, 409 when it cannot take the step or the id was used for another, 412 when it is no
/// longer what was seen.
pub async fn take_step(
    app: &App,
    id: ContentId,
    intent: &Intent,
    seen: Option<&IfMatch>,
    editor: Editor,
) -> ApiResult<Done<Entry>> {
    let mut first_time = false;
    let rule = |item: Item| {
        let change = item.take(intent, editor)?;
        first_time = !change.is_none();
        Ok::<_, Refusal>(change)
    };
    let is_seen = |rev| seen.is_none_or(|seen| seen.check(rev).is_ok());
    let item = match app.items.change_if(id, Filter::any(), is_seen, rule).await {
        Ok(Some(item)) => item,
        Ok(None) => return Err(ApiError::not_found("item", id)),
        Err(ChangeError::Store(Error::Stale { .. })) => return taken_before(app, id, intent, editor).await,
        Err(error) => return Err(error.into()),
    };
    let answer = entry_of(&item, intent).context("a step leaves a line in the history")?;
    Ok(Done { first_time, answer })
}

/// A revision that has passed may have been passed by this very request; the rule itself says whether it was.
async fn taken_before(app: &App, id: ContentId, intent: &Intent, editor: Editor) -> ApiResult<Done<Entry>> {
    let item = app.items.get(id).await?.ok_or_else(|| ApiError::not_found("item", id))?;
    let answer = match item.into_state().take(intent, editor) {
        Ok(repeat) if repeat.is_none() => entry_of(repeat.state(), intent),
        Err(Refusal::OtherStep) => return Err(Refusal::OtherStep.into()),
        Ok(_) | Err(_) => None,
    };
    Ok(Done { first_time: false, answer: answer.ok_or(ApiError::PreconditionFailed)? })
}

fn entry_of(item: &Item, intent: &Intent) -> Option<Entry> {
    item.caused_by(Cause::Step(intent.id)).next().cloned()
}
