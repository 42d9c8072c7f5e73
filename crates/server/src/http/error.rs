//! The one error of the HTTP layer: every refusal as problem+json with its status and stable
//! code. Routes and stores return `ApiError`; pure rules return their own types, and a route
//! says which refusal they are. What failed inside is logged here and never sent.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use contract::booking::{BookingDraft, OfferedTime};
use contract::problem::{ErrorCode, FieldError, Problem};
use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr};

/// A refusal or a failure.
#[derive(Debug)]
pub enum ApiError {
    /// The body is not JSON, or not of the expected shape.
    MalformedBody,
    /// The body is larger than `limits::BODY_BYTES`.
    BodyTooLarge,
    /// The content type is not JSON.
    UnsupportedMediaType,
    /// A query parameter is malformed.
    MalformedParameter,
    /// Fields were read but not accepted.
    InvalidFields(Vec<FieldError>),
    /// No such path or thing, or not one this person may see.
    NotFound,
    /// The path exists, the method does not.
    MethodNotAllowed,
    /// Not signed in, or the session has ended.
    NotSignedIn,
    /// Signed in, but not as somebody who may do this.
    NotAllowed,
    /// A preview never changes anything (I6).
    PreviewIsReadOnly,
    /// The preview that the call names is not open, or not this session's.
    PreviewClosed,
    /// The page is about another case than the session's.
    AnotherPerson,
    /// The call did not come from our own pages.
    CrossOrigin,
    /// Too many calls.
    TooManyRequests {
        /// Seconds to wait.
        retry_after: u64,
    },
    /// A creating call without `Idempotency-Key`.
    IdempotencyKeyMissing,
    /// The same `Idempotency-Key` with another request.
    IdempotencyKeyReused,
    /// The time has just been taken.
    SlotTaken {
        /// The nearest times still free.
        nearest: Vec<OfferedTime>,
    },
    /// The time lies in the past or closer than the minimum notice.
    SlotTooSoon {
        /// The nearest times still free.
        nearest: Vec<OfferedTime>,
    },
    /// No room is free at that time.
    NoRoomFree {
        /// The nearest times still free.
        nearest: Vec<OfferedTime>,
    },
    /// The time is not offered in this channel.
    ChannelNotOffered,
    /// The channel is locked for this case.
    ChannelLocked,
    /// There is already a conversation booked.
    AlreadyBooked,
    /// Too late to move or cancel oneself.
    TooLateToChange,
    /// The booking is no longer open.
    BookingNotOpen,
    /// The conversation has not taken place yet.
    ConversationNotOver,
    /// Self-booking has been withdrawn.
    SelfBookingWithdrawn,
    /// The case is closed.
    CaseClosed,
    /// Somebody changed it in the meantime.
    StaleVersion {
        /// For a draft: what is stored now.
        stored_draft: Option<Box<BookingDraft>>,
    },
    /// The time is booked and cannot be withdrawn.
    SlotIsBooked,
    /// The time is not kept for the citizen any more.
    OfferOver,
    /// The version has been opened and cannot be taken back any more.
    AlreadyOpened,
    /// Nothing has changed since it was last shared.
    NothingToShare,
    /// The plan is somewhere else by now: it does not have that move.
    MoveNotPossible,
    /// No company to make a plan with.
    NoEmployer,
    /// A round-table conversation is booked already.
    RoundTableBooked,
    /// It is over, or cancelled.
    RoundTableOver,
    /// No seat of the group session is free.
    GroupFull,
    /// The group session is not to come any more.
    GroupOver,
    /// Who was to come to the group session is somewhere else at that time.
    GroupClash,
    /// The step has not begun, or is none of the agreed ones.
    NoSuchStep,
    /// What one is asked about a conversation has been answered, once and for all.
    AlreadyAnswered,
    /// It is too late to answer.
    AskingIsOver,
    /// No contact rule set governs the case.
    NoRuleSet,
    /// The database or the server has too much to do.
    Busy,
    /// Something failed; the text is for the log only.
    Internal(String),
}

impl ApiError {
    /// Something failed inside; the text goes to the log and must name no person.
    pub fn internal(what: impl std::fmt::Display) -> Self {
        Self::Internal(what.to_string())
    }

    /// The fields when there are any at fault.
    pub fn check(errors: Vec<FieldError>) -> Result<(), Self> {
        if errors.is_empty() { Ok(()) } else { Err(Self::InvalidFields(errors)) }
    }

