//! The shapes of the retention plan and of the round-table conversation.

use contract::retention_plan::*;
use contract::rules::{
    CitizenMove, Course, CourseParty, EmployerContactTask, EmployerDuty, EmployerDutyKind,
    EmployerMove, NextMove, Revised, StaffMove,
};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! {
    AbsenceKind CitizenMove ContactChannelUsed CourseEventKind CourseParty EmployerDutyKind
    EmployerMove NextMove PartyKind RetentionSection Revised StaffMove SupportKind
}

variants! {
    Course by "state" {
        "requested" => Requested { last },
        "drafting" => Drafting { last, revises },
        "sent" => Sent { version },
        "changes_asked" => ChangesAsked { version },
        "approved" => Approved { version },
        "submitted" => Submitted { version },
        "questioned" => Questioned { version },
        "acknowledged" => Acknowledged { version },
        "declined" => Declined { last },
        "closed" => Closed { last }
    }
    EmployerContactTask by "state" {
        "not_required" => NotRequired,
        "done" => Done { on, late },
        "due" => Due { by, late }
    }
    EmployerContactWhat by "kind" {
        "contacted" => Contacted { channel, outcome },
        "left_out" => LeftOut { reason }
    }
    MessageKind by "kind" {
        "plan" => Plan { event },
        "step_up" => StepUp { version, from },
        "step_report" => StepReport { from },
        "plan_not_submitted" => PlanNotSubmitted,
        "round_table_offered" => RoundTableOffered,
        "round_table_booked" => RoundTableBooked,
        "round_table_cancelled" => RoundTableCancelled,
        "caseworker_changed" => CaseworkerChanged { change },
        "satisfaction_asked" => SatisfactionAsked { booking },
        "time_offered" => TimeOffered { until },
        "time_withdrawn" => TimeWithdrawn,
        "group_seat_offered" => GroupSeatOffered { starts_at, until },
        "group_cancelled" => GroupCancelled { starts_at, too_few, next }
    }
}

records! {
    RetentionPlan {
        parties, workplace, absence, normal_hours, expected_return, goal, tasks, ramp, care,
        support, support_note, follow_up
    }
    PlanParty { kind, name, role, phone, email }
    TaskTexts { can, cannot, changed }
    RetentionStep { id, step, days, tasks, reason }
    CareTexts { considerations, aids, home, breaks, mentor }
    FollowUp { date, who, fails, contact }
    CourseView { course, next, since, events }
    CourseEvent { kind, by, name, at, version, text }
    RetentionVersion { number, sent_at, sent_by, approved_at, submitted_at, acknowledged_at }
    SentPlan { version, plan, comments, remark }
    SectionComment { section, text }
}

records! {
    CitizenRetentionPage {
        today, employee, first_absence, eight_weeks_on, employer, case_closed, course, moves,
        versions, latest, agreed, reports, draft, answer_days, round_table_offered, round_table
    }
    AgreedHours { version, steps, normal_hours }
    StepReport { version, from, text, at }
    RetentionLine { course, next, steps, round_table_offered, round_table_at }
    RoundTableTimes { times, offers }
    RoundTable { id, starts_at, ends_at, employer, caseworker }
}

records! {
    EmployeeRow { id, employee, first_absence, course, next, since, duties }
    EmployerDuty { kind, by, late }
    EmployerRetentionPage {
        case_id, today, employee, first_absence, company, cvr, me, case_closed, course, moves,
        versions, latest, previous, draft, written, sensitive, duties, nemrefusion_url,
        answer_days, offers, round_table
    }
    FieldWriter { field, name, at }
    RoundTableOffer { id, starts_at, ends_at, by }
}

records! {
    StaffRetentionPage {
        case_id, case_number, citizen, employer, first_absence, today, case_closed, course,
        moves, versions, shown, reports, round_table
    }
    RetentionStatus { course, next, since, report, round_table }
    EmployerContacts { employer, task, contacts }
    EmployerContact { id, on, what, former_employer, by, at }
    OutboxMessage { id, kind, to, at, sent_at }
}
