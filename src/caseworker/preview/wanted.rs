//! What is chosen around a citizen's pages, as plain data: whose, on which day, with which
//! calendar. Knows no page.

use chrono::{Days, NaiveDate};
use contract::calendar::PublishSpan;
use contract::ids::{CaseId, CaseworkerId};
use contract::preview::{OpenPreview, Preview, PreviewOf, UnpublishedCalendar};
use contract::problem::{FieldCode, FieldError};
use contract::session::DemoSituation;

use crate::caseworker::calendar::span_of;
use crate::citizen::booking::monday_of;

/// The fields that can be wrong, as the request names them.
pub const DAY: &str = "on";
/// The first day of the calendar.
pub const FROM: &str = "from";
/// Its last day.
pub const TO: &str = "to";

/// The samples there are, with their names in a form.
pub const SAMPLES: [(&str, DemoSituation); 11] = [
    ("first_conversation_due", DemoSituation::FirstConversationDue),
    ("next_conversation_due", DemoSituation::NextConversationDue),
    ("booked", DemoSituation::Booked),
    ("overdue", DemoSituation::Overdue),
    ("exempt", DemoSituation::Exempt),
    ("standby", DemoSituation::Standby),
    ("self_booking_withdrawn", DemoSituation::SelfBookingWithdrawn),
    ("video_locked", DemoSituation::VideoLocked),
    ("no_free_times", DemoSituation::NoFreeTimes),
    ("no_employer", DemoSituation::NoEmployer),
    ("case_closed", DemoSituation::CaseClosed),
];

/// The choice of the case, where there is one.
pub const CASE: &str = "case";

/// What is typed and chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// [`CASE`] or the name of a sample.
    pub whose: String,
    /// A day, or nothing for today.
    pub day: String,
    /// Whose calendar; nothing for what is published.
    pub calendar: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
}

/// The days of a calendar that are offered at first, on the day that is looked at: four weeks from
/// next Monday on.
pub fn offered_days(on: NaiveDate) -> [NaiveDate; 2] {
    let from = monday_of(on).checked_add_days(Days::new(7)).unwrap_or(on);
    [from, from.checked_add_days(Days::new(27)).unwrap_or(from)]
}

/// What is between the values of a note.
const BETWEEN: char = '\n';

impl Wanted {
    /// In one line each, to be found again after a reload. Nothing of it is anybody's data.
    pub fn noted(&self) -> String {
        let Self { whose, day, calendar, from, to } = self;
        [whose, day, calendar, from, to].map(String::as_str).join(&BETWEEN.to_string())
    }

    /// What a note says.
    pub fn read(note: &str) -> Option<Self> {
        let values: Vec<String> = note.split(BETWEEN).map(str::to_owned).collect();
        let [whose, day, calendar, from, to] = values.try_into().ok()?;
        Some(Self { whose, day, calendar, from, to })
    }

    /// What a view shows.
    pub fn of(preview: &Preview) -> Self {
        let whose = match preview.of {
            PreviewOf::Case { .. } => CASE,
            PreviewOf::Sample { situation } => name_of(situation),
        };
        let (calendar, span) = preview.calendar.map(|one| (one.caseworker_id, one.span)).unzip();
        Self {
            whose: whose.to_owned(),
            day: if preview.other_day { preview.on.to_string() } else { String::new() },
            calendar: calendar.map(|id| id.to_string()).unwrap_or_default(),
            from: span.map(|span| span.from.to_string()).unwrap_or_default(),
            to: span.map(|span| span.to.to_string()).unwrap_or_default(),
        }
    }

