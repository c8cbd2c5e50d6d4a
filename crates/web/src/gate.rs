//! Which clients may talk to the API at all.

use http::HeaderMap;

use crate::{ApiError, ApiVersion};

/// Decides, before anything else of a request is read, whether its client may talk to this version.
///
/// `access` implements it with the client policies; it stands around every operation that is not `open`.
pub trait Gate: Send + Sync + 'static {
    /// The headers to add to the answer, or why there is none.
    ///
    /// # Errors
    /// 400 for a client that does not say what it is, 426 for one that is too old.
    fn admit(&self, api: ApiVersion, request: &HeaderMap) -> Result<HeaderMap, ApiError>;
}
