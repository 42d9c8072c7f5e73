//! A count of one's own, in plain loops over the exported rows and the tables as they are: it shares
//! nothing with the server's SQL, nor with the rules, whose dates are written out once more.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use genvej_server::clock::local_date;
use genvej_server::db::entities::{
    caseworker, caseworker_change, free_time_fact, job_plan_version, retention_event,
    retention_plan, retention_version, satisfaction_answer, sickness_case, waiting_offer,
};
use sea_orm::EntityTrait;
use serde_json::Value;
use uuid::Uuid;

use crate::support::{Client, TestApp};

/// One of those that a figure counts: to whom, in which month, and its value in tenths.
pub struct Item {
    pub who: Uuid,
    pub month: usize,
    pub tenths: i64,
}

/// What each figure counts.
pub type Items = BTreeMap<String, Vec<Item>>;

pub struct Count {
    today: NaiveDate,
    now: DateTime<Utc>,
    months: Vec<NaiveDate>,
    team: Vec<caseworker::Model>,
    cases: Vec<sickness_case::Model>,
    items: Items,
}

async fn exported(leader: &Client, what: &str) -> Vec<Value> {
    let path = format!("/api/staff/exports/{what}?format=json");
    let file = leader.send(axum::http::Method::GET, &path, None).await;
    file.json["rows"].as_array().expect("rows").clone()
}

fn at(row: &Value, field: &str) -> DateTime<Utc> {
    let text = row[field].as_str().expect("a time");
    DateTime::parse_from_rfc3339(text).expect("a time").to_utc()
}

macro_rules! all {
    ($app:expr, $entity:ident) => {
        $entity::Entity::find().all($app.state.db.read()).await.expect("rows")
    };
}

impl Count {
    /// Counts everything of the first team.
    pub async fn of(app: &TestApp, leader: &Client, months: &Value) -> Items {
        let mut team = all!(app, caseworker);
        team.retain(|one| one.team == "Sygedagpenge");
        let mut cases = all!(app, sickness_case);
        cases.retain(|case| team.iter().any(|one| one.id == case.caseworker_id));
        let months = months.as_array().expect("months").iter();
        let months = months.map(|month| month.as_str().expect("a month").parse().expect("a day"));
        let mut count = Self {
            today: app.state.clock.today(),
            now: app.state.clock.now(),
            months: months.collect(),
            team,
            cases,
            items: Items::new(),
        };
        let bookings = exported(leader, "bookings").await;
        let contacts = exported(leader, "employer-contacts").await;
        count.conversations(&bookings, &all!(app, job_plan_version));
        count.contact(&bookings, &contacts);
        count.plans(
            &all!(app, retention_plan),
            &all!(app, retention_version),
            &all!(app, retention_event),
        );
        count.cases(&all!(app, caseworker_change));
        for row in all!(app, satisfaction_answer) {
            let on = format!("{}-01", row.month).parse().expect("a day");
            let who = row.caseworker_id.unwrap_or_default();
            count.share("satisfied", who, on, row.satisfied >= 4);
            count.share("closer_to_work", who, on, row.closer >= 4);
        }
        let mut gaps: BTreeMap<(Uuid, DateTime<Utc>), (Uuid, bool)> = BTreeMap::new();
        let offers = all!(app, waiting_offer);
        let is_open = |slot: Uuid, freed_at: DateTime<Utc>| {
            let mut of_gap = offers.iter().filter(|one| one.slot_id == slot);
            of_gap.any(|one| one.freed_at == freed_at && one.state == "open")
        };
        let gap_of = offers.iter().filter(|one| !one.is_new && !is_open(one.slot_id, one.freed_at));
        for row in gap_of {
            let gap = gaps.entry((row.slot_id, row.freed_at)).or_insert((row.caseworker_id, false));
            gap.1 |= row.state == "taken";
        }
        for ((_, freed_at), (who, taken)) in gaps {
            count.share("gaps_refilled", who, local_date(freed_at), taken);
        }
        for row in all!(app, free_time_fact) {
            count.add("first_free_time", row.caseworker_id, row.on_date, 10 * i64::from(row.days));
        }
        count.items
    }

