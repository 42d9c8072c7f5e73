//! From what is typed to a plan, and what must be mended before it can be shared.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use rules::{RampFindingKind, RampUpStep, WeeklyHours, ramp};

use super::{
    FieldKey, JobPlan, LegPlan, LegQuestion, PlanLeg, PlanStep, RampPart, ReturnWish, RowId,
    StepPart,
};
use crate::draft::Draft;
use crate::limits;
use crate::problem::{FieldCode, FieldError};

/// The fields that say something, by what they are.
struct Typed<'a> {
    fields: BTreeMap<FieldKey, &'a str>,
    errors: Vec<FieldError>,
}

impl JobPlan {
    /// Reads a plan out of what is typed, as far as it can be read, and lists what must be
    /// mended before it can be shared. A plan without a goal can be shared; an empty one
    /// cannot.
    pub fn read(draft: &Draft) -> (Self, Vec<FieldError>) {
        let said = draft.fields.iter().filter(|field| !field.value.trim().is_empty());
        let fields = said
            .filter_map(|field| Some((FieldKey::parse(&field.field)?, field.value.trim())))
            .filter(|(key, _)| *key != FieldKey::Talk)
            .collect();
        let mut typed = Typed { fields, errors: Vec::new() };
        if typed.fields.is_empty() {
            typed.wrong(&FieldKey::Goal, FieldCode::Missing);
        }
        let plan = Self {
            goal: typed.text(&FieldKey::Goal),
            legs: PlanLeg::ALL.map(|leg| typed.leg(leg)).to_vec(),
            partial_return: typed.partial_return(),
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

/// The rows of the plan's lists that say something, in the order they were made.
fn rows(
    fields: &BTreeMap<FieldKey, &str>,
    row_of: impl Fn(&FieldKey) -> Option<&RowId>,
) -> Vec<RowId> {
    let ids: BTreeSet<&RowId> = fields.keys().filter_map(row_of).collect();
    ids.into_iter().cloned().collect()
}

impl Typed<'_> {
    fn wrong(&mut self, key: &FieldKey, code: FieldCode) {
        self.errors.push(FieldError::new(key.to_string(), code));
    }

    fn text(&self, key: &FieldKey) -> String {
        self.fields.get(key).copied().unwrap_or_default().to_owned()
    }

    /// Reads a field; what cannot be read must be mended.
    fn parse<T>(&mut self, key: &FieldKey, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let text = self.fields.get(key)?;
        let value = parse(text);
        if value.is_none() {
            self.wrong(key, FieldCode::Unknown);
        }
        value
    }

    fn leg(&mut self, leg: PlanLeg) -> LegPlan {
        let steps = rows(&self.fields, |key| match key {
            FieldKey::Step(of, row, _) if *of == leg => Some(row),
            _ => None,
        });
        if steps.len() > limits::PLAN_STEPS {
            self.wrong(&FieldKey::Leg(leg, LegQuestion::Job), FieldCode::TooMany);
        }
        let text = |question| self.text(&FieldKey::Leg(leg, question));
        LegPlan {
            leg,
            job: text(LegQuestion::Job),
            why: text(LegQuestion::Why),
            can: text(LegQuestion::Can),
            obstacles: text(LegQuestion::Obstacles),
            support: text(LegQuestion::Support),
            sure: self.parse(&FieldKey::Leg(leg, LegQuestion::Sure), sure),
            steps: steps.into_iter().map(|row| self.step(leg, row)).collect(),
        }
    }

    fn step(&mut self, leg: PlanLeg, row: RowId) -> PlanStep {
        let key = |part| FieldKey::Step(leg, row.clone(), part);
        if !self.fields.contains_key(&key(StepPart::What)) {
            self.wrong(&key(StepPart::What), FieldCode::Missing);
        }
        PlanStep {
            what: self.text(&key(StepPart::What)),
            who: self.text(&key(StepPart::Who)),
            when: self.parse(&key(StepPart::When), day),
            done: self.fields.contains_key(&key(StepPart::Done)),
            id: row,
        }
    }

    fn partial_return(&mut self) -> ReturnWish {
        let rows = rows(&self.fields, |key| match key {
            FieldKey::Ramp(row, _) => Some(row),
            _ => None,
        });
        let mut steps: Vec<(RowId, RampUpStep)> = Vec::new();
        for row in rows {
            steps.extend(self.ramp_row(&row).map(|step| (row, step)));
        }
        steps.sort_by_key(|(_, step)| (step.from, step.to));
        let normal_hours = self.parse(&FieldKey::NormalHours, WeeklyHours::parse);
        let ramp: Vec<RampUpStep> = steps.iter().map(|(_, step)| *step).collect();
        for finding in ramp::findings(&ramp, normal_hours) {
            let Some((row, _)) = steps.get(finding.step) else { continue };
            let (part, code) = match finding.kind {
                RampFindingKind::EndsBeforeItBegins => (RampPart::To, FieldCode::EndNotAfterStart),
                RampFindingKind::Overlaps => (RampPart::From, FieldCode::Overlaps),
                RampFindingKind::Gap => (RampPart::From, FieldCode::Gap),
                RampFindingKind::OverNormalHours => (RampPart::Hours, FieldCode::OutOfRange),
                RampFindingKind::Decreases | RampFindingKind::CountsAsRecovered => continue,
            };
            self.wrong(&FieldKey::Ramp(row.clone(), part), code);
        }
        let hours_now = self.parse(&FieldKey::HoursNow, WeeklyHours::parse);
        if let (Some(now), Some(normal)) = (hours_now, normal_hours)
            && now > normal
        {
            self.wrong(&FieldKey::HoursNow, FieldCode::OutOfRange);
        }
        ReturnWish { hours_now, normal_hours, ramp }
    }

    /// A row of the ramp, when all of it can be read.
    fn ramp_row(&mut self, row: &RowId) -> Option<RampUpStep> {
        let key = |part| FieldKey::Ramp(row.clone(), part);
        for part in RampPart::ALL {
            if !self.fields.contains_key(&key(part)) {
                self.wrong(&key(part), FieldCode::Missing);
            }
        }
        let from = self.parse(&key(RampPart::From), day);
        let to = self.parse(&key(RampPart::To), day);
        let hours = self.parse(&key(RampPart::Hours), WeeklyHours::parse);
        Some(RampUpStep { from: from?, to: to?, hours: hours? })
    }
}

fn sure(text: &str) -> Option<u8> {
    text.parse().ok().filter(|sure| *sure <= 10)
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|day: &NaiveDate| limits::YEARS.contains(&day.year()))
}
