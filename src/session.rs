//! Who is signed in, which language is used, and whether the server can be reached. Shared
//! with every component through the context. Knows no page.

use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

use contract::session::{DemoPersona, Municipality, Role, Session, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError, Outcome};
use crate::draft::keep;
use crate::routes::{EmployerPage, Route};
use crate::text::Language;

/// Where the chosen language is kept between visits.
const LANGUAGE_KEY: &str = "genvej-language";
/// Where it is noted to which page signing in leads back.
const RETURN_KEY: &str = "genvej-return-to";
/// How long before the end of the session the warning comes.
const WARNING_SECONDS: u32 = 5 * 60;

/// What the whole app knows of the visit.
#[derive(Clone, Copy)]
pub struct SessionState {
    /// What the server says; `None` until it has answered.
    pub session: RwSignal<Option<Session>>,
    /// The language in use.
    pub language: RwSignal<Language>,
    /// Did the last call fail to reach the server?
    pub offline: RwSignal<bool>,
    /// The session ends within minutes: ask whether to stay.
    pub ending_soon: RwSignal<bool>,
    /// The session has ended while this person was at work.
    pub ended: RwSignal<Option<SignedIn>>,
    /// Counts sign-ins: pages ask for their data again when somebody is back.
    pub sign_ins: RwSignal<u32>,
    /// The server could not say who is signed in.
    pub failed: RwSignal<Option<ApiError>>,
    warning: StoredValue<Option<TimeoutHandle>>,
    drafts: StoredValue<Vec<BeforeSignOut>, LocalStorage>,
}

/// Sends what is typed before somebody signs out; tells whether the server has all of it.
type BeforeSignOut = Rc<dyn Fn() -> Pin<Box<dyn Future<Output = bool>>>>;

/// The visit's state. Call it inside a component.
pub fn use_session() -> SessionState {
    expect_context()
}

impl SessionState {
    /// Starts the visit: asks who is signed in, and listens to every call's outcome.
    pub fn start() -> Self {
        let state = Self {
            session: RwSignal::new(None),
            language: RwSignal::new(stored_language()),
            offline: RwSignal::new(false),
            ending_soon: RwSignal::new(false),
            ended: RwSignal::new(None),
            sign_ins: RwSignal::new(0),
            failed: RwSignal::new(None),
            warning: StoredValue::new(None),
            drafts: StoredValue::new_local(Vec::new()),
        };
        provide_context(state);
        api::watch(move |outcome| state.hear(outcome));
        Effect::new(move || show_language(state.language.get()));
        spawn_local(async move { state.refresh().await });
        state
    }

    /// Asks the server anew who is signed in.
    pub async fn refresh(self) {
        match api::session::current().await {
            Ok(session) => self.accept(session),
            Err(error) => self.failed.set(Some(error)),
        }
    }

    /// Takes what the server says of the session, and sets the warning's alarm.
    pub fn accept(self, session: Session) {
        self.ending_soon.set(false);
        self.failed.set(None);
        self.set_alarm(session.signed_in.as_ref());
        api::is_about(session.signed_in.as_ref().and_then(|person| person.role.about()));
        if session.signed_in.is_some() {
            self.ended.set(None);
        }
        self.session.set(Some(session));
    }

    /// Who is signed in; tracks it.
    pub fn signed_in(self) -> Option<SignedIn> {
        self.session.with(|session| session.as_ref()?.signed_in.clone())
    }

    /// Who is signed in, without tracking it.
    pub fn signed_in_untracked(self) -> Option<SignedIn> {
        self.session.with_untracked(|session| session.as_ref()?.signed_in.clone())
    }

    /// Whose Genvej it is; tracks it.
    pub fn municipality(self) -> Option<Municipality> {
        self.session.with(|session| Some(session.as_ref()?.municipality.clone()))
    }

    /// The phone number for help, in one piece; empty until the server has answered. Tracks it.
    pub fn phone(self) -> String {
        let phone = self.municipality().map(|municipality| municipality.phone);
        phone.unwrap_or_default().replace(' ', "\u{a0}")
    }

    /// Is this a demonstration? Tracks it.
    pub fn is_demo(self) -> bool {
        self.session.with(|session| session.as_ref().is_some_and(|session| session.demo))
    }

    /// What has to be seen to before somebody signs out. It asks nothing: one question is
    /// enough for all forms.
    pub fn before_sign_out(self, see_to: BeforeSignOut) {
        self.drafts.update_value(|drafts| drafts.push(see_to));
    }

