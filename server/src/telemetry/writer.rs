//! Writes the log on a thread of its own, many lines at a time.
//!
//! Writing a line for each request costs as much as answering with a cached page. `tracing-appender` has a thread as
//! well, but it writes as soon as there is a line: at 20,000 requests a second every second line is a write of its
//! own, and the thread takes half a core from the readers. Here lines are collected for a moment.

use std::{
    io::{self, Write},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
    time::Duration,
};

use tracing_subscriber::fmt::MakeWriter;

/// How long lines are collected: what a person does not notice who follows the log.
const COLLECTED: Duration = Duration::from_millis(20);
/// Bytes that wait at most. Nothing is dropped: who has one more line waits until it has room.
const MOST_BYTES: usize = 1 << 20;

/// Takes lines for the log.
#[derive(Clone, Debug)]
pub(crate) struct LogWriter(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    lines: Mutex<Lines>,
    /// The first line came, or it is over.
    filled: Condvar,
    /// All lines were taken.
    emptied: Condvar,
}

#[derive(Debug, Default)]
struct Lines {
    bytes: Vec<u8>,
    closed: bool,
}

/// Writes the remaining lines when it is dropped.
#[derive(Debug)]
pub(crate) struct WriterGuard {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl LogWriter {
    /// Starts the thread that writes to `out`.
    ///
    /// # Errors
    /// If the system allows no further thread.
    pub(crate) fn start(out: impl Write + Send + 'static) -> io::Result<(Self, WriterGuard)> {
        let shared = Arc::new(Shared::default());
        let of_thread = Arc::clone(&shared);
        let thread = thread::Builder::new().name("log".to_owned());
        let thread = thread.spawn(move || of_thread.write_all(out))?;
        let guard = WriterGuard {
            shared: Arc::clone(&shared),
            thread: Some(thread),
        };
        Ok((Self(shared), guard))
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Lines> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a line; waits while there are too many.
    fn add(&self, line: &[u8]) {
        let full = |lines: &mut Lines| lines.bytes.len() >= MOST_BYTES && !lines.closed;
        let waited = self.emptied.wait_while(self.lock(), full);
        let mut lines = waited.unwrap_or_else(PoisonError::into_inner);
        let first = lines.bytes.is_empty();
        lines.bytes.extend_from_slice(line);
        drop(lines);
        if first {
            self.filled.notify_one();
        }
    }

    /// Writes until it is over. A log that cannot be written must not stop the program.
    fn write_all(&self, mut out: impl Write) {
        let mut batch = Vec::new();
        loop {
            let empty = |lines: &mut Lines| lines.bytes.is_empty() && !lines.closed;
            let waited = self.filled.wait_while(self.lock(), empty);
            let lines = waited.unwrap_or_else(PoisonError::into_inner);
            let open = |lines: &mut Lines| !lines.closed && lines.bytes.len() < MOST_BYTES;
            let waited = self.filled.wait_timeout_while(lines, COLLECTED, open);
            let (mut lines, _) = waited.unwrap_or_else(PoisonError::into_inner);
            std::mem::swap(&mut lines.bytes, &mut batch);
            let closed = lines.closed;
            drop(lines);
            self.emptied.notify_all();
            let _ = out.write_all(&batch).and_then(|()| out.flush());
            batch.clear();
            if closed {
                return;
            }
        }
    }
}

impl Drop for WriterGuard {
    fn drop(&mut self) {
        self.shared.lock().closed = true;
        self.shared.filled.notify_one();
        self.shared.emptied.notify_all();
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

impl Write for &LogWriter {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.0.add(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for LogWriter {
    type Writer = &'a Self;

    fn make_writer(&'a self) -> Self::Writer {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keeps what is written, and how often.
    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<(Vec<u8>, usize)>>);

    impl Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            let mut kept = self.0.lock().unwrap();
            kept.0.extend_from_slice(bytes);
            kept.1 += 1;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn every_line_is_written_whole_in_order_and_with_others() {
        let kept = Kept::default();
        let (writer, guard) = LogWriter::start(kept.clone()).unwrap();
        // More than may wait: those who write have to wait as well.
        let padding = "x".repeat(500);
        let write = |name: usize| {
            for number in 0..2_000 {
                (&writer)
                    .write_all(format!("{name} {number} {padding}\n").as_bytes())
                    .unwrap();
            }
        };
        thread::scope(|scope| {
            for name in 0..3 {
                scope.spawn(move || write(name));
            }
        });
        drop(guard);
        let (bytes, writes) = kept.0.lock().unwrap().clone();
        let text = String::from_utf8(bytes).unwrap();
        for name in 0..3 {
            let numbers = text.lines().filter_map(|line| line.strip_prefix(&format!("{name} ")));
            let numbers: Vec<usize> = numbers
                .map(|line| line.split(' ').next().unwrap().parse().unwrap())
                .collect();
            assert_eq!(numbers, (0..2_000).collect::<Vec<_>>());
        }
        assert!(writes < 600, "{writes} writes for 6,000 lines");
    }

    #[test]
    fn a_line_is_written_without_another_one_after_it() {
        let kept = Kept::default();
        let (writer, _guard) = LogWriter::start(kept.clone()).unwrap();
        (&writer).write_all(b"ready\n").unwrap();
        while kept.0.lock().unwrap().0.is_empty() {
            thread::sleep(Duration::from_millis(1));
        }
        assert_eq!(kept.0.lock().unwrap().0, b"ready\n");
    }
}
