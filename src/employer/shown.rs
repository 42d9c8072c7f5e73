//! What the employer's pages show of a plan: the document, and whose plan it is.

use contract::retention_plan::{EmployerRetentionPage, RetentionPlan, SentPlan};
use leptos::prelude::*;

use crate::retention_plan::{Reader, RetentionDocument};
use crate::text::text;
use crate::ui::Button;

/// A version that was sent, with what was said to it.
pub fn sent_document(known: &EmployerRetentionPage, sent: SentPlan) -> AnyView {
    let SentPlan { version, plan, comments, remark } = sent;
    view! {
        <RetentionDocument
            plan
            employee=known.employee.clone()
            employer=known.company.clone()
            first_absence=known.first_absence
            version=Some(version)
            remark
            reader=Reader::Employer
            comments=Signal::stored(comments)
        />
    }
    .into_any()
}

/// The plan as it is being written.
pub fn draft_document(known: &EmployerRetentionPage, plan: RetentionPlan) -> AnyView {
    view! {
        <RetentionDocument
            plan
            employee=known.employee.clone()
            employer=known.company.clone()
            first_absence=known.first_absence
            version=None
            reader=Reader::Employer
        />
    }
    .into_any()
}

/// The button that prints.
pub fn print_button() -> AnyView {
    let print = |()| {
        // A browser that cannot print says so itself.
        let _ = window().print();
    };
    view! { <Button text=text(|t| t.employer().print) on_click=print/> }.into_any()
}
