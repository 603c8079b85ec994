//! Guessing passwords takes time: each failure makes the next try wait longer.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Failures of an account that cost nothing: people mistype.
const FREE_OF_NAME: u32 = 2;
/// Failures of an address that cost nothing: behind one address an office may sit.
const FREE_OF_ADDRESS: u32 = 20;
/// The first pause; each failure doubles it.
const FIRST: Duration = Duration::from_secs(2);
const LONGEST: Duration = Duration::from_secs(15 * 60);
/// Failures are forgotten after so long without another.
const FORGOTTEN: Duration = Duration::from_secs(60 * 60);
/// So many names and addresses are remembered at most.
const REMEMBERED: usize = 10_000;

/// Failures of names, whether or not there is such an account, and of addresses.
/// In memory: the store keeps those of accounts as well, so that several processes share them.
#[derive(Debug, Default)]
pub(crate) struct Delays(Mutex<Both>);

#[derive(Debug, Default)]
struct Both {
    names: HashMap<String, Failures>,
    addresses: HashMap<IpAddr, Failures>,
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    last: Instant,
    until: Instant,
}

impl Delays {
    /// Begins a try, or says how long to wait. A try counts as a failure until it is known to be
    /// right, so that a thousand at once do not all pass.
    pub(crate) fn begin(&self, name: &str, address: IpAddr) -> Result<(), Duration> {
        self.begin_at(name, address, Instant::now())
    }

    fn begin_at(&self, name: &str, address: IpAddr, now: Instant) -> Result<(), Duration> {
        let (name, address) = (key(name), network(address));
        let mut both = self.both();
        let wait =
            |failures: Option<&Failures>| failures.map_or(Duration::ZERO, |f| f.until.saturating_duration_since(now));
        let wait = wait(both.names.get(&name)).max(wait(both.addresses.get(&address)));
        if !wait.is_zero() {
            return Err(wait);
        }
        fail(&mut both.names, name, FREE_OF_NAME, now);
        fail(&mut both.addresses, address, FREE_OF_ADDRESS, now);
        Ok(())
    }

    /// The try was right. The address keeps its other failures: an account of one's own
    /// is no licence to guess at others.
    pub(crate) fn right(&self, name: &str, address: IpAddr) {
        let mut both = self.both();
        both.names.remove(&key(name));
        let address = network(address);
        if let Some(failures) = both.addresses.get_mut(&address) {
            failures.count = failures.count.saturating_sub(1);
            failures.until = failures.last;
        }
    }

    fn both(&self) -> MutexGuard<'_, Both> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn key(name: &str) -> String {
    let name = name.trim().to_lowercase();
    name.chars().take(100).collect()
}

/// Who has one address of the new kind has them all, up to the network.
pub(crate) fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        v4 => v4,
    }
}

fn fail<K: Hash + Eq>(all: &mut HashMap<K, Failures>, key: K, free: u32, now: Instant) {
    let fresh = |f: &Failures| now.saturating_duration_since(f.last) < FORGOTTEN;
    if all.len() >= REMEMBERED {
        all.retain(|_, failures| fresh(failures));
        // Still as many: then the ones without a pause must go, or all.
        if all.len() >= REMEMBERED {
            all.retain(|_, failures| failures.until > now);
        }
        if all.len() >= REMEMBERED {
            all.clear();
        }
    }
    let count = all
        .get(&key)
        .filter(|f| fresh(f))
        .map_or(0, |f| f.count)
        .saturating_add(1);
    let pause = match count.saturating_sub(free) {
        0 => Duration::ZERO,
        over => FIRST.saturating_mul(1 << (over - 1).min(16)).min(LONGEST),
    };
    let (last, until) = (now, now + pause);
    all.insert(key, Failures { count, last, until });
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOME: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

    #[test]
    fn pauses_grow_and_end_with_the_right_password() {
        let delays = Delays::default();
        let mut now = Instant::now();
        let mut pauses = Vec::new();
        for _ in 0..14 {
            delays.begin_at("Lan ", HOME, now).unwrap();
            let until = delays.both().names["lan"].until;
            pauses.push((until - now).as_secs());
            now = until;
        }
        assert_eq!(pauses[..5], [0, 0, 2, 4, 8]);
        assert_eq!(pauses.last(), Some(&900));
        delays.right("LAN", HOME);
        assert_eq!(delays.begin_at("lan", HOME, now), Ok(()));
        assert_eq!(delays.begin_at("lan", HOME, now), Ok(()));
    }

    #[test]
    fn many_tries_at_once_do_not_all_pass() {
        let delays = Delays::default();
        let now = Instant::now();
        let passed = (0..100).filter(|_| delays.begin_at("lan", HOME, now).is_ok()).count();
        assert_eq!(passed, 3);
    }

    #[test]
    fn an_address_that_tries_many_names_waits_as_well() {
        let delays = Delays::default();
        let now = Instant::now();
        let passed = (0..100)
            .filter(|n| delays.begin_at(&format!("n{n}"), HOME, now).is_ok())
            .count();
        assert_eq!(passed, 21);
        let other = IpAddr::from([10, 0, 0, 1]);
        assert!(delays.begin_at("x", other, now).is_ok());
        let (one, two): (IpAddr, IpAddr) = ("2001:db8::1".parse().unwrap(), "2001:db8::2".parse().unwrap());
        assert_eq!(network(one), network(two));
    }

    #[test]
    fn the_memory_is_bounded() {
        let delays = Delays::default();
        let now = Instant::now();
        for n in 0..30_000_u32 {
            let _ = delays.begin_at(&n.to_string(), IpAddr::from(n.to_be_bytes()), now);
        }
        let both = delays.both();
        assert!(both.names.len() <= REMEMBERED && both.addresses.len() <= REMEMBERED);
    }
}
