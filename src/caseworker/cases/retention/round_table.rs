//! The round-table conversation that is booked, and cancelling it.

use contract::retention_plan::{RoundTable, StaffRetentionPage};
use leptos::prelude::*;

use super::deciding::Deciding;
use crate::api::{IdempotencyKey, Loaded, staff};
use crate::caseworker::dialogs::{Answer, ConfirmDialog};
use crate::caseworker::parts::part;
use crate::caseworker::refusal::is_outdated;
use crate::caseworker::words::day_with_year;
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{Button, live_if};

/// The conversation; nothing when none is booked.
#[component]
pub fn RoundTablePart(
    /// The plan.
    data: Loaded<StaffRetentionPage>,
    /// What is decided.
    deciding: Deciding,
) -> impl IntoView {
    let booked = part(data, |page| page.round_table.clone());
    let asking = RwSignal::new(None::<RoundTable>);
    let key = StoredValue::new(IdempotencyKey::new());
    let shown = live_if(move || {
        let booked = booked.get().flatten()?;
        let line = booked.clone();
        Some(
            view! {
                <section class="staff-part no-print" aria-labelledby="round-table">
                    <h2 id="round-table">{text(|t| t.staff().retention.round_table)}</h2>
                    <p>{text_of(move |t| round_table_line(t, &line))}</p>
                    <Button
                        text=text(|t| t.staff().retention.round_table_cancel)
                        on_click=move |()| {
                            key.set_value(IdempotencyKey::new());
                            asking.set(Some(booked.clone()));
                        }
                    />
                </section>
            }
            .into_any(),
        )
    });
    let close = Callback::new(move |()| {
        asking.try_set(None);
    });
    let done = Callback::new(move |()| {
        asking.try_set(None);
        deciding.notice.take_focus();
    });
    let dialog = live_if(move || {
        asking.get().map(|one| {
            let when = one.starts_at;
            let lead = text_of(move |t| {
                fill(t.staff().retention.round_table_cancel_text, &[&day_with_year(t, &when)])
            });
            let send = Callback::new(move |()| cancel(deciding, one.clone(), key.get_value()));
            view! {
                <ConfirmDialog
                    heading=text(|t| t.staff().retention.round_table_cancel_heading)
                    lead=lead
                    confirm=text(|t| t.staff().retention.round_table_cancel)
                    send=send
                    on_done=done
                    on_close=close
                />
            }
            .into_any()
        })
    });
    view! { {shown} {dialog} }.into_any()
}

/// Cancels it. Answered well also when it is over or cancelled already: the page tells it.
fn cancel(deciding: Deciding, one: RoundTable, key: IdempotencyKey) -> Answer {
    Box::pin(async move {
        match staff::cancel_round_table(one.id, &key).await {
            Ok(()) => {
                let when = one.starts_at;
                deciding.notice.done(move |t| {
                    fill(t.staff().retention.round_table_cancelled, &[&day_with_year(t, &when)])
                });
            }
            Err(error) if is_outdated(&error) => deciding.notice.refused(error),
            Err(error) => return Err(error),
        }
        deciding.reload();
        Ok(())
    })
}

/// When it is, and who comes.
pub fn round_table_line(t: &Texts, one: &RoundTable) -> String {
    let when = format!(
        "{}–{}",
        dates::date_time(t.language, &one.starts_at),
        dates::time(t.language, &one.ends_at)
    );
    let line = fill(t.staff().retention.round_table_line, &[&when, &one.employer, &one.caseworker]);
    let mut letters = line.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use contract::ids::RoundTableId;

    use super::*;
    use crate::text::Language;

    #[test]
    fn a_round_table_says_when_and_who_comes() {
        let one = RoundTable {
            id: RoundTableId(uuid::Uuid::from_u128(1)),
            starts_at: "2026-12-08T10:15:00+01:00".parse().unwrap(),
            ends_at: "2026-12-08T11:00:00+01:00".parse().unwrap(),
            employer: "Bo Lind".into(),
            caseworker: "Lone Krag".into(),
        };
        assert_eq!(
            round_table_line(Language::Da.texts(), &one),
            "Tirsdag den 8. december kl. 10.15–11.00 på video med Bo Lind fra arbejdsgiveren og \
             Lone Krag fra kommunen."
        );
    }
}
