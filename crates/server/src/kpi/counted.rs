//! What each figure counts, as SQL: which rows, to whom each belongs, on which day, and its value in
//! tenths of the figure's unit. The figures and the rows behind them are read from the same
//! definition, so that they always add up. What is in time is decided by `kpi::decided`.

use contract::kpi::FigureKey::{self, *};

use super::months::Window;

/// Rows that several figures count.
#[derive(Clone, Debug)]
pub struct Population {
    /// `FROM … WHERE …`, without the team.
    pub from: String,
    /// Whose case, as SQL.
    pub case: String,
    /// To whom it counts, as SQL.
    pub who: String,
    /// The day or moment it counts on, as SQL.
    pub on: String,
    /// Is that a day, rather than a moment?
    pub on_is_day: bool,
    /// The place of its month, as SQL.
    pub month: String,
    /// What is counted of them.
    pub figures: Vec<Counted>,
    /// Are its figures one thing and its parts? Then they are kept from being subtracted from each
    /// other.
    pub one_family: bool,
}

/// A figure.
#[derive(Clone, Debug)]
pub struct Counted {
    /// Which.
    pub key: FigureKey,
    /// Which of the rows, as SQL; all of them when absent.
    of: Option<String>,
    value: Value,
}

/// What a row is worth.
#[derive(Clone, Debug)]
enum Value {
    /// All, where this SQL is true, or nothing.
    Share(String),
    /// Tenths, as SQL.
    Mean(String),
}

impl Counted {
    /// Which of the rows, as a further condition.
    pub fn condition(&self) -> String {
        self.of.as_ref().map(|of| format!(" AND {of}")).unwrap_or_default()
    }

    /// A row's value in tenths, as SQL.
    pub fn tenths(&self) -> String {
        match &self.value {
            Value::Share(when) => format!("CASE WHEN {when} THEN 1000 ELSE 0 END"),
            Value::Mean(tenths) => tenths.clone(),
        }
    }

    /// How many rows, as SQL.
    pub fn n(&self) -> String {
        format!("COUNT(*){}", filter(self.of.iter()))
    }

    /// What their values add up to, as SQL. Shares are counted: adding up a value for each row
    /// takes twice the time, and the databases count what several figures share only once.
    pub fn sum(&self) -> String {
        match &self.value {
            Value::Share(when) => {
                format!("1000 * COUNT(*){}", filter(self.of.iter().chain([when])))
            }
            Value::Mean(tenths) => {
                format!("COALESCE(SUM({tenths}){}, 0)", filter(self.of.iter()))
            }
        }
    }
}

/// Of those rows of which all of this is true.
fn filter<'a>(conditions: impl Iterator<Item = &'a String>) -> String {
    let all = conditions.map(String::as_str).collect::<Vec<_>>().join(" AND ");
    if all.is_empty() { all } else { format!(" FILTER (WHERE {all})") }
}

const EVERY: Option<&str> = None;

fn share(key: FigureKey, of: Option<&str>, when: &str) -> Counted {
    Counted { key, of: of.map(str::to_owned), value: Value::Share(when.to_owned()) }
}

fn mean(key: FigureKey, of: Option<&str>, tenths: String) -> Counted {
    Counted { key, of: of.map(str::to_owned), value: Value::Mean(tenths) }
}

/// All of them.
pub fn populations(window: &Window) -> Vec<Population> {
    vec![
        conversations(window),
        held(window),
        contact(window),
        standing(window),
        begun(window),
        agreed(window),
        approved(window),
        free_times(window),
        refilled(window),
        answers(window),
        closed(window),
    ]
}

/// The population of a figure, with no other figures than those that are not told without it.
pub fn population_of(window: &Window, key: FigureKey) -> Option<(Population, Counted)> {
    populations(window).into_iter().find_map(|mut population| {
        let counted = population.figures.iter().find(|counted| counted.key == key)?.clone();
        if !population.one_family {
            population.figures.retain(|counted| counted.key == key);
        }
        Some((population, counted))
    })
}

/// Conversations that began.
fn conversations(window: &Window) -> Population {
    let by = |channel: &str| format!("b.channel = '{channel}'");
    let mut figures = vec![share(SelfBooked, EVERY, "b.self_booked")];
    let channels = [
        ("phone", ChosenPhone, HeldPhone, MissedPhone),
        ("video", ChosenVideo, HeldVideo, MissedVideo),
        ("in_person", ChosenInPerson, HeldInPerson, MissedInPerson),
    ];
    let (is_held, is_missed) = ("b.state = 'held'", "b.state = 'no_show'");
    figures.extend([share(Held, EVERY, is_held), share(Missed, EVERY, is_missed)]);
    for (channel, chosen, held, missed) in channels {
        let of = by(channel);
        figures.push(share(chosen, EVERY, &of));
        let of = Some(of.as_str());
        figures.extend([share(held, of, is_held), share(missed, of, is_missed)]);
    }
    Population {
        from: format!("FROM booking b WHERE {}", window.has_moment("b.starts_at")),
        case: "b.case_id".to_owned(),
        who: "b.caseworker_id".to_owned(),
        on: "b.starts_at".to_owned(),
        on_is_day: false,
        month: window.place_of_moment("b.starts_at"),
        figures,
        one_family: true,
    }
}

