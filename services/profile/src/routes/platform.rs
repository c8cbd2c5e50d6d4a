use axum::http::HeaderMap;
use events::profile::Platform;
use web::ClientVersion;

/// What the caller runs on, as far as it says so.
pub(super) fn platform(headers: &HeaderMap) -> Platform {
    match ClientVersion::read(headers) {
        Ok(Some(client)) => client.platform.as_str().parse().unwrap_or(Platform::Unknown),
        _ => Platform::Unknown,
    }
}
