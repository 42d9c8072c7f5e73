//! The points of the case's time line and where they lie. Plain data; draws nothing.

use chrono::{Days, NaiveDate};
use contract::booking::{BookingState, CaseOverview};
use contract::rules::{ContactDuty, WeeklyHours};

/// What happened, or is to happen, on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointKind {
    /// The first absence day.
    FirstAbsence,
    /// A conversation was held.
    Held,
    /// A conversation was not held.
    Missed,
    /// Today.
    Today,
    /// The last day to book.
    BookBy,
    /// Other hours begin, as agreed.
    Step,
    /// A conversation is booked.
    Booked,
    /// A group session with a seat.
    Group,
    /// The last day to hold the next conversation.
    HoldBy,
}

/// A day on the time line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: PointKind,
    /// The hours a week that begin then.
    pub hours: Option<Hours>,
}

/// Hours that begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// How many a week.
    pub weekly: WeeklyHours,
    /// Are they more than before?
    pub up: bool,
}

impl Point {
    fn new(date: NaiveDate, kind: PointKind) -> Self {
        Self { date, kind, hours: None }
    }
}

/// Every point of the case in order of time. A booking that is made fulfils the deadline, so
/// the two are not shown side by side unless the booking comes after it.
pub fn points(overview: &CaseOverview) -> Vec<Point> {
    let mut points = vec![
        Point::new(overview.first_absence, PointKind::FirstAbsence),
        Point::new(overview.today, PointKind::Today),
    ];
    points.extend(overview.held.iter().map(|&date| Point::new(date, PointKind::Held)));
    points.extend(
        overview
            .past
            .iter()
            .filter(|past| past.state == BookingState::NoShow)
            .map(|past| Point::new(past.starts_at.date_naive(), PointKind::Missed)),
    );
    let booked = overview.next_booking.as_ref().map(|booking| booking.starts_at.date_naive());
    points.extend(booked.map(|date| Point::new(date, PointKind::Booked)));
    points.extend(overview.group_on.map(|date| Point::new(date, PointKind::Group)));
    points.extend(steps(overview));
    if let ContactDuty::Due(deadline) = &overview.duty {
        if booked.is_none_or(|date| date > deadline.hold_by) {
            points.push(Point::new(deadline.hold_by, PointKind::HoldBy));
        }
        if booked.is_none() && deadline.book_by >= overview.today {
            points.push(Point::new(deadline.book_by, PointKind::BookBy));
        }
    }
    // Of one day's points the order is that of `PointKind`.
    points.sort_unstable_by_key(|point| (point.date, point.kind as u8));
    points
}

/// The agreed steps at which the hours change.
fn steps(overview: &CaseOverview) -> impl Iterator<Item = Point> {
    let steps = overview.retention.iter().flat_map(|line| &line.steps);
    let mut before = WeeklyHours { minutes: 0 };
    steps.filter_map(move |step| {
        let weekly = step.hours;
        let earlier = std::mem::replace(&mut before, weekly);
        let hours = Some(Hours { weekly, up: weekly > earlier });
        (weekly != earlier).then_some(Point { date: step.from, kind: PointKind::Step, hours })
    })
}

/// First and last day drawn: at least four weeks, so that a new case has a line at all.
pub fn span(points: &[Point]) -> Option<(NaiveDate, NaiveDate)> {
    let first = points.first()?.date;
    let last = points.last()?.date;
    Some((first, last.max(first + Days::new(28))))
}

/// How far along a line of that length a day lies. Whole numbers: printing others costs an old
/// phone 4 kB of code.
pub fn place((first, last): (NaiveDate, NaiveDate), date: NaiveDate, length: i64) -> i64 {
    let (day, all) = ((date - first).num_days(), (last - first).num_days());
    (length * day / all.max(1)).clamp(0, length)
}

/// Whole weeks of absence until today.
pub fn weeks_absent(overview: &CaseOverview) -> i64 {
    (overview.today - overview.first_absence).num_days().max(0) / 7
}

#[cfg(test)]
mod tests {
    use contract::retention_plan::RetentionLine;
    use contract::rules::NextMove;

    use super::*;
    use crate::citizen::samples;

    fn kinds(overview: &CaseOverview) -> Vec<PointKind> {
        points(overview).into_iter().map(|point| point.kind).collect()
    }

    #[test]
    fn points_come_in_order_of_time() {
        use PointKind::{BookBy, FirstAbsence, Held, HoldBy, Today};
        let mut overview = samples::overview();
        overview.held = vec![samples::day("2026-11-10")];
        assert_eq!(kinds(&overview), [FirstAbsence, Held, Today, BookBy, HoldBy]);
    }

    #[test]
    fn a_booking_in_time_stands_alone_without_the_deadline_it_meets() {
        let mut overview = samples::overview();
        overview.next_booking = Some(samples::booking());
        assert!(kinds(&overview).contains(&PointKind::Booked));
        assert!(!kinds(&overview).contains(&PointKind::HoldBy));
    }

    #[test]
    fn agreed_hours_stand_where_they_change() {
        use crate::job_plan::samples::step;
        let mut overview = samples::overview();
        overview.retention = Some(RetentionLine {
            course: None,
            next: NextMove::Nobody,
            steps: vec![
                step("2026-11-24", "2026-11-30", "0"),
                step("2026-12-01", "2026-12-14", "10"),
                step("2026-12-15", "2026-12-28", "10"),
                step("2026-12-29", "2027-01-11", "8"),
            ],
            round_table_offered: false,
            round_table_at: None,
        });
        let steps =
            points(&overview).into_iter().filter_map(|point| Some((point.date, point.hours?)));
        let steps: Vec<_> = steps.map(|(date, hours)| (date.to_string(), hours.up)).collect();
        assert_eq!(steps, [("2026-12-01".into(), true), ("2026-12-29".into(), false)]);
    }

    #[test]
    fn a_new_case_still_has_a_line() {
        let first = samples::day("2026-11-23");
        let point = Point::new(first, PointKind::Today);
        let span = span(&[point]).expect("a span");
        assert_eq!(span.1, samples::day("2026-12-21"));
        assert_eq!((place(span, first, 300), place(span, span.1, 300)), (0, 300));
    }

    #[test]
    fn weeks_are_counted_from_the_first_absence_day() {
        assert_eq!(weeks_absent(&samples::overview()), 5);
    }
}
