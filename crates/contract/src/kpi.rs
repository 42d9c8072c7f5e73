//! The department's key figures: what each counts, in which unit, and over what. A figure says how
//! many it is about (`n`); where that is fewer than [`FEWEST`], or could be subtracted out of what
//! is shown, neither is told. Knows no sentences and no SQL.

use chrono::NaiveDate;
pub use rules::suppress::FEWEST;
use serde::{Deserialize, Serialize};

use crate::export::ExportRow;
use crate::ids::{CaseId, CaseworkerId};
use crate::staff::CaseworkerRow;

/// Months that are shown, the running one included (seed M6).
pub const MONTHS: usize = 14;
/// Rows behind a figure in one answer.
pub const ROWS_PAGE: u32 = 50;

/// `GET /api/staff/kpi?caseworker=`: the key figures of the department, which is the team, or of one
/// caseworker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KpiBoard {
    /// The day they were counted.
    pub today: NaiveDate,
    /// The department's name.
    pub department: String,
    /// Whose figures they are; the department's when absent.
    pub caseworker: Option<CaseworkerRow>,
    /// Whose one may see: oneself, or as a team leader everybody in the team.
    pub people: Vec<CaseworkerRow>,
    /// May one see the rows behind these figures? Those behind the department's would show each
    /// colleague's, and are for team leaders.
    pub rows: bool,
    /// The first day of each month, the oldest first, the running month last.
    pub months: Vec<NaiveDate>,
    /// The figures there is something to say of, in their order.
    pub figures: Vec<Figure>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figure {
    /// Which. What it counts stands at [`FigureKey`].
    pub key: FigureKey,
    /// Its unit.
    pub unit: FigureUnit,
    /// Over the whole period for what happens; for what stands at the end of each month
    /// ([`FigureKey::is_standing`]), as it is today.
    pub total: Measure,
    /// Month by month, as [`KpiBoard::months`].
    pub months: Vec<Measure>,
    /// What the municipality aims at, in tenths of the unit.
    pub target: Option<Target>,
}

/// How many, and what of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Measure {
    /// How many it is about. Not told when absent: too few, or too few could be computed from it.
    pub n: Option<u32>,
    /// The value in tenths of the unit; none where `n` is not told, and none of nobody.
    pub tenths: Option<i32>,
}

/// What the municipality aims at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Target {
    /// In tenths of the unit.
    pub tenths: i32,
    /// At least that, or at most.
    pub at_least: bool,
}

impl Target {
    /// Is it met?
    pub const fn is_met_by(self, tenths: i32) -> bool {
        if self.at_least { tenths >= self.tenths } else { tenths <= self.tenths }
    }
}

/// What a value is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FigureUnit {
    /// Per cent of `n`.
    Percent,
    /// Days, the mean.
    Days,
    /// Hours a week, the mean.
    Hours,
    /// Times, the mean.
    Times,
}

