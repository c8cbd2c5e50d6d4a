//! The access log as hash chains.
//!
//! Each link is the fact that is published on `pii.access.log`, and holds the SHA-256 of the link before it in its
//! chain. Who changes, drops or inserts a link must rewrite every later one, and the copies on Kafka and in the
//! archive do not follow. Sixteen chains, chosen by the subject, let readings about different people commit side by
//! side; the facts about one person are in one chain.

use super::{access::Purpose, field::Field};
use chrono::{DateTime, Utc};
use events::pii::{AccessDecision, Actor, ActorKind, PiiAccessed};
use ids::UserId;
use sha2::{Digest, Sha256};

/// Chains side by side. Fixed: a change would tear them.
pub const CHAINS: u8 = 16;
/// Bytes of a hash.
pub const HASH: usize = 32;

/// Somebody asked for personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Who asked.
    pub actor: UserId,
    /// About whom.
    pub subject: UserId,
    /// For what.
    pub fields: Vec<Field>,
    /// Why they may, or that they may not.
    pub purpose: Purpose,
    /// Whether they were answered.
    pub allowed: bool,
    /// When.
    pub at: DateTime<Utc>,
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
        let mut fields: Vec<_> = access.fields.iter().map(|field| field.name().to_owned()).collect();
        fields.sort_unstable();
        PiiAccessed {
            subject_id: access.subject,
            actor: Actor { kind: ActorKind::User, id: access.actor.to_string() },
            fields,
            purpose: access.purpose.name().to_owned(),
            decision: if access.allowed { AccessDecision::Allowed } else { AccessDecision::Refused },
            chain: self.chain.into(),
            position: self.length,
            previous_hash: self.hash.to_vec(),
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
            actor: UserId::new(Uuid::from_u128(n)),
            subject: UserId::new(Uuid::from_u128(1)),
            fields: vec![Field::GivenName, Field::FamilyName],
            purpose: Purpose::Teaching,
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
