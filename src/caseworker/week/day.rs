//! One day of the week: bookings, round-table conversations and free times in one table, by the
//! clock.

use contract::calendar::{CalendarDay, CalendarRoundTable, PublishedTime};
use contract::groups::GroupLine;
use contract::ids::{CaseId, CaseworkerId};
use contract::job_plan::GivenWords;
use contract::retention_plan::RoundTable;
use contract::rules::ContactChannel;
use contract::staff::CalendarBooking;
use leptos::prelude::*;

use super::withdraw::Withdraw;
use crate::caseworker::actions::{BookingActions, Subject};
use crate::caseworker::cases::in_short;
use crate::caseworker::notice::Notice;
use crate::caseworker::words;
use crate::routes::Route;
use crate::text::groups::theme_name;
use crate::text::{dates, fill, text, text_of, use_texts};
use crate::ui::{Table, Tag, live};

enum Row {
    Booking(CalendarBooking),
    RoundTable(CalendarRoundTable),
    Group(GroupLine),
    Free(PublishedTime),
}

/// A day with its heading.
#[component]
pub fn Day(
    /// The day.
    day: CalendarDay,
    /// Is it today?
    is_today: bool,
    /// Whose calendar.
    owner: CaseworkerId,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let t = use_texts();
    let date = day.date;
    let closed = day.closed.clone();
    let rows = rows(day);
    let table = if rows.is_empty() {
        closed.is_none().then(|| view! { <p>{text(|t| t.staff().week.empty_day)}</p> }.into_any())
    } else {
        let rows = rows.into_iter().map(move |row| match row {
            Row::Booking(booking) => booking_row(booking, notice, on_change),
            Row::RoundTable(conversation) => round_table_row(conversation),
            Row::Group(group) => group_row(group),
            Row::Free(time) => free_row(time, owner, notice, on_change),
        });
        let columns = vec![
            text(|t| t.staff().week.time),
            text(|t| t.staff().week.what),
            text(|t| t.staff().week.form),
            text(|t| t.staff().week.place),
            text(|t| t.staff().week.action),
        ];
        let caption = text_of(move |t| dates::date(t.language, date));
        let table = view! {
            <Table caption=caption columns=columns>{rows.collect_view()}</Table>
        };
        Some(table.into_any())
    };
    view! {
        <section class="staff-day">
            <h3>
                {move || dates::date(t().language, date)} " "
                {is_today.then(|| view! { <Tag text=text(|t| t.staff().week.today) kind="info"/> })}
            </h3>
            {closed.map(|closed| view! { <p>{move || words::closure(t(), &closed)}</p> })}
            {table}
        </section>
    }
    .into_any()
}

