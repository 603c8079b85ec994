//! The process that reads a file, seen from the one that starts it.

use std::{
    io::{self, Read},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use import::{Stopped, TimeLimit};

use super::{
    COMMAND, Failure, Reader,
    wire::{self, Answer, Request},
};

/// How often it is asked whether the time is over.
const LOOK: Duration = Duration::from_millis(10);
/// Largest answer, in bytes: a grid of the most cells that may be, each with a number.
const LARGEST_ANSWER: u64 = 640_000_000;
/// So much is read of what the process says of its end.
const LAST_WORDS: u64 = 4_000;

/// Has a file read. The process has ended when this returns, whatever the file did to it.
pub(super) fn ask(reader: &Reader, request: &Request<'_>, file: Vec<u8>, until: &TimeLimit) -> Result<Answer, Failure> {
    let created = Instant::now();
    let mut child = start(reader).map_err(|error| {
        tracing::error!(%error, program = %reader.program.display(), "the process that reads files does not start");
        Failure::NotStarted(error.to_string())
    })?;
    let ended = talk(&mut child, request, file, until);
    let (answer, words) = match ended {
        Ok(said) => said,
        Err(stopped) => {
            tracing::warn!(
                ?stopped,
                after_ms = crate::telemetry::milliseconds(created.elapsed()),
                "reading a file was stopped"
            );
            return Err(reader.stopped(stopped));
        }
    };
    let status = child.wait().map_err(|error| Failure::NotStarted(error.to_string()))?;
    if status.success() {
        if answer.len() as u64 > LARGEST_ANSWER {
            return Err(reader.memory_up());
        }
        let answer = postcard::from_bytes(&answer);
        return answer.map_err(|error| reader.ended(&error.to_string()));
    }
    tracing::warn!(%status, words, "the process that reads files ended early");
    Err(blame(reader, status, &words))
}

fn start(reader: &Reader) -> io::Result<Child> {
    Command::new(&reader.program)
        .arg(COMMAND)
        .arg(format!("--upload-seconds={}", reader.time.as_secs().max(1)))
        .arg(format!("--upload-memory={}", reader.memory / 1_000_000))
        // Passwords and keys stand in the environment; a file must not come near them.
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// Sends the file and takes the answer and the last words, until the limit; the process is killed then.
fn talk(
    child: &mut Child,
    request: &Request<'_>,
    file: Vec<u8>,
    until: &TimeLimit,
) -> Result<(Vec<u8>, String), Stopped> {
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(move || {
            if let Some(stdin) = stdin {
                // A process that ends early does not listen to the end; how it ended says why.
                let _ = wire::send(stdin, request, &file);
            }
        });
        let words = scope.spawn(move || stderr.map_or_else(Vec::new, |from| taken(from, LAST_WORDS)));
        let (done, answered) = mpsc::channel();
        scope.spawn(move || {
            let answer = stdout.map_or_else(Vec::new, |from| taken(from, LARGEST_ANSWER + 1));
            let _ = done.send(answer);
        });
        let answer = loop {
            match answered.recv_timeout(LOOK) {
                Ok(answer) => break Ok(answer),
                Err(RecvTimeoutError::Disconnected) => break Ok(Vec::new()),
                Err(RecvTimeoutError::Timeout) => {}
            }
            if let Err(stopped) = until.check() {
                break Err(stopped);
            }
        };
        // After an answer it has nothing to do any more but to end; without one it is killed.
        let answer = answer.and_then(|answer| ended(child, until).map(|()| answer));
        if answer.is_err() {
            let _ = child.kill();
            let _ = child.wait();
        }
        let words = words.join().unwrap_or_default();
        answer.map(|answer| (answer, String::from_utf8_lossy(&words).trim().to_owned()))
    })
}

/// Waits for the end, which a process that closed its output may keep back.
fn ended(child: &mut Child, until: &TimeLimit) -> Result<(), Stopped> {
    while matches!(child.try_wait(), Ok(None)) {
        until.check()?;
        thread::sleep(Duration::from_millis(1));
    }
    Ok(())
}

/// What can be read, up to a number of bytes; the rest is discarded, so that the other side can finish.
fn taken(mut from: impl Read, most: u64) -> Vec<u8> {
    let mut taken = Vec::new();
    let _ = from.by_ref().take(most).read_to_end(&mut taken);
    let _ = io::copy(&mut from, &mut io::sink());
    taken
}

/// What the end of a process says of the file.
fn blame(reader: &Reader, status: ExitStatus, words: &str) -> Failure {
    let signal = signal(status);
    // What the standard library says before it gives up; and the system itself kills for want of memory.
    if words.contains("memory allocation of") || signal == Some(KILLED) {
        return reader.memory_up();
    }
    if signal == Some(PROCESSOR_TIME) {
        return Failure::File(reader.time_up());
    }
    reader.ended(&status.to_string())
}

/// SIGKILL.
const KILLED: i32 = 9;
/// SIGXCPU, the same on all systems that have it.
const PROCESSOR_TIME: i32 = 24;

#[cfg(unix)]
fn signal(status: ExitStatus) -> Option<i32> {
    std::os::unix::process::ExitStatusExt::signal(&status)
}

#[cfg(not(unix))]
fn signal(_status: ExitStatus) -> Option<i32> {
    None
}
