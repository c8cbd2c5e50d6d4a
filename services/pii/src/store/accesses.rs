//! The access log.

use crate::domain::audit::{self, Access, HASH, Line};
use chrono::{DateTime, Utc};
use ids::{EventId, UserId};
use sqlx::PgConnection;
use uuid::Uuid;

/// Where a line came to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The chain.
    pub chain: u8,
    /// From 1.
    pub position: u64,
    /// The hash of the line before.
    pub previous: [u8; HASH],
    /// The hash of this line.
    pub hash: [u8; HASH],
}

/// A stored line.
#[derive(Clone, Debug)]
pub struct StoredLine {
    position: i64,
    access_id: Uuid,
    actor_id: Uuid,
    subject_id: Uuid,
    fields: Vec<String>,
    purpose: String,
    decision: String,
    accessed_at: DateTime<Utc>,
    previous_hash: Vec<u8>,
    hash: Vec<u8>,
}

impl StoredLine {
    /// Whether this line says what it said when it was written, and follows `previous`.
    pub fn follows(&self, chain: u8, position: u64, previous: &[u8; HASH]) -> bool {
        let line = Line {
            id: EventId::new(self.access_id),
            actor: UserId::new(self.actor_id),
            subject: UserId::new(self.subject_id),
            fields: &self.fields,
            purpose: &self.purpose,
            decision: &self.decision,
            at: self.accessed_at,
        };
        u64::try_from(self.position) == Ok(position)
            && self.previous_hash == previous
            && self.hash == audit::link(chain, position, previous, &line)
    }

    /// The hash that the next line must name.
    pub fn hash(&self) -> Option<[u8; HASH]> {
        self.hash.as_slice().try_into().ok()
    }

    /// Where it says that it stands.
    pub fn position(&self) -> i64 {
        self.position
    }
}

/// Appends `access` to the chain of its subject. The chain's head is held until the transaction ends.
///
/// # Errors
/// The database.
pub async fn append(connection: &mut PgConnection, access: &Access) -> sqlx::Result<Place> {
    let chain = audit::chain_of(access.subject);
    let head = sqlx::query!("select length, head from access_chains where chain = $1 for update", i16::from(chain))
        .fetch_one(&mut *connection)
        .await?;
    let position = head.length + 1;
    let previous: [u8; HASH] =
        head.head.as_slice().try_into().map_err(|_| sqlx::Error::Decode("a head of 32 bytes".into()))?;
    let fields: Vec<String> = access.fields.iter().map(|field| field.name().to_owned()).collect();
    let line = Line {
        id: access.id,
        actor: access.actor,
        subject: access.subject,
        fields: &fields,
        purpose: access.purpose.name(),
        decision: access.decision.name(),
        at: access.at,
    };
    let hash = audit::link(chain, position.unsigned_abs(), &previous, &line);
    sqlx::query!(
        "insert into accesses (chain, position, access_id, actor_id, subject_id, fields, purpose, decision,
                               accessed_at, previous_hash, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        i16::from(chain),
        position,
        access.id.as_uuid(),
        access.actor.as_uuid(),
        access.subject.as_uuid(),
        &fields,
        line.purpose,
        line.decision,
        access.at,
        &previous,
        &hash,
    )
    .execute(&mut *connection)
    .await?;
    sqlx::query!("update access_chains set length = $2, head = $3 where chain = $1", i16::from(chain), position, &hash)
        .execute(connection)
        .await?;
    Ok(Place { chain, position: position.unsigned_abs(), previous, hash })
}

/// How long `chain` is, and the hash of its last line.
///
/// # Errors
/// The database.
pub async fn head(connection: &mut PgConnection, chain: u8) -> sqlx::Result<(i64, Vec<u8>)> {
    let row = sqlx::query!("select length, head from access_chains where chain = $1", i16::from(chain))
        .fetch_one(connection)
        .await?;
    Ok((row.length, row.head))
}

/// Up to `limit` lines of `chain` after `position`, in order.
///
/// # Errors
/// The database.
pub async fn lines_after(
    connection: &mut PgConnection,
    chain: u8,
    position: i64,
    limit: i64,
) -> sqlx::Result<Vec<StoredLine>> {
    sqlx::query_as!(
        StoredLine,
        "select position, access_id, actor_id, subject_id, fields, purpose, decision, accessed_at, previous_hash, hash
         from accesses where chain = $1 and position > $2 order by position limit $3",
        i16::from(chain),
        position,
        limit,
    )
    .fetch_all(connection)
    .await
}
