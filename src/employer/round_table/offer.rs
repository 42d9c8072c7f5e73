//! Offering times: rows to fill in, checked before they are sent.

use contract::job_plan::RowId;
use contract::limits;
use contract::problem::ErrorCode;
use contract::retention_plan::{
    EmployerRetentionPage, NewRoundTableOffers, OfferPart, RetentionField,
};
use leptos::prelude::*;

use super::offered::OFFERS_ID;
use super::rows::{OfferRow, add, field_id, others, problems, read, remove, rows_of};
use super::{Board, Told};
use crate::api::attempt::{Attempt, attempt};
use crate::api::{ApiError, IdempotencyKey, employer};
use crate::employer::desk::CaseDesk;
use crate::form::{self, Field, Problems, Rows, SavingLine};
use crate::text::{fill, text, text_of, use_texts};
use crate::ui::{
    Alert, AlertKind, Button, ButtonKind, SUMMARY_ID, Sending, failure, focus_element, live,
    live_if,
};

/// The call whose answer is not known yet.
pub(super) type Unanswered = StoredValue<Option<Attempt<IdempotencyKey, NewRoundTableOffers>>>;

/// The id of the button that adds a row.
const ADD_ID: &str = "offer-add";

/// The form.
pub(super) fn offer_form(
    desk: CaseDesk,
    known: &EmployerRetentionPage,
    unanswered: Unanswered,
    wrong: Problems,
    told: Board,
) -> AnyView {
    if known.case_closed {
        return view! { <Alert><p>{text(|t| t.employer().case_closed)}</p></Alert> }.into_any();
    }
    let (sending, failed) = (Sending::new(), RwSignal::new(None::<ApiError>));
    let (texts, today) = (use_texts(), known.today);
    let (rows, draft) = (rows_of(desk, known), desk.form.draft);
    let send = move |()| {
        let on_screen = rows.ids.get_untracked();
        let typed: Vec<_> = on_screen.iter().map(|row| OfferRow::of(draft, row)).collect();
        let offers = match read(&typed, today) {
            Ok(offers) => offers,
            Err(errors) => {
                wrong.set(problems(untrack(texts).employer(), &errors, &on_screen));
                request_animation_frame(|| focus_element(SUMMARY_ID));
                return;
            }
        };
        wrong.set(Vec::new());
        sending.run(async move {
            failed.set(None);
            let asked = desk.next();
            let attempt = attempt(unanswered.get_value(), offers, IdempotencyKey::new);
            unanswered.set_value(Some(attempt.clone()));
            let answer = employer::offer_times(desk.case, &attempt.key, &attempt.body).await;
            if answer.as_ref().err().is_none_or(|error| error.code().is_some()) {
                unanswered.set_value(None);
            }
            match answer {
                Ok(page) => {
                    on_screen.iter().for_each(|row| remove(desk, rows, row));
                    told.set(Some(Told { kind: AlertKind::Success, words: |t| t.offer_done }));
                    desk.focus_next.set_value(Some(OFFERS_ID.to_owned()));
                    desk.take(page, asked);
                }
                Err(error) => refused(desk, error, &on_screen, wrong, failed, told, untrack(texts)),
            }
        });
    };
    let list = live(move || {
        let drawn = rows.ids.get().into_iter().enumerate();
        drawn.map(|(index, one)| row(desk, one, index + 1, rows, wrong)).collect_view().into_any()
    });
    let heading = match known.offers.is_empty() {
        true => text(|t| t.employer().offer_first),
        false => text(|t| t.employer().offer_new),
    };
    let writing = others(desk, known).into_iter().map(|name| {
        view! { <p>{text_of(move |t| fill(t.employer().offer_other, &[&name]))}</p> }
    });
    let add = move |_| {
        if let Some(row) = add(desk, rows) {
            // The row is drawn first.
            request_animation_frame(move || focus_element(&field_id(&row, OfferPart::Day)));
        }
    };
    view! {
        <h2>{heading}</h2>
        <p>{text(|t| t.employer().offer_hint)}</p>
        {writing.collect_view()}
        {list}
        {live_if(move || (rows.ids.with(Vec::len) < limits::ROUND_TABLE_OFFERS).then(|| view! {
            <p>
                <button type="button" id=ADD_ID class="button button-secondary" on:click=add>
                    {text(|t| t.employer().offer_add)}
                </button>
            </p>
        }
        .into_any()))}
        <SavingLine form=desk.form/>
        {failure(failed)}
        <Button
            kind=ButtonKind::Primary
            class="button-wide"
            text=text(|t| t.employer().offer_now)
            on_click=send
            busy=sending.busy()
        />
    }
    .into_any()
}

/// The server said no: at the fields where it is about them.
fn refused(
    desk: CaseDesk,
    error: ApiError,
    on_screen: &[RowId],
    wrong: Problems,
    failed: RwSignal<Option<ApiError>>,
    told: Board,
    t: &'static crate::text::Texts,
) {
    match (error.code(), &error) {
        (Some(ErrorCode::RoundTableBooked), _) => {
            told.set(Some(Told { kind: AlertKind::Warning, words: |t| t.offer_booked }));
            desk.reload();
        }
        (Some(ErrorCode::CaseClosed), _) => {
            told.set(Some(Told { kind: AlertKind::Warning, words: |t| t.case_closed }));
            desk.reload();
        }
        (Some(ErrorCode::InvalidFields), ApiError::Problem(problem)) => {
            wrong.set(problems(t.employer(), &problem.errors, on_screen));
        }
        _ => failed.set(Some(error)),
    }
}

fn row(desk: CaseDesk, row: RowId, number: usize, rows: Rows, wrong: Problems) -> AnyView {
    let field = |part, label| {
        let key = RetentionField::Offer(row.clone(), part);
        Field::new(&key, key.limit(), label)
    };
    let on_day = field(OfferPart::Day, text(|t| t.employer().offer_day));
    let from = field(OfferPart::From, text(|t| t.employer().offer_from));
    let to = field(OfferPart::To, text(|t| t.employer().offer_to));
    let on_remove = move |()| {
        remove(desk, rows, &row);
        request_animation_frame(|| focus_element(ADD_ID));
    };
    view! {
        <fieldset class="plan-entry">
            <legend class="h3">
                {text_of(move |t| fill(t.employer().offer_row, &[&number.to_string()]))}
            </legend>
            {form::day(desk.form, on_day, wrong)}
            {form::time(desk.form, from, wrong)}
            {form::time(desk.form, to, wrong)}
            <Button
                text=text_of(move |t| fill(t.employer().offer_remove, &[&number.to_string()]))
                on_click=on_remove
            />
        </fieldset>
    }
    .into_any()
}
