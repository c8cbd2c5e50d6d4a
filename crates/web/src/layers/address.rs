use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;
use http::{Extensions, HeaderMap};

/// The address that a request comes from, as far as our own proxies vouch for it.
///
/// Never logged and never stored: it is personal data. It only chooses a bucket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientAddress(IpAddr);

impl ClientAddress {
    /// The address behind `trusted_proxies` proxies of ours, each of which appended what it saw to
    /// `X-Forwarded-For`. What stands further to the left was written by the caller and is not believed.
    pub(crate) fn of(headers: &HeaderMap, extensions: &Extensions, trusted_proxies: usize) -> Self {
        let peer = extensions
            .get::<ConnectInfo<SocketAddr>>()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |connection| connection.0.ip());

        let forwarded: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .map(str::trim)
            .collect();
        let vouched = trusted_proxies
            .checked_sub(1)
            .and_then(|behind| forwarded.iter().rev().nth(behind))
            .and_then(|address| address.parse().ok());

        Self(vouched.unwrap_or(peer))
    }

    /// The network that one household or phone holds: the address itself, or the /64 of IPv6.
    pub fn network(self) -> IpAddr {
        match self.0.to_canonical() {
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
            v4 => v4,
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ClientAddress {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let known = parts.extensions.get::<Self>().copied();
        Ok(known.unwrap_or_else(|| Self::of(&parts.headers, &parts.extensions, 0)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(forwarded: &[&str], trusted_proxies: usize) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([10, 0, 0, 1], 4000))));
        ClientAddress::of(&headers, &extensions, trusted_proxies).0.to_string()
    }

    #[test]
    fn without_proxies_the_header_is_not_believed() {
        assert_eq!(address(&["203.0.113.9"], 0), "10.0.0.1");
    }

    #[test]
    fn what_the_caller_wrote_before_our_proxy_is_not_believed() {
        assert_eq!(address(&["1.1.1.1, 203.0.113.9"], 1), "203.0.113.9");
        assert_eq!(address(&["1.1.1.1", "203.0.113.9"], 1), "203.0.113.9");
        assert_eq!(address(&["1.1.1.1, 203.0.113.9, 10.0.0.7"], 2), "203.0.113.9");
    }

    #[test]
    fn an_unreadable_or_short_header_falls_back_to_the_peer() {
        assert_eq!(address(&["unknown"], 1), "10.0.0.1");
        assert_eq!(address(&["203.0.113.9"], 2), "10.0.0.1");
        assert_eq!(address(&[], 1), "10.0.0.1");
    }

    #[test]
    fn an_ipv6_household_is_one_network() {
        let network = |text: &str| ClientAddress(text.parse().unwrap()).network().to_string();
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(network("::ffff:203.0.113.9"), "203.0.113.9");
    }
}
