//! One group session: where it stands, those who come, calling it off, and noting who came.

use contract::groups::{GroupPerson, GroupState, StaffGroup};
use contract::ids::{CaseId, GroupSessionId};
use contract::paths;
use leptos::prelude::*;

use super::words::{seats, when};
use crate::api::{Load, Loaded, groups, load};
use crate::caseworker::dialogs::{Answer, ConfirmDialog, ReasonDialog, SendText, Typed};
use crate::caseworker::notice::{Notice, NoticeBoard};
use crate::router::group_param;
use crate::routes::Route;
use crate::text::groups::theme_name;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{
    BackLink, Button, ButtonKind, CheckboxGroup, Choice, NotFound, Page, Sending, Table, live,
    live_if, show,
};

/// The page.
#[component]
pub fn GroupPage() -> impl IntoView {
    let group = group_param();
    live(move || match group.get() {
        Some(id) => view! { <Group id/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    })
}

#[component]
fn Group(id: GroupSessionId) -> impl IntoView {
    let group = load::<StaffGroup>(move || paths::staff_group(id));
    let notice = Notice::new();
    let title = text_of(move |t| {
        group.state.with(|group| match group {
            Load::Ready(group) => {
                let theme = theme_name(t, &group.line.theme);
                fill(t.staff().groups.title_one, &[&theme, &when(t, &group.line)])
            }
            _ => t.staff().groups.one.to_owned(),
        })
    });
    let above = view! { <BackLink to=Route::StaffGroups label=text(|t| t.staff().groups.back)/> };
    view! {
        <Page title=title above=above.into_any()>
            <NoticeBoard notice=notice/>
            {show(group, move |shown| body(id, shown, group, notice))}
        </Page>
    }
    .into_any()
}

fn body(
    id: GroupSessionId,
    shown: StaffGroup,
    group: Loaded<StaffGroup>,
    notice: Notice,
) -> AnyView {
    let (may_cancel, may_note) = (shown.may_cancel, shown.may_note);
    let lead = shown.may_lead.then(|| lead(id, shown.line.leader.clone(), group, notice));
    let facts = facts(&shown);
    let people = if may_note { note(id, shown, group, notice) } else { people(shown) };
    let call_off = may_cancel.then(|| call_off(id, group, notice));
    view! { {facts} {people} {lead} {call_off} }.into_any()
}

fn facts(shown: &StaffGroup) -> AnyView {
    let line = shown.line.clone();
    let place = line.place.clone();
    let (leader, minimum) = (line.leader.clone(), line.minimum);
    let said = shown.clone();
    let stands = text_of(move |t| {
        let texts = &t.staff().groups;
        match (said.line.state, said.decided_at) {
            (GroupState::Cancelled, _) if said.reason.is_empty() => texts.was_few.to_owned(),
            (GroupState::Cancelled, _) => fill(texts.was_called_off, &[&said.reason]),
            (GroupState::Held, _) => texts.held.to_owned(),
            (GroupState::Planned, Some(at)) => {
                let at = dates::date_time(t.language, &at);
                fill(texts.decided, &[&minimum.to_string(), &at])
            }
            (GroupState::Planned, None) => texts.planned.to_owned(),
        }
    });
    let row = |name: Text, value: Text| view! { <dt>{name}</dt> <dd>{value}</dd> };
    let video =
        text_of(move |t| place.clone().unwrap_or_else(|| t.staff().groups.video.to_owned()));
    view! {
        <p>{stands}</p>
        <dl class="plan-facts">
            {row(text(|t| t.staff().groups.place), video)}
            {row(text(|t| t.staff().groups.leader), text_of(move |_| leader.clone()))}
            {row(text(|t| t.staff().groups.people), text_of(move |t| seats(t, &line)))}
        </dl>
    }
    .into_any()
}

fn people(shown: StaffGroup) -> AnyView {
    let StaffGroup { people, all_listed, .. } = shown;
    let only = (!all_listed).then(|| view! { <p>{text(|t| t.staff().groups.only_own)}</p> });
    let list = if people.is_empty() {
        let words = if all_listed {
            text(|t| t.staff().groups.nobody)
        } else {
            text(|t| t.staff().groups.nobody_own)
        };
        view! { <p>{words}</p> }.into_any()
    } else {
        let columns = vec![
            text(|t| t.staff().groups.name),
            text(|t| t.staff().groups.leader),
            text(|t| t.staff().groups.came),
        ];
        let rows = people.into_iter().map(|person| row(person, all_listed)).collect_view();
        view! {
            <Table caption=text(|t| t.staff().groups.participants) columns=columns>{rows}</Table>
            <p class="form-hint">{text(|t| t.staff().groups.logged)}</p>
        }
        .into_any()
    };
    view! { <h2>{text(|t| t.staff().groups.participants)}</h2> {only} {list} }.into_any()
}

fn row(person: GroupPerson, all_listed: bool) -> AnyView {
    let GroupPerson { case_id, name, caseworker, came } = person;
    // A leader may meet citizens of other teams, whose cases are not open to them.
    let name = if all_listed {
        view! { {name} }.into_any()
    } else {
        view! { <a href=Route::StaffCase(case_id).path()>{name}</a> }.into_any()
    };
    let came = text_of(move |t| {
        let texts = &t.staff().groups;
        match came {
            Some(true) => texts.yes,
            Some(false) => texts.no,
            None => texts.not_noted,
        }
        .to_owned()
    });
    view! {
        <tr>
            <td data-title=text(|t| t.staff().groups.name)>{name}</td>
            <td data-title=text(|t| t.staff().groups.leader)>{caseworker}</td>
            <td data-title=text(|t| t.staff().groups.came)>{came}</td>
        </tr>
    }
    .into_any()
}

/// Who came, of those who had a seat.
fn note(
    id: GroupSessionId,
    shown: StaffGroup,
    group: Loaded<StaffGroup>,
    notice: Notice,
) -> AnyView {
    let held = shown.line.state == GroupState::Held;
    let people = shown.people;
    if people.is_empty() && held {
        return view! { <p>{text(|t| t.staff().groups.nobody)}</p> }.into_any();
    }
    // Most come: who did not is taken out.
    let came = people.iter().filter(|person| person.came.unwrap_or(true));
    let came = RwSignal::new(came.map(|person| person.case_id.to_string()).collect::<Vec<_>>());
    let choices = people
        .iter()
        .map(|person| {
            let name = person.name.clone();
            Choice::new(person.case_id.to_string(), text_of(move |_| name.clone()))
        })
        .collect::<Vec<_>>();
    let sending = Sending::new();
    let save = move |()| {
        notice.clear();
        let came: Vec<CaseId> =
            came.get_untracked().iter().filter_map(|case| case.parse().ok()).collect();
        sending.run(async move {
            match groups::note(id, came).await {
                Ok(now) => {
                    notice.done(|t| t.staff().groups.noted.to_owned());
                    group.state.try_set(Load::Ready(now));
                }
                Err(error) => notice.refused(error),
            }
            notice.take_focus();
        });
    };
    let words = text_of(move |t| {
        let texts = &t.staff().groups;
        if held { texts.note_again } else { texts.note }.to_owned()
    });
    view! {
        <h2>{text(|t| t.staff().groups.participants)}</h2>
        <CheckboxGroup
            id="group-came"
            legend=text(|t| t.staff().groups.who_came)
            choices=choices
            chosen=came
        />
        <p class="form-hint">{text(|t| t.staff().groups.logged)}</p>
        <div class="toolbar">
            <Button kind=ButtonKind::Primary text=words busy=sending.busy() on_click=save/>
        </div>
    }
    .into_any()
}

/// A colleague leads it in the leader's place.
fn lead(id: GroupSessionId, leader: String, group: Loaded<StaffGroup>, notice: Notice) -> AnyView {
    let open = RwSignal::new(false);
    let leader = StoredValue::new(leader);
    let send = Callback::new(move |()| -> Answer {
        Box::pin(async move { groups::lead(id).await.map(|_| ()) })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        notice.done(|t| t.staff().groups.leads.to_owned());
        notice.take_focus();
        group.reload();
    });
    view! {
        <div class="toolbar">
            <Button text=text(|t| t.staff().groups.take_over) on_click=move |()| open.set(true)/>
        </div>
        {live_if(move || open.get().then(|| {
            let close = Callback::new(move |()| open.set(false));
            let lead = text_of(move |t| fill(t.staff().groups.take_over_lead, &[&leader.get_value()]));
            view! {
                <ConfirmDialog
                    heading=text(|t| t.staff().groups.take_over)
                    lead=lead
                    confirm=text(|t| t.staff().groups.take_over)
                    send=send
                    on_done=done
                    on_close=close
                />
            }
            .into_any()
        }))}
    }
    .into_any()
}

fn call_off(id: GroupSessionId, group: Loaded<StaffGroup>, notice: Notice) -> AnyView {
    let open = RwSignal::new(false);
    let typed = Typed::new(String::new());
    let send: SendText = Callback::new(move |(_, reason): (_, String)| -> Answer {
        Box::pin(async move { groups::cancel(id, reason).await.map(|_| ()) })
    });
    let done = Callback::new(move |()| {
        open.set(false);
        notice.done(|t| t.staff().groups.called_off.to_owned());
        notice.take_focus();
        group.reload();
    });
    view! {
        <div class="toolbar">
            <Button
                kind=ButtonKind::Warning
                text=text(|t| t.staff().groups.call_off)
                on_click=move |()| open.set(true)
            />
        </div>
        {live_if(move || open.get().then(|| {
            let close = Callback::new(move |()| open.set(false));
            view! {
                <ReasonDialog
                    heading=text(|t| t.staff().groups.call_off)
                    lead=text(|t| t.staff().groups.call_off_lead)
                    confirm=text(|t| t.staff().groups.call_off)
                    typed=typed
                    send=send
                    on_done=done
                    on_close=close
                />
            }
            .into_any()
        }))}
    }
    .into_any()
}
