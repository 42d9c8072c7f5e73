//! The address of the list of cases: which of them are shown, so that a choice can be bookmarked.
//!
//! What is typed into the search field is never part of it. People search for names, and names do
//! not belong in addresses, which end up in histories and logs.

use contract::ids::CaseworkerId;

use super::{given, text, with_query};

/// Which cases are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CasesView {
    /// Kinds of attention by name, separated by commas; every case when absent. As in the address:
    /// only the caseworkers' part of the app knows the names.
    pub show: Option<String>,
    /// Of which caseworker; of all when absent.
    pub caseworker: Option<CaseworkerId>,
}

impl CasesView {
    pub(super) fn path(&self) -> String {
        let caseworker = self.caseworker.map(text);
        with_query("/staff/cases", &[("show", self.show.clone()), ("caseworker", caseworker)])
    }

    pub(super) fn parse(query: &str) -> Self {
        Self {
            show: given(query, "show").map(str::to_owned),
            caseworker: given(query, "caseworker").and_then(|id| id.parse().ok()),
        }
    }
}
