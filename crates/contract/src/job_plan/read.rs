//! From what is typed to a plan, and what must be mended before it can be shared.

use rules::WeeklyHours;

use super::{
    FieldKey, JobPlan, LegPlan, LegQuestion, PlanLeg, PlanStep, ReturnWish, RowId, StepPart,
};
use crate::draft::{Draft, Typed};
use crate::limits;
use crate::problem::{FieldCode, FieldError};

impl JobPlan {
    /// Reads a plan out of what is typed, as far as it can be read, and lists what must be
    /// mended before it can be shared. A plan without a goal can be shared; an empty one
    /// cannot.
    pub fn read(draft: &Draft) -> (Self, Vec<FieldError>) {
        let key = |name: &str| FieldKey::parse(name).filter(|key| *key != FieldKey::Talk);
        let mut typed = Typed::new(draft, key);
        if typed.is_empty() {
            typed.wrong(&FieldKey::Goal, FieldCode::Missing);
        }
        let plan = Self {
            goal: typed.text(&FieldKey::Goal),
            legs: PlanLeg::ALL.map(|leg| read_leg(&mut typed, leg)).to_vec(),
            partial_return: read_return(&mut typed),
        };
        (plan, typed.errors)
    }

    /// Does it say nothing at all?
    pub fn is_empty(&self) -> bool {
        self.goal.is_empty()
            && self.legs.iter().all(LegPlan::is_empty)
            && self.partial_return == ReturnWish::default()
    }
}

impl LegPlan {
    /// Does it say nothing at all?
    pub fn is_empty(&self) -> bool {
        let texts = [&self.job, &self.why, &self.can, &self.obstacles, &self.support];
        texts.into_iter().all(String::is_empty) && self.sure.is_none() && self.steps.is_empty()
    }
}

fn read_leg(typed: &mut Typed<'_, FieldKey>, leg: PlanLeg) -> LegPlan {
    let steps = typed.rows(|key| match key {
        FieldKey::Step(of, row, _) if *of == leg => Some(row),
        _ => None,
    });
    if steps.len() > limits::PLAN_STEPS {
        typed.wrong(&FieldKey::Leg(leg, LegQuestion::Job), FieldCode::TooMany);
    }
    let text = |question| typed.text(&FieldKey::Leg(leg, question));
    LegPlan {
        leg,
        job: text(LegQuestion::Job),
        why: text(LegQuestion::Why),
        can: text(LegQuestion::Can),
        obstacles: text(LegQuestion::Obstacles),
        support: text(LegQuestion::Support),
        sure: typed.parse(&FieldKey::Leg(leg, LegQuestion::Sure), sure),
        steps: steps.into_iter().map(|row| read_step(typed, leg, row)).collect(),
    }
}

fn read_step(typed: &mut Typed<'_, FieldKey>, leg: PlanLeg, row: RowId) -> PlanStep {
    let key = |part| FieldKey::Step(leg, row.clone(), part);
    typed.must_say(&key(StepPart::What));
    PlanStep {
        what: typed.text(&key(StepPart::What)),
        who: typed.text(&key(StepPart::Who)),
        when: typed.day(&key(StepPart::When)),
        done: typed.says(&key(StepPart::Done)),
        id: row,
    }
}

fn read_return(typed: &mut Typed<'_, FieldKey>) -> ReturnWish {
    let rows = typed.rows(|key| match key {
        FieldKey::Ramp(row, _) => Some(row),
        _ => None,
    });
    let normal_hours = typed.parse(&FieldKey::NormalHours, WeeklyHours::parse);
    let key = |row: &RowId, part| FieldKey::Ramp(row.clone(), part);
    let ramp = typed.ramp(rows, key, normal_hours);
    let hours_now = typed.parse(&FieldKey::HoursNow, WeeklyHours::parse);
    if let (Some(now), Some(normal)) = (hours_now, normal_hours)
        && now > normal
    {
        typed.wrong(&FieldKey::HoursNow, FieldCode::OutOfRange);
    }
    ReturnWish { hours_now, normal_hours, ramp: ramp.into_iter().map(|(_, step)| step).collect() }
}

fn sure(text: &str) -> Option<u8> {
    text.parse().ok().filter(|sure| *sure <= 10)
}