    /// The HTTP status and the public code.
    pub fn status_and_code(&self) -> (StatusCode, ErrorCode) {
        use {ErrorCode as Code, StatusCode as Status};
        match self {
            Self::MalformedBody => (Status::BAD_REQUEST, Code::MalformedBody),
            Self::BodyTooLarge => (Status::PAYLOAD_TOO_LARGE, Code::BodyTooLarge),
            Self::UnsupportedMediaType => {
                (Status::UNSUPPORTED_MEDIA_TYPE, Code::UnsupportedMediaType)
            }
            Self::MalformedParameter => (Status::BAD_REQUEST, Code::MalformedParameter),
            Self::InvalidFields(_) => (Status::UNPROCESSABLE_ENTITY, Code::InvalidFields),
            Self::NotFound => (Status::NOT_FOUND, Code::NotFound),
            Self::MethodNotAllowed => (Status::METHOD_NOT_ALLOWED, Code::MethodNotAllowed),
            Self::NotSignedIn => (Status::UNAUTHORIZED, Code::NotSignedIn),
            Self::NotAllowed => (Status::FORBIDDEN, Code::NotAllowed),
            Self::PreviewIsReadOnly => (Status::FORBIDDEN, Code::PreviewIsReadOnly),
            Self::PreviewClosed => (Status::FORBIDDEN, Code::PreviewClosed),
            Self::AnotherPerson => (Status::CONFLICT, Code::AnotherPerson),
            Self::CrossOrigin => (Status::FORBIDDEN, Code::CrossOrigin),
            Self::TooManyRequests { .. } => (Status::TOO_MANY_REQUESTS, Code::TooManyRequests),
            Self::IdempotencyKeyMissing => (Status::BAD_REQUEST, Code::IdempotencyKeyMissing),
            Self::IdempotencyKeyReused => {
                (Status::UNPROCESSABLE_ENTITY, Code::IdempotencyKeyReused)
            }
            Self::SlotTaken { .. } => (Status::CONFLICT, Code::SlotTaken),
            Self::SlotTooSoon { .. } => (Status::CONFLICT, Code::SlotTooSoon),
            Self::NoRoomFree { .. } => (Status::CONFLICT, Code::NoRoomFree),
            Self::ChannelNotOffered => (Status::CONFLICT, Code::ChannelNotOffered),
            Self::ChannelLocked => (Status::CONFLICT, Code::ChannelLocked),
            Self::AlreadyBooked => (Status::CONFLICT, Code::AlreadyBooked),
            Self::TooLateToChange => (Status::CONFLICT, Code::TooLateToChange),
            Self::BookingNotOpen => (Status::CONFLICT, Code::BookingNotOpen),
            Self::ConversationNotOver => (Status::CONFLICT, Code::ConversationNotOver),
            Self::SelfBookingWithdrawn => (Status::CONFLICT, Code::SelfBookingWithdrawn),
            Self::CaseClosed => (Status::CONFLICT, Code::CaseClosed),
            Self::StaleVersion { .. } => (Status::CONFLICT, Code::StaleVersion),
            Self::SlotIsBooked => (Status::CONFLICT, Code::SlotIsBooked),
            Self::OfferOver => (Status::CONFLICT, Code::OfferOver),
            Self::AlreadyOpened => (Status::CONFLICT, Code::AlreadyOpened),
            Self::NothingToShare => (Status::CONFLICT, Code::NothingToShare),
            Self::MoveNotPossible => (Status::CONFLICT, Code::MoveNotPossible),
            Self::NoEmployer => (Status::CONFLICT, Code::NoEmployer),
            Self::RoundTableBooked => (Status::CONFLICT, Code::RoundTableBooked),
            Self::RoundTableOver => (Status::CONFLICT, Code::RoundTableOver),
            Self::GroupFull => (Status::CONFLICT, Code::GroupFull),
            Self::GroupOver => (Status::CONFLICT, Code::GroupOver),
            Self::GroupClash => (Status::CONFLICT, Code::GroupClash),
            Self::NoSuchStep => (Status::CONFLICT, Code::NoSuchStep),
            Self::AlreadyAnswered => (Status::CONFLICT, Code::AlreadyAnswered),
            Self::AskingIsOver => (Status::CONFLICT, Code::AskingIsOver),
            Self::NoRuleSet => (Status::CONFLICT, Code::NoRuleSet),
            Self::Busy => (Status::SERVICE_UNAVAILABLE, Code::Busy),
            Self::Internal(_) => (Status::INTERNAL_SERVER_ERROR, Code::Internal),
        }
    }

    /// What is sent.
    pub fn into_problem(self) -> Problem {
        let (status, code) = self.status_and_code();
        let mut problem = Problem {
            kind: "about:blank".to_owned(),
            title: status.canonical_reason().unwrap_or_default().to_owned(),
            status: status.as_u16(),
            code,
            errors: Vec::new(),
            nearest: Vec::new(),
            stored_draft: None,
        };
        match self {
            Self::InvalidFields(errors) => problem.errors = errors,
            Self::SlotTaken { nearest }
            | Self::SlotTooSoon { nearest }
            | Self::NoRoomFree { nearest } => problem.nearest = nearest,
            Self::StaleVersion { stored_draft } => {
                problem.stored_draft = stored_draft.map(|draft| *draft);
            }
            _ => {}
        }
        problem
    }

    fn retry_after(&self) -> Option<u64> {
        match self {
            Self::TooManyRequests { retry_after } => Some(*retry_after),
            Self::Busy => Some(1),
            _ => None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        if let Self::Internal(what) = &self {
            tracing::error!(error = %what, "failed");
        }
        let retry_after = self.retry_after();
        let (status, _) = self.status_and_code();
        let mut response = (status, Json(self.into_problem())).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response
    }
}

impl From<DbErr> for ApiError {
    fn from(error: DbErr) -> Self {
        if says_later(&error) { Self::Busy } else { Self::internal(error) }
    }
}

/// Codes by which a database says that others were in the way: SQLite's busy and locked;
/// PostgreSQL's serialization failure, deadlock, lock and statement time-outs, and too many
/// connections.
const LATER: [&str; 11] =
    ["5", "6", "261", "262", "517", "40001", "40P01", "55P03", "57014", "53300", "57P03"];

fn says_later(error: &DbErr) -> bool {
    match error {
        DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => true,
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => error
            .as_database_error()
            .and_then(|error| error.code())
            .is_some_and(|code| LATER.contains(&code.as_ref())),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn busy_is_said_with_when_to_come_back() {
        let error = ApiError::from(DbErr::ConnectionAcquire(ConnAcquireErr::Timeout));
        let response = error.into_response();
        assert_eq!(response.status(), StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(response.headers()[header::RETRY_AFTER], "1");
    }

    #[test]
    fn what_failed_inside_is_never_sent() {
        let problem = ApiError::internal("table citizen is gone").into_problem();
        let text = serde_json::to_string(&problem).unwrap();
        assert!(!text.contains("citizen"));
        assert_eq!(problem.code, ErrorCode::Internal);
    }
}
