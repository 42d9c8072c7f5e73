//! Whose case it is, how often it has changed hands, and giving it to a colleague.

mod dialog;

use contract::booking::Booking;
use contract::ids::CaseId;
use contract::staff::{CaseDetails, CaseworkerChange, CaseworkerOfCase, ChangeCause};
use leptos::prelude::*;

use self::dialog::{ChangeDialog, Typed};
use crate::caseworker::notice::Notice;
use crate::caseworker::words::day_with_year;
use crate::text::{Texts, fill, text, text_of};
use crate::ui::{Button, Table, live_if};

/// A conversation that a colleague has and keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stays {
    booking: Booking,
}

impl Stays {
    /// The open booking, if there is one.
    fn of(case: &CaseDetails) -> Option<Self> {
        case.overview.next_booking.clone().map(|booking| Self { booking })
    }

    /// A sentence with its day and whose it is.
    fn says(&self, t: &Texts, sentence: &str) -> String {
        let at = day_with_year(t, &self.booking.starts_at);
        fill(sentence, &[&at, &self.booking.caseworker.name])
    }

    /// Is it with somebody else than whose case it is?
    fn is_elsewhere(&self, case: &CaseDetails) -> bool {
        self.booking.caseworker != case.overview.caseworker
    }
}

/// Whose case it is.
#[component]
pub fn Whose(
    /// The case.
    case: CaseDetails,
    /// Where to tell what was done.
    notice: Notice,
    /// Something changed.
    on_change: Callback<()>,
) -> impl IntoView {
    let stays = Stays::of(&case);
    let elsewhere = stays.clone().filter(|stays| stays.is_elsewhere(&case)).map(|stays| {
        let words = text_of(move |t| stays.says(t, t.staff().case_page.booking_stays));
        view! { <p>{words}</p> }
    });
    let CaseDetails { id, caseworker, .. } = case;
    let (name, count) = (caseworker.present.name.clone(), caseworker.changes.len());
    let line = text_of(move |t| {
        let follows = fill(t.staff().case_page.follows, &[&name]);
        format!("{follows} {}.", count_words(t, count))
    });
    let list = changes(caseworker.changes.clone());
    let change = (!caseworker.may_get.is_empty())
        .then(|| change_button(id, caseworker, stays, notice, on_change));
    view! {
        <h2>{text(|t| t.staff().case_page.caseworker)}</h2>
        <p>{line}</p>
        {elsewhere}
        {list}
        {change}
    }
    .into_any()
}

fn change_button(
    case: CaseId,
    whose: CaseworkerOfCase,
    stays: Option<Stays>,
    notice: Notice,
    on_change: Callback<()>,
) -> AnyView {
    let (open, typed) = (RwSignal::new(false), Typed::kept(case));
    let done = Callback::new(move |()| {
        typed.clear();
        notice.done(|t| t.staff().case_page.change_saved.to_owned());
        on_change.run(());
        open.set(false);
        notice.take_focus();
    });
    let dialog = live_if(move || {
        open.get().then(|| {
            let (whose, stays) = (whose.clone(), stays.clone());
            let on_close = Callback::new(move |()| open.set(false));
            view! { <ChangeDialog case whose typed stays on_done=done on_close/> }.into_any()
        })
    });
    view! {
        <div class="toolbar">
            <Button
                text=text(|t| t.staff().case_page.change)
                on_click=move |()| open.set(true)
            />
        </div>
        {dialog}
    }
    .into_any()
}

/// "2 skift".
fn count_words(t: &Texts, count: usize) -> String {
    let texts = &t.staff().case_page;
    match count {
        0 => texts.no_changes.to_owned(),
        1 => texts.one_change.to_owned(),
        more => fill(texts.more_changes, &[&more.to_string()]),
    }
}

fn changes(changes: Vec<CaseworkerChange>) -> AnyView {
    if changes.is_empty() {
        return ().into_any();
    }
    let columns = vec![
        text(|t| t.staff().case_page.day),
        text(|t| t.staff().case_page.what),
        text(|t| t.staff().case_page.by),
    ];
    let rows = changes.into_iter().map(row).collect_view();
    view! { <Table caption=text(|t| t.staff().case_page.changes) columns=columns>{rows}</Table> }
        .into_any()
}

fn row(change: CaseworkerChange) -> AnyView {
    let CaseworkerChange { from, to, cause, reason, by, at, .. } = change;
    let why = match cause {
        ChangeCause::Decision => view! { <p class="plan-text" lang="da">{reason}</p> }.into_any(),
        ChangeCause::Import => {
            view! { <p>{text(|t| t.staff().case_page.by_import)}</p> }.into_any()
        }
    };
    view! {
        <tr>
            <td data-title=text(|t| t.staff().case_page.day)>
                {text_of(move |t| day_with_year(t, &at))}
            </td>
            <td data-title=text(|t| t.staff().case_page.what)>
                {text_of(move |t| fill(t.staff().case_page.from_to, &[&from, &to]))}
                {why}
            </td>
            <td data-title=text(|t| t.staff().case_page.by)>{by}</td>
        </tr>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn changes_are_counted_in_words() {
        let t = Language::Da.texts();
        assert_eq!(count_words(t, 0), "Ingen skift");
        assert_eq!(count_words(t, 1), "1 skift");
        assert_eq!(count_words(t, 2), "2 skift");
        assert_eq!(count_words(Language::En.texts(), 1), "1 change");
    }
}
