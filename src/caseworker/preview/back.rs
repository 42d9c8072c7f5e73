//! The way back from a citizen's pages to where one was, and which pages they were. Both are noted
//! for this window, so that they are there after a reload.

use contract::ids::PreviewId;
use contract::preview::{OpenPreview, Preview, PreviewOf};
use leptos::prelude::*;

use super::wanted::Wanted;
use crate::routes::{AppPart, CasesView, Route};

/// Where the notes are.
const BACK_KEY: &str = "genvej-preview-back";
const SHOWN_KEY: &str = "genvej-preview-shown";

/// Notes what a view shows, so that it can be opened again once it is closed.
pub fn note_shown(preview: &Preview) {
    if let Ok(Some(storage)) = window().session_storage() {
        let note = format!("{} {}\n{}", preview.id, preview.case_id, Wanted::of(preview).noted());
        // Without the note it is opened again from its case.
        let _ = storage.set_item(SHOWN_KEY, &note);
    }
}

/// What that view showed, as far as it is noted.
pub fn shown_before(id: PreviewId) -> Option<OpenPreview> {
    let note = window().session_storage().ok()??.get_item(SHOWN_KEY).ok()??;
    opens_again(id, &note)
}

fn opens_again(id: PreviewId, note: &str) -> Option<OpenPreview> {
    let (ids, wanted) = note.split_once('\n')?;
    let (view, case) = ids.split_once(' ')?;
    let case = case.parse().ok().filter(|_| view == id.to_string())?;
    Wanted::read(wanted)?.open(Some(case)).ok()
}

/// Notes the page in view.
pub fn note() {
    let location = window().location();
    let (path, query) = (location.pathname(), location.search());
    if let (Ok(path), Ok(query), Ok(Some(storage))) = (path, query, window().session_storage()) {
        // Without the note one comes to the case, or to the list of cases.
        let _ = storage.set_item(BACK_KEY, &(path + &query));
    }
}

/// The address where one was, with all that it says; without a note that of the case looked at, or
/// of the list of cases.
pub fn way(shown: Option<&Preview>) -> String {
    let storage = window().session_storage().ok().flatten();
    let noted = storage.and_then(|storage| storage.get_item(BACK_KEY).ok().flatten());
    noted.filter(|noted| page_of(noted).is_some()).unwrap_or_else(|| {
        match shown.map(|preview| preview.of) {
            Some(PreviewOf::Case { case_id }) => Route::StaffCase(case_id),
            Some(PreviewOf::Sample { .. }) | None => Route::StaffCases(CasesView::default()),
        }
        .path()
    })
}

/// The caseworker's page that a note names.
fn page_of(noted: &str) -> Option<Route> {
    let (path, query) = noted.split_once('?').unwrap_or((noted, ""));
    let route = Route::parse(path, query).filter(|_| AppPart::of(path) == AppPart::Staff)?;
    (route.preview().is_none()).then_some(route)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_opens_the_view_it_is_of_and_no_other() {
        let [id, other] = [2, 3].map(|number| PreviewId(uuid::Uuid::from_u128(number)));
        let case_id = contract::ids::CaseId(uuid::Uuid::from_u128(1));
        let wanted = Wanted { whose: "case".into(), day: "2026-12-07".into(), ..Wanted::default() };
        let note = format!("{id} {case_id}\n{}", wanted.noted());
        let open = opens_again(id, &note).unwrap();
        assert_eq!(open.of, PreviewOf::Case { case_id });
        assert_eq!(open.on.map(|day| day.to_string()).as_deref(), Some("2026-12-07"));
        assert_eq!(open.reason, "", "a reason is for one look");
        assert_eq!(opens_again(other, &note), None);
        assert_eq!(opens_again(id, "x"), None);
    }

    #[test]
    fn a_note_leads_to_a_caseworkers_page_and_nowhere_else() {
        let week = "2026-12-07".parse().ok();
        assert_eq!(page_of("/staff?week=2026-12-07"), Some(Route::Staff(None, week)));
        assert_eq!(page_of("/staff/cases"), Some(Route::StaffCases(CasesView::default())));
        let preview = Route::StaffPreview(contract::ids::PreviewId(uuid::Uuid::nil())).path();
        for elsewhere in ["/my", "https://evil.example/staff", "//evil.example", &preview] {
            assert_eq!(page_of(elsewhere), None, "{elsewhere}");
        }
    }
}
