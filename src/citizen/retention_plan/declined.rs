//! The employer has said no: who, why, and what can be done instead.

use contract::retention_plan::CourseEvent;
use leptos::prelude::*;

use super::next_card::ask_button;
use super::sending::Attempted;
use crate::routes::{PlanPage, Route};
use crate::text::{Texts, dates, fill, text, text_of};
use crate::ui::{ButtonKind, Card, LinkButton};

/// The card. Nobody is blamed: the law lets an employer decline.
pub(super) fn declined(
    event: Option<&CourseEvent>,
    can_ask: bool,
    attempted: Attempted,
) -> AnyView {
    let said = event.map(|event| {
        let words = event.text.clone();
        let event = event.clone();
        let by = text_of(move |t| who(t, &event));
        let reason = match words.is_empty() {
            true => view! { <p>{text(|t| t.my_retention().declined_no_reason)}</p> }.into_any(),
            false => view! {
                <p class="question__from">{text(|t| t.my_retention().declined_reason)}</p>
                <blockquote class="said plan-text" dir="auto">{words}</blockquote>
            }
            .into_any(),
        };
        view! { <p>{by}</p> {reason} }
    });
    let again = can_ask.then(|| {
        let words = text(|t| t.my_retention().ask_again);
        view! {
            <li>
                <p>{text(|t| t.my_retention().declined_later)}</p>
                {ask_button(words, ButtonKind::Secondary, attempted)}
            </li>
        }
    });
    view! {
        <Card heading=text(|t| t.my_retention().declined)>
            {said}
            <h3>{text(|t| t.my_retention().declined_do)}</h3>
            <ul class="nobullet-list instead">
                <li>
                    <p>{text(|t| t.my_retention().declined_talk)}</p>
                    <LinkButton
                        kind=ButtonKind::Primary
                        to=Route::Book
                        text=text(|t| t.my_retention().book)
                    />
                </li>
                <li>
                    <p>{text(|t| t.my_retention().declined_plan)}</p>
                    <LinkButton
                        to=Route::Plan(PlanPage::Return)
                        text=text(|t| t.my_retention().to_my_plan)
                    />
                </li>
                {again}
            </ul>
        </Card>
    }
    .into_any()
}

/// "Bo Lind svarede tirsdag den 8. december kl. 10.15. …".
fn who(t: &Texts, event: &CourseEvent) -> String {
    let name = match event.name.as_str() {
        "" => t.retention().your_employer,
        name => name,
    };
    fill(t.my_retention().declined_by, &[name, &dates::date_time(t.language, &event.at)])
}

#[cfg(test)]
mod tests {
    use contract::retention_plan::CourseEventKind;
    use contract::rules::CourseParty;

    use super::*;
    use crate::text::Language;

    #[test]
    fn who_said_no_is_named_as_far_as_known() {
        let t = Language::Da.texts();
        let mut event = CourseEvent {
            kind: CourseEventKind::Declined,
            by: Some(CourseParty::Employer),
            name: "Bo Lind".into(),
            at: "2026-12-08T10:15:00+01:00".parse().unwrap(),
            version: None,
            text: String::new(),
        };
        assert!(who(t, &event).starts_with("Bo Lind svarede tirsdag den 8. december kl. 10.15."));
        event.name.clear();
        assert!(who(t, &event).starts_with("Din arbejdsgiver svarede"));
    }
}
