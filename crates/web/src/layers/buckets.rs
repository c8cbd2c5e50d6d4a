use std::hash::Hash;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use moka::policy::EvictionPolicy;
use moka::sync::Cache;

use super::ClientAddress;
use crate::ApiError;

/// One bucket a key. A bucket that nobody used for as long as it takes to fill is as good as new, and goes;
/// the number of buckets is bounded, the longest unused going first.
struct Buckets<K> {
    quota: Quota,
    of: Cache<K, Arc<DefaultDirectRateLimiter>>,
    clock: DefaultClock,
}

impl<K: Hash + Eq + Send + Sync + 'static> Buckets<K> {
    const MOST: u64 = 100_000;

    fn new(quota: Quota) -> Self {
        let of = Cache::builder()
            .max_capacity(Self::MOST)
            .eviction_policy(EvictionPolicy::lru())
            .time_to_idle(quota.burst_size_replenished_in() + Duration::from_secs(1))
            .build();
        Self { quota, of, clock: DefaultClock::default() }
    }

    fn take(&self, key: K) -> Result<(), ApiError> {
        let bucket = self.of.get_with(key, || Arc::new(RateLimiter::direct(self.quota)));
        bucket.check().map_err(|until| ApiError::too_many_requests(until.wait_time_from(self.clock.now())))
    }
}

/// The buckets of users, for the extractor that has proved who calls.
#[derive(Clone)]
pub struct UserBuckets(Arc<Buckets<u128>>);

impl UserBuckets {
    pub(super) fn new(quota: Quota) -> Self {
        Self(Arc::new(Buckets::new(quota)))
    }

    /// Takes a token of this user.
    ///
    /// # Errors
    /// 429 when there is none.
    pub fn take(&self, user: u128) -> Result<(), ApiError> {
        self.0.take(user)
    }
}

#[derive(Clone)]
pub(super) struct AddressBuckets {
    buckets: Arc<Buckets<IpAddr>>,
    trusted_proxies: usize,
}

impl AddressBuckets {
    pub(super) fn new(quota: Quota, trusted_proxies: usize) -> Self {
        Self { buckets: Arc::new(Buckets::new(quota)), trusted_proxies }
    }
}

pub(super) async fn limit_address(
    State(addresses): State<AddressBuckets>,
    mut request: Request,
    next: Next,
) -> Response {
    let address = ClientAddress::of(request.headers(), request.extensions(), addresses.trusted_proxies);
    if let Err(refused) = addresses.buckets.take(address.network()) {
        return refused.into_response();
    }
    request.extensions_mut().insert(address);
    next.run(request).await
}
