//! Words of a file come to the dictionary, all or none, and go again when the student wants so.

use super::Done;
use crate::{
    App,
    domain::{
        context::Context,
        import::{ImportPart, ImportStage, ImportedWord, MOST_WORDS, PART, WordImport},
        row::{Drafts, LineFault, Reader},
        word::{NewWord, OwnWord, Source},
    },
    store::{self, words::Known},
};
use anyhow::Context as _;
use boot::CancellationToken;
use chrono::{DateTime, TimeDelta, Utc};
use decks::{Limits, Mapping, MappingError, NoteType, Package, ReadError, TableShape};
use documents::{Change, Created, Error, Filter, Fingerprint, Listing, MAX_SLICE, Stored};
use events::learning_cards::WordSource;
use futures::{StreamExt, TryStreamExt, stream};
use ids::{UserId, WordContextId, WordImportId};
use serde::Serialize;
use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
    time::Duration,
};
use tokio::time::sleep;
use uuid::Builder;
use web::{ApiError, ApiResult, FieldError};

/// Bytes of a file. As text in a body it is a third longer, which stays within what a body of an import may have.
pub const LARGEST_FILE: usize = 14 << 20;
/// Words that are written at once.
const AT_ONCE: usize = 8;
/// An import that is under way is left to whoever asked for it: longer than a request may take.
const CUT_OFF: TimeDelta = TimeDelta::seconds(90);
/// Parts of no import are of one that was never noted.
const FORGOTTEN_AFTER: TimeDelta = TimeDelta::days(1);
/// Time between two looks for imports that were cut off.
const EVERY: Duration = Duration::from_secs(30);

/// A file, and how it is to be read.
#[derive(Clone, Debug, Serialize)]
pub struct File {
    /// Its bytes, as base64.
    pub base64: String,
    /// The shape of a table, where it is not the one that seems right.
    pub shape: Option<TableShape>,
    /// Which field is what, where it is not what seems right.
    pub mapping: Option<Mapping>,
    /// The language of the meanings; as the student has set, unless said.
    pub language: Option<String>,
}

/// What becomes of words that the dictionary has already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duplicates {
    /// They are passed over.
    Skip,
    /// They come beside what is there.
    Add,
}

/// What becomes of a file with lines that give no word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FaultyLines {
    /// Nothing of it is imported.
    Refuse,
    /// The others are.
    LeaveOut,
}

/// What the student wants of an import.
#[derive(Clone, Debug, Serialize)]
pub struct Wish {
    /// The file.
    pub file: File,
    /// Words that are there.
    pub duplicates: Duplicates,
    /// Lines with faults.
    pub faulty_lines: FaultyLines,
}

/// A file that was read.
#[derive(Debug)]
pub struct Contents {
    /// What kind of file it is.
    pub format: decks::Format,
    /// Its kinds of notes.
    pub note_types: Vec<NoteType>,
    /// Which field is what.
    pub mapping: Mapping,
    /// How many there are of everything.
    pub counts: decks::Counts,
    /// Recordings that the words refer to, which are not taken.
    pub recordings: usize,
    /// Images that the words refer to, which are not taken.
    pub images: usize,
    /// The words, and what is wrong.
    pub drafts: Drafts,
    /// Of the words, by place, those that the dictionary has.
    pub known: BTreeMap<usize, Known>,
}

/// Looks what an import of `file` would do, and does nothing.
///
/// # Errors
/// 422 when the file cannot be read, or the mapping does not fit it.
pub async fn preview(app: &App, student: UserId, file: File) -> ApiResult<Contents> {
    let settings = store::students::settings(&app.students, student).await?;
    let language = file.language.clone().unwrap_or_else(|| settings.language_or_english().to_owned());
    let lexicon = Arc::clone(&app.lexicon);
    let reader = Reader { language, zone: settings.zone, now: app.clock.now(), lexicon };
    let read = tokio::task::spawn_blocking(move || read(&file, &reader)).await;
    let mut contents = read.context("reading a file of words")??;
    contents.known = known(app, student, &contents.drafts.words).await?;
    Ok(contents)
}

/// A file of any kind, on a thread of its own: it may take seconds.
fn read(file: &File, reader: &Reader) -> ApiResult<Contents> {
    let bytes = decoded(&file.base64)?;
    let limits = limits();
    let package = match &file.shape {
        Some(shape) if !bytes.starts_with(b"PK") => decks::read_table(&bytes, shape, &limits),
        _ => decks::read(&bytes, &limits),
    };
    let package = package.map_err(unreadable)?;
    let mapping = file.mapping.clone().unwrap_or_else(|| Mapping::guess(&package));
    let rows = decks::rows(&package, &mapping).map_err(unfitting)?;
    let Package { format, note_types, .. } = package;
    let counts = rows.counts;
    let recordings = distinct(rows.rows.iter().flat_map(|row| &row.sounds));
    let images = distinct(rows.rows.iter().flat_map(|row| &row.images));
    let drafts = reader.drafts(rows);
    Ok(Contents { format, note_types, mapping, counts, recordings, images, drafts, known: BTreeMap::new() })
}

