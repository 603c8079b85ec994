//! Accepts connections, and shuts down gracefully.

use std::{
    io,
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use axum::Router;
use hyper::{
    Request,
    body::Incoming,
    server::conn::http1,
    service::{Service, service_fn},
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
    service::TowerToHyperService,
};
use tokio::net::{TcpListener, TcpStream};

/// Time for a reader to send the head of a request; also how long a connection may idle.
const HEAD_TIMEOUT: Duration = Duration::from_secs(20);
/// Room for the head of a request, in bytes.
const HEAD_SIZE: usize = 64 * 1024;
/// Time for requests in progress when the program shuts down: with what comes after them, it ends within ten
/// seconds, after which service managers and container engines kill.
const LAST_REQUESTS: Duration = Duration::from_secs(8);

/// Why the program cannot listen.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    /// Somebody else listens there.
    #[error(
        "{0} is in use by another program. Stop that one, or choose another address: thuocdo serve --addr {ip}:{next}",
        ip = shown_ip(.0),
        next = .0.port().checked_add(1).unwrap_or(3000)
    )]
    InUse(SocketAddr),
    /// The system says no.
    #[error(
        "not permitted to listen on {0}. Ports below 1024 need special rights: choose a higher one, such as {ip}:3000",
        ip = shown_ip(.0)
    )]
    NotPermitted(SocketAddr),
    /// The machine has no such address.
    #[error(
        "this machine has no address {ip}. Use 127.0.0.1 for this machine alone, or 0.0.0.0 for everybody who can reach it",
        ip = .0.ip()
    )]
    NotHere(SocketAddr),
    /// Anything else.
    #[error("cannot listen on {0}: {1}")]
    Other(SocketAddr, io::Error),
}

fn shown_ip(address: &SocketAddr) -> String {
    match address {
        SocketAddr::V4(v4) => v4.ip().to_string(),
        SocketAddr::V6(v6) => format!("[{}]", v6.ip()),
    }
}

/// Who is at the other end of a connection.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Peer(pub(crate) IpAddr);

/// Begins to listen.
///
/// # Errors
/// See [`ListenError`].
pub async fn bind(address: SocketAddr) -> Result<TcpListener, ListenError> {
    let bound = TcpListener::bind(address).await;
    bound.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => ListenError::InUse(address),
        io::ErrorKind::PermissionDenied => ListenError::NotPermitted(address),
        io::ErrorKind::AddrNotAvailable => ListenError::NotHere(address),
        _ => ListenError::Other(address, error),
    })
}

/// Answers until shutdown, then lets the requests in progress finish.
pub async fn serve(listener: TcpListener, router: Router, stop: impl Future<Output = ()>) {
    let connections = GracefulShutdown::new();
    let service = TowerToHyperService::new(router);
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => connect(stream, Peer(peer.ip()), &connections, service.clone()),
                Err(error) => {
                    // Such as too many open files: some close while we wait.
                    tracing::warn!(%error, "a connection could not be taken");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
        }
    }
    drop(listener);
    let open = connections.count();
    tracing::info!(connections.open = open, "stopping: finishing requests");
    match tokio::time::timeout(LAST_REQUESTS, connections.shutdown()).await {
        Ok(()) => tracing::info!("stopped"),
        Err(_) => tracing::warn!("stopped with requests unfinished after 8 s"),
    }
}

fn connect(stream: TcpStream, peer: Peer, connections: &GracefulShutdown, service: TowerToHyperService<Router>) {
    // Answers are written whole; waiting to fill packets would only delay them.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |mut request: Request<Incoming>| {
        request.extensions_mut().insert(peer);
        service.call(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIMEOUT)
        .max_buf_size(HEAD_SIZE)
        .serve_connection(TokioIo::new(stream), service);
    let connection = connections.watch(connection);
    tokio::spawn(async move {
        if let Err(error) = connection.await {
            tracing::debug!(%error, "a connection ended early");
        }
    });
}

/// Waits for a shutdown signal: Ctrl-C, or SIGTERM from a service manager.
///
/// # Errors
/// When the system does not let the program hear signals.
#[cfg(unix)]
pub fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        let signal = tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
        };
        tracing::info!(signal, "told to stop");
    })
}

/// Waits for Ctrl-C.
///
/// # Errors
/// None here; elsewhere the system may not let the program hear signals.
#[cfg(not(unix))]
pub fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_says_what_to_do() {
        let v4 = SocketAddr::from(([127, 0, 0, 1], 3000));
        let v6: SocketAddr = "[::1]:80".parse().unwrap();
        let cases = [
            (ListenError::InUse(v4), "127.0.0.1:3000 is in use"),
            (ListenError::InUse(v4), "--addr 127.0.0.1:3001"),
            (ListenError::NotPermitted(v6), "such as [::1]:3000"),
            (ListenError::NotHere(v4), "no address 127.0.0.1. Use"),
        ];
        for (error, expected) in cases {
            assert!(error.to_string().contains(expected), "{error}");
        }
    }
}
