//! Where the bars of the way up lie. Whole numbers only, like all pictures: printing others
//! costs an old phone 4 kB of code. Draws nothing.

use contract::rules::{RampUpStep, WeeklyHours};

/// Width of the picture.
pub const WIDTH: i64 = 640;
/// Height of its bars at most.
pub const HEIGHT: i64 = 200;
/// Narrower bars carry no number.
const NUMBER_WIDTH: i64 = 60;

/// A stretch of the way up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Left edge.
    pub x: i64,
    /// Width; at least one.
    pub width: i64,
    /// Height; none without hours.
    pub height: i64,
    /// Is there room for its number?
    pub numbered: bool,
}

/// The bars of steps in order of their days: as wide as they are long, as high as they have
/// hours; the height is the normal hours, or the most there are. Days between two steps stay
/// empty.
pub fn bars(steps: &[RampUpStep], normal: Option<WeeklyHours>) -> Vec<Bar> {
    let (Some(first), Some(end)) = (steps.first(), steps.iter().map(|step| step.to).max()) else {
        return Vec::new();
    };
    let days = (end - first.from).num_days() + 1;
    let place = |day: i64| (WIDTH * day / days.max(1)).clamp(0, WIDTH);
    let most = most(steps, normal);
    steps
        .iter()
        .map(|step| {
            let from = (step.from - first.from).num_days();
            let x = place(from);
            let width = (place(from + i64::from(step.days())) - x).max(1);
            let height = HEIGHT * i64::from(step.hours.minutes) / most;
            Bar { x, width, height, numbered: width >= NUMBER_WIDTH }
        })
        .collect()
}

/// How high the line of the normal hours lies.
pub fn normal_height(steps: &[RampUpStep], normal: WeeklyHours) -> i64 {
    HEIGHT * i64::from(normal.minutes) / most(steps, Some(normal))
}

/// The hours that reach the top, in minutes; never none.
fn most(steps: &[RampUpStep], normal: Option<WeeklyHours>) -> i64 {
    let most = steps.iter().map(|step| step.hours).chain(normal).max();
    most.map_or(1, |most| i64::from(most.minutes).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job_plan::samples::{hours, step};

    #[test]
    fn bars_are_as_wide_as_they_are_long_and_as_high_as_they_have_hours() {
        let steps = [
            step("2026-12-01", "2026-12-14", "0"),
            step("2026-12-15", "2026-12-28", "18,5"),
            step("2026-12-29", "2027-01-25", "37"),
        ];
        let bars = bars(&steps, hours("37"));
        let placed: Vec<_> = bars.iter().map(|bar| (bar.x, bar.width, bar.height)).collect();
        assert_eq!(placed, [(0, 160, 0), (160, 160, 100), (320, 320, 200)]);
        assert!(bars.iter().all(|bar| bar.numbered));
    }

    #[test]
    fn more_than_normal_stays_inside_the_picture() {
        let steps = [step("2026-12-01", "2026-12-14", "40")];
        let normal = WeeklyHours::parse("20").unwrap();
        assert_eq!(bars(&steps, Some(normal))[0].height, HEIGHT);
        assert_eq!(normal_height(&steps, normal), 100);
    }

    #[test]
    fn what_cannot_be_drawn_well_is_still_drawn() {
        assert_eq!(bars(&[], None), []);
        let backwards = [step("2026-12-14", "2026-12-01", "10")];
        assert_eq!(bars(&backwards, None).len(), 1);
        let nothing = [step("2026-12-01", "2026-12-14", "0")];
        assert_eq!(bars(&nothing, None)[0].height, 0);
        let short = [step("2026-01-01", "2026-01-01", "5"), step("2026-01-02", "2027-12-31", "9")];
        assert!(!bars(&short, None)[0].numbered && bars(&short, None)[0].width >= 1);
    }
}
