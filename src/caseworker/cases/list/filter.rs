//! Which cases are shown: decided on the data, never on what is drawn. Knows no page.

use std::sync::Arc;

use contract::caseload::{AttentionKind, CaseRow};
use contract::ids::CaseworkerId;

use crate::routes::CasesView;

/// Kinds there are.
const KINDS: usize = AttentionKind::ALL.len();

/// What a caseworker has chosen, apart from the search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Cases with at least one of these; every case when none is chosen.
    pub kinds: Vec<AttentionKind>,
    /// Of whom; of all when absent.
    pub caseworker: Option<CaseworkerId>,
}

impl Filter {
    /// What an address says. Names it does not know are left out.
    pub fn of(view: &CasesView) -> Self {
        let names = view.show.as_deref().unwrap_or_default();
        let mut kinds: Vec<_> = names.split(',').filter_map(AttentionKind::parse).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Self { kinds, caseworker: view.caseworker }
    }

    /// The address of it.
    pub fn view(&self) -> CasesView {
        let names: Vec<_> = self.kinds.iter().map(|kind| kind.as_str()).collect();
        let show = (!names.is_empty()).then(|| names.join(","));
        CasesView { show, caseworker: self.caseworker }
    }

    /// With a kind chosen, or no longer.
    pub fn toggled(&self, kind: AttentionKind) -> Self {
        let mut kinds = self.kinds.clone();
        match kinds.binary_search(&kind) {
            Ok(at) => {
                kinds.remove(at);
            }
            Err(at) => kinds.insert(at, kind),
        }
        Self { kinds, caseworker: self.caseworker }
    }

    fn fits(&self, row: &CaseRow) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|kind| has(row, *kind))
    }
}

fn has(row: &CaseRow, kind: AttentionKind) -> bool {
    row.attention.iter().any(|one| one.is_shown_by(kind))
}

/// The list as it came, made ready to be searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// In the order of the server.
    pub rows: Vec<CaseRow>,
    /// What is searched of each row, in small letters.
    searched: Vec<String>,
}

/// The cases shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Places in the list.
    pub places: Arc<Vec<usize>>,
    /// How many of each kind there are among those of the caseworker and the search, in the order
    /// of [`AttentionKind::ALL`].
    pub counts: [usize; KINDS],
}

impl Listed {
    /// Makes it ready.
    pub fn of(rows: Vec<CaseRow>) -> Self {
        let text = |row: &CaseRow| {
            format!("{} {} {}", row.citizen, row.case_number, row.caseworker).to_lowercase()
        };
        Self { searched: rows.iter().map(text).collect(), rows }
    }

    /// What fits the choice and the search: every word of it somewhere in the name, the number or
    /// the caseworker's name.
    pub fn shown(&self, filter: &Filter, search: &str) -> Shown {
        let search = search.to_lowercase();
        let words: Vec<&str> = search.split_whitespace().collect();
        let mut shown = Shown::default();
        let mut places = Vec::new();
        for (place, (row, text)) in self.rows.iter().zip(&self.searched).enumerate() {
            let theirs = filter.caseworker.is_none_or(|id| id == row.caseworker_id);
            if !theirs || !words.iter().all(|word| text.contains(word)) {
                continue;
            }
            for (count, kind) in shown.counts.iter_mut().zip(AttentionKind::ALL) {
                *count += usize::from(has(row, kind));
            }
            if filter.fits(row) {
                places.push(place);
            }
        }
        shown.places = Arc::new(places);
        shown
    }

