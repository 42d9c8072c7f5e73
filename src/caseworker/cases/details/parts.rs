//! The parts of the case page, and the list that leads to them. Knows what they are called, not what
//! is in them.

use leptos::prelude::*;

use crate::text::{Texts, text};

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The deadline and why.
    Deadline,
    /// The case's days.
    TimeLine,
    /// Whose case it is.
    Whose,
    /// Conversations with their outcomes.
    Bookings,
    /// Job plan and retention plan.
    Plans,
    /// Contacts with the employer.
    Employer,
    /// Which forms may be chosen.
    Channels,
    /// May the citizen book?
    SelfBooking,
    /// What was decided about the two.
    Decisions,
    /// What the citizen is written.
    Letters,
    /// Who has looked.
    Looks,
}

impl Part {
    /// All of them, in the order of the page.
    const ALL: [Self; 11] = [
        Self::Deadline,
        Self::TimeLine,
        Self::Whose,
        Self::Bookings,
        Self::Plans,
        Self::Employer,
        Self::Channels,
        Self::SelfBooking,
        Self::Decisions,
        Self::Letters,
        Self::Looks,
    ];

    /// Where on the page it is.
    const fn id(self) -> &'static str {
        match self {
            Self::Deadline => "deadline",
            Self::TimeLine => "time-line",
            Self::Whose => "caseworker",
            Self::Bookings => "conversations",
            Self::Plans => "plans",
            Self::Employer => "employer",
            Self::Channels => "channels",
            Self::SelfBooking => "self-booking",
            Self::Decisions => "decisions",
            Self::Letters => "letters",
            Self::Looks => "looks",
        }
    }

    /// What it is called.
    const fn name(self) -> fn(&'static Texts) -> &'static str {
        match self {
            Self::Deadline => |t| t.staff().cases.deadline,
            Self::TimeLine => |t| t.staff().case_page.time_line,
            Self::Whose => |t| t.staff().case_page.caseworker,
            Self::Bookings => |t| t.staff().cases.bookings,
            Self::Plans => |t| t.staff().case_page.plans,
            Self::Employer => |t| t.staff().contacts.heading,
            Self::Channels => |t| t.staff().cases.channels,
            Self::SelfBooking => |t| t.staff().cases.self_booking,
            Self::Decisions => |t| t.staff().case_page.decisions,
            Self::Letters => |t| t.staff().letters.title,
            Self::Looks => |t| t.staff().case_page.looks,
        }
    }
}

/// A part in its place; whoever follows the list to it has the focus there.
pub fn part(part: Part, content: AnyView) -> AnyView {
    view! { <section class="case-part" id=part.id() tabindex="-1">{content}</section> }.into_any()
}

/// The list of the parts.
pub fn parts_list() -> AnyView {
    let name = text(|t| t.staff().case_page.on_this_page);
    let items = Part::ALL.map(|part| {
        view! { <li><a href=format!("#{}", part.id())>{text(part.name())}</a></li> }
    });
    view! {
        <nav class="case-parts" aria-label=move || name.get()>
            <ul class="nobullet-list">{items.into_iter().collect_view()}</ul>
        </nav>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn each_part_has_a_name_and_a_place_of_its_own() {
        let t = Language::Da.texts();
        let mut all: Vec<_> =
            Part::ALL.iter().flat_map(|part| [part.id(), part.name()(t)]).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 2 * Part::ALL.len());
    }
}
