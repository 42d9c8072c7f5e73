//! What is done and what is left, part by part. Plain functions of what is typed.

use std::collections::BTreeSet;

use contract::job_plan::FieldKey;

use super::flow::{PlanPart, screen_of};
use crate::routes::PlanPage;

/// How far a part has come, in screens that say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many say something.
    pub said: usize,
    /// Of how many.
    pub of: usize,
}

/// The screens that say something, from the names of the fields that do.
pub fn said_screens<'a>(said: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let screens = said.filter_map(|name| Some(screen_of(&FieldKey::parse(name)?)));
    screens.map(|page| crate::routes::Route::Plan(page).path()).collect()
}

fn says(screens: &BTreeSet<String>, page: PlanPage) -> bool {
    screens.contains(&crate::routes::Route::Plan(page).path())
}

/// How far a part has come.
pub fn progress(part: PlanPart, said: &BTreeSet<String>) -> Progress {
    let screens = part.screens();
    let of = screens.len();
    Progress { said: screens.into_iter().filter(|page| says(said, *page)).count(), of }
}

/// Where to go on: the first screen that says nothing, of the goal, plan A and the stepwise
/// return; plan B and C are for those who want them.
pub fn go_on(said: &BTreeSet<String>) -> PlanPage {
    let parts = [PlanPart::Goal, PlanPart::ALL[1], PlanPart::Return];
    let mut screens = parts.into_iter().flat_map(PlanPart::screens);
    screens.find(|page| !says(said, *page)).unwrap_or(PlanPage::Share)
}

#[cfg(test)]
mod tests {
    use contract::job_plan::{LegQuestion, PlanLeg};

    use super::*;

    #[test]
    fn an_empty_plan_begins_with_the_goal() {
        let said = said_screens([].into_iter());
        assert_eq!(go_on(&said), PlanPage::Goal);
        assert_eq!(progress(PlanPart::Goal, &said), Progress { said: 0, of: 1 });
    }

    #[test]
    fn one_goes_on_where_nothing_is_said_yet() {
        let said = said_screens(["goal", "a.job", "a.can", "b.why", "talk"].into_iter());
        assert_eq!(go_on(&said), PlanPage::Leg(PlanLeg::A, LegQuestion::Why));
        assert_eq!(progress(PlanPart::Leg(PlanLeg::A), &said), Progress { said: 2, of: 7 });
        assert_eq!(progress(PlanPart::Talk, &said), Progress { said: 1, of: 1 });
    }

    #[test]
    fn the_fields_of_a_row_count_once() {
        let said = said_screens(["a.steps.x.what", "a.steps.x.who", "a.steps.y.what"].into_iter());
        assert_eq!(progress(PlanPart::Leg(PlanLeg::A), &said), Progress { said: 1, of: 7 });
    }

    #[test]
    fn when_nothing_is_left_one_looks_it_over() {
        let parts = [PlanPart::Goal, PlanPart::Leg(PlanLeg::A), PlanPart::Return];
        let screens = parts.into_iter().flat_map(PlanPart::screens);
        let said = screens.map(|page| crate::routes::Route::Plan(page).path()).collect();
        assert_eq!(go_on(&said), PlanPage::Share);
    }
}
