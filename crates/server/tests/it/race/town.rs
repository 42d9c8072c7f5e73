//! A municipality made for racing: as many citizens as asked for, each with a session, and
//! times laid out by the test.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use contract::ids::{BookingId, CaseId, TimeSlotId};
use contract::rules::Cpr;
use contract::rules::identifiers::TestNumbers;
use genvej_server::auth::cookie::SessionToken;
use genvej_server::clock::Clock;
use genvej_server::config::{Address, Config, ServerOverrides};
use genvej_server::db::Db;
use genvej_server::db::entities::{
    booking, caseworker, citizen, occupancy, round_table, round_table_offer, session,
    sickness_case, time_slot, waiting_offer,
};
use genvej_server::state::AppState;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;

use crate::support::{Fresh, Kind, fresh};

/// Two rooms, lengths that differ, every channel open from the first conversation on.
const CONFIG: &str = r#"
[municipality]
name = "Race"
unit_name = "kommunen"
phone = "1"
phone_hours = "-"
phone_hours_en = "-"
email = "race@eksempel.example"
address = "-"
accessibility_url = "https://eksempel.example/a"
cookies_url = "https://eksempel.example/c"
[booking]
minimum_notice_hours = 0
horizon_weeks = 20
[conversations]
phone = { minutes = 30 }
video = { minutes = 20 }
in_person = { minutes = 45 }
[[places]]
id = "hall"
name = "Hall"
address = "-"
rooms = [{ id = "one", name = "One" }, { id = "two", name = "Two" }]
[[contact_rule_sets]]
name = "race"
valid_from = "2020-01-01"
first_followup_deadline_weeks = 8
min_followups_first_halfyear = 4
first_conversation_channels = ["in_person", "phone", "video"]
later_channels = ["in_person", "phone", "video"]
selfbook_deadline_days = 8
rebook_cutoff_hours = 0
[waiting_list]
daytime_from = "00:00"
daytime_to = "24:00"
"#;

/// A citizen who races.
#[derive(Clone, Debug)]
pub struct Racer {
    /// Their session cookie.
    pub cookie: String,
    /// Their case.
    pub case: CaseId,
}

/// The company that everybody works for once it offers times.
const CVR: &str = "12345678";

/// The municipality and its database.
pub struct Town {
    /// Its database.
    pub db: Db,
    /// The database's address.
    pub url: String,
    /// Its configuration file.
    pub config: PathBuf,
    clock: Clock,
    numbers: AtomicUsize,
    database: Fresh,
    _files: tempfile::TempDir,
}

impl Town {
    /// An empty town on a fresh database, when there is one.
    pub async fn found(kind: Kind) -> Option<Self> {
        let database = fresh(kind).await?;
        let files = tempfile::tempdir().unwrap();
        let config = files.path().join("race.toml");
        std::fs::write(&config, CONFIG).unwrap();
        let db = Db::connect(&database.url, 5).await.unwrap();
        db.migrate().await.unwrap();
        let url = database.url.clone();
        let (clock, numbers) = (Clock::system(), AtomicUsize::new(0));
        Some(Self { db, url, config, clock, numbers, database, _files: files })
    }

    /// What a server of the town works with, to do what servers do by themselves.
    pub async fn state(&self) -> AppState {
        let flags =
            ServerOverrides { database: Some(self.url.clone()), ..ServerOverrides::default() };
        let config = Config::load(Some(&self.config), &flags).unwrap();
        AppState::new(self.db.clone(), config, self.clock.clone(), false)
    }

    /// Takes the database away.
    pub async fn remove(self) {
        self.database.remove().await;
    }

    /// A day on which nothing else happens, so many days ahead.
    pub fn day(&self, ahead: u64) -> DateTime<Utc> {
        let day: NaiveDate = self.clock.today() + Days::new(ahead);
        day.and_hms_opt(8, 0, 0).unwrap().and_utc()
    }

    /// Caseworkers of one team.
    pub async fn caseworkers(&self, count: usize) -> Vec<Uuid> {
        let tx = self.db.begin_write().await.unwrap();
        let mut ids = Vec::new();
        for number in 0..count {
            let id = self.clock.new_id();
            let row = caseworker::ActiveModel {
                id: Set(id),
                name: Set(format!("Caseworker {number}")),
                phone: Set("1".to_owned()),
                team: Set("race".to_owned()),
                team_leader: Set(false),
                demo_key: Set(None),
                initials: Set(None),
            };
            caseworker::Entity::insert(row).exec_without_returning(&*tx).await.unwrap();
            ids.push(id);
        }
        tx.commit().await.unwrap();
        ids
    }

