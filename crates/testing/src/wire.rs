//! An outage that a test decides on.

use std::net::SocketAddr;
use tokio::{
    io::copy_bidirectional,
    net::{TcpListener, TcpStream},
};
use tokio_util::sync::CancellationToken;

/// The way to a server. Cut, it drops what it carries and refuses what comes, as a server does that went away. Clones
/// are the same wire.
#[derive(Clone, Debug)]
pub struct Wire {
    address: SocketAddr,
    cut: CancellationToken,
}

impl Wire {
    /// A wire to `server`, `127.0.0.1:27017`, for as long as the test runs.
    ///
    /// # Panics
    /// There is no free port.
    pub async fn to(server: impl Into<String>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let wire =
            Self { address: listener.local_addr().expect("an address"), cut: CancellationToken::new() };
        tokio::spawn(carry(listener, server.into(), wire.cut.clone()));
        wire
    }

    /// Where to call instead of the server.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends every connection, and lets none begin.
    pub fn cut(&self) {
        self.cut.cancel();
    }
}

async fn carry(listener: TcpListener, server: String, cut: CancellationToken) {
    while let Some(Ok((mut caller, _))) = cut.run_until_cancelled(listener.accept()).await {
        let (server, cut) = (server.clone(), cut.clone());
        tokio::spawn(async move {
            let mut server = TcpStream::connect(server).await.expect("the server behind the wire");
            // Ends when either side does, or with the wire.
            drop(cut.run_until_cancelled(copy_bidirectional(&mut caller, &mut server)).await);
        });
    }
}
