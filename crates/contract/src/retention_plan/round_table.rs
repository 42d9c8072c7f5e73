//! The round-table conversation: employer, citizen and caseworker on video. The employer
//! offers times, the citizen books one that the caseworker also has free. It is no follow-up
//! conversation: it neither fulfils a deadline nor stands in the way of one.

use chrono::{DateTime, FixedOffset, NaiveDate};
use rules::WallTime;
use serde::{Deserialize, Serialize};

use crate::booking::OfferedTime;
use crate::ids::{RoundTableId, RoundTableOfferId, TimeSlotId};

/// `POST /api/employer/cases/{id}/round-table-offers`, answered with the employer's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewRoundTableOffers {
    /// When the employer can.
    pub offers: Vec<NewTimeOffer>,
}

/// A stretch of a day in which the employer can, on the wall clock in Denmark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewTimeOffer {
    /// The day.
    pub day: NaiveDate,
    /// From.
    pub from: WallTime,
    /// Until.
    pub to: WallTime,
}

/// A stretch of time that the company has offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoundTableOffer {
    /// Which.
    pub id: RoundTableOfferId,
    /// From.
    pub starts_at: DateTime<FixedOffset>,
    /// Until.
    pub ends_at: DateTime<FixedOffset>,
    /// Who offered it and will be there.
    pub by: String,
}

/// `GET /api/citizen/round-table/times`: what the employer has offered and the caseworker has
/// free.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoundTableTimes {
    /// The times in order, all on video.
    pub times: Vec<OfferedTime>,
    /// How many stretches the employer has offered: none of the caseworker's times may fit.
    pub offers: u32,
}

/// `POST /api/citizen/round-tables`, answered with the [`RoundTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct BookRoundTable {
    /// The caseworker's time.
    pub slot_id: TimeSlotId,
}

/// A round-table conversation that is booked and not over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RoundTable {
    /// Which.
    pub id: RoundTableId,
    /// Start.
    pub starts_at: DateTime<FixedOffset>,
    /// End.
    pub ends_at: DateTime<FixedOffset>,
    /// Who comes for the employer.
    pub employer: String,
    /// Who comes for the municipality.
    pub caseworker: String,
}
