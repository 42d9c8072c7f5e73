//! Group sessions for caseworkers: the list, planning one, and one with those who come.

mod draft;
mod one;
mod plan;
mod words;

use contract::groups::{GroupLine, StaffGroups};
use contract::paths;
use leptos::prelude::*;

use self::plan::PlanGroup;
use self::words::{seats, state};
use super::notice::{Notice, NoticeBoard};
use crate::api::load;
use crate::routes::Route;
use crate::text::groups::theme_name;
use crate::text::{dates, fill, text, text_of, use_texts};
use crate::ui::{Page, Table, Tag, show};

pub use self::one::GroupPage;

/// The list.
#[component]
pub fn GroupsPage() -> impl IntoView {
    let groups = load::<StaffGroups>(|| paths::STAFF_GROUPS.to_owned());
    let notice = Notice::from_last_page();
    let on_change = Callback::new(move |()| groups.reload());
    view! {
        <Page title=text(|t| t.staff().groups.title)>
            <NoticeBoard notice=notice/>
            {show(groups, move |groups| {
                let (minimum, hour) = (groups.min_seats, groups.decide_hour);
                let lead = text_of(move |t| {
                    let hour = dates::wall_time(t.language, hour);
                    fill(t.staff().groups.lead, &[&minimum.to_string(), &hour])
                });
                let list = list(groups.sessions.clone(), groups.today);
                view! {
                    <p>{lead}</p>
                    <PlanGroup groups notice on_change/>
                    {list}
                }
                .into_any()
            })}
        </Page>
    }
    .into_any()
}

fn list(sessions: Vec<GroupLine>, today: chrono::NaiveDate) -> AnyView {
    if sessions.is_empty() {
        return view! { <p>{text(|t| t.staff().groups.none)}</p> }.into_any();
    }
    let columns = vec![
        text(|t| t.staff().groups.when),
        text(|t| t.staff().groups.theme),
        text(|t| t.staff().groups.place),
        text(|t| t.staff().groups.leader),
        text(|t| t.staff().groups.people),
        text(|t| t.staff().groups.state),
    ];
    let rows = sessions.into_iter().map(|line| row(line, today)).collect_view();
    view! { <Table caption=text(|t| t.staff().groups.list) columns=columns>{rows}</Table> }
        .into_any()
}

fn row(line: GroupLine, today: chrono::NaiveDate) -> AnyView {
    let t = use_texts();
    let (at, theme) = (line.starts_at, line.theme.clone());
    let name = {
        let theme = theme.clone();
        text_of(move |t| {
            let at = dates::short_date_time(t.language, &at);
            fill(t.staff().groups.open, &[&theme_name(t, &theme), &at])
        })
    };
    let place = line.place.clone();
    let counts = line.clone();
    let kind = state(t(), &line, today).1;
    let leader = line.leader.clone();
    view! {
        <tr>
            <td data-title=text(|t| t.staff().groups.when)>
                <a href=Route::StaffGroup(line.id).path() aria-label=name>
                    {text_of(move |t| dates::short_date_time(t.language, &at))}
                </a>
            </td>
            <td data-title=text(|t| t.staff().groups.theme)>
                {text_of(move |t| theme_name(t, &theme))}
            </td>
            <td data-title=text(|t| t.staff().groups.place)>
                {text_of(move |t| {
                    place.clone().unwrap_or_else(|| t.staff().groups.video.to_owned())
                })}
            </td>
            <td data-title=text(|t| t.staff().groups.leader)>{leader}</td>
            <td data-title=text(|t| t.staff().groups.people)>
                {text_of(move |t| seats(t, &counts))}
            </td>
            <td data-title=text(|t| t.staff().groups.state)>
                <Tag text=text_of(move |t| state(t, &line, today).0.to_owned()) kind=kind/>
            </td>
        </tr>
    }
    .into_any()
}
