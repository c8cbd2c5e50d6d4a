use super::{
    file::WordFile,
    mapping::{MappingView, ShapeView},
    view::WordImportView,
};
use crate::{
    App,
    commands::import_words::{Duplicates, FaultyLines, Wish, import},
    routes::view::Answer,
};
use access::Student;
use axum::extract::State;
use ids::WordImportId;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiResult, Json, Path, responses::Conflict};

/// A file of words, and what is to become of it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ImportWords {
    /// The bytes of the file in base64: a package of Anki (`.apkg`), or a table (CSV, TSV). At most 14 MiB, 10,000 words.
    #[schema(example = "ZGUgZmlldHMJYmljeWNsZQo=")]
    file: String,
    /// The language of the meanings (ISO 639-1); as set, unless said.
    #[schema(example = "en")]
    language: Option<String>,
    /// The shape of a table, where it is not what the preview says.
    table: Option<ShapeView>,
    /// Which field is what, where it is not what the preview says.
    mapping: Option<MappingView>,
    /// What becomes of words that the dictionary has already.
    #[serde(default)]
    duplicates: DuplicatesName,
    /// What becomes of a file with lines that give no word.
    #[serde(default)]
    faulty_lines: FaultyLinesName,
}

/// What becomes of words that the dictionary has already.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum DuplicatesName {
    /// They are passed over.
    #[default]
    Skip,
    /// They come beside what is there.
    Add,
}

/// What becomes of a file with lines that give no word.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum FaultyLinesName {
    /// Nothing of it is imported.
    #[default]
    Refuse,
    /// The other lines are.
    LeaveOut,
}

impl ImportWords {
    fn parse(self) -> ApiResult<Wish> {
        let file = WordFile::new(self.file, self.language, self.table, self.mapping);
        Ok(Wish {
            file: file.parse()?,
            duplicates: match self.duplicates {
                DuplicatesName::Skip => Duplicates::Skip,
                DuplicatesName::Add => Duplicates::Add,
            },
            faulty_lines: match self.faulty_lines {
                FaultyLinesName::Refuse => FaultyLines::Refuse,
                FaultyLinesName::LeaveOut => FaultyLines::LeaveOut,
            },
        })
    }
}

/// Take the words of a file into the dictionary.
///
/// All of them or none. They wait in the queue in the order of the file; words that return after days in Anki have graduated
/// here, and those of sixteen weeks are known. With lines that give no word nothing is imported, unless they are to be left
/// out; each is told as `/file/{line}`. Safe to repeat: a word comes once, and a repeat of an import that was cut off does the
/// rest. Problems: those of the preview, `nothing-to-import`, and `import-id-in-use`.
#[utoipa::path(
    put,
    path = "/imports/{importId}",
    params(("importId" = WordImportId, Path, description = "Made by the client (UUIDv7).")),
    request_body = ImportWords,
    responses(
        (status = 201, description = "Its words are in the dictionary.", body = WordImportView),
        (status = 200, description = "It was imported, or begun, before.", body = WordImportView),
        Conflict,
    ),
    security(("accessToken" = ["student"]))
)]
#[tracing::instrument(skip_all, fields(import.id = %import_id))]
pub(crate) async fn import_words(
    State(app): State<App>,
    student: Student,
    Path(import_id): Path<WordImportId>,
    Json(body): Json<ImportWords>,
) -> ApiResult<Answer<WordImportView>> {
    let imported = import(&app, student.id, import_id, body.parse()?).await?;
    let body = WordImportView::of(&app, &imported.answer).await?;

    Ok(Answer { first_time: imported.first_time, body })
}
