//! What citizens have written beside their answers, by month. For team leaders.

use contract::paths;
use contract::satisfaction::{RemarksOfMonth, SatisfactionRemarks};
use contract::session::Role;
use leptos::prelude::*;

use crate::api::load;
use crate::session::use_session;
use crate::text::{dates, fill, text, text_of};
use crate::ui::{Alert, Loading, Page, live, show};

/// The page.
#[component]
pub fn RemarksPage() -> impl IntoView {
    let session = use_session();
    // Nothing is asked for before it is known whose page it is.
    let may = Memo::new(move |_| {
        session.session.with(Option::is_some).then(|| {
            let role = session.signed_in().map(|person| person.role);
            !matches!(role, Some(Role::Caseworker { team_leader: false, .. }))
        })
    });
    view! {
        <Page title=text(|t| t.remarks().title)>
            {live(move || {
                match may.get() {
                    None => return view! { <Loading/> }.into_any(),
                    Some(false) => {
                        return view! { <Alert>{text(|t| t.remarks().leaders_only)}</Alert> }
                            .into_any();
                    }
                    Some(true) => {}
                }
                let remarks =
                    load::<SatisfactionRemarks>(|| paths::STAFF_SATISFACTION_REMARKS.to_owned());
                view! {
                    <p class="font-lead">{text(|t| t.remarks().lead)}</p>
                    {show(remarks, |remarks| {
                        if remarks.months.is_empty() {
                            return view! { <Alert>{text(|t| t.remarks().none)}</Alert> }.into_any();
                        }
                        remarks.months.into_iter().map(month).collect_view().into_any()
                    })}
                }
                .into_any()
            })}
        </Page>
    }
    .into_any()
}

fn month(of: RemarksOfMonth) -> AnyView {
    let (first, answers, written) = (of.month, of.answers, of.remarks.len());
    let counts =
        text_of(move |t| fill(t.remarks().answers, &[&answers.to_string(), &written.to_string()]));
    let remarks = of.remarks.into_iter().map(|remark| {
        view! { <li><blockquote class="said" dir="auto">{remark}</blockquote></li> }
    });
    view! {
        <section>
            <h2>{text_of(move |t| dates::month_of_year(t.language, first))}</h2>
            <p>{counts}</p>
            <ul class="nobullet-list">{remarks.collect_view()}</ul>
        </section>
    }
    .into_any()
}