    /// Has `forget` done whenever another person than before is signed in; `whose` tells who
    /// that is. A session that has merely run out is still the person's: what is typed stays.
    pub fn on_another_person<Id: Copy + PartialEq + 'static>(
        self,
        whose: fn(&Role) -> Option<Id>,
        forget: Box<dyn Fn()>,
    ) {
        Effect::new(move |before: Option<Option<Option<Id>>>| {
            let before = before.flatten();
            // Nothing is known before the server has answered.
            let now = self.session.with(|session| {
                Some(session.as_ref()?.signed_in.as_ref().and_then(|person| whose(&person.role)))
            });
            if before.is_some() && now.is_some() && before != now {
                forget();
            }
            now.or(before)
        });
    }

    /// May one sign out without losing what is typed, or does the person want to all the same?
    pub async fn may_sign_out(self) -> bool {
        let mut all_stored = true;
        for see_to in &self.drafts.get_value() {
            all_stored &= see_to().await;
        }
        let whom = self.signed_in_untracked().and_then(|person| person.role.about());
        // What was typed in a form that nobody has opened in this visit is only in its copy.
        let unsent = !all_stored || whom.is_some_and(keep::has_copies);
        !unsent || confirmed(self.language.get_untracked().texts().common.leave_unsaved)
    }

    /// Signs out; the next screen belongs to nobody, and nothing typed stays in the browser.
    pub async fn sign_out(self) -> Result<(), ApiError> {
        let whom = self.signed_in_untracked().and_then(|person| person.role.about());
        api::session::sign_out().await?;
        if let Some(whom) = whom {
            keep::forget(whom);
        }
        self.ended.set(None);
        note_return(None);
        self.refresh().await;
        Ok(())
    }

    /// Stays signed in.
    pub async fn extend(self) {
        match api::session::extend().await {
            Ok(session) => self.accept(session),
            Err(_) => self.ending_soon.set(false),
        }
    }

    /// Signs in as a person of the demonstration; tells where to go.
    pub async fn sign_in_as(self, persona: &DemoPersona) -> Result<String, ApiError> {
        let session = api::session::demo_sign_in(&persona.key).await?;
        let home = session.signed_in.as_ref().map_or(Route::Front, |person| home(&person.role));
        self.accept(session);
        self.sign_ins.update(|times| *times += 1);
        let wanted = noted_return().filter(|path| same_area(path, &home.path()));
        note_return(None);
        Ok(wanted.unwrap_or_else(|| home.path()))
    }

    fn hear(self, outcome: Outcome) {
        let offline = outcome == Outcome::Offline;
        if self.offline.get_untracked() != offline {
            self.offline.set(offline);
        }
        if outcome == Outcome::NotSignedIn {
            match self.signed_in_untracked() {
                Some(person) => {
                    self.ending_soon.set(false);
                    self.ended.set(Some(person));
                }
                None => note_return(current_path()),
            }
        }
    }

    fn set_alarm(self, person: Option<&SignedIn>) {
        if let Some(alarm) = self.warning.get_value() {
            alarm.clear();
        }
        // Somebody who looks on in a frame is asked by the page around it.
        let looks_on = |person: &&SignedIn| matches!(person.role, Role::Preview { .. });
        let alarm = person.filter(|person| !looks_on(person)).and_then(|person| {
            let wait = person.expires_in_seconds.saturating_sub(WARNING_SECONDS);
            let wait = Duration::from_secs(u64::from(wait));
            set_timeout_with_handle(move || self.ending_soon.set(true), wait).ok()
        });
        self.warning.set_value(alarm);
    }
}

/// Does the person want it all the same? A browser that does not ask means no.
pub fn confirmed(question: &str) -> bool {
    window().confirm_with_message(question).unwrap_or(false)
}

/// The first page of a role.
pub fn home(role: &Role) -> Route {
    match role {
        Role::Citizen { .. } | Role::Preview { .. } => Route::My,
        Role::Employer { .. } => Route::Employer(EmployerPage::Overview),
        Role::Caseworker { .. } => Route::Staff(None, None),
    }
}

/// Do two paths belong to the same kind of person?
fn same_area(one: &str, other: &str) -> bool {
    area(one) == area(other)
}

/// The theme of a path: `data-theme` on the document; `boot.js` does the same before the app
/// is there.
pub fn area(path: &str) -> &'static str {
    if path.starts_with("/staff") {
        "staff"
    } else if path.starts_with("/employer") {
        "employer"
    } else {
        "citizen"
    }
}

/// Notes for this window which page asked for signing in: the front page may be in another part
/// of the app.
fn note_return(path: Option<String>) {
    let Some(storage) = window().session_storage().ok().flatten() else { return };
    // Without the note one comes to the first page of one's area.
    let _ = match path {
        Some(path) => storage.set_item(RETURN_KEY, &path),
        None => storage.remove_item(RETURN_KEY),
    };
}

fn noted_return() -> Option<String> {
    window().session_storage().ok().flatten()?.get_item(RETURN_KEY).ok().flatten()
}

fn current_path() -> Option<String> {
    let location = window().location();
    Some(location.pathname().ok()? + &location.search().ok()?)
}

fn stored_language() -> Language {
    let stored = window().local_storage().ok().flatten();
    let code = stored.and_then(|storage| storage.get_item(LANGUAGE_KEY).ok().flatten());
    code.map(|code| Language::of_code(&code)).unwrap_or_default()
}

fn show_language(language: Language) {
    if let Some(root) = document().document_element() {
        // The attribute tells screen readers how to speak; setting it cannot fail here.
        let _ = root.set_attribute("lang", language.code());
    }
    if let Ok(Some(storage)) = window().local_storage() {
        // A browser that stores nothing asks again next time; nothing else depends on it.
        let _ = storage.set_item(LANGUAGE_KEY, language.code());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_follow_the_path() {
        assert_eq!(area("/staff/cases"), "staff");
        assert_eq!(area("/employer"), "employer");
        assert_eq!(area("/book/phone"), "citizen");
        assert!(same_area("/my", "/bookings/1"));
        assert!(!same_area("/my", "/staff"));
    }
}
