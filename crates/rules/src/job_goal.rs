//! Is a job goal concrete (seed P3; DOMAIN 4.3)? Words that name no job and no task are the
//! municipality's to list. Never a reason to refuse anything: it earns a friendly nudge.

use serde::{Deserialize, Serialize};

/// What a job goal says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    /// Nothing.
    Missing,
    /// Only words that name no job and no tasks, such as "afklaring".
    Vague,
    /// Something else.
    Concrete,
}

/// What `goal` says, where `vague` lists the words that name no job, in lower case; an entry
/// of several words stands for each of them.
pub fn goal_state(goal: &str, vague: &[String]) -> GoalState {
    if goal.trim().is_empty() {
        return GoalState::Missing;
    }
    let goal = goal.to_lowercase();
    let mut words = goal.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let says_nothing = |word: &str| {
        let mut known = vague.iter().flat_map(|entry| entry.split_whitespace());
        known.any(|entry| entry == word)
    };
    if words.all(says_nothing) { GoalState::Vague } else { GoalState::Concrete }
}
