//! How often one client may ask.

use std::{convert::Infallible, net::IpAddr, num::NonZeroU32, sync::Arc};

use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    middleware::StateInformationMiddleware,
    state::{InMemoryState, NotKeyed},
};
use quick_cache::sync::Cache;

use crate::auth::network;

/// Clients that are remembered. One that is evicted starts anew, which does no harm.
const REMEMBERED: usize = 10_000;

type Bucket<C> = RateLimiter<NotKeyed, InMemoryState, C, StateInformationMiddleware>;

/// A bucket of requests for each client; it fills up again over a minute.
pub(super) struct Limit<C: Clock + Clone = DefaultClock> {
    quota: Option<Quota>,
    clock: C,
    buckets: Cache<IpAddr, Arc<Bucket<C>>>,
}

/// What is left to a client, or how long it must wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Allowance {
    /// Requests a minute.
    pub(super) per_minute: u32,
    /// Requests that are left right now.
    pub(super) left: u32,
    /// Seconds until the next request is allowed; `None` if this one is.
    pub(super) wait: Option<u64>,
}

impl Limit {
    /// So many requests a minute; 0 for no limit.
    pub(super) fn new(per_minute: u32) -> Self {
        Self::with_clock(per_minute, DefaultClock::default())
    }
}

impl<C: Clock + Clone> Limit<C> {
    fn with_clock(per_minute: u32, clock: C) -> Self {
        Self {
            quota: NonZeroU32::new(per_minute).map(Quota::per_minute),
            clock,
            buckets: Cache::new(REMEMBERED),
        }
    }

    /// Counts a request; nothing without a limit.
    pub(super) fn count(&self, client: IpAddr) -> Option<Allowance> {
        let quota = self.quota?;
        let fresh = || {
            let bucket = RateLimiter::direct_with_clock(quota, self.clock.clone());
            Ok::<_, Infallible>(Arc::new(bucket.with_middleware::<StateInformationMiddleware>()))
        };
        let Ok(bucket) = self.buckets.get_or_insert_with(&network(client), fresh);
        let per_minute = quota.burst_size().get();
        Some(match bucket.check() {
            Ok(state) => Allowance {
                per_minute,
                left: state.remaining_burst_capacity(),
                wait: None,
            },
            Err(until) => {
                let wait = until.wait_time_from(self.clock.now());
                Allowance {
                    per_minute,
                    left: 0,
                    // Whole seconds, never too few of them.
                    wait: Some(wait.as_secs() + 1),
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use governor::clock::FakeRelativeClock;

    use super::*;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let clock = FakeRelativeClock::default();
        let limit = Limit::with_clock(3, clock.clone());
        let left: Vec<_> = (0..3).map(|_| limit.count(HOME).unwrap().left).collect();
        assert_eq!(left, [2, 1, 0]);
        let refused = limit.count(HOME).unwrap();
        assert_eq!(refused.per_minute, 3);
        let wait = refused.wait.unwrap();
        assert!((20..=21).contains(&wait), "{wait}");
        assert_eq!(limit.count([10, 0, 0, 1].into()).unwrap().wait, None, "others may ask");
        clock.advance(Duration::from_secs(wait));
        assert_eq!(limit.count(HOME).unwrap().wait, None);
        assert!(limit.count(HOME).unwrap().wait.is_some());
    }

    #[test]
    fn a_network_of_the_new_kind_is_one_client() {
        let limit = Limit::with_clock(1, FakeRelativeClock::default());
        let from = |text: &str| limit.count(text.parse().unwrap()).unwrap().wait.is_none();
        assert!(from("2001:db8::1") && !from("2001:db8::2") && from("2001:db8:0:1::1"));
        assert!(from("192.0.2.1") && !from("::ffff:192.0.2.1"));
    }

    #[test]
    fn no_limit_and_a_bounded_memory() {
        assert_eq!(Limit::new(0).count(HOME), None);
        let limit = Limit::new(1);
        for n in 0..30_000_u32 {
            limit.count(IpAddr::from(n.to_be_bytes()));
        }
        assert!(limit.buckets.len() <= REMEMBERED);
    }
}
