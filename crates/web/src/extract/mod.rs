//! Extractors whose refusals are problem documents.

mod json;
mod named;
mod patch;
mod path;
mod query;
mod refusal;
mod strict;

pub use json::Json;
pub use patch::Patch;
pub use path::Path;
pub use query::Query;