    fn add(&mut self, figure: &str, who: Uuid, on: NaiveDate, tenths: i64) {
        let first = self.months[0];
        let month = (on.year() - first.year()) * 12 + on.month0() as i32 - first.month0() as i32;
        let known = who.is_nil() || self.team.iter().any(|one| one.id == who);
        if let Ok(month) = usize::try_from(month)
            && on <= self.today
            && known
        {
            self.items.entry(figure.to_owned()).or_default().push(Item { who, month, tenths });
        }
    }

    fn share(&mut self, figure: &str, who: Uuid, on: NaiveDate, counts: bool) {
        self.add(figure, who, on, if counts { 1000 } else { 0 });
    }

    fn case(&self, number: &Value) -> sickness_case::Model {
        let number = number.as_str().expect("a number");
        self.cases.iter().find(|case| case.case_number == number).expect("a case").clone()
    }

    fn conversations(&mut self, bookings: &[Value], plans: &[job_plan_version::Model]) {
        let by_initials: BTreeMap<String, Uuid> = self
            .team
            .iter()
            .map(|one| (one.initials.clone().unwrap_or_default(), one.id))
            .collect();
        let now = self.now;
        for row in bookings.iter().filter(|row| at(row, "starts_at") <= now) {
            let starts_at = at(row, "starts_at");
            let (on, who) =
                (local_date(starts_at), by_initials[row["caseworker"].as_str().unwrap()]);
            let outcome = |name: &str| row["outcome"] == name;
            self.share("self_booked", who, on, row["self_booked"] == true);
            let channel = row["channel"].as_str().expect("a channel");
            for (end, of) in [("", true), (&format!("_{channel}"), true)] {
                self.share(&format!("held{end}"), who, on, of && outcome("held"));
                self.share(&format!("missed{end}"), who, on, of && outcome("no_show"));
            }
            for one in ["phone", "video", "in_person"] {
                self.share(&format!("chosen_{one}"), who, on, one == channel);
            }
            if outcome("held") {
                let case = self.case(&row["case_number"]).id;
                let mut plans = plans.iter().filter(|plan| plan.case_id == case);
                let shared =
                    plans.any(|plan| plan.taken_back_at.is_none() && plan.shared_at < starts_at);
                self.share("plan_before", who, on, shared);
            }
        }
    }

    /// 8 weeks to the first conversation, 4 to each further one, 4 conversations in the first 26
    /// weeks; none of that on standby, or where somebody with a job is expected back soon enough.
    fn contact(&mut self, bookings: &[Value], contacts: &[Value]) {
        for case in self.cases.clone() {
            let of_case = |row: &&Value| row["case_number"] == case.case_number.as_str();
            let held = bookings.iter().filter(of_case).filter(|row| row["outcome"] == "held");
            let mut held: Vec<NaiveDate> =
                held.map(|row| local_date(at(row, "starts_at"))).collect();
            held.sort_unstable();
            let who = case.caseworker_id;
            let until = case.closed_on.map_or(self.today, |day| self.today.min(day));
            let reform: NaiveDate = "2026-07-01".parse().unwrap();
            let days = |from: NaiveDate, days: i64| from + TimeDelta::days(days);
            let exempt = |held: &[NaiveDate], on: NaiveDate| {
                let back = case.expected_back.filter(|back| on <= *back);
                let back = back.filter(|_| case.employer_cvr.is_some());
                let until = if on >= reform {
                    Some(days(case.first_absence, 26 * 7 - 1))
                } else {
                    held.first().map(|first| days(*first, 13 * 7))
                };
                case.standby_since.is_some_and(|since| since <= on)
                    || back.zip(until).is_some_and(|(back, until)| back <= until)
            };
            for nth in 0..=held.len() {
                let (before, on) = (&held[..nth], held.get(nth).copied());
                let (figure, by) = match before.last() {
                    None => ("first_in_time", days(case.first_absence, 8 * 7 - 1)),
                    Some(before) => ("interval_in_time", days(*before, 4 * 7)),
                };
                // What is late counts on its last day, and only if it was owed on that.
                let day = on.map_or(by, |on| on.min(by));
                if (on.is_some() || by < until) && !exempt(before, day) {
                    self.share(figure, who, day, on.is_some_and(|on| on <= by));
                }
            }
            let half = days(case.first_absence, 26 * 7 - 1);
            let within: Vec<NaiveDate> = held.iter().copied().filter(|on| *on <= half).collect();
            if half < until && case.opened_on <= half && !exempt(&within, half) {
                self.share("half_year_minimum", who, half, within.len() >= 4);
            }
            if let (Some(first), Some(cvr)) = (held.first(), &case.employer_cvr) {
                let mut contacts = contacts.iter().filter(of_case);
                let in_time = contacts.any(|row| {
                    let on: NaiveDate = row["on"].as_str().unwrap().parse().unwrap();
                    row["employer_cvr"] == cvr.as_str() && !row["channel"].is_null() && on <= *first
                });
                self.share("employer_contacted", who, *first, in_time);
            }
        }
    }

