//! A body that is sent while it is written, for files too large to be held in memory.

use std::{
    io::{self, Write},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use tokio::{
    runtime::Handle,
    sync::mpsc::{self, error::SendTimeoutError},
};

/// Bytes of one piece.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for a slow reader; then the writer waits.
const WAITING: usize = 4;
/// How long the writer waits for a reader to take a piece. One who stops reading must not keep others from theirs.
const PATIENCE: Duration = Duration::from_secs(30);

/// Returns a body and what is written into it. Writing blocks: it belongs on a thread of its own. A reader who leaves or
/// stops reading is an error of the writer; an error that the writer sends breaks the answer off, so that half a file is
/// never taken for a whole one.
///
/// # Panics
/// Outside of a runtime.
pub(super) fn body() -> (BodyWriter, Body) {
    let (sender, pieces) = mpsc::channel(WAITING);
    let writer = BodyWriter {
        sender,
        piece: Vec::with_capacity(PIECE),
        runtime: Handle::current(),
        patience: PATIENCE,
    };
    (writer, Body::new(Pieces(pieces)))
}

type Piece = io::Result<Bytes>;

/// Collects what is written and sends it piece by piece.
#[derive(Debug)]
pub(super) struct BodyWriter {
    sender: mpsc::Sender<Piece>,
    piece: Vec<u8>,
    runtime: Handle,
    patience: Duration,
}

impl BodyWriter {
    /// Ends the body, or breaks it off.
    pub(super) fn end(mut self, done: Result<(), impl std::error::Error + Send + Sync + 'static>) {
        let last = match done {
            Ok(()) => self.flush(),
            // Where the reader is gone, no one is left to be told.
            Err(error) => self.send(Err(io::Error::other(error))),
        };
        if let Err(error) = last {
            tracing::debug!(%error, "a file was not taken to its end");
        }
    }

    fn send(&self, piece: Piece) -> io::Result<()> {
        let sent = self.runtime.block_on(self.sender.send_timeout(piece, self.patience));
        sent.map_err(|error| match error {
            SendTimeoutError::Timeout(_) => io::ErrorKind::TimedOut.into(),
            SendTimeoutError::Closed(_) => io::ErrorKind::BrokenPipe.into(),
        })
    }
}

impl Write for BodyWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = PIECE - self.piece.len();
        let (taken, _) = bytes.split_at(bytes.len().min(room));
        self.piece.extend_from_slice(taken);
        if self.piece.len() == PIECE {
            self.flush()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.send(Ok(piece.into()))
    }
}

#[derive(Debug)]
struct Pieces(mpsc::Receiver<Piece>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Frame<Bytes>>>> {
        let next = self.0.poll_recv(context);
        next.map(|piece| piece.map(|piece| piece.map(Frame::data)))
    }
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    #[tokio::test]
    async fn a_body_has_what_was_written_or_breaks_off() {
        for failed in [false, true] {
            let (mut writer, body) = body();
            let written: Vec<u8> = (0..=250).cycle().take(10 * PIECE + 7).collect();
            let copy = written.clone();
            let thread = std::thread::spawn(move || {
                let done = copy.chunks(1000).try_for_each(|chunk| writer.write_all(chunk));
                writer.end(done.and(if failed { Err(io::Error::other("no")) } else { Ok(()) }));
            });
            match body.collect().await {
                Ok(read) => assert!(!failed && read.to_bytes() == written),
                Err(_) => assert!(failed),
            }
            thread.join().unwrap();
        }
    }

    #[tokio::test]
    async fn a_reader_who_leaves_ends_the_writing() {
        let (mut writer, body) = body();
        drop(body);
        let written = tokio::task::spawn_blocking(move || writer.write_all(&vec![0; 10 * PIECE]));
        assert_eq!(written.await.unwrap().unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[tokio::test]
    async fn a_reader_who_stops_reading_ends_the_writing() {
        let (mut writer, body) = body();
        writer.patience = Duration::from_millis(10);
        let written = tokio::task::spawn_blocking(move || writer.write_all(&vec![0; 10 * PIECE]));
        assert_eq!(written.await.unwrap().unwrap_err().kind(), io::ErrorKind::TimedOut);
        drop(body);
    }
}
