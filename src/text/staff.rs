//! Everything a caseworker reads. Short and exact; dates before words. May not know pages or
//! data.

mod calendar;
mod case_page;
mod caseload;
mod cases;
mod exchange;
mod groups;
mod kpi;
mod plan;
mod preview;
mod retention;
mod week;

pub use calendar::{CalendarTexts, FieldTexts};
pub use case_page::{CasePageTexts, LetterTexts};
pub use caseload::CaseloadTexts;
pub use cases::{CaseTexts, RefusalTexts};
pub use exchange::{CellProblemTexts, ColumnTexts, ExchangeTexts, FileProblemTexts};
pub use groups::StaffGroupTexts;
pub use kpi::{FigureTexts, KpiTexts};
pub use plan::StaffPlanTexts;
pub use preview::{HiddenTexts, PreviewTexts, TriedTexts};
pub use retention::{EmployerContactTexts, MessageTexts, StaffRetentionTexts};
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
    /// The list of cases.
    pub caseload: CaseloadTexts,
    /// The cases.
    pub cases: CaseTexts,
    /// One case's time line, caseworker and decisions.
    pub case_page: CasePageTexts,
    /// Letters, as the citizen gets them.
    pub letters: LetterTexts,
    /// The key figures.
    pub kpi: KpiTexts,
    /// What each key figure is called, and what it counts.
    pub figures: FigureTexts,
    /// A case's job plan.
    pub plan: StaffPlanTexts,
    /// A case's retention plan.
    pub retention: StaffRetentionTexts,
    /// The contacts with the employer.
    pub contacts: EmployerContactTexts,
    /// What is to be told and not sent yet.
    pub messages: MessageTexts,
    /// A citizen's pages as the citizen sees them.
    pub preview: PreviewTexts,
    /// What a citizen would have done there.
    pub tried: TriedTexts,
    /// The times a citizen does not see.
    pub hidden: HiddenTexts,
    /// Group sessions.
    pub groups: StaffGroupTexts,
    /// Bringing cases in and taking data out.
    pub exchange: ExchangeTexts,
    /// The columns of a file of cases.
    pub columns: ColumnTexts,
    /// What is wrong with a file of cases.
    pub file_problems: FileProblemTexts,
    /// What is wrong with a row of it.
    pub cell_problems: CellProblemTexts,
    /// Why the server said no.
    pub refusals: RefusalTexts,
}

/// In Danish.
pub static DA: StaffTexts = StaffTexts {
    menu: MenuTexts::DA,
    week: WeekTexts::DA,
    calendar: CalendarTexts::DA,
    fields: FieldTexts::DA,
    caseload: CaseloadTexts::DA,
    cases: CaseTexts::DA,
    case_page: CasePageTexts::DA,
    letters: LetterTexts::DA,
    kpi: KpiTexts::DA,
    figures: FigureTexts::DA,
    plan: StaffPlanTexts::DA,
    retention: StaffRetentionTexts::DA,
    contacts: EmployerContactTexts::DA,
    messages: MessageTexts::DA,
    preview: PreviewTexts::DA,
    tried: TriedTexts::DA,
    hidden: HiddenTexts::DA,
    groups: StaffGroupTexts::DA,
    exchange: ExchangeTexts::DA,
    columns: ColumnTexts::DA,
    file_problems: FileProblemTexts::DA,
    cell_problems: CellProblemTexts::DA,
    refusals: RefusalTexts::DA,
};

/// In English.
pub static EN: StaffTexts = StaffTexts {
    menu: MenuTexts::EN,
    week: WeekTexts::EN,
    calendar: CalendarTexts::EN,
    fields: FieldTexts::EN,
    caseload: CaseloadTexts::EN,
    cases: CaseTexts::EN,
    case_page: CasePageTexts::EN,
    letters: LetterTexts::EN,
    kpi: KpiTexts::EN,
    figures: FigureTexts::EN,
    plan: StaffPlanTexts::EN,
    retention: StaffRetentionTexts::EN,
    contacts: EmployerContactTexts::EN,
    messages: MessageTexts::EN,
    preview: PreviewTexts::EN,
    tried: TriedTexts::EN,
    hidden: HiddenTexts::EN,
    groups: StaffGroupTexts::EN,
    exchange: ExchangeTexts::EN,
    columns: ColumnTexts::EN,
    file_problems: FileProblemTexts::EN,
    cell_problems: CellProblemTexts::EN,
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
            CaseloadTexts::ALL,
            CaseTexts::ALL,
            CasePageTexts::ALL,
            LetterTexts::ALL,
            KpiTexts::ALL,
            FigureTexts::ALL,
            StaffPlanTexts::ALL,
            StaffRetentionTexts::ALL,
            EmployerContactTexts::ALL,
            MessageTexts::ALL,
            PreviewTexts::ALL,
            TriedTexts::ALL,
            HiddenTexts::ALL,
            StaffGroupTexts::ALL,
            ExchangeTexts::ALL,
            ColumnTexts::ALL,
            FileProblemTexts::ALL,
            CellProblemTexts::ALL,
            RefusalTexts::ALL,
        ];
        for (name, da, en) in tables.concat() {
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
            assert!(!da.is_empty() && !en.is_empty(), "{name}");
        }
    }
}
