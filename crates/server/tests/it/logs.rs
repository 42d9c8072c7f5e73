//! I8: what is logged carries no secret and no person. Runs the real binary at its most
//! talkative and reads what it wrote.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use genvej_server::db::Db;
use genvej_server::db::entities::citizen;
use sea_orm::EntityTrait;

const CPR: &str = "0101901234";

fn start(database: &str, folder: &Path, format: &str) -> Child {
    Command::new(env!("CARGO_BIN_EXE_genvej"))
        .current_dir(folder)
        .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--database", database])
        .args(["--log-format", format])
        .env("RUST_LOG", "debug")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs")
}

/// Calls with a CPR number wherever a careless client may put one; gives the session's secret.
async fn call(address: &str) -> String {
    let client = reqwest::Client::builder().cookie_store(true).build().expect("a client");
    let post = |path: &str, body: &'static str| {
        let request = client.post(format!("{address}{path}"));
        request.header("content-type", "application/json").body(body)
    };
    let answer =
        post("/api/session/demo", r#"{"key":"next-due"}"#).send().await.expect("signed in");
    let cookie = answer.cookies().next().expect("a cookie").value().to_owned();
    for path in ["/api/citizen/overview?cpr=", "/api/citizen/bookings/", "/api/", "/"] {
        let answer = client.get(format!("{address}{path}{CPR}")).header("x-cpr", CPR);
        answer.send().await.expect("an answer");
    }
    let body = r#"{"note":"0101901234","slot_id":"0101901234"}"#;
    post("/api/citizen/bookings", body).send().await.expect("an answer");
    cookie
}

async fn log_of(format: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite://{}", folder.path().join("log.sqlite").display());
    let mut server = start(&database, folder.path(), format);
    let mut address = String::new();
    let out = server.stdout.take().expect("its output");
    BufReader::new(out).read_line(&mut address).expect("the first line");
    let secret = call(address.trim()).await;
    let names = citizen::Entity::find();
    let db = Db::connect(&database, 1).await.expect("the database");
    let people = names.all(db.read()).await.expect("citizens");
    server.kill().expect("it ends");
    let mut log = String::new();
    server.stderr.take().expect("its log").read_to_string(&mut log).expect("text");
    server.wait().expect("it has ended");
    assert!(log.contains("/api/citizen/overview"), "something is logged:\n{log}");
    for hidden in [secret.as_str(), CPR] {
        assert!(!log.contains(hidden), "{hidden} in\n{log}");
    }
    for person in people {
        assert!(
            !log.contains(person.cpr.expose_digits()) && !log.contains(&person.name),
            "{}",
            person.name
        );
    }
}

#[tokio::test]
async fn i8_no_log_line_holds_a_secret_or_a_person() {
    log_of("text").await;
}

#[tokio::test]
async fn i8_no_json_log_holds_a_secret_or_a_person() {
    log_of("json").await;
}
