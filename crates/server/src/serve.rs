//! Listening, and stopping without dropping anybody's request.

use std::convert::Infallible;
use std::io::Write;
use std::net::SocketAddr;
use std::pin::pin;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::response::Response;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

use crate::booking::housekeeping::forget_past;
use crate::groups;
use crate::http::{health, router};
use crate::kpi;
use crate::retention_plan::reminders;
use crate::satisfaction;
use crate::state::AppState;
use crate::waiting_list;

/// Requests that are being answered when the server is told to stop get the time they have
/// anyhow, and this much more to be sent.
const LAST_CALL: Duration = Duration::from_secs(5);
/// A connection that has not sent a whole request's head within this long is closed, idle ones
/// as well. Longer than proxies keep theirs open.
const HEAD_WITHIN: Duration = Duration::from_secs(75);
/// After a failure to take a connection the next try waits this long.
const ACCEPT_AGAIN: Duration = Duration::from_millis(100);
/// How often counters are tidied.
const TIDY_EVERY: Duration = Duration::from_secs(10);
/// How often what is past is forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(60 * 60);
/// How often is looked for what somebody is to be reminded of.
const REMIND_EVERY: Duration = Duration::from_secs(60);

/// Serves until the process is told to stop. Prints the address as the first line.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn serve(state: AppState) -> std::io::Result<()> {
    let listener = TcpListener::bind(state.config.server.listen).await?;
    announce(listener.local_addr()?)?;
    tokio::spawn(tidy(state.clone()));
    let longest_request = state.config.server.request_timeout();
    let connections = answer(&listener, &router(state), HEAD_WITHIN, stop_signal()).await;
    // From here on nobody new is let in.
    drop(listener);
    if tokio::time::timeout(longest_request + LAST_CALL, connections.shutdown()).await.is_err() {
        tracing::warn!("stopping with requests unanswered");
    }
    Ok(())
}

/// Answers until told to stop; gives the connections that are still open.
async fn answer(
    listener: &TcpListener,
    app: &Router,
    head_within: Duration,
    stop: impl Future<Output = ()>,
) -> GracefulShutdown {
    let connections = GracefulShutdown::new();
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(head_within);
    let mut stop = pin!(stop);
    loop {
        let (stream, client) = tokio::select! {
            () = &mut stop => return connections,
            accepted = accept(listener) => accepted,
        };
        // Small answers should not wait for more to send with them.
        let _ = stream.set_nodelay(true);
        let app = app.clone();
        let service = service_fn(move |request| respond(app.clone(), client, request));
        let connection = http.serve_connection(TokioIo::new(stream), service);
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
}

/// The next connection. When there can be none for now (too many files are open), waits rather
/// than spins.
async fn accept(listener: &TcpListener) -> (TcpStream, SocketAddr) {
    loop {
        match listener.accept().await {
            Ok(accepted) => return accepted,
            Err(error) => {
                tracing::warn!(%error, "cannot take a connection");
                tokio::time::sleep(ACCEPT_AGAIN).await;
            }
        }
    }
}

async fn respond(
    app: Router,
    client: SocketAddr,
    mut request: hyper::Request<Incoming>,
) -> Result<Response, Infallible> {
    request.extensions_mut().insert(ConnectInfo(client));
    app.oneshot(request.map(Body::new)).await
}

fn announce(address: SocketAddr) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "http://{address}")?;
    out.flush()
}

async fn tidy(state: AppState) {
    let mut every = tokio::time::interval(TIDY_EVERY);
    let mut forgotten: Option<Instant> = None;
    let mut reminded: Option<Instant> = None;
    loop {
        every.tick().await;
        if forgotten.is_none_or(|last| last.elapsed() > FORGET_EVERY) {
            forgotten = Some(Instant::now());
            if let Err(error) = forget_past(&state.db, state.clock.now()).await {
                tracing::warn!(%error, "old cells and answers stay for now");
            }
            if let Err(error) = satisfaction::count(&state).await {
                tracing::warn!(?error, "answers are counted the next time");
            }
        }
        if let Err(error) = waiting_list::pass_on(&state).await {
            tracing::warn!(?error, "times that nobody took are passed on the next time");
        }
        if let Err(error) = waiting_list::offer_new_times(&state).await {
            tracing::warn!(?error, "new times are offered the next time");
        }
        if reminded.is_none_or(|last| last.elapsed() > REMIND_EVERY) {
            reminded = Some(Instant::now());
            remind(&state).await;
        }
        pass_on(&state).await;
        state.rate_limiter.forget_idle();
        if let Some(recorder) = health::recorder() {
            recorder.run_upkeep();
        }
    }
}

async fn remind(state: &AppState) {
    let done = [
        reminders::nudge(state).await,
        reminders::submit_in_time(state).await,
        reminders::announce_steps(state).await,
        kpi::refresh(state).await,
        waiting_list::end_what_is_over(state).await,
    ];
    for error in done.into_iter().filter_map(Result::err) {
        tracing::warn!(?error, "reminders wait until the next time");
    }
}

/// What is decided about group sessions by the clock, and the seats in them that go on.
async fn pass_on(state: &AppState) {
    let done = [groups::decide(state).await, groups::pass_on(state).await];
    for error in done.into_iter().filter_map(Result::err) {
        tracing::warn!(?error, "group sessions wait until the next time");
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

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    use super::*;

    #[tokio::test]
    async fn half_a_head_is_not_held_for_ever() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let app = Router::new().route("/", axum::routing::get(async || "here"));
        let within = Duration::from_millis(100);
        tokio::spawn(async move {
            answer(&listener, &app, within, std::future::pending()).await;
        });
        let mut whole = TcpStream::connect(address).await.unwrap();
        whole.write_all(b"GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n").await.unwrap();
        let mut text = String::new();
        whole.read_to_string(&mut text).await.unwrap();
        assert!(text.ends_with("here"), "{text}");
        let mut half = TcpStream::connect(address).await.unwrap();
        half.write_all(b"GET / HTTP/1.1\r\nhost:").await.unwrap();
        let mut rest = Vec::new();
        let closed = tokio::time::timeout(Duration::from_secs(5), half.read_to_end(&mut rest));
        assert!(closed.await.is_ok(), "closed by the server");
    }
}
