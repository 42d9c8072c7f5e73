//! The receipt: what was sent, to whom and when, what happens next, and what still has to be
//! reported elsewhere.

use contract::retention_plan::{CourseEventKind, EmployerRetentionPage, RetentionVersion};
use contract::rules::{CourseParty, EmployerMove};
use leptos::prelude::*;

use super::desk::{CaseDesk, with_page};
use super::duties::nemrefusion_link;
use super::flow::{ReceiptKind, receipt_kind};
use super::next_step::{capital, submit};
use super::shown::{print_button, sent_document};
use crate::api::Load;
use crate::retention_plan::{CourseLine, Reader};
use crate::routes::{EmployerPage, Route};
use crate::session::use_session;
use crate::text::{Text, dates, fill, text, text_of};
use crate::ui::{Alert, AlertKind, BackLink, LinkButton, Page};

/// The receipt.
#[component]
pub(super) fn ReceiptPage(
    /// Whose plan.
    desk: CaseDesk,
) -> impl IntoView {
    let session = use_session();
    let about = Memo::new(move |_| {
        desk.page.with(|page| match page {
            Load::Ready(known) => Some((kind(known), known.employee.clone())),
            Load::Loading | Load::Failed(_) => None,
        })
    });
    let title = text_of(move |t| {
        let unit = session.municipality().map(|known| known.unit_name).unwrap_or_default();
        match about.get() {
            Some((ReceiptKind::Sent, name)) => fill(t.employer().receipt, &[&name]),
            Some((ReceiptKind::Submitted, _)) => fill(t.employer().receipt, &[&unit]),
            Some((ReceiptKind::Answered, _)) => fill(t.employer().receipt_answer, &[&unit]),
            Some((ReceiptKind::Other, _)) | None => t.employer().receipt_other.to_owned(),
        }
    });
    let above = view! { <BackLink to=Route::Employer(EmployerPage::Plan(desk.case))/> };
    view! {
        <Page title=title above=above.into_any()>
            {with_page(desk, move |known| receipt(desk, known))}
        </Page>
    }
    .into_any()
}

fn kind(known: &EmployerRetentionPage) -> ReceiptKind {
    let events = known.course.as_ref().map(|course| course.events.as_slice()).unwrap_or_default();
    let newest = events.iter().find(|event| event.by == Some(CourseParty::Employer));
    let answered = newest.is_some_and(|event| event.kind == CourseEventKind::Answered);
    receipt_kind(known.course.as_ref().map(|course| course.course), answered)
}

fn receipt(desk: CaseDesk, known: &EmployerRetentionPage) -> AnyView {
    let Some(latest) = known.latest.clone() else {
        return view! {
            <LinkButton
                to=Route::Employer(EmployerPage::Plan(desk.case))
                text=text(|t| t.employer().to_plan)
            />
        }
        .into_any();
    };
    let kind = kind(known);
    let head = match kind {
        ReceiptKind::Other => where_it_is(known),
        _ => said(known, kind, latest.version.clone()),
    };
    let number = latest.version.number;
    let next = known.moves.contains(&EmployerMove::Submit).then(|| submit(desk, number));
    view! {
        <div class="no-print">
            {head}
            {desk.moving.outcome()}
            {next}
            <div class="actions">
                {print_button()}
                <LinkButton
                    to=Route::Employer(EmployerPage::Plan(desk.case))
                    text=text(|t| t.employer().to_plan)
                />
                <LinkButton
                    to=Route::Employer(EmployerPage::Overview)
                    text=text(|t| t.employer().to_overview)
                />
            </div>
        </div>
        {sent_document(known, latest)}
    }
    .into_any()
}

fn where_it_is(known: &EmployerRetentionPage) -> AnyView {
    let line = known.course.as_ref().map(|course| {
        let (now, next, since) = (course.course, course.next, course.since);
        view! { <CourseLine course=Some(now) next since=Some(since) reader=Reader::Employer/> }
    });
    view! { {line} }.into_any()
}

/// What was sent, what happens next, and NemRefusion.
fn said(known: &EmployerRetentionPage, kind: ReceiptKind, version: RetentionVersion) -> AnyView {
    let (next, report) = (next(known, kind), nemrefusion_link(known.nemrefusion_url.clone()));
    let when = text_of(move |t| {
        let number = version.number.to_string();
        let at = |at| dates::date_time(t.language, at);
        match (kind, &version.submitted_at) {
            (ReceiptKind::Sent, _) | (_, None) => fill(
                t.employer().receipt_number,
                &[&number, &at(&version.sent_at), &version.sent_by],
            ),
            (_, Some(submitted)) => {
                fill(t.employer().receipt_submitted_at, &[&number, &at(submitted)])
            }
        }
    });
    view! {
        <Alert kind=AlertKind::Success><p>{when}</p></Alert>
        <h2>{text(|t| t.employer().receipt_next)}</h2>
        <p>{next}</p>
        <Alert heading=text(|t| t.employer().remember)>
            <p>{report}</p>
        </Alert>
    }
    .into_any()
}

fn next(known: &EmployerRetentionPage, kind: ReceiptKind) -> Text {
    let session = use_session();
    let (name, days) = (known.employee.clone(), known.answer_days.to_string());
    text_of(move |t| {
        let unit = session.municipality().map(|known| known.unit_name).unwrap_or_default();
        match kind {
            ReceiptKind::Sent => fill(t.employer().receipt_next_sent, &[&name, &unit, &days]),
            _ => fill(t.employer().receipt_next_submitted, &[&capital(&unit)]),
        }
    })
}
