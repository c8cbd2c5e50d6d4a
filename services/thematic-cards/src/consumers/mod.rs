//! What thematic-cards learns from others, one file a fact.

mod content_archived;
mod content_updated;