/// Conversations that were held, with the first plan that was shared and stands.
fn held(window: &Window) -> Population {
    let from = format!(
        "FROM booking b LEFT JOIN (SELECT case_id, MIN(shared_at) AS shared_at \
         FROM job_plan_version WHERE taken_back_at IS NULL GROUP BY case_id) p \
         ON p.case_id = b.case_id WHERE b.state = 'held' AND {}",
        window.has_moment("b.starts_at")
    );
    Population {
        from,
        figures: vec![share(PlanBefore, EVERY, "p.shared_at < b.starts_at")],
        one_family: false,
        ..conversations(window)
    }
}

/// What the contact rules say of each case.
fn contact(window: &Window) -> Population {
    let of = |rule: &str| format!("f.rule = '{rule}'");
    let figures = [
        (EmployerContacted, "employer"),
        (FirstInTime, "first"),
        (IntervalInTime, "interval"),
        (HalfYearMinimum, "half_year"),
    ];
    Population {
        from: format!(
            "FROM contact_fact f JOIN sickness_case s ON s.id = f.case_id WHERE {}",
            window.has_day("f.on_date")
        ),
        case: "s.id".to_owned(),
        who: "s.caseworker_id".to_owned(),
        on: "f.on_date".to_owned(),
        on_is_day: true,
        month: window.place_of_day("f.on_date"),
        figures: figures.map(|(key, rule)| share(key, Some(&of(rule)), "f.in_time")).into(),
        one_family: false,
    }
}

/// Cases that are open at the end of each month. The months come last, so that each case is looked
/// up once, and not fourteen times.
fn standing(window: &Window) -> Population {
    let from = format!(
        "FROM sickness_case s \
         LEFT JOIN (SELECT v.case_id, p.cvr, MIN(v.approved_at) AS approved_at \
         FROM retention_version v JOIN retention_plan p ON p.id = v.plan_id \
         WHERE v.approved_at IS NOT NULL AND v.last_minutes IS NOT NULL \
         GROUP BY v.case_id, p.cvr) r ON r.case_id = s.id AND r.cvr = s.employer_cvr \
         LEFT JOIN (SELECT DISTINCT case_id FROM caseworker_change) c ON c.case_id = s.id \
         CROSS JOIN ({}) m \
         WHERE s.opened_on <= m.day AND (s.closed_on IS NULL OR s.closed_on > m.day)",
        window.table()
    );
    let changes = "CASE WHEN c.case_id IS NULL THEN 0 ELSE (SELECT 10 * COUNT(*) \
                   FROM caseworker_change h WHERE h.case_id = s.id AND h.at < m.after) END";
    Population {
        from,
        case: "s.id".to_owned(),
        who: "s.caseworker_id".to_owned(),
        on: "m.day".to_owned(),
        on_is_day: true,
        month: "m.place".to_owned(),
        figures: vec![
            share(PartialReturn, Some("s.employer_cvr IS NOT NULL"), "r.approved_at < m.after"),
            mean(CaseworkerChanges, EVERY, changes.to_owned()),
        ],
        one_family: true,
    }
}

/// Retention plans begun.
fn begun(window: &Window) -> Population {
    let requested = "EXISTS (SELECT 1 FROM retention_event e WHERE e.case_id = p.case_id \
                     AND e.plan_id = p.id AND e.kind = 'requested')";
    let agreed = "EXISTS (SELECT 1 FROM retention_version v WHERE v.case_id = p.case_id \
                  AND v.plan_id = p.id AND v.approved_at IS NOT NULL)";
    Population {
        from: format!(
            "FROM retention_plan p JOIN sickness_case s ON s.id = p.case_id WHERE {}",
            window.has_moment("p.begun_at")
        ),
        case: "s.id".to_owned(),
        who: "s.caseworker_id".to_owned(),
        on: "p.begun_at".to_owned(),
        on_is_day: false,
        month: window.place_of_moment("p.begun_at"),
        figures: vec![
            share(PlansRequested, EVERY, requested),
            share(PlansAgreed, EVERY, agreed),
            share(PlansDeclined, EVERY, "p.state = 'declined'"),
        ],
        one_family: false,
    }
}

