//! The HTTP listeners: accept, serve, and on the word stop accepting and finish what was begun.

use crate::{
    PeerName,
    internal::{Callers, Credentials},
    unread::drained,
};
use anyhow::Context as _;
use axum::{Router, extract::ConnectInfo};
use hyper::{Request, body::Incoming, service::service_fn};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::conn::auto,
};
use rustls::ServerConfig;
use std::{net::SocketAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};
use tokio_util::{sync::CancellationToken, task::TaskTracker};
use tower::Service;

const HEADER_TIMEOUT: Duration = Duration::from_secs(10);
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(5);
const LARGEST_HEAD: usize = 32 * 1024;
const PAUSE_WITHOUT_DESCRIPTORS: Duration = Duration::from_millis(50);

/// How long a certificate counts that was shown when a connection was opened. The gateway closes its own before that.
const OLDEST_MUTUAL: Duration = Duration::from_secs(600);

/// What a connection speaks.
#[derive(Clone)]
pub(crate) enum Transport {
    /// HTTP as it is.
    Plain,
    /// HTTP within TLS, for everybody.
    Tls(Credentials),
    /// HTTP within TLS, for callers whose certificate says that they are among these.
    Mutual(Credentials, Callers),
}

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
    pub(crate) async fn serve(
        self,
        transport: Transport,
        router: Router,
        stop: CancellationToken,
    ) -> anyhow::Result<()> {
        let open = TaskTracker::new();
        let connection = Connection { transport, http: http(), router, stop: stop.clone() };
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
            let connection = connection.clone();
            open.spawn(async move {
                connection.serve(stream, peer).await;
                drop(permit);
            });
        }
        drop(self.listener);
        open.close();
        open.wait().await;
        Ok(())
    }

    async fn accept(&self) -> std::io::Result<(TcpStream, SocketAddr, tokio::sync::OwnedSemaphorePermit)> {
        let permit = self.connections.clone().acquire_owned().await.map_err(std::io::Error::other)?;
        let (stream, peer) = self.listener.accept().await?;
        stream.set_nodelay(true)?;
        Ok((stream, peer, permit))
    }
}

fn http() -> auto::Builder<TokioExecutor> {
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADER_TIMEOUT)
        .max_buf_size(LARGEST_HEAD)
        .http2()
        .timer(TokioTimer::new())
        .max_header_list_size(LARGEST_HEAD as u32);
    http
}

/// How one connection is served.
#[derive(Clone)]
struct Connection {
    transport: Transport,
    http: auto::Builder<TokioExecutor>,
    router: Router,
    stop: CancellationToken,
}

impl Connection {
    async fn serve(self, stream: TcpStream, peer: SocketAddr) {
        match self.transport.clone() {
            Transport::Plain => self.answer(stream, peer, None, std::future::pending()).await,
            Transport::Tls(credentials) => {
                let opened = tokio::select! {
                    () = self.stop.cancelled() => return,
                    opened = open(credentials.server_for_everybody(), stream) => opened,
                };
                match opened {
                    Ok(stream) => self.answer(stream, peer, None, std::future::pending()).await,
                    Err(error) => {
                        tracing::debug!(error = format!("{error:#}"), "a connection ended early");
                    }
                }
            }
            Transport::Mutual(credentials, callers) => {
                let opened = tokio::select! {
                    () = self.stop.cancelled() => return,
                    opened = handshake(&credentials, callers, stream) => opened,
                };
                let outcome = if opened.is_ok() { "accepted" } else { "refused" };
                credentials.metrics.handshakes.with_label_values(&[callers.listener(), outcome]).inc();
                match opened {
                    Ok((stream, caller)) => {
                        self.answer(stream, peer, caller, tokio::time::sleep(OLDEST_MUTUAL)).await;
                    }
                    Err(error) => tracing::warn!(
                        client.address = %peer.ip(),
                        listener = callers.listener(),
                        error = format!("{error:#}"),
                        "a connection is refused"
                    ),
                }
            }
        }
    }

    /// Answers requests until the other side has no more, or `end`, or the word to stop.
    async fn answer(
        &self,
        stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
        peer: SocketAddr,
        caller: Option<PeerName>,
        end: impl Future<Output = ()>,
    ) {
        let (router, stop) = (self.router.clone(), self.stop.clone());
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            if let Some(caller) = &caller {
                request.extensions_mut().insert(caller.clone());
            }
            router.clone().call(drained(request, &stop))
        });
        let mut serving = pin!(self.http.serve_connection_with_upgrades(TokioIo::new(stream), service));
        let ended = tokio::select! {
            ended = serving.as_mut() => ended,
            () = self.stop.cancelled() => { serving.as_mut().graceful_shutdown(); serving.await }
            () = end => { serving.as_mut().graceful_shutdown(); serving.await }
        };
        if let Err(error) = ended {
            tracing::debug!(error = error.to_string(), "a connection ended early");
        }
    }
}

/// A connection of somebody whose certificate is verified, and who may open one; which service, if it is one.
async fn handshake(
    credentials: &Credentials,
    callers: Callers,
    stream: TcpStream,
) -> anyhow::Result<(TlsStream<TcpStream>, Option<PeerName>)> {
    let stream = open(credentials.server(), stream).await?;
    let caller = credentials.name_of(stream.get_ref().1.peer_certificates())?;
    Ok((stream, callers.admit(caller)?))
}

async fn open(server: Arc<ServerConfig>, stream: TcpStream) -> anyhow::Result<TlsStream<TcpStream>> {
    let accepting = TlsAcceptor::from(server).accept(stream);
    Ok(tokio::time::timeout(HANDSHAKE_TIMEOUT, accepting).await.context("too slow")??)
}
