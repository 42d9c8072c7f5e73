//! Booking or moving for a citizen: the same free times the citizen would see, by channel
//! and week.

use contract::booking::{BookTime, Booking, FreeDay, FreeTimes, MoveBooking, OfferedTime};
use contract::ids::{BookingId, CaseId};
use contract::paths;
use contract::rules::ContactChannel;
use contract::staff::CaseDetails;
use leptos::prelude::*;

use crate::api::{ApiError, IdempotencyKey, Load, load, staff};
use crate::caseworker::desk::use_desk;
use crate::caseworker::dialogs::unless_busy;
use crate::caseworker::notice::{Notice, NoticeBoard, Told};
use crate::caseworker::refusal::is_outdated;
use crate::citizen::booking::WeekLinks;
use crate::router::{case_param, channel_query, moving_param, use_replace, week_query};
use crate::routes::Route;
use crate::text::{Text, Texts, dates, fill, text, text_of, use_texts};
use crate::ui::{
    BackLink, Button, ButtonKind, Modal, NotFound, Page, Sending, attribute, live, live_if, show,
};

/// The page of free times for a case.
#[component]
pub fn CaseTimesPage() -> impl IntoView {
    let (case, moving) = (case_param(), moving_param());
    live(move || match case.get() {
        Some(case) => view! { <CaseTimes case=case moving=moving.get()/> }.into_any(),
        None => view! { <NotFound/> }.into_any(),
    })
}

#[component]
fn CaseTimes(case: CaseId, moving: Option<BookingId>) -> impl IntoView {
    let details = load::<CaseDetails>(move || paths::staff_case(case));
    let notice = Notice::new();
    let title = text_of(move |t| {
        let words = &t.staff().cases;
        let sentence = if moving.is_some() { words.move_title } else { words.book_title };
        match details.state.get() {
            Load::Ready(case) => fill(sentence, &[&case.citizen]),
            _ => words.case_loading.to_owned(),
        }
    });
    let channel = channel_query();
    let chooser = ContactChannel::ALL.map(|choice| {
        let to = Route::StaffCaseTimes { case, moving, channel: Some(choice), week: None };
        let here = attribute(move || (channel.get() == Some(choice)).then(|| "page".to_owned()));
        view! {
            <a class="button button-secondary" href=to.path() aria-current=here>
                {text_of(move |t| t.common.channel(choice).to_owned())}
            </a>
        }
    });
    let back = view! {
        <BackLink to=Route::StaffCase(case) label=text(|t| t.staff().cases.back_to_case)/>
    };
    let times = live_if(move || {
        channel.get().map(|channel| {
            view! { <Times case=case moving=moving channel=channel notice=notice/> }.into_any()
        })
    });
    view! {
        <Page title=title above=back.into_any()>
            <NoticeBoard notice=notice/>
            <nav class="toolbar" aria-label=text(|t| t.staff().cases.choose_form)>
                {chooser}
            </nav>
            {times}
        </Page>
    }
    .into_any()
}

#[component]
fn Times(
    case: CaseId,
    moving: Option<BookingId>,
    channel: ContactChannel,
    notice: Notice,
) -> impl IntoView {
    let week = week_query();
    let times = load::<FreeTimes>(move || staff::case_times_url(case, channel, week.get()));
    let shown = Signal::derive(move || match times.state.get() {
        Load::Ready(times) => Some(times),
        _ => None,
    });
    let week_path = Callback::new(move |week| {
        Route::StaffCaseTimes { case, moving, channel: Some(channel), week: Some(week) }.path()
    });
    let picked = RwSignal::new(None::<OfferedTime>);
    let pick = Callback::new(move |time| picked.set(Some(time)));
    let (desk, go) = (use_desk(), use_replace());
    let done = Callback::new(move |booking: Booking| {
        picked.set(None);
        desk.leave_word(Told::done(told(moving.is_some(), booking)));
        go(Route::StaffCase(case));
    });
    let refused = Callback::new(move |error: ApiError| {
        picked.set(None);
        if is_outdated(&error) {
            times.reload();
        }
        notice.refused(error);
        notice.take_focus();
    });
    let close = Callback::new(move |()| picked.set(None));
    view! {
        <WeekLinks shown=shown week_path=week_path/>
        {show(times, move |times| {
            if times.first_free.is_none() {
                return view! { <p>{text(|t| t.staff().cases.no_times)}</p> }.into_any();
            }
            times.days.into_iter().map(move |day| day_times(day, pick)).collect_view().into_any()
        })}
        {live_if(move || picked.get().map(|time| view! {
            <Confirm
                case=case
                moving=moving
                time=time
                on_done=done
                on_refused=refused
                on_close=close
            />
        }.into_any()))}
    }
    .into_any()
}