    /// Citizens with open cases, followed by `caseworker`, all signed in.
    pub async fn racers(&self, count: usize, caseworker: Uuid) -> Vec<Racer> {
        let tx = self.db.begin_write().await.unwrap();
        let mut racers = Vec::new();
        for _ in 0..count {
            let citizen_id = self.clock.new_id();
            let cpr = self.next_cpr();
            let person = citizen::ActiveModel {
                id: Set(citizen_id),
                name: Set("Racer".to_owned()),
                cpr: Set((&cpr).into()),
                demo_key: Set(None),
            };
            citizen::Entity::insert(person).exec_without_returning(&*tx).await.unwrap();
            let case = CaseId(self.clock.new_id());
            let row = sickness_case::ActiveModel {
                id: Set(case.0),
                case_number: Set(case.to_string()),
                citizen_id: Set(citizen_id),
                caseworker_id: Set(caseworker),
                first_absence: Set(self.clock.today() - Days::new(20)),
                opened_on: Set(self.clock.today() - Days::new(10)),
                employer_cvr: Set(None),
                expected_back: Set(None),
                standby_since: Set(None),
                closed_on: Set(None),
                closing_reason: Set(None),
                extension_ground: Set(None),
                extended_on: Set(None),
            };
            sickness_case::Entity::insert(row).exec_without_returning(&*tx).await.unwrap();
            let cookie = self.sign_in(&tx, "citizen", citizen_id).await;
            racers.push(Racer { cookie, case });
        }
        tx.commit().await.unwrap();
        racers
    }

    /// A test number nobody has been given yet.
    fn next_cpr(&self) -> Cpr {
        let number = self.numbers.fetch_add(1, Ordering::Relaxed);
        let text = format!("{:02}0180{:04}", 61 + number / 1000, 1000 + number % 1000);
        Cpr::parse(&text, TestNumbers::Accept).unwrap()
    }

    /// A caseworker who is signed in: their cookie.
    pub async fn caseworker_session(&self, caseworker: Uuid) -> String {
        let tx = self.db.begin_write().await.unwrap();
        let cookie = self.sign_in(&tx, "caseworker", caseworker).await;
        tx.commit().await.unwrap();
        cookie
    }

    async fn sign_in(&self, tx: &genvej_server::db::WriteTx, kind: &str, actor_id: Uuid) -> String {
        let token = SessionToken::new(self.clock.token());
        let now = self.clock.now();
        let row = session::ActiveModel {
            id_hash: Set(token.hash()),
            actor_kind: Set(kind.to_owned()),
            actor_id: Set(actor_id),
            created_at: Set(now),
            last_seen_at: Set(now),
            expires_at: Set(now + TimeDelta::minutes(30)),
        };
        session::Entity::insert(row).exec_without_returning(&**tx).await.unwrap();
        let cookie = token.set_cookie(Address::PlainLoopback).unwrap();
        cookie.to_str().unwrap().split(';').next().unwrap().to_owned()
    }

    /// A published time.
    pub async fn slot(
        &self,
        caseworker: Uuid,
        starts_at: DateTime<Utc>,
        minutes: i64,
        channels: &str,
    ) -> TimeSlotId {
        let id = self.clock.new_id();
        let row = time_slot::ActiveModel {
            id: Set(id),
            caseworker_id: Set(caseworker),
            starts_at: Set(starts_at),
            ends_at: Set(starts_at + TimeDelta::minutes(minutes)),
            channels: Set(channels.to_owned()),
            place_id: Set(Some("hall".to_owned())),
            seats: Set(1),
            taken: Set(0),
            published: Set(true),
        };
        let tx = self.db.begin_write().await.unwrap();
        time_slot::Entity::insert(row).exec_without_returning(&*tx).await.unwrap();
        tx.commit().await.unwrap();
        TimeSlotId(id)
    }

    /// The booking as stored.
    pub async fn booking(&self, id: BookingId) -> Option<booking::Model> {
        booking::Entity::find_by_id(id.0).one(self.db.read()).await.unwrap()
    }

    /// The round tables that are booked.
    pub async fn tables(&self) -> Vec<round_table::Model> {
        let booked = round_table::Column::State.eq("booked");
        round_table::Entity::find().filter(booked).all(self.db.read()).await.unwrap()
    }

    /// How many of them are on a day.
    pub async fn tables_on(&self, day: DateTime<Utc>) -> usize {
        let tables = self.tables().await.into_iter();
        tables.filter(|table| table.starts_at.date_naive() == day.date_naive()).count()
    }

