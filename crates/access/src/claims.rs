//! What an access token says.

use std::time::Duration;

use chrono::TimeDelta;
use events::profile::Role;
use ids::{SessionId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// How long an access token holds. A token that claims longer is refused: revocations are only remembered, and
/// only read back at start, for this long.
pub const ACCESS_TOKEN_LIFETIME: Duration = Duration::from_secs(15 * 60);

pub(crate) const LIFETIME: TimeDelta = TimeDelta::minutes(15);

/// How far the clocks of two machines may be apart.
pub(crate) const LEEWAY: TimeDelta = TimeDelta::seconds(5);

/// The `typ` of an access token (RFC 9068).
pub(crate) const TYP: &str = "at+jwt";

/// The claims of an access token; every one is required. Instants are whole seconds since 1970.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Who made it.
    pub iss: String,
    /// Whom it is for.
    pub aud: String,
    /// The user.
    pub sub: UserId,
    /// The session, which a log-out ends.
    pub sid: SessionId,
    /// What the user may.
    pub role: Role,
    /// Raised at whatever makes all earlier tokens of the user void.
    pub epoch: i64,
    /// The token's own id.
    pub jti: Uuid,
    /// When it was made.
    pub iat: i64,
    /// From when it holds.
    pub nbf: i64,
    /// Until when it holds.
    pub exp: i64,
    /// When the user last proved who they are.
    pub auth_time: i64,
}
