//! The employer's area: the employees on sick leave, and the retention plan of each. Knows the
//! server only through `api`, and no other area.

mod answer;
mod check;
mod decline;
mod desk;
mod duties;
mod fields;
mod flow;
mod moving;
mod next_step;
mod overview;
mod plan;
mod previous;
mod problems;
mod receipt;
mod round_table;
mod screen;
mod sections;
mod shown;
mod version;

use contract::session::Role;
use leptos::prelude::*;

pub use self::desk::EmployerDesk;
use self::desk::{CaseDesk, use_desk};
use crate::routes::EmployerPage;
use crate::session::use_session;
use crate::text::text;
use crate::ui::{Loading, Page, SignInNeeded, live};

/// A page of the employer's area.
pub fn page(page: EmployerPage) -> AnyView {
    let session = use_session();
    // Staying signed in must not draw the page anew.
    let role = Memo::new(move |_| {
        session.session.with(|known| {
            let signed_in = &known.as_ref()?.signed_in;
            Some(signed_in.as_ref().map(|person| person.role.clone()))
        })
    });
    live(move || match role.get() {
        None => view! { <Loading/> }.into_any(),
        Some(Some(Role::Employer { company, .. })) => match page.case() {
            None => view! { <overview::EmployeesPage company/> }.into_any(),
            Some(case) => case_page(page, use_desk().case(case)),
        },
        Some(Some(_)) => {
            refused(view! { <p>{text(|t| t.common.failed_not_allowed)}</p> }.into_any())
        }
        Some(None) => refused(view! { <SignInNeeded/> }.into_any()),
    })
}

fn case_page(page: EmployerPage, desk: CaseDesk) -> AnyView {
    // The others move as well: where the plan is is asked anew each time.
    desk.open(matches!(page, EmployerPage::Plan(_)));
    match page {
        EmployerPage::Overview | EmployerPage::Plan(_) => {
            view! { <plan::PlanPage desk/> }.into_any()
        }
        EmployerPage::Section(_, section) => sections::page(desk, section),
        EmployerPage::Check(_) => view! { <check::CheckPage desk/> }.into_any(),
        EmployerPage::Receipt(_) => view! { <receipt::ReceiptPage desk/> }.into_any(),
        EmployerPage::Version(_, number) => {
            view! { <version::VersionPage desk number/> }.into_any()
        }
        EmployerPage::Decline(_) => view! { <decline::DeclinePage desk/> }.into_any(),
        EmployerPage::Answer(_) => view! { <answer::AnswerPage desk/> }.into_any(),
        EmployerPage::RoundTable(_) => view! { <round_table::RoundTablePage desk/> }.into_any(),
    }
}

fn refused(why: AnyView) -> AnyView {
    view! { <Page title=text(|t| t.common.failed)>{why}</Page> }.into_any()
}
