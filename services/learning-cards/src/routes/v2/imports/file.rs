use super::mapping::{MappingView, ShapeView};
use crate::{commands::import_words::File, domain::entry::is_language};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult};

/// A file of words, and how it is to be read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct WordFile {
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
}

impl WordFile {
    pub(super) const fn new(
        file: String,
        language: Option<String>,
        table: Option<ShapeView>,
        mapping: Option<MappingView>,
    ) -> Self {
        Self { file, language, table, mapping }
    }

    pub(super) fn parse(self) -> ApiResult<File> {
        if self.language.as_deref().is_some_and(|language| !is_language(language)) {
            let message = "Expected a code of two letters such as en.";
            return Err(ApiError::invalid_field("/language", "unknown-language", message));
        }
        Ok(File {
            base64: self.file,
            shape: self.table.map(Into::into),
            mapping: self.mapping.map(Into::into),
            language: self.language,
        })
    }
}