/// How many files that is.
fn distinct<'a>(names: impl Iterator<Item = &'a String>) -> usize {
    names.collect::<BTreeSet<_>>().len()
}

fn limits() -> Limits {
    Limits {
        file_bytes: LARGEST_FILE,
        table_bytes: LARGEST_FILE,
        collection_bytes: 128 << 20,
        notes: MOST_WORDS,
        cards: 4 * MOST_WORDS,
        reviews: 50 * MOST_WORDS,
        fields: 20 * MOST_WORDS,
        ..Limits::default()
    }
}

fn decoded(base64: &str) -> ApiResult<Vec<u8>> {
    use base64::{Engine, engine::general_purpose::STANDARD};
    let refused =
        |_| ApiError::invalid_field("/file", "not-base64", "Expected the bytes of the file in base64.");
    STANDARD.decode(base64).map_err(refused)
}

fn unreadable(error: ReadError) -> ApiError {
    ApiError::invalid_field("/file", error.code(), format!("The file is not read: {error}."))
}

fn unfitting(error: MappingError) -> ApiError {
    let (code, message) = match error {
        MappingError::NoNoteType(_) => ("no-note-type", "The file has no notes of this kind."),
        MappingError::NoField { .. } => ("no-field", "The notes have no such field."),
        _ => ("no-word", "No field is the word."),
    };
    ApiError::invalid_field("/mapping", code, message)
}

/// The words, by place, that the dictionary has, or that stand twice in the file.
async fn known(app: &App, student: UserId, words: &[ImportedWord]) -> ApiResult<BTreeMap<usize, Known>> {
    let keys: Vec<String> = words.iter().map(|word| word.entry.key()).collect();
    let known = store::words::known(&app.database, student, &keys).await?;
    let known: HashMap<String, Known> = known.into_iter().map(|known| (known.key.clone(), known)).collect();
    let of_place = keys.iter().enumerate().filter_map(|(place, key)| Some((place, known.get(key)?.clone())));
    Ok(of_place.collect())
}

/// Imports a file, or tells of the import that has this id. What was cut off is finished by a repeat, or by [`run`].
///
/// # Errors
/// 409 when the id belongs to another import; 422 when the file cannot be read, has lines with faults that are to be
/// refused, or has nothing to import.
pub async fn import(
    app: &App,
    student: UserId,
    id: WordImportId,
    wish: Wish,
) -> ApiResult<Done<Stored<WordImport>>> {
    let wish = Arc::new(wish);
    let digest = tokio::task::spawn_blocking({
        let wish = Arc::clone(&wish);
        move || Fingerprint::of(&(student, &*wish))
    });
    let request = digest.await.context("digesting a file of words")??;
    if let Some(begun) = app.imports.get(id).await? {
        let begun = note(app, request, begun.into_state()).await?.into_stored();
        return Ok(Done { first_time: false, answer: finish(app, begun).await? });
    }
    let contents = preview(app, student, wish.file.clone()).await?;
    if wish.faulty_lines == FaultyLines::Refuse && contents.drafts.left_out > 0 {
        return Err(refusal(contents.drafts.faults));
    }
    store::students::enrol(&app.students, student).await?;
    let planned = lay_down(app, student, id, contents, wish.duplicates).await?;
    bus::failpoint::step("learning.import.laid_down");
    let (first_time, noted) = match note(app, request, planned).await? {
        Created::Now(import) => (true, import),
        Created::Before(import) => (false, import),
    };
    bus::failpoint::step("learning.import.noted");
    Ok(Done { first_time, answer: finish(app, noted).await? })
}

async fn note(app: &App, request: Fingerprint, import: WordImport) -> ApiResult<Created<WordImport>> {
    match app.imports.create(request, || Change::of(import)).await {
        Err(Error::Taken { .. }) => {
            Err(ApiError::conflict("import-id-in-use", "This import id belongs to another import."))
        }
        noted => Ok(noted?),
    }
}

/// Every fault that leaves a line out.
fn refusal(faults: Vec<LineFault>) -> ApiError {
    let faults = faults.into_iter().filter(|fault| fault.leaves_out);
    let told =
        faults.map(|fault| FieldError::new(format!("/file/{}", fault.line), fault.code, fault.message));
    ApiError::invalid(told.collect())
}

