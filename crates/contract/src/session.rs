//! Who is signed in, and to which municipality's Genvej.

use serde::{Deserialize, Serialize};

use uuid::Uuid;

use crate::ids::{CaseId, CaseworkerId, EmployerUserId};

/// `GET /api/session`: answered to everyone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Session {
    /// Who is signed in; nobody when absent.
    pub signed_in: Option<SignedIn>,
    /// Is this a demonstration with invented people? Marked on every screen.
    pub demo: bool,
    /// Whose Genvej it is.
    pub municipality: Municipality,
}

/// A person with a running session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedIn {
    /// The name shown in the page header; in a preview the citizen's.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Seconds until the session ends if nothing happens. Seconds, so that a phone with a
    /// wrong clock warns in time.
    pub expires_in_seconds: u32,
}

/// The role of a signed-in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Role {
    /// A sick-listed citizen.
    Citizen {
        /// Their case; none before the municipality has opened one.
        case_id: Option<CaseId>,
    },
    /// Somebody acting for an employer.
    Employer {
        /// Which person.
        user_id: EmployerUserId,
        /// The employer's name.
        company: String,
    },
    /// A caseworker.
    Caseworker {
        /// Which one.
        caseworker_id: CaseworkerId,
        /// Leads the team: may also open colleagues' calendars.
        team_leader: bool,
    },
    /// A caseworker looking at a citizen's pages; nothing can be changed (I6).
    Preview {
        /// The case looked at.
        case_id: CaseId,
        /// Who looks.
        caseworker_id: CaseworkerId,
    },
}

impl Role {
    /// The case whose pages these are.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Citizen { case_id } => *case_id,
            Self::Preview { case_id, .. } => Some(*case_id),
            Self::Employer { .. } | Self::Caseworker { .. } => None,
        }
    }

    /// Whom these pages are about: the case of a citizen's, the person of an employer's.
    pub fn about(&self) -> Option<Uuid> {
        match self {
            Self::Employer { user_id, .. } => Some(user_id.0),
            _ => self.case().map(|case| case.0),
        }
    }
}

/// What every page says of the municipality.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Municipality {
    /// The authority, e.g. "Eksempel Kommune".
    pub name: String,
    /// The unit citizens talk with, e.g. "jobcentret" or "kommunen".
    pub unit_name: String,
    /// Phone number for help, as shown.
    pub phone: String,
    /// When the phone is answered, in Danish.
    pub phone_hours: String,
    /// The same in English.
    pub phone_hours_en: String,
    /// E-mail address for general questions.
    pub email: String,
    /// Postal address.
    pub address: String,
    /// Link to the accessibility statement.
    pub accessibility_url: String,
    /// Link to the text about cookies.
    pub cookies_url: String,
}

/// `GET /api/session/demo`: a person one can sign in as in the demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DemoPersona {
    /// Stable key.
    pub key: String,
    /// Invented name.
    pub name: String,
    /// Which kind of person.
    pub role: DemoRole,
    /// What is special about their case.
    pub situation: DemoSituation,
}

/// The kinds of demo person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DemoRole {
    /// A sick-listed citizen.
    Citizen,
    /// Somebody at an employer.
    Employer,
    /// A caseworker.
    Caseworker,
    /// A team leader.
    TeamLeader,
}

/// The situations the demonstration shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DemoSituation {
    /// The first conversation is due.
    FirstConversationDue,
    /// A later conversation is due; all channels are open.
    NextConversationDue,
    /// A conversation is booked.
    Booked,
    /// The deadline has passed.
    Overdue,
    /// Employed and expected back soon.
    Exempt,
    /// On standby.
    Standby,
    /// Self-booking has been withdrawn.
    SelfBookingWithdrawn,
    /// Video is locked.
    VideoLocked,
    /// No free times before the deadline.
    NoFreeTimes,
    /// No employer to return to.
    NoEmployer,
    /// The case is closed.
    CaseClosed,
    /// Staff and employers: nothing special.
    Ordinary,
}

/// `POST /api/session/demo`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DemoSignIn {
    /// Key of the persona.
    pub key: String,
}
