//! What is known only to those who hold a secret: passwords, second factors, refresh tokens, addresses, sealed intakes.

pub mod authorization_token;
pub mod blind_index;
pub mod breached;
pub mod challenge_token;
pub mod intake;
pub mod one_time_code;
pub mod passkey;
pub mod passwords;
pub mod recovery_code;
pub mod refresh_token;
pub mod totp;

pub use authorization_token::AuthorizationToken;
pub use breached::Breached;
pub use challenge_token::ChallengeToken;
pub use one_time_code::OneTimeCode;
pub use passwords::Passwords;
pub use refresh_token::{RefreshGrant, SessionSecret};
