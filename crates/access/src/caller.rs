//! Authority as an argument of a handler.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use axum::extract::{FromRef, FromRequestParts};
use chrono::{DateTime, TimeDelta, Utc};
use events::profile::Role;
use http::request::Parts;
use ids::{SessionId, UserId};
use tracing::Span;
use web::{ApiError, ApiResult, Challenge, UserBuckets};

use crate::Verifier;
use crate::verifier::bearer;

/// Which roles an operation admits.
pub trait Admits: Send + Sync + 'static {
    /// Whether this role may.
    fn admits(role: Role) -> bool;
}

macro_rules! roles {
    ($($(#[$doc:meta])* $marker:ident = $extractor:ident: $role:pat,)*) => {$(
        #[doc = concat!("Marks an operation for [`", stringify!($extractor), "`].")]
        #[derive(Debug, Clone, Copy)]
        pub enum $marker {}

        impl Admits for $marker {
            fn admits(role: Role) -> bool {
                matches!(role, $role)
            }
        }

        $(#[$doc])*
        pub type $extractor = Caller<$marker>;
    )*};
}

roles! {
    /// A student.
    StudentRole = Student: Role::Student,
    /// A teacher.
    TeacherRole = Teacher: Role::Teacher,
    /// One who owns the content and links teachers to students.
    EducationalAdminRole = EducationalAdmin: Role::EducationalAdmin,
    /// One who runs the infrastructure and sets roles.
    TechnicalAdminRole = TechnicalAdmin: Role::TechnicalAdmin,
    /// Whoever has logged in.
    AnyRole = AnyUser: _,
}

/// Several roles: `OneOf<(Teacher, EducationalAdmin)>`, nested for more than two.
pub type OneOf<R> = Caller<R>;

impl<R: Admits> Admits for Caller<R> {
    fn admits(role: Role) -> bool {
        R::admits(role)
    }
}

impl<A: Admits, B: Admits> Admits for (A, B) {
    fn admits(role: Role) -> bool {
        A::admits(role) || B::admits(role)
    }
}

impl<A: Admits, B: Admits, C: Admits> Admits for (A, B, C) {
    fn admits(role: Role) -> bool {
        A::admits(role) || B::admits(role) || C::admits(role)
    }
}

/// A caller whose token holds and whose role is admitted. There is no other way to make one.
///
/// The role is proved here; that an object is the caller's own is the query's business (`find(id, owner)`), so that
/// another's is 404.
pub struct Caller<R> {
    /// The user.
    pub id: UserId,
    /// The session.
    pub session: SessionId,
    /// The role.
    pub role: Role,
    /// The user's epoch when the token was made.
    pub epoch: i64,
    /// When the user last proved who they are.
    pub authenticated_at: DateTime<Utc>,
    /// Seconds since the epoch.
    pub(crate) expires_at: i64,
    admitted: PhantomData<fn() -> R>,
}

impl<R> Caller<R> {
    /// How recent a log-in must be before a change of password, factor, address or role.
    pub const FRESH: TimeDelta = TimeDelta::minutes(10);

    /// Demands a log-in of the last ten minutes.
    ///
    /// # Errors
    /// 401 with the challenge of RFC 9470, upon which a client asks for the password.
    pub fn require_fresh(&self, now: DateTime<Utc>) -> ApiResult<()> {
        if now - self.authenticated_at <= Self::FRESH {
            return Ok(());
        }
        let max_age = Self::FRESH.to_std().unwrap_or_default();
        Err(ApiError::Unauthenticated(Challenge::Stale { max_age }))
    }
}

/// A caller who proved who they are within the last ten minutes: `Fresh<AnyUser>`, `Fresh<TechnicalAdmin>`. For changes of
/// a password, factor, address, role or status.
#[derive(Debug, Clone, Copy)]
pub struct Fresh<C>(C);

impl<R> Deref for Fresh<Caller<R>> {
    type Target = Caller<R>;

    fn deref(&self) -> &Caller<R> {
        &self.0
    }
}

impl<S, R> FromRequestParts<S> for Fresh<Caller<R>>
where
    S: Send + Sync,
    Verifier: FromRef<S>,
    R: Admits,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let caller = Caller::<R>::from_request_parts(parts, state).await?;
        caller.require_fresh(Verifier::from_ref(state).now())?;
        Ok(Self(caller))
    }
}

impl<R> Clone for Caller<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Caller<R> {}

impl<R> fmt::Debug for Caller<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Caller")
            .field("id", &self.id)
            .field("session", &self.session)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}

impl<S, R> FromRequestParts<S> for Caller<R>
where
    S: Send + Sync,
    Verifier: FromRef<S>,
    R: Admits,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        let verifier = Verifier::from_ref(state);
        let token = bearer(&parts.headers)?;
        let identity = verifier.verify(token).await?;

        Span::current().record("user.id", tracing::field::display(identity.user));
        if let Some(buckets) = parts.extensions.get::<UserBuckets>() {
            buckets.take(identity.user.as_uuid().as_u128())?;
        }
        if !R::admits(identity.role) {
            return Err(ApiError::forbidden("Your role does not permit this."));
        }
        verifier.confirm(&identity).await?;

        Ok(Self {
            id: identity.user,
            session: identity.session,
            role: identity.role,
            epoch: identity.epoch,
            authenticated_at: identity.authenticated_at,
            expires_at: identity.expires_at,
            admitted: PhantomData,
        })
    }
}
