//! The plan's fields by name, as the draft keeps them: one place that writes and reads the
//! names, and says on which screen each is.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::RetentionSection;
use crate::job_plan::{RampPart, RowId};
use crate::limits;

/// A small closed list with a stable name for each of its values.
macro_rules! names {
    ($(#[$meta:meta])* $kind:ident { $($(#[$doc:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        pub enum $kind {
            $($(#[$doc])* #[serde(rename = $name)] $value,)*
        }

        impl $kind {
            /// All, in the order asked.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The stable name in fields and storage.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $name,)*
                }
            }

            /// The value of that name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == name)
            }
        }
    };
}

names! {
    /// As what somebody takes part.
    PartyKind {
        /// The employer's contact.
        Contact = "contact",
        /// Union representative (*tillidsrepræsentant*).
        Union = "union",
        /// Working-environment representative (*arbejdsmiljørepræsentant*).
        Safety = "safety",
        /// Adviser (*fastholdelseskonsulent*), insurer or another.
        Adviser = "adviser",
    }
}

names! {
    /// A field about somebody who takes part.
    PartyPart {
        /// Name.
        Name = "name",
        /// Position.
        Role = "role",
        /// Phone number.
        Phone = "phone",
        /// E-mail address.
        Email = "email",
    }
}

names! {
    /// A question about tasks.
    TaskKind {
        /// Can be done now.
        Can = "can",
        /// Cannot be done now.
        Cannot = "cannot",
        /// Could be done with changes.
        Changed = "changed",
    }
}

names! {
    /// What is written to a step of the way up.
    RampText {
        /// On which days, and when.
        Days = "days",
        /// Which tasks.
        Tasks = "tasks",
        /// Why the hours go down.
        Reason = "reason",
    }
}

names! {
    /// A question about considerations and aids.
    CareKind {
        /// Considerations (*skånehensyn*).
        Considerations = "considerations",
        /// Aids and layout (*hjælpemidler*).
        Aids = "aids",
        /// Work from home.
        Home = "home",
        /// Breaks.
        Breaks = "breaks",
        /// A mentor or colleague.
        Mentor = "mentor",
    }
}

names! {
    /// What one can want from the municipality.
    SupportKind {
        /// An adviser (*fastholdelseskonsulent*).
        Adviser = "adviser",
        /// Aids.
        Aids = "aids",
        /// Personal assistance.
        Assistance = "assistance",
        /// A § 56 agreement.
        Agreement56 = "agreement-56",
        /// A work trial (*virksomhedspraktik*).
        WorkTrial = "work-trial",
        /// An early follow-up (*fast track*).
        FastTrack = "fast-track",
        /// A round-table conversation.
        RoundTable = "round-table",
    }
}

names! {
    /// A question about the follow-up.
    FollowUpPart {
        /// When: "YYYY-MM-DD".
        Date = "date",
        /// Who sees to it.
        Who = "who",
        /// What if the plan does not hold.
        Fails = "fails",
        /// How one keeps in touch.
        Contact = "contact",
    }
}

names! {
    /// A field about a time that is offered for a round-table conversation.
    OfferPart {
        /// The day: "YYYY-MM-DD".
        Day = "day",
        /// From: "HH:MM".
        From = "from",
        /// Until: "HH:MM".
        To = "to",
    }
}

/// A field of the plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RetentionField {
    /// About somebody who takes part.
    Party(PartyKind, PartyPart),
    /// Where one works.
    Workplace,
    /// Fully or partly away: an `AbsenceKind` by name.
    Absence,
    /// Hours a week before the sick leave, as people write them.
    NormalHours,
    /// When one is expected back fully: "YYYY-MM-DD".
    ExpectedReturn,
    /// What the return looks like.
    Goal,
    /// Tasks.
    Task(TaskKind),
    /// Days and hours of a step.
    Ramp(RowId, RampPart),
    /// What is written to a step.
    RampText(RowId, RampText),
    /// Considerations and aids.
    Care(CareKind),
    /// Support that is wanted: "yes", or empty.
    Support(SupportKind),
    /// The same in words.
    SupportNote,
    /// Follow-up.
    FollowUp(FollowUpPart),
    /// Why the employer declines.
    DeclineReason,
    /// The answer to the municipality's question.
    Answer,
    /// A time to offer for a round-table conversation, which is no part of the plan.
    Offer(RowId, OfferPart),
}

