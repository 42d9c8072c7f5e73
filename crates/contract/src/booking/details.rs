//! Who takes part in a conversation, and what it is about.

use serde::{Deserialize, Serialize};

/// Somebody who takes part beside the citizen and the caseworker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// In which capacity.
    pub kind: ParticipantKind,
    /// Name, if the citizen wants to give it.
    #[serde(default)]
    pub name: String,
}

/// The capacities in which people take part (DOMAIN 9, C18).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ParticipantKind {
    /// *Bisidder*.
    Companion,
    /// Union representative.
    Union,
    /// The employer.
    Employer,
    /// Interpreter.
    Interpreter,
    /// Doctor or other health professional.
    Health,
    /// Insurance or pension company.
    Insurer,
    /// Somebody else.
    Other,
}

impl ParticipantKind {
    /// Every kind, in the order shown.
    pub const ALL: [Self; 7] = [
        Self::Companion,
        Self::Union,
        Self::Employer,
        Self::Interpreter,
        Self::Health,
        Self::Insurer,
        Self::Other,
    ];
}

/// What to talk about (seeds P2, P5; DOMAIN 1.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// How I am, and what I need.
    Health,
    /// Back to my job, fully.
    BackToJob,
    /// Back for some of my hours (*delvis raskmelding*).
    PartialReturn,
    /// A plan with my employer (*fastholdelsesplan*).
    RetentionPlan,
    /// Other tasks or another job.
    OtherJob,
    /// My rights and my benefit.
    Benefit,
}

impl Topic {
    /// Every topic, in the order shown.
    pub const ALL: [Self; 6] = [
        Self::Health,
        Self::BackToJob,
        Self::PartialReturn,
        Self::RetentionPlan,
        Self::OtherJob,
        Self::Benefit,
    ];
}
