//! One error type for every operation: an RFC 9457 problem document outside, a cause in the log inside.
//!
//! What a client may read (`detail`, `errors`) and what went wrong inside (`Internal`, the cause of
//! `Unavailable`) are different fields, so that no query, path or driver message can leak.

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::Arc;
use std::time::Duration;

use axum::response::{IntoResponse, Response};
use http::header::{ACCEPT, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use http::{HeaderName, HeaderValue, StatusCode};
use serde::Serialize;
use utoipa::ToSchema;

use crate::outage;

/// What every handler returns.
pub type ApiResult<T> = Result<T, ApiError>;

/// The header that tells a client which version to update to.
pub const X_CLIENT_UPDATE: HeaderName = HeaderName::from_static("x-client-update");

/// Every way in which an operation can fail to answer.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ApiError {
    /// 400: the request could not be read at all.
    #[error("{0}")]
    Malformed(Cow<'static, str>),
    /// 400: `X-Client-Version` is absent or unreadable where it is required.
    #[error("{0}")]
    ClientVersion(Cow<'static, str>),
    /// 401: who calls is not known, or not known well enough.
    #[error("not authenticated: {0:?}")]
    Unauthenticated(Challenge),
    /// 403: the caller is known, and may not.
    #[error("{0}")]
    Forbidden(Cow<'static, str>),
    /// 404: there is no such thing, or it is not the caller's.
    #[error("there is no {what} {id}")]
    NotFound {
        /// The kind of thing, in the field's words: `topic`.
        what: &'static str,
        /// The id that was asked for.
        id: String,
    },
    /// 404: no operation has this path.
    #[error("no operation has this path")]
    NoSuchRoute,
    /// 405: the path has operations, but none with this method.
    #[error("this path does not know this method")]
    MethodNotAllowed,
    /// 409: the state of the thing does not allow it.
    #[error("{detail}")]
    Conflict {
        /// The last part of the problem's type, in kebab-case.
        code: &'static str,
        /// What to tell the caller.
        detail: Cow<'static, str>,
    },
    /// 412: `If-Match` names another revision than the current one.
    #[error("the thing has changed since it was read")]
    PreconditionFailed,
    /// 413: the body is longer than the operation takes.
    #[error("the body is too large")]
    TooLarge,
    /// 415: the body is of a type that the operation does not take.
    #[error("the body must be {expected}")]
    UnsupportedMediaType {
        /// The media type that would be taken.
        expected: &'static str,
    },
    /// 422: some fields were understood and refused.
    #[error("{} fields are refused", .0.len())]
    Invalid(Vec<FieldError>),
    /// 422: the request as a whole was understood and refused.
    #[error("{detail}")]
    Refused {
        /// The last part of the problem's type, in kebab-case.
        code: &'static str,
        /// What to tell the caller.
        detail: Cow<'static, str>,
    },
    /// 426: the client is older than the oldest that is still served.
    #[error("{}", .0.message)]
    ClientTooOld(Box<RequiredUpdate>),
    /// 428: the operation needs `If-Match`.
    #[error("If-Match is missing")]
    PreconditionRequired,
    /// 429: more requests than the caller's bucket holds.
    #[error("too many requests")]
    TooManyRequests {
        /// When the next request would pass.
        retry_after: Duration,
    },
    /// 500: a defect or a broken invariant. The cause is logged, never sent.
    #[error("internal error")]
    Internal(#[source] anyhow::Error),
    /// 503: something that the answer needs is down.
    #[error("unavailable")]
    Unavailable {
        /// When to try again.
        retry_after: Duration,
        /// Logged, never sent.
        #[source]
        cause: Option<anyhow::Error>,
    },
    /// 503: more requests are in flight than the operation takes.
    #[error("overloaded")]
    Overloaded,
    /// 503: the answer was not ready in time.
    #[error("timed out")]
    TimedOut,
}

/// Why a caller is asked to authenticate (RFC 6750, RFC 9470).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Challenge {
    /// There was no access token.
    Missing,
    /// There was one, and it does not hold: forged, expired, revoked, for another audience.
    InvalidToken,
    /// The name or the password does not hold.
    Credentials,
    /// The caller must have proved who they are more recently than this.
    Stale {
        /// The greatest age of the log-in.
        max_age: Duration,
    },
}

/// What a client that is too old must do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequiredUpdate {
    /// The oldest version that is served.
    pub minimum: String,
    /// The newest version that there is.
    pub latest: String,
    /// What to tell the user, in the user's language.
    pub message: String,
}

/// One bad field of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldError {
    /// Where: an RFC 6901 JSON pointer into the body (`/words/3/lemma`), or `query:limit`,
    /// `path:topicId`, `header:If-Match`.
    #[schema(example = "/words/3/lemma")]
    pub pointer: String,
    /// What is wrong, for programs.
    #[schema(example = "unknown-field")]
    pub code: Cow<'static, str>,
    /// What is wrong, for people.
    #[schema(example = "There is no field `lemma`.")]
    pub message: Cow<'static, str>,
}

impl FieldError {
    /// A bad field: where, what for programs, what for people.
    pub fn new(
        pointer: impl Into<String>,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { pointer: pointer.into(), code: code.into(), message: message.into() }
    }
}

/// The problem document (RFC 9457) that a client reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// `urn:tall:problem:<code>`; docs/API.md lists them all.
    #[serde(rename = "type")]
    #[schema(example = "urn:tall:problem:not-found")]
    pub kind: String,
    /// The type in words; the same for every occurrence.
    #[schema(example = "Not found")]
    pub title: Cow<'static, str>,
    /// The HTTP status.
    #[schema(example = 404)]
    pub status: u16,
    /// This occurrence in words.
    #[schema(example = "There is no topic 0197a3c8-54f6-7c1e-9c77-6d1e7a3b9f10.")]
    pub detail: Cow<'static, str>,
    /// The trace id of the request, to be quoted when asking for help.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "4bf92f3577b34da6a3ce929d0e0e4736")]
    pub instance: Option<String>,
    /// One entry for each bad field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
}

