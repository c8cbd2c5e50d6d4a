use std::num::NonZeroU32;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;

use crate::ApiError;

/// As many requests in flight as there are permits; one more is refused at once rather than queued, since a
/// queue only makes every answer late.
#[derive(Clone)]
pub struct Admission(Arc<Semaphore>);

impl Admission {
    pub(super) fn new(permits: NonZeroU32) -> Self {
        Self(Arc::new(Semaphore::new(permits.get() as usize)))
    }
}

/// For a route of its own concurrency:
/// `routes!(hash).layer(middleware::from_fn_with_state(web::concurrency(4), web::admit))`.
pub fn concurrency(requests: NonZeroU32) -> Admission {
    Admission::new(requests)
}

/// Answers 503 at once while all permits are taken.
pub async fn admit(State(admission): State<Admission>, request: Request, next: Next) -> Response {
    match admission.0.try_acquire() {
        Ok(_permit) => next.run(request).await,
        Err(_) => ApiError::Overloaded.into_response(),
    }
}
