//! The invented people of the demonstration: who one can sign in as. Their cases are filled in
//! by `crate::demo`; this is only the door.

use contract::session::{DemoPersona, DemoRole, DemoSituation};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::session::Actor;
use crate::db::entities::{caseworker, citizen, employer_user};
use crate::http::ApiError;
use crate::state::AppState;

/// An invented person.
#[derive(Clone, Copy, Debug)]
pub struct Persona {
    /// Stable key; also the `demo_key` of their row.
    pub key: &'static str,
    /// Invented name.
    pub name: &'static str,
    /// Which kind of person.
    pub role: DemoRole,
    /// What is special about their case.
    pub situation: DemoSituation,
}

const fn persona(
    key: &'static str,
    name: &'static str,
    role: DemoRole,
    situation: DemoSituation,
) -> Persona {
    Persona { key, name, role, situation }
}

/// Everyone, in the order shown.
pub const PERSONAS: [Persona; 17] = {
    use DemoRole::{Caseworker, Citizen, Employer, TeamLeader};
    use DemoSituation as Is;
    [
        persona("first-due", "Maja Holm", Citizen, Is::FirstConversationDue),
        persona("next-due", "Jonas Bak", Citizen, Is::NextConversationDue),
        persona("booked", "Sofie Lund", Citizen, Is::Booked),
        persona("overdue", "Peter Dam", Citizen, Is::Overdue),
        persona("exempt", "Line Krog", Citizen, Is::Exempt),
        persona("standby", "Ole Vang", Citizen, Is::Standby),
        persona("withdrawn", "Mette Hede", Citizen, Is::SelfBookingWithdrawn),
        persona("video-locked", "Karim Said", Citizen, Is::VideoLocked),
        persona("no-times", "Ida Toft", Citizen, Is::NoFreeTimes),
        persona("no-employer", "Lars Bro", Citizen, Is::NoEmployer),
        persona("closed", "Birthe Sø", Citizen, Is::CaseClosed),
        persona("employer", "Camilla Strand", Employer, Is::Ordinary),
        persona("employer-2", "Bo Lind", Employer, Is::Ordinary),
        persona("employer-other", "Rikke Hav", Employer, Is::Ordinary),
        persona("caseworker-1", "Hanne Ravn", Caseworker, Is::Ordinary),
        persona("caseworker-2", "Thomas Elm", Caseworker, Is::Ordinary),
        persona("team-leader", "Gitte Fjord", TeamLeader, Is::Ordinary),
    ]
};

impl From<Persona> for DemoPersona {
    fn from(persona: Persona) -> Self {
        Self {
            key: persona.key.to_owned(),
            name: persona.name.to_owned(),
            role: persona.role,
            situation: persona.situation,
        }
    }
}

/// The person of that key, as one who signs in.
///
/// # Errors
/// When there is no such persona, or the demo data is not there.
pub(super) async fn find_actor(state: &AppState, key: &str) -> Result<Actor, ApiError> {
    let persona = PERSONAS.iter().find(|persona| persona.key == key).ok_or(ApiError::NotFound)?;
    let db = state.db.read();
    let actor = match persona.role {
        DemoRole::Citizen => citizen::Entity::find()
            .filter(citizen::Column::DemoKey.eq(key))
            .one(db)
            .await?
            .map(|row| Actor::Citizen { citizen_id: row.id }),
        DemoRole::Employer => employer_user::Entity::find()
            .filter(employer_user::Column::DemoKey.eq(key))
            .one(db)
            .await?
            .map(|row| Actor::Employer { user_id: row.id }),
        DemoRole::Caseworker | DemoRole::TeamLeader => caseworker::Entity::find()
            .filter(caseworker::Column::DemoKey.eq(key))
            .one(db)
            .await?
            .map(|row| Actor::Caseworker { caseworker_id: row.id }),
    };
    actor.ok_or(ApiError::NotFound)
}
