//! What nobody reads of a request's body.

use axum::body::Body;
use http::{Request, header};
use hyper::body::{Body as HttpBody, Bytes, Frame, Incoming, SizeHint};
use std::{
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

/// Bytes that are read in vain at most: more than any operation takes.
const MOST: usize = 32 << 20;

/// Nobody holds a connection for longer with what is not wanted.
const LONGEST: Duration = Duration::from_secs(10);

/// The body of `request` for its reader. What the reader leaves is read and dropped, up to bounds and until `stop`.
///
/// A request that is refused before its body was read would otherwise be answered while it is still being sent, and its
/// connection closed: the sender sees a broken pipe in place of the refusal, and a gateway tells of a 502. Whoever waits
/// to be told whether to send (`Expect: 100-continue`) is not made to.
pub(crate) fn drained(request: Request<Incoming>, stop: &CancellationToken) -> Request<Body> {
    if request.headers().contains_key(header::EXPECT) || request.body().is_end_stream() {
        return request.map(Body::new);
    }
    request.map(|body| Body::new(Drained { unread: Some(body), stop: stop.clone() }))
}

struct Drained {
    unread: Option<Incoming>,
    stop: CancellationToken,
}

impl HttpBody for Drained {
    type Data = Bytes;
    type Error = hyper::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, hyper::Error>>> {
        let Some(body) = &mut self.unread else { return Poll::Ready(None) };
        let frame = Pin::new(body).poll_frame(context);
        if matches!(frame, Poll::Ready(None | Some(Err(_)))) {
            self.unread = None;
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.unread.as_ref().is_none_or(HttpBody::is_end_stream)
    }

    fn size_hint(&self) -> SizeHint {
        self.unread.as_ref().map_or_else(|| SizeHint::with_exact(0), HttpBody::size_hint)
    }
}

impl Drop for Drained {
    fn drop(&mut self) {
        let Some(body) = self.unread.take().filter(|body| !body.is_end_stream()) else { return };
        let stop = self.stop.clone();
        // Where the runtime has ended, so has the connection.
        let Ok(runtime) = Handle::try_current() else { return };
        runtime.spawn(async move {
            tokio::select! {
                () = stop.cancelled() => {}
                _ = tokio::time::timeout(LONGEST, drain(body)) => {}
            }
        });
    }
}

async fn drain(mut body: Incoming) {
    let mut read = 0;
    while read <= MOST
        && let Some(Ok(frame)) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await
    {
        read += frame.data_ref().map_or(0, Bytes::len);
    }
}
