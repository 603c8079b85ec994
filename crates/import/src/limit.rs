//! A time limit for interpreting a file, checked by the loops that do the work.
//!
//! Work over its limit unwinds to [`within`], as compilers and language servers cancel queries, so the loops need not
//! return a `Result` that only means "go on". The panic hook is not called.

use std::{
    cell::{Cell, RefCell},
    panic::{self, AssertUnwindSafe},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

/// Number of steps between two checks of the clock.
const STEPS: u32 = 1024;

/// The limit for a piece of work.
#[derive(Clone, Debug)]
pub struct TimeLimit {
    /// Moment at which the work is stopped.
    pub until: Instant,
    /// Stops the work earlier once it is true.
    pub cancelled: Arc<AtomicBool>,
}

/// The reason why work was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    /// The time limit was reached.
    #[error("the time limit was reached")]
    TimeUp,
    /// The result is not needed any more.
    #[error("cancelled")]
    Cancelled,
}

impl TimeLimit {
    /// Checks whether work may continue.
    ///
    /// # Errors
    /// Returns the reason to stop.
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

/// Runs work of this crate on the current thread, and stops it when it exceeds the limit.
///
/// # Errors
/// Returns the reason if the work was stopped; its partial results are dropped.
pub fn within<T>(limit: &TimeLimit, work: impl FnOnce() -> T) -> Result<T, Stopped> {
    limit.check()?;
    let before = LIMIT.replace(Some(limit.clone()));
    LEFT.set(STEPS);
    // Unwinding drops all partial results: nothing that is used afterwards was changed.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    LEFT.set(if before.is_some() { STEPS } else { u32::MAX });
    LIMIT.set(before);
    match result {
        Ok(result) => Ok(result),
        Err(payload) => match payload.downcast::<Stopped>() {
            Ok(stopped) => Err(*stopped),
            Err(payload) => panic::resume_unwind(payload),
        },
    }
}

/// Counts one unit of work, such as reading a cell or comparing two rows.
#[inline]
pub(crate) fn step() {
    match LEFT.get() {
        u32::MAX => {}
        0 => check_limit(),
        left => LEFT.set(left - 1),
    }
}

#[cold]
fn check_limit() {
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
        let start = Instant::now();
        let endless = || loop {
            step();
        };
        let stopped: Result<(), Stopped> = within(&limit(Duration::from_millis(30)), endless);
        assert_eq!(stopped, Err(Stopped::TimeUp));
        assert!(start.elapsed() < Duration::from_secs(2));
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
