//! Whom a request is about.

use access::{AnyUser, Role};
use ids::UserId;
use web::{ApiError, ApiResult};

/// The person that `caller` asks for: themself, or, for a technical admin, anybody. For everybody else another person does
/// not exist.
pub(super) fn subject(caller: &AnyUser, asked_for: Option<UserId>) -> ApiResult<UserId> {
    match asked_for {
        None => Ok(caller.id),
        Some(user) if user == caller.id || caller.role == Role::TechnicalAdmin => Ok(user),
        Some(user) => Err(ApiError::not_found("person", user)),
    }
}

/// A technical admin does not forget themself: the last one would leave a school that nobody can run.
///
/// # Errors
/// 409.
pub(in crate::routes) fn may_be_forgotten(caller: &AnyUser, subject: UserId) -> ApiResult<()> {
    if caller.role == Role::TechnicalAdmin && caller.id == subject {
        let detail = "Give up the role of technical administrator first, or ask another one.";
        return Err(ApiError::conflict("technical-admin", detail));
    }
    Ok(())
}
