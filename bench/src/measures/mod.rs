//! The measures, one a file.

mod access;
mod answer;
mod flood;
mod identity;
pub mod idle;
mod log_out;
pub mod monday;
mod personal;
mod relay;
mod session;
mod store;
mod sync;
mod visible;

use crate::{Figure, Size};
use anyhow::Result;
use futures::future::LocalBoxFuture;

/// A measure: what it is called on the command line, what it is about, and how it is taken.
pub struct Measure {
    /// Its name.
    pub name: &'static str,
    /// In a few words.
    pub about: &'static str,
    take: fn(Size) -> LocalBoxFuture<'static, Result<Vec<Figure>>>,
}

impl Measure {
    /// Takes it.
    ///
    /// # Errors
    /// Something could not be measured; a slow figure is no error.
    pub async fn take(&self, size: Size) -> Result<Vec<Figure>> {
        (self.take)(size).await
    }
}

/// All of them, in the order of the table.
pub const ALL: [Measure; 14] = [
    Measure {
        name: "visible",
        about: "from the answer of a command to the effect of its event in another service",
        take: |size| Box::pin(visible::take(size)),
    },
    Measure {
        name: "relay",
        about: "how fast an outbox is drained, in both stores",
        take: |size| Box::pin(relay::take(size)),
    },
    Measure {
        name: "access",
        about: "CPU time that checking a token adds to a request",
        take: |size| Box::pin(access::take(size)),
    },
    Measure {
        name: "answer",
        about: "answers to cards against bare writes of the same documents",
        take: |size| Box::pin(answer::take(size)),
    },
    Measure {
        name: "session",
        about: "the next sitting of a student with ten thousand cards",
        take: |size| Box::pin(session::take(size)),
    },
    Measure {
        name: "store",
        about: "the next sitting in a store with many cards against a small one",
        take: |size| Box::pin(store::take(size)),
    },
    Measure {
        name: "monday",
        about: "the weeks of all students opened by a run that is killed in the middle",
        take: |size| Box::pin(monday::take(size)),
    },
    Measure {
        name: "sync",
        about: "500 facts of a device that was offline against bare writes of the same documents",
        take: |size| Box::pin(sync::take(size)),
    },
    Measure {
        name: "identity",
        about: "log-ins against bare hashes, and rotations of refresh tokens",
        take: |size| Box::pin(identity::take(size)),
    },
    Measure {
        name: "flood",
        about: "memory of profile while ten times as many log in as it can hash",
        take: |size| Box::pin(flood::take(size)),
    },
    Measure {
        name: "log-out",
        about: "from the answer of a log-out to the refusal of its token everywhere",
        take: |size| Box::pin(log_out::take(size)),
    },
    Measure {
        name: "personal",
        about: "an audited reading against a durable insert",
        take: |size| Box::pin(personal::take(size)),
    },
    Measure {
        name: "rewrap",
        about: "a million data keys wrapped by another key while they are read",
        take: |size| Box::pin(personal::rewrap(size)),
    },
    Measure {
        name: "idle",
        about: "start and memory of each service",
        take: |size| Box::pin(idle::take(size)),
    },
];