/// Lays the words down in parts, where no student sees them, and says what import they are of.
async fn lay_down(
    app: &App,
    student: UserId,
    id: WordImportId,
    contents: Contents,
    duplicates: Duplicates,
) -> ApiResult<WordImport> {
    let Contents { drafts, known, .. } = contents;
    let skipped = if duplicates == Duplicates::Skip { known.len() } else { 0 };
    let words: Vec<ImportedWord> = drafts
        .words
        .into_iter()
        .enumerate()
        .filter(|(place, _)| duplicates == Duplicates::Add || !known.contains_key(place))
        .map(|(_, word)| word)
        .collect();
    if words.len() > MOST_WORDS {
        let message = format!("An import brings at most {MOST_WORDS} words.");
        return Err(ApiError::invalid_field("/file", "too-much", message));
    }
    if words.is_empty() && skipped == 0 {
        return Err(ApiError::invalid_field("/file", "nothing-to-import", "The file gives no word."));
    }
    let now = app.clock.now();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let import = WordImport {
        id,
        student_id: student,
        stage: ImportStage::Adding,
        open: true,
        laid_down_as: Builder::from_random_bytes(app.random.array()).into_uuid(),
        parts: count(words.len().div_ceil(PART)),
        added_parts: 0,
        words: count(words.len()),
        skipped: count(skipped),
        left_out: count(drafts.left_out),
        asked_at: now,
        moved_at: now,
    };
    for (number, words) in (0..).zip(words.chunks(PART)) {
        lay_down_part(app, &import, number, words).await?;
    }
    Ok(import)
}

async fn lay_down_part(app: &App, import: &WordImport, number: u32, words: &[ImportedWord]) -> ApiResult<()> {
    let part = ImportPart {
        id: import.part_id(number),
        student_id: import.student_id,
        import_id: import.id,
        words: words.to_vec(),
        laid_down_at: import.asked_at,
    };
    let request = Fingerprint::of(&part.id)?;
    app.import_parts.create(request, || Change::of(part)).await?;
    Ok(())
}

/// Does what is left to do of an import.
async fn finish(app: &App, import: Stored<WordImport>) -> ApiResult<Stored<WordImport>> {
    match import.stage {
        ImportStage::Adding => add_all(app, import).await,
        ImportStage::TakingBack => take_all_back(app, import).await,
        ImportStage::Added | ImportStage::TakenBack => Ok(import),
    }
}

async fn add_all(app: &App, import: Stored<WordImport>) -> ApiResult<Stored<WordImport>> {
    for number in import.added_parts..import.parts {
        if let Some(part) = app.import_parts.get(import.part_id(number)).await? {
            add_part(app, &import, number, part.into_state().words).await?;
        }
        bus::failpoint::step("learning.import.part");
        let now = app.clock.now();
        let rule = |import: WordImport| import.advance(number + 1, now);
        app.imports.change(import.id, Filter::any(), rule).await?;
    }
    let now = app.clock.now();
    let added = app.imports.change(import.id, Filter::any(), |import: WordImport| import.added(now)).await?;
    for number in 0..import.parts {
        app.import_parts.remove(import.part_id(number), Filter::any()).await?;
    }
    added.ok_or_else(|| ApiError::not_found("import", import.id))
}

async fn add_part(app: &App, import: &WordImport, number: u32, words: Vec<ImportedWord>) -> ApiResult<()> {
    let first = i64::from(number) * PART as i64;
    let added = (first..).zip(words).map(|(place, word)| add(app, import, place, word));
    stream::iter(added).buffer_unordered(AT_ONCE).try_collect().await
}

/// Adds one word, once. Those of a file wait in its order.
async fn add(app: &App, import: &WordImport, place: i64, imported: ImportedWord) -> ApiResult<()> {
    let id = imported.id(import.id);
    let ImportedWord { line, entry, sentence, tags, progress, answered_at, .. } = imported;
    let context = sentence.map(|sentence| Context {
        id: WordContextId::derive(id.as_uuid(), "imported"),
        sentence,
        source_id: None,
        met_at: import.asked_at,
    });
    let new = NewWord {
        id,
        student_id: import.student_id,
        entry,
        contexts: context.into_iter().collect(),
        tags,
        lists: Default::default(),
        source: Source { kind: WordSource::File, id: Some(import.id.to_string()) },
    };
    let request = Fingerprint::of(&(import.id, line, &new))?;
    let word = new.into_word(import.asked_at).located(&app.lexicon);
    let mut word = word.taken_up(progress, answered_at, app.clock.now());
    word.rank = word.rank.saturating_add(place);
    let recognised = store::words::recognised(&app.database, &word).await?;
    app.words.create(request, || word.added(&recognised)).await?;
    Ok(())
}

