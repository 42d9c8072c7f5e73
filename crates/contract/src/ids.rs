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
    /// Somebody of an employer.
    EmployerUserId
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
id! {
    /// A contact with an employer, or why there was none.
    EmployerContactId
}
id! {
    /// Something that is to be told.
    OutboxMessageId
}
id! {
    /// A decision about a case.
    DecisionId
}
id! {
    /// A case's change from one caseworker to another.
    CaseworkerChangeId
}
id! {
    /// A letter: the id of the message or of the decision it tells.
    LetterId
}
id! {
    /// A stretch of time offered for a round-table conversation.
    RoundTableOfferId
}
id! {
    /// A round-table conversation.
    RoundTableId
}
id! {
    /// A time that is kept for somebody who waits for one.
    WaitingOfferId
}
id! {
    /// A view of a citizen's pages.
    PreviewId
}
id! {
    /// A group session (*gruppeforløb*).
    GroupSessionId
}
