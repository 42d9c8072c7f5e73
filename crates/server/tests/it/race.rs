//! I1, I2, I3, I4 under load: two server processes, two hundred clients, pools of five
//! connections, on SQLite and on PostgreSQL.

pub mod clients;
pub mod servers;
pub mod town;

use std::collections::HashSet;
use std::future::Future;
use std::time::Duration;

use chrono::TimeDelta;
use contract::problem::ErrorCode;
use tokio::sync::RwLock;
use tokio::task::JoinSet;

use self::clients::{Answer, Phones, Timed};
use self::servers::Server;
use self::town::Town;
use crate::support::Kind;

const CLIENTS: usize = 200;
/// No request waits longer,
const PATIENCE: Duration = Duration::from_secs(1);
/// unless the machine is so busy that a look at the session, by as many at once, is slow too:
/// then, no longer than so many looks. On a machine at rest the slowest race takes about twenty.
const LOOKS: u32 = 40;

/// Those who measure how long people wait read it; other races write it, so that they are not
/// what people wait for.
pub static MEASURING: RwLock<()> = RwLock::const_new(());

/// A town, its servers and who calls them.
pub struct Race {
    /// The town.
    pub town: Town,
    /// Who calls.
    pub phones: Phones,
    /// Whom they call.
    pub servers: Vec<Server>,
}

impl Race {
    /// Two servers in a new town, when there is such a database.
    pub async fn on(kind: Kind) -> Option<Self> {
        let town = Town::found(kind).await?;
        let servers: Vec<_> = (0..2).map(|_| Server::start(&town.url, &town.config)).collect();
        let phones = Phones::new(servers.iter().map(|server| server.address.clone()).collect());
        Some(Self { town, phones, servers })
    }

    /// Prints the figures of a race and holds it to the longest wait.
    async fn assert_nobody_waited<T>(&self, what: &str, answers: &[Timed<T>]) {
        let mut times: Vec<Duration> = answers.iter().map(|timed| timed.took).collect();
        times.sort();
        let at = |share: usize| times[(times.len() - 1) * share / 100];
        let looks =
            all((0..CLIENTS).map(|client| self.phones.clone().look(client)).collect()).await;
        let look = looks.into_iter().max().unwrap_or_default();
        let longest = at(100);
        println!(
            "{what}: {} calls, {} won, median {:?}, longest {longest:?} ({:.1} of a look's {look:?})",
            answers.len(),
            winners(answers),
            at(50),
            longest.as_secs_f64() / look.as_secs_f64()
        );
        let patience = PATIENCE.max(look * LOOKS);
        assert!(longest < patience, "{what}: a request waited {longest:?} of {patience:?}");
    }
}

/// Everyone at once.
pub async fn all<T: Send + 'static>(
    calls: Vec<impl Future<Output = T> + Send + 'static>,
) -> Vec<T> {
    let mut running = JoinSet::new();
    for call in calls {
        running.spawn(call);
    }
    running.join_all().await
}

/// How many got what they wanted.
pub fn winners<T>(answers: &[Timed<T>]) -> usize {
    answers.iter().filter(|timed| timed.answer.booking().is_some()).count()
}

async fn same_twenty_times(race: &Race) {
    let caseworkers = race.town.caseworkers(1).await;
    let racers = race.town.racers(CLIENTS, caseworkers[0]).await;
    let day = race.town.day(7);
    let mut slots = Vec::new();
    for number in 0..20 {
        let start = day + TimeDelta::minutes(30 * number);
        slots.push(race.town.slot(caseworkers[0], start, 30, "phone").await);
    }
    race.town.slot(caseworkers[0], race.town.day(8), 30, "phone").await;
    let calls = racers.into_iter().enumerate().map(|(client, racer)| {
        let (phones, slot) = (race.phones.clone(), slots[client % 20]);
        async move {
            phones.book(client, &racer, slot, "phone", false, &format!("same-{client:05}")).await
        }
    });
    let answers = all(calls.collect()).await;
    assert_eq!(winners(&answers), 20, "each time is given exactly once");
    for timed in &answers {
        if let Answer::No(problem) = &timed.answer {
            assert_eq!(problem.code, ErrorCode::SlotTaken);
            assert!(!problem.nearest.is_empty(), "told of the time nobody wanted, at least");
        }
    }
    race.assert_nobody_waited("same twenty times", &answers).await;
}

