//! What a caseworker has typed and not saved, and what the next page is to tell. Lives above
//! the pages, so that going back and forth loses nothing. Knows no page.

use std::sync::Arc;

use contract::calendar::StoredTemplate;
use contract::ids::{BookingId, CaseId, CaseworkerId};
use contract::job_plan::PlanSection;
use contract::session::Role;
use contract::staff::DecisionMatter;
use leptos::ev;
use leptos::prelude::*;

use super::calendar::PlanDraft;
use super::cases::{UnsavedContact, WayBack};
use super::notice::Told;
use crate::router::use_path;
use crate::routes::CasesView;
use crate::session::use_session;

/// A week plan with changes that are not saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnsavedPlan {
    /// What the changes were made to. The server refuses them once that is out of date.
    pub stored: StoredTemplate,
    /// As typed.
    pub draft: PlanDraft,
}

/// What a caseworker writes about a case or its plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// A comment on a part of the job plan.
    Comment(PlanSection),
    /// A question about the retention plan.
    Question,
    /// Why the retention plan is closed.
    CloseReason,
    /// Why a colleague gets the case.
    ChangeReason,
    /// Why a channel is opened or locked, or self-booking withdrawn or restored.
    Decision(DecisionMatter),
    /// Why a conversation is cancelled.
    Cancellation(BookingId),
    /// Why they look at the pages of a colleague's citizen.
    Look,
}

/// The desk of one caseworker.
#[derive(Clone, Copy)]
pub struct StaffDesk {
    // A team leader may have several calendars open at a time.
    plans: StoredValue<Kept<Option<CaseworkerId>, UnsavedPlan>>,
    notes: StoredValue<Kept<(CaseId, Note), String>>,
    contacts: StoredValue<Kept<CaseId, UnsavedContact>>,
    look: StoredValue<Option<(CaseId, String)>>,
    told: StoredValue<Option<Told>>,
    /// What is searched for in the list of cases: there again on the way back from a case.
    pub case_search: RwSignal<String>,
    way_back: StoredValue<WayBack>,
}

/// The desk. Call it inside a component.
pub fn use_desk() -> StaffDesk {
    expect_context()
}

impl StaffDesk {
    /// Sets up an empty desk for the whole visit, cleared whenever another person signs in.
    pub fn start() {
        let desk = Self {
            plans: StoredValue::new(Kept::default()),
            notes: StoredValue::new(Kept::default()),
            contacts: StoredValue::new(Kept::default()),
            look: StoredValue::new(None),
            told: StoredValue::new(None),
            case_search: RwSignal::new(String::new()),
            way_back: StoredValue::new(WayBack::default()),
        };
        provide_context(desk);
        // The listener stays as long as the app, which is as long as the document.
        let _stays = window_event_listener(ev::beforeunload, move |event| {
            if desk.holds_something() {
                event.prevent_default();
            }
        });
        let path = use_path();
        Effect::new(move || {
            if path.with(|path| is_elsewhere(path)) {
                desk.keep_opened(None);
            }
        });
        let whose = |role: &Role| match role {
            Role::Caseworker { caseworker_id, .. } => Some(*caseworker_id),
            Role::Citizen { .. } | Role::Preview { .. } | Role::Employer { .. } => None,
        };
        use_session().on_another_person(whose, Box::new(move || desk.clear()));
    }

    /// The plan of that calendar, if it has changes that are not saved.
    pub fn unsaved_plan(self, owner: Option<CaseworkerId>) -> Option<UnsavedPlan> {
        self.plans.with_value(|plans| plans.of(&owner).cloned())
    }

    /// Keeps the changes to the plan of that calendar; nothing when there are none.
    pub fn keep_plan(self, owner: Option<CaseworkerId>, plan: Option<UnsavedPlan>) {
        self.plans.update_value(|plans| plans.keep(owner, plan));
    }

    /// What was typed about a case and not sent.
    pub fn unsent_note(self, case: CaseId, note: Note) -> String {
        self.notes.with_value(|notes| notes.of(&(case, note)).cloned()).unwrap_or_default()
    }

    /// Keeps what is typed; nothing when it is empty.
    pub fn keep_note(self, case: CaseId, note: Note, words: String) {
        let words = (!words.is_empty()).then_some(words);
        self.notes.update_value(|notes| notes.keep((case, note), words));
    }

    /// The contact with a case's employer that was typed and not saved.
    pub fn unsaved_contact(self, case: CaseId) -> Option<UnsavedContact> {
        self.contacts.with_value(|contacts| contacts.of(&case).cloned())
    }

    /// Keeps what is typed of a contact; nothing when nothing is.
    pub fn keep_contact(self, case: CaseId, contact: Option<UnsavedContact>) {
        self.contacts.update_value(|contacts| contacts.keep(case, contact));
    }

