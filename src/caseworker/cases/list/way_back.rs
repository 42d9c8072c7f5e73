//! Where somebody was in the list of cases when they went to one of them, so that they are there
//! again on the way back. Knows no page.

use std::sync::Arc;

use contract::ids::CaseId;

use crate::routes::CasesView;

/// What was shown, and which case was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WayBack {
    /// Which cases were shown.
    pub view: CasesView,
    /// They, in the order of the screen.
    pub shown: Arc<Vec<CaseId>>,
    /// The case whose pages were looked at last, until the list is in view again.
    pub opened: Option<CaseId>,
}

impl WayBack {
    /// Where to be on a list that shows `now`: at the case that was opened; when that is not shown
    /// any more, at the one that followed it, or else at the one before. Nowhere when no case was
    /// opened from the list.
    pub fn place(&self, now: &[CaseId]) -> Option<usize> {
        let opened = self.opened?;
        let place = |case: &CaseId| now.iter().position(|one| one == case);
        let Some(at) = self.shown.iter().position(|case| *case == opened) else {
            return place(&opened);
        };
        let (before, from) = self.shown.split_at(at);
        from.iter().chain(before.iter().rev()).find_map(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(numbers: &[u128]) -> Vec<CaseId> {
        numbers.iter().map(|number| CaseId(uuid::Uuid::from_u128(*number))).collect()
    }

    fn opened(number: u128) -> WayBack {
        let shown = Arc::new(cases(&[1, 2, 3, 4]));
        WayBack { shown, opened: cases(&[number]).pop(), view: CasesView::default() }
    }

    #[test]
    fn one_is_back_at_the_case_that_was_opened_wherever_it_stands_now() {
        assert_eq!(opened(3).place(&cases(&[1, 2, 3, 4])), Some(2));
        assert_eq!(opened(3).place(&cases(&[9, 8, 1, 2, 3])), Some(4));
    }

    #[test]
    fn a_case_that_is_done_leads_to_the_next_one_that_is_left() {
        assert_eq!(opened(2).place(&cases(&[1, 3, 4])), Some(1), "the next one");
        assert_eq!(opened(2).place(&cases(&[1, 4])), Some(1), "the one after that");
        assert_eq!(opened(4).place(&cases(&[1, 2])), Some(1), "the last that is left");
        assert_eq!(opened(2).place(&[]), None);
    }

    #[test]
    fn a_case_that_was_not_opened_from_the_list_is_found_if_it_is_there() {
        assert_eq!(opened(9).place(&cases(&[1, 9])), Some(1));
        assert_eq!(opened(9).place(&cases(&[1, 2])), None);
        assert_eq!(WayBack::default().place(&cases(&[1])), None);
    }
}