impl RetentionField {
    /// The field of that name.
    pub fn parse(name: &str) -> Option<Self> {
        let mut parts = name.split('.');
        let key = match (parts.next()?, parts.next(), parts.next()) {
            ("workplace", None, _) => Self::Workplace,
            ("absence", None, _) => Self::Absence,
            ("normal-hours", None, _) => Self::NormalHours,
            ("expected-return", None, _) => Self::ExpectedReturn,
            ("goal", None, _) => Self::Goal,
            ("support-note", None, _) => Self::SupportNote,
            ("decline-reason", None, _) => Self::DeclineReason,
            ("answer", None, _) => Self::Answer,
            ("party", Some(kind), Some(part)) => {
                Self::Party(PartyKind::parse(kind)?, PartyPart::parse(part)?)
            }
            ("tasks", Some(kind), None) => Self::Task(TaskKind::parse(kind)?),
            ("care", Some(kind), None) => Self::Care(CareKind::parse(kind)?),
            ("support", Some(kind), None) => Self::Support(SupportKind::parse(kind)?),
            ("follow-up", Some(part), None) => Self::FollowUp(FollowUpPart::parse(part)?),
            ("ramp", Some(row), Some(part)) => {
                let row = RowId::parse(row)?;
                match RampPart::parse(part) {
                    Some(part) => Self::Ramp(row, part),
                    None => Self::RampText(row, RampText::parse(part)?),
                }
            }
            ("offers", Some(row), Some(part)) => {
                Self::Offer(RowId::parse(row)?, OfferPart::parse(part)?)
            }
            _ => return None,
        };
        parts.next().is_none().then_some(key)
    }

    /// The list it belongs to and its row there, where it belongs to one.
    pub fn row(&self) -> Option<(String, String)> {
        match self {
            Self::Ramp(row, _) | Self::RampText(row, _) => {
                Some(("ramp".to_owned(), row.to_string()))
            }
            Self::Offer(row, _) => Some(("offers".to_owned(), row.to_string())),
            _ => None,
        }
    }

    /// The part of the plan it belongs to; none for what is written beside the plan.
    pub const fn section(&self) -> Option<RetentionSection> {
        Some(match self {
            Self::Party(..) | Self::Workplace => RetentionSection::Parties,
            Self::Absence | Self::ExpectedReturn | Self::Goal => RetentionSection::Absence,
            Self::Task(_) => RetentionSection::Tasks,
            Self::NormalHours | Self::Ramp(..) | Self::RampText(..) => RetentionSection::Hours,
            Self::Care(_) => RetentionSection::Care,
            Self::Support(_) | Self::SupportNote => RetentionSection::Support,
            Self::FollowUp(_) => RetentionSection::FollowUp,
            Self::DeclineReason | Self::Answer | Self::Offer(..) => return None,
        })
    }

    /// Is it a free text, in which somebody could write what the employee suffers from?
    pub const fn is_free_text(&self) -> bool {
        match self {
            Self::Party(..)
            | Self::Workplace
            | Self::Absence
            | Self::NormalHours
            | Self::ExpectedReturn
            | Self::Ramp(..)
            | Self::Support(_)
            | Self::FollowUp(FollowUpPart::Date | FollowUpPart::Who)
            | Self::Offer(..) => false,
            Self::Goal
            | Self::Task(_)
            | Self::RampText(..)
            | Self::Care(_)
            | Self::SupportNote
            | Self::FollowUp(FollowUpPart::Fails | FollowUpPart::Contact)
            | Self::DeclineReason
            | Self::Answer => true,
        }
    }

    /// Longest text, in characters.
    pub const fn limit(&self) -> usize {
        match self {
            Self::Party(..) | Self::Workplace | Self::FollowUp(FollowUpPart::Who) => {
                limits::PLAN_LINE_CHARS
            }
            Self::RampText(..) => limits::PLAN_LINE_CHARS,
            Self::Absence
            | Self::NormalHours
            | Self::ExpectedReturn
            | Self::Ramp(..)
            | Self::Support(_)
            | Self::FollowUp(FollowUpPart::Date)
            | Self::Offer(..) => limits::PLAN_SHORT_CHARS,
            Self::Goal
            | Self::Task(_)
            | Self::Care(_)
            | Self::SupportNote
            | Self::FollowUp(FollowUpPart::Fails | FollowUpPart::Contact) => {
                limits::PLAN_TEXT_CHARS
            }
            Self::DeclineReason | Self::Answer => limits::NOTE_CHARS,
        }
    }
}

impl fmt::Display for RetentionField {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self {
            Self::Workplace => "workplace",
            Self::Absence => "absence",
            Self::NormalHours => "normal-hours",
            Self::ExpectedReturn => "expected-return",
            Self::Goal => "goal",
            Self::SupportNote => "support-note",
            Self::DeclineReason => "decline-reason",
            Self::Answer => "answer",
            Self::Party(kind, part) => {
                return write!(formatter, "party.{}.{}", kind.as_str(), part.as_str());
            }
            Self::Task(kind) => return write!(formatter, "tasks.{}", kind.as_str()),
            Self::Care(kind) => return write!(formatter, "care.{}", kind.as_str()),
            Self::Support(kind) => return write!(formatter, "support.{}", kind.as_str()),
            Self::FollowUp(part) => return write!(formatter, "follow-up.{}", part.as_str()),
            Self::Ramp(row, part) => return write!(formatter, "ramp.{row}.{}", part.as_str()),
            Self::RampText(row, part) => return write!(formatter, "ramp.{row}.{}", part.as_str()),
            Self::Offer(row, part) => return write!(formatter, "offers.{row}.{}", part.as_str()),
        };
        formatter.write_str(name)
    }
}