/// Which figure. A conversation belongs to the caseworker it is with, everything else to the one
/// whose case it is now. Months are Denmark's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FigureKey {
    /// Of the conversations that began: booked by the citizen.
    SelfBooked,
    /// Of the conversations that began: by phone.
    ChosenPhone,
    /// Of the conversations that began: by video.
    ChosenVideo,
    /// Of the conversations that began: in person.
    ChosenInPerson,
    /// Of the conversations that began: recorded as held. The rest was missed, cancelled, or
    /// nobody has recorded it.
    Held,
    /// The same of those by phone.
    HeldPhone,
    /// The same of those by video.
    HeldVideo,
    /// The same of those in person.
    HeldInPerson,
    /// Of the conversations that began: the citizen did not come.
    Missed,
    /// The same of those by phone.
    MissedPhone,
    /// The same of those by video.
    MissedVideo,
    /// The same of those in person.
    MissedInPerson,
    /// Of the conversations that were held: a job plan had been shared before, and not taken back.
    PlanBefore,
    /// Of the first conversations held in cases with an employer: the employer had been contacted
    /// by that day.
    EmployerContacted,
    /// Of the first conversations due: held by the last day for it. Those that were held
    /// count in the month they were held, the others in the month of that day.
    FirstInTime,
    /// Of the conversations due after another one: held within the municipality's interval.
    IntervalInTime,
    /// Of the cases whose first half year ended: as many conversations held as the rules ask for.
    HalfYearMinimum,
    /// Of the open cases with an employer at the end of the month: with a retention plan that the
    /// employee has approved and that has hours (partial return).
    PartialReturn,
    /// Of the retention plans with hours that were approved: hours at the last step less those at
    /// the first.
    HoursProgression,
    /// Of the retention plans begun: asked for by the employee.
    PlansRequested,
    /// Of the retention plans begun: approved by the employee by now.
    PlansAgreed,
    /// Of the retention plans begun: declined by the employer.
    PlansDeclined,
    /// Of the retention plans approved: days from their beginning to the first approval.
    DaysToAgreement,
    /// Of the days on which a caseworker had a free time to come: days until the first of them.
    FirstFreeTime,
    /// Of the times that came free and were offered to people on the waiting list: taken by one of
    /// them.
    GapsRefilled,
    /// Of the answers after conversations that are counted: satisfied or very satisfied. They belong
    /// to the month of the conversation, and those of too few to the department alone (decision 19).
    Satisfied,
    /// The same: agree that the conversation has brought them closer to work.
    CloserToWork,
    /// Of the open cases at the end of the month: how many times they had changed caseworker.
    CaseworkerChanges,
    /// Of the cases closed: days from the first absence day to closing.
    Duration,
    /// Of the cases closed: extended beyond the reassessment.
    Extended,
}

impl FigureKey {
    /// All of them, in order.
    pub const ALL: [Self; 30] = [
        Self::SelfBooked,
        Self::ChosenPhone,
        Self::ChosenVideo,
        Self::ChosenInPerson,
        Self::Held,
        Self::HeldPhone,
        Self::HeldVideo,
        Self::HeldInPerson,
        Self::Missed,
        Self::MissedPhone,
        Self::MissedVideo,
        Self::MissedInPerson,
        Self::PlanBefore,
        Self::EmployerContacted,
        Self::FirstInTime,
        Self::IntervalInTime,
        Self::HalfYearMinimum,
        Self::PartialReturn,
        Self::HoursProgression,
        Self::PlansRequested,
        Self::PlansAgreed,
        Self::PlansDeclined,
        Self::DaysToAgreement,
        Self::FirstFreeTime,
        Self::GapsRefilled,
        Self::Satisfied,
        Self::CloserToWork,
        Self::CaseworkerChanges,
        Self::Duration,
        Self::Extended,
    ];