    /// Everybody who has a case in the list, by name.
    pub fn caseworkers(&self) -> Vec<(CaseworkerId, String)> {
        let all = self.rows.iter().map(|row| (row.caseworker_id, row.caseworker.clone()));
        let mut all: Vec<_> = all.collect();
        all.sort_by(|(one, name), (other, another)| (name, one.0).cmp(&(another, other.0)));
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests {
    use contract::caseload::Attention;

    use super::super::samples::{HANNE, THOMAS, row};
    use super::*;

    const OPEN: Attention = Attention::NoBooking { self_booking_over: false };

    fn listed() -> Listed {
        Listed::of(vec![
            row("Peter Dam", HANNE, &[Attention::Late { days: 3 }, OPEN]),
            row("Åse Lund", THOMAS, &[OPEN]),
            row("Line Krog", HANNE, &[Attention::NoPlan]),
            row("Ole Vang", HANNE, &[]),
        ])
    }

    fn names(filter: &Filter, search: &str) -> Vec<String> {
        let listed = listed();
        let shown = listed.shown(filter, search);
        shown.places.iter().map(|place| listed.rows[*place].citizen.clone()).collect()
    }

    fn only(kinds: &[AttentionKind]) -> Filter {
        Filter { kinds: kinds.to_vec(), caseworker: None }
    }

    #[test]
    fn without_a_choice_every_case_is_shown_in_the_order_it_came() {
        let all = ["Peter Dam", "Åse Lund", "Line Krog", "Ole Vang"];
        assert_eq!(names(&Filter::default(), ""), all);
        assert_eq!(names(&Filter::default(), "  "), all);
    }

    #[test]
    fn several_kinds_show_the_cases_that_have_one_of_them() {
        assert_eq!(names(&only(&[AttentionKind::Late]), ""), ["Peter Dam"]);
        let either = only(&[AttentionKind::NoBooking, AttentionKind::NoPlan]);
        assert_eq!(names(&either, ""), ["Peter Dam", "Åse Lund", "Line Krog"]);
        assert_eq!(names(&only(&[AttentionKind::StandbyReview]), ""), [""; 0]);
    }

    #[test]
    fn what_is_late_is_shown_and_counted_whatever_it_is() {
        let contact = |late| Attention::NoEmployerContact { by: None, late };
        let listed = Listed::of(vec![
            row("Peter Dam", HANNE, &[Attention::Late { days: 3 }, contact(true)]),
            row("Line Krog", HANNE, &[contact(true)]),
            row("Ole Vang", HANNE, &[contact(false)]),
        ]);
        let shown = listed.shown(&only(&[AttentionKind::Late]), "");
        assert_eq!(*shown.places, [0, 1]);
        let count =
            |kind| shown.counts[AttentionKind::ALL.iter().position(|one| *one == kind).unwrap()];
        assert_eq!(count(AttentionKind::Late), 2, "one case is counted once");
        assert_eq!(count(AttentionKind::NoEmployerContact), 3);
    }

    #[test]
    fn every_word_of_the_search_is_found_in_any_letters() {
        assert_eq!(names(&Filter::default(), "åse"), ["Åse Lund"]);
        assert_eq!(names(&Filter::default(), "DAM pet"), ["Peter Dam"]);
        assert_eq!(names(&Filter::default(), "thomas"), ["Åse Lund"]);
        assert_eq!(names(&Filter::default(), "2026-line"), ["Line Krog"]);
        assert_eq!(names(&Filter::default(), "dam thomas"), [""; 0]);
    }

    #[test]
    fn counts_follow_the_caseworker_and_the_search_and_not_each_other() {
        let of = |filter: &Filter, search: &str, kind: AttentionKind| {
            let counts = listed().shown(filter, search).counts;
            counts[AttentionKind::ALL.iter().position(|one| *one == kind).unwrap()]
        };
        let late = only(&[AttentionKind::Late]);
        assert_eq!(of(&late, "", AttentionKind::NoBooking), 2);
        assert_eq!(of(&late, "lund", AttentionKind::NoBooking), 1);
        let hanne = Filter { kinds: Vec::new(), caseworker: Some(HANNE) };
        assert_eq!(of(&hanne, "", AttentionKind::NoBooking), 1);
        assert_eq!(names(&hanne, ""), ["Peter Dam", "Line Krog", "Ole Vang"]);
    }

    #[test]
    fn a_choice_survives_its_address() {
        let filter = Filter::default();
        let filter = filter.toggled(AttentionKind::NoPlan).toggled(AttentionKind::Late);
        assert_eq!(filter.view().show.as_deref(), Some("late,no_plan"));
        assert_eq!(Filter::of(&filter.view()), filter);
        let back = filter.toggled(AttentionKind::Late).toggled(AttentionKind::NoPlan);
        assert_eq!(back, Filter::default());
        assert_eq!(back.view(), CasesView::default());
    }

    #[test]
    fn names_that_say_nothing_are_left_out() {
        let view = CasesView { show: Some("late,early,,late".to_owned()), caseworker: None };
        assert_eq!(Filter::of(&view), only(&[AttentionKind::Late]));
    }

    #[test]
    fn each_caseworker_is_there_once() {
        let names: Vec<_> = listed().caseworkers().into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["Hanne", "Thomas"]);
    }
}
