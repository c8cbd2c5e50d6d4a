//! An import, as several operations show it.

use crate::{
    App,
    commands::import_words::left,
    domain::import::{ImportStage, WordImport},
    routes::view::SameView,
};
use ids::WordImportId;
use serde::Serialize;
use utoipa::ToSchema;
use web::{ApiResult, Timestamp};

/// An import.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WordImportView {
    /// As the client named it.
    import_id: WordImportId,
    /// How far it is: `adding` and `taking-back` end by themselves when they were cut off, `added`, `taken-back`.
    stage: ImportStageName,
    /// Words that it brought.
    words: u32,
    /// Words that were passed over, because the dictionary had them.
    skipped: u32,
    /// Lines that were left out, because something is wrong with them.
    left_out: u32,
    /// When it was asked for.
    imported_at: Timestamp,
    /// Of one that was taken back, what stayed.
    #[serde(skip_serializing_if = "Option::is_none")]
    stayed: Option<StayedView>,
}

/// What stayed of an import that was taken back: words that the student has touched since they came.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct StayedView {
    /// How many.
    count: u64,
    /// Some of them, at most 200.
    words: Vec<SameView>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum ImportStageName {
    Adding,
    Added,
    TakingBack,
    TakenBack,
}

impl From<ImportStage> for ImportStageName {
    fn from(stage: ImportStage) -> Self {
        match stage {
            ImportStage::Adding => Self::Adding,
            ImportStage::Added => Self::Added,
            ImportStage::TakingBack => Self::TakingBack,
            ImportStage::TakenBack => Self::TakenBack,
        }
    }
}

impl WordImportView {
    /// Without what stayed.
    pub(super) fn brief(import: &WordImport) -> Self {
        Self {
            import_id: import.id,
            stage: import.stage.into(),
            words: import.words,
            skipped: import.skipped,
            left_out: import.left_out,
            imported_at: import.asked_at.into(),
            stayed: None,
        }
    }

    pub(super) async fn of(app: &App, import: &WordImport) -> ApiResult<Self> {
        let brief = Self::brief(import);
        if import.stage != ImportStage::TakenBack {
            return Ok(brief);
        }
        let (words, count) = left(app, import).await?;
        let words = words.into_iter().map(|word| SameView::from(word.into_state())).collect();
        Ok(Self { stayed: Some(StayedView { count, words }), ..brief })
    }
}
