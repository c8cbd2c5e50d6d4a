//! Whether a failure may pass by itself: what a store that does not answer is to its callers, 503 and not 500.
//!
//! Services say `?` to what their queries return, so the answer must not depend on somebody remembering to ask here.
//! The drivers are looked into behind the features `mongodb` and `postgres`, which `foundation` turns on for the
//! services that have such a store.

use std::error::Error as StdError;
use std::io;
use std::time::Duration;

/// When to ask again what found its store absent.
pub const RETRY_AFTER: Duration = Duration::from_secs(2);

/// Whether something that answers later caused this: a server that is down, hangs, restarts or is full.
pub fn is_outage(cause: &anyhow::Error) -> bool {
    cause.chain().any(is_absence)
}

fn is_absence(error: &(dyn StdError + 'static)) -> bool {
    #[cfg(feature = "mongodb")]
    if let Some(error) = error.downcast_ref() {
        return of_mongodb(error);
    }
    #[cfg(feature = "postgres")]
    if let Some(error) = error.downcast_ref() {
        return of_postgres(error);
    }
    error.downcast_ref().is_some_and(of_network)
}

/// What the network reports of a peer that is not there. A file that is missing is none of these.
fn of_network(error: &io::Error) -> bool {
    use io::ErrorKind as K;
    matches!(
        error.kind(),
        K::ConnectionRefused
            | K::ConnectionReset
            | K::ConnectionAborted
            | K::NotConnected
            | K::BrokenPipe
            | K::TimedOut
            | K::HostUnreachable
            | K::NetworkUnreachable
            | K::NetworkDown
    )
}

/// Whether MongoDB did not take part, so that the same operation may go well later.
#[cfg(feature = "mongodb")]
pub fn of_mongodb(error: &mongodb::error::Error) -> bool {
    use mongodb::error::{ErrorKind as K, RETRYABLE_WRITE_ERROR, WriteFailure};
    let absent = match error.kind.as_ref() {
        K::Io(_)
        | K::ServerSelection { .. }
        | K::ConnectionPoolCleared { .. }
        | K::DnsResolve { .. }
        | K::Shutdown
        | K::Write(WriteFailure::WriteConcernError(_)) => true,
        K::Command(refusal) => STATE_CHANGES.contains(&refusal.code),
        _ => false,
    };
    absent || error.contains_label(RETRYABLE_WRITE_ERROR)
}

/// "Node is recovering" and "not writable primary" of the Server Discovery And Monitoring specification: another
/// member takes over, or this one comes back.
#[cfg(feature = "mongodb")]
const STATE_CHANGES: [i32; 8] = [91, 189, 10_107, 10_058, 11_600, 11_602, 13_435, 13_436];

/// Whether PostgreSQL did not take part, so that the same statement may go well later.
#[cfg(feature = "postgres")]
pub fn of_postgres(error: &sqlx::Error) -> bool {
    use sqlx::Error as E;
    match error {
        E::PoolTimedOut | E::PoolClosed | E::Io(_) | E::Tls(_) => true,
        E::Database(refusal) => {
            refusal.code().is_some_and(|code| PASSING.iter().any(|class| code.starts_with(class)))
        }
        _ => false,
    }
}

/// Classes of SQLSTATE (PostgreSQL manual, appendix A): 08 connection, 40 rolled back, 53 resources, 57 operator
/// intervention.
#[cfg(feature = "postgres")]
const PASSING: [&str; 4] = ["08", "40", "53", "57"];

#[cfg(feature = "mongodb")]
impl From<mongodb::error::Error> for crate::ApiError {
    fn from(error: mongodb::error::Error) -> Self {
        anyhow::Error::new(error).into()
    }
}

#[cfg(feature = "postgres")]
impl From<sqlx::Error> for crate::ApiError {
    fn from(error: sqlx::Error) -> Self {
        anyhow::Error::new(error).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ApiError;
    use anyhow::Context as _;

    fn status(cause: impl StdError + Send + Sync + 'static) -> u16 {
        let travelled = Err::<(), _>(cause).context("the name of a person").context("an answer");
        ApiError::from(travelled.expect_err("an error")).status().as_u16()
    }

    #[test]
    fn a_peer_that_is_not_there_is_503_and_a_missing_file_500() {
        assert_eq!(status(io::Error::from(io::ErrorKind::ConnectionRefused)), 503);
        assert_eq!(status(io::Error::from(io::ErrorKind::TimedOut)), 503);
        assert_eq!(status(io::Error::from(io::ErrorKind::NotFound)), 500);
    }

    #[cfg(feature = "postgres")]
    #[test]
    fn postgres_away_is_503_and_a_bad_question_500() {
        assert_eq!(status(sqlx::Error::PoolTimedOut), 503);
        assert_eq!(status(sqlx::Error::PoolClosed), 503);
        assert_eq!(status(sqlx::Error::RowNotFound), 500);
        assert_eq!(ApiError::from(sqlx::Error::PoolTimedOut).status(), 503);
    }

    #[cfg(feature = "mongodb")]
    #[test]
    fn mongodb_away_is_503_and_a_bad_question_500() {
        use mongodb::error::{Error, ErrorKind};
        let gone = io::Error::from(io::ErrorKind::UnexpectedEof);
        assert_eq!(status(Error::from(ErrorKind::Io(std::sync::Arc::new(gone)))), 503);
        assert_eq!(status(Error::from(ErrorKind::Shutdown)), 503);
        assert_eq!(status(Error::from(ErrorKind::SessionsNotSupported)), 500);
        assert_eq!(ApiError::from(Error::from(ErrorKind::Shutdown)).status(), 503);
    }
}
