use super::platform::platform;
use crate::domain::{DeviceName, Origin, Place};
use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, header::USER_AGENT, request::Parts},
};
use std::convert::Infallible;
use web::ClientAddress;

/// The ISO 3166 code of the caller's region, where the gateway knows one. The gateway drops what a caller writes here.
const REGION: HeaderName = HeaderName::from_static("x-client-region");

impl<S: Send + Sync> FromRequestParts<S> for Origin {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let network = ClientAddress::from_request_parts(parts, state).await?.network();
        let headers = &parts.headers;
        Ok(Self {
            platform: platform(headers),
            device_name: text(headers, &USER_AGENT).and_then(DeviceName::of_user_agent),
            place: text(headers, &REGION)
                .and_then(Place::of_region)
                .unwrap_or_else(|| Place::of_network(network)),
            network,
        })
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