    fn plans(
        &mut self,
        plans: &[retention_plan::Model],
        versions: &[retention_version::Model],
        events: &[retention_event::Model],
    ) {
        for plan in plans {
            let Some(case) = self.cases.iter().find(|case| case.id == plan.case_id).cloned() else {
                continue;
            };
            let who = case.caseworker_id;
            let on = local_date(plan.begun_at);
            let asked = events.iter().any(|one| one.plan_id == plan.id && one.kind == "requested");
            let of_plan = versions.iter().filter(|one| one.plan_id == plan.id);
            let approved = of_plan.clone().filter_map(|one| one.approved_at).min();
            self.share("plans_requested", who, on, asked);
            self.share("plans_agreed", who, on, approved.is_some());
            self.share("plans_declined", who, on, plan.state == "declined");
            if let Some(approved) = approved {
                let tenths = (approved - plan.begun_at).num_seconds() / 8640;
                self.add("days_to_agreement", who, local_date(approved), tenths);
            }
            for version in of_plan {
                if let (Some((first, last)), Some(at)) =
                    (hours(&version.content), version.approved_at)
                {
                    self.add("hours_progression", who, local_date(at), (last - first) / 6);
                }
            }
        }
        let begins: Vec<NaiveDate> = self.months[1..].to_vec();
        for case in self.cases.clone() {
            let Some(cvr) = &case.employer_cvr else { continue };
            let approved = versions.iter().filter(|one| {
                let plan = plans.iter().find(|plan| plan.id == one.plan_id).expect("its plan");
                one.case_id == case.id && plan.cvr == *cvr && hours(&one.content).is_some()
            });
            let approved = approved.filter_map(|one| one.approved_at).min().map(local_date);
            for last in begins.iter().map(|day| day.pred_opt().unwrap()).chain([self.today]) {
                if case.opened_on <= last && case.closed_on.is_none_or(|closed| closed > last) {
                    let partial = approved.is_some_and(|on| on <= last);
                    self.share("partial_return", case.caseworker_id, last, partial);
                }
            }
        }
    }

    fn cases(&mut self, changes: &[caseworker_change::Model]) {
        let begins: Vec<NaiveDate> = self.months[1..].to_vec();
        for case in self.cases.clone() {
            let who = case.caseworker_id;
            for last in begins.iter().map(|day| day.pred_opt().unwrap()).chain([self.today]) {
                if case.opened_on <= last && case.closed_on.is_none_or(|closed| closed > last) {
                    let of_case = changes.iter().filter(|one| one.case_id == case.id);
                    let before = of_case.filter(|one| local_date(one.at) <= last).count();
                    self.add("caseworker_changes", who, last, 10 * before as i64);
                }
            }
            if let Some(closed) = case.closed_on {
                self.add("duration", who, closed, 10 * (closed - case.first_absence).num_days());
                self.share("extended", who, closed, case.extension_ground.is_some());
            }
        }
    }
}

/// Minutes a week at the first and the last step of a stored plan.
fn hours(content: &Value) -> Option<(i64, i64)> {
    let mut steps: Vec<(String, i64)> = Vec::new();
    for row in content["ramp"].as_array()? {
        let minutes = row["step"]["hours"]["minutes"].as_i64();
        let minutes = minutes.or(row["step"]["hours"].as_i64()).expect("minutes");
        steps.push((row["step"]["from"].as_str().expect("a day").to_owned(), minutes));
    }
    steps.sort();
    Some((steps.first()?.1, steps.last()?.1))
}
