#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod authority;
mod caller;
mod claims;
mod config;
mod feed;
mod issuer;
mod jwks;
mod keyring;
mod policy;
mod revocations;
pub mod service;
mod start;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod token;
mod verifier;

pub use authority::{Authority, ProfileAuthority};
pub use caller::{
    Admits, AnyRole, AnyUser, Caller, EducationalAdmin, EducationalAdminRole, Fresh, OneOf, Student,
    StudentRole, Teacher, TeacherRole, TechnicalAdmin, TechnicalAdminRole,
};
pub use claims::{ACCESS_TOKEN_LIFETIME, Claims};
pub use config::AccessConfig;
pub use events::profile::Role;
pub use feed::Feed;
pub use issuer::{AccessToken, Grant, IssueError, Issuer};
pub use jwks::{Jwk, Jwks, UnusableKey};
pub use policy::ClientPolicies;
pub use revocations::Revocations;
pub use service::Service;
pub use start::Access;
pub use verifier::{Identity, Strictness, Verifier};
