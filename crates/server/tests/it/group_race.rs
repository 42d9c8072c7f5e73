//! I1 for group sessions under load: two server processes, on SQLite and on PostgreSQL.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use genvej_server::clock::Clock;
use genvej_server::db::entities::{group_seat, group_session, group_waiting, occupancy};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::race::MEASURING;
use crate::race::servers::Server;
use crate::race::town::{Racer, Town};
use crate::support::Kind;

struct Race {
    town: Town,
    servers: Vec<Server>,
    http: reqwest::Client,
    leader: Uuid,
}

impl Race {
    async fn on(kind: Kind) -> Option<Self> {
        let town = Town::found(kind).await?;
        let leader = town.caseworkers(1).await[0];
        let servers = (0..2).map(|_| Server::start(&town.url, &town.config)).collect();
        Some(Self { town, servers, http: reqwest::Client::new(), leader })
    }

    /// A session on a day of its own.
    async fn session(&self, day: u64, seats: i32) -> group_session::Model {
        let starts_at = self.town.day(day);
        let session = group_session::Model {
            id: Clock::system().new_id(),
            theme: "cv".to_owned(),
            caseworker_id: self.leader,
            starts_at,
            ends_at: starts_at + TimeDelta::hours(2),
            place_id: None,
            room_id: None,
            seats,
            minimum: 1,
            state: "planned".to_owned(),
            created_at: starts_at,
            decided_at: None,
            cancelled_at: None,
            reason: String::new(),
        };
        let tx = self.town.db.begin_write().await.unwrap();
        group_session::Entity::insert_many([group_session::ActiveModel::from(session.clone())])
            .exec_without_returning(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        session
    }

    /// A call of a citizen, on its way: its status and what came back.
    fn call(
        &self,
        client: usize,
        racer: &Racer,
        session: Uuid,
        wish: &str,
    ) -> impl Future<Output = (u16, Value)> + Send + use<> {
        let server = &self.servers[client % self.servers.len()].address;
        let call = self
            .http
            .put(format!("{server}/api/citizen/groups/{session}"))
            .header("cookie", &racer.cookie)
            .json(&json!({ "wish": wish }));
        async move {
            let response = call.send().await.expect("an answer");
            let status = response.status().as_u16();
            (status, response.json().await.expect("JSON"))
        }
    }

    async fn seats(&self, session: Uuid) -> Vec<group_seat::Model> {
        group_seat::Entity::find()
            .filter(group_seat::Column::SessionId.eq(session))
            .all(self.town.db.read())
            .await
            .unwrap()
    }

    /// Seats, and the time of those who have them, agree.
    async fn assert_seats(&self, session: &group_session::Model) {
        let seats = self.seats(session.id).await;
        assert!(seats.len() <= usize::try_from(session.seats).unwrap(), "no seat twice");
        let taken = seats.iter().filter(|seat| seat.held_until.is_none()).count();
        let cells = occupancy::Entity::find()
            .filter(occupancy::Column::BookingId.eq(session.id))
            .all(self.town.db.read())
            .await
            .unwrap();
        assert_eq!(cells.len(), taken * 24, "no cell is held by nobody");
    }
}

/// Everyone at once.
async fn all<T: Send + 'static>(calls: Vec<impl Future<Output = T> + Send + 'static>) -> Vec<T> {
    let mut running = JoinSet::new();
    for call in calls {
        running.spawn(call);
    }
    running.join_all().await
}

fn won(answers: &[(u16, Value)]) -> usize {
    for (status, body) in answers.iter().filter(|(status, _)| *status != 200) {
        assert_eq!(*status, 409, "{body}");
    }
    answers.iter().filter(|(status, _)| *status == 200).count()
}

async fn more_people_than_seats(race: &Race) {
    let session = race.session(7, 7).await;
    let racers = race.town.racers(60, race.leader).await;
    // Each of them twice, on both servers: the same person gets one seat.
    let calls = racers.iter().enumerate().flat_map(|(client, racer)| {
        [client, client + 1].map(|server| race.call(server, racer, session.id, "seat"))
    });
    let answers = all(calls.collect()).await;
    assert_eq!(race.seats(session.id).await.len(), 7, "seven seats for sixty people");
    assert_eq!(won(&answers), 14, "and I3: the same call again has the same answer");
    race.assert_seats(&session).await;
}

/// A seat is given up while two stand in line and twenty others want it.
async fn given_up_while_two_wait(race: &Race) {
    let session = race.session(8, 1).await;
    let racers = race.town.racers(23, race.leader).await;
    let (owner, first, second) = (&racers[0], &racers[1], &racers[2]);
    let others = &racers[3..];
    assert_eq!(race.call(0, owner, session.id, "seat").await.0, 200);
    assert_eq!(race.call(0, first, session.id, "in_line").await.0, 200);
    assert_eq!(race.call(1, second, session.id, "in_line").await.0, 200);
    let mut calls = vec![race.call(0, owner, session.id, "nothing")];
    let rush = others.iter().enumerate();
    calls.extend(rush.map(|(client, racer)| race.call(client, racer, session.id, "seat")));
    let answers = all(calls).await;
    assert_eq!(won(&answers), 1, "only the owner was answered well: the line goes first");
    let seats = race.seats(session.id).await;
    assert_eq!((seats.len(), seats[0].case_id), (1, first.case.0), "kept for the first in line");
    let calls =
        vec![race.call(0, first, session.id, "seat"), race.call(1, second, session.id, "seat")];
    assert_eq!(won(&all(calls).await), 1);
    let seats = race.seats(session.id).await;
    assert_eq!((seats[0].case_id, seats[0].held_until), (first.case.0, None));
    race.assert_seats(&session).await;
}

