//! The municipality's part of the key figures: what it aims at. The built-in targets stand where the
//! file says nothing.

use std::collections::BTreeMap;

use contract::kpi::{FigureKey, FigureUnit, Target};
use serde::Deserialize;

/// The table `[kpi]`.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KpiSettings {
    /// By the figure's name, in whole units: per cent, days, hours or times. A figure that is to
    /// be low (missed conversations, days) is met by that or less.
    pub targets: BTreeMap<FigureKey, u16>,
    /// A caseworker sees the department's figures where at least so many colleagues are counted in
    /// them beside themselves: with one, the department less oneself would be that colleague.
    pub fewest_colleagues: u16,
}

impl Default for KpiSettings {
    fn default() -> Self {
        // Seed P6.
        Self { targets: BTreeMap::from([(FigureKey::PartialReturn, 25)]), fewest_colleagues: 2 }
    }
}

impl KpiSettings {
    /// What the municipality aims at with a figure.
    pub fn target(&self, key: FigureKey) -> Option<Target> {
        let whole = i32::from(*self.targets.get(&key)?);
        Some(Target { tenths: whole * 10, at_least: key.wants_more() })
    }

    /// A target that cannot be met.
    pub fn impossible(&self) -> Option<FigureKey> {
        let more_than_all = |(key, target): (&FigureKey, &u16)| {
            (key.unit() == FigureUnit::Percent && *target > 100).then_some(*key)
        };
        self.targets.iter().find_map(more_than_all)
    }
}
