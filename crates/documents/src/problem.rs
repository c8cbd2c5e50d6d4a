//! A store's error as a problem document.

use web::{ApiError, outage::RETRY_AFTER};

use crate::{ChangeError, Error, Never};

/// An absent store is 503, an id of another request 409 `id-taken`, a revision that has passed 412; a violated unique
/// index is 409 `already-exists`, unless the call site says it better. The rest is a defect.
impl From<Error> for ApiError {
    fn from(error: Error) -> Self {
        match error {
            Error::Unavailable(_) | Error::Contended { .. } => Self::unavailable_because(RETRY_AFTER, error),
            Error::Taken { .. } => Self::conflict("id-taken", "this id belongs to another request"),
            Error::Duplicate { .. } => Self::conflict("already-exists", "there is one like it already"),
            Error::Stale { .. } => Self::PreconditionFailed,
            error => Self::internal(error),
        }
    }
}

impl<E: Into<ApiError>> From<ChangeError<E>> for ApiError {
    fn from(error: ChangeError<E>) -> Self {
        match error {
            ChangeError::Rule(refusal) => refusal.into(),
            ChangeError::Store(error) => error.into(),
        }
    }
}

impl From<Never> for ApiError {
    fn from(never: Never) -> Self {
        match never {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_caller_can_act_on_has_a_status_of_its_own() {
        let (collection, id) = ("shelves", String::new());
        let statuses = [
            Error::Unavailable("down".into()),
            Error::Contended { collection, id: id.clone(), tries: 16 },
            Error::Taken { collection, id: id.clone() },
            Error::Duplicate { collection, index: "one_a_place" },
            Error::Stale { collection, id: id.clone(), current: 2 },
            Error::TooLarge { collection, id, bytes: 2, limit: 1 },
        ]
        .map(|error| ApiError::from(ChangeError::<Never>::Store(error)).status().as_u16());
        assert_eq!(statuses, [503, 503, 409, 409, 412, 500]);
    }
}