    /// The company's people, each of whom has offered `stretch` to each of these citizens.
    pub async fn offers(
        &self,
        people: usize,
        racers: &[Racer],
        starts_at: DateTime<Utc>,
        ends_at: DateTime<Utc>,
    ) {
        let tx = self.db.begin_write().await.unwrap();
        sickness_case::Entity::update_many()
            .col_expr(sickness_case::Column::EmployerCvr, CVR.into())
            .filter(sickness_case::Column::Id.is_in(racers.iter().map(|racer| racer.case.0)))
            .exec(&*tx)
            .await
            .unwrap();
        for number in 0..people {
            let by = self.clock.new_id();
            let offer = |racer: &Racer| round_table_offer::ActiveModel {
                id: Set(self.clock.new_id()),
                case_id: Set(racer.case.0),
                cvr: Set(CVR.to_owned()),
                starts_at: Set(starts_at),
                ends_at: Set(ends_at),
                by_id: Set(by),
                by_name: Set(format!("Person {number}")),
                at: Set(self.clock.now()),
                withdrawn_at: Set(None),
            };
            let rows: Vec<_> = racers.iter().map(offer).collect();
            round_table_offer::Entity::insert_many(rows)
                .exec_without_returning(&*tx)
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }

    /// I1, told by the bookings themselves rather than by what guards them: no slot over its
    /// seats; no caseworker, citizen, employer's person or room in two places at once. And what
    /// guards them agrees.
    pub async fn assert_nobody_is_in_two_places(&self) {
        let db = self.db.read();
        let bookings = booking::Entity::find()
            .filter(booking::Column::State.eq("booked"))
            .all(db)
            .await
            .unwrap();
        for (index, one) in bookings.iter().enumerate() {
            for other in bookings.iter().skip(index + 1) {
                let same_time = one.starts_at < other.ends_at && other.starts_at < one.ends_at;
                let same_room = one.room_id.is_some()
                    && (&one.place_id, &one.room_id) == (&other.place_id, &other.room_id);
                assert!(!same_time || one.caseworker_id != other.caseworker_id, "caseworker");
                assert!(!same_time || !same_room, "room");
                assert_ne!(one.case_id, other.case_id, "I4: one open booking a case");
            }
        }
        let tables = self.tables().await;
        for (index, one) in tables.iter().enumerate() {
            let same_time =
                |from: DateTime<Utc>, to: DateTime<Utc>| one.starts_at < to && from < one.ends_at;
            for other in bookings.iter().filter(|b| same_time(b.starts_at, b.ends_at)) {
                assert_ne!(one.caseworker_id, other.caseworker_id, "caseworker");
                assert_ne!(one.case_id, other.case_id, "citizen");
            }
            for other in tables.iter().skip(index + 1) {
                assert_ne!(one.case_id, other.case_id, "one round table a case");
                if same_time(other.starts_at, other.ends_at) {
                    assert_ne!(one.caseworker_id, other.caseworker_id, "caseworker");
                    assert_ne!(one.employer_user_id, other.employer_user_id, "employer's person");
                }
            }
        }
        for slot in time_slot::Entity::find().all(db).await.unwrap() {
            let booked = bookings.iter().filter(|booking| booking.slot_id == slot.id).count();
            let booked = booked + tables.iter().filter(|table| table.slot_id == slot.id).count();
            assert!(slot.taken <= slot.seats);
            assert_eq!(usize::try_from(slot.taken).unwrap(), booked, "seats and bookings agree");
        }
        let cells = occupancy::Entity::find().all(db).await.unwrap();
        let (held, cells): (Vec<_>, Vec<_>) =
            cells.into_iter().partition(|cell| cell.held_until.is_some());
        let offers = waiting_offer::Entity::find()
            .filter(waiting_offer::Column::State.eq("open"))
            .all(db)
            .await
            .unwrap();
        let kept_for = |cell: &occupancy::Model| offers.iter().any(|o| o.id == cell.booking_id);
        assert!(held.iter().all(kept_for), "no time is held by nobody");
        let now = self.clock.now();
        for offer in offers.iter().filter(|offer| now < offer.expires_at) {
            for booked in bookings.iter().filter(|b| b.caseworker_id == offer.caseworker_id) {
                let same = booked.starts_at < offer.ends_at && offer.starts_at < booked.ends_at;
                assert!(!same, "a time that is kept is booked");
            }
        }
        let cells = cells.len();
        // The caseworker and the citizen, and the room; at a round table the employer's person.
        let long = |from: DateTime<Utc>, to: DateTime<Utc>| (to - from).num_minutes();
        let booked = bookings
            .iter()
            .map(|b| long(b.starts_at, b.ends_at) * if b.room_id.is_some() { 3 } else { 2 });
        let at_tables = tables.iter().map(|table| long(table.starts_at, table.ends_at) * 3);
        let minutes: i64 = booked.chain(at_tables).sum();
        assert_eq!(i64::try_from(cells).unwrap() * 5, minutes, "no cell is held by nobody");
    }
}
