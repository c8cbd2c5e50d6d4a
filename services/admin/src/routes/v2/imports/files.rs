use crate::{
    commands::import::Files,
    domain::pack::{MOST_FILES, NamedFile},
};
use serde::Deserialize;
use utoipa::ToSchema;
use web::{ApiError, ApiResult};

/// Content files.
#[derive(Debug, Deserialize, ToSchema)]
pub(super) struct ContentFiles {
    /// One file a topic and level.
    #[schema(min_items = 1, max_items = 100)]
    files: Vec<NamedFile>,
}

impl ContentFiles {
    pub(super) fn parse(self) -> ApiResult<Files> {
        match self.files.len() {
            1..=MOST_FILES => Ok(self.files.into()),
            _ => {
                let message = format!("Expected 1 to {MOST_FILES} files.");
                Err(ApiError::invalid_field("/files", "out-of-range", message))
            }
        }
    }
}
