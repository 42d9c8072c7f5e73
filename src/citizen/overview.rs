//! Min side: what is kept for the citizen and the one next thing on top, then the course, the
//! caseworker and what has been.

mod contact;
mod next_card;
mod next_step;
mod past;
mod plan;
pub mod points;
mod retention;
mod satisfaction;
mod timeline;
mod waits;

use contract::booking::CaseOverview;
use contract::paths;
use leptos::prelude::*;

use self::contact::Contact;
use self::next_card::NextCard;
use self::past::Past;
use self::plan::{GroupNews, Links, Plan};
use self::retention::{Retention, RetentionWaits};
use self::satisfaction::satisfaction;
use self::timeline::Timeline;
use self::waits::{Kept, Waits};
use crate::api::load;
use crate::text::text;
use crate::ui::{Page, show};

/// The citizen's overview.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let overview = load::<CaseOverview>(|| paths::CITIZEN_OVERVIEW.to_owned());
    view! {
        <Page title=text(|t| t.citizen.overview.title)>
            {show(overview, |overview| {
                let overview = StoredValue::new(overview);
                view! {
                    <Kept overview/>
                    <GroupNews overview/>
                    <RetentionWaits overview/>
                    <NextCard overview/>
                    {satisfaction(overview)}
                    <Waits overview/>
                    <Plan overview/>
                    <Retention overview/>
                    <Timeline overview/>
                    <Contact overview/>
                    <Past overview/>
                    <Links/>
                }
                .into_any()
            })}
        </Page>
    }
}
