//! Everything a sick-listed citizen reads. Du-form, short sentences, what to do next, no
//! paragraph numbers, nothing that threatens. May not know pages or data.

mod booked;
mod booking;
mod details;
mod equipment;
mod overview;
mod reasons;

pub use booked::BookedTexts;
pub use booking::BookingTexts;
pub use details::DetailsTexts;
pub use equipment::EquipmentTexts;
pub use overview::OverviewTexts;
pub use reasons::ReasonTexts;

/// The texts of the citizen's pages, by feature.
pub struct CitizenTexts {
    /// Min side.
    pub overview: OverviewTexts,
    /// Why a date, a lock or a missing time is as it is.
    pub reasons: ReasonTexts,
    /// Choosing and checking a time.
    pub booking: BookingTexts,
    /// Participants, topics and note.
    pub details: DetailsTexts,
    /// A booking: receipt, moving, cancelling.
    pub booked: BookedTexts,
    /// The equipment check for video.
    pub equipment: EquipmentTexts,
}

/// In Danish.
pub const DA: CitizenTexts = CitizenTexts {
    overview: OverviewTexts::DA,
    reasons: ReasonTexts::DA,
    booking: BookingTexts::DA,
    details: DetailsTexts::DA,
    booked: BookedTexts::DA,
    equipment: EquipmentTexts::DA,
};

/// In English.
pub const EN: CitizenTexts = CitizenTexts {
    overview: OverviewTexts::EN,
    reasons: ReasonTexts::EN,
    booking: BookingTexts::EN,
    details: DetailsTexts::EN,
    booked: BookedTexts::EN,
    equipment: EquipmentTexts::EN,
};

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(&'static str, &'static str, &'static str)> {
        [
            OverviewTexts::ALL,
            ReasonTexts::ALL,
            BookingTexts::ALL,
            DetailsTexts::ALL,
            BookedTexts::ALL,
            EquipmentTexts::ALL,
        ]
        .concat()
    }

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in all() {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn no_text_cites_law_or_blames() {
        for (name, da, en) in all() {
            for text in [da, en] {
                let text = text.to_lowercase();
                for word in ["§", "manglende medvirken", "sanktion", "sanction"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}