async fn overlapping_times(race: &Race) {
    let caseworkers = race.town.caseworkers(2).await;
    let racers = race.town.racers(CLIENTS, caseworkers[0]).await;
    let day = race.town.day(14);
    let mut slots = Vec::new();
    for caseworker in &caseworkers {
        for number in 0..24 {
            let start = day + TimeDelta::minutes(10 * number);
            slots.push(race.town.slot(*caseworker, start, 45, "phone,video,in_person").await);
        }
    }
    let calls = racers.into_iter().enumerate().map(|(client, racer)| {
        let (phones, slot) = (race.phones.clone(), slots[(client * 7) % slots.len()]);
        let channel = ["phone", "video", "in_person"][client % 3];
        async move {
            phones.book(client, &racer, slot, channel, false, &format!("overlap-{client:05}")).await
        }
    });
    let answers = all(calls.collect()).await;
    assert!(winners(&answers) >= 8, "there is room for at least eight");
    race.assert_nobody_waited("overlapping starts and lengths", &answers).await;
}

async fn moves_into_one_slot(race: &Race) {
    let caseworkers = race.town.caseworkers(1).await;
    let racers = race.town.racers(40, caseworkers[0]).await;
    let day = race.town.day(21);
    let mut held = Vec::new();
    for (client, racer) in racers.iter().enumerate() {
        let number = i64::try_from(client).unwrap();
        let start = day + TimeDelta::minutes(20 * number);
        let slot = race.town.slot(caseworkers[0], start, 20, "video").await;
        let key = format!("before-move-{client:05}");
        let timed = race.phones.book(client, racer, slot, "video", false, &key).await;
        held.push(timed.answer.booking().expect("a free time").id);
    }
    let wanted = race.town.slot(caseworkers[0], race.town.day(22), 30, "phone").await;
    let calls =
        racers.into_iter().zip(held.clone()).enumerate().map(|(client, (racer, booking))| {
            let phones = race.phones.clone();
            async move {
                phones.move_to(client, &racer, booking, wanted, &format!("move-{client:05}")).await
            }
        });
    let answers = all(calls.collect()).await;
    assert_eq!(winners(&answers), 1, "one of them moves");
    for booking in held {
        let row = race.town.booking(booking).await.expect("still there");
        assert_eq!(row.state, "booked", "I4: nobody is left without a time");
    }
    race.assert_nobody_waited("forty moves into one time", &answers).await;
}

/// Each of forty citizens moves their booking and cancels it at the same moment, on different
/// servers: whichever comes first, nobody waits for the other in a circle.
async fn cancel_against_move(race: &Race) {
    let caseworkers = race.town.caseworkers(1).await;
    let racers = race.town.racers(40, caseworkers[0]).await;
    let (day, later) = (race.town.day(56), race.town.day(57));
    let mut calls = Vec::new();
    for (client, racer) in racers.into_iter().enumerate() {
        let number = u32::try_from(client).unwrap();
        let at = |day| day + TimeDelta::minutes(30 * i64::from(number));
        let slot = race.town.slot(caseworkers[0], at(day), 30, "phone").await;
        let other = race.town.slot(caseworkers[0], at(later), 30, "phone").await;
        let key = format!("before-both-{client:05}");
        let booked = race.phones.book(client, &racer, slot, "phone", false, &key).await;
        let booking = booked.answer.booking().expect("a free time").id;
        for moves in [true, false] {
            let (phones, racer) = (race.phones.clone(), racer.clone());
            calls.push(async move {
                let key = format!("both-{moves}-{client:05}");
                if moves {
                    phones.move_to(client, &racer, booking, other, &key).await
                } else {
                    // A cancellation has less to read first: some wait a little, so that the
                    // two meet at every step of their ways.
                    tokio::time::sleep(Duration::from_millis(8) * (number % 20)).await;
                    phones.cancel(client + 1, &racer, booking, &key).await
                }
            });
        }
    }
    let answers = all(calls).await;
    assert!(winners(&answers) >= 40, "one of the two is done for each");
    race.town.assert_nobody_is_in_two_places().await;
    race.assert_nobody_waited("forty cancel while they move", &answers).await;
}

