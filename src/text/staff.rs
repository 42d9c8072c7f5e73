//! Everything a caseworker reads. Short and exact; dates before words. May not know pages or
//! data.

mod calendar;
mod cases;
mod plan;
mod week;

pub use calendar::{CalendarTexts, FieldTexts};
pub use cases::{CaseTexts, RefusalTexts};
pub use plan::StaffPlanTexts;
pub use week::{MenuTexts, WeekTexts};

/// The texts of the caseworker's area.
pub struct StaffTexts {
    /// The menu.
    pub menu: MenuTexts,
    /// The week.
    pub week: WeekTexts,
    /// The template, its exceptions and publishing.
    pub calendar: CalendarTexts,
    /// What is wrong with a field.
    pub fields: FieldTexts,
    /// The cases.
    pub cases: CaseTexts,
    /// A case's job plan.
    pub plan: StaffPlanTexts,
    /// Why the server said no.
    pub refusals: RefusalTexts,
}

/// In Danish.
pub static DA: StaffTexts = StaffTexts {
    menu: MenuTexts::DA,
    week: WeekTexts::DA,
    calendar: CalendarTexts::DA,
    fields: FieldTexts::DA,
    cases: CaseTexts::DA,
    plan: StaffPlanTexts::DA,
    refusals: RefusalTexts::DA,
};

/// In English.
pub static EN: StaffTexts = StaffTexts {
    menu: MenuTexts::EN,
    week: WeekTexts::EN,
    calendar: CalendarTexts::EN,
    fields: FieldTexts::EN,
    cases: CaseTexts::EN,
    plan: StaffPlanTexts::EN,
    refusals: RefusalTexts::EN,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_the_same_places() {
        let tables = [
            MenuTexts::ALL,
            WeekTexts::ALL,
            CalendarTexts::ALL,
            FieldTexts::ALL,
            CaseTexts::ALL,
            StaffPlanTexts::ALL,
            RefusalTexts::ALL,
        ];
        for (name, da, en) in tables.concat() {
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
            assert!(!da.is_empty() && !en.is_empty(), "{name}");
        }
    }
}
