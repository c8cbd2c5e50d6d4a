//! A server that is not there, goes away, or hangs.

use std::time::Duration;

use documents::{Change, ChangeError, Documents, Error, Filter, connect_uri};
use testing::stack;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

use crate::support::{Scratch, Shelf, store_over, topic};

/// No caller waits longer than this.
const BOUND: Duration = Duration::from_secs(6);

async fn shelves_at(uri: &str, name: &str) -> Documents<Shelf> {
    Documents::new(&store_over(connect_uri(uri, name).await.expect("an address")))
}

async fn assert_unavailable(shelves: &Documents<Shelf>) {
    let read = timeout(BOUND, shelves.get(topic())).await.expect("within the bound");
    assert!(matches!(read, Err(Error::Unavailable(_))), "{read:?}");
    let written =
        timeout(BOUND, shelves.change(topic(), Filter::any(), Change::none)).await.expect("within the bound");
    assert!(matches!(written, Err(ChangeError::Store(Error::Unavailable(_)))), "{written:?}");
}

#[tokio::test]
async fn a_server_that_is_down_is_an_error_within_a_bound() {
    let closed = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = closed.local_addr().expect("bound");
    drop(closed);
    assert_unavailable(&shelves_at(&format!("mongodb://{address}"), "absent").await).await;
}

#[tokio::test]
async fn a_server_that_says_nothing_is_an_error_within_a_bound() {
    let silent = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = silent.local_addr().expect("bound");
    assert_unavailable(&shelves_at(&format!("mongodb://{address}"), "silent").await).await;
}

/// A way to the server that can be cut.
struct Wire {
    listener: TcpListener,
    server: String,
}

impl Wire {
    async fn carry(&self, cut: &CancellationToken) {
        let mut connections = JoinSet::new();
        while let Some(accepted) = cut.run_until_cancelled(self.listener.accept()).await {
            let (mut client, _) = accepted.expect("a connection");
            let server = self.server.clone();
            connections.spawn(async move {
                let mut server = TcpStream::connect(server).await.expect("the server is up");
                // Either side may end it: that is what a connection does.
                let _ended = copy_bidirectional(&mut client, &mut server).await;
            });
        }
    }
}

#[tokio::test]
async fn a_server_that_comes_back_is_used_again() {
    let scratch = Scratch::new().await;
    let shelf = scratch.shelf().await;
    let uri = stack::variable("TALL_TEST_MONGO_URI");
    let (head, tail) = uri.split_once('@').expect("the address has a user");
    let (server, options) = tail.split_once('/').expect("and options");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let through = format!("{head}@{}/{options}", listener.local_addr().expect("bound"));
    let wire = Wire { listener, server: server.to_owned() };
    let shelves = shelves_at(&through, scratch.name()).await;

    let up = CancellationToken::new();
    let change = async {
        let changed = shelves.change(shelf.id, Filter::any(), Shelf::add).await;
        up.cancel();
        changed.expect("stored").expect("there")
    };
    assert_eq!(tokio::join!(change, wire.carry(&up)).0.total, 1);

    assert_unavailable(&shelves).await;

    let up = CancellationToken::new();
    let back = async {
        let start = Instant::now();
        let changed = loop {
            match shelves.change(shelf.id, Filter::any(), Shelf::add).await {
                Ok(changed) => break changed.expect("there"),
                Err(error) => assert!(start.elapsed() < BOUND, "{error:?}"),
            }
        };
        up.cancel();
        changed
    };
    assert_eq!(tokio::join!(back, wire.carry(&up)).0.total, 2);
}