fn rows(day: CalendarDay) -> Vec<Row> {
    let bookings =
        day.bookings.into_iter().map(|booking| (booking.starts_at, Row::Booking(booking)));
    let round_tables = day
        .round_tables
        .into_iter()
        .map(|conversation| (conversation.round_table.starts_at, Row::RoundTable(conversation)));
    let free = day.free.into_iter().map(|time| (time.starts_at, Row::Free(time)));
    let groups = day.groups.into_iter().map(|group| (group.starts_at, Row::Group(group)));
    let mut rows: Vec<_> = bookings.chain(round_tables).chain(groups).chain(free).collect();
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn booking_row(booking: CalendarBooking, notice: Notice, on_change: Callback<()>) -> AnyView {
    let t = use_texts();
    let CalendarBooking {
        id,
        case_id,
        citizen,
        state,
        channel,
        starts_at,
        ends_at,
        room,
        words: given,
        ..
    } = booking;
    let given = given.map(|given| given_words(given, case_id, citizen.clone()));
    let more = booking.participants;
    let more = move || match more {
        0 => String::new(),
        1 => t().staff().week.more_person.to_owned(),
        more => fill(t().staff().week.more_people, &[&more.to_string()]),
    };
    let subject = Subject { id, case: case_id, citizen: citizen.clone(), starts_at, state };
    let tag = text_of(move |t| words::state(t, state).0.to_owned());
    let kind = words::state(t(), state).1;
    view! {
        <tr>
            <td data-title=text(|t| t.staff().week.time)>
                {move || dates::time_span(t().language, &starts_at, &ends_at)}
            </td>
            <td data-title=text(|t| t.staff().week.what)>
                <a href=Route::StaffCase(case_id).path()>{citizen}</a>
                " " <Tag text=tag kind=kind/> " " {more} {given}
            </td>
            <td data-title=text(|t| t.staff().week.form)>{text_of(move |t| t.common.channel(channel).to_owned())}</td>
            <td data-title=text(|t| t.staff().week.place)>{room}</td>
            <td data-title=text(|t| t.staff().week.action)>
                <BookingActions subject=subject notice=notice on_change=on_change/>
            </td>
        </tr>
    }
    .into_any()
}

/// A conversation with citizen and employer; its own page cancels it.
fn round_table_row(conversation: CalendarRoundTable) -> AnyView {
    let t = use_texts();
    let CalendarRoundTable { case_id, citizen, round_table } = conversation;
    let RoundTable { starts_at, ends_at, employer, .. } = round_table;
    let name = citizen.clone();
    let plan = text_of(move |t| fill(t.staff().retention.title, &[&name]));
    view! {
        <tr>
            <td data-title=text(|t| t.staff().week.time)>
                {move || dates::time_span(t().language, &starts_at, &ends_at)}
            </td>
            <td data-title=text(|t| t.staff().week.what)>
                <a href=Route::StaffCase(case_id).path()>{citizen}</a>
                " " <Tag text=text(|t| t.staff().retention.round_table) kind="info"/> " "
                {text_of(move |t| fill(t.staff().retention.round_table_with, &[&employer]))}
            </td>
            <td data-title=text(|t| t.staff().week.form)>
                {text_of(move |t| t.common.channel(ContactChannel::Video).to_owned())}
            </td>
            <td data-title=text(|t| t.staff().week.place)></td>
            <td data-title=text(|t| t.staff().week.action)>
                <a href=Route::StaffRetention(case_id, None).path() aria-label=plan>
                    {text(|t| t.staff().retention.heading)}
                </a>
            </td>
        </tr>
    }
    .into_any()
}

/// A group session; its own page has who comes.
fn group_row(group: GroupLine) -> AnyView {
    let t = use_texts();
    let GroupLine { id, theme, starts_at, ends_at, place, taken, seats, .. } = group;
    let where_to = place.clone();
    view! {
        <tr>
            <td data-title=text(|t| t.staff().week.time)>
                {move || dates::time_span(t().language, &starts_at, &ends_at)}
            </td>
            <td data-title=text(|t| t.staff().week.what)>
                <a href=Route::StaffGroup(id).path()>{text_of(move |t| theme_name(t, &theme))}</a>
                " " <Tag text=text(|t| t.staff().groups.one) kind="info"/> " "
                {text_of(move |t| {
                    fill(t.staff().groups.taken_of, &[&taken.to_string(), &seats.to_string()])
                })}
            </td>
            <td data-title=text(|t| t.staff().week.form)>
                {text_of(move |t| {
                    let form = match where_to {
                        Some(_) => ContactChannel::InPerson,
                        None => ContactChannel::Video,
                    };
                    t.common.channel(form).to_owned()
                })}
            </td>
            <td data-title=text(|t| t.staff().week.place)>{place}</td>
            <td data-title=text(|t| t.staff().week.action)></td>
        </tr>
    }
    .into_any()
}

/// What the citizen has written for the conversation, in short.
fn given_words(given: GivenWords, case: CaseId, citizen: String) -> AnyView {
    let t = use_texts();
    let name = text_of(move |t| fill(t.staff().plan.words_all_name, &[&citizen]));
    live(move || {
        let (lines, more) = in_short(t(), &given);
        let lines = lines.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect_view();
        let more = more.then(|| {
            view! {
                <a href=Route::StaffCase(case).path() aria-label=name>
                    {text(|t| t.staff().plan.words_all)}
                </a>
            }
        });
        view! { <div class="booking-words">{lines} {more}</div> }.into_any()
    })
}

fn free_row(
    time: PublishedTime,
    owner: CaseworkerId,
    notice: Notice,
    on_change: Callback<()>,
) -> AnyView {
    let t = use_texts();
    let PublishedTime { id, starts_at, ends_at, channels, place, kept_until } = time;
    let kept = kept_until.is_some();
    let what = text_of(move |t| match &kept_until {
        Some(until) => fill(t.staff().week.kept, &[&dates::date_time(t.language, until)]),
        None => t.staff().week.free.to_owned(),
    });
    view! {
        <tr class="free">
            <td data-title=text(|t| t.staff().week.time)>
                {move || dates::time_span(t().language, &starts_at, &ends_at)}
            </td>
            <td data-title=text(|t| t.staff().week.what)>{what}</td>
            <td data-title=text(|t| t.staff().week.form)>
                {move || words::channels(t(), &channels)}
            </td>
            <td data-title=text(|t| t.staff().week.place)>{move || words::place(t(), &place)}</td>
            <td data-title=text(|t| t.staff().week.action)>
                <Withdraw id starts_at kept owner notice on_change/>
            </td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset};
    use contract::booking::BookingState;
    use contract::rules::WorkPlace;
    use uuid::Uuid;

    use super::*;

    fn at(clock: &str) -> DateTime<FixedOffset> {
        format!("2026-12-08T{clock}:00+01:00").parse().unwrap()
    }

    fn booking(clock: &str) -> CalendarBooking {
        CalendarBooking {
            id: contract::ids::BookingId(Uuid::from_u128(1)),
            case_id: CaseId(Uuid::from_u128(2)),
            citizen: "Anna".into(),
            state: BookingState::Booked,
            channel: ContactChannel::Phone,
            starts_at: at(clock),
            ends_at: at("23:00"),
            room: None,
            participants: 0,
            words: None,
        }
    }

    fn conversation(clock: &str) -> CalendarRoundTable {
        let round_table = RoundTable {
            id: contract::ids::RoundTableId(Uuid::from_u128(3)),
            starts_at: at(clock),
            ends_at: at("23:00"),
            employer: "Mette".into(),
            caseworker: "Lone".into(),
        };
        CalendarRoundTable {
            case_id: CaseId(Uuid::from_u128(2)),
            citizen: "Anna".into(),
            round_table,
        }
    }

    fn free(clock: &str) -> PublishedTime {
        PublishedTime {
            id: contract::ids::TimeSlotId(Uuid::from_u128(4)),
            starts_at: at(clock),
            ends_at: at("23:00"),
            channels: Vec::new(),
            place: WorkPlace::Home,
            kept_until: None,
        }
    }

    #[test]
    fn whatever_a_day_holds_stands_by_the_clock() {
        let day = CalendarDay {
            date: at("00:00").date_naive(),
            closed: None,
            free: vec![free("08:00"), free("12:00")],
            bookings: vec![booking("09:00"), booking("13:00")],
            round_tables: vec![conversation("10:00")],
            groups: Vec::new(),
        };
        let kinds: Vec<_> = rows(day)
            .iter()
            .map(|row| match row {
                Row::Booking(_) => "booking",
                Row::RoundTable(_) => "round table",
                Row::Group(_) => "group",
                Row::Free(_) => "free",
            })
            .collect();
        assert_eq!(kinds, ["free", "booking", "round table", "free", "booking"]);
    }
}
