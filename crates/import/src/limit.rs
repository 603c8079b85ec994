//! A limit of time for understanding a file, asked where the work is done.
//!
//! Work that is over its limit unwinds to [`within`], as compilers and language servers cancel queries: the
//! loops stay free of results that only say "go on". The panic hook is not called.

use std::{
    cell::{Cell, RefCell},
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

/// Steps between two looks at the clock.
const STEPS: u32 = 1024;

/// Until when work may go on.
#[derive(Clone, Debug)]
pub struct TimeLimit {
    /// The moment at which it is stopped.
    pub until: Instant,
    /// Stops it earlier when it becomes true.
    pub cancelled: Arc<AtomicBool>,
}

/// Why work was stopped before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// The time is over.
    #[error("the time is over")]
    TimeUp,
    /// Nobody needs it any more.
    #[error("cancelled")]
    Cancelled,
}

impl TimeLimit {
    /// Whether work may go on.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self) -> Result<(), Stopped> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(Stopped::Cancelled);
        }
        if Instant::now() >= self.until {
            return Err(Stopped::TimeUp);
        }
        Ok(())
    }
}

thread_local! {
    static LEFT: Cell<u32> = const { Cell::new(u32::MAX) };
    static LIMIT: RefCell<Option<TimeLimit>> = const { RefCell::new(None) };
}

/// Does work of this crate on this thread, and stops it when it is over the limit.
///
/// # Errors
/// When it was stopped; what it had done by then is dropped.
pub fn within<T>(limit: &TimeLimit, work: impl FnOnce() -> T) -> Result<T, Stopped> {
    limit.check()?;
    let before = LIMIT.replace(Some(limit.clone()));
    LEFT.set(STEPS);
    // What is half done is dropped by the unwinding: nothing that is used afterwards was changed.
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    LEFT.set(if before.is_some() { STEPS } else { u32::MAX });
    LIMIT.set(before);
    match done {
        Ok(done) => Ok(done),
        Err(payload) => match payload.downcast::<Stopped>() {
            Ok(stopped) => Err(*stopped),
            Err(payload) => panic::resume_unwind(payload),
        },
    }
}

/// Counts a piece of work: reading a cell, comparing two rows.
#[inline]
pub(crate) fn step() {
    match LEFT.get() {
        u32::MAX => {}
        0 => look(),
        left => LEFT.set(left - 1),
    }
}

#[cold]
fn look() {
    LEFT.set(STEPS);
    let checked = LIMIT.with_borrow(|limit| limit.as_ref().map_or(Ok(()), TimeLimit::check));
    if let Err(stopped) = checked {
        panic::resume_unwind(Box::new(stopped));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn limit(time: Duration) -> TimeLimit {
        TimeLimit {
            until: Instant::now() + time,
            cancelled: Arc::default(),
        }
    }

    #[test]
    fn endless_work_is_stopped_and_later_work_is_not() {
        let begun = Instant::now();
        let endless = || loop {
            step();
        };
        let stopped: Result<(), Stopped> = within(&limit(Duration::from_millis(30)), endless);
        assert_eq!(stopped, Err(Stopped::TimeUp));
        assert!(begun.elapsed() < Duration::from_secs(2));
        (0..10 * STEPS).for_each(|_| step());
        let long = limit(Duration::from_secs(60));
        assert_eq!(within(&long, || (0..10 * STEPS).map(|_| step()).count()), Ok(10_240));
    }

    #[test]
    fn work_is_cancelled_from_another_thread() {
        let limit = limit(Duration::from_secs(60));
        let cancelled = Arc::clone(&limit.cancelled);
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(20));
            cancelled.store(true, Ordering::Relaxed);
        });
        let endless = || loop {
            step();
        };
        let stopped: Result<(), Stopped> = within(&limit, endless);
        assert_eq!(stopped, Err(Stopped::Cancelled));
    }
}
