//! The HTTP listener: accepts, serves, and on the word stops accepting and finishes what it began.

use anyhow::Context as _;
use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{Request, body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tokio_util::sync::CancellationToken;
use tower::Service;

const HEADER_TIMEOUT: Duration = Duration::from_secs(10);
const LARGEST_HEAD: usize = 32 * 1024;
const PAUSE_WITHOUT_DESCRIPTORS: Duration = Duration::from_millis(50);

/// A socket that already listens: a port that is taken fails the start.
pub(crate) struct Server {
    listener: TcpListener,
    connections: Arc<Semaphore>,
}

impl Server {
    pub(crate) async fn bind(listen: SocketAddr, connections: usize) -> anyhow::Result<Self> {
        let listener =
            TcpListener::bind(listen).await.with_context(|| format!("cannot listen on {listen}"))?;
        Ok(Self { listener, connections: Arc::new(Semaphore::new(connections)) })
    }

    pub(crate) fn address(&self) -> anyhow::Result<SocketAddr> {
        self.listener.local_addr().context("the address of a listener")
    }

    /// Serves until `stop`; ends when the last request is answered.
    pub(crate) async fn serve(self, router: Router, stop: CancellationToken) -> anyhow::Result<()> {
        let graceful = GracefulShutdown::new();
        let mut connection = auto::Builder::new(TokioExecutor::new());
        connection
            .http1()
            .timer(TokioTimer::new())
            .header_read_timeout(HEADER_TIMEOUT)
            .max_buf_size(LARGEST_HEAD)
            .http2()
            .timer(TokioTimer::new())
            .max_header_list_size(LARGEST_HEAD as u32);
        loop {
            let accepted = tokio::select! {
                () = stop.cancelled() => break,
                accepted = self.accept() => accepted,
            };
            let (stream, peer, permit) = match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    tracing::warn!(error = %error, "a connection was not accepted");
                    tokio::time::sleep(PAUSE_WITHOUT_DESCRIPTORS).await;
                    continue;
                }
            };
            let router = router.clone();
            let service = service_fn(move |mut request: Request<Incoming>| {
                request.extensions_mut().insert(ConnectInfo(peer));
                router.clone().call(request.map(Body::new))
            });
            let serving = connection.serve_connection_with_upgrades(TokioIo::new(stream), service);
            let serving = graceful.watch(serving.into_owned());
            tokio::spawn(async move {
                if let Err(error) = serving.await {
                    tracing::debug!(error = error.to_string(), "a connection ended early");
                }
                drop(permit);
            });
        }
        drop(self.listener);
        graceful.shutdown().await;
        Ok(())
    }

    async fn accept(&self) -> std::io::Result<(TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit)> {
        let permit = self.connections.clone().acquire_owned().await.map_err(std::io::Error::other)?;
        let (stream, peer) = self.listener.accept().await?;
        stream.set_nodelay(true)?;
        Ok((stream, peer, permit))
    }
}
