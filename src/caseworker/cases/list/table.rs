//! The cases shown, a hundred at a time: more are drawn as somebody comes near the end, so that
//! thousands of cases cost no more than the first of them. What is drawn stays.

use std::sync::Arc;

use contract::caseload::CaseRow;
use leptos::ev;
use leptos::prelude::*;

use super::filter::{Listed, Shown};
use super::keys::{go_to, link_id};
use super::words;
use crate::routes::Route;
use crate::text::{Text, Texts, dates, text, use_texts};
use crate::ui::{Button, Table, Tag, live, live_if};

/// Rows drawn at a time.
const AT_A_TIME: usize = 100;
/// So many pixels before the end more rows are drawn, and so many rows before it when the keyboard
/// leads there.
const NEAR: f64 = 1_500.0;
const ROWS_AHEAD: usize = 10;
/// The button that draws more.
const MORE: &str = "case-list__more";

/// How far the list is drawn.
#[derive(Clone, Copy)]
pub struct Drawn(RwSignal<usize>);

impl Drawn {
    /// The first rows.
    pub fn new() -> Self {
        Self(RwSignal::new(1))
    }

    /// Draws on until the row of a place, and some after it, are there.
    pub fn reach(self, place: usize) {
        let needed = (place + ROWS_AHEAD) / AT_A_TIME + 1;
        if self.0.get_untracked() < needed {
            self.0.set(needed);
        }
    }

    fn more(self) {
        self.0.update(|parts| *parts += 1);
    }

    /// The same for whoever asked for it: the focus goes to the first of the new rows.
    fn more_asked(self) {
        let first = self.0.get_untracked() * AT_A_TIME;
        self.more();
        request_animation_frame(move || go_to(&link_id(first)));
    }
}

/// The table, and more of it on the way down.
#[component]
pub fn CaseTable(
    /// The list.
    list: Arc<Listed>,
    /// What is shown of it.
    shown: Memo<Shown>,
    /// How far it is drawn.
    drawn: Drawn,
) -> impl IntoView {
    let t = use_texts();
    let several = list.caseworkers().len() > 1;
    let places = Memo::new(move |_| shown.with(|shown| Arc::clone(&shown.places)));
    let more = Memo::new(move |_| places.with(|all| drawn.0.get() * AT_A_TIME < all.len()));
    draw_near_the_end(drawn, more);
    let mut columns: Vec<Text> = vec![
        text(|t| t.staff().cases.citizen),
        text(|t| t.staff().caseload.waits_for),
        text(|t| t.staff().cases.hold_by),
        text(|t| t.staff().cases.next),
    ];
    if several {
        columns.push(text(|t| t.staff().cases.caseworker));
    }
    let rows = live(move || {
        drawn.0.set(1);
        let rows = Rows { list: Arc::clone(&list), places: places.get(), several, t: t() };
        part(rows, drawn, 0)
    });
    view! {
        <div class="case-list">
            <Table caption=text(|t| t.staff().cases.title) columns=columns>{rows}</Table>
        </div>
        {live_if(move || more.get().then(|| view! {
            <Button
                text=text(|t| t.staff().caseload.more)
                class=MORE
                on_click=move |()| drawn.more_asked()
            />
        }.into_any()))}
    }
    .into_any()
}

/// What is drawn, in one language.
#[derive(Clone)]
struct Rows {
    list: Arc<Listed>,
    places: Arc<Vec<usize>>,
    several: bool,
    t: &'static Texts,
}

/// A part of the rows, and the next part once it is wanted.
fn part(rows: Rows, drawn: Drawn, number: usize) -> AnyView {
    let first = number * AT_A_TIME;
    let of_part = rows.places.iter().enumerate().skip(first).take(AT_A_TIME);
    let drawn_rows = of_part.filter_map(|(place, index)| {
        let row = rows.list.rows.get(*index)?;
        Some(case_row(rows.t, row, place, rows.several))
    });
    let drawn_rows = drawn_rows.collect_view();
    let is_last = first + AT_A_TIME >= rows.places.len();
    let wanted = Memo::new(move |_| drawn.0.get() > number + 1);
    let next = (!is_last)
        .then(|| live_if(move || wanted.get().then(|| part(rows.clone(), drawn, number + 1))));
    view! { {drawn_rows} {next} }.into_any()
}

fn case_row(t: &'static Texts, row: &CaseRow, place: usize, several: bool) -> AnyView {
    let cases = &t.staff().cases;
    let next = match &row.next_booking_at {
        Some(at) => dates::short_date_time(t.language, at),
        None => cases.not_booked.to_owned(),
    };
    let caseworker = several.then(|| {
        view! { <td data-title=cases.caseworker>{row.caseworker.clone()}</td> }
    });
    view! {
        <tr>
            <th scope="row" data-title=cases.citizen>
                <a id=link_id(place) href=Route::StaffCase(row.id).path()>{row.citizen.clone()}</a>
                <span class="case-list__small">{row.case_number.clone()}</span>
            </th>
            <td data-title=t.staff().caseload.waits_for>{waits_for(t, row)}</td>
            <td data-title=cases.hold_by>
                {words::deadline(t, row.duty.as_ref())}
                <span class="case-list__small">{words::why(t, row.duty.as_ref())}</span>
            </td>
            <td data-title=cases.next>{next}</td>
            {caseworker}
        </tr>
    }
    .into_any()
}

/// In words, for those who see no colours.
fn waits_for(t: &'static Texts, row: &CaseRow) -> AnyView {
    let reasons = words::reasons(t, row);
    if reasons.is_empty() {
        return view! { <span class="case-list__small">{t.staff().caseload.nothing}</span> }
            .into_any();
    }
    reasons
        .into_iter()
        .map(|reason| {
            view! { <p><Tag text=reason.label kind=reason.look/> " " {reason.sentence}</p> }
        })
        .collect_view()
        .into_any()
}

/// Draws more when the end comes near. The button does the same for those who do not scroll; while
/// it has the focus it is theirs, and does not go away under it.
fn draw_near_the_end(drawn: Drawn, more: Memo<bool>) {
    let listener = window_event_listener(ev::scroll, move |_| {
        let Some(root) = document().document_element() else { return };
        let height = f64::from(root.scroll_height());
        let window = window();
        let scrolled = window.scroll_y().unwrap_or_default();
        let screen = window.inner_height().ok().and_then(|height| height.as_f64());
        let on_button =
            document().active_element().is_some_and(|one| one.class_list().contains(MORE));
        if more.get_untracked()
            && !on_button
            && is_near(height, scrolled, screen.unwrap_or_default())
        {
            drawn.more();
        }
    });
    on_cleanup(move || listener.remove());
}

fn is_near(height: f64, scrolled: f64, screen: f64) -> bool {
    height - scrolled - screen < NEAR
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_is_drawn_before_the_end_is_seen() {
        assert!(!is_near(10_000.0, 0.0, 800.0));
        assert!(!is_near(10_000.0, 7_000.0, 800.0));
        assert!(is_near(10_000.0, 8_000.0, 800.0));
    }
}