    /// Why this person looks at the pages of a case's citizen, if they have said so for the view
    /// that is open.
    pub fn reason_to_look(self, case: CaseId) -> String {
        let reason = |look: &Option<(CaseId, String)>| match look {
            Some((of, reason)) if *of == case => reason.clone(),
            Some(_) | None => String::new(),
        };
        self.look.with_value(reason)
    }

    /// Keeps the reason while the view is open, so that looking in another way asks for no other
    /// one.
    pub fn keep_reason(self, case: CaseId, reason: String) {
        self.look.set_value(Some((case, reason)));
    }

    /// The look is over: the next one has a reason of its own.
    pub fn end_look(self) {
        self.look.set_value(None);
    }

    /// Where somebody was in the list of cases.
    pub fn way_back(self) -> WayBack {
        self.way_back.get_value()
    }

    /// Keeps which cases the list shows.
    pub fn keep_list(self, view: CasesView, shown: Arc<Vec<CaseId>>) {
        self.way_back.update_value(|way| (way.view, way.shown) = (view, shown));
    }

    /// A case's pages are looked at, or the list is in view again.
    pub fn keep_opened(self, case: Option<CaseId>) {
        self.way_back.update_value(|way| way.opened = case);
    }

    /// Leaves something for the next page to tell.
    pub fn leave_word(self, told: Told) {
        self.told.set_value(Some(told));
    }

    /// What the page before left to tell, once.
    pub fn take_word(self) -> Option<Told> {
        self.told.try_update_value(Option::take).flatten()
    }

    fn holds_something(self) -> bool {
        self.plans.with_value(Kept::is_something)
            || self.notes.with_value(Kept::is_something)
            || self.contacts.with_value(Kept::is_something)
    }

    fn clear(self) {
        self.plans.set_value(Kept::default());
        self.notes.set_value(Kept::default());
        self.contacts.set_value(Kept::default());
        self.look.set_value(None);
        self.told.set_value(None);
        self.case_search.set(String::new());
        self.way_back.set_value(WayBack::default());
    }
}

/// Is it a page from which nobody comes back to the list of cases? Then that begins at its top.
fn is_elsewhere(path: &str) -> bool {
    !(path.starts_with("/staff/cases") || path.starts_with("/staff/preview"))
}

/// What is kept, each by what it is about.
struct Kept<K, V>(Vec<(K, V)>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V> Kept<K, V> {
    fn of(&self, about: &K) -> Option<&V> {
        self.0.iter().find(|(other, _)| other == about).map(|(_, value)| value)
    }

    fn keep(&mut self, about: K, value: Option<V>) {
        self.0.retain(|(other, _)| *other != about);
        self.0.extend(value.map(|value| (about, value)));
    }

    fn is_something(&self) -> bool {
        !self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use contract::rules::WeekTemplate;

    use super::*;
    use crate::routes::Route;

    fn plan(version: u32) -> UnsavedPlan {
        let template = WeekTemplate::default();
        let draft = PlanDraft::of(&template);
        UnsavedPlan { stored: StoredTemplate { version, template }, draft }
    }

    #[test]
    fn each_calendar_keeps_its_own_changes_until_they_are_saved() {
        let colleague = Some(CaseworkerId(uuid::Uuid::from_u128(7)));
        let mut plans = Kept::default();
        plans.keep(None, Some(plan(1)));
        plans.keep(colleague, Some(plan(5)));
        plans.keep(None, Some(plan(2)));
        assert_eq!(plans.of(&None), Some(&plan(2)));
        plans.keep(None, None);
        assert_eq!(plans.of(&None), None);
        assert_eq!(plans.of(&colleague), Some(&plan(5)));
    }

    #[test]
    fn a_case_and_its_citizens_pages_lead_back_to_where_one_was_in_the_list() {
        let case = CaseId(uuid::Uuid::nil());
        let preview = Route::StaffPreview(contract::ids::PreviewId(uuid::Uuid::nil()));
        for route in [Route::StaffCase(case), Route::StaffLetters(case, None), preview] {
            assert!(!is_elsewhere(&route.path()), "{}", route.path());
        }
        assert!(is_elsewhere(&Route::Staff(None, None).path()));
    }

    #[test]
    fn a_text_is_kept_with_its_case_and_its_place_until_it_is_sent() {
        let [case, other] = [1, 2].map(|id| CaseId(uuid::Uuid::from_u128(id)));
        let (comment, question) = (Note::Comment(PlanSection::A), Note::Question);
        let mut notes = Kept::default();
        notes.keep((case, comment), Some("Godt"));
        notes.keep((case, comment), Some("Godt gået"));
        notes.keep((case, question), Some("Hvornår?"));
        assert_eq!(notes.of(&(case, comment)), Some(&"Godt gået"));
        assert_eq!(notes.of(&(case, question)), Some(&"Hvornår?"));
        assert_eq!(notes.of(&(case, Note::CloseReason)), None);
        assert_eq!(notes.of(&(other, comment)), None);
        notes.keep((case, comment), None);
        notes.keep((case, question), None);
        assert!(!notes.is_something());
    }
}
