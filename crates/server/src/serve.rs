//! Listening, and stopping without dropping anybody's request.

use std::io::Write;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::serve::ListenerExt;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::booking::housekeeping::forget_past;
use crate::http::{health, router};
use crate::state::AppState;

/// Requests that are being answered when the server is told to stop get the time they have
/// anyhow, and this much more to be sent.
const LAST_CALL: Duration = Duration::from_secs(5);
/// How often counters are tidied.
const TIDY_EVERY: Duration = Duration::from_secs(10);
/// How often what is past is forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60 * 60);

/// Serves until the process is told to stop. Prints the address as the first line.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn serve(state: AppState) -> std::io::Result<()> {
    let listener = TcpListener::bind(state.config.server.listen).await?;
    announce(listener.local_addr()?)?;
    tokio::spawn(tidy(state.clone()));
    let longest_request = state.config.server.request_timeout();
    let (stopping, told_to_stop) = oneshot::channel();
    let service = router(state).into_make_service_with_connect_info::<SocketAddr>();
    let listener = listener.tap_io(|stream| {
        // Small answers should not wait for more to send with them.
        let _ = stream.set_nodelay(true);
    });
    let server = axum::serve(listener, service).with_graceful_shutdown(async {
        stop_signal().await;
        let _ = stopping.send(());
    });
    tokio::select! {
        done = server.into_future() => done,
        () = last_call(told_to_stop, longest_request) => Ok(()),
    }
}

fn announce(address: SocketAddr) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "http://{address}")?;
    out.flush()
}

async fn last_call(told_to_stop: oneshot::Receiver<()>, longest_request: Duration) {
    let _ = told_to_stop.await;
    tokio::time::sleep(longest_request + LAST_CALL).await;
    tracing::warn!("stopping with requests unanswered");
}

async fn tidy(state: AppState) {
    let mut every = tokio::time::interval(TIDY_EVERY);
    let mut forgotten: Option<Instant> = None;
    loop {
        every.tick().await;
        if forgotten.is_none_or(|last| last.elapsed() > FORGET_EVERY) {
            forgotten = Some(Instant::now());
            if let Err(error) = forget_past(&state.db, state.clock.now()).await {
                tracing::warn!(%error, "old cells and answers stay for now");
            }
        }
        state.rate_limiter.forget_idle();
        if let Some(recorder) = health::recorder() {
            recorder.run_upkeep();
        }
    }
}

#[cfg(unix)]
async fn stop_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut interrupt)) =
        (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
}

#[cfg(not(unix))]
async fn stop_signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