    /// What to open; `case` is the one that was looked at. Or what is wrong with it.
    pub fn open(&self, case: Option<CaseId>) -> Result<OpenPreview, Vec<FieldError>> {
        let sample = SAMPLES.iter().find(|(name, _)| *name == self.whose);
        let of = match (sample, case) {
            (Some((_, situation)), _) => PreviewOf::Sample { situation: *situation },
            (None, Some(case_id)) => PreviewOf::Case { case_id },
            (None, None) => return Err(vec![FieldError::new("of", FieldCode::Missing)]),
        };
        let on = match self.day.as_str() {
            "" => None,
            day => {
                let day = day.parse::<NaiveDate>();
                Some(day.map_err(|_| vec![FieldError::new(DAY, FieldCode::Unknown)])?)
            }
        };
        let calendar = match self.calendar.parse::<CaseworkerId>() {
            Ok(caseworker_id) => {
                let PublishSpan { from, to } = span_of(&self.from, &self.to)?;
                Some(UnpublishedCalendar { caseworker_id, span: PublishSpan { from, to } })
            }
            Err(_) => None,
        };
        Ok(OpenPreview { of, on, calendar, reason: String::new() })
    }
}

fn name_of(situation: DemoSituation) -> &'static str {
    SAMPLES.iter().find(|(_, one)| *one == situation).map(|(name, _)| *name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use contract::ids::PreviewId;
    use uuid::Uuid;

    use super::*;
    use crate::citizen::samples::day;

    fn preview(of: PreviewOf) -> Preview {
        let caseworker_id = CaseworkerId(Uuid::from_u128(3));
        let span = PublishSpan { from: day("2026-12-14"), to: day("2026-12-18") };
        Preview {
            id: PreviewId(Uuid::from_u128(2)),
            of,
            case_id: CaseId(Uuid::from_u128(1)),
            citizen: "Maja Holm".into(),
            on: day("2026-12-07"),
            other_day: true,
            calendar: Some(UnpublishedCalendar { caseworker_id, span }),
            plan_not_sent: false,
        }
    }

    #[test]
    fn a_note_says_the_same_after_a_reload() {
        let case = PreviewOf::Case { case_id: CaseId(Uuid::from_u128(1)) };
        let wanted = Wanted::of(&preview(case));
        assert_eq!(Wanted::read(&wanted.noted()), Some(wanted));
        assert_eq!(Wanted::read(&Wanted::default().noted()), Some(Wanted::default()));
        assert_eq!(Wanted::read("case"), None);
    }

    #[test]
    fn four_weeks_from_next_monday_on_are_offered() {
        for on in ["2026-11-23", "2026-11-25", "2026-11-29"] {
            let days = offered_days(day(on)).map(|day| day.to_string());
            assert_eq!(days, ["2026-11-30", "2026-12-27"]);
        }
    }

    #[test]
    fn what_is_shown_is_what_opens_it_again() {
        let case_id = CaseId(Uuid::from_u128(1));
        let case = PreviewOf::Case { case_id };
        let samples = SAMPLES.map(|(_, situation)| PreviewOf::Sample { situation });
        for of in samples.into_iter().chain([case]) {
            let preview = preview(of);
            let open = Wanted::of(&preview).open(Some(case_id)).unwrap();
            assert_eq!((open.of, open.on), (of, Some(preview.on)));
            assert_eq!(open.calendar, preview.calendar);
        }
    }

    #[test]
    fn the_names_of_the_samples_are_the_contracts() {
        for (name, situation) in SAMPLES {
            assert_eq!(serde_json::to_value(situation).unwrap(), name);
        }
    }

    #[test]
    fn a_calendar_needs_its_days_and_a_day_has_to_exist() {
        let shown = Wanted::of(&preview(PreviewOf::Sample { situation: DemoSituation::Booked }));
        let fields = |wanted: Wanted| -> Vec<String> {
            wanted.open(None).unwrap_err().into_iter().map(|error| error.field).collect()
        };
        assert_eq!(fields(Wanted { from: String::new(), ..shown.clone() }), [FROM]);
        assert_eq!(fields(Wanted { to: "2026-12-01".into(), ..shown.clone() }), [TO]);
        assert_eq!(fields(Wanted { day: "31/2".into(), ..shown.clone() }), [DAY]);
        let published = Wanted { calendar: String::new(), from: String::new(), ..shown };
        assert_eq!(published.open(None).unwrap().calendar, None);
        let nobody = Wanted { whose: CASE.into(), ..Wanted::default() };
        assert_eq!(fields(nobody), ["of"]);
    }
}