/// The prefix of every problem type.
pub const PROBLEM_URN: &str = "urn:tall:problem:";

impl Problem {
    /// The last part of the type: `not-found`.
    pub fn code(&self) -> &str {
        self.kind.strip_prefix(PROBLEM_URN).unwrap_or(&self.kind)
    }
}

/// The problem of a response, kept beside its body for the layers: the log line names its code, v1 flattens it.
#[derive(Debug, Clone)]
pub(crate) struct Told(pub(crate) Arc<Problem>);

/// The fixed part of a problem: what the type is called, and its status.
struct Kind {
    code: &'static str,
    status: StatusCode,
    title: Cow<'static, str>,
}

impl Kind {
    fn new(code: &'static str, status: StatusCode, title: &'static str) -> Self {
        Self { code, status, title: Cow::Borrowed(title) }
    }

    /// A type that a service named: its title is its code in words.
    fn named(code: &'static str, status: StatusCode) -> Self {
        let mut title = code.replace('-', " ");
        if let Some(first) = title.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        Self { code, status, title: Cow::Owned(title) }
    }
}

impl ApiError {
    /// 400: the request could not be read.
    pub fn malformed(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::Malformed(detail.into())
    }

    /// 401: no access token.
    pub fn unauthorized() -> Self {
        Self::Unauthenticated(Challenge::Missing)
    }

    /// 401: an access token that does not hold. Why it does not is for the log, not for the caller.
    pub fn invalid_token() -> Self {
        Self::Unauthenticated(Challenge::InvalidToken)
    }

    /// 401: a name or password that does not hold, or an account that lets nobody in yet; which is nobody's business.
    pub fn bad_credentials() -> Self {
        Self::Unauthenticated(Challenge::Credentials)
    }

    /// 403: the role, or the object, does not admit the caller.
    pub fn forbidden(detail: impl Into<Cow<'static, str>>) -> Self {
        Self::Forbidden(detail.into())
    }

    /// 404: absent, or not the caller's.
    pub fn not_found(what: &'static str, id: impl Display) -> Self {
        Self::NotFound { what, id: id.to_string() }
    }

    /// 409: the state does not allow it. `code` becomes the problem's type and stands in docs/API.md.
    pub fn conflict(code: &'static str, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::Conflict { code, detail: detail.into() }
    }

    /// 422: these fields are refused.
    pub fn invalid(errors: Vec<FieldError>) -> Self {
        Self::Invalid(errors)
    }

