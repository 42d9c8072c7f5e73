//! The shapes of a case page's parts, and of letters.

use contract::letters::*;
use contract::rules::{LetterDay, LetterHold};
use contract::staff::{
    CaseDecision, CaseEvent, CaseEventKind, CaseworkerChange, CaseworkerOfCase, ChangeCause,
    DecisionMatter, RuleSetInForce,
};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StringDeserializer};

use super::{Json, Read};

words! { ChangeCause LetterKind }

records! {
    CaseworkerOfCase { present, may_get, changes }
    CaseworkerChange { id, from, to, cause, reason, by, at }
    RuleSetInForce { name, valid_from, valid_to }
    CaseDecision { id, matter, reason, by, at }
    CaseEvent { on, what }
    CaseLetters { today, citizen, letters }
    Letter { id, kind, at, leaves, sent_at, sender, da, en }
    LetterDay { on, held }
    LetterHold { day_off, closure }
    LetterSender { name, address, phone }
    LetterText { subject, parts }
}

variants! {
    DecisionMatter by "kind" {
        "channel" => Channel { channel, unlocked },
        "self_booking" => SelfBooking { withdrawn }
    }
    LetterPart by "kind" {
        "heading" => Heading { text },
        "paragraph" => Paragraph { text },
        "quoted" => Quoted { text }
    }
    CaseEventKind by "kind" {
        "first_absence" => FirstAbsence,
        "opened" => Opened,
        "caseworker_changed" => CaseworkerChanged { to },
        "employer_contacted" => EmployerContacted,
        "employer_contact_left_out" => EmployerContactLeftOut,
        "held" => Held,
        "no_show" => NoShow,
        "awaiting_outcome" => AwaitingOutcome,
        "job_plan_shared" => JobPlanShared { version },
        "retention_submitted" => RetentionSubmitted { version },
        "retention_acknowledged" => RetentionAcknowledged { version },
        "standby" => Standby,
        "today" => Today,
        "step" => Step { hours },
        "booked" => Booked,
        "round_table" => RoundTable,
        "book_by" => BookBy,
        "hold_by" => HoldBy,
        "expected_back" => ExpectedBack,
        "closed" => Closed
    }
}
