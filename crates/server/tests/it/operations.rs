//! What operators see: where it serves, whether it is alive and ready, how it goes, and that
//! it stops without dropping anybody's request.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use axum::http::Method;
use genvej_server::clock::Clock;
use genvej_server::config::{Config, ServerOverrides};
use genvej_server::db::Db;
use genvej_server::http;
use genvej_server::state::AppState;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::{Client, TestApp};

on_both_databases!(a_running_server_is_alive_ready_and_counted, async |app: TestApp| {
    let client = app.anonymous();
    for path in ["/healthz", "/readyz"] {
        assert_eq!(client.get(path).await.0, 200, "{path}");
    }
    client.get("/api/session").await;
    let odd = Method::from_bytes(b"0101901234").expect("any token will do");
    client.send(odd, "/api/session", None).await;
    let metrics = client.send(Method::GET, "/metrics", None).await;
    assert_eq!(metrics.status, 200);
    for expected in [
        "http_requests_total{method=\"GET\",route=\"/api/session\",status=\"200\"}",
        "http_request_duration_seconds_bucket",
        "database_connections{state=\"open\"}",
        "bookings{state=\"booked\"}",
    ] {
        assert!(metrics.text.contains(expected), "{expected} in\n{}", metrics.text);
    }
    assert!(metrics.text.contains("method=\"OTHER\""), "{}", metrics.text);
    assert!(!metrics.text.contains("0101901234"), "{}", metrics.text);
});

#[tokio::test]
async fn without_its_schema_the_server_is_alive_and_not_ready() {
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}", folder.path().join("empty.sqlite").display());
    let db = Db::connect(&url, 1).await.expect("an empty database");
    let connection = db.read().clone();
    let config = Config::load(None, &ServerOverrides::default()).expect("a configuration");
    let state = AppState::new(db, config, Clock::system(), false);
    let client = Client::new(http::router(state), None);
    assert_eq!(client.get("/healthz").await.0, 200);
    assert_eq!(client.get("/readyz").await.0, 503);
    let look = "SELECT 1 FROM sqlite_master WHERE name = 'seaql_migrations'";
    let table = connection.query_one_raw(Statement::from_string(DbBackend::Sqlite, look)).await;
    assert!(table.expect("an answer").is_none(), "asking writes nothing");
}

/// A server of its own, ended with the test.
struct Server {
    child: Child,
    address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn start(folder: &Path) -> Server {
    let mut child = Command::new(env!("CARGO_BIN_EXE_genvej"))
        .current_dir(folder)
        .args(["serve", "--demo", "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the binary runs");
    let mut line = String::new();
    let out = child.stdout.take().expect("its output");
    BufReader::new(out).read_line(&mut line).expect("the first line");
    let address = line.trim().strip_prefix("http://").expect("an address").to_owned();
    Server { child, address }
}

#[test]
fn told_to_stop_it_answers_what_has_begun() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = start(folder.path());
    let mut connection = TcpStream::connect(&server.address).expect("it listens");
    let head = "POST /api/session/demo HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\
                content-type: application/json\r\ncontent-length: 18\r\n\r\n{\"key\":";
    connection.write_all(head.as_bytes()).expect("sent");
    // Long enough for a busy machine to take the call in: one that still waits at the door is
    // turned away.
    std::thread::sleep(Duration::from_secs(1));
    let stop = Command::new("kill").args(["-TERM", &server.child.id().to_string()]).status();
    assert!(stop.expect("kill runs").success());
    std::thread::sleep(Duration::from_millis(200));
    let told = Instant::now();
    assert!(TcpStream::connect(&server.address).is_err(), "nobody new is let in");
    connection.write_all(b"\"next-due\"}").expect("sent");
    let mut answer = String::new();
    connection.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(server.child.wait().expect("it ends").success());
    assert!(told.elapsed() < Duration::from_secs(5));
}
