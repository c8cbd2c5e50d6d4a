//! Revisions as entity tags (RFC 9110 section 8.8 and 13).

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::header::{CACHE_CONTROL, ETAG, IF_MATCH, IF_NONE_MATCH};
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use sha2::{Digest, Sha256};
use utoipa::IntoParams;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::{Object, Required, Type};

use crate::{ApiError, Json};

/// A strong entity tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ETag(String);

impl ETag {
    /// The tag of an aggregate's revision.
    pub fn of_rev(rev: u64) -> Self {
        Self(rev.to_string())
    }

    /// The tag of an answer that has no revision of its own: a digest of what it says.
    ///
    /// # Errors
    /// Fails when the answer cannot be written as JSON, which is a defect.
    pub fn of_content(answer: &impl Serialize) -> Result<Self, ApiError> {
        serde_json::to_vec(answer).map(|json| Self::of_bytes(&json)).map_err(ApiError::internal)
    }

    pub(crate) fn of_bytes(bytes: &[u8]) -> Self {
        Self(URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..12]))
    }

    fn header(&self) -> HeaderValue {
        HeaderValue::try_from(format!("\"{}\"", self.0)).unwrap_or(HeaderValue::from_static("\"\""))
    }
}

/// `If-Match`, which every change of an existing thing must send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IfMatch(Condition);

impl IfMatch {
    /// Refuses with 412 unless the caller has seen this revision.
    ///
    /// # Errors
    /// [`ApiError::PreconditionFailed`].
    pub fn check(&self, rev: u64) -> Result<(), ApiError> {
        match &self.0 {
            Condition::Any => Ok(()),
            Condition::OneOf(tags)
                if tags.iter().any(|tag| !tag.weak && tag.value == ETag::of_rev(rev).0) =>
            {
                Ok(())
            }
            Condition::OneOf(_) => Err(ApiError::PreconditionFailed),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Condition::read(&parts.headers, &IF_MATCH)?.map(Self).ok_or(ApiError::PreconditionRequired)
    }
}

/// `Option<IfMatch>`, for an operation that creates as well as it changes.
impl<S: Send + Sync> OptionalFromRequestParts<S> for IfMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Option<Self>, Self::Rejection> {
        Ok(Condition::read(&parts.headers, &IF_MATCH)?.map(Self))
    }
}

/// `If-None-Match`: what the caller has already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct IfNoneMatch(Option<Condition>);

impl IfNoneMatch {
    /// Answers shared content: 304 when the caller has it already, else the body; either with its tag and
    /// `Cache-Control: private, max-age=60`.
    pub fn answer<T: Serialize>(&self, tag: &ETag, body: T) -> Response {
        self.answer_raw(tag, Json(body))
    }

    pub(crate) fn answer_raw(&self, tag: &ETag, body: impl IntoResponse) -> Response {
        let headers =
            [(ETAG, tag.header()), (CACHE_CONTROL, HeaderValue::from_static("private, max-age=60"))];
        if self.has(tag) {
            (StatusCode::NOT_MODIFIED, headers).into_response()
        } else {
            (headers, body).into_response()
        }
    }

    fn has(&self, tag: &ETag) -> bool {
        match &self.0 {
            None => false,
            Some(Condition::Any) => true,
            Some(Condition::OneOf(tags)) => tags.iter().any(|given| given.value == tag.0),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfNoneMatch {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Condition::read(&parts.headers, &IF_NONE_MATCH).map(Self)
    }
}

/// An answer with the tag of the revision that it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tagged<T>(pub ETag, pub T);

impl<T: Serialize> IntoResponse for Tagged<T> {
    fn into_response(self) -> Response {
        ([(ETAG, self.0.header())], Json(self.1)).into_response()
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Condition {
    Any,
    OneOf(Vec<Given>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Given {
    weak: bool,
    value: String,
}

impl Condition {
    fn read(headers: &HeaderMap, name: &HeaderName) -> Result<Option<Self>, ApiError> {
        let mut tags = Vec::new();
        for value in headers.get_all(name) {
            let text = value.to_str().map_err(|_| unreadable(name))?;
            if text.trim() == "*" {
                return Ok(Some(Self::Any));
            }
            for tag in text.split(',') {
                tags.push(Given::parse(tag.trim()).ok_or_else(|| unreadable(name))?);
            }
        }
        Ok((!tags.is_empty()).then_some(Self::OneOf(tags)))
    }
}

impl Given {
    fn parse(tag: &str) -> Option<Self> {
        let (weak, quoted) = match tag.strip_prefix("W/") {
            Some(rest) => (true, rest),
            None => (false, tag),
        };
        let value = quoted.strip_prefix('"')?.strip_suffix('"')?;
        (!value.contains('"')).then(|| Self { weak, value: value.to_owned() })
    }
}

fn unreadable(name: &HeaderName) -> ApiError {
    ApiError::malformed(format!("`{name}` is no list of entity tags in quotes."))
}

impl IntoParams for IfMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let description = "The `ETag` of what the caller has read.";
        vec![header_parameter("If-Match", Required::True, description)]
    }
}

impl IntoParams for IfNoneMatch {
    fn into_params(_: impl Fn() -> Option<ParameterIn>) -> Vec<Parameter> {
        let description = "The `ETag` of what the caller has already; 304 when it is still current.";
        vec![header_parameter("If-None-Match", Required::False, description)]
    }
}

fn header_parameter(name: &str, required: Required, description: &str) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(required)
        .description(Some(description))
        .schema(Some(Object::with_type(Type::String)))
        .example(Some("\"7\"".into()))
        .build()
}