/// Retention plans at their first approval.
fn agreed(window: &Window) -> Population {
    let days = window.tenths_of_days("p.begun_at", "a.approved_at");
    Population {
        from: format!(
            "FROM (SELECT plan_id, MIN(approved_at) AS approved_at FROM retention_version \
             WHERE approved_at IS NOT NULL GROUP BY plan_id) a \
             JOIN retention_plan p ON p.id = a.plan_id \
             JOIN sickness_case s ON s.id = p.case_id WHERE {}",
            window.has_moment("a.approved_at")
        ),
        case: "s.id".to_owned(),
        who: "s.caseworker_id".to_owned(),
        on: "a.approved_at".to_owned(),
        on_is_day: false,
        month: window.place_of_moment("a.approved_at"),
        figures: vec![mean(DaysToAgreement, EVERY, days)],
        one_family: false,
    }
}

/// Versions of retention plans with hours that were approved.
fn approved(window: &Window) -> Population {
    let hours = "(v.last_minutes - v.first_minutes) / 6".to_owned();
    Population {
        from: format!(
            "FROM retention_version v JOIN sickness_case s ON s.id = v.case_id \
             WHERE v.last_minutes IS NOT NULL AND v.first_minutes IS NOT NULL AND {}",
            window.has_moment("v.approved_at")
        ),
        case: "s.id".to_owned(),
        who: "s.caseworker_id".to_owned(),
        on: "v.approved_at".to_owned(),
        on_is_day: false,
        month: window.place_of_moment("v.approved_at"),
        figures: vec![mean(HoursProgression, EVERY, hours)],
        one_family: false,
    }
}

/// Days on which a caseworker had a free time to come.
fn free_times(window: &Window) -> Population {
    Population {
        from: format!("FROM free_time_fact t WHERE {}", window.has_day("t.on_date")),
        case: window.no_case().to_owned(),
        who: "t.caseworker_id".to_owned(),
        on: "t.on_date".to_owned(),
        on_is_day: true,
        month: window.place_of_day("t.on_date"),
        figures: vec![mean(FirstFreeTime, EVERY, "10 * t.days".to_owned())],
        one_family: false,
    }
}

/// Times that came free and were offered to somebody who waited, once it is known what became of
/// them. New times are no gaps.
fn refilled(window: &Window) -> Population {
    Population {
        from: format!(
            "FROM (SELECT caseworker_id, freed_at, \
             MAX(CASE WHEN state = 'taken' THEN 1 ELSE 0 END) AS taken FROM waiting_offer \
             WHERE NOT is_new GROUP BY slot_id, caseworker_id, freed_at \
             HAVING MAX(CASE WHEN state = 'open' THEN 1 ELSE 0 END) = 0) o WHERE {}",
            window.has_moment("o.freed_at")
        ),
        case: window.no_case().to_owned(),
        who: "o.caseworker_id".to_owned(),
        on: "o.freed_at".to_owned(),
        on_is_day: false,
        month: window.place_of_moment("o.freed_at"),
        figures: vec![share(GapsRefilled, EVERY, "o.taken = 1")],
        one_family: false,
    }
}

/// Counted answers of how conversations were. Those that are nobody's in particular, or of somebody
/// who has left the team, are the department's.
fn answers(window: &Window) -> Population {
    Population {
        from: format!(
            "FROM satisfaction_answer a WHERE a.team = {} AND {}",
            window.parameter(1),
            window.has_month("a.month")
        ),
        case: window.no_case().to_owned(),
        who: format!(
            "CASE WHEN a.caseworker_id IN (SELECT id FROM caseworker WHERE team = {}) \
             THEN a.caseworker_id ELSE {} END",
            window.parameter(1),
            window.nobody()
        ),
        month: window.place_of_month("a.month"),
        on: window.first_of("a.month"),
        on_is_day: true,
        figures: vec![
            share(Satisfied, EVERY, "a.satisfied >= 4"),
            share(CloserToWork, EVERY, "a.closer >= 4"),
        ],
        one_family: false,
    }
}

/// Cases closed.
fn closed(window: &Window) -> Population {
    let days = format!("10 * {}", window.days("s.first_absence", "s.closed_on"));
    Population {
        from: format!("FROM sickness_case s WHERE {}", window.has_day("s.closed_on")),
        case: "s.id".to_owned(),
        who: "s.caseworker_id".to_owned(),
        on: "s.closed_on".to_owned(),
        on_is_day: true,
        month: window.place_of_day("s.closed_on"),
        figures: vec![
            mean(Duration, EVERY, days),
            share(Extended, EVERY, "s.extension_ground IS NOT NULL"),
        ],
        one_family: false,
    }
}
