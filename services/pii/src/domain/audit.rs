//! The access log as hash chains.
//!
//! Each line holds the hash of the line before it in its chain, and its own hash over everything that it says. Who
//! changes, drops or inserts a line must rewrite every later one, and the copies on `pii.access.log` do not follow.
//! Sixteen chains, chosen by the subject, let readings of different people commit side by side.

use super::{access::Purpose, field::Field};
use chrono::{DateTime, Utc};
use ids::{EventId, UserId};
use sha2::{Digest, Sha256};

/// Chains side by side.
pub const CHAINS: u8 = 16;
/// Bytes of a link.
pub const HASH: usize = 32;
/// What the first line of a chain follows.
pub const GENESIS: [u8; HASH] = [0; HASH];

/// Whether the reader got what they asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They did.
    Granted,
    /// They did not, or there was nothing.
    Refused,
}

impl Decision {
    /// The stable name in the log.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::Refused => "refused",
        }
    }
}

/// Somebody asked for personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Access {
    /// Of this line, and of the fact on Kafka.
    pub id: EventId,
    /// Who asked.
    pub actor: UserId,
    /// About whom.
    pub subject: UserId,
    /// For what.
    pub fields: Vec<Field>,
    /// Why they may, or that they may not.
    pub purpose: Purpose,
    /// What came of it.
    pub decision: Decision,
    /// When, to the millisecond: what the store and the event both keep.
    pub at: DateTime<Utc>,
}

/// Which chain the lines about `subject` are in. Stable: a change would tear every chain.
pub fn chain_of(subject: UserId) -> u8 {
    Sha256::digest(subject.as_uuid().as_bytes())[0] % CHAINS
}

/// The hash of the line that says `access` at `position` of `chain`, after `previous`.
///
/// SHA-256 over each part behind its length (eight bytes, big endian), so that no two lines read alike.
pub fn link(chain: u8, position: u64, previous: &[u8; HASH], line: &Line<'_>) -> [u8; HASH] {
    let mut hash = Sha256::new();
    let mut part = |bytes: &[u8]| {
        hash.update((bytes.len() as u64).to_be_bytes());
        hash.update(bytes);
    };
    part(b"tall pii access v1");
    part(&[chain]);
    part(&position.to_be_bytes());
    part(previous);
    part(line.id.as_uuid().as_bytes());
    part(line.actor.as_uuid().as_bytes());
    part(line.subject.as_uuid().as_bytes());
    part(&(line.fields.len() as u64).to_be_bytes());
    for field in line.fields {
        part(field.as_bytes());
    }
    part(line.purpose.as_bytes());
    part(line.decision.as_bytes());
    part(&line.at.timestamp_millis().to_be_bytes());
    hash.finalize().into()
}

/// A line in the words that are stored: verification must not depend on this release knowing every word.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// See [`Access::id`].
    pub id: EventId,
    /// See [`Access::actor`].
    pub actor: UserId,
    /// See [`Access::subject`].
    pub subject: UserId,
    /// See [`Access::fields`].
    pub fields: &'a [String],
    /// See [`Access::purpose`].
    pub purpose: &'a str,
    /// See [`Access::decision`].
    pub decision: &'a str,
    /// See [`Access::at`].
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;
    use uuid::Uuid;

    fn fields() -> Vec<String> {
        vec!["given-name".into(), "family-name".into()]
    }

    fn line(fields: &[String]) -> Line<'_> {
        Line {
            id: EventId::new(Uuid::from_u128(1)),
            actor: UserId::new(Uuid::from_u128(2)),
            subject: UserId::new(Uuid::from_u128(3)),
            fields,
            purpose: "teaching",
            decision: "granted",
            at: Utc.timestamp_millis_opt(1_764_000_000_000).unwrap(),
        }
    }

    #[test]
    fn every_part_of_a_line_is_in_its_hash() {
        let names = fields();
        let base = line(&names);
        let other = [String::from("given-namefamily-name")];
        let changed = [
            Line { id: EventId::new(Uuid::from_u128(9)), ..base },
            Line { actor: UserId::new(Uuid::from_u128(9)), ..base },
            Line { subject: UserId::new(Uuid::from_u128(9)), ..base },
            Line { fields: &names[..1], ..base },
            Line { fields: &other, ..base },
            Line { purpose: "own", ..base },
            Line { decision: "refused", ..base },
            Line { at: Utc.timestamp_millis_opt(1).unwrap(), ..base },
        ];
        let hash = link(1, 1, &GENESIS, &base);
        for line in changed {
            assert_ne!(link(1, 1, &GENESIS, &line), hash, "{line:?}");
        }
        assert_ne!(link(2, 1, &GENESIS, &base), hash);
        assert_ne!(link(1, 2, &GENESIS, &base), hash);
        assert_ne!(link(1, 1, &[1; HASH], &base), hash);
    }

    #[test]
    fn a_known_line_keeps_its_hash() {
        // Stored chains are verified with this function for ever.
        let names = fields();
        assert_eq!(hex::encode(link(1, 1, &GENESIS, &line(&names))), KNOWN);
    }
    const KNOWN: &str = "";
}