/// An import of `student`.
///
/// # Errors
/// 404 when there is none.
pub async fn find(app: &App, student: UserId, id: WordImportId) -> ApiResult<Stored<WordImport>> {
    let import = app.imports.get_owned(id, Filter::eq("student_id", student)).await?;
    import.ok_or_else(|| ApiError::not_found("import", id))
}

/// Takes away what an import brought and the student has not touched since. Repeatable.
///
/// # Errors
/// 404 when there is no such import.
pub async fn take_back(app: &App, student: UserId, id: WordImportId) -> ApiResult<Stored<WordImport>> {
    let import = find(app, student, id).await?;
    let import = finish(app, import).await?;
    let now = app.clock.now();
    let taking = app.imports.change(id, Filter::any(), |import: WordImport| import.take_back(now)).await?;
    bus::failpoint::step("learning.import.taking_back");
    finish(app, taking.unwrap_or(import)).await
}

async fn take_all_back(app: &App, import: Stored<WordImport>) -> ApiResult<Stored<WordImport>> {
    let untouched = store::words::of_import(import.student_id, import.id)
        .and_eq("removed", false)
        .and_eq("touched", false);
    let mut after = None;
    loop {
        let slice = app.words.list(Listing::of(untouched.clone()).after(after).limit(MAX_SLICE)).await?;
        let taken = slice.items.into_iter().map(|word| take_word_back(app, word));
        stream::iter(taken).buffer_unordered(AT_ONCE).try_collect::<()>().await?;
        after = slice.next;
        if after.is_none() {
            break;
        }
    }
    let now = app.clock.now();
    let done =
        app.imports.change(import.id, Filter::any(), |import: WordImport| import.taken_back(now)).await?;
    done.ok_or_else(|| ApiError::not_found("import", import.id))
}

async fn take_word_back(app: &App, word: Stored<OwnWord>) -> ApiResult<()> {
    let now = app.clock.now();
    let recognised = store::words::recognised(&app.database, &word).await?;
    let rule = |word: OwnWord| word.take_back(&recognised, now);
    app.words.change(word.id, Filter::any(), rule).await?;
    Ok(())
}

/// The words of an import that are in the dictionary, and how many those are: some of them, in the order of their ids.
///
/// # Errors
/// The store.
pub async fn left(app: &App, import: &WordImport) -> ApiResult<(Vec<Stored<OwnWord>>, u64)> {
    const SHOWN: u32 = 200;
    let left = || store::words::of_import(import.student_id, import.id).and_eq("removed", false);
    let words = app.words.list(Listing::of(left()).limit(SHOWN)).await?.items;
    Ok((words, app.words.count(left()).await?))
}

/// Finishes imports that were cut off, forgets what was laid down for imports that never came to be, and says how many
/// imports were finished.
///
/// # Errors
/// The store.
pub async fn finish_imports(app: &App) -> ApiResult<u64> {
    let now = app.clock.now();
    let cut_off = Filter::eq("open", true).and(before("moved_at", now - CUT_OFF));
    let open = app.imports.list(Listing::of(cut_off).ascending("moved_at").limit(MAX_SLICE)).await?;
    let mut finished = 0;
    for import in open.items {
        finish(app, import).await?;
        finished += 1;
    }
    let old = Filter::any().and(before("laid_down_at", now - FORGOTTEN_AFTER));
    let forgotten =
        app.import_parts.list(Listing::of(old).ascending("laid_down_at").limit(MAX_SLICE)).await?;
    for part in forgotten.items {
        let import = app.imports.get(part.import_id).await?;
        if import.is_none_or(|import| !import.open) {
            app.import_parts.remove(part.into_state().id, Filter::any()).await?;
        }
    }
    Ok(finished)
}

fn before(field: &str, at: DateTime<Utc>) -> bson::Document {
    bson::doc! { field: { "$lte": documents::instant::bson(at) } }
}

/// Looks for imports that were cut off until `stop`.
///
/// # Errors
/// None: a store that is down is waited for.
pub async fn run(app: App, stop: CancellationToken) -> anyhow::Result<()> {
    let work = || async {
        let imports = finish_imports(&app).await?;
        if imports > 0 {
            tracing::info!(imports, "imports that were cut off were finished");
        }
        anyhow::Ok(())
    };
    boot::repeat(stop, "imports that were cut off wait", || sleep(EVERY), work).await
}
