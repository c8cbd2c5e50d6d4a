//! Users with access tokens.

use crate::FrozenClock;
use access::{Jwks, Role, Verifier, testing::TestCaller};
use boot::{Random, SystemRandom};
use chrono::{DateTime, Utc};
use ids::{SessionId, UserId};
use std::sync::Arc;
use uuid::Uuid;

/// A user with a session and an access token for it, signed as profile signs, with the key of the tests. Each is
/// another user.
#[derive(Clone, Debug)]
pub struct Caller {
    user: TestCaller,
    token: String,
}

impl Caller {
    /// A student.
    #[must_use]
    pub fn student() -> Self {
        Self::with_role(Role::Student)
    }

    /// A teacher, so far of nobody.
    #[must_use]
    pub fn teacher() -> Self {
        Self::with_role(Role::Teacher)
    }

    /// An educational admin.
    #[must_use]
    pub fn educational_admin() -> Self {
        Self::with_role(Role::EducationalAdmin)
    }

    /// A technical admin.
    #[must_use]
    pub fn technical_admin() -> Self {
        Self::with_role(Role::TechnicalAdmin)
    }

    /// A user of this role who logged in at the time that `FrozenClock::default()` shows.
    #[must_use]
    pub fn with_role(role: Role) -> Self {
        Self::known(UserId::new(v4()), role)
    }

    /// The user with this id.
    #[must_use]
    pub fn known(user: UserId, role: Role) -> Self {
        let user = TestCaller { user, session: SessionId::new(v4()), role, epoch: 1 };
        Self { token: user.token(FrozenClock::default().now()), user }
    }

    /// The same user and session, logged in at `at`: for a test that moves its clock past the life of a token.
    #[must_use]
    pub fn logged_in_at(self, at: DateTime<Utc>) -> Self {
        Self { token: self.user.token(at), ..self }
    }

    /// Who it is.
    #[must_use]
    pub fn id(&self) -> UserId {
        self.user.user
    }

    /// The session that the token belongs to.
    #[must_use]
    pub fn session(&self) -> SessionId {
        self.user.session
    }

    /// What they may.
    #[must_use]
    pub fn role(&self) -> Role {
        self.user.role
    }

    /// Tokens that look like this caller's and hold nowhere, each with what is wrong with it.
    #[must_use]
    pub fn bad_tokens(&self) -> Vec<(&'static str, String)> {
        self.user.bad_tokens(FrozenClock::default().now())
    }

    /// The access token.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }
}

/// The public keys that callers' tokens are signed by.
///
/// # Panics
/// Never: the key is a constant.
#[must_use]
pub fn jwks() -> Jwks {
    access::testing::issuer().jwks().expect("the key of the tests")
}

/// A verifier that trusts callers' tokens, with no revocation in sight. For a service that is to see revocations or
/// outages, take `access::testing::Outside`.
pub async fn verifier(clock: &FrozenClock) -> Verifier {
    access::testing::verifier(jwks(), Arc::new(clock.clone())).await
}

fn v4() -> Uuid {
    let random: &dyn Random = &SystemRandom;
    uuid::Builder::from_random_bytes(random.array()).into_uuid()
}
