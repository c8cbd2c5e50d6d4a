//! Mail: a fact that concerns somebody becomes a mail to them, once.
//!
//! A consumer puts a document into the [`Letterbox`]. The [`Post`] takes it when it is due, asks profile for the code
//! and pii for the address, writes the letter in its reader's language, and hands it to the mail server. Neither code
//! nor address is kept, logged, or sent over Kafka.

mod config;
mod letterbox;
mod post;
mod smtp;
mod sources;
mod texts;

pub use config::{MailConfig, Tls};
pub use letterbox::Letterbox;
pub use post::Post;
pub use smtp::Smtp;
pub use sources::{Code, Enclosure, Recipient, Sources};
pub use texts::{Letter, Texts};
