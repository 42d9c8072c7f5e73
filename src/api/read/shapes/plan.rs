//! The shapes of what is typed, of the job plan, and of the access log.

use contract::access_log::*;
use contract::draft::*;
use contract::job_plan::*;
use contract::rules::{GoalState, RampUpStep, WeeklyHours};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! { AccessRole AccessedData GoalState PlanLeg PlanSection }

records! {
    Draft { version, fields }
    DraftField { field, value, version }
    DraftChange { field, base, value }
    DraftSaved { version, saved, conflicts, refused, sensitive }
    SavedField { field, version }
    DraftKey { id, key }
}

records! {
    JobPlan { goal, legs, partial_return }
    LegPlan { leg, job, why, can, obstacles, support, sure, steps }
    PlanStep { id, what, who, when, done }
    ReturnWish { hours_now, normal_hours, ramp }
    RampUpStep { from, to, hours }
    LegTexts { leg, label, label_en, help, help_en }
    JobPlanPage {
        today, required, legs, vague_words, employer, caseworker, case_closed, draft,
        versions, latest, activities, next_conversation
    }
    PlanVersion { number, shared_at, state }
    SharedPlan { version, plan, previous, comments, agreed }
    PreviousPlan { number, plan }
    PlanComment { version, section, text, by, at }
    AgreedStep { leg, step, by, at }
    Activity { id, kind, description, place, from, to, hours, responsible }
    ActivityKind { code, name, name_en }
    ConversationWords { booking, starts_at, channel, caseworker, words }
    GivenWords { goal, talk, at }
}

records! {
    StaffJobPlan {
        case_id, case_number, citizen, today, required, case_closed, legs, goal, versions, shown,
        activities, activity_kinds, next_conversation
    }
    JobPlanStatus { required, latest, goal, activities }
    AccessLog { entries, before }
    AccessLogEntry { id, at, role, unit, name, what, reason }
}

variants! {
    VersionState by "kind" {
        "unopened" => Unopened,
        "opened" => Opened { at },
        "taken_back" => TakenBack { at }
    }
}

impl Read for WeeklyHours {
    fn read(json: Json) -> Option<Self> {
        Some(Self { minutes: u16::read(json)? })
    }
}

impl Read for RowId {
    fn read(json: Json) -> Option<Self> {
        Self::parse(&json.text()?)
    }
}
