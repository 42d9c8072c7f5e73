//! Where a plan is, who has the next move, and since when.

use chrono::{DateTime, FixedOffset};
use contract::rules::{Course, NextMove};
use leptos::prelude::*;

use super::words::{Reader, next_sentence, state_name};
use crate::text::{dates, fill, text_of};
use crate::ui::Tag;

/// Where a plan is, in one place.
#[component]
pub fn CourseLine(
    /// Where; none when absent.
    course: Option<Course>,
    /// Who has the next move.
    next: NextMove,
    /// Since when.
    since: Option<DateTime<FixedOffset>>,
    /// Who reads.
    reader: Reader,
) -> impl IntoView {
    let state = text_of(move |t| state_name(t, course, reader).to_owned());
    let sentence = text_of(move |t| next_sentence(t, course, reader).to_owned());
    let since = since.map(|since| {
        let words =
            text_of(move |t| fill(t.retention().since, &[&dates::date_time(t.language, &since)]));
        view! { <span class="course-line__since">{words}</span> }
    });
    let kind = if waits_for(next, reader) { "warning" } else { "info" };
    view! {
        <div class="course-line">
            <p class="course-line__state"><Tag text=state kind=kind/> " " {since}</p>
            <p>{sentence}</p>
        </div>
    }
    .into_any()
}

/// Does it wait for who reads?
fn waits_for(next: NextMove, reader: Reader) -> bool {
    matches!(
        (next, reader),
        (NextMove::Citizen | NextMove::Either, Reader::Citizen)
            | (NextMove::Employer | NextMove::Either, Reader::Employer)
            | (NextMove::Staff, Reader::Staff)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_either_may_do_waits_for_both_and_not_for_the_municipality() {
        assert!(waits_for(NextMove::Either, Reader::Citizen));
        assert!(waits_for(NextMove::Either, Reader::Employer));
        assert!(!waits_for(NextMove::Either, Reader::Staff));
        assert!(waits_for(NextMove::Staff, Reader::Staff));
        assert!(!waits_for(NextMove::Nobody, Reader::Citizen));
    }
}
