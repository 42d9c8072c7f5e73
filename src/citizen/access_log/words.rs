//! Who looked, and at what, in plain words. Draws nothing.

use contract::access_log::{AccessLogEntry, AccessRole, AccessedData};

use crate::text::{Texts, fill};

/// "Hanne Ravn, sagsbehandler, team A": with the name where the municipality says so.
pub fn who(t: &Texts, look: &AccessLogEntry) -> String {
    let texts = t.access_log();
    let role = match look.role {
        AccessRole::Citizen => return texts.yourself.to_owned(),
        AccessRole::Employer => {
            return match &look.name {
                Some(name) => fill(texts.employer_named, &[name, &look.unit]),
                None => fill(texts.employer, &[&look.unit]),
            };
        }
        AccessRole::Caseworker => texts.caseworker,
        AccessRole::TeamLeader => texts.team_leader,
    };
    match &look.name {
        Some(name) => fill(texts.who_named, &[name, &role.to_lowercase(), &look.unit]),
        None => fill(texts.who, &[role, &look.unit]),
    }
}

/// What was looked at or changed, as a sentence without its person.
pub fn what(t: &Texts, what: AccessedData) -> &'static str {
    let texts = t.access_log();
    match what {
        AccessedData::CaseList => texts.case_list,
        AccessedData::Calendar => texts.calendar,
        AccessedData::Case => texts.case,
        AccessedData::Decision => texts.decision,
        AccessedData::FreeTimes => texts.free_times,
        AccessedData::Conversation => texts.conversation,
        AccessedData::JobPlan => texts.job_plan,
        AccessedData::JobPlanAnswer => texts.job_plan_answer,
        AccessedData::Activity => texts.activity,
        AccessedData::Preview => texts.preview,
        AccessedData::EmployeeList => texts.employee_list,
        AccessedData::RetentionPlan => texts.retention_plan,
        AccessedData::RetentionPlanMove => texts.retention_plan_move,
        AccessedData::EmployerContact => texts.employer_contact,
        AccessedData::RoundTable => texts.round_table,
        AccessedData::GroupSession => texts.group_session,
        AccessedData::AccessLog => texts.access_log,
        AccessedData::CaseworkerChange => texts.caseworker_change,
        AccessedData::Letters => texts.letters,
        AccessedData::Import => texts.import,
        AccessedData::Export => texts.export,
        AccessedData::KeyFigures => texts.key_figures,
    }
}

#[cfg(test)]
mod tests {
    use contract::ids::AccessLogEntryId;

    use super::*;
    use crate::text::Language;

    fn look(role: AccessRole, name: Option<&str>) -> AccessLogEntry {
        AccessLogEntry {
            id: AccessLogEntryId(uuid::Uuid::from_u128(1)),
            at: "2026-12-01T08:00:00+01:00".parse().unwrap(),
            role,
            unit: "A".into(),
            name: name.map(Into::into),
            what: AccessedData::JobPlan,
            reason: None,
        }
    }

    #[test]
    fn a_name_is_said_only_where_the_municipality_says_it() {
        let t = Language::Da.texts();
        assert_eq!(who(t, &look(AccessRole::Caseworker, None)), "Sagsbehandler, team A");
        assert_eq!(
            who(t, &look(AccessRole::TeamLeader, Some("Gitte Fjord"))),
            "Gitte Fjord, teamleder, team A"
        );
    }
}
