//! The caseworker's addresses, read. Knows no page.

use contract::rules::ContactChannel;

use super::{CasesView, Route, given, segments};
use crate::api::day;

impl Route {
    /// The page of an address of the caseworker's area; `None` when there is none.
    pub fn parse_staff(path: &str, query: &str) -> Option<Self> {
        let week = || given(query, "week").and_then(day);
        let caseworker = || given(query, "caseworker").and_then(|id| id.parse().ok());
        let version = || given(query, "version").and_then(|number| number.parse().ok());
        Some(match segments(path).as_slice() {
            ["staff"] => Self::Staff(caseworker(), week()),
            ["staff", "calendar"] => Self::StaffCalendar(caseworker()),
            ["staff", "exchange"] => Self::StaffExchange,
            ["staff", "remarks"] => Self::StaffRemarks,
            ["staff", "groups"] => Self::StaffGroups,
            ["staff", "groups", id] => Self::StaffGroup(id.parse().ok()?),
            ["staff", "kpi"] => Self::StaffKpi(query.trim_start_matches('?').to_owned()),
            ["staff", "preview", id] => Self::StaffPreview(id.parse().ok()?),
            ["staff", "cases"] => Self::StaffCases(CasesView::parse(query)),
            ["staff", "cases", case, rest @ ..] => {
                let case = case.parse().ok()?;
                match rest {
                    [] => Self::StaffCase(case),
                    ["times", moving @ ..] => Self::StaffCaseTimes {
                        case,
                        moving: match moving {
                            [] => None,
                            [id] => Some(id.parse().ok()?),
                            _ => return None,
                        },
                        channel: given(query, "channel").and_then(ContactChannel::parse),
                        week: week(),
                    },
                    ["plan"] => Self::StaffPlan(case, version()),
                    ["retention-plan"] => Self::StaffRetention(case, version()),
                    ["letters"] => Self::StaffLetters(
                        case,
                        given(query, "letter").and_then(|id| id.parse().ok()),
                    ),
                    ["access-log"] => Self::StaffAccessLog(case),
                    _ => return None,
                }
            }
            _ => return None,
        })
    }
}