    /// The stable name, in answers, addresses, files and the configuration.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SelfBooked => "self_booked",
            Self::ChosenPhone => "chosen_phone",
            Self::ChosenVideo => "chosen_video",
            Self::ChosenInPerson => "chosen_in_person",
            Self::Held => "held",
            Self::HeldPhone => "held_phone",
            Self::HeldVideo => "held_video",
            Self::HeldInPerson => "held_in_person",
            Self::Missed => "missed",
            Self::MissedPhone => "missed_phone",
            Self::MissedVideo => "missed_video",
            Self::MissedInPerson => "missed_in_person",
            Self::PlanBefore => "plan_before",
            Self::EmployerContacted => "employer_contacted",
            Self::FirstInTime => "first_in_time",
            Self::IntervalInTime => "interval_in_time",
            Self::HalfYearMinimum => "half_year_minimum",
            Self::PartialReturn => "partial_return",
            Self::HoursProgression => "hours_progression",
            Self::PlansRequested => "plans_requested",
            Self::PlansAgreed => "plans_agreed",
            Self::PlansDeclined => "plans_declined",
            Self::DaysToAgreement => "days_to_agreement",
            Self::FirstFreeTime => "first_free_time",
            Self::GapsRefilled => "gaps_refilled",
            Self::Satisfied => "satisfied",
            Self::CloserToWork => "closer_to_work",
            Self::CaseworkerChanges => "caseworker_changes",
            Self::Duration => "duration",
            Self::Extended => "extended",
        }
    }

    /// The figure of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.as_str() == name)
    }

    /// What its value is in.
    pub const fn unit(self) -> FigureUnit {
        match self {
            Self::HoursProgression => FigureUnit::Hours,
            Self::DaysToAgreement | Self::FirstFreeTime | Self::Duration => FigureUnit::Days,
            Self::CaseworkerChanges => FigureUnit::Times,
            _ => FigureUnit::Percent,
        }
    }

    /// Does it say what stands at the end of a month, rather than what happened in it? Such months
    /// are not added up.
    pub const fn is_standing(self) -> bool {
        matches!(self, Self::PartialReturn | Self::CaseworkerChanges)
    }

    /// Are there rows behind it to be seen? Answers given in confidence have none.
    pub const fn has_rows(self) -> bool {
        !matches!(self, Self::Satisfied | Self::CloserToWork)
    }

    /// Is each of its rows about a case? Free times are nobody's.
    pub const fn has_cases(self) -> bool {
        self.has_rows() && !matches!(self, Self::FirstFreeTime | Self::GapsRefilled)
    }

    /// Is a target of it met from below?
    pub const fn wants_more(self) -> bool {
        !matches!(
            self,
            Self::Missed
                | Self::MissedPhone
                | Self::MissedVideo
                | Self::MissedInPerson
                | Self::PlansDeclined
                | Self::DaysToAgreement
                | Self::FirstFreeTime
                | Self::CaseworkerChanges
                | Self::Duration
                | Self::Extended
        )
    }
}

/// `GET /api/staff/kpi/{figure}/rows?caseworker=&month=&page=`: what a figure is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KpiRows {
    /// Which figure.
    pub key: FigureKey,
    /// Its unit.
    pub unit: FigureUnit,
    /// How many rows there are, and the value they add up to.
    pub measure: Measure,
    /// Which page, from 0.
    pub page: u32,
    /// How many pages there are.
    pub pages: u32,
    /// The rows of the page, the newest first.
    pub rows: Vec<KpiRow>,
}

/// One of those that a figure counts. The figure is the mean of their values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KpiRow {
    /// The case; none where it is no case of the team any more, or the row is about no case.
    pub case_id: Option<CaseId>,
    /// Its number.
    pub case_number: Option<String>,
    /// To whom it counts.
    pub caseworker_id: CaseworkerId,
    /// Their name.
    pub caseworker: String,
    /// The day it counts on.
    pub on: NaiveDate,
    /// Its value in tenths of the unit: in per cent 1000 or 0.
    pub tenths: i32,
}

/// A line of `GET /api/staff/kpi/export`: a figure in a month, or in the whole period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ExportedFigure {
    /// Which figure.
    pub figure: FigureKey,
    /// The department's name, or the caseworker's.
    pub of: String,
    /// The first day of the month; the whole period when absent, or today for what stands.
    pub month: Option<NaiveDate>,
    /// How many; not told when absent.
    pub n: Option<u32>,
    /// The value, with one decimal.
    pub value: Option<f64>,
    /// In which unit.
    pub unit: FigureUnit,
    /// What the municipality aims at.
    pub target: Option<f64>,
}

impl ExportRow for ExportedFigure {
    const NAME: &'static str = "key_figures";
    const COLUMNS: &'static [&'static str] =
        &["figure", "of", "month", "n", "value", "unit", "target"];
}

/// `GET /api/staff/kpi/export?format=json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KpiExport {
    /// The version of the columns.
    pub version: u32,
    /// The day they were counted.
    pub today: NaiveDate,
    /// The lines.
    pub rows: Vec<ExportedFigure>,
}
