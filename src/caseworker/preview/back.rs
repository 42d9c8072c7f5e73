//! The way back from a citizen's pages to where one was. It is noted for this window, so that it
//! is there after a reload.

use contract::preview::{Preview, PreviewOf};
use leptos::prelude::*;

use crate::routes::{AppPart, CasesView, Route};

/// Where the note is.
const BACK_KEY: &str = "genvej-preview-back";

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