    /// 422: this one field is refused.
    pub fn invalid_field(
        pointer: impl Into<String>,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code, message)])
    }

    /// 422: the request as a whole is refused. `code` becomes the problem's type and stands in docs/API.md.
    pub fn refused(code: &'static str, detail: impl Into<Cow<'static, str>>) -> Self {
        Self::Refused { code, detail: detail.into() }
    }

    /// 429: come back after `retry_after`.
    pub fn too_many_requests(retry_after: Duration) -> Self {
        Self::TooManyRequests { retry_after }
    }

    /// 500: a defect; 503 where the cause is a store that did not answer. It is logged with the trace id and never sent.
    pub fn internal(cause: impl Into<anyhow::Error>) -> Self {
        Self::from(cause.into())
    }

    /// 503: come back after `retry_after`.
    pub fn unavailable(retry_after: Duration) -> Self {
        Self::Unavailable { retry_after, cause: None }
    }

    /// 503 with the reason, which is logged and never sent.
    pub fn unavailable_because(retry_after: Duration, cause: impl Into<anyhow::Error>) -> Self {
        Self::Unavailable { retry_after, cause: Some(cause.into()) }
    }

    /// The status that the caller gets.
    pub fn status(&self) -> StatusCode {
        self.kind().status
    }

    /// The last part of the problem's type: `not-found`.
    pub fn code(&self) -> &'static str {
        self.kind().code
    }

    /// The one place where an error becomes a type and a status.
    fn kind(&self) -> Kind {
        use StatusCode as S;
        match self {
            Self::Malformed(_) => Kind::new("malformed-request", S::BAD_REQUEST, "Malformed request"),
            Self::ClientVersion(_) => {
                Kind::new("client-version-required", S::BAD_REQUEST, "Client version required")
            }
            Self::Unauthenticated(Challenge::Missing) => {
                Kind::new("unauthenticated", S::UNAUTHORIZED, "Not authenticated")
            }
            Self::Unauthenticated(Challenge::InvalidToken) => {
                Kind::new("invalid-token", S::UNAUTHORIZED, "Access token not accepted")
            }
            Self::Unauthenticated(Challenge::Credentials) => {
                Kind::new("bad-credentials", S::UNAUTHORIZED, "Address or password not accepted")
            }
            Self::Unauthenticated(Challenge::Stale { .. }) => {
                Kind::new("stale-authentication", S::UNAUTHORIZED, "Log-in too long ago")
            }
            Self::Forbidden(_) => Kind::new("forbidden", S::FORBIDDEN, "Not permitted"),
            Self::NotFound { .. } => Kind::new("not-found", S::NOT_FOUND, "Not found"),
            Self::NoSuchRoute => Kind::new("no-such-route", S::NOT_FOUND, "No such operation"),
            Self::MethodNotAllowed => {
                Kind::new("method-not-allowed", S::METHOD_NOT_ALLOWED, "Method not allowed")
            }
            Self::Conflict { code, .. } => Kind::named(code, S::CONFLICT),
            Self::PreconditionFailed => {
                Kind::new("precondition-failed", S::PRECONDITION_FAILED, "Changed in the meantime")
            }
            Self::TooLarge => Kind::new("body-too-large", S::PAYLOAD_TOO_LARGE, "Body too large"),
            Self::UnsupportedMediaType { .. } => {
                Kind::new("unsupported-media-type", S::UNSUPPORTED_MEDIA_TYPE, "Media type not supported")
            }
            Self::Invalid(_) => Kind::new("invalid-fields", S::UNPROCESSABLE_ENTITY, "Fields refused"),
            Self::Refused { code, .. } => Kind::named(code, S::UNPROCESSABLE_ENTITY),
            Self::ClientTooOld(_) => Kind::new("client-too-old", S::UPGRADE_REQUIRED, "Update required"),
            Self::PreconditionRequired => {
                Kind::new("precondition-required", S::PRECONDITION_REQUIRED, "If-Match required")
            }
            Self::TooManyRequests { .. } => {
                Kind::new("too-many-requests", S::TOO_MANY_REQUESTS, "Too many requests")
            }
            Self::Internal(_) => Kind::new("internal", S::INTERNAL_SERVER_ERROR, "Internal error"),
            Self::Unavailable { .. } => Kind::new("unavailable", S::SERVICE_UNAVAILABLE, "Unavailable"),
            Self::Overloaded => Kind::new("overloaded", S::SERVICE_UNAVAILABLE, "Overloaded"),
            Self::TimedOut => Kind::new("timed-out", S::SERVICE_UNAVAILABLE, "Timed out"),
        }
    }

    /// This occurrence, in words that may be shown.
    fn detail(&self) -> Cow<'static, str> {
        match self {
            Self::Malformed(detail)
            | Self::ClientVersion(detail)
            | Self::Forbidden(detail)
            | Self::Conflict { detail, .. }
            | Self::Refused { detail, .. } => detail.clone(),
            Self::Unauthenticated(Challenge::Missing) => {
                "Send an access token as `Authorization: Bearer <token>`.".into()
            }
            Self::Unauthenticated(Challenge::InvalidToken) => {
                "The access token is expired, revoked or not valid here. Refresh it or log in again.".into()
            }
            Self::Unauthenticated(Challenge::Credentials) => {
                "The address or the password is not right, or the address is not confirmed yet: open the link in the mail \
                 that was sent to it.".into()
            }
            Self::Unauthenticated(Challenge::Stale { max_age }) => {
                format!("Log in again: this needs a log-in of the last {} minutes.", max_age.as_secs() / 60)
                    .into()
            }
            Self::NotFound { what, id } => format!("There is no {what} {id}.").into(),
            Self::NoSuchRoute => "No operation has this path.".into(),
            Self::MethodNotAllowed => "The path has operations, but none with this method.".into(),
            Self::PreconditionFailed => {
                "It has changed since you read it. Read it again and repeat the change.".into()
            }
            Self::TooLarge => "The body is longer than this operation takes.".into(),
            Self::UnsupportedMediaType { expected } => format!("The body must be {expected}.").into(),
            Self::Invalid(errors) => match errors.as_slice() {
                [only] => only.message.clone(),
                many => format!("{} fields are refused; see `errors`.", many.len()).into(),
            },
            Self::ClientTooOld(update) => update.message.clone().into(),
            Self::PreconditionRequired => {
                "Send the ETag of what you read as `If-Match`, so that no change of another is lost.".into()
            }
            Self::TooManyRequests { .. } => "Wait as long as `Retry-After` says.".into(),
            Self::Internal(_) => {
                "Something went wrong on our side. Quote `instance` when you ask for help.".into()
            }
            Self::Unavailable { .. } | Self::Overloaded => {
                "Not possible at the moment. Try again after `Retry-After`.".into()
            }
            Self::TimedOut => "The answer was not ready in time. The request can be repeated safely.".into(),
        }
    }

    fn errors(&mut self) -> Vec<FieldError> {
        match self {
            Self::Invalid(errors) => std::mem::take(errors),
            _ => Vec::new(),
        }
    }

    /// The header that the status demands.
    fn header(&self) -> Option<(HeaderName, HeaderValue)> {
        match self {
            Self::Unauthenticated(challenge) => Some((WWW_AUTHENTICATE, challenge.header())),
            Self::UnsupportedMediaType { expected } => Some((ACCEPT, HeaderValue::from_static(expected))),
            Self::ClientTooOld(update) => {
                HeaderValue::try_from(&update.latest).ok().map(|latest| (X_CLIENT_UPDATE, latest))
            }
            Self::TooManyRequests { retry_after } | Self::Unavailable { retry_after, .. } => {
                Some((RETRY_AFTER, seconds(*retry_after)))
            }
            Self::Overloaded | Self::TimedOut => Some((RETRY_AFTER, HeaderValue::from_static("1"))),
            _ => None,
        }
    }

    /// Tells the log, once, what the caller is not told.
    fn log_cause(&self) {
        match self {
            Self::Internal(cause) => {
                tracing::error!(error.message = %format_args!("{cause:#}"), "internal error")
            }
            Self::Unavailable { cause: Some(cause), .. } => {
                tracing::warn!(error.message = %format_args!("{cause:#}"), "unavailable");
            }
            _ => {}
        }
    }

    /// The document that the caller reads.
    pub fn into_problem(mut self) -> Problem {
        let Kind { code, status, title } = self.kind();
        Problem {
            kind: format!("{PROBLEM_URN}{code}"),
            title,
            status: status.as_u16(),
            detail: self.detail(),
            instance: boot::trace::current_trace_id(),
            errors: self.errors(),
        }
    }
}

