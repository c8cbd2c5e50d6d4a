//! Bytes that are held or that arrive.

use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt, TryStreamExt, stream};
use http_body::{Body, Frame, SizeHint};
use std::{
    fmt, io,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
};

type Chunks = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;

/// The bytes of an object, of known length: in memory, or as a stream that is never held as a whole.
pub struct Content {
    length: u64,
    source: Source,
}

enum Source {
    Held(Bytes),
    Arriving(Chunks),
}

impl Content {
    /// Bytes in memory.
    pub fn of_bytes(bytes: impl Into<Bytes>) -> Self {
        let bytes = bytes.into();
        Self { length: bytes.len() as u64, source: Source::Held(bytes) }
    }

    /// A stream of exactly `length` bytes; one of another length is an error for whoever reads it.
    pub fn of_stream(length: u64, chunks: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Self {
        Self { length, source: Source::Arriving(Box::pin(chunks)) }
    }

    /// How many bytes.
    #[must_use]
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The bytes as they arrive; an error when they are more or fewer than [`Content::length`].
    pub fn into_stream(self) -> impl Stream<Item = io::Result<Bytes>> + Send {
        match self.source {
            Source::Held(bytes) => stream::once(async { Ok(bytes) }).boxed(),
            Source::Arriving(chunks) => Exactly { chunks, left: self.length, wrong: Arc::default() }.boxed(),
        }
    }

    /// All bytes, in memory.
    ///
    /// # Errors
    /// The source fails, or gives more or fewer bytes than [`Content::length`].
    pub async fn bytes(self) -> io::Result<Bytes> {
        if let Source::Held(bytes) = self.source {
            return Ok(bytes);
        }
        let held = BytesMut::with_capacity(usize::try_from(self.length).map_err(io::Error::other)?);
        let add = |mut held: BytesMut, chunk: Bytes| async move {
            held.extend_from_slice(&chunk);
            Ok(held)
        };
        self.into_stream().try_fold(held, add).await.map(BytesMut::freeze)
    }

    /// As the body of a request, or as bytes where they are held, so that the request can be tried again. The flag
    /// tells afterwards whether the length was wrong.
    pub(crate) fn into_body(self) -> Result<Bytes, (SizedBody, Arc<AtomicBool>)> {
        match self.source {
            Source::Held(bytes) => Ok(bytes),
            Source::Arriving(chunks) => {
                let wrong = Arc::new(AtomicBool::new(false));
                let exactly = Exactly { chunks, left: self.length, wrong: wrong.clone() };
                Err((SizedBody(Mutex::new(exactly)), wrong))
            }
        }
    }
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Content({} bytes)", self.length)
    }
}

/// Passes on exactly so many bytes.
struct Exactly {
    chunks: Chunks,
    left: u64,
    wrong: Arc<AtomicBool>,
}

impl Exactly {
    fn refuse(&self, problem: &str) -> Poll<Option<io::Result<Bytes>>> {
        self.wrong.store(true, Ordering::Relaxed);
        Poll::Ready(Some(Err(io::Error::new(io::ErrorKind::InvalidData, problem))))
    }
}

impl Stream for Exactly {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.chunks.as_mut().poll_next(context) {
            Poll::Ready(Some(Ok(chunk))) => match self.left.checked_sub(chunk.len() as u64) {
                Some(left) => {
                    self.left = left;
                    Poll::Ready(Some(Ok(chunk)))
                }
                None => self.refuse("more bytes than were said"),
            },
            Poll::Ready(None) if self.left > 0 => self.refuse("fewer bytes than were said"),
            other => other,
        }
    }
}

/// A stream as the body of a request. The lock is never taken: it makes the stream shareable for the SDK's types.
pub(crate) struct SizedBody(Mutex<Exactly>);

impl Body for SizedBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let exactly = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        exactly.poll_next_unpin(context).map(|next| next.map(|chunk| chunk.map(Frame::data)))
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.lock().unwrap_or_else(PoisonError::into_inner).left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_chunks(length: u64, chunks: &[&'static str]) -> Content {
        let chunks: Vec<_> = chunks.iter().map(|chunk| Ok(Bytes::from_static(chunk.as_bytes()))).collect();
        Content::of_stream(length, stream::iter(chunks))
    }

    #[tokio::test]
    async fn a_stream_of_the_said_length_is_read_whole() {
        assert_eq!(of_chunks(4, &["ab", "", "cd"]).bytes().await.expect("four bytes"), "abcd");
        assert_eq!(of_chunks(0, &[]).bytes().await.expect("no byte"), "");
        assert_eq!(Content::of_bytes("abcd").length(), 4);
    }

    #[tokio::test]
    async fn a_stream_of_another_length_is_an_error() {
        for (length, chunks) in [(3, ["ab", "cd"]), (5, ["ab", "cd"])] {
            let error = of_chunks(length, &chunks).bytes().await.expect_err("another length");
            assert_eq!(error.kind(), io::ErrorKind::InvalidData);
        }
    }
}
