#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

#[macro_use]
mod event;
mod codec;
mod fact;

pub use codec::{DecodeError, Decoder, EncodeError, encode, schema};
pub use event::{DualPublished, Event};
pub use fact::Fact;
