//! The round-table conversation: the times the company has offered, offering more, and the one
//! that is booked.

mod booked;
mod offer;
mod offered;
mod rows;

use contract::retention_plan::EmployerRetentionPage;
use leptos::prelude::*;

use self::booked::booked;
use self::offer::offer_form;
use self::offered::offered;
use super::desk::{CaseDesk, with_page};
use crate::routes::{EmployerPage, Route};
use crate::text::employer::EmployerTexts;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, ErrorSummary, LinkButton, Page, live_if};

/// What the page tells of what was done.
#[derive(Clone, Copy)]
struct Told {
    kind: AlertKind,
    words: fn(&'static EmployerTexts) -> &'static str,
}

type Board = RwSignal<Option<Told>>;

/// Times for a round-table conversation.
#[component]
pub(super) fn RoundTablePage(
    /// Whose case.
    desk: CaseDesk,
) -> impl IntoView {
    let (problems, told) = (RwSignal::default(), RwSignal::new(None::<Told>));
    let above = view! {
        <BackLink to=Route::Employer(EmployerPage::Plan(desk.case))/>
        <ErrorSummary problems=problems/>
    };
    let unanswered = StoredValue::new(None);
    view! {
        <Page title=text(|t| t.employer().round_table_title) above=above.into_any()>
            <p class="font-lead">{text(|t| t.employer().round_table_lead)}</p>
            <div aria-live="polite">{live_if(move || told.get().map(board))}</div>
            {with_page(desk, move |known| match known.round_table.clone() {
                Some(table) => booked(desk, table, told),
                None => view! {
                    {offered(desk, known, told)}
                    {offer_form(desk, known, unanswered, problems, told)}
                }
                .into_any(),
            })}
        </Page>
    }
    .into_any()
}

fn board(told: Told) -> AnyView {
    let words = text_of(move |t| (told.words)(t.employer()).to_owned());
    view! { <Alert kind=told.kind><p>{words}</p></Alert> }.into_any()
}

/// The section of the plan's page.
pub(super) fn section(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    if known.case_closed && known.round_table.is_none() {
        return ().into_any();
    }
    let table = known.round_table.clone();
    let count = known.offers.len();
    let state: Text = text_of(move |t| match (&table, count) {
        (Some(table), _) => fill(
            t.employer().round_table_booked,
            &[&dates::date_time(t.language, &table.starts_at)],
        ),
        (None, 0) => t.employer().round_table_none.to_owned(),
        (None, 1) => t.employer().round_table_offered_one.to_owned(),
        (None, _) => fill(t.employer().round_table_offered, &[&count.to_string()]),
    });
    let words: fn(&'static crate::text::Texts) -> &'static str =
        match known.round_table.is_none() && count == 0 {
            true => |t| t.employer().round_table_go,
            false => |t| t.employer().round_table_see,
        };
    view! {
        <section aria-labelledby="plan-round-table">
            <h2 id="plan-round-table">{text(|t| t.employer().round_table)}</h2>
            <p>{text(|t| t.employer().round_table_lead)}</p>
            <p>{state}</p>
            <LinkButton
                to=Route::Employer(EmployerPage::RoundTable(desk.case))
                text=text(words)
            />
        </section>
    }
    .into_any()
}
