//! The caseworkers' comments to a part of the plan, below it.

use contract::job_plan::{PlanComment, PlanSection};
use leptos::prelude::*;

use crate::text::{dates, fill, text, text_of};
use crate::ui::live_if;

/// The comments to a section, oldest first; nothing when there are none.
pub fn comments_of(section: PlanSection, comments: Signal<Vec<PlanComment>>) -> AnyView {
    live_if(move || {
        let own = |comment: &&PlanComment| comment.section == section;
        let own: Vec<_> = comments.with(|comments| comments.iter().filter(own).cloned().collect());
        (!own.is_empty()).then(|| {
            let list = own.into_iter().map(comment).collect_view();
            view! {
                <div class="plan-comments">
                    <h3 class="h4">{text(|t| t.job_plan().comments)}</h3>
                    <ul class="nobullet-list">{list}</ul>
                </div>
            }
            .into_any()
        })
    })
}

fn comment(comment: PlanComment) -> AnyView {
    let PlanComment { version, text, by, at, .. } = comment;
    let by = text_of(move |t| {
        let at = dates::date_time(t.language, &at);
        fill(t.job_plan().comment_by, &[&by, &at, &version.to_string()])
    });
    view! {
        <li>
            <p class="plan-comments__by">{by}</p>
            <p class="plan-text" dir="auto">{text}</p>
        </li>
    }
    .into_any()
}
