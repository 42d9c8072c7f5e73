//! Two server processes, many devices: no accepted text is replaced by anybody who had not
//! seen it, and of sharing, taking back and opening exactly one comes first.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use contract::draft::{Draft, DraftForm, DraftSaved};
use contract::paths;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::race::MEASURING;
use crate::race::servers::Server;
use crate::race::town::Town;
use crate::support::Kind;

const DEVICES: usize = 8;
const SAVES: usize = 20;
const SHARED_FIELDS: [&str; 4] = ["goal", "a.why", "b.job", "a.steps.s1.what"];
const ROUNDS: u32 = 12;

/// A browser that talks to one of the two servers.
#[derive(Clone)]
struct Device {
    http: reqwest::Client,
    server: String,
    cookie: String,
}

impl Device {
    /// Calls until the answer is not "busy".
    async fn call(&self, method: Method, path: &str, key: &str, body: &Value) -> (u16, Value) {
        loop {
            let call = self.http.request(method.clone(), format!("{}{path}", self.server));
            let call = call.header("cookie", &self.cookie).header("idempotency-key", key);
            let answer = call.json(body).send().await.expect("an answer");
            let status = answer.status().as_u16();
            if status != 503 {
                return (status, answer.json().await.unwrap_or(Value::Null));
            }
        }
    }

    async fn save(&self, field: &str, base: u32, value: &str) -> DraftSaved {
        let changes = json!({ "changes": [{ "field": field, "base": base, "value": value }] });
        let path = paths::citizen_draft(DraftForm::JobPlan);
        let (status, saved) = self.call(Method::PATCH, &path, "draft-key", &changes).await;
        assert_eq!(status, 200, "{saved}");
        serde_json::from_value(saved).expect("as the contract says")
    }

    async fn draft(&self) -> Draft {
        let path = paths::citizen_draft(DraftForm::JobPlan);
        let draft = self.call(Method::GET, &path, "draft-key", &Value::Null).await.1;
        serde_json::from_value(draft).expect("as the contract says")
    }
}

/// An accepted text: which version it got, and which it had seen.
#[derive(Clone, Debug)]
struct Accepted {
    version: u32,
    seen: u32,
    text: String,
}

type Log = Arc<Mutex<BTreeMap<String, Vec<Accepted>>>>;

struct Two {
    town: Town,
    _servers: Vec<Server>,
    devices: Vec<Device>,
    staff: Device,
}

impl Two {
    /// One citizen with devices on both servers, and their caseworker.
    async fn on(kind: Kind) -> Option<Self> {
        let town = Town::found(kind).await?;
        let servers: Vec<_> = (0..2).map(|_| Server::start(&town.url, &town.config)).collect();
        let caseworker = town.caseworkers(1).await[0];
        let cookie = town.racers(1, caseworker).await.remove(0).cookie;
        let http = reqwest::Client::new();
        let device = |number: usize, cookie: &str| Device {
            http: http.clone(),
            server: servers[number % 2].address.clone(),
            cookie: cookie.to_owned(),
        };
        let devices = (0..DEVICES).map(|number| device(number, &cookie)).collect();
        let staff = device(1, &town.caseworker_session(caseworker).await);
        Some(Self { devices, staff, town, _servers: servers })
    }
}

/// One device types: in fields that all the others use, and in one of its own.
async fn types(device: Device, number: usize, log: Log) {
    let own = format!("c.steps.d{number}.what");
    let mut known: BTreeMap<String, u32> = BTreeMap::new();
    for save in 0..SAVES {
        let shared = SHARED_FIELDS[(save + number) % SHARED_FIELDS.len()];
        for field in [shared, own.as_str()] {
            let text = format!("text {save} of device {number}");
            loop {
                let base = known.get(field).copied().unwrap_or_default();
                let mut answer = device.save(field, base, &text).await;
                note(&log, field, base, &text, &answer);
                if save % 3 == 0 {
                    // The answer was lost on its way: the same is sent again.
                    answer = device.save(field, base, &text).await;
                    note(&log, field, base, &text, &answer);
                }
                if let Some(saved) = answer.saved.first() {
                    known.insert(field.to_owned(), saved.version);
                    break;
                }
                // Both texts are shown; the person has seen the other one now.
                let other = answer.conflicts.first().expect("saved or not");
                known.insert(field.to_owned(), other.version);
            }
        }
    }
}

fn note(log: &Log, field: &str, seen: u32, text: &str, answer: &DraftSaved) {
    assert_eq!(answer.refused, []);
    let Some(saved) = answer.saved.first() else { return };
    let mut log = log.lock().expect("nobody panicked");
    let accepted = log.entry(field.to_owned()).or_default();
    // Sent again, it is the same text with the same version.
    if accepted.iter().all(|known| known.version != saved.version) {
        accepted.push(Accepted { version: saved.version, seen, text: text.to_owned() });
    }
}