async fn scarce_rooms(race: &Race) {
    let caseworkers = race.town.caseworkers(9).await;
    let racers = race.town.racers(CLIENTS, caseworkers[0]).await;
    let day = race.town.day(28);
    let mut slots = Vec::new();
    for (number, caseworker) in (0..).zip(&caseworkers) {
        let start = day + TimeDelta::minutes(5 * number);
        slots.push(race.town.slot(*caseworker, start, 45, "in_person").await);
    }
    let calls = racers.into_iter().enumerate().map(|(client, racer)| {
        let (phones, slot) = (race.phones.clone(), slots[client % slots.len()]);
        async move {
            phones
                .book(client, &racer, slot, "in_person", false, &format!("room-{client:05}"))
                .await
        }
    });
    let answers = all(calls.collect()).await;
    assert_eq!(winners(&answers), 2, "two rooms, nine caseworkers, visits that all overlap");
    race.assert_nobody_waited("two rooms for nine caseworkers", &answers).await;
}

async fn any_caseworker(race: &Race) {
    const FREE: usize = 7;
    let caseworkers = race.town.caseworkers(10).await;
    let racers = race.town.racers(CLIENTS, caseworkers[0]).await;
    let start = race.town.day(35);
    let mut slots = Vec::new();
    for caseworker in &caseworkers[..FREE] {
        slots.push(race.town.slot(*caseworker, start, 30, "phone").await);
    }
    let calls = racers.into_iter().enumerate().map(|(client, racer)| {
        let (phones, slot) = (race.phones.clone(), slots[client % FREE]);
        async move {
            phones.book(client, &racer, slot, "phone", true, &format!("any-{client:05}")).await
        }
    });
    let answers = all(calls.collect()).await;
    assert_eq!(winners(&answers), FREE, "as many as are free, no more and no fewer");
    race.assert_nobody_waited("any of seven caseworkers", &answers).await;
}

async fn same_key_five_times(race: &Race) {
    let caseworkers = race.town.caseworkers(40).await;
    let racers = race.town.racers(40, caseworkers[0]).await;
    let start = race.town.day(42);
    let mut calls = Vec::new();
    for (client, (racer, caseworker)) in racers.into_iter().zip(&caseworkers).enumerate() {
        let slot = race.town.slot(*caseworker, start, 30, "phone").await;
        for turn in 0..5 {
            let (phones, racer) = (race.phones.clone(), racer.clone());
            calls.push(async move {
                let key = format!("again-{client:05}");
                phones.book(client + turn, &racer, slot, "phone", false, &key).await
            });
        }
    }
    let answers = all(calls).await;
    assert_eq!(winners(&answers), CLIENTS, "I3: each replay is answered as the first");
    let different: HashSet<_> =
        answers.iter().filter_map(|timed| timed.answer.booking()).map(|b| b.id).collect();
    assert_eq!(different.len(), 40, "I3: and nothing is booked twice");
    race.assert_nobody_waited("the same key five times", &answers).await;
}

/// Half of them want the only time for a round table and half for a follow-up conversation; one
/// person of the company has offered it to all.
async fn one_round_table_time(race: &Race) {
    let caseworkers = race.town.caseworkers(1).await;
    let racers = race.town.racers(CLIENTS, caseworkers[0]).await;
    let start = race.town.day(63);
    race.town.offers(1, &racers, start, start + TimeDelta::hours(8)).await;
    let slot = race.town.slot(caseworkers[0], start, 30, "phone,video").await;
    let (mut tables, mut follow_ups) = (Vec::new(), Vec::new());
    for (client, racer) in racers.into_iter().enumerate() {
        let phones = race.phones.clone();
        let key = format!("one-table-{client:05}");
        if client % 4 < 2 {
            tables.push(async move { phones.meet(client, &racer, slot, &key).await });
        } else {
            follow_ups
                .push(async move { phones.book(client, &racer, slot, "phone", false, &key).await });
        }
    }
    let (tables, follow_ups) = tokio::join!(all(tables), all(follow_ups));
    assert_eq!(winners(&tables) + winners(&follow_ups), 1, "the time is given exactly once");
    for timed in &tables {
        if let Answer::No(problem) = &timed.answer {
            assert_eq!(problem.code, ErrorCode::SlotTaken);
        }
    }
    race.assert_nobody_waited("one time for round tables", &tables).await;
    race.assert_nobody_waited("and for follow-ups", &follow_ups).await;
}

