//! Extractors whose refusals are problem documents.

mod json;
mod path;
mod query;
mod refusal;
mod strict;

pub use json::Json;
pub use path::Path;
pub use query::Query;
