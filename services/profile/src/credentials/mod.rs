//! What is known only to those who hold a secret: passwords, refresh tokens, addresses, sealed intakes.

pub mod blind_index;
pub mod intake;
pub mod passwords;
pub mod refresh_token;

pub use passwords::Passwords;
pub use refresh_token::{RefreshGrant, SessionSecret};
