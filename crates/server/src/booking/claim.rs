//! What a conversation takes beside its seat: the caseworker's time, for a visit a room, and the
//! citizen's time.

use contract::ids::CaseId;
use rules::ContactChannel;
use sea_orm::DatabaseTransaction;

use super::guard::{self, Holder, Stretch};
use crate::config::MunicipalityConfig;
use crate::db::entities::time_slot;
use crate::http::error::ApiError;

/// The room a visit was given.
pub struct Room {
    /// Place, by its id in the configuration.
    pub place: String,
    /// Room, by its id in the configuration.
    pub room: String,
}

/// Whose conversation it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whom {
    /// The citizen's case.
    pub case: CaseId,
    /// What holds the time.
    pub holder: Holder,
}

/// Claims the caseworker's time, for a visit the first room that is free, and the citizen's time:
/// they may be at a round table then.
pub(super) async fn claim(
    tx: &DatabaseTransaction,
    config: &MunicipalityConfig,
    slot: &time_slot::Model,
    channel: ContactChannel,
    stretch: Stretch,
    whom: Whom,
) -> Result<Option<Room>, ApiError> {
    let room = claim_time(tx, config, slot, channel, stretch, whom.holder).await?;
    // Last: most who are refused never come this far.
    if !guard::claim(tx, &guard::citizen(whom.case.0), stretch, whom.holder).await? {
        return Err(ApiError::SlotTaken { nearest: Vec::new() });
    }
    Ok(room)
}

/// Claims the caseworker's time, and for a visit the first room that is free.
///
/// # Errors
/// A refusal when one of them is taken; the caller then frees what was claimed.
pub async fn claim_time(
    tx: &DatabaseTransaction,
    config: &MunicipalityConfig,
    slot: &time_slot::Model,
    channel: ContactChannel,
    stretch: Stretch,
    holder: Holder,
) -> Result<Option<Room>, ApiError> {
    let caseworker = guard::caseworker(slot.caseworker_id);
    if !guard::claim(tx, &caseworker, stretch, holder).await? {
        return Err(ApiError::SlotTaken { nearest: Vec::new() });
    }
    match channel {
        ContactChannel::InPerson => Ok(Some(claim_room(tx, config, slot, stretch, holder).await?)),
        ContactChannel::Phone | ContactChannel::Video => Ok(None),
    }
}

async fn claim_room(
    tx: &DatabaseTransaction,
    config: &MunicipalityConfig,
    slot: &time_slot::Model,
    stretch: Stretch,
    holder: Holder,
) -> Result<Room, ApiError> {
    let place = slot.place_id.as_deref().and_then(|id| config.place(id));
    let place = place.ok_or(ApiError::ChannelNotOffered)?;
    for room in &place.rooms {
        let resource = guard::room(&place.id, &room.id);
        if guard::claim(tx, &resource, stretch, holder).await? {
            return Ok(Room { place: place.id.clone(), room: room.id.clone() });
        }
        guard::release(tx, &resource, holder.id()).await?;
    }
    Err(ApiError::NoRoomFree { nearest: Vec::new() })
}
