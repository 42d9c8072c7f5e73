//! An import whose server process is killed (`kill -9`) while it is at it, in each of its stages: either
//! all of the file is there afterwards or nothing is, and the same file again brings the rest.

use std::time::Duration;

use contract::paths::STAFF_CASE_IMPORTS as IMPORTS;
use genvej_server::db::entities::{
    access_log, case_import_row, caseworker, citizen, sickness_case,
};
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait, Set};
use tokio::task::JoinHandle;
use uuid::Uuid;

use crate::case_import::{Row, file, new_row};
use crate::race::MEASURING;
use crate::race::servers::Server;
use crate::race::town::Town;
use crate::support::Kind;

const ROWS: usize = 4_000;
const ALL: u64 = 4_000;

/// When the server dies: once so many rows wait, and so long after that.
const DEATHS: [(u64, u64); 7] =
    [(1, 0), (ALL / 2, 0), (ALL, 0), (ALL, 15), (ALL, 40), (ALL, 90), (ALL, 200)];

struct Leader<'a> {
    town: &'a Town,
    http: reqwest::Client,
    cookie: String,
    file: String,
}

impl Leader<'_> {
    /// Brings the file to a server; the status, if it lives to say one.
    fn bring(&self, server: &Server, attempt: usize) -> JoinHandle<Option<u16>> {
        let call = self
            .http
            .post(format!("{}{IMPORTS}", server.address))
            .header("cookie", &self.cookie)
            .header("idempotency-key", format!("killed-import-{attempt}"))
            .header("content-type", "text/csv")
            .body(self.file.clone());
        tokio::spawn(async move { Some(call.send().await.ok()?.status().as_u16()) })
    }

    async fn waiting(&self) -> u64 {
        case_import_row::Entity::find().count(self.town.db.read()).await.unwrap()
    }

    /// Cases, citizens and looks that are there.
    async fn there(&self) -> [u64; 3] {
        let db = self.town.db.read();
        [
            sickness_case::Entity::find().count(db).await.unwrap(),
            citizen::Entity::find().count(db).await.unwrap(),
            access_log::Entity::find().count(db).await.unwrap(),
        ]
    }
}

/// Whoever leads the team, with initials.
async fn lead(town: &Town, id: Uuid) {
    let tx = town.db.begin_write().await.unwrap();
    let row = caseworker::ActiveModel {
        id: Set(id),
        team_leader: Set(true),
        initials: Set(Some("HARA".to_owned())),
        ..Default::default()
    };
    row.update(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

async fn all_or_nothing_survives_a_dead_server(kind: Kind) {
    let _others_do_not_measure = MEASURING.write().await;
    let Some(town) = Town::found(kind).await else { return };
    let id = town.caseworkers(1).await[0];
    lead(&town, id).await;
    let cookie = town.caseworker_session(id).await;
    let rows: Vec<Row> = (0..ROWS).map(own_number).collect();
    let leader = Leader { town: &town, http: reqwest::Client::new(), cookie, file: file(&rows) };
    let (mut cut_off, mut done) = (0, false);
    for (attempt, (rows, milliseconds)) in DEATHS.into_iter().enumerate() {
        let server = Server::start(&town.url, &town.config);
        let before = leader.waiting().await;
        let call = leader.bring(&server, attempt);
        while !call.is_finished() && leader.waiting().await < before + rows {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
        server.kill();
        let status = call.await.unwrap();
        let there = leader.there().await;
        println!("killed with {rows} rows waiting, {milliseconds} ms on: {status:?}, {there:?}");
        assert!([[0; 3], [ALL; 3]].contains(&there), "{there:?} is half of it");
        done = there == [ALL; 3];
        // What was acknowledged is there (I2).
        assert!(done || status.is_none(), "{status:?} was acknowledged");
        cut_off += usize::from(!done);
        if done {
            break;
        }
    }
    assert!(cut_off >= 2, "it was cut off while rows were put there");
    let server = Server::start(&town.url, &town.config);
    assert_eq!(leader.bring(&server, DEATHS.len()).await.unwrap(), Some(201));
    assert_eq!(leader.there().await, [ALL; 3], "brought again, it is there once");
    println!("cut off {cut_off} times, done before the last attempt: {done}");
    drop(server);
    town.remove().await;
}

/// A row with a number that a server without test numbers takes, and days that are past whatever day it
/// is: this server has the real clock.
fn own_number(number: usize) -> Row {
    let row = new_row(number).with("first_absence", "2025-01-06").with("opened_on", "2025-01-20");
    let cpr = row.cell("cpr");
    let day: u32 = cpr[..2].parse().unwrap();
    row.with("cpr", &format!("{:02}{}", day - 60, &cpr[2..]))
}

#[tokio::test(flavor = "multi_thread")]
async fn i2_an_import_is_done_or_is_not_when_the_server_dies_on_sqlite() {
    all_or_nothing_survives_a_dead_server(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i2_an_import_is_done_or_is_not_when_the_server_dies_on_postgres() {
    all_or_nothing_survives_a_dead_server(Kind::Postgres).await;
}
