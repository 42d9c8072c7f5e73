//! One session on the page: what it is, and the one thing to do about it.

use contract::groups::{CitizenGroup, GroupPart, GroupWish};
use contract::paths;
use contract::rules::SeatsLeft;
use leptos::prelude::*;

use super::act::Acting;
use super::words::{left, may_take, when, when_capital, where_and_who};
use crate::text::groups::theme_name;
use crate::text::{Text, dates, fill, text, text_of, use_texts};
use crate::ui::{Alert, AlertKind, Button, ButtonKind, Card, Details, Tag, focus_element, live_if};

/// A session the citizen has something to do with.
pub(super) fn own(group: CitizenGroup, case_closed: bool, acting: Acting) -> AnyView {
    let name = {
        let theme = group.theme.clone();
        text_of(move |t| theme_name(t, &theme))
    };
    let facts = facts(&group);
    let body = match group.mine.clone() {
        GroupPart::Seat => seat(group, acting),
        GroupPart::Offered { until } => {
            let words = text_of(move |t| {
                fill(t.groups().offered_until, &[&dates::date_time(t.language, &until)])
            });
            let (taken, declined) = (group.clone(), group);
            view! {
                <Alert kind=AlertKind::Warning heading=text(|t| t.groups().offered)>
                    <p>{words}</p>
                </Alert>
                <Button
                    kind=ButtonKind::Primary
                    class="button-wide"
                    text=text(|t| t.groups().take)
                    busy=acting.busy()
                    on_click=move |()| acting.wish(&taken, GroupWish::Seat)
                />
                <Button
                    class="button-wide"
                    text=text(|t| t.groups().no_thanks)
                    busy=acting.busy()
                    on_click=move |()| acting.wish(&declined, GroupWish::Nothing)
                />
            }
            .into_any()
        }
        GroupPart::InLine => in_line(group, case_closed, acting),
        GroupPart::Cancelled { too_few, reason } => {
            let words = text_of(move |t| match too_few {
                true => t.groups().cancelled_few.to_owned(),
                false => fill(t.groups().cancelled_by, &[&reason]),
            });
            view! {
                <p><Tag text=text(|t| t.groups().cancelled) kind="error"/></p>
                <p>{words}</p>
            }
            .into_any()
        }
        GroupPart::None | GroupPart::OfferOver => ().into_any(),
    };
    view! { <Card heading=name>{facts} {body}</Card> }.into_any()
}

fn in_line(group: CitizenGroup, case_closed: bool, acting: Acting) -> AnyView {
    let now = match may_take(&group, case_closed) {
        true => {
            let group = group.clone();
            view! {
                <p>{text(|t| t.groups().in_line_free)}</p>
                <Button
                    kind=ButtonKind::Primary
                    class="button-wide"
                    text=text(|t| t.groups().take)
                    busy=acting.busy()
                    on_click=move |()| acting.wish(&group, GroupWish::Seat)
                />
            }
            .into_any()
        }
        false => view! { <p>{text(|t| t.groups().wait_what)}</p> }.into_any(),
    };
    view! {
        <p><strong>{text(|t| t.groups().in_line)}</strong></p>
        {now}
        <Button
            text=text(|t| t.groups().leave)
            busy=acting.busy()
            on_click=move |()| acting.wish(&group, GroupWish::Nothing)
        />
    }
    .into_any()
}

fn seat(group: CitizenGroup, acting: Acting) -> AnyView {
    let at = group.clone();
    let name = text_of(move |t| fill(t.groups().calendar_name, &[&when(t, &at)]));
    let link = group.place.is_none().then(|| view! { <p>{text(|t| t.groups().video_link)}</p> });
    let decided = decided(&group);
    // A plain link that the router leaves alone: the browser hands the file to the calendar.
    view! {
        <p><strong>{text(|t| t.groups().have)}</strong></p>
        {link}
        {decided}
        <a
            class="button button-secondary"
            href=paths::citizen_group_calendar(group.id)
            aria-label=name
            rel="external"
            download=""
        >
            {text(|t| t.groups().calendar)}
        </a>
        <Details summary=text(|t| t.groups().cannot)>
            <p>{text(|t| t.groups().cannot_sure)}</p>
            <Button
                kind=ButtonKind::Warning
                text=text(|t| t.groups().give_up)
                busy=acting.busy()
                on_click=move |()| acting.wish(&group, GroupWish::Nothing)
            />
        </Details>
    }
    .into_any()
}

