//! The texts of the caseworker's area.

/// The texts of the caseworker's area.
pub struct StaffTexts {
    /// The heading of the week.
    pub week: &'static str,
}

/// Danish.
pub const DA: StaffTexts = StaffTexts { week: "Min uge" };

/// English.
pub const EN: StaffTexts = StaffTexts { week: "My week" };
