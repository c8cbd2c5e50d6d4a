//! Why a command did not do what it was asked to.

use crate::domain::{access::Operation, field::Field};
use axum::response::{IntoResponse, Response};
use ids::UserId;
use web::ApiError;

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It may not be done, or not now; the caller is told why.
    #[error(transparent)]
    Refused(#[from] ApiError),
    /// The store is down, a key is not there, an invariant is broken: the caller learns nothing of it.
    #[error("{0:#}")]
    Inside(#[from] anyhow::Error),
}

impl Failure {
    /// The person does not exist for who asks.
    pub fn no_such_person(subject: UserId) -> Self {
        Self::Refused(ApiError::not_found("person", subject))
    }

    /// Who asks is somebody to the person, and may not have these fields for what they say.
    pub fn not_these(operation: Operation, fields: &[Field]) -> Self {
        let names: Vec<_> = fields.iter().map(|field| field.name()).collect();
        let what = if operation == Operation::Read { "read" } else { "change" };
        let detail = format!("For this purpose you may not {what}: {}.", names.join(", "));
        Self::Refused(ApiError::forbidden(detail))
    }
}

impl From<sqlx::Error> for Failure {
    fn from(error: sqlx::Error) -> Self {
        Self::Inside(error.into())
    }
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal,
            Failure::Inside(error) => error.into(),
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        ApiError::from(self).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;

    fn status(failure: Failure) -> u16 {
        ApiError::from(failure).status().as_u16()
    }

    #[test]
    fn what_may_pass_is_503_and_what_will_not_is_500() {
        assert_eq!(status(sqlx::Error::PoolTimedOut.into()), 503);
        let wrapped = Err::<(), _>(sqlx::Error::PoolTimedOut).context("noting an access");
        assert_eq!(status(wrapped.expect_err("an error").into()), 503);
        assert_eq!(status(sqlx::Error::RowNotFound.into()), 500);
        assert_eq!(status(anyhow::anyhow!("key encryption key 7 is not there").into()), 500);
    }
}
