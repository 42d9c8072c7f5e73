//! What was decided about a case, each with the way to its letter.

use contract::ids::{CaseId, LetterId};
use contract::staff::{CaseDecision, DecisionMatter};
use leptos::prelude::*;

use crate::caseworker::words::day_with_year;
use crate::routes::Route;
use crate::text::{Text, Texts, fill, text, text_of};
use crate::ui::{Table, attribute};

/// The decisions, the newest first.
#[component]
pub fn Decided(
    /// Which case.
    case: CaseId,
    /// Its decisions.
    decisions: Vec<CaseDecision>,
) -> impl IntoView {
    let list = if decisions.is_empty() {
        view! { <p>{text(|t| t.staff().case_page.no_decisions)}</p> }.into_any()
    } else {
        let columns = vec![
            text(|t| t.staff().case_page.day),
            text(|t| t.staff().case_page.what),
            text(|t| t.staff().case_page.by),
            text(|t| t.staff().case_page.letter),
        ];
        let rows = decisions.into_iter().map(|one| row(case, one)).collect_view();
        let caption = text(|t| t.staff().case_page.decisions);
        view! { <Table caption=caption columns=columns>{rows}</Table> }.into_any()
    };
    view! {
        <h2>{text(|t| t.staff().case_page.decisions)}</h2>
        {list}
    }
    .into_any()
}

fn row(case: CaseId, decision: CaseDecision) -> AnyView {
    let CaseDecision { id, matter, reason, by, at } = decision;
    let what = text_of(move |t| matter_words(t, matter));
    let name =
        text_of(move |t| fill(t.staff().letters.see_letter_name, &[&matter_words(t, matter)]));
    view! {
        <tr>
            <td data-title=text(|t| t.staff().case_page.day)>
                {text_of(move |t| day_with_year(t, &at))}
            </td>
            <td data-title=text(|t| t.staff().case_page.what)>
                {what}
                <p class="plan-text" lang="da">{reason}</p>
            </td>
            <td data-title=text(|t| t.staff().case_page.by)>{by}</td>
            <td data-title=text(|t| t.staff().case_page.letter)>
                {letter_link(case, LetterId(id.0), text(|t| t.staff().letters.see_letter), name)}
            </td>
        </tr>
    }
    .into_any()
}

/// The way to a letter; `name` says which of several it is.
pub fn letter_link(case: CaseId, letter: LetterId, words: Text, name: Text) -> AnyView {
    let to = Route::StaffLetters(case, Some(letter)).path();
    view! {
        <a href=to aria-label=attribute(move || Some(name.get()))>
            {words}
        </a>
    }
    .into_any()
}

/// "Video blev låst".
pub fn matter_words(t: &Texts, matter: DecisionMatter) -> String {
    let texts = &t.staff().case_page;
    match matter {
        DecisionMatter::Channel { channel, unlocked } => {
            let sentence = if unlocked { texts.unlocked } else { texts.locked };
            fill(sentence, &[t.common.channel(channel)])
        }
        DecisionMatter::SelfBooking { withdrawn: true } => texts.withdrawn.to_owned(),
        DecisionMatter::SelfBooking { withdrawn: false } => texts.restored.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use contract::rules::ContactChannel;

    use super::*;
    use crate::text::Language;

    #[test]
    fn a_decision_is_told_in_a_few_words() {
        let t = Language::Da.texts();
        let video = |unlocked| DecisionMatter::Channel { channel: ContactChannel::Video, unlocked };
        assert_eq!(matter_words(t, video(false)), "Video blev låst");
        assert_eq!(matter_words(t, video(true)), "Video blev låst op");
        let restored = DecisionMatter::SelfBooking { withdrawn: false };
        assert_eq!(matter_words(t, restored), "Selvbooking blev givet tilbage");
    }
}
