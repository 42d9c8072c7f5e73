//! The round-table conversation: what it is, choosing a time that the employer has offered and
//! the caseworker has free, and cancelling.

use contract::booking::OfferedTime;
use contract::ids::TimeSlotId;
use contract::paths;
use contract::retention_plan::{BookRoundTable, CitizenRetentionPage, RoundTable, RoundTableTimes};
use leptos::prelude::*;

use super::desk::use_retention;
use super::screen::{back, with_page};
use super::sending::{Asked, Attempted};
use crate::api::{load, retention};
use crate::routes::Route;
use crate::session::use_session;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, CallButton, Card, Details, LinkButton, Page,
    focus_element, live_if, show,
};

/// The id of the card with the time chosen, and of the conversation booked.
const CHOSEN_ID: &str = "table-chosen";

/// The round-table conversation.
#[component]
pub(super) fn RoundTablePage() -> impl IntoView {
    let attempted = Attempted::new(use_retention());
    let cancelled = RwSignal::new(false);
    view! {
        <Page title=text(|t| t.my_retention().table) above=back()>
            <p class="font-lead">{text(|t| t.my_retention().table_what)}</p>
            {live_if(move || cancelled.get().then(|| view! {
                <Alert kind=AlertKind::Success live=true>
                    <p>{text(|t| t.my_retention().table_cancelled)}</p>
                </Alert>
            }.into_any()))}
            {attempted.outcome()}
            {with_page(move |page| body(page, attempted, cancelled))}
        </Page>
    }
    .into_any()
}

fn body(page: &CitizenRetentionPage, attempted: Attempted, cancelled: RwSignal<bool>) -> AnyView {
    if let Some(round_table) = page.round_table.clone() {
        return booked(round_table, attempted, cancelled);
    }
    if page.case_closed {
        return view! { <Alert><p>{text(|t| t.my_retention().closed)}</p></Alert> }.into_any();
    }
    let times = load::<RoundTableTimes>(|| paths::CITIZEN_ROUND_TABLE_TIMES.to_owned());
    show(times, move |times| choose(times, attempted, cancelled))
}

