use axum::extract::FromRequestParts;
use axum::extract::path::ErrorKind;
use axum::extract::rejection::PathRejection;
use http::request::Parts;
use serde::de::DeserializeOwned;

use super::refusal;
use crate::{ApiError, FieldError};

/// The parameters of the path.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Path<T>(pub T);

impl<S, T> FromRequestParts<S> for Path<T>
where
    S: Send + Sync,
    T: DeserializeOwned + Send,
{
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Self::Rejection> {
        #[expect(clippy::disallowed_types, reason = "this is the replacement, and wraps it")]
        let read = axum::extract::Path::<T>::from_request_parts(parts, state).await;
        match read {
            Ok(path) => Ok(Self(path.0)),
            Err(rejection) => Err(refused(rejection, parts)),
        }
    }
}

fn refused(rejection: PathRejection, parts: &Parts) -> ApiError {
    let PathRejection::FailedToDeserializePathParams(failed) = rejection else {
        return ApiError::internal(rejection);
    };
    match failed.into_kind() {
        ErrorKind::InvalidUtf8InPathParam { .. } => ApiError::malformed("The path is not UTF-8."),
        ErrorKind::ParseErrorAtKey { key, expected_type, .. } => wrong_type(&key, expected_type),
        ErrorKind::ParseErrorAtIndex { index, expected_type, .. } => {
            wrong_type(&nth_name(parts, index), expected_type)
        }
        ErrorKind::ParseError { expected_type, .. } => wrong_type(&nth_name(parts, 0), expected_type),
        ErrorKind::DeserializeError { key, message, .. } => of(&key, &message),
        // A single newtype over text (an id) fails without a place: it is the only parameter there is.
        ErrorKind::Message(message) => of(&nth_name(parts, 0), &message),
        defect => ApiError::internal(anyhow::anyhow!("{defect}")),
    }
}

fn wrong_type(name: &str, expected: &str) -> ApiError {
    let message = format!("Expected {expected}.");
    ApiError::invalid(vec![FieldError::new(format!("path:{name}"), "wrong-type", message)])
}

fn of(name: &str, message: &str) -> ApiError {
    ApiError::invalid(vec![refusal::of_parameter("path", Some(name), message)])
}

/// The name of the parameter at this place of the route template.
fn nth_name(parts: &Parts, index: usize) -> String {
    let template = parts.extensions.get::<axum::extract::MatchedPath>();
    let mut names = template
        .map_or("", |template| template.as_str())
        .split('/')
        .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'));
    names.nth(index).unwrap_or_default().to_owned()
}
