//! The five steps of each question, the best first.

use crate::text::text;
use crate::ui::Choice;

/// How satisfied.
pub(super) fn satisfied_choices() -> Vec<Choice> {
    vec![
        Choice::new("5", text(|t| t.satisfaction().satisfied_5)),
        Choice::new("4", text(|t| t.satisfaction().satisfied_4)),
        Choice::new("3", text(|t| t.satisfaction().satisfied_3)),
        Choice::new("2", text(|t| t.satisfaction().satisfied_2)),
        Choice::new("1", text(|t| t.satisfaction().satisfied_1)),
    ]
}

/// Brought closer to work.
pub(super) fn closer_choices() -> Vec<Choice> {
    vec![
        Choice::new("5", text(|t| t.satisfaction().closer_5)),
        Choice::new("4", text(|t| t.satisfaction().closer_4)),
        Choice::new("3", text(|t| t.satisfaction().closer_3)),
        Choice::new("2", text(|t| t.satisfaction().closer_2)),
        Choice::new("1", text(|t| t.satisfaction().closer_1)),
    ]
}
