//! What is written in each part of the plan; what was left open is named in one line.

use contract::retention_plan::{
    AbsenceKind, CareKind, PlanParty, RetentionPlan, RetentionSection, TaskKind,
};
use leptos::prelude::*;

use super::hours::way_up;
use super::words::{Reader, care_name, party_kind_name, support_name, task_name};
use crate::text::{Text, Texts, dates, fill, numbers, text, text_of};

/// A name with what is written, which may be nothing.
type Fact = (Name, String);
type Name = Box<dyn Fn(&'static Texts) -> &'static str + Send + Sync>;

/// The body of a section.
pub fn section_body(plan: &RetentionPlan, section: RetentionSection, reader: Reader) -> AnyView {
    match section {
        RetentionSection::Parties => parties(plan),
        RetentionSection::Absence => absence(plan),
        RetentionSection::Tasks => {
            let tasks = &plan.tasks;
            let text = |kind| match kind {
                TaskKind::Can => tasks.can.clone(),
                TaskKind::Cannot => tasks.cannot.clone(),
                TaskKind::Changed => tasks.changed.clone(),
            };
            written(TaskKind::ALL.iter().map(|kind| {
                let kind = *kind;
                fact(move |t| task_name(t, kind), text(kind))
            }))
        }
        RetentionSection::Hours => hours(plan, reader),
        RetentionSection::Care => {
            let care = &plan.care;
            let text = |kind| match kind {
                CareKind::Considerations => care.considerations.clone(),
                CareKind::Aids => care.aids.clone(),
                CareKind::Home => care.home.clone(),
                CareKind::Breaks => care.breaks.clone(),
                CareKind::Mentor => care.mentor.clone(),
            };
            written(CareKind::ALL.iter().map(|kind| {
                let kind = *kind;
                fact(move |t| care_name(t, kind), text(kind))
            }))
        }
        RetentionSection::Support => support(plan),
        RetentionSection::FollowUp => follow_up(plan),
    }
}

fn fact(
    name: impl Fn(&'static Texts) -> &'static str + Send + Sync + 'static,
    words: String,
) -> Fact {
    (Box::new(name), words)
}

/// The texts that say something under their names, the others named in one line.
fn written(facts: impl Iterator<Item = Fact>) -> AnyView {
    let (said, open): (Vec<_>, Vec<_>) = facts.partition(|(_, words)| !words.is_empty());
    if said.is_empty() {
        return empty();
    }
    let said = said.into_iter().map(|(name, words)| {
        view! {
            <h4>{text_of(move |t| name(t).to_owned())}</h4>
            <p class="plan-text" dir="auto">{words}</p>
        }
    });
    let open = (!open.is_empty()).then(|| {
        let words = text_of(move |t| {
            let names: Vec<_> = open.iter().map(|(name, _)| name(t)).collect();
            fill(t.retention().left_open, &[&names.join(" · ")])
        });
        view! { <p class="plan-empty">{words}</p> }
    });
    view! { {said.collect_view()} {open} }.into_any()
}

fn empty() -> AnyView {
    view! { <p class="plan-empty">{text(|t| t.retention().empty)}</p> }.into_any()
}

/// Short facts in a list; those that say nothing are left out.
fn facts(rows: Vec<(Text, Option<Text>)>) -> Option<AnyView> {
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(name, words)| {
            let words = words?;
            Some(view! { <dt>{name}</dt> <dd dir="auto">{words}</dd> })
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="plan-facts">{rows}</dl> }.into_any())
}

fn said(words: &str) -> Option<Text> {
    (!words.is_empty()).then(|| Text::stored(words.to_owned()))
}

fn parties(plan: &RetentionPlan) -> AnyView {
    let workplace = (text(|t| t.retention().workplace), said(&plan.workplace));
    let people = plan.parties.iter().map(|party| {
        let kind = party.kind;
        (text_of(move |t| party_kind_name(t, kind).to_owned()), Some(person(party)))
    });
    facts(people.chain([workplace]).collect()).unwrap_or_else(empty)
}

/// "Bo Lind, afdelingsleder, 12 34 56 78, bo@lind.dk".
fn person(party: &PlanParty) -> Text {
    let parts = [&party.name, &party.role, &party.phone, &party.email];
    let said: Vec<_> =
        parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect();
    Text::stored(said.join(", "))
}

fn absence(plan: &RetentionPlan) -> AnyView {
    let kind = plan.absence.map(|kind| match kind {
        AbsenceKind::Full => text(|t| t.retention().absence_full),
        AbsenceKind::Partial => text(|t| t.retention().absence_partial),
    });
    let back =
        plan.expected_return.map(|day| text_of(move |t| dates::date_with_year(t.language, day)));
    let short = facts(vec![
        (text(|t| t.retention().absence_kind), kind),
        (text(|t| t.retention().expected_return), back),
    ]);
    let goal = fact(|t| t.retention().goal, plan.goal.clone());
    match (short, plan.goal.is_empty()) {
        (short, false) => view! { {short} {written([goal].into_iter())} }.into_any(),
        (Some(short), true) => short,
        (None, true) => empty(),
    }
}

fn hours(plan: &RetentionPlan, reader: Reader) -> AnyView {
    let normal = plan.normal_hours;
    let before = normal
        .map(|weekly| text_of(move |t| numbers::hours(t.language, u64::from(weekly.minutes))));
    let before = facts(vec![(text(|t| t.retention().normal_hours), before)]);
    match (before, plan.ramp.is_empty()) {
        (None, true) => empty(),
        (before, true) => view! { {before} {empty()} }.into_any(),
        (before, false) => {
            view! { {before} {way_up(plan.ramp.clone(), normal, reader)} }.into_any()
        }
    }
}

fn support(plan: &RetentionPlan) -> AnyView {
    if plan.support.is_empty() && plan.support_note.is_empty() {
        return empty();
    }
    let wanted = plan.support.iter().map(|kind| {
        let kind = *kind;
        view! { <li>{text_of(move |t| support_name(t, kind).to_owned())}</li> }
    });
    let list = (!plan.support.is_empty()).then(|| view! { <ul>{wanted.collect_view()}</ul> });
    let note = (!plan.support_note.is_empty()).then(|| {
        written([fact(|t| t.retention().support_note, plan.support_note.clone())].into_iter())
    });
    view! { {list} {note} }.into_any()
}

fn follow_up(plan: &RetentionPlan) -> AnyView {
    let up = &plan.follow_up;
    let date = up.date.map(|day| text_of(move |t| dates::full_date(t.language, day)));
    let short = facts(vec![
        (text(|t| t.retention().follow_date), date),
        (text(|t| t.retention().follow_who), said(&up.who)),
    ]);
    let long = !(up.fails.is_empty() && up.contact.is_empty());
    let long = long.then(|| {
        let texts = [
            fact(|t| t.retention().follow_fails, up.fails.clone()),
            fact(|t| t.retention().follow_contact, up.contact.clone()),
        ];
        written(texts.into_iter())
    });
    if short.is_none() && long.is_none() {
        return empty();
    }
    view! { {short} {long} }.into_any()
}
