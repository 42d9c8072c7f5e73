//! What else the employer must or can do, with dates, and where hours are reported.

use contract::rules::{EmployerDuty, EmployerDutyKind};
use leptos::prelude::*;

use crate::text::{Texts, dates, fill, text, text_of};

/// The duties as a list; nothing when there are none.
pub fn duty_list(duties: Vec<EmployerDuty>) -> AnyView {
    let rows = duties.into_iter().map(|duty| {
        let why = (duty.kind == EmployerDutyKind::Talk).then(|| {
            view! { <br/> <span class="form-hint">{text(|t| t.employer().duty_talk_why)}</span> }
        });
        view! { <li>{text_of(move |t| words(t, duty))} {why}</li> }
    });
    view! { <ul>{rows.collect_view()}</ul> }.into_any()
}

/// A duty and its last day.
fn words(t: &Texts, duty: EmployerDuty) -> String {
    let sentence = match (duty.kind, duty.late) {
        (EmployerDutyKind::Talk, false) => t.employer().duty_talk,
        (EmployerDutyKind::Talk, true) => t.employer().duty_talk_late,
        // What can be asked for is gone with its last day.
        (EmployerDutyKind::FastTrack, _) => t.employer().duty_fast_track,
    };
    fill(sentence, &[&dates::date(t.language, duty.by)])
}

/// That hours are still reported in NemRefusion, and the way there, which leaves Genvej.
pub fn nemrefusion(url: String) -> AnyView {
    view! { <p>{text(|t| t.employer().nemrefusion)} " " {nemrefusion_link(url)}</p> }.into_any()
}

/// The way to NemRefusion.
pub fn nemrefusion_link(url: String) -> AnyView {
    view! {
        <a href=url rel="external noreferrer">{text(|t| t.employer().nemrefusion_link)}</a>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn talk(late: bool) -> String {
        let by = "2026-12-06".parse().unwrap();
        words(Language::Da.texts(), EmployerDuty { kind: EmployerDutyKind::Talk, by, late })
    }

    #[test]
    fn a_duty_names_its_last_day() {
        let said = talk(false);
        assert!(said.ends_with("Senest søndag den 6. december."), "{said}");
    }

    #[test]
    fn a_talk_whose_day_has_passed_says_when_it_should_have_been() {
        let said = talk(true);
        assert!(said.contains("skulle være holdt senest søndag den 6. december."), "{said}");
    }
}
