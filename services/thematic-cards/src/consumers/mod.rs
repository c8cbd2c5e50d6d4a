//! What thematic-cards learns from others, one file a fact, and from itself: what adds up over cards.

mod card_review_undone;
mod card_reviewed;
mod content_archived;
mod content_updated;
mod user_created;
mod user_updated;
mod word_reviewed;
