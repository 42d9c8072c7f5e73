//! The employees on sick leave, those who wait for the employer first.

use contract::paths;
use contract::retention_plan::EmployeeRow;
use contract::rules::{Course, NextMove};
use leptos::prelude::*;

use super::duties::duty_list;
use crate::api::load;
use crate::retention_plan::{CourseLine, Reader};
use crate::routes::{EmployerPage, Route};
use crate::session::use_session;
use crate::text::{Language, dates, fill, text, text_of};
use crate::ui::{Alert, Details, Page, attribute, show};

/// The list's class.
const LIST: &str = "employees nobullet-list";

/// The employees.
#[component]
pub(super) fn EmployeesPage(
    /// The company's name.
    company: String,
) -> impl IntoView {
    let rows = load::<Vec<EmployeeRow>>(|| paths::EMPLOYER_CASES.to_owned());
    let lead = text_of(move |t| fill(t.employer().overview_lead, &[&company]));
    view! {
        <Page title=text(|t| t.employer().overview)>
            <p class="font-lead">{lead}</p>
            {show(rows, list)}
            <Details summary=text(|t| t.employer().what_you_see)>
                <p>{text(|t| t.employer().can_see)}</p>
                <p>{text(|t| t.employer().they_see)}</p>
            </Details>
        </Page>
    }
    .into_any()
}

/// Where an employee stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Group {
    /// The employer has the next move.
    WaitsForUs,
    /// There is a plan, and it is somebody else's turn or agreed.
    UnderWay,
    /// No plan yet, or none any more.
    Without,
}

impl Group {
    /// In the order of the page.
    const ALL: [Self; 3] = [Self::WaitsForUs, Self::UnderWay, Self::Without];

    fn of(row: &EmployeeRow) -> Self {
        match (row.next, row.course) {
            (NextMove::Employer | NextMove::Either, _) => Self::WaitsForUs,
            (_, None | Some(Course::Declined { .. } | Course::Closed { .. })) => Self::Without,
            (NextMove::Citizen | NextMove::Staff | NextMove::Nobody, Some(_)) => Self::UnderWay,
        }
    }

    /// Of three texts the one of this group.
    fn pick<T>(self, waits_for_us: T, under_way: T, without: T) -> T {
        match self {
            Self::WaitsForUs => waits_for_us,
            Self::UnderWay => under_way,
            Self::Without => without,
        }
    }
}

fn list(rows: Vec<EmployeeRow>) -> AnyView {
    if rows.is_empty() {
        return nobody();
    }
    let groups = Group::ALL.map(|group| {
        let of_group = rows.iter().filter(|row| Group::of(row) == group);
        let items: Vec<_> = of_group.map(|row| employee(group, row.clone())).collect();
        (!items.is_empty()).then(|| section(group, items))
    });
    groups.into_iter().flatten().collect_view().into_any()
}

fn section(group: Group, items: Vec<AnyView>) -> AnyView {
    let id = group.pick("employees-waiting", "employees-under-way", "employees-without");
    let heading = text_of(move |t| {
        let t = t.employer();
        group.pick(t.group_waiting, t.group_under_way, t.group_without).to_owned()
    });
    let class = group.pick("employees employees--waiting nobullet-list", LIST, LIST);
    view! {
        <section aria-labelledby=id>
            <h2 class="h3" id=id>{heading}</h2>
            <ul class=class>{items}</ul>
        </section>
    }
    .into_any()
}

fn nobody() -> AnyView {
    let session = use_session();
    let call = text_of(move |t| {
        let Some(municipality) = session.municipality() else { return String::new() };
        let hours = match t.language {
            Language::Da => &municipality.phone_hours,
            Language::En => &municipality.phone_hours_en,
        };
        fill(t.employer().nobody_call, &[&session.phone(), hours])
    });
    view! {
        <Alert>
            <p>{text(|t| t.employer().nobody)}</p>
            <p>{call}</p>
        </Alert>
    }
    .into_any()
}

fn employee(group: Group, row: EmployeeRow) -> AnyView {
    let EmployeeRow { id, employee, first_absence, course, next, since, duties } = row;
    let away = text_of(move |t| {
        fill(t.employer().away_since, &[&dates::date_with_year(t.language, first_absence)])
    });
    // That there is no plan, the group says.
    let line = course.map(|course| {
        view! { <CourseLine course=Some(course) next since reader=Reader::Employer/> }
    });
    let duties = (!duties.is_empty()).then(|| {
        view! { <div class="employees__duties">{duty_list(duties)}</div> }
    });
    let name = employee.clone();
    let label = text_of(move |t| {
        let t = t.employer();
        fill(group.pick(t.open_plan_of, t.open_plan_of, t.begin_one_of), &[&name])
    });
    let words = text_of(move |t| {
        let t = t.employer();
        group.pick(t.open_plan, t.open_plan, t.begin_one).to_owned()
    });
    let class = group.pick("button button-primary", "", "");
    view! {
        <li>
            <div class="employees__who">
                <h3>{employee}</h3>
                <p>{away}</p>
            </div>
            {line}
            <a
                class=class
                href=Route::Employer(EmployerPage::Plan(id)).path()
                aria-label=attribute(move || Some(label.get()))
            >
                {words}
            </a>
            {duties}
        </li>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(course: Option<Course>) -> EmployeeRow {
        EmployeeRow {
            id: "0190a1b2-0000-7000-8000-000000000001".parse().unwrap(),
            employee: "Jonas Bak".to_owned(),
            first_absence: "2026-09-04".parse().unwrap(),
            next: course.map_or(NextMove::Nobody, Course::next_move),
            course,
            since: None,
            duties: Vec::new(),
        }
    }

    #[test]
    fn whoever_waits_for_the_employer_comes_first_and_whoever_has_no_plan_last() {
        let table = [
            (None, Group::Without),
            (Some(Course::Requested { last: 0 }), Group::WaitsForUs),
            (Some(Course::Drafting { last: 0, revises: None }), Group::WaitsForUs),
            (Some(Course::Sent { version: 1 }), Group::UnderWay),
            (Some(Course::ChangesAsked { version: 1 }), Group::WaitsForUs),
            (Some(Course::Approved { version: 1 }), Group::WaitsForUs),
            (Some(Course::Submitted { version: 1 }), Group::UnderWay),
            (Some(Course::Questioned { version: 1 }), Group::WaitsForUs),
            (Some(Course::Acknowledged { version: 1 }), Group::UnderWay),
            (Some(Course::Declined { last: 0 }), Group::Without),
            (Some(Course::Closed { last: 1 }), Group::Without),
        ];
        for (course, expected) in table {
            assert_eq!(Group::of(&row(course)), expected, "{course:?}");
        }
    }
}
