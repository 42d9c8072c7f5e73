//! I1 and I4 where times that come free are offered to who waits: two server processes, on SQLite
//! and on PostgreSQL, and a server that is killed.

use std::time::Duration;

use chrono::TimeDelta;
use contract::ids::{BookingId, TimeSlotId};
use contract::waiting_list::WaitingWish;
use genvej_server::db::entities::{occupancy, waiting_entry, waiting_offer, waiting_turn};
use genvej_server::waiting_list;
use rules::ContactChannel;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::race::clients::{Answer, Timed};
use crate::race::town::Racer;
use crate::race::{Race, all, winners};
use crate::support::Kind;

impl Race {
    /// Times of half an hour one after the other on a day.
    async fn times(&self, caseworker: uuid::Uuid, ahead: u64, count: i64) -> Vec<TimeSlotId> {
        let mut slots = Vec::new();
        for number in 0..count {
            let start = self.town.day(ahead) + TimeDelta::minutes(30 * number);
            slots.push(self.town.slot(caseworker, start, 30, "phone").await);
        }
        slots
    }

    async fn booked(&self, racers: &[Racer], slots: &[TimeSlotId], key: &str) -> Vec<BookingId> {
        let mut booked = Vec::new();
        for (client, (racer, slot)) in racers.iter().zip(slots).enumerate() {
            let key = format!("{key}-{client:05}");
            let timed = self.phones.book(client, racer, *slot, "phone", false, &key).await;
            booked.push(timed.answer.booking().expect("a free time").id);
        }
        booked
    }

    async fn wait(&self, racers: &[Racer], before: u64) {
        let wish = WaitingWish {
            before: self.town.day(before).date_naive(),
            channels: vec![ContactChannel::Phone],
            weekdays: (1..=7).collect(),
        };
        for (client, racer) in racers.iter().enumerate() {
            self.phones.wait(client, racer, &wish).await;
        }
    }

    async fn offers(&self) -> Vec<waiting_offer::Model> {
        let by_id = waiting_offer::Entity::find().order_by_asc(waiting_offer::Column::Id);
        by_id.all(self.town.db.read()).await.unwrap()
    }

    async fn open_offers(&self) -> Vec<waiting_offer::Model> {
        let mut offers = self.offers().await;
        offers.retain(|offer| offer.state == "open");
        offers
    }

