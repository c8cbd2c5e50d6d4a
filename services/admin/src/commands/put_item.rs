//! Create an item, or change its working version.

use super::Done;
use crate::{
    App,
    domain::{
        check::check,
        content::{Content, Word},
        item::{Editor, Item},
    },
    store::items,
};
use documents::{Change, ChangeError, Created, Error, Filter, Fingerprint, Stored};
use events::admin::ContentKind;
use ids::ContentId;
use web::{ApiError, ApiResult, FieldError, IfMatch};

/// Creates the item, or with `seen` changes it.
///
/// # Errors
/// 409 when another item has the name or the item is archived, 412 when it is no longer what was seen, 422 when the
/// content is not right, 428 when it is there already and nothing was seen.
pub async fn put_item(
    app: &App,
    id: ContentId,
    content: Content,
    seen: Option<&IfMatch>,
    editor: Editor,
) -> ApiResult<Done<Stored<Item>>> {
    refuse(faults(app, id, &content).await?)?;
    match seen {
        None => create(app, id, content, editor).await,
        Some(seen) => change(app, id, content, seen, editor).await,
    }
}

async fn create(app: &App, id: ContentId, content: Content, editor: Editor) -> ApiResult<Done<Stored<Item>>> {
    let request = Fingerprint::of(&(editor.id, &content))?;
    match app.items.create(request, || Change::of(Item::new(id, content, editor))).await {
        Ok(Created::Now(answer)) => Ok(Done { first_time: true, answer }),
        Ok(Created::Before(answer)) => Ok(Done { first_time: false, answer }),
        Err(Error::Taken { .. }) => Err(ApiError::PreconditionRequired),
        Err(Error::Duplicate { .. }) => Err(name_taken()),
        Err(error) => Err(error.into()),
    }
}

fn name_taken() -> ApiError {
    ApiError::conflict("name-taken", "Another item has this slug and level, or this topic and key.")
}

async fn change(
    app: &App,
    id: ContentId,
    content: Content,
    seen: &IfMatch,
    editor: Editor,
) -> ApiResult<Done<Stored<Item>>> {
    let rule = |item: Item| item.edit(content.clone(), editor);
    match app.items.change_if(id, Filter::any(), |rev| seen.check(rev).is_ok(), rule).await {
        Ok(Some(answer)) => Ok(Done { first_time: false, answer }),
        Ok(None) => Err(ApiError::PreconditionFailed),
        Err(ChangeError::Store(Error::Stale { .. })) => changed_before(app, id, &content).await,
        Err(error) => Err(error.into()),
    }
}

/// A revision that has passed may have been passed by this very request.
async fn changed_before(app: &App, id: ContentId, content: &Content) -> ApiResult<Done<Stored<Item>>> {
    let now = app.items.get(id).await?.filter(|item| item.content == *content);
    let answer = now.ok_or(ApiError::PreconditionFailed)?;
    Ok(Done { first_time: false, answer })
}

/// What is wrong with the content by itself, and beside what is there.
async fn faults(app: &App, id: ContentId, content: &Content) -> ApiResult<Vec<FieldError>> {
    let misfits = check(content).into_iter();
    let mut faults: Vec<_> = misfits
        .map(|misfit| FieldError::new(misfit.pointer, misfit.wrong.code, misfit.wrong.message))
        .collect();
    if let Content::Word(word) = content {
        faults.extend(faults_in_topic(app, id, word).await?);
    }
    Ok(faults)
}

async fn faults_in_topic(app: &App, id: ContentId, word: &Word) -> ApiResult<Vec<FieldError>> {
    let topic = app.items.get(word.topic_id.into()).await?.filter(|topic| topic.kind == ContentKind::Topic);
    let Some(topic) = topic else {
        return Ok(vec![FieldError::new("/word/topicId", "unknown-topic", "There is no such topic.")]);
    };
    let mut faults = Vec::new();
    if topic.content.level() != word.level {
        let message = format!("The topic is taught at {}.", topic.content.level());
        faults.push(FieldError::new("/word/level", "other-level", message));
    }
    if items::lemma_is_taken(app, word.topic_id, &word.lemma, id).await? {
        let message = "Another word of the topic has this lemma.";
        faults.push(FieldError::new("/word/lemma", "duplicate-lemma", message));
    }
    Ok(faults)
}

fn refuse(faults: Vec<FieldError>) -> ApiResult<()> {
    if faults.is_empty() { Ok(()) } else { Err(ApiError::invalid(faults)) }
}