async fn i9_no_accepted_text_is_dropped(kind: Kind) {
    let _alone = MEASURING.write().await;
    let Some(two) = Two::on(kind).await else { return };
    let log = Log::default();
    let mut running = JoinSet::new();
    for (number, device) in two.devices.iter().cloned().enumerate() {
        running.spawn(types(device, number, log.clone()));
    }
    running.join_all().await;
    let draft = two.devices[0].draft().await;
    let mut log = log.lock().expect("nobody panicked").clone();
    assert_eq!(log.len(), SHARED_FIELDS.len() + DEVICES);
    for (field, accepted) in &mut log {
        accepted.sort_by_key(|text| text.version);
        let mut before = 0;
        for text in accepted.iter() {
            assert_eq!(text.seen, before, "{field}: {text:?} replaced what it had not seen");
            before = text.version;
        }
        let last = accepted.last().expect("somebody typed");
        assert_eq!(draft.value(field), last.text, "{field}");
    }
    two.town.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i9_no_accepted_text_is_dropped_on_sqlite() {
    i9_no_accepted_text_is_dropped(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn i9_no_accepted_text_is_dropped_on_postgres() {
    i9_no_accepted_text_is_dropped(Kind::Postgres).await;
}

/// Types something new and shares it from two devices at once: one of them does.
async fn share_once(two: &Two, round: u32) -> u32 {
    let (phone, laptop) = (&two.devices[0], &two.devices[1]);
    let base = phone.draft().await.version;
    let saved = phone.save("goal", base, &format!("Goal {round}")).await;
    let body = json!({ "draft_version": saved.version });
    let path = paths::CITIZEN_JOB_PLAN_VERSIONS;
    let (one, other) = (format!("phone-key-{round}"), format!("laptop-key-{round}"));
    let ((first, answer), (second, instead)) = tokio::join!(
        phone.call(Method::POST, path, &one, &body),
        laptop.call(Method::POST, path, &other, &body)
    );
    assert_eq!([first, second].iter().sum::<u16>(), 201 + 409, "{answer} {instead}");
    let (shared, refused) = if first == 201 { (answer, instead) } else { (instead, answer) };
    assert_eq!(refused["code"], "nothing_to_share");
    let again = if first == 201 { (phone, &one) } else { (laptop, &other) };
    let repeated = again.0.call(Method::POST, path, again.1, &body).await;
    assert_eq!(repeated, (201, shared.clone()), "sent again, the first answer (I3)");
    let number = shared["version"]["number"].as_u64().expect("a number");
    u32::try_from(number).expect("a small one")
}

async fn opened_or_taken_back(kind: Kind) {
    let _alone = MEASURING.write().await;
    let Some(two) = Two::on(kind).await else { return };
    let session = two.devices[0].call(Method::GET, paths::SESSION, "session-key", &Value::Null);
    let case = session.await.1["signed_in"]["role"]["case_id"].clone();
    let case = case.as_str().expect("a case").parse().expect("an id");
    let mut outcomes = [0, 0];
    for round in 1..=ROUNDS {
        let number = share_once(&two, round).await;
        assert_eq!(number, round, "no number is used twice, none is left out");
        let take_back = paths::citizen_job_plan_version_withdrawal(number);
        let open = paths::staff_case_job_plan(case);
        let nothing = json!({});
        let ((status, answer), (opened, page)) = tokio::join!(
            async {
                // Now the one, now the other has a start.
                tokio::time::sleep(Duration::from_millis(u64::from(round % 4) * 3)).await;
                two.devices[0].call(Method::POST, &take_back, "take-back-key", &nothing).await
            },
            two.staff.call(Method::GET, &open, "open-key-", &Value::Null)
        );
        assert_eq!(opened, 200, "{page}");
        let goal = format!("Goal {round}");
        let seen = page.to_string().contains(&format!("\"{goal}\""));
        match status {
            200 => assert!(!seen, "taken back and seen all the same"),
            _ => {
                assert_eq!((status, &answer["code"]), (409, &json!("already_opened")));
                assert_eq!(page["shown"]["version"]["number"], number, "opened by whom else?");
            }
        }
        outcomes[usize::from(status == 200)] += 1;
    }
    println!("{} opened first, {} taken back first", outcomes[0], outcomes[1]);
    two.town.remove().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_opened_or_taken_back_never_both_on_sqlite() {
    opened_or_taken_back(Kind::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_is_opened_or_taken_back_never_both_on_postgres() {
    opened_or_taken_back(Kind::Postgres).await;
}