    /// Everybody stops waiting: the next race begins anew.
    async fn nobody_waits(&self) {
        let tx = self.town.db.begin_write().await.unwrap();
        // In turn, as the servers do: one of them may be passing a time on at this moment.
        waiting_turn::Entity::update_many()
            .col_expr(waiting_turn::Column::Turns, waiting_turn::Column::Turns.into_expr())
            .exec(&*tx)
            .await
            .unwrap();
        waiting_entry::Entity::delete_many().exec(&*tx).await.unwrap();
        waiting_offer::Entity::delete_many().exec(&*tx).await.unwrap();
        let held = occupancy::Column::HeldUntil.is_not_null();
        occupancy::Entity::delete_many().filter(held).exec(&*tx).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// Twenty times come free at once, on both servers, and twenty-one wait.
async fn more_wait_than_times_come_free(race: &Race) {
    let caseworker = race.town.caseworkers(1).await[0];
    let holders = race.town.racers(20, caseworker).await;
    let waiting = race.town.racers(21, caseworker).await;
    let slots = race.times(caseworker, 7, 20).await;
    let booked = race.booked(&holders, &slots, "held").await;
    race.wait(&waiting, 30).await;
    let calls = holders.into_iter().zip(booked).enumerate().map(|(client, (racer, booking))| {
        let phones = race.phones.clone();
        async move { phones.cancel(client, &racer, booking, &format!("give-{client:05}")).await }
    });
    assert_eq!(winners(&all(calls.collect()).await), 20);
    let offers = race.open_offers().await;
    assert_eq!(offers.len(), 20, "each time is offered");
    let mut cases: Vec<_> = offers.iter().map(|offer| offer.case_id).collect();
    cases.sort();
    cases.dedup();
    assert_eq!(cases.len(), 20, "to somebody else");
    assert!(!cases.contains(&waiting[20].case.0), "the last in line goes without");
    race.town.assert_nobody_is_in_two_places().await;
    // All of them take theirs at the same moment, twice, while others try to book the same times.
    let others = race.town.racers(20, caseworker).await;
    let (mut takes, mut books) = (Vec::new(), Vec::new());
    for (client, (offer, other)) in offers.iter().zip(others).enumerate() {
        let racer = waiting.iter().find(|racer| racer.case.0 == offer.case_id).unwrap();
        for turn in 0..2 {
            let (phones, racer, id) = (race.phones.clone(), racer.clone(), offer.id);
            let key = format!("take-{client:05}");
            takes.push(async move { phones.take(client + turn, &racer, id, &key).await });
        }
        let (phones, slot) = (race.phones.clone(), TimeSlotId(offer.slot_id));
        books.push(async move {
            phones.book(client, &other, slot, "phone", false, &format!("other-{client:05}")).await
        });
    }
    let (taken, other) = tokio::join!(all(takes), all(books));
    assert_eq!(winners(&taken), 40, "I3: both answers are the same");
    assert_eq!(winners(&other), 0, "a time that is kept is nobody else's");
    race.town.assert_nobody_is_in_two_places().await;
    race.nobody_waits().await;
}

/// Offers run out at the very moment they are taken, and others want the times too, also ones that
/// overlap them.
async fn offers_run_out_while_they_are_taken(race: &Race) {
    let caseworker = race.town.caseworkers(1).await[0];
    let holders = race.town.racers(20, caseworker).await;
    let waiting = race.town.racers(20, caseworker).await;
    let slots = race.times(caseworker, 14, 20).await;
    let mut overlapping = Vec::new();
    for number in 0..20 {
        let start = race.town.day(14) + TimeDelta::minutes(30 * number + 10);
        overlapping.push(race.town.slot(caseworker, start, 30, "phone,video").await);
    }
    let booked = race.booked(&holders, &slots, "out").await;
    race.wait(&waiting, 30).await;
    let calls = holders.into_iter().zip(booked).enumerate().map(|(client, (racer, booking))| {
        let phones = race.phones.clone();
        async move { phones.cancel(client, &racer, booking, &format!("gone-{client:05}")).await }
    });
    assert_eq!(winners(&all(calls.collect()).await), 20);
    race.run_out_in(TimeDelta::milliseconds(300)).await;
    let offers = race.open_offers().await;
    let others = race.town.racers(40, caseworker).await;
    let mut calls = Vec::new();
    for (client, offer) in offers.iter().enumerate() {
        let racer = waiting.iter().find(|racer| racer.case.0 == offer.case_id).unwrap().clone();
        let (phones, id) = (race.phones.clone(), offer.id);
        let pause = Duration::from_millis(30) * u32::try_from(client).unwrap();
        calls.push(tokio::spawn(async move {
            tokio::time::sleep(pause).await;
            phones.take(client, &racer, id, &format!("late-{client:05}")).await
        }));
        let slots = [TimeSlotId(offer.slot_id), overlapping[client]];
        for (turn, slot) in slots.into_iter().enumerate() {
            let (phones, other) = (race.phones.clone(), others[client * 2 + turn].clone());
            calls.push(tokio::spawn(async move {
                tokio::time::sleep(pause).await;
                let key = format!("grab-{turn}-{client:05}");
                phones.book(client + 1, &other, slot, "phone", false, &key).await
            }));
        }
    }
    let mut answers: Vec<Timed> = Vec::new();
    for call in calls {
        answers.push(call.await.unwrap());
    }
    println!("offers that ran out while taken: {} of 60 won", winners(&answers));
    assert!(winners(&answers) >= 10, "times are given away");
    race.town.assert_nobody_is_in_two_places().await;
    race.nobody_waits().await;
}

impl Race {
    /// Time runs out for every offer.
    async fn run_out_in(&self, time: TimeDelta) {
        let at = genvej_server::clock::Clock::system().now() + time;
        let tx = self.town.db.begin_write().await.unwrap();
        waiting_offer::Entity::update_many()
            .col_expr(waiting_offer::Column::ExpiresAt, at.into())
            .filter(waiting_offer::Column::State.eq("open"))
            .exec(&*tx)
            .await
            .unwrap();
        occupancy::Entity::update_many()
            .col_expr(occupancy::Column::HeldUntil, at.into())
            .filter(occupancy::Column::HeldUntil.into_expr().is_not_null())
            .exec(&*tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
}

/// Ten who wait take earlier times; each frees their old one, which goes to one of the ten behind
/// them, at the same moments that others cancel; two cancel for one in line.
async fn moves_free_times_down_the_line(race: &Race) {
    let caseworker = race.town.caseworkers(1).await[0];
    let early = race.town.racers(10, caseworker).await;
    let (first, second) =
        (race.times(caseworker, 21, 10).await, race.times(caseworker, 22, 10).await);
    let third = race.times(caseworker, 23, 10).await;
    let early_booked = race.booked(&early, &first, "early").await;
    let waiting = race.town.racers(20, caseworker).await;
    let all_booked = [
        race.booked(&waiting[..10], &second, "second").await,
        race.booked(&waiting[10..], &third, "third").await,
    ]
    .concat();
    race.wait(&waiting[..10], 22).await;
    race.wait(&waiting[10..], 23).await;
    let calls = early.into_iter().zip(early_booked).enumerate().map(|(client, (racer, booking))| {
        let phones = race.phones.clone();
        async move { phones.cancel(client, &racer, booking, &format!("gave-{client:05}")).await }
    });
    assert_eq!(winners(&all(calls.collect()).await), 10);
    let offers = race.open_offers().await;
    assert_eq!(offers.len(), 10);
    let takes = offers.into_iter().enumerate().map(|(client, offer)| {
        let racer = waiting.iter().find(|racer| racer.case.0 == offer.case_id).unwrap().clone();
        let phones = race.phones.clone();
        async move { phones.take(client, &racer, offer.id, &format!("down-{client:05}")).await }
    });
    assert_eq!(winners(&all(takes.collect()).await), 10);
    assert_eq!(race.open_offers().await.len(), 10, "what they moved from is offered in turn");
    for booking in all_booked {
        let row = race.town.booking(booking).await.expect("still there");
        assert_eq!(row.state, "booked", "I4: nobody is left without a time");
    }
    race.town.assert_nobody_is_in_two_places().await;
    race.nobody_waits().await;
}

/// Two times come free at once, on two servers, and one is in line.
async fn two_cancel_and_one_is_in_line(race: &Race) {
    let caseworker = race.town.caseworkers(1).await[0];
    for round in 0..5_u64 {
        let holders = race.town.racers(2, caseworker).await;
        let waiting = race.town.racers(1, caseworker).await;
        let slots = race.times(caseworker, 28 + round, 2).await;
        let booked = race.booked(&holders, &slots, &format!("two-{round}")).await;
        race.wait(&waiting, 60).await;
        let calls = holders.into_iter().zip(booked).enumerate();
        let calls = calls.map(|(client, (racer, booking))| {
            let phones = race.phones.clone();
            let key = format!("both-{round}-{client:05}");
            async move { phones.cancel(client, &racer, booking, &key).await }
        });
        assert_eq!(winners(&all(calls.collect()).await), 2);
        assert_eq!(race.open_offers().await.len(), 1, "one at a time");
        race.town.assert_nobody_is_in_two_places().await;
        race.nobody_waits().await;
    }
}

/// Every offer runs out, two servers pass them on at once, and one is killed meanwhile.
async fn two_servers_pass_on(mut race: Race) {
    let caseworker = race.town.caseworkers(1).await[0];
    let holders = race.town.racers(5, caseworker).await;
    let waiting = race.town.racers(10, caseworker).await;
    let slots = race.times(caseworker, 42, 5).await;
    let booked = race.booked(&holders, &slots, "pass").await;
    race.wait(&waiting, 60).await;
    let calls = holders.into_iter().zip(booked).enumerate().map(|(client, (racer, booking))| {
        let phones = race.phones.clone();
        async move { phones.cancel(client, &racer, booking, &format!("gave-{client:05}")).await }
    });
    assert_eq!(winners(&all(calls.collect()).await), 5);
    race.run_out_in(TimeDelta::zero()).await;
    race.servers.pop().expect("two of them").kill();
    // What the servers do every ten seconds, here by two at once beside the one that is left.
    let state = race.town.state().await;
    let (one, other) = tokio::join!(waiting_list::pass_on(&state), waiting_list::pass_on(&state));
    one.expect("passed on");
    other.expect("passed on");
    let offers = race.offers().await;
    let lapsed = offers.iter().filter(|offer| offer.state == "lapsed").count();
    assert_eq!((lapsed, race.open_offers().await.len()), (5, 5), "each once");
    race.town.assert_nobody_is_in_two_places().await;
    let racer = waiting.iter().find(|racer| racer.case.0 == offers[9].case_id).unwrap();
    let timed = race.phones.take(0, racer, offers[9].id, "after-the-kill").await;
    assert!(matches!(timed.answer, Answer::Done(_)), "{:?}", timed.answer);
    race.town.assert_nobody_is_in_two_places().await;
    race.town.remove().await;
}

async fn i1_and_i4_hold_for_who_waits(kind: Kind) {
    let _others = crate::race::MEASURING.write().await;
    let Some(race) = Race::on(kind).await else { return };
    more_wait_than_times_come_free(&race).await;
    offers_run_out_while_they_are_taken(&race).await;
    moves_free_times_down_the_line(&race).await;
    two_cancel_and_one_is_in_line(&race).await;
    two_servers_pass_on(race).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_and_i4_hold_for_who_waits_on_sqlite() {
    i1_and_i4_hold_for_who_waits(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i1_and_i4_hold_for_who_waits_on_postgres() {
    i1_and_i4_hold_for_who_waits(Kind::Postgres).await;
}
