//! The municipality's contact rules as dated data (DOMAIN 3): a reform is a new entry in the
//! configuration, not a release. Knows no case.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::channel::ContactChannel;

/// From which day the weeks of `exempt_if_employed_and_expected_weeks` are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExemptionCountedFrom {
    /// From the first absence day (the 26-week rule of 2026, DOMAIN 3).
    FirstAbsence,
    /// From the first conversation held (the 13-week rule of 2025, § 13 f).
    FirstConversation,
}

/// One dated set of contact rules (`contact_rule_set`, DOMAIN 3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactRuleSet {
    /// What staff call it, e.g. "2025".
    pub name: String,
    /// First conversation date it governs.
    pub valid_from: NaiveDate,
    /// Last conversation date it governs; open when absent.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// Only cases whose first absence day is this day or later; all when absent.
    #[serde(default)]
    pub first_absence_from: Option<NaiveDate>,
    /// Weeks from the first absence day in which the first conversation is held (§ 13 b: 8).
    pub first_followup_deadline_weeks: u16,
    /// Least number of conversations in the first half year (§ 13 b: 4).
    pub min_followups_first_halfyear: u16,
    /// The municipality's own interval after each held conversation, in weeks (Slagelse: 4;
    /// a municipal target, not the statute: DOMAIN 0.1).
    #[serde(default)]
    pub local_interval_weeks: Option<u16>,
    /// Employed and expected back within so many weeks: no further conversations required.
    #[serde(default)]
    pub exempt_if_employed_and_expected_weeks: Option<u16>,
    /// What those weeks are counted from.
    #[serde(default = "from_first_absence")]
    pub exempt_counted_from: ExemptionCountedFrom,
    /// Channels of the first conversation.
    pub first_conversation_channels: Vec<ContactChannel>,
    /// Channels the citizen chooses between afterwards.
    pub later_channels: Vec<ContactChannel>,
    /// Days the citizen has to book from the day the duty arose (8 is the safe default,
    /// DOMAIN 2.2).
    pub selfbook_deadline_days: u16,
    /// Hours before the conversation after which the citizen can no longer move or cancel it
    /// themselves (BEK § 17 "reasonable time before").
    pub rebook_cutoff_hours: u16,
    /// Must the employer be contacted before or with the first conversation (seed C12)?
    #[serde(default)]
    pub employer_contact_required: bool,
    /// Weeks from the first absence day in which the employer talks with the employee about
    /// coming back (§ 7 a: 4).
    #[serde(default = "four_weeks")]
    pub employer_talk_weeks: u16,
    /// Weeks from the first absence day in which the employer may ask for an early follow-up
    /// (*fast track*, § 7 c: 5).
    #[serde(default = "five_weeks")]
    pub fasttrack_request_weeks: u16,
    /// Is a job plan required for people with an employer (no since 2025)?
    #[serde(default)]
    pub min_plan_required_if_employed: bool,
    /// Is a job plan required for people without one?
    #[serde(default)]
    pub min_plan_required_if_unemployed: bool,
}

const fn from_first_absence() -> ExemptionCountedFrom {
    ExemptionCountedFrom::FirstAbsence
}

const fn four_weeks() -> u16 {
    4
}

const fn five_weeks() -> u16 {
    5
}

impl ContactRuleSet {
    /// Does this set govern a conversation on `on` in a case first absent on `first_absence`?
    pub fn governs(&self, first_absence: NaiveDate, on: NaiveDate) -> bool {
        self.valid_from <= on
            && self.valid_to.is_none_or(|last| on <= last)
            && self.first_absence_from.is_none_or(|from| from <= first_absence)
    }

    /// Is a job plan required (DOMAIN 4.2)? It is offered to all.
    pub const fn requires_plan(&self, employed: bool) -> bool {
        if employed {
            self.min_plan_required_if_employed
        } else {
            self.min_plan_required_if_unemployed
        }
    }
}

/// The rule set in force for a case first absent on `first_absence` and a conversation on
/// `on`: the newest that governs it. `None` when the configuration has a gap.
pub fn in_force(
    sets: &[ContactRuleSet],
    first_absence: NaiveDate,
    on: NaiveDate,
) -> Option<&ContactRuleSet> {
    sets.iter().filter(|set| set.governs(first_absence, on)).max_by_key(|set| set.valid_from)
}
