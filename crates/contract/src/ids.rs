//! Ids of things, one type each, so that they cannot be mixed up. All are UUIDv7.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

id! {
    /// A sickness case (*sygedagpengesag*).
    CaseId
}
id! {
    /// A caseworker or team leader.
    CaseworkerId
}
id! {
    /// A published time (*ledig tid*).
    TimeSlotId
}
id! {
    /// A booking; it keeps its id when it is moved.
    BookingId
}
id! {
    /// A departure from a caseworker's week template.
    ExceptionId
}
id! {
    /// Something agreed with the municipality.
    ActivityId
}
id! {
    /// A look at a citizen's data.
    AccessLogEntryId
}
