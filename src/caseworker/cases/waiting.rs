//! Waiting for an earlier time on the case page: what the citizen waits for, and what was offered.

use contract::waiting_list::{OfferState, WaitingEnd, WaitingRecord};
use leptos::prelude::*;

use crate::caseworker::words::day_with_year;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::Table;

/// The part of the page; nothing where nobody has waited.
pub fn waiting(records: Vec<WaitingRecord>) -> AnyView {
    if records.is_empty() {
        return ().into_any();
    }
    let rows = records.into_iter().map(|record| {
        let (asked, what) = (record.clone(), record);
        let asked = text_of(move |t| asked_for(t, &asked));
        let what = text_of(move |t| became(t, &what));
        view! {
            <tr>
                <td data-title=text(|t| t.staff().cases.waiting_for)>{asked}</td>
                <td data-title=text(|t| t.staff().cases.waiting_became)>{what}</td>
            </tr>
        }
    });
    let columns =
        vec![text(|t| t.staff().cases.waiting_for), text(|t| t.staff().cases.waiting_became)];
    view! {
        <h3>{text(|t| t.staff().cases.waiting)}</h3>
        <Table caption=text(|t| t.staff().cases.waiting) columns=columns>
            {rows.collect_view()}
        </Table>
    }
    .into_any()
}

/// "Siden 1. december 2026: en tid før 20. december 2026 (telefon, video)."
fn asked_for(t: &Texts, record: &WaitingRecord) -> String {
    let channels: Vec<&str> =
        record.wish.channels.iter().map(|channel| t.common.channel(*channel)).collect();
    let before = dates::date_with_year(t.language, record.wish.before);
    fill(
        t.staff().cases.waiting_asked,
        &[&day_with_year(t, &record.since), &before, &channels.join(", ")],
    )
}

/// What was offered, and how it ended.
fn became(t: &Texts, record: &WaitingRecord) -> String {
    let texts = &t.staff().cases;
    let offers = record.offers.iter().map(|one| {
        let at = dates::date_time(t.language, &one.offer.starts_at);
        let state = match one.state {
            OfferState::Open => {
                fill(texts.offer_open, &[&dates::date_time(t.language, &one.offer.until)])
            }
            OfferState::Taken => texts.offer_taken.to_owned(),
            OfferState::Lapsed => texts.offer_lapsed.to_owned(),
            OfferState::Declined => texts.offer_declined.to_owned(),
            OfferState::Withdrawn => texts.offer_withdrawn.to_owned(),
        };
        fill(texts.offered, &[&at, &state])
    });
    let ended = match record.ended {
        None => texts.waiting_still.to_owned(),
        Some(ended) => fill(ended_words(t, ended.why), &[&day_with_year(t, &ended.at)]),
    };
    offers.chain([ended]).collect::<Vec<_>>().join(" ")
}

fn ended_words(t: &Texts, why: WaitingEnd) -> &'static str {
    let texts = &t.staff().cases;
    match why {
        WaitingEnd::Taken => texts.waiting_taken,
        WaitingEnd::Left => texts.waiting_left,
        WaitingEnd::EarlyEnough => texts.waiting_early,
        WaitingEnd::DatePassed => texts.waiting_passed,
        WaitingEnd::TooLate => texts.waiting_too_late,
        WaitingEnd::SelfBookingWithdrawn => texts.waiting_withdrawn,
        WaitingEnd::CaseClosed => texts.waiting_closed,
    }
}