/// Each citizen books a round table and a follow-up conversation at the same moment on different
/// servers, at times that overlap; two people of the company have offered the whole day to all.
async fn round_tables_and_follow_ups(race: &Race) {
    let caseworkers = race.town.caseworkers(4).await;
    let start = race.town.day(64);
    let (mut racers, mut slots) = (Vec::new(), Vec::new());
    for caseworker in &caseworkers {
        racers.push(race.town.racers(CLIENTS / 8, *caseworker).await);
        let mut own = Vec::new();
        for number in 0..12 {
            let start = start + TimeDelta::minutes(10 * number);
            own.push(race.town.slot(*caseworker, start, 45, "phone,video").await);
        }
        slots.push(own);
    }
    let everybody: Vec<_> = racers.iter().flatten().cloned().collect();
    race.town.offers(2, &everybody, start, start + TimeDelta::hours(8)).await;
    let (mut tables, mut follow_ups) = (Vec::new(), Vec::new());
    let own = racers
        .into_iter()
        .zip(&slots)
        .flat_map(|(racers, slots)| racers.into_iter().map(move |racer| (racer, slots)));
    for (client, (racer, own)) in own.enumerate() {
        let (first, then) = (own[client * 7 % 12], own[client * 5 % 12]);
        let (phones, me) = (race.phones.clone(), racer.clone());
        tables.push(
            async move { phones.meet(client, &me, first, &format!("table-{client:05}")).await },
        );
        let phones = race.phones.clone();
        follow_ups.push(async move {
            let key = format!("beside-{client:05}");
            phones.book(client + 1, &racer, then, "phone", false, &key).await
        });
    }
    let (tables, follow_ups) = tokio::join!(all(tables), all(follow_ups));
    println!("{} round tables, {} follow-ups", winners(&tables), winners(&follow_ups));
    assert!(winners(&tables) + winners(&follow_ups) >= 12, "there is room for three each");
    assert_eq!(winners(&tables), race.town.tables_on(start).await, "what was told is there");
    race.town.assert_nobody_is_in_two_places().await;
    race.assert_nobody_waited("round tables beside follow-ups", &tables).await;
    race.assert_nobody_waited("follow-ups beside round tables", &follow_ups).await;
}

async fn kill_and_restart(mut race: Race) {
    let caseworkers = race.town.caseworkers(CLIENTS).await;
    let racers = race.town.racers(CLIENTS, caseworkers[0]).await;
    let start = race.town.day(49);
    let mut running = JoinSet::new();
    for (client, (racer, caseworker)) in racers.into_iter().zip(caseworkers).enumerate() {
        let slot = race.town.slot(caseworker, start, 30, "phone").await;
        let phones = race.phones.clone();
        running.spawn(async move {
            phones.book(client, &racer, slot, "phone", false, &format!("kill-{client:05}")).await
        });
    }
    let mut acknowledged = Vec::new();
    while let Some(done) = running.join_next().await {
        acknowledged.extend(done.unwrap().answer.booking().map(|booking| booking.id));
        if acknowledged.len() == 30 {
            race.servers.drain(..).for_each(Server::kill);
        }
    }
    let restarted = Server::start(&race.town.url, &race.town.config);
    assert!(acknowledged.len() >= 30);
    println!("kill -9: {} acknowledged, all of them there after the restart", acknowledged.len());
    for id in acknowledged {
        assert!(race.town.booking(id).await.is_some(), "I2: what was acknowledged is there");
    }
    race.town.assert_nobody_is_in_two_places().await;
    drop(restarted);
    race.town.remove().await;
}

async fn i1_to_i4_hold_for_two_servers(kind: Kind) {
    let _measuring = MEASURING.read().await;
    let Some(race) = Race::on(kind).await else { return };
    same_twenty_times(&race).await;
    overlapping_times(&race).await;
    moves_into_one_slot(&race).await;
    cancel_against_move(&race).await;
    scarce_rooms(&race).await;
    any_caseworker(&race).await;
    same_key_five_times(&race).await;
    race.town.assert_nobody_is_in_two_places().await;
    kill_and_restart(race).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_to_i4_hold_for_two_servers_on_sqlite() {
    i1_to_i4_hold_for_two_servers(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_to_i4_hold_for_two_servers_on_postgres() {
    i1_to_i4_hold_for_two_servers(Kind::Postgres).await;
}

async fn i1_holds_at_round_tables_for_two_servers(kind: Kind) {
    let _measuring = MEASURING.read().await;
    let Some(race) = Race::on(kind).await else { return };
    one_round_table_time(&race).await;
    round_tables_and_follow_ups(&race).await;
    race.town.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_holds_at_round_tables_for_two_servers_on_sqlite() {
    i1_holds_at_round_tables_for_two_servers(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_holds_at_round_tables_for_two_servers_on_postgres() {
    i1_holds_at_round_tables_for_two_servers(Kind::Postgres).await;
}
