//! Commenting on a section of the plan. What is typed is kept until it is sent.

use contract::job_plan::{CommentJobPlan, PlanSection, check_comment};
use contract::limits;
use leptos::prelude::*;

use super::answering::Answering;
use crate::api::staff;
use crate::caseworker::desk::{Note, use_desk};
use crate::caseworker::dialogs::{Asked, SendText, TextDialog};
use crate::job_plan::section_name;
use crate::text::{Text, Texts, fill, text, text_of};
use crate::ui::{Button, live_if};

/// The button below a section, and its dialog.
pub fn comment_button(answering: Answering, version: u32, section: PlanSection) -> AnyView {
    let open = RwSignal::new(false);
    let desk = use_desk();
    let dialog = live_if(move || {
        open.get().then(|| {
            let send: SendText = Callback::new(move |(key, words)| {
                let comment = CommentJobPlan { version, section, text: words };
                let case = answering.case;
                Box::pin(async move {
                    let page = staff::comment_plan(case, &key, &comment).await?;
                    // The page may be gone by now, and the comment with it.
                    desk.keep_note(case, Note::Comment(section), String::new());
                    answering.show(page);
                    Ok(())
                }) as _
            });
            let done = Callback::new(move |()| {
                answering.comment(section).clear();
                answering.notice.done(|t| t.staff().plan.comment_saved.to_owned());
                open.set(false);
            });
            view! {
                <TextDialog
                    heading=about(|t| t.staff().plan.comment_heading, section)
                    lead=text(|t| t.staff().plan.comment_text)
                    confirm=text(|t| t.staff().plan.comment_save)
                    asked=asked(answering, section)
                    send=send
                    on_done=done
                    on_close=Callback::new(move |()| open.set(false))
                />
            }
            .into_any()
        })
    });
    view! {
        <div class="plan-answer">
            <Button
                text=text(|t| t.staff().plan.comment)
                label=about(|t| t.staff().plan.comment_name, section)
                on_click=move |()| open.set(true)
            />
        </div>
        {dialog}
    }
    .into_any()
}

fn asked(answering: Answering, section: PlanSection) -> Asked {
    Asked {
        name: "comment",
        label: text(|t| t.staff().plan.comment_label),
        hint: text(|t| t.staff().plan.comment_hint),
        limit: limits::NOTE_CHARS,
        check: check_comment,
        typed: answering.comment(section),
    }
}

fn about(sentence: fn(&'static Texts) -> &'static str, section: PlanSection) -> Text {
    text_of(move |t| fill(sentence(t), &[&section_name(t, section)]))
}
