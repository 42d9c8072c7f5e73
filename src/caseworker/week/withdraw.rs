//! Withdrawing a free time, asked about first: nobody can book it afterwards.

use chrono::{DateTime, FixedOffset};
use contract::ids::{CaseworkerId, TimeSlotId};
use leptos::prelude::*;

use crate::api::staff;
use crate::caseworker::dialogs::unless_busy;
use crate::caseworker::notice::Notice;
use crate::caseworker::refusal::is_outdated;
use crate::text::{Text, Texts, dates, fill, text, text_of};
use crate::ui::{Button, ButtonKind, Modal, Sending, live_if};

/// The button of a free time, and its dialog.
#[component]
pub fn Withdraw(
    /// Which time.
    id: TimeSlotId,
    /// When.
    starts_at: DateTime<FixedOffset>,
    /// Whose calendar.
    owner: CaseworkerId,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let sending = Sending::new();
    let withdraw = Callback::new(move |()| {
        notice.clear();
        sending.run(async move {
            let answer = staff::withdraw_time(Some(owner), id).await;
            open.try_set(false);
            match answer {
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
            notice.take_focus();
        });
    });
    let close = unless_busy(sending, Callback::new(move |()| open.set(false)));
    let dialog = live_if(move || {
        open.get().then(|| {
            let footer = view! {
                <Button
                    kind=ButtonKind::Primary
                    text=text(|t| t.staff().week.withdraw_confirm)
                    busy=sending.busy()
                    on_click=withdraw
                />
                <Button text=text(|t| t.common.cancel) on_click=close/>
            };
            view! {
                <Modal
                    id="withdraw-dialog"
                    heading=text(|t| t.staff().week.withdraw_heading)
                    on_close=close
                    footer=footer.into_any()
                >
                    <p>{about(starts_at, |t| t.staff().week.withdraw_text)}</p>
                </Modal>
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
