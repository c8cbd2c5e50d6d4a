//! What profile learns from others, one file a fact.

mod erasure_requested;
mod export_requested;

pub use erasure_requested::forget_again;

use crate::App;
use blob::BlobStore;
use std::sync::Arc;

/// Answers when a person asks for what is kept of them, or to be forgotten.
#[derive(Clone)]
pub struct Answers {
    /// The accounts.
    pub app: App,
    /// Where parts of exports go.
    pub exports: Arc<dyn BlobStore>,
}