impl Challenge {
    fn header(self) -> HeaderValue {
        match self {
            Self::Missing => HeaderValue::from_static(r#"Bearer realm="tall""#),
            Self::InvalidToken => HeaderValue::from_static(r#"Bearer realm="tall", error="invalid_token""#),
            Self::Credentials => HeaderValue::from_static(r#"Bearer realm="tall", error="invalid_request""#),
            Self::Stale { max_age } => HeaderValue::try_from(format!(
                r#"Bearer realm="tall", error="insufficient_user_authentication", max_age="{}""#,
                max_age.as_secs()
            ))
            .unwrap_or(HeaderValue::from_static(r#"Bearer realm="tall""#)),
        }
    }
}

/// Whole seconds, rounded up and never 0: a client that came back too early would be refused again.
fn seconds(wait: Duration) -> HeaderValue {
    let whole = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
    HeaderValue::from(whole.max(1))
}

impl From<anyhow::Error> for ApiError {
    /// An `ApiError` that travelled inside stays itself; a store that did not answer is 503; the rest is a defect.
    fn from(cause: anyhow::Error) -> Self {
        match cause.downcast::<ApiError>() {
            Ok(error) => error,
            Err(cause) if outage::is_outage(&cause) => Self::unavailable_because(outage::RETRY_AFTER, cause),
            Err(cause) => Self::Internal(cause),
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        self.log_cause();
        let status = self.status();
        let header = self.header();
        let problem = self.into_problem();

        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response = (status, body).into_response();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some((name, value)) = header {
            response.headers_mut().insert(name, value);
        }
        response.extensions_mut().insert(Told(Arc::new(problem)));
        response
    }
}
