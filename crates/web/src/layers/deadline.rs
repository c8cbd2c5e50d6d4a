use std::pin::pin;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

use crate::ApiError;

/// The time that this request has; its route may change it.
#[derive(Clone)]
struct Allowance(watch::Sender<Duration>);

/// Gives a request up when its time is over. A streamed answer has its time until the stream begins.
pub(super) async fn limit(State(limit): State<Duration>, mut request: Request, next: Next) -> Response {
    let (allowance, mut allowed) = watch::channel(limit);
    request.extensions_mut().insert(Allowance(allowance.clone()));

    let started = Instant::now();
    let mut answer = pin!(next.run(request));
    loop {
        let until = started + *allowed.borrow_and_update();
        tokio::select! {
            response = &mut answer => return response,
            // `allowance` is held here, so that this ends only with a change.
            _ = allowed.changed() => {}
            () = sleep_until(until) => return ApiError::TimedOut.into_response(),
        }
    }
}

/// For a route that may take longer, or must be quicker:
/// `routes!(import).layer(middleware::from_fn_with_state(Duration::from_secs(60), web::time_limit))`.
pub async fn time_limit(State(limit): State<Duration>, request: Request, next: Next) -> Response {
    if let Some(Allowance(allowance)) = request.extensions().get() {
        allowance.send_replace(limit);
    }
    next.run(request).await
}
