use crate::credentials::passwords::HashError;
use axum::response::{IntoResponse, Response};
use web::ApiError;

/// Why a command did not do what it was asked to.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It may not be done, or not now; the caller is told why.
    #[error(transparent)]
    Refused(#[from] ApiError),
    /// PostgreSQL did not answer, or did not like the question.
    #[error("the store: {0}")]
    Store(#[from] sqlx::Error),
    /// The password could not be hashed, mostly because too many wait.
    #[error(transparent)]
    Password(#[from] HashError),
    /// A defect or a broken invariant.
    #[error("{0:#}")]
    Defect(#[from] anyhow::Error),
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Refused(refusal) => refusal,
            Failure::Store(error) => error.into(),
            Failure::Password(HashError::Busy(busy)) => Self::unavailable(busy.retry_after),
            Failure::Password(error) => Self::internal(error),
            Failure::Defect(error) => error.into(),
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
    use crate::credentials::passwords::Busy;
    use std::time::Duration;
    use web::ApiError;

    fn status(failure: impl Into<Failure>) -> u16 {
        ApiError::from(failure.into()).status().as_u16()
    }

    #[test]
    fn what_may_pass_is_503_and_what_will_not_is_500() {
        assert_eq!(status(sqlx::Error::PoolTimedOut), 503);
        assert_eq!(status(HashError::Busy(Busy { retry_after: Duration::from_secs(2) })), 503);
        assert_eq!(status(sqlx::Error::RowNotFound), 500);
        assert_eq!(status(HashError::Broken("a hash".to_owned())), 500);
        assert_eq!(status(ApiError::PreconditionFailed), 412);
    }
}
