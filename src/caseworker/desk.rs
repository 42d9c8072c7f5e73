//! What a caseworker has typed and not saved, and what the next page is to tell. Lives above
//! the pages, so that going back and forth loses nothing. Knows no page.

use contract::calendar::StoredTemplate;
use contract::ids::{CaseId, CaseworkerId};
use contract::job_plan::PlanSection;
use contract::session::{Role, Session};
use leptos::ev;
use leptos::prelude::*;

use super::calendar::PlanDraft;
use super::notice::Told;
use crate::session::use_session;

/// A week plan with changes that are not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsavedPlan {
    /// What the changes were made to. The server refuses them once that is out of date.
    pub stored: StoredTemplate,
    /// As typed.
    pub draft: PlanDraft,
}

/// The desk of one caseworker.
#[derive(Clone, Copy)]
pub struct StaffDesk {
    plans: StoredValue<UnsavedPlans>,
    comments: StoredValue<UnsentComments>,
    told: StoredValue<Option<Told>>,
    whose: StoredValue<Option<Option<CaseworkerId>>>,
}

/// The desk. Call it inside a component.
pub fn use_desk() -> StaffDesk {
    expect_context()
}

impl StaffDesk {
    /// Sets up an empty desk for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let desk = Self {
            plans: StoredValue::new(UnsavedPlans::default()),
            comments: StoredValue::new(UnsentComments::default()),
            told: StoredValue::new(None),
            whose: StoredValue::new(None),
        };
        provide_context(desk);
        // The listener stays as long as the app, which is as long as the document.
        let _stays = window_event_listener(ev::beforeunload, move |event| {
            let plans = desk.plans.with_value(|plans| !plans.0.is_empty());
            if plans || desk.comments.with_value(|comments| !comments.0.is_empty()) {
                event.prevent_default();
            }
        });
        let session = use_session().session;
        Effect::new(move || {
            if let Some(person) = session.with(|session| session.as_ref().map(whose)) {
                desk.belongs_to(person);
            }
        });
    }

    /// The plan of that calendar, if it has changes that are not saved.
    pub fn unsaved_plan(self, owner: Option<CaseworkerId>) -> Option<UnsavedPlan> {
        self.plans.with_value(|plans| plans.of(owner).cloned())
    }

    /// Keeps the changes to the plan of that calendar; nothing when there are none.
    pub fn keep_plan(self, owner: Option<CaseworkerId>, plan: Option<UnsavedPlan>) {
        self.plans.update_value(|plans| plans.keep(owner, plan));
    }

    /// The comment to a part of a case's plan that was typed and not sent.
    pub fn unsent_comment(self, case: CaseId, section: PlanSection) -> String {
        self.comments.with_value(|comments| comments.of(case, section))
    }

    /// Keeps what is typed of a comment; nothing when it is empty.
    pub fn keep_comment(self, case: CaseId, section: PlanSection, words: String) {
        self.comments.update_value(|comments| comments.keep(case, section, words));
    }

    /// Leaves something for the next page to tell.
    pub fn leave_word(self, told: Told) {
        self.told.set_value(Some(told));
    }

    /// What the page before left to tell, once.
    pub fn take_word(self) -> Option<Told> {
        self.told.try_update_value(Option::take).flatten()
    }

    fn belongs_to(self, person: Option<CaseworkerId>) {
        let before = self.whose.get_value();
        if before.is_some_and(|before| before != person) {
            self.plans.set_value(UnsavedPlans::default());
            self.comments.set_value(UnsentComments::default());
            self.told.set_value(None);
        }
        self.whose.set_value(Some(person));
    }
}

/// Who is signed in. A session that has merely run out is still the person's: what is typed
/// stays.
fn whose(session: &Session) -> Option<CaseworkerId> {
    match session.signed_in.as_ref()?.role {
        Role::Caseworker { caseworker_id, .. } => Some(caseworker_id),
        Role::Citizen { .. } | Role::Preview { .. } | Role::Employer { .. } => None,
    }
}

/// The unsaved plans, by whose calendar: a team leader may have several at a time.
#[derive(Default)]
struct UnsavedPlans(Vec<(Option<CaseworkerId>, UnsavedPlan)>);

impl UnsavedPlans {
    fn of(&self, owner: Option<CaseworkerId>) -> Option<&UnsavedPlan> {
        self.0.iter().find(|(other, _)| *other == owner).map(|(_, plan)| plan)
    }

    fn keep(&mut self, owner: Option<CaseworkerId>, plan: Option<UnsavedPlan>) {
        self.0.retain(|(other, _)| *other != owner);
        self.0.extend(plan.map(|plan| (owner, plan)));
    }
}

/// The unsent comments, by case and part of its plan.
#[derive(Default)]
struct UnsentComments(Vec<((CaseId, PlanSection), String)>);

impl UnsentComments {
    fn of(&self, case: CaseId, section: PlanSection) -> String {
        let known = self.0.iter().find(|(place, _)| *place == (case, section));
        known.map(|(_, words)| words.clone()).unwrap_or_default()
    }

    fn keep(&mut self, case: CaseId, section: PlanSection, words: String) {
        self.0.retain(|(place, _)| *place != (case, section));
        if !words.is_empty() {
            self.0.push(((case, section), words));
        }
    }
}

#[cfg(test)]
mod tests {
    use contract::rules::WeekTemplate;

    use super::*;

    fn plan(version: u32) -> UnsavedPlan {
        let template = WeekTemplate::default();
        let draft = PlanDraft::of(&template);
        UnsavedPlan { stored: StoredTemplate { version, template }, draft }
    }

    #[test]
    fn each_calendar_keeps_its_own_changes_until_they_are_saved() {
        let colleague = Some(CaseworkerId(uuid::Uuid::from_u128(7)));
        let mut plans = UnsavedPlans::default();
        plans.keep(None, Some(plan(1)));
        plans.keep(colleague, Some(plan(5)));
        plans.keep(None, Some(plan(2)));
        assert_eq!(plans.of(None), Some(&plan(2)));
        plans.keep(None, None);
        assert_eq!(plans.of(None), None);
        assert_eq!(plans.of(colleague), Some(&plan(5)));
    }

    #[test]
    fn a_comment_is_kept_with_its_case_and_part_until_it_is_sent() {
        let [case, other] = [1, 2].map(|id| CaseId(uuid::Uuid::from_u128(id)));
        let mut comments = UnsentComments::default();
        comments.keep(case, PlanSection::A, "Godt".into());
        comments.keep(case, PlanSection::A, "Godt gået".into());
        assert_eq!(comments.of(case, PlanSection::A), "Godt gået");
        assert_eq!(comments.of(case, PlanSection::B), "");
        assert_eq!(comments.of(other, PlanSection::A), "");
        comments.keep(case, PlanSection::A, String::new());
        assert!(comments.0.is_empty());
    }
}
