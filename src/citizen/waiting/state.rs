//! What is kept and what one waits for, and what can be done about it.

use contract::waiting_list::{Waiting, WaitingList, WaitingWish};
use leptos::prelude::*;

use super::form::form;
use super::{Desk, how};
use crate::api::waiting;
use crate::citizen::kept::kept;
use crate::routes::Route;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, Button, ButtonKind, Card, Details, LinkButton};

/// The time that is kept, if one is.
pub(super) fn offer_of(list: &WaitingList, desk: Desk) -> Option<AnyView> {
    let offer = list.waiting.as_ref()?.offer.clone()?;
    let id = offer.id;
    let words = match list.booked {
        Some(_) => text(|t| t.waiting().decline),
        None => text(|t| t.waiting().decline_none),
    };
    let decline = move |()| desk.run(waiting::decline(id), |t| t.waiting().declined);
    let more = view! { <Button text=words on_click=decline busy=desk.sending.busy()/> };
    Some(kept(offer, more.into_any(), text(|t| t.waiting().decline_then)))
}

/// What one waits for, changing it, and leaving the list.
pub(super) fn waits(list: WaitingList, waiting: Waiting, desk: Desk) -> AnyView {
    let (wish, since) = (waiting.wish, waiting.since);
    let words = wish.clone();
    let words = text_of(move |t| wish_words(t, &words));
    let since = text_of(move |t| fill(t.waiting().since, &[&dates::date_time(t.language, &since)]));
    let booked = list.booked.map(|at| {
        let words =
            text_of(move |t| fill(t.waiting().booked, &[&dates::date_time(t.language, &at)]));
        view! { <p>{words}</p> }
    });
    let free = list.waiting.as_ref().is_none_or(|one| one.offer.is_none()).then(|| free_now(&list));
    let leave = move |()| desk.run(waiting::leave(), |t| t.waiting().left);
    view! {
        <Card heading=text(|t| t.waiting().waits)>
            <p>{words}</p>
            <p>{since}</p>
            {booked}
            {how(list.minutes)}
        </Card>
        {free}
        <Details summary=text(|t| t.waiting().change)>{form(&list, wish, desk)}</Details>
        <Details summary=text(|t| t.waiting().leave)>
            <p>{text(|t| t.waiting().leave_sure)}</p>
            <Button
                kind=ButtonKind::Warning
                text=text(|t| t.waiting().leave_now)
                on_click=leave
                busy=desk.sending.busy()
            />
        </Details>
    }
    .into_any()
}

/// "Du venter på en tid før tirsdag den 8. december: telefon eller video. Det må være mandag …"
fn wish_words(t: &Texts, wish: &WaitingWish) -> String {
    let texts = t.waiting();
    let channels: Vec<&str> =
        wish.channels.iter().map(|channel| t.common.channel(*channel)).collect();
    let weekdays: Vec<&str> =
        wish.weekdays.iter().map(|day| dates::weekday(t.language, *day)).collect();
    let before = dates::date(t.language, wish.before);
    fill(texts.waits_for, &[&before, &listed(&channels, texts.or), &listed(&weekdays, texts.or)])
}

/// "a, b eller c".
fn listed(words: &[&str], or: &str) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{}{or}{last}", first.join(", ")),
        _ => words.concat(),
    }
}

/// That there is no need to wait.
pub(super) fn free_now(list: &WaitingList) -> Option<AnyView> {
    let (time, booked) = (list.free_now.clone()?, list.booked.is_some());
    let words = text_of(move |t| {
        let at = dates::date_time(t.language, &time.starts_at);
        let words = if booked { t.waiting().free_now } else { t.waiting().free_now_anyhow };
        fill(words, &[&at, t.common.channel(time.channel)])
    });
    // Min side leads to moving what is booked; without a booking one books.
    let to = if booked { Route::My } else { Route::Book };
    Some(
        view! {
            <Alert>
                <p>{words}</p>
                <LinkButton to=to text=text(|t| t.waiting().see_times)/>
            </Alert>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use contract::rules::ContactChannel;

    use super::*;
    use crate::citizen::samples::day;
    use crate::text::Language;

    #[test]
    fn what_one_waits_for_is_a_sentence() {
        let wish = WaitingWish {
            before: day("2026-12-08"),
            channels: vec![ContactChannel::Phone, ContactChannel::Video],
            weekdays: vec![1, 2, 5],
        };
        let said = wish_words(Language::Da.texts(), &wish);
        assert!(said.contains("før tirsdag den 8. december: "), "{said}");
        assert!(said.ends_with("Det må være mandag, tirsdag eller fredag."), "{said}");
        let english = wish_words(Language::En.texts(), &WaitingWish { weekdays: vec![3], ..wish });
        assert!(english.ends_with("It may be on Wednesday."), "{english}");
    }
}