/// A session to choose.
pub(super) fn chosen(group: CitizenGroup, case_closed: bool, acting: Acting) -> AnyView {
    let t = use_texts();
    let at = group.clone();
    let heading = text_of(move |t| when_capital(t, &at));
    let at = group.clone();
    let place = text_of(move |t| where_and_who(t, &at));
    let seats = group.left;
    let kind = left(t(), seats).1;
    let over = (group.mine == GroupPart::OfferOver)
        .then(|| view! { <p>{text(|t| t.groups().offer_over)}</p> });
    let decided = decided(&group);
    let act = match (case_closed, seats) {
        (true, _) => ().into_any(),
        (false, SeatsLeft::Full) => wait(group, acting),
        (false, _) => want(group, acting),
    };
    view! {
        <div class="group-session">
            <h4>{heading}</h4>
            <p>{place}</p>
            <p><Tag text=text_of(move |t| left(t, seats).0.to_owned()) kind=kind/></p>
            {decided}
            {over}
            {act}
        </div>
    }
    .into_any()
}

fn wait(group: CitizenGroup, acting: Acting) -> AnyView {
    let name = named(&group, |t| t.groups().wait_name);
    view! {
        <p>{text(|t| t.groups().wait_what)}</p>
        <Button
            text=text(|t| t.groups().wait)
            label=name
            busy=acting.busy()
            on_click=move |()| acting.wish(&group, GroupWish::InLine)
        />
    }
    .into_any()
}

/// Two taps: one that says so, one that takes the seat.
fn want(group: CitizenGroup, acting: Acting) -> AnyView {
    let asked = RwSignal::new(false);
    let id = format!("group-{}", group.id);
    let name = named(&group, |t| t.groups().want_name);
    let focus = id.clone();
    let ask = move |()| {
        asked.set(true);
        let focus = focus.clone();
        request_animation_frame(move || focus_element(&focus));
    };
    let button = view! { <Button text=text(|t| t.groups().want) label=name on_click=ask/> };
    let sure = live_if(move || {
        asked.get().then(|| {
            let (at, group) = (group.clone(), group.clone());
            let question = text_of(move |t| fill(t.groups().sure, &[&when(t, &at)]));
            view! {
                <div class="chosen-time" id=id.clone() tabindex="-1">
                    <p><strong>{question}</strong></p>
                    <Button
                        kind=ButtonKind::Primary
                        class="button-wide"
                        text=text(|t| t.groups().take)
                        busy=acting.busy()
                        on_click=move |()| acting.wish(&group, GroupWish::Seat)
                    />
                    <Button
                        kind=ButtonKind::Tertiary
                        text=text(|t| t.common.cancel)
                        on_click=move |()| asked.set(false)
                    />
                </div>
            }
            .into_any()
        })
    });
    view! { <div class:d-none=move || asked.get()>{button}</div> {sure} }.into_any()
}

/// Name of a button: which session of several it is about.
fn named(group: &CitizenGroup, words: fn(&'static crate::text::Texts) -> &'static str) -> Text {
    let group = group.clone();
    text_of(move |t| fill(words(t), &[&theme_name(t, &group.theme), &when(t, &group)]))
}

fn facts(group: &CitizenGroup) -> AnyView {
    let (one, other) = (group.clone(), group.clone());
    view! {
        <p>
            <strong>{text_of(move |t| when_capital(t, &one))}</strong>
            <br/>
            {text_of(move |t| where_and_who(t, &other))}
        </p>
    }
    .into_any()
}

/// By when it is known whether it takes place.
fn decided(group: &CitizenGroup) -> Option<AnyView> {
    let at = group.decided_at?;
    let words = text_of(move |t| fill(t.groups().decided, &[&dates::date_time(t.language, &at)]));
    Some(view! { <p class="form-hint">{words}</p> }.into_any())
}
