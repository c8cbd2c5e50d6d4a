#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

#[macro_use]
mod event;
#[macro_use]
mod symbols;
pub mod admin;
pub mod catalog;
mod codec;
mod common;
pub mod cron_utility;
mod fact;
pub mod learning_cards;
pub mod pii;
pub mod profile;
mod record;
pub mod thematic_cards;

pub use codec::{DecodeError, Decoder, EncodeError, encode, schema};
pub use common::{Language, Level, LocalizedText, PartOfSpeech};
pub use event::{DualPublished, Event};
pub use fact::Fact;
pub use record::{FactDecoder, Record, records};
pub use symbols::UnknownSymbol;
