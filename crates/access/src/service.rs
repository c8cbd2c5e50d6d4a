//! Another service as an argument of a handler, and the names of all.

use std::fmt;
use std::marker::PhantomData;

use axum::extract::FromRequestParts;
use boot::PeerName;
use http::request::Parts;
use tracing::Span;
use web::ApiError;

/// Which services an operation admits.
pub trait Services: Send + Sync + 'static {
    /// Whether the service of this name may.
    fn admits(service: &str) -> bool;
}

macro_rules! services {
    ($($marker:ident = $name:literal,)*) => {
        $(
            #[doc = concat!("Marks an operation for ", $name, ".")]
            #[derive(Debug, Clone, Copy)]
            pub enum $marker {}

            impl Services for $marker {
                fn admits(service: &str) -> bool {
                    service == $name
                }
            }
        )*

        /// Every service of the fleet.
        pub const SERVICES: &[&str] = &[$($name),*];
    };
}

services! {
    Profile = "profile",
    Lobby = "lobby",
    ThematicCards = "thematic-cards",
    LearningCards = "learning-cards",
    Reader = "reader",
    Listening = "listening",
    Admin = "admin",
    Pii = "pii",
    CronUtility = "cron-utility",
}

/// Marks an operation for every service of the fleet.
#[derive(Debug, Clone, Copy)]
pub enum AnyService {}

impl Services for AnyService {
    fn admits(service: &str) -> bool {
        SERVICES.contains(&service)
    }
}

impl<A: Services, B: Services> Services for (A, B) {
    fn admits(service: &str) -> bool {
        A::admits(service) || B::admits(service)
    }
}

impl<A: Services, B: Services, C: Services> Services for (A, B, C) {
    fn admits(service: &str) -> bool {
        A::admits(service) || B::admits(service) || C::admits(service)
    }
}

/// A service that is admitted: `Service<CronUtility>`, `Service<(Lobby, Admin)>`, `Service<AnyService>`.
///
/// Its certificate proved which one it is, on the internal listener. There is no other way to make one, so an
/// operation that takes it answers nobody on the public listener.
pub struct Service<S> {
    name: PeerName,
    admitted: PhantomData<fn() -> S>,
}

impl<S> Service<S> {
    /// Which one it is: the actor of what is written down about the call.
    #[must_use]
    pub fn name(&self) -> &str {
        self.name.as_str()
    }
}

impl<S> fmt::Debug for Service<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Service").field(&self.name).finish()
    }
}

impl<State, S> FromRequestParts<State> for Service<S>
where
    State: Send + Sync,
    S: Services,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &State) -> Result<Self, Self::Rejection> {
        let name = parts.extensions.get::<PeerName>().cloned();
        let name = name.ok_or_else(|| ApiError::forbidden("Only services may call this."))?;
        Span::current().record("service.origin.name", name.as_str());
        match S::admits(name.as_str()) {
            true => Ok(Self { name, admitted: PhantomData }),
            false => Err(ApiError::forbidden("This is not for your service.")),
        }
    }
}
