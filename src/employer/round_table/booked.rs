//! The conversation that is booked, and calling it off in two taps.

use contract::problem::ErrorCode;
use contract::retention_plan::RoundTable;
use leptos::prelude::*;

use super::{Board, Told};
use crate::api::{ApiError, employer};
use crate::employer::desk::CaseDesk;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, Button, ButtonKind, Sending, failure, focus_element, live};

/// The id of the question whether one is sure.
const SURE_ID: &str = "round-table-sure";
/// The id of the button that asks it.
const ASK_ID: &str = "round-table-booked";

/// The conversation.
pub(super) fn booked(desk: CaseDesk, table: RoundTable, told: Board) -> AnyView {
    let RoundTable { id, starts_at, ends_at, employer: ours, caseworker } = table;
    let (sending, failed) = (Sending::new(), RwSignal::new(None::<ApiError>));
    let asked = RwSignal::new(false);
    let when = text_of(move |t| {
        let day = dates::date(t.language, starts_at.date_naive());
        let span = dates::time_span(t.language, &starts_at, &ends_at);
        fill(t.employer().round_table_booked, &[&format!("{day}, {span}")])
    });
    let who = text_of(move |t| fill(t.employer().round_table_who, &[&ours, &caseworker]));
    let cancel = move |()| {
        sending.run(async move {
            failed.set(None);
            match employer::cancel_round_table(id).await {
                Ok(()) => {
                    told.set(Some(Told {
                        kind: AlertKind::Success,
                        words: |t| t.round_table_cancelled,
                    }));
                    desk.reload();
                }
                Err(error) if is_over(&error) => {
                    told.set(Some(Told {
                        kind: AlertKind::Warning,
                        words: |t| t.round_table_over,
                    }));
                    desk.reload();
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let ask = move |is_asked: bool, id: &'static str| {
        asked.set(is_asked);
        // It is drawn first.
        request_animation_frame(move || focus_element(id));
    };
    let buttons = live(move || match asked.get() {
        false => view! {
            <Button
                text=text(|t| t.employer().round_table_cancel)
                on_click=move |()| ask(true, SURE_ID)
            />
        }
        .into_any(),
        true => view! {
            <p id=SURE_ID tabindex="-1">{text(|t| t.employer().round_table_cancel_sure)}</p>
            <div class="actions">
                <Button
                    kind=ButtonKind::Warning
                    text=text(|t| t.employer().round_table_cancel_now)
                    on_click=cancel
                    busy=sending.busy()
                />
                <Button
                    text=text(|t| t.employer().round_table_keep)
                    on_click=move |()| ask(false, ASK_ID)
                />
            </div>
        }
        .into_any(),
    });
    view! {
        <Alert kind=AlertKind::Success>
            <p id=ASK_ID tabindex="-1">{when}</p>
            <p>{who}</p>
        </Alert>
        {failure(failed)}
        {buttons}
    }
    .into_any()
}

fn is_over(error: &ApiError) -> bool {
    matches!(error.code(), Some(ErrorCode::RoundTableOver | ErrorCode::NotFound))
}
