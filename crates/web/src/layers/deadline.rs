use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::time::{Instant, sleep_until};

use crate::ApiError;

/// The time that this request has, in milliseconds; its route may change it.
#[derive(Clone)]
struct Allowance(Arc<AtomicU64>);

impl Allowance {
    fn until(&self, started: Instant) -> Instant {
        started + Duration::from_millis(self.0.load(Ordering::Relaxed))
    }
}

/// Gives a request up when its time is over. A streamed answer has its time until the stream begins.
pub(super) async fn limit(State(limit): State<Duration>, mut request: Request, next: Next) -> Response {
    let allowance = Allowance(Arc::new(AtomicU64::new(millis(limit))));
    request.extensions_mut().insert(allowance.clone());

    let started = Instant::now();
    let mut answer = pin!(next.run(request));
    loop {
        let until = allowance.until(started);
        tokio::select! {
            response = &mut answer => return response,
            () = sleep_until(until) => {
                if allowance.until(started) <= until {
                    return ApiError::TimedOut.into_response();
                }
            }
        }
    }
}

/// For a route that may take longer, or must be quicker:
/// `routes!(import).layer(middleware::from_fn_with_state(Duration::from_secs(60), web::time_limit))`.
pub async fn time_limit(State(limit): State<Duration>, request: Request, next: Next) -> Response {
    if let Some(allowance) = request.extensions().get::<Allowance>() {
        allowance.0.store(millis(limit), Ordering::Relaxed);
    }
    next.run(request).await
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}
