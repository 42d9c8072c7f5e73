//! What is planned in a case of the crowd: the citizen's job plan, contacts with the employer, and the
//! retention plan.

use chrono::TimeDelta;
use contract::retention_plan::ContactChannelUsed;
use sea_orm::Set;
use serde_json::json;
use uuid::Uuid;

use super::invented::Dice;
use super::{Crowd, chance};
use crate::db::entities::{
    employer_contact, job_plan_version, retention_plan, retention_version, step_report,
};

impl Crowd<'_> {
    /// Two in five have shared a job plan; some of those are not read.
    pub(super) fn plan(&mut self, case: Uuid, sick_for: i64, dice: Dice) {
        if dice.falls(11, 5) < 2 {
            let within = if self.history { sick_for - 5 } else { 15 };
            let shared_at = self.ago(2 + dice.falls(12, chance(within)));
            let opened = dice.falls(13, 4) > 0;
            self.job_plans.push(job_plan_version::ActiveModel {
                case_id: Set(case),
                number: Set(1),
                content: Set(self.job_plan.clone()),
                draft_version: Set(0),
                shared_at: Set(shared_at),
                opened_at: Set(opened.then(|| shared_at + TimeDelta::hours(20))),
                taken_back_at: Set(None),
            });
        }
    }

    /// Most employers are contacted; some have sent a retention plan, and of those that are agreed
    /// it did not go with some.
    pub(super) fn employer(
        &mut self,
        case: Uuid,
        by: Uuid,
        cvr: String,
        sick_for: i64,
        dice: Dice,
    ) {
        if dice.falls(14, 10) > 0 {
            self.contacts.push(employer_contact::ActiveModel {
                id: Set(self.state.clock.new_id()),
                case_id: Set(case),
                cvr: Set(cvr.clone()),
                on_date: Set(self.day(15 - sick_for)),
                channel: Set(Some(ContactChannelUsed::Phone.as_str().to_owned())),
                text: Set("De tager imod med nedsat tid.".to_owned()),
                by_id: Set(by),
                by_name: Set("Kommunen".to_owned()),
                at: Set(self.ago(sick_for - 15)),
            });
        }
        let waits = match dice.falls(15, 20) {
            0 => true,
            1 => false,
            2..6 if self.history => false,
            _ => return,
        };
        let back = if self.history { dice.falls(44, chance(sick_for - 14)) } else { 0 };
        let plan = self.state.clock.new_id();
        let course = if waits { "submitted" } else { "acknowledged" };
        let now = self.now;
        let at = |days: i64| now - TimeDelta::days(days + back);
        let acknowledged_at = (!waits).then(|| at(6));
        self.courses.push(retention_plan::ActiveModel {
            id: Set(plan),
            case_id: Set(case),
            cvr: Set(cvr),
            state: Set(course.to_owned()),
            version: Set(1),
            begun_at: Set(at(12)),
            since: Set(acknowledged_at.unwrap_or(at(7))),
        });
        self.versions.push(retention_version::ActiveModel {
            case_id: Set(case),
            number: Set(1),
            plan_id: Set(plan),
            content: Set(self.retention_plan.clone()),
            sent_at: Set(at(10)),
            sent_by: Set(by),
            sent_by_name: Set("Personaleafdelingen".to_owned()),
            taken_back_at: Set(None),
            comments: Set(json!([])),
            remark: Set(String::new()),
            approved_at: Set(Some(at(8))),
            submitted_at: Set(Some(at(7))),
            acknowledged_at: Set(acknowledged_at),
            first_minutes: Set(self.hours.map(|(first, _)| first)),
            last_minutes: Set(self.hours.map(|(_, last)| last)),
        });
        if self.history && dice.falls(45, 3) == 0 {
            self.requested(plan, case, at(12));
        }
        if !waits && back == 0 && dice.falls(16, 2) == 0 {
            self.reports.push(step_report::ActiveModel {
                id: Set(self.state.clock.new_id()),
                case_id: Set(case),
                version: Set(1),
                from_date: Set(self.day(-3)),
                text: Set("Jeg kunne kun være der to timer.".to_owned()),
                at: Set(at(1)),
            });
        }
    }
}
