//! What was agreed with the municipality: the list, adding to it and removing from it.

use contract::job_plan::{Activity, StaffJobPlan};
use leptos::prelude::*;

use super::add_activity::{AddActivity, Form};
use super::answering::Answering;
use crate::api::{Loaded, staff};
use crate::caseworker::dialogs::{Answer, ConfirmDialog};
use crate::caseworker::parts::part;
use crate::caseworker::refusal::is_outdated;
use crate::job_plan::Activities;
use crate::text::{Text, Texts, fill, text, text_of};
use crate::ui::{Button, ButtonKind, live, live_if};

/// The activities' part of the page.
#[component]
pub fn ActivitiesPart(
    /// The plan.
    data: Loaded<StaffJobPlan>,
    /// What is being answered.
    answering: Answering,
) -> impl IntoView {
    let activities = part(data, |page| page.activities.clone());
    let closed = part(data, |page| page.case_closed);
    let kinds = part(data, |page| page.activity_kinds.clone());
    let form = Form::new();
    let adding = RwSignal::new(false);
    let list = live(move || {
        let activities = activities.get().unwrap_or_default();
        if closed.get() == Some(true) {
            return view! { <Activities activities=activities/> }.into_any();
        }
        let action = Callback::new(move |activity| remove_button(answering, activity));
        view! { <Activities activities=activities action=action/> }.into_any()
    });
    let dialog = live_if(move || {
        adding.get().then(|| {
            let kinds = kinds.get_untracked().unwrap_or_default();
            let close = Callback::new(move |()| adding.set(false));
            view! { <AddActivity kinds=kinds form=form answering=answering on_close=close/> }
                .into_any()
        })
    });
    let add = live_if(move || {
        (closed.get() == Some(false)).then(|| {
            view! {
                <Button
                    text=text(|t| t.staff().plan.add_activity)
                    on_click=move |()| adding.set(true)
                />
            }
            .into_any()
        })
    });
    view! {
        <section class="plan-section" aria-labelledby="plan-activities">
            <h2 id="plan-activities">{text(|t| t.job_plan().activities)}</h2>
            {list}
            <div class="plan-answer">{add}</div>
            {dialog}
        </section>
    }
    .into_any()
}

/// The button that removes an activity, asked about first.
fn remove_button(answering: Answering, activity: Activity) -> AnyView {
    let open = RwSignal::new(false);
    let (id, what) = (activity.id, StoredValue::new(activity.description));
    let notice = answering.notice;
    // What came of it is told on the page: the row may be gone with the dialog.
    let remove = Callback::new(move |()| {
        notice.clear();
        let told = what.get_value();
        Box::pin(async move {
            match staff::remove_activity(id).await {
                Ok(()) => {
                    notice.done(move |t| fill(t.staff().plan.removed, &[&told]));
                    answering.reload();
                }
                Err(error) => {
                    if is_outdated(&error) {
                        answering.reload();
                    }
                    notice.refused(error);
                }
            }
            Ok(())
        }) as Answer
    });
    let done = Callback::new(move |()| {
        open.try_set(false);
        notice.take_focus();
    });
    let dialog = live_if(move || {
        open.get().then(|| {
            view! {
                <ConfirmDialog
                    heading=text(|t| t.staff().plan.remove_heading)
                    lead=about(|t| t.staff().plan.remove_text, what)
                    confirm=text(|t| t.staff().plan.remove_confirm)
                    send=remove
                    on_done=done
                    on_close=Callback::new(move |()| open.set(false))
                />
            }
            .into_any()
        })
    });
    view! {
        <Button
            kind=ButtonKind::Tertiary
            text=text(|t| t.staff().plan.remove)
            label=about(|t| t.staff().plan.remove_name, what)
            on_click=move |()| open.set(true)
        />
        {dialog}
    }
    .into_any()
}

fn about(sentence: fn(&'static Texts) -> &'static str, what: StoredValue<String>) -> Text {
    let what = what.get_value();
    text_of(move |t| fill(sentence(t), &[&what]))
}