/// "Tirsdag den 8. december kl. 10.15 på video med Bo Lind fra din arbejdsgiver …".
pub(super) fn appointment(t: &Texts, round_table: &RoundTable) -> String {
    let at = dates::date_time(t.language, &round_table.starts_at);
    let said =
        fill(t.my_retention().table_is, &[&at, &round_table.employer, &round_table.caseworker]);
    let mut letters = said.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn booked(round_table: RoundTable, attempted: Attempted, cancelled: RwSignal<bool>) -> AnyView {
    let id = round_table.id;
    let when = text_of(move |t| appointment(t, &round_table));
    let cancel = move |()| {
        attempted.run_call(retention::cancel_round_table(id), move |_| cancelled.set(true));
    };
    view! {
        <div id=CHOSEN_ID tabindex="-1">
            <Card heading=text(|t| t.my_retention().table_booked)>
                <p>{when}</p>
                <p>{text(|t| t.my_retention().table_soon)}</p>
                <LinkButton
                    to=Route::Equipment
                    text=text(|t| t.my_retention().table_equipment)
                />
            </Card>
        </div>
        <Details summary=text(|t| t.my_retention().table_cancel)>
            <p>{text(|t| t.my_retention().table_cancel_sure)}</p>
            <Button
                kind=ButtonKind::Warning
                text=text(|t| t.my_retention().table_cancel_yes)
                on_click=cancel
                busy=attempted.busy()
            />
        </Details>
    }
    .into_any()
}

fn choose(times: RoundTableTimes, attempted: Attempted, cancelled: RwSignal<bool>) -> AnyView {
    if times.times.is_empty() {
        return nothing(times.offers > 0);
    }
    let chosen = RwSignal::new(None::<OfferedTime>);
    let days = by_day(&times.times).into_iter().map(|(day, times)| {
        let id = format!("day-{day}");
        let heading = text_of(move |t| dates::date(t.language, day));
        let times = times.into_iter().map(|time| time_button(time, chosen)).collect_view();
        view! {
            <section class="time-day" aria-labelledby=id.clone()>
                <h3 class="h4" id=id.clone()>{heading}</h3>
                <ul class="nobullet-list time-list">{times}</ul>
            </section>
        }
    });
    view! {
        <h2>{text(|t| t.my_retention().table_times)}</h2>
        {days.collect_view()}
        {live_if(move || chosen.get().map(|time| confirm(time, attempted, cancelled)))}
    }
    .into_any()
}

/// Why there is nothing to choose, and what to do.
fn nothing(offered: bool) -> AnyView {
    let session = use_session();
    let heading = text_of(move |t| {
        let t = t.my_retention();
        if offered { t.table_no_fit } else { t.table_none }.to_owned()
    });
    let words = text_of(move |t| {
        let t = t.my_retention();
        let words = if offered { t.table_no_fit_why } else { t.table_none_do };
        fill(words, &[&session.phone()])
    });
    view! {
        <Alert heading=heading><p>{words}</p></Alert>
        <CallButton/>
    }
    .into_any()
}

/// The times under their days.
fn by_day(times: &[OfferedTime]) -> Vec<(chrono::NaiveDate, Vec<OfferedTime>)> {
    let mut days: Vec<(chrono::NaiveDate, Vec<OfferedTime>)> = Vec::new();
    for time in times {
        let day = time.starts_at.date_naive();
        match days.last_mut().filter(|(last, _)| *last == day) {
            Some((_, own)) => own.push(time.clone()),
            None => days.push((day, vec![time.clone()])),
        }
    }
    days
}

/// A time to choose. Its name has the full date, the channel and the person, as in booking.
fn time_button(time: OfferedTime, chosen: RwSignal<Option<OfferedTime>>) -> AnyView {
    let (at, slot) = (time.starts_at, time.slot_id);
    let (caseworker, channel) = (time.caseworker.clone(), time.channel);
    let name = text_of(move |t| {
        let at = dates::date_time(t.language, &at);
        fill(t.citizen.booking.time_name, &[&at, &caseworker, t.common.channel(channel)])
    });
    let is_chosen = move |slot: TimeSlotId| {
        chosen.with(|chosen| chosen.as_ref().is_some_and(|time| time.slot_id == slot))
    };
    let choose = move |_| {
        chosen.set(Some(time.clone()));
        request_animation_frame(|| focus_element(CHOSEN_ID));
    };
    view! {
        <li>
            <button
                type="button"
                class="time-button"
                aria-label=name
                aria-pressed=move || is_chosen(slot).to_string()
                on:click=choose
            >
                {text_of(move |t| dates::time(t.language, &at))}
            </button>
        </li>
    }
    .into_any()
}

/// The time chosen, and the button that books it.
fn confirm(time: OfferedTime, attempted: Attempted, cancelled: RwSignal<bool>) -> AnyView {
    let (at, until, slot_id) = (time.starts_at, time.ends_at, time.slot_id);
    let when = text_of(move |t| {
        let day = dates::date(t.language, at.date_naive());
        format!("{day}, {}", dates::time_span(t.language, &at, &until))
    });
    let book = move |()| {
        cancelled.set(false);
        attempted.send(Asked::Book(BookRoundTable { slot_id }), |desk| {
            desk.focus_next.set_value(Some(CHOSEN_ID));
        });
    };
    view! {
        <div class="chosen-time" id=CHOSEN_ID tabindex="-1">
            <Card heading=text(|t| t.my_retention().table_chosen)>
                <p><strong>{when}</strong></p>
                <Button
                    kind=ButtonKind::Primary
                    class="button-wide"
                    text=text(|t| t.my_retention().table_book)
                    on_click=book
                    busy=attempted.busy()
                />
            </Card>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use contract::ids::RoundTableId;

    use super::*;
    use crate::citizen::samples::time;
    use crate::text::Language;

    #[test]
    fn times_stand_under_their_days() {
        let times = [
            time("2026-12-08T10:15:00+01:00"),
            time("2026-12-08T13:00:00+01:00"),
            time("2026-12-09T10:15:00+01:00"),
        ];
        let days: Vec<_> = by_day(&times).iter().map(|(_, times)| times.len()).collect();
        assert_eq!(days, [2, 1]);
    }

    #[test]
    fn a_booked_conversation_says_when_and_with_whom() {
        let at = time("2026-12-08T10:15:00+01:00");
        let booked = RoundTable {
            id: RoundTableId(uuid::Uuid::from_u128(3)),
            starts_at: at.starts_at,
            ends_at: at.ends_at,
            employer: "Bo Lind".into(),
            caseworker: "Mette Holm".into(),
        };
        assert_eq!(
            appointment(Language::Da.texts(), &booked),
            "Tirsdag den 8. december kl. 10.15 på video med Bo Lind fra din arbejdsgiver og Mette \
             Holm fra kommunen."
        );
    }
}
