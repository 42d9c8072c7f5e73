//! The employee's comments to a part of the plan, below it.

use contract::retention_plan::{RetentionSection, SectionComment};
use leptos::prelude::*;

use super::words::Reader;
use crate::text::text_of;
use crate::ui::live_if;

/// The comments to a section; nothing when there are none.
pub(super) fn comments_of(
    section: RetentionSection,
    comments: Signal<Vec<SectionComment>>,
    reader: Reader,
) -> AnyView {
    live_if(move || {
        let own = |comment: &&SectionComment| comment.section == section;
        let own: Vec<_> = comments.with(|comments| comments.iter().filter(own).cloned().collect());
        (!own.is_empty()).then(|| {
            let list = own.into_iter().map(|comment| {
                view! { <li><p class="plan-text" dir="auto">{comment.text}</p></li> }
            });
            let heading = text_of(move |t| match reader {
                Reader::Citizen => t.retention().comment_citizen.to_owned(),
                Reader::Employer | Reader::Staff => t.retention().comment_others.to_owned(),
            });
            view! {
                <div class="plan-comments no-print">
                    <h4>{heading}</h4>
                    <ul class="nobullet-list">{list.collect_view()}</ul>
                </div>
            }
            .into_any()
        })
    })
}
