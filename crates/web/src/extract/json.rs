use axum::body::Bytes;
use axum::extract::rejection::{BytesRejection, FailedToBufferBody};
use axum::extract::{FromRequest, Request};
use axum::response::{IntoResponse, Response};
use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::named::Named;
use super::{refusal, strict};
use crate::{ApiError, FieldError};

/// A JSON body, asked for or answered.
///
/// Asked for, it is an object, and closed: a field that `T` does not read is refused and named, whether or not `T` says
/// `deny_unknown_fields`; so is a key that stands twice. See docs/API.md for which fault has which status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Json<T>(pub T);

impl<S, T> FromRequest<S> for Json<T>
where
    S: Send + Sync,
    T: DeserializeOwned,
{
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, Self::Rejection> {
        if !is_json(request.headers()) {
            return Err(ApiError::UnsupportedMediaType { expected: "application/json" });
        }
        let body = Bytes::from_request(request, state).await.map_err(unreadable)?;
        parse(&body).map(Json)
    }
}

/// `application/json` or `application/...+json`, in UTF-8 as RFC 8259 has it.
fn is_json(headers: &HeaderMap) -> bool {
    let Some(value) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else { return false };
    let mut parts = value.split(';').map(str::trim);
    let media = parts.next().unwrap_or_default().to_ascii_lowercase();
    let json = media
        .strip_prefix("application/")
        .is_some_and(|subtype| subtype == "json" || subtype.ends_with("+json"));

    json && parts
        .filter_map(|parameter| parameter.split_once('='))
        .filter(|(name, _)| name.trim().eq_ignore_ascii_case("charset"))
        .all(|(_, charset)| charset.trim().trim_matches('"').eq_ignore_ascii_case("utf-8"))
}

fn unreadable(rejection: BytesRejection) -> ApiError {
    match rejection {
        BytesRejection::FailedToBufferBody(FailedToBufferBody::LengthLimitError(_)) => ApiError::TooLarge,
        _ => ApiError::malformed("The body ended before it was complete."),
    }
}

fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ApiError> {
    let text = std::str::from_utf8(body).map_err(|_| ApiError::malformed("The body is not UTF-8."))?;
    strict::check(text)?;
    if text.trim_start().starts_with('[') {
        let fault = FieldError::new(String::new(), "wrong-type", "Expected an object, found an array.");
        return Err(ApiError::invalid(vec![fault]));
    }

    let mut unknown = Vec::new();
    let mut track = serde_path_to_error::Track::new();
    let mut json = serde_json::Deserializer::from_str(text);
    let tracked = serde_path_to_error::Deserializer::new(Named(&mut json), &mut track);
    let parsed = serde_ignored::deserialize(tracked, |path| unknown.push(refusal::ignored_pointer(&path)));

    match parsed {
        Err(error) => Err(ApiError::invalid(vec![refusal::of_body(&track.path(), &error.to_string())])),
        Ok(_) if !unknown.is_empty() => {
            Err(ApiError::invalid(unknown.into_iter().map(refusal::unknown_field).collect()))
        }
        Ok(value) => Ok(value),
    }
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(body) => {
                let kind = HeaderValue::from_static("application/json");
                ([(CONTENT_TYPE, kind)], body).into_response()
            }
            Err(error) => ApiError::internal(error).into_response(),
        }
    }
}

impl<T> From<T> for Json<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}
