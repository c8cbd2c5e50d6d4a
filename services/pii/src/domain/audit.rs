//! The access log as hash chains.
//!
//! Each link is the fact that is published on `pii.access.log`, and holds the SHA-256 of the link before it in its
//! chain. Who changes, drops or inserts a link must rewrite every later one, and the copies on Kafka and in the
//! archive do not follow. Sixteen chains, chosen by the subject, let readings about different people commit side by
//! side; the facts about one person are in one chain.

use access::Role;
use chrono::{DateTime, Utc};
use events::{
    DecodeError, Decoder, Event,
    pii::{AccessDecision, Actor, ActorKind, PiiAccessed},
};
use ids::UserId;
use sha2::{Digest, Sha256};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

/// Chains side by side. Fixed: a change would tear them.
pub const CHAINS: u8 = 16;
/// Bytes of a hash.
pub const HASH: usize = 32;
/// The schemas that links were written with, by format from 1 on; the last is what is written now. A chain is never
/// written anew, so none of these ever goes.
pub const FORMATS: [&str; 2] = [
    include_str!("../../../../schemas/released/pii.access.log-tall.pii.PiiAccessed.1.avsc"),
    PiiAccessed::SCHEMA,
];
/// The format of a link that is written now.
pub const FORMAT: i16 = FORMATS.len() as i16;

/// Somebody asked for personal data.
#[derive(Clone, Debug, PartialEq)]
pub struct Access {
    /// Who asked.
    pub actor: Actor,
    /// About whom.
    pub subject: UserId,
    /// For what: names of fields, or of what else is kept of a person.
    pub fields: Vec<&'static str>,
    /// Why they may, or that they may not, as a code.
    pub purpose: String,
    /// What a service asked because of.
    pub cause: Option<String>,
    /// Whether they were answered.
    pub allowed: bool,
    /// When.
    pub at: DateTime<Utc>,
}

/// Readers of every format, made once: a schema that was parsed stays in memory.
static READERS: LazyLock<[Result<Decoder<PiiAccessed>, DecodeError>; FORMATS.len()]> =
    LazyLock::new(|| FORMATS.map(Decoder::new));

/// The link in these bytes of this format; `None` when they are none.
pub fn read_link(format: i16, bytes: &[u8]) -> Option<PiiAccessed> {
    let place = usize::try_from(format).ok()?.checked_sub(1)?;
    READERS.get(place)?.as_ref().ok()?.decode(bytes).ok()
}

/// A user who asks, in the role of their token.
pub fn user(id: UserId, role: Role) -> Actor {
    Actor { kind: ActorKind::User, id: id.to_string(), role: Some(role.as_str().to_owned()) }
}

/// A service that asks, as its certificate names it.
pub fn service(name: &str) -> Actor {
    Actor { kind: ActorKind::Service, id: name.to_owned(), role: None }
}

/// The end of a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Which chain.
    pub chain: u8,
    /// Links so far.
    pub length: i64,
    /// Hash of the last one; zeros before the first.
    pub hash: [u8; HASH],
}

impl Head {
    /// A chain before its first link.
    pub const fn of_empty(chain: u8) -> Self {
        Self { chain, length: 0, hash: [0; HASH] }
    }

    /// The link that says `access`, at the end of this chain.
    pub fn link(&self, access: &Access) -> PiiAccessed {
        let mut fields: Vec<_> = access.fields.iter().map(|field| (*field).to_owned()).collect();
        fields.sort_unstable();
        PiiAccessed {
            subject_id: access.subject,
            actor: access.actor.clone(),
            fields,
            purpose: access.purpose.clone(),
            decision: if access.allowed { AccessDecision::Allowed } else { AccessDecision::Refused },
            chain: self.chain.into(),
            position: self.length,
            previous_hash: self.hash.to_vec(),
            cause_id: access.cause.clone(),
            accessed_at: access.at,
        }
    }

    /// The end of the chain behind a link with these bytes.
    pub fn after(&self, link: &[u8]) -> Self {
        Self { chain: self.chain, length: self.length + 1, hash: Sha256::digest(link).into() }
    }

    /// Whether `link` stands where a link after this end would stand.
    pub fn is_followed_by(&self, link: &PiiAccessed) -> bool {
        link.chain == i32::from(self.chain) && link.position == self.length && link.previous_hash == self.hash
    }
}

/// Where each chain ended when this process last wrote to it. Others write, too: it is a guess, and the database knows.
#[derive(Clone, Debug, Default)]
pub struct LastHeads(Arc<Mutex<[Option<Head>; CHAINS as usize]>>);

impl LastHeads {
    /// Where `chain` may end.
    pub fn of(&self, chain: u8) -> Option<Head> {
        self.heads()[usize::from(chain)]
    }

    /// Notes where a chain ended, once that is committed.
    pub fn set(&self, head: Head) {
        self.heads()[usize::from(head.chain)] = Some(head);
    }

    fn heads(&self) -> MutexGuard<'_, [Option<Head>; CHAINS as usize]> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which chain the links about `subject` are in.
pub fn chain_of(subject: UserId) -> u8 {
    Sha256::digest(subject.as_uuid().as_bytes())[0] % CHAINS
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn access(n: u128) -> Access {
        Access {
            actor: user(UserId::new(Uuid::from_u128(n)), Role::Teacher),
            subject: UserId::new(Uuid::from_u128(1)),
            fields: vec!["given-name", "family-name"],
            purpose: "teaching".to_owned(),
            cause: None,
            allowed: true,
            at: Utc.timestamp_millis_opt(1_764_000_000_000).unwrap(),
        }
    }

    fn chain(length: u128) -> Vec<PiiAccessed> {
        let mut head = Head::of_empty(3);
        (0..length)
            .map(|n| {
                let link = head.link(&access(n));
                head = head.after(&events::encode(&link).expect("encodes"));
                link
            })
            .collect()
    }

    fn holds(links: &[PiiAccessed]) -> bool {
        let mut head = Head::of_empty(3);
        links.iter().all(|link| {
            let follows = head.is_followed_by(link);
            head = head.after(&events::encode(link).expect("encodes"));
            follows
        })
    }

    #[test]
    fn an_untouched_chain_holds() {
        assert!(holds(&chain(5)));
    }

    #[test]
    fn what_is_written_now_is_read_back_and_other_formats_are_none() {
        let link = chain(1).remove(0);
        let bytes = events::encode(&link).expect("encodes");
        assert_eq!(read_link(FORMAT, &bytes), Some(link));
        for format in [-1, 0, FORMAT + 1] {
            assert_eq!(read_link(format, &bytes), None);
        }
    }

    #[test]
    fn a_person_is_in_one_chain_for_ever() {
        // Stored chains depend on it.
        assert_eq!(chain_of(UserId::new(Uuid::from_u128(1))), chain_of(UserId::new(Uuid::from_u128(1))));
        assert!((0..1000).all(|n| chain_of(UserId::new(Uuid::from_u128(n))) < CHAINS));
    }

    proptest! {
        #[test]
        fn a_changed_link_breaks_the_chain(at in 0_usize..4) {
            let mut links = chain(5);
            links[at].decision = AccessDecision::Refused;
            prop_assert!(!holds(&links));
        }

        #[test]
        fn a_dropped_link_breaks_the_chain(at in 0_usize..4) {
            let mut links = chain(5);
            links.remove(at);
            prop_assert!(!holds(&links));
        }

        #[test]
        fn swapped_links_break_the_chain(at in 0_usize..4) {
            let mut links = chain(5);
            links.swap(at, at + 1);
            prop_assert!(!holds(&links));
        }
    }
}
