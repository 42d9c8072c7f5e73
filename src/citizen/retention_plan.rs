//! The citizen's side of the retention plan: asking for one, reading and answering it, telling
//! that a step did not go, and the round-table conversation. What a plan looks like to read is
//! `crate::retention_plan`'s.

mod agreed;
mod answer;
mod approve;
mod changes;
mod declined;
mod desk;
mod next;
mod next_card;
mod overview;
mod problems;
mod round_table;
mod screen;
mod sending;
mod step;
mod version;

use leptos::prelude::*;

pub use self::desk::RetentionDesk;
use crate::routes::RetentionPage;

/// The page of that address.
pub fn page(page: RetentionPage) -> AnyView {
    match page {
        RetentionPage::Overview => view! { <overview::RetentionOverviewPage/> }.into_any(),
        RetentionPage::Version(number) => view! { <version::VersionPage number/> }.into_any(),
        RetentionPage::Changes => view! { <changes::ChangesPage/> }.into_any(),
        RetentionPage::Approve => view! { <approve::ApprovePage/> }.into_any(),
        RetentionPage::Answer => view! { <answer::AnswerPage/> }.into_any(),
        RetentionPage::Step(from) => view! { <step::StepPage from/> }.into_any(),
        RetentionPage::RoundTable => view! { <round_table::RoundTablePage/> }.into_any(),
    }
}
