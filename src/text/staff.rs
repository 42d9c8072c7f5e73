//! The texts of the caseworker's area.

/// The texts of the caseworker's area.
pub struct StaffTexts {
    /// The menu.
    pub menu: MenuTexts,
    /// The heading of the week.
    pub week: &'static str,
}

/// The menu of the area.
pub struct MenuTexts {
    /// The week.
    pub week: &'static str,
    /// The template and publishing.
    pub calendar: &'static str,
    /// The cases.
    pub cases: &'static str,
}

/// Danish.
pub const DA: StaffTexts = StaffTexts {
    menu: MenuTexts { week: "Min uge", calendar: "Ugeplan og ledige tider", cases: "Sager" },
    week: "Min uge",
};

/// English.
pub const EN: StaffTexts = StaffTexts {
    menu: MenuTexts { week: "My week", calendar: "Week plan and free times", cases: "Cases" },
    week: "My week",
};
