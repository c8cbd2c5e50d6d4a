use super::{
    file::WordFile,
    mapping::{MappingView, ShapeView},
};
use crate::{
    App,
    commands::import_words::{Contents, preview},
    domain::{import::ImportedWord, lexical::Generated, row::LineFault},
    routes::view::StageName,
    store::words::Known,
};
use access::Student;
use axum::extract::State;
use decks::{Format, NoteType};
use ids::OwnWordId;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;
use web::{ApiResult, Json};

/// Words that a preview shows.
const SHOWN: usize = 20;
/// Faults, and words that are there already, that a preview tells.
const TOLD: usize = 200;

/// What an import would do.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordFilePreview {
    /// What kind of file it is: `anki`, `table`.
    #[schema(example = "anki")]
    kind: &'static str,
    /// The shape of a table, as it was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<ShapeView>,
    /// Its kinds of notes, to map.
    note_types: Vec<NoteTypeView>,
    /// Which field is what, as it was read: to be corrected and sent again.
    mapping: MappingView,
    /// How many there are.
    counts: FileCounts,
    /// The first words, at most 20.
    words: Vec<PreviewedWord>,
    /// What is wrong, by line, the first 200.
    faults: Vec<LineFaultView>,
    /// Words that the dictionary has already, the first 200.
    duplicates: Vec<DuplicateView>,
}

/// A kind of note.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct NoteTypeView {
    /// Its name.
    name: String,
    /// The names of its fields.
    fields: Vec<String>,
    /// Whether its cards are the gaps of a text.
    has_gaps: bool,
}

/// How many there are of everything.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FileCounts {
    /// Notes of a package, lines of a table.
    notes: usize,
    /// Words that they give.
    words: usize,
    /// Those of them that the dictionary has already.
    duplicates: usize,
    /// Lines that give no word because of a fault.
    left_out: usize,
    /// Notes of kinds that the mapping does not name.
    unmapped: usize,
    /// Answers that came along.
    answers: usize,
    /// Sounds and images of the file, which are not taken.
    media: usize,
    /// Recordings that its words refer to: they are left out.
    recordings: usize,
    /// Images that its words refer to: they are left out.
    images: usize,
}

/// A word that would be added.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PreviewedWord {
    /// Its line; of a package, which note it is.
    line: u32,
    /// With its article.
    #[schema(example = "het brood")]
    headword: String,
    /// What the file does not say of it, and the lexicon adds.
    generated: BTreeSet<Generated>,
    /// What it means, by language.
    glosses: BTreeMap<String, String>,
    /// The sentence that comes with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    sentence: Option<String>,
    /// Its tags.
    tags: BTreeSet<String>,
    /// How far the other program has taken the student with it.
    stage: StageName,
}

/// What is wrong with a line.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LineFaultView {
    /// The line; of a package, which note it is.
    line: usize,
    /// The field.
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    /// What, for programs.
    #[schema(example = "no-gloss")]
    code: &'static str,
    /// What, for people.
    message: String,
    /// Whether the line gives no word.
    leaves_out: bool,
}

/// A word that the dictionary has already.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DuplicateView {
    /// The line.
    line: u32,
    /// The word of the dictionary.
    word_id: OwnWordId,
    /// With its article.
    #[schema(example = "het brood")]
    headword: String,
}

impl From<Contents> for WordFilePreview {
    fn from(contents: Contents) -> Self {
        let Contents { format, note_types, mapping, counts, recordings, images, drafts, known } = contents;
        let (kind, table) = match format {
            Format::Anki(_) => ("anki", None),
            Format::Table(shape) => ("table", Some(shape.into())),
        };
        let duplicate = |(place, known): (&usize, &Known)| {
            drafts.words.get(*place).map(|word| DuplicateView::of(word, known))
        };
        Self {
            kind,
            table,
            note_types: note_types.into_iter().map(NoteTypeView::from).collect(),
            mapping: mapping.into(),
            counts: FileCounts {
                notes: counts.notes,
                words: drafts.words.len(),
                duplicates: known.len(),
                left_out: drafts.left_out,
                unmapped: counts.unmapped,
                answers: counts.answers,
                media: counts.media,
                recordings,
                images,
            },
            words: drafts.words.iter().take(SHOWN).map(PreviewedWord::from).collect(),
            duplicates: known.iter().filter_map(duplicate).take(TOLD).collect(),
            faults: drafts.faults.into_iter().take(TOLD).map(LineFaultView::from).collect(),
        }
    }
}

impl From<NoteType> for NoteTypeView {
    fn from(kind: NoteType) -> Self {
        Self { name: kind.name, fields: kind.fields, has_gaps: kind.is_cloze }
    }
}

impl From<&ImportedWord> for PreviewedWord {
    fn from(word: &ImportedWord) -> Self {
        Self {
            line: word.line,
            headword: word.entry.headword(),
            generated: word.generated.clone(),
            glosses: word.entry.glosses.clone(),
            sentence: word.sentence.as_ref().map(|sentence| sentence.text.clone()),
            tags: word.tags.clone(),
            stage: word.progress.stage.into(),
        }
    }
}

impl From<LineFault> for LineFaultView {
    fn from(fault: LineFault) -> Self {
        let LineFault { line, field, code, message, leaves_out } = fault;
        Self { line, field, code, message, leaves_out }
    }
}

impl DuplicateView {
    fn of(word: &ImportedWord, known: &Known) -> Self {
        Self { line: word.line, word_id: known.id, headword: known.entry.headword() }
    }
}

/// Look what an import of a file would do.
///
/// What kind of file it is, which field seems to be what, the first words, every fault by line, and which words the dictionary
/// has already. Nothing is written, and nothing of the file is kept. A file that cannot be read at all is refused at `/file`,
/// with a code: `empty-file`, `not-base64`, `not-text`, `too-much`, `too-much-work`, `bomb`, `damaged-archive`,
/// `damaged-collection`, `unsafe-name`, `no-collection`, `no-table`, `unknown-version`, `unreadable`, `unknown-encoding`,
/// `unclosed-quote`; a mapping that does not fit, at `/mapping`.
#[utoipa::path(
    post,
    path = "/imports/previews",
    request_body = WordFile,
    responses((status = 200, description = "What is in the file.", body = WordFilePreview)),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all)]
pub(crate) async fn preview_import(
    State(app): State<App>,
    student: Student,
    Json(body): Json<WordFile>,
) -> ApiResult<Json<WordFilePreview>> {
    Ok(Json(preview(&app, student.id, body.parse()?).await?.into()))
}
