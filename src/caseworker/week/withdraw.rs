//! Withdrawing a free time, asked about first: nobody can book it afterwards.

use chrono::{DateTime, FixedOffset};
use contract::ids::{CaseworkerId, TimeSlotId};
use leptos::prelude::*;

use crate::api::staff;
use crate::caseworker::dialogs::{Answer, ConfirmDialog};
use crate::caseworker::notice::Notice;
use crate::caseworker::refusal::is_outdated;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{Button, ButtonKind, live_if};

/// The button of a free time, and its dialog.
#[component]
pub fn Withdraw(
    /// Which time.
    id: TimeSlotId,
    /// When.
    starts_at: DateTime<FixedOffset>,
    /// Somebody who waits has it for themselves now.
    kept: bool,
    /// Whose calendar.
    owner: CaseworkerId,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // What came of it is told on the page: the row may be gone with the dialog.
    let withdraw = Callback::new(move |()| {
        notice.clear();
        Box::pin(async move {
            match staff::withdraw_time(Some(owner), id).await {
                Ok(()) => {
                    notice.done(move |t| at(starts_at, t.staff().week.withdrawn, t));
                    on_change.try_run(());
                }
                Err(error) => {
                    if is_outdated(&error) {
                        on_change.try_run(());
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
                    heading=text(|t| t.staff().week.withdraw_heading)
                    lead=about(starts_at, match kept {
                        true => |t| t.staff().week.withdraw_kept,
                        false => |t| t.staff().week.withdraw_text,
                    })
                    confirm=text(|t| t.staff().week.withdraw_confirm)
                    send=withdraw
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
            text=text(|t| t.staff().week.withdraw)
            label=about(starts_at, |t| t.staff().week.withdraw_name)
            on_click=move |()| open.set(true)
        />
        {dialog}
    }
    .into_any()
}

fn about(starts_at: DateTime<FixedOffset>, pick: fn(&'static Texts) -> &'static str) -> Text {
    text_of(move |t| at(starts_at, pick(t), t))
}

fn at(starts_at: DateTime<FixedOffset>, sentence: &str, t: &Texts) -> String {
    fill(sentence, &[&dates::date_time(t.language, &starts_at)])
}
