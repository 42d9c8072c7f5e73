//! The times the company has offered, each with the button that takes it back.

use contract::problem::ErrorCode;
use contract::retention_plan::{EmployerRetentionPage, RoundTableOffer};
use leptos::prelude::*;

use super::{Board, Told};
use crate::api::{ApiError, employer};
use crate::employer::desk::CaseDesk;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{AlertKind, Button, Sending, failure};

/// The id of the heading.
pub(super) const OFFERS_ID: &str = "round-table-offers";

/// The times.
pub(super) fn offered(desk: CaseDesk, known: &EmployerRetentionPage, told: Board) -> AnyView {
    let (sending, failed) = (Sending::new(), RwSignal::new(None::<ApiError>));
    let rows = known.offers.iter().cloned().map(|offer| row(desk, offer, sending, failed, told));
    let list = match known.offers.is_empty() {
        true => view! { <p>{text(|t| t.employer().round_table_none)}</p> }.into_any(),
        false => view! { <ul class="offers nobullet-list">{rows.collect_view()}</ul> }.into_any(),
    };
    view! {
        <h2 id=OFFERS_ID tabindex="-1">{text(|t| t.employer().offers)}</h2>
        {failure(failed)}
        {list}
    }
    .into_any()
}

fn row(
    desk: CaseDesk,
    offer: RoundTableOffer,
    sending: Sending,
    failed: RwSignal<Option<ApiError>>,
    told: Board,
) -> AnyView {
    let RoundTableOffer { id, starts_at, ends_at, by } = offer;
    let when: Text = text_of(move |t| {
        let day = dates::date(t.language, starts_at.date_naive());
        format!("{day}, {}", dates::time_span(t.language, &starts_at, &ends_at))
    });
    let by = text_of(move |t| fill(t.employer().offer_by, &[&by]));
    let label = text_of(move |t| fill(t.employer().offer_withdraw_of, &[&when.get()]));
    let withdraw = move |()| {
        sending.run(async move {
            failed.set(None);
            match employer::withdraw_offer(id).await {
                Err(error) if error.code() != Some(ErrorCode::NotFound) => failed.set(Some(error)),
                _ => {
                    told.set(Some(Told { kind: AlertKind::Success, words: |t| t.offer_withdrawn }));
                    desk.reload_and_focus(OFFERS_ID);
                }
            }
        });
    };
    view! {
        <li>
            <span>{when}</span>
            <span class="form-hint">{by}</span>
            <Button
                text=text(|t| t.employer().offer_withdraw)
                label=label
                on_click=withdraw
                busy=sending.busy()
            />
        </li>
    }
    .into_any()
}
