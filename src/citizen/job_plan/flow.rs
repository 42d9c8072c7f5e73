//! The order of the screens, and which screen a field is on. Plain functions.

use contract::job_plan::{FieldKey, LegQuestion, PlanLeg};

use crate::form::{self, Field};
use crate::routes::PlanPage;
use crate::text::Text;

/// A part of the plan: what the overview lists, each with its screens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanPart {
    /// The goal.
    Goal,
    /// A leg.
    Leg(PlanLeg),
    /// The wish for a stepwise return.
    Return,
    /// Words for the next conversation.
    Talk,
}

impl PlanPart {
    /// All, in the order listed.
    pub const ALL: [Self; 6] = [
        Self::Goal,
        Self::Leg(PlanLeg::A),
        Self::Leg(PlanLeg::B),
        Self::Leg(PlanLeg::C),
        Self::Return,
        Self::Talk,
    ];

    /// Its screens, in order.
    pub fn screens(self) -> Vec<PlanPage> {
        match self {
            Self::Goal => vec![PlanPage::Goal],
            Self::Leg(leg) => {
                let questions = LegQuestion::ALL.map(|question| PlanPage::Leg(leg, question));
                let mut screens = questions.to_vec();
                screens.push(PlanPage::Steps(leg));
                screens
            }
            Self::Return => vec![PlanPage::Return],
            Self::Talk => vec![PlanPage::Talk],
        }
    }

    /// The part a screen belongs to.
    pub fn of(page: PlanPage) -> Option<Self> {
        match page {
            PlanPage::Goal => Some(Self::Goal),
            PlanPage::Leg(leg, _) | PlanPage::Steps(leg) => Some(Self::Leg(leg)),
            PlanPage::Return => Some(Self::Return),
            PlanPage::Talk => Some(Self::Talk),
            PlanPage::Overview | PlanPage::Share | PlanPage::Version(_) => None,
        }
    }
}

/// Where a screen stands in its part: from 1, of how many.
pub fn place(page: PlanPage) -> Option<(usize, usize)> {
    let screens = PlanPart::of(page)?.screens();
    let index = screens.iter().position(|screen| *screen == page)?;
    Some((index + 1, screens.len()))
}

/// The screen after this one: after the goal plan A, after the last of a part the overview.
pub fn next(page: PlanPage) -> PlanPage {
    if page == PlanPage::Goal {
        return PlanPage::Leg(PlanLeg::A, LegQuestion::Job);
    }
    beside(page, 1)
}

/// The screen before this one: before the first of a part the overview.
pub fn previous(page: PlanPage) -> PlanPage {
    beside(page, -1)
}

fn beside(page: PlanPage, by: isize) -> PlanPage {
    let Some(part) = PlanPart::of(page) else { return PlanPage::Overview };
    let screens = part.screens();
    let index = screens.iter().position(|screen| *screen == page);
    let there = index.and_then(|index| index.checked_add_signed(by));
    there.and_then(|index| screens.get(index).copied()).unwrap_or(PlanPage::Overview)
}

/// The screen a field is on.
pub fn screen_of(field: &FieldKey) -> PlanPage {
    match field {
        FieldKey::Goal => PlanPage::Goal,
        FieldKey::Leg(leg, question) => PlanPage::Leg(*leg, *question),
        FieldKey::Step(leg, ..) => PlanPage::Steps(*leg),
        FieldKey::HoursNow | FieldKey::NormalHours | FieldKey::Ramp(..) => PlanPage::Return,
        FieldKey::Talk => PlanPage::Talk,
    }
}

/// A field of the plan, as its page says it.
pub fn field(key: &FieldKey, label: Text) -> Field {
    Field::new(key, key.limit(), label)
}

/// The id of a field's element.
pub fn element_id(field: &FieldKey) -> String {
    form::element_id(&field.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn next_and_back_lead_through_a_leg_and_out_again() {
        let first = PlanPage::Leg(PlanLeg::B, LegQuestion::Job);
        assert_eq!(previous(first), PlanPage::Overview);
        let mut page = first;
        let mut seen = 0;
        while page != PlanPage::Overview {
            let then = next(page);
            if then != PlanPage::Overview {
                assert_eq!(previous(then), page);
            }
            (page, seen) = (then, seen + 1);
        }
        assert_eq!(seen, 7);
        assert_eq!(place(PlanPage::Steps(PlanLeg::B)), Some((7, 7)));
    }

    #[test]
    fn after_the_goal_comes_plan_a() {
        assert_eq!(next(PlanPage::Goal), PlanPage::Leg(PlanLeg::A, LegQuestion::Job));
        assert_eq!(next(PlanPage::Return), PlanPage::Overview);
    }

    #[test]
    fn every_screen_of_a_part_belongs_to_it() {
        for part in PlanPart::ALL {
            for screen in part.screens() {
                assert_eq!(PlanPart::of(screen), Some(part));
            }
        }
    }
}