/// A seat's hold runs out while its holder takes it, again and again, and the next in line waits.
async fn runs_out_while_it_is_taken(race: &Race) {
    let racers = race.town.racers(20, race.leader).await;
    let mut sessions = Vec::new();
    for pair in racers.chunks(2) {
        let (holder, next) = (&pair[0], &pair[1]);
        let day = 20 + u64::try_from(sessions.len()).unwrap();
        let session = race.session(day, 1).await;
        let until = Clock::system().now() + TimeDelta::milliseconds(700);
        keep(race, session.id, holder, until).await;
        assert_eq!(race.call(1, next, session.id, "in_line").await.0, 200);
        sessions.push((session, holder, next));
    }
    let mut calls = Vec::new();
    for (number, (session, holder, next)) in sessions.iter().enumerate() {
        let wait = Duration::from_millis(60) * u32::try_from(number).unwrap();
        let take = race.call(number, holder, session.id, "seat");
        calls.push(tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            take.await
        }));
        let rush = race.call(number + 1, next, session.id, "seat");
        calls.push(tokio::spawn(async move {
            tokio::time::sleep(wait).await;
            rush.await
        }));
    }
    for call in calls {
        let (status, body) = call.await.unwrap();
        assert!([200, 409].contains(&status), "{body}");
    }
    // The servers pass on by themselves what nobody took: they look every ten seconds.
    tokio::time::sleep(Duration::from_secs(11)).await;
    let mut passed_on = 0;
    for (session, holder, next) in &sessions {
        race.assert_seats(session).await;
        let seats = race.seats(session.id).await;
        assert_eq!(seats.len(), 1, "the seat is somebody's");
        match &seats[0] {
            seat if seat.case_id == holder.case.0 => assert_eq!(seat.held_until, None),
            seat => {
                assert_eq!(seat.case_id, next.case.0, "or the next one's");
                passed_on += 1;
            }
        }
    }
    println!("{passed_on} of {} seats ran out and were passed on", sessions.len());
}

/// Keeps the only seat of a session for somebody.
async fn keep(race: &Race, session: Uuid, racer: &Racer, until: DateTime<Utc>) {
    let seat = group_seat::ActiveModel {
        session_id: Set(session),
        number: Set(1),
        case_id: Set(racer.case.0),
        held_until: Set(Some(until)),
        taken_at: Set(until),
        came: Set(None),
    };
    let line = group_waiting::ActiveModel {
        session_id: Set(session),
        case_id: Set(racer.case.0),
        since: Set(until - TimeDelta::hours(2)),
        state: Set("offered".to_owned()),
    };
    let tx = race.town.db.begin_write().await.unwrap();
    group_seat::Entity::insert(seat).exec_without_returning(&*tx).await.unwrap();
    group_waiting::Entity::insert(line).exec_without_returning(&*tx).await.unwrap();
    tx.commit().await.unwrap();
}

/// Each citizen takes a seat and books a conversation that overlaps it, at the same moment on
/// different servers.
async fn a_seat_and_a_conversation(race: &Race) {
    let count = 30;
    let session = race.session(40, 30).await;
    let caseworkers = race.town.caseworkers(count).await;
    let racers = race.town.racers(count, race.leader).await;
    let mut calls = JoinSet::new();
    for (client, (racer, caseworker)) in racers.iter().zip(&caseworkers).enumerate() {
        let starts_at = session.starts_at + TimeDelta::minutes(30);
        let slot = race.town.slot(*caseworker, starts_at, 30, "phone").await;
        let server = &race.servers[(client + 1) % race.servers.len()].address;
        let book = race
            .http
            .post(format!("{server}{}", contract::paths::CITIZEN_BOOKINGS))
            .header("cookie", &racer.cookie)
            .header("idempotency-key", format!("beside-group-{client:05}"))
            .json(&json!({ "slot_id": slot, "channel": "phone", "any_caseworker": true }));
        let seat = race.call(client, racer, session.id, "seat");
        calls.spawn(async move {
            let (seat, booked) = tokio::join!(seat, book.send());
            let booked = booked.expect("an answer").status().as_u16();
            assert!([201, 409].contains(&booked), "{booked}");
            (seat.0, booked)
        });
    }
    for (seat, booked) in calls.join_all().await {
        assert!(seat != 200 || booked != 201, "I1: nobody is in two places");
        assert!(seat == 200 || booked == 201, "and one of the two is done");
    }
    race.assert_seats(&session).await;
}

async fn i1_holds_in_groups_for_two_servers(kind: Kind) {
    let _measuring = MEASURING.write().await;
    let Some(race) = Race::on(kind).await else { return };
    more_people_than_seats(&race).await;
    given_up_while_two_wait(&race).await;
    a_seat_and_a_conversation(&race).await;
    runs_out_while_it_is_taken(&race).await;
    race.town.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_holds_in_groups_for_two_servers_on_sqlite() {
    i1_holds_in_groups_for_two_servers(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_holds_in_groups_for_two_servers_on_postgres() {
    i1_holds_in_groups_for_two_servers(Kind::Postgres).await;
}
