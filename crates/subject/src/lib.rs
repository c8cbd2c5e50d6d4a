#![doc = include_str!("../README.md")]
#![deny(missing_docs)]

mod archive;
mod config;
#[cfg(feature = "documents")]
pub mod documents;
mod part;
mod replay;
mod table;

pub use archive::{Entry, archive, copy_into};
pub use config::ExportsConfig;
pub use part::{Part, put_part};
pub use replay::{Erasures, erase_restored, erasures_so_far};
pub use table::{Table, TooMuch};

use boot::Service;
use bus::Publications;
use chrono::TimeDelta;
use events::pii::{ErasureConfirmed, ExportPartReady, Holding};
use ids::UserId;

/// Bytes of JSON that the part of one service may take.
pub const MOST_BYTES: usize = 32 << 20;
/// Bytes that the files of one service may take together, beside its tables; a file that is too large is left out.
pub const MOST_FILE_BYTES: usize = 16 << 20;
/// How long after the erasure everything is erased once more: the life of an access token and a minute, so that nothing
/// is left of a request that was running, or whose token was not known to be revoked yet.
pub const SETTLED_AFTER: TimeDelta = TimeDelta::minutes(16);

/// What becomes of a holding when its person is forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is deleted.
    Erased,
    /// It stays, and says [`nobody`] where it said who: it is about the school's content, and only written by the person.
    Anonymous,
    /// It stays, with an id that names nobody any more: who did what must be accounted for.
    Accountable,
}

/// One thing that a service keeps of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The table or the collection.
    pub name: &'static str,
    /// What it is, for the person who reads their export.
    pub about: &'static str,
    /// What becomes of it.
    pub fate: Fate,
}

/// What a person can open in another program, beside the tables: the same, in the format of that program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldFile {
    /// Its name: that of no table with an ending, and without slashes.
    pub name: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// What it is, for the person who reads their export.
    pub about: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A service's own knowledge of what it keeps of people.
#[async_trait::async_trait]
pub trait Holder: Send + Sync + 'static {
    /// Everything that it keeps of people, by name. Whatever is not here is neither exported nor erased.
    fn held(&self) -> Vec<Held>;

    /// All that is kept of `user`: one table for each holding, in the order of [`Holder::held`], empty ones too.
    ///
    /// # Errors
    /// The store, or more than a part may hold ([`TooMuch`]).
    async fn export(&self, user: UserId) -> anyhow::Result<Vec<Table>>;

    /// What of `user` can be opened in another program. It says nothing that the tables do not: it is erased with them.
    ///
    /// # Errors
    /// The store.
    async fn files(&self, _user: UserId) -> anyhow::Result<Vec<HeldFile>> {
        Ok(Vec::new())
    }

    /// Erases, or makes anonymous, all that is kept of `user`, and tells how much. Repeatable.
    ///
    /// # Errors
    /// The store.
    async fn erase(&self, user: UserId) -> anyhow::Result<Vec<Holding>>;
}

/// Declares the section of the configuration that answers need, besides those of the foundation.
#[must_use]
pub fn sections(service: Service) -> Service {
    service.section::<ExportsConfig>()
}

/// What a service publishes to answer.
#[must_use]
pub fn replies(publications: Publications) -> Publications {
    publications.event::<ExportPartReady>().event::<ErasureConfirmed>()
}

/// Who is said to have written what somebody wrote who was forgotten: the nil UUID, which no user has.
#[must_use]
pub const fn nobody() -> UserId {
    UserId::new(NOBODY)
}

const NOBODY: uuid::Uuid = uuid::Uuid::nil();
