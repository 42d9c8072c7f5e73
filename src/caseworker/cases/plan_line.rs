//! The job plan on the case page: how far it has come, and the way to it.

use contract::ids::CaseId;
use contract::job_plan::{ConversationWords, JobPlanStatus, PlanVersion, VersionState};
use contract::rules::GoalState;
use leptos::prelude::*;

use super::conversation_words::conversation_words;
use crate::caseworker::words::day_with_year;
use crate::routes::Route;
use crate::text::{Texts, fill, text, text_of};
use crate::ui::{LinkButton, Tag};

/// The plan in a line, and the citizen's words for the next conversation.
#[component]
pub fn PlanLine(
    /// Which case.
    case: CaseId,
    /// How far the plan has come.
    status: JobPlanStatus,
    /// The next conversation.
    next: Option<ConversationWords>,
) -> impl IntoView {
    let JobPlanStatus { required, latest, goal, activities } = status;
    let goal = latest.as_ref().and_then(|_| goal_tag(goal));
    let unread = latest.as_ref().is_some_and(|version| version.state == VersionState::Unopened);
    let shared = latest.is_some();
    let line = text_of(move |t| {
        let activities = activities_line(t, activities);
        [shared_line(t, latest.as_ref()), duty_line(t, required).to_owned(), activities].join(" ")
    });
    let link = match shared {
        true => text(|t| t.staff().plan.read),
        false => text(|t| t.staff().plan.open),
    };
    view! {
        <h2>{text(|t| t.staff().plan.heading)}</h2>
        <p>{line} " " {goal}</p>
        {unread.then(|| view! { <p class="small-text">{text(|t| t.staff().plan.opens)}</p> })}
        <p><LinkButton to=Route::StaffPlan(case, None) text=link/></p>
        {conversation_words(next)}
    }
    .into_any()
}

/// Which version was shared, and whether it was read.
pub fn shared_line(t: &Texts, latest: Option<&PlanVersion>) -> String {
    let texts = &t.staff().plan;
    let Some(version) = latest else { return texts.none_shared.to_owned() };
    let (number, shared_at) = (version.number.to_string(), day_with_year(t, &version.shared_at));
    match version.state {
        VersionState::Opened { at } => {
            fill(texts.shared_read, &[&number, &shared_at, &day_with_year(t, &at)])
        }
        VersionState::Unopened | VersionState::TakenBack { .. } => {
            fill(texts.shared_unread, &[&number, &shared_at])
        }
    }
}

/// Whether the rule set asks for a plan.
pub fn duty_line(t: &Texts, required: bool) -> &'static str {
    if required { t.staff().plan.required } else { t.staff().plan.offered }
}

fn activities_line(t: &Texts, activities: u32) -> String {
    match activities {
        0 => String::new(),
        1 => t.staff().plan.one_activity.to_owned(),
        more => fill(t.staff().plan.more_activities, &[&more.to_string()]),
    }
}

fn goal_tag(goal: GoalState) -> Option<AnyView> {
    let words = match goal {
        GoalState::Missing => text(|t| t.staff().plan.goal_missing),
        GoalState::Vague => text(|t| t.staff().plan.goal_vague),
        GoalState::Concrete => return None,
    };
    Some(view! { <Tag text=words kind="warning"/> }.into_any())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn version(state: VersionState) -> PlanVersion {
        let shared_at = "2026-12-04T10:15:00+01:00".parse().unwrap();
        PlanVersion { number: 2, shared_at, state }
    }

    #[test]
    fn the_case_page_says_whether_the_newest_version_was_read() {
        let t = Language::Da.texts();
        assert_eq!(shared_line(t, None), "Borgeren har ikke delt en plan.");
        assert_eq!(
            shared_line(t, Some(&version(VersionState::Unopened))),
            "Version 2 er delt 4. december 2026 kl. 10.15. Den er ikke læst."
        );
        let at = "2026-12-05T09:00:00+01:00".parse().unwrap();
        assert_eq!(
            shared_line(t, Some(&version(VersionState::Opened { at }))),
            "Version 2 er delt 4. december 2026 kl. 10.15 og læst første gang 5. december 2026 \
             kl. 9.00."
        );
    }

    #[test]
    fn a_plan_is_an_offer_unless_the_rules_ask_for_it() {
        let t = Language::Da.texts();
        assert!(duty_line(t, true).contains("krav") && duty_line(t, false).contains("tilbud"));
        assert_eq!(activities_line(t, 0), "");
        assert_eq!(activities_line(t, 1), "1 aktivitet er aftalt.");
        assert_eq!(activities_line(t, 3), "3 aktiviteter er aftalt.");
    }
}
