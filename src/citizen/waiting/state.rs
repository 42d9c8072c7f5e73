//! What one waits for, and what can be done about it.

use chrono::NaiveDate;
use contract::booking::OfferedTime;
use contract::waiting_list::{Waiting, WaitingList, WaitingWish};
use leptos::prelude::*;

use super::form::form;
use super::{Desk, how};
use crate::api::waiting;
use crate::routes::Route;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Alert, Button, ButtonKind, Card, Details, LinkButton};

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
    let free = waiting.offer.is_none().then(|| free_now(&list, wish.before));
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

/// That there is no need to wait for a time before that day.
pub(super) fn free_now(list: &WaitingList, before: NaiveDate) -> Option<AnyView> {
    let time = free_before(list, before)?;
    let booked = list.booked.is_some();
    let words = text_of(move |t| {
        let at = dates::date_time(t.language, &time.starts_at);
        let words = if booked { t.waiting().free_now } else { t.waiting().free_now_anyhow };
        fill(words, &[&at, t.common.channel(time.channel)])
    });
    Some(
        view! {
            <Alert>
                <p>{words}</p>
                // Who has a conversation is led on to moving it there.
                <LinkButton to=Route::Book text=text(|t| t.waiting().see_times)/>
            </Alert>
        }
        .into_any(),
    )
}

/// The free time that is early enough for whoever wants one before that day.
fn free_before(list: &WaitingList, before: NaiveDate) -> Option<OfferedTime> {
    list.free_now.clone().filter(|time| time.starts_at.date_naive() < before)
}

#[cfg(test)]
pub(super) mod samples {
    use contract::booking::SelfBooking;

    use super::*;
    use crate::citizen::samples::day;

    /// Nobody waits, and nothing is free.
    pub(crate) fn list() -> WaitingList {
        let wish =
            WaitingWish { before: day("2026-12-20"), channels: Vec::new(), weekdays: vec![1] };
        WaitingList {
            first: day("2026-12-01"),
            self_booking: SelfBooking::Open,
            channels: Vec::new(),
            booked: None,
            latest: wish.before,
            minutes: 30,
            suggested: wish,
            waiting: None,
            ended: None,
            free_now: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use contract::rules::ContactChannel;

    use super::samples::list;
    use super::*;
    use crate::citizen::samples::{day, time};
    use crate::text::Language;

    #[test]
    fn a_free_time_is_told_of_only_when_it_is_early_enough() {
        let free_now = Some(time("2026-11-24T10:15:00+01:00"));
        let list = WaitingList { free_now, ..list() };
        assert!(free_before(&list, day("2026-11-24")).is_none());
        assert!(free_before(&list, day("2026-11-25")).is_some());
    }

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