/// The free times of a day as buttons; each names its day, channel and caseworker.
fn day_times(day: FreeDay, pick: Callback<OfferedTime>) -> AnyView {
    let t = use_texts();
    let date = day.date;
    let buttons = day.times.into_iter().map(move |time| {
        let name = sentence(&time);
        let starts_at = time.starts_at;
        let colleague = (!time.own_caseworker).then(|| time.caseworker.clone());
        let shown = text_of(move |t| {
            let clock = dates::time(t.language, &starts_at);
            match &colleague {
                Some(name) => format!("{clock} {}", fill(t.citizen.booking.with, &[name])),
                None => clock,
            }
        });
        view! { <Button text=shown label=name on_click=move |()| pick.run(time.clone())/> }
    });
    view! {
        <section>
            <h3 class="h4">{move || dates::date(t().language, date)}</h3>
            <div class="toolbar">{buttons.collect_view()}</div>
        </section>
    }
    .into_any()
}

/// "tirsdag den 8. december kl. 10.15, Telefon, hos Mette".
fn sentence(time: &OfferedTime) -> Text {
    let (starts_at, channel, who) = (time.starts_at, time.channel, time.caseworker.clone());
    text_of(move |t| {
        let at = dates::date_time(t.language, &starts_at);
        let with = fill(t.citizen.booking.with, &[&who]);
        fill(t.staff().cases.time_text, &[&at, &with, t.common.channel(channel)])
    })
}

fn told(moved: bool, booking: Booking) -> impl Fn(&'static Texts) -> String + Send + Sync {
    move |t| {
        let words = &t.staff().cases;
        let sentence = if moved { words.moved } else { words.booked };
        let at = dates::date_time(t.language, &booking.starts_at);
        fill(sentence, &[&at, t.common.channel(booking.channel)])
    }
}

#[component]
fn Confirm(
    case: CaseId,
    moving: Option<BookingId>,
    time: OfferedTime,
    on_done: Callback<Booking>,
    on_refused: Callback<ApiError>,
    on_close: Callback<()>,
) -> impl IntoView {
    let sending = Sending::new();
    let key = StoredValue::new(IdempotencyKey::new());
    let (slot_id, channel) = (time.slot_id, time.channel);
    let heading: Text = text_of(move |t| {
        let words = &t.staff().cases;
        if moving.is_some() { words.move_heading } else { words.book_heading }.to_owned()
    });
    let confirm: Text = text_of(move |t| {
        let words = &t.staff().cases;
        if moving.is_some() { words.do_move } else { words.do_book }.to_owned()
    });
    let sentence = sentence(&time);
    let go = move |()| {
        let key = key.get_value();
        sending.run(async move {
            let answer = match moving {
                Some(id) => {
                    let to = MoveBooking { slot_id, channel, any_caseworker: false };
                    staff::move_booking(id, &key, &to).await
                }
                None => {
                    let time = BookTime {
                        slot_id,
                        channel,
                        participants: Vec::new(),
                        topics: Vec::new(),
                        note: String::new(),
                        any_caseworker: false,
                    };
                    staff::book(case, &key, &time).await
                }
            };
            match answer {
                Ok(booking) => on_done.try_run(booking),
                Err(error) => on_refused.try_run(error),
            };
        });
    };
    let on_close = unless_busy(sending, on_close);
    let footer = view! {
        <Button kind=ButtonKind::Primary text=confirm busy=sending.busy() on_click=go/>
        <Button text=text(|t| t.common.cancel) on_click=on_close/>
    };
    view! {
        <Modal id="time-dialog" heading=heading on_close=on_close footer=footer.into_any()>
            <p>{sentence}</p>
            <p>{text(|t| t.staff().cases.book_text)}</p>
        </Modal>
    }
    .into_any()
}
