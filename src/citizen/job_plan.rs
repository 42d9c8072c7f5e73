//! The citizen's job plan (*Min plan*): writing it one thing at a time, and sharing it. What
//! a plan looks like to read is `crate::job_plan`'s; how what is typed is kept, `crate::draft`'s.

mod agreed;
mod desk;
mod flow;
mod overview;
mod part_list;
mod problems;
mod progress;
mod question;
mod screen;
mod share;
mod sharing;
mod steps;
mod talk;
mod version;
mod wish;

use leptos::prelude::*;

pub use self::desk::PlanDesk;
use crate::routes::PlanPage;

/// The page of that address.
pub fn page(page: PlanPage) -> AnyView {
    match page {
        PlanPage::Overview => view! { <overview::PlanOverviewPage/> }.into_any(),
        PlanPage::Goal => view! { <question::GoalPage/> }.into_any(),
        PlanPage::Leg(leg, question) => view! { <question::LegPage leg question/> }.into_any(),
        PlanPage::Steps(leg) => view! { <steps::StepsPage leg/> }.into_any(),
        PlanPage::Return => view! { <wish::ReturnPage/> }.into_any(),
        PlanPage::Talk => view! { <talk::TalkPage/> }.into_any(),
        PlanPage::Share => view! { <share::SharePage/> }.into_any(),
        PlanPage::Version(number) => view! { <version::VersionPage number/> }.into_any(),
    }
}
