//! What a refusal of the server means for a caseworker, in words. Decides nothing.

use contract::problem::{ErrorCode, FieldCode};

use crate::api::ApiError;
use crate::text::{Texts, fill};

/// The sentence for a refusal; `phone` is for those nobody can mend on the page.
pub fn refusal(t: &Texts, error: &ApiError, phone: &str) -> String {
    let known = &t.staff().refusals;
    let sentence = match error.code() {
        Some(ErrorCode::StaleVersion) => known.stale,
        Some(ErrorCode::SlotTaken) => known.slot_taken,
        Some(ErrorCode::SlotIsBooked) => known.slot_booked,
        Some(ErrorCode::SlotTooSoon | ErrorCode::TooLateToChange) => known.too_soon,
        Some(ErrorCode::ChannelNotOffered) => known.not_offered,
        Some(ErrorCode::ChannelLocked) => known.locked,
        Some(ErrorCode::NoRoomFree) => known.no_room,
        Some(ErrorCode::AlreadyBooked) => known.already_booked,
        Some(ErrorCode::BookingNotOpen) => known.not_open,
        Some(ErrorCode::ConversationNotOver) => known.not_over,
        Some(ErrorCode::CaseClosed) => known.case_closed,
        Some(ErrorCode::MoveNotPossible) => known.move_not_possible,
        Some(ErrorCode::RoundTableOver) => known.round_table_over,
        Some(ErrorCode::GroupOver) => known.group_over,
        Some(ErrorCode::GroupClash) => known.group_clash,
        Some(ErrorCode::NoEmployer) => known.no_employer,
        Some(ErrorCode::NotFound) => known.not_found,
        Some(ErrorCode::NotAllowed) => known.not_allowed,
        Some(ErrorCode::InvalidFields) => known.invalid,
        _ if *error == ApiError::Offline => t.common.did_not_work_offline,
        _ => return fill(t.common.did_not_work, &[phone]),
    };
    sentence.to_owned()
}

/// Does the refusal mean that what is shown is out of date?
pub fn is_outdated(error: &ApiError) -> bool {
    matches!(
        error.code(),
        Some(
            ErrorCode::SlotTaken
                | ErrorCode::SlotIsBooked
                | ErrorCode::SlotTooSoon
                | ErrorCode::NoRoomFree
                | ErrorCode::AlreadyBooked
                | ErrorCode::BookingNotOpen
                | ErrorCode::MoveNotPossible
                | ErrorCode::RoundTableOver
                | ErrorCode::GroupOver
                | ErrorCode::NotFound
        )
    )
}

/// What is wrong with a field of the calendar or of a dialog, and what to do. `field` is its path in the
/// request, such as `blocks[2].from`.
pub fn field_message(t: &Texts, field: &str, code: FieldCode) -> &'static str {
    let name = field.rsplit('.').next().unwrap_or(field);
    let known = &t.staff().fields;
    match (code, name) {
        (FieldCode::Missing, "channels") => known.channel_missing,
        (FieldCode::Missing, "from_date" | "to_date") => known.date_missing,
        (FieldCode::Missing, "reason") => known.reason_missing,
        (FieldCode::Missing, "comment") => t.staff().plan.comment_missing,
        (FieldCode::Missing, "question") => t.staff().retention.question_missing,
        (FieldCode::Missing, _) => known.time_missing,
        (FieldCode::EndNotAfterStart, "to_date") => known.last_day_before_first,
        (FieldCode::EndNotAfterStart, _) => known.end_not_after_start,
        (FieldCode::Overlaps | FieldCode::Gap, _) => known.overlaps,
        (FieldCode::OffGrid | FieldCode::OutOfRange, "pause_minutes") => known.pause_out_of_range,
        (FieldCode::OffGrid, _) => known.off_grid,
        (FieldCode::InPersonFromHome, _) => known.in_person_from_home,
        (FieldCode::OutOfRange, _) => known.too_many_days,
        (FieldCode::TooMany, _) => known.too_many_rows,
        (FieldCode::TooLong, "comment") => t.staff().plan.comment_too_long,
        (FieldCode::TooLong, "question" | "close-reason") => t.staff().retention.text_too_long,
        (FieldCode::TooLong, _) => known.too_long,
        (FieldCode::CprNumber, _) => known.cpr_number,
        (FieldCode::ControlCharacters | FieldCode::NotNow, _) => known.control_characters,
        (FieldCode::Unknown | FieldCode::Closed, _) => known.unknown_place,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::samples::problem;
    use crate::text::Language;

    #[test]
    fn a_field_message_depends_on_the_field() {
        let t = Language::Da.texts();
        let message = |field, code| field_message(t, field, code);
        assert_eq!(message("blocks[2].channels", FieldCode::Missing), "Vælg mindst én form");
        assert!(message("kind.from", FieldCode::Missing).contains("09:00"));
        assert!(message("pause_minutes", FieldCode::OffGrid).contains("0 til 60"));
        assert_ne!(
            message("to_date", FieldCode::EndNotAfterStart),
            message("breaks[0].to", FieldCode::EndNotAfterStart)
        );
    }

    #[test]
    fn what_one_may_not_do_is_no_accident() {
        let refused = ApiError::Problem(Box::new(problem(ErrorCode::NotAllowed)));
        let words = refusal(Language::Da.texts(), &refused, "70 10 20 30");
        assert!(words.starts_with("Det må du ikke.") && !words.contains("70"), "{words}");
    }

    #[test]
    fn what_nobody_can_mend_here_names_the_phone() {
        let t = Language::En.texts();
        assert!(refusal(t, &ApiError::Unexpected, "70 10 20 30").contains("70 10 20 30"));
        assert!(refusal(t, &ApiError::Offline, "").contains("online"));
    }
}
