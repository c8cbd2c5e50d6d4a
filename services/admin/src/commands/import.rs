//! Content files into drafts.

use super::{AT_ONCE, Done};
use crate::{
    App,
    domain::{
        content::{Content, topic_name},
        errand::{Import, Imported},
        file::Fault,
        item::{Editor, Item},
        pack::{self, FileFault, NamedFile, Pack},
        placing::{Difference, Placed, Standing},
    },
    store::items,
};
use anyhow::Context;
use documents::{Change, Created, Error, Filter, Fingerprint};
use futures::{StreamExt, TryStreamExt, stream};
use ids::{ContentId, ImportId};
use std::{collections::HashMap, sync::Arc};
use web::{ApiError, ApiResult, FieldError};

/// The files of one import, shared with the thread that reads them.
pub type Files = Arc<[NamedFile]>;

/// What an import would do: everything that is wrong with the files, or what happens to each item.
pub type Preview = Result<Vec<Difference>, Vec<FileFault>>;

/// Looks what an import of `files` would do, and does nothing.
///
/// # Errors
/// The store.
pub async fn preview(app: &App, files: Files) -> ApiResult<Preview> {
    let placed = match read(files).await? {
        Ok(pack) => place(app, pack).await?,
        Err(faults) => return Ok(Err(faults)),
    };
    let faults = faults_of(&placed);
    if !faults.is_empty() {
        return Ok(Err(faults));
    }
    let differences = placed.iter().map(Placed::differences).collect::<Result<Vec<_>, _>>();
    Ok(Ok(differences.map_err(ApiError::internal)?.into_iter().flatten().collect()))
}

/// Applies `files` as drafts, all or none: files with a fault are refused, and an import that was cut off in the middle
/// is finished by its repeat.
///
/// # Errors
/// 409 when the id was used for other files, 422 with every fault.
pub async fn import(app: &App, id: ImportId, files: Files, editor: Editor) -> ApiResult<Done<Vec<Imported>>> {
    let request = fingerprint(Arc::clone(&files), editor).await?;
    let begun = app.imports.get(id).await?.is_some();
    let placed = match read(files).await? {
        Ok(pack) => Ok(place(app, pack).await?),
        Err(faults) => Err(faults),
    };
    // What was right when an import began is finished, whatever came between.
    if !begun {
        let faults = placed.as_ref().map_or_else(Clone::clone, |placed| faults_of(placed));
        if !faults.is_empty() {
            return Err(refusal(faults));
        }
    }
    let (first_time, errand) = match begin(app, id, request, editor).await? {
        Created::Now(errand) => (true, errand),
        Created::Before(errand) => (false, errand),
    };
    if let Some(answer) = errand.into_state().outcome {
        return Ok(Done { first_time: false, answer });
    }
    let outcome = apply(app, id, placed.map_err(refusal)?, editor).await?;
    let answer = finish(app, id, &outcome).await?;
    Ok(Done { first_time, answer })
}

/// Reads the files on a thread of their own: 20 MiB take a while.
async fn read(files: Files) -> ApiResult<Result<Pack, Vec<FileFault>>> {
    let read = tokio::task::spawn_blocking(move || pack::read(&files)).await;
    Ok(read.context("reading content files")?)
}

async fn fingerprint(files: Files, editor: Editor) -> ApiResult<Fingerprint> {
    let digest = tokio::task::spawn_blocking(move || Fingerprint::of(&(editor.id, &*files))).await;
    Ok(digest.context("digesting content files")??)
}

async fn begin(
    app: &App,
    id: ImportId,
    request: Fingerprint,
    editor: Editor,
) -> Result<Created<Import>, Error> {
    let errand = Import { id, by: editor.id, begun_at: editor.at, outcome: None };
    app.imports.create(request, || Change::of(errand)).await
}

/// The files, each beside what is there of its topic.
async fn place(app: &App, pack: Pack) -> ApiResult<Vec<Placed>> {
    let names: Vec<_> =
        pack.files.iter().map(|file| topic_name(&file.topic.slug, file.topic.level)).collect();
    let topics = items::named(app, &names).await?;
    let topics: HashMap<_, _> = topics.into_iter().map(|topic| (topic.name.clone(), topic.id)).collect();

    let mut placed = Vec::new();
    for (file, name) in pack.files.into_iter().zip(names) {
        let topic_id = topics.get(&name).map_or_else(|| Standing::of_new(&file), |id| (*id).into());
        let items = items::of_topic(app, topic_id).await?;
        let items = items.into_iter().map(documents::Stored::into_state).collect();
        placed.push(Standing { topic_id, items }.place(file));
    }
    Ok(placed)
}

fn faults_of(placed: &[Placed]) -> Vec<FileFault> {
    let faults = placed.iter().enumerate().flat_map(|(index, placed)| {
        let file_fault =
            move |fault: &Fault| FileFault { index, file: placed.name.clone(), fault: fault.clone() };
        placed.faults.iter().map(file_fault)
    });
    faults.collect()
}

async fn apply(app: &App, import: ImportId, placed: Vec<Placed>, editor: Editor) -> ApiResult<Vec<Imported>> {
    let contents = placed.into_iter().flat_map(|placed| placed.contents);
    let writes = contents.map(|(id, content)| write(app.clone(), id, content, import, editor));
    stream::iter(writes).buffered(AT_ONCE).try_collect().await
}

async fn write(
    app: App,
    id: ContentId,
    content: Content,
    import: ImportId,
    editor: Editor,
) -> ApiResult<Imported> {
    let unwritten = || Item::unwritten(id, content.clone(), editor.at);
    let rule = |item: Item| item.take_over(content.clone(), import, editor);
    let item = app.items.change_or_create(id, Filter::any(), unwritten, rule).await?;
    bus::failpoint::step("admin.import.written");
    Ok(Imported::of(&*item.context("an item that was written is there")?, import))
}

async fn finish(app: &App, id: ImportId, outcome: &[Imported]) -> ApiResult<Vec<Imported>> {
    let rule = |errand: Import| errand.finish(outcome);
    let errand = app.imports.change(id, Filter::any(), rule).await.map_err(Error::of_change)?;
    let finished = errand.and_then(|errand| errand.into_state().outcome);
    Ok(finished.context("an import that was begun is there")?)
}

/// Every fault, at the file that it is in.
fn refusal(faults: Vec<FileFault>) -> ApiError {
    let errors = faults.into_iter().map(|FileFault { index, file, fault }| {
        let Fault { line, path, code, message } = fault;
        let place = if path.is_empty() { format!("{file}:{line}") } else { format!("{file}:{line} {path}") };
        FieldError::new(format!("/files/{index}/text"), code, format!("{place}: {message}"))
    });
    ApiError::invalid(errors.collect())
}
