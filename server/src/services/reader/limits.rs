//! What the process that reads a file may take of the machine.

use std::time::Duration;

/// Takes limits upon this process that it cannot lift again. One that the system refuses is missing: the others
/// and the time that the other process allows still hold.
#[cfg(unix)]
pub(super) fn take(time: Duration, memory: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, nice, setrlimit};

    /// Standard input, output and errors, and a few for the system's own libraries.
    const FILES: u64 = 16;
    let seconds = time.as_secs().max(1);
    let limits = [
        (Resource::As, memory, memory),
        // One second more than the limit: the parent process kills it first, and reports why.
        (Resource::Cpu, seconds + 1, seconds + 2),
        (Resource::Core, 0, 0),
        (Resource::Fsize, 0, 0),
        (Resource::Nofile, FILES, FILES),
    ];
    for (resource, soft, hard) in limits {
        // Never more than is allowed already.
        let most = getrlimit(resource).maximum.unwrap_or(u64::MAX);
        let limit = Rlimit {
            current: Some(soft.min(most)),
            maximum: Some(hard.min(most)),
        };
        let _ = setrlimit(resource, limit);
    }
    // Readers first: their pages are answered by the process that started this one.
    let _ = nice(10);
}

/// The system has no such limits; the time that the other process allows holds.
#[cfg(not(unix))]
pub(super) fn take(_time: Duration, _memory: u64) {}
