//! The stepwise way back (*optrapning*, DOMAIN 2.1 § 53, 4.1): hours of work a week, rising
//! from one stretch of days to the next. The same model serves the citizen's wish and the
//! retention plan. Knows no form, no sentence and no today.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Least absence a week with which somebody still counts as sick-listed, in minutes (§ 53 in
/// practice: four hours; DOMAIN 2.1).
pub const LEAST_ABSENCE_MINUTES: u16 = 4 * 60;

/// Hours in a week; more than that nobody can work.
const HOURS_IN_A_WEEK: u16 = 7 * 24;

/// Hours of work a week, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct WeeklyHours {
    /// Minutes a week.
    pub minutes: u16,
}

impl WeeklyHours {
    /// Reads hours as people write them, with a comma or a point: "37", "18,5", "7.25".
    /// `None` when it is no such number, finer than a hundredth, or more than a week has.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (whole, part) = text.split_once([',', '.']).unwrap_or((text, "0"));
        let digits = |text: &str| {
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse::<u16>().ok()).flatten()
        };
        let hours = digits(whole)?;
        let hundredths = match part.len() {
            1 => digits(part)? * 10,
            2 => digits(part)?,
            _ => return None,
        };
        if hours > HOURS_IN_A_WEEK || hours == HOURS_IN_A_WEEK && hundredths > 0 {
            return None;
        }
        Some(Self { minutes: hours * 60 + (hundredths * 60 + 50) / 100 })
    }

    /// As one would type it, with a comma: "18,5". [`WeeklyHours::parse`] reads it back to the
    /// minute.
    pub fn typed(self) -> String {
        let (hours, minutes) = (self.minutes / 60, self.minutes % 60);
        // Two decimals name every minute, rounded.
        let hundredths = (minutes * 100 + 30) / 60;
        match (hundredths, hundredths % 10) {
            (0, _) => hours.to_string(),
            (_, 0) => format!("{hours},{}", hundredths / 10),
            _ => format!("{hours},{hundredths:02}"),
        }
    }
}

/// A stretch of days with the same hours a week (`RampUpStep`, DOMAIN 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RampUpStep {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Hours of work a week; the first step may have none.
    pub hours: WeeklyHours,
}

impl RampUpStep {
    /// How many days it lasts; none when it ends before it begins.
    pub fn days(&self) -> u32 {
        u32::try_from((self.to - self.from).num_days() + 1).unwrap_or_default()
    }
}

/// Something to say about a step, by its place among the steps in order of their first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RampFinding {
    /// Which step, counted from 0.
    pub step: usize,
    /// What about it.
    pub kind: RampFindingKind,
}

/// What there is to say about a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RampFindingKind {
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// It begins before the step above has ended.
    Overlaps,
    /// Days are missing between it and the step above.
    Gap,
    /// More hours than one normally works.
    OverNormalHours,
    /// Fewer hours than the step above: allowed with a reason.
    Decreases,
    /// Under four hours of absence a week: one counts as fully recovered from then on.
    CountsAsRecovered,
}

/// The steps in order of their first day.
pub fn in_order(steps: &[RampUpStep]) -> Vec<RampUpStep> {
    let mut steps = steps.to_vec();
    steps.sort_by_key(|step| (step.from, step.to));
    steps
}

/// What there is to say about steps that are in order ([`in_order`]). Without normal hours
/// nothing is said about them.
pub fn findings(steps: &[RampUpStep], normal: Option<WeeklyHours>) -> Vec<RampFinding> {
    let mut found = Vec::new();
    let mut above: Option<&RampUpStep> = None;
    for (index, step) in steps.iter().enumerate() {
        let mut say = |kind| found.push(RampFinding { step: index, kind });
        if step.to < step.from {
            say(RampFindingKind::EndsBeforeItBegins);
        }
        if let Some(above) = above {
            match above.to.checked_add_days(Days::new(1)) {
                Some(next) if step.from > next => say(RampFindingKind::Gap),
                Some(next) if step.from < next => say(RampFindingKind::Overlaps),
                _ => {}
            }
            if step.hours < above.hours {
                say(RampFindingKind::Decreases);
            }
        }
        if let Some(normal) = normal {
            if step.hours > normal {
                say(RampFindingKind::OverNormalHours);
            } else if normal.minutes - step.hours.minutes < LEAST_ABSENCE_MINUTES {
                say(RampFindingKind::CountsAsRecovered);
            }
        }
        above = Some(step);
    }
    found
}

/// Hours worked over all steps, in minutes: each day counts a seventh of its week.
pub fn total_minutes(steps: &[RampUpStep]) -> u64 {
    let sevenths: u64 =
        steps.iter().map(|step| u64::from(step.days()) * u64::from(step.hours.minutes)).sum();
    (sevenths + 3) / 7
}

/// How fast a typical way up is. They are drawings to adjust, no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Few hours for a long time, then more.
    Slow,
    /// As much more with each step.
    Even,
    /// Many hours soon.
    Fast,
}

impl Pace {
    /// All, the slowest first.
    pub const ALL: [Self; 3] = [Self::Slow, Self::Even, Self::Fast];
}

/// Most steps of a typical way up.
const TYPICAL_STEPS: u64 = 6;

/// Least hours of its first step, in half hours: fewer hardly make a way to work worth while.
const TYPICAL_LEAST: u64 = 4;

/// A typical way up from `start` to `end`, the last day of a partial return: whole weeks, half
/// hours, at least four hours of absence a week. Empty when there is nothing to rise through:
/// `end` before `start`, or normal hours of hardly more than those four.
pub fn typical(
    pace: Pace,
    normal: WeeklyHours,
    start: NaiveDate,
    end: NaiveDate,
) -> Vec<RampUpStep> {
    let days = (end - start).num_days() + 1;
    let most = u64::from(normal.minutes.saturating_sub(LEAST_ABSENCE_MINUTES)) / 30;
    let Ok(days) = u64::try_from(days) else { return Vec::new() };
    if days == 0 || most == 0 {
        return Vec::new();
    }
    let (weeks, least) = (days.div_ceil(7), TYPICAL_LEAST.min(most));
    let steps = weeks.min(TYPICAL_STEPS);
    let day = |week: u64| start.checked_add_days(Days::new(7 * week));
    let step = |index: u64| {
        let next = day((index + 1) * weeks / steps)?;
        let to = if index + 1 == steps { end } else { next.pred_opt()? };
        let half_hours = match pace {
            Pace::Even => most * (index + 1) / steps,
            Pace::Slow => most * (index + 1) * (index + 1) / (steps * steps),
            Pace::Fast => {
                let left = steps - index - 1;
                most * (steps * steps - left * left) / (steps * steps)
            }
        };
        let minutes = u16::try_from(half_hours.max(least) * 30).ok()?;
        Some(RampUpStep { from: day(index * weeks / steps)?, to, hours: WeeklyHours { minutes } })
    };
    (0..steps).map_while(step).collect()
}
