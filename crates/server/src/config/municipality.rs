//! The municipality's part of the configuration: names, conversations, places, closing days
//! and contact rule sets. The shapes only; `checks` says what must hold between them.

use chrono::{NaiveDate, TimeDelta};
use contract::session::Municipality;
use rules::{ClosingDay, ContactChannel, ContactRuleSet};
use serde::Deserialize;

use super::caseload::CaseloadSettings;
use super::groups::GroupSettings;
use super::job_plan::{AccessLogSettings, JobPlanSettings};
use super::kpi::KpiSettings;
use super::letters::LettersSettings;
use super::retention_plan::RetentionPlanSettings;
use super::satisfaction::SatisfactionSettings;
use super::waiting_list::WaitingListSettings;

/// What a municipality configures.
#[derive(Clone, Debug)]
pub struct MunicipalityConfig {
    /// Names and ways to get in touch, as sent to the app.
    pub municipality: Municipality,
    /// Notice and horizon.
    pub booking: BookingSettings,
    /// Conversation forms and their lengths.
    pub conversations: Conversations,
    /// Places with rooms for visits.
    pub places: Vec<PlaceSettings>,
    /// Days closed beside the public holidays.
    pub closing_days: Vec<ClosingDay>,
    /// Contact rules with their dates.
    pub contact_rule_sets: Vec<ContactRuleSet>,
    /// The job plan's legs, words and kinds of activity.
    pub job_plan: JobPlanSettings,
    /// The retention plan's days and words.
    pub retention_plan: RetentionPlanSettings,
    /// What letters say of complaining.
    pub letters: LettersSettings,
    /// What the list of cases marks.
    pub caseload: CaseloadSettings,
    /// Asking how a conversation was.
    pub satisfaction: SatisfactionSettings,
    /// What the key figures aim at.
    pub kpi: KpiSettings,
    /// What the citizen sees of who has looked.
    pub access_log: AccessLogSettings,
    /// Group sessions: seats, themes, and when they are decided.
    pub groups: GroupSettings,
    /// How long what has come free is kept for whom it is offered to.
    pub waiting_list: WaitingListSettings,
}

impl MunicipalityConfig {
    /// The place of that id.
    pub fn place(&self, id: &str) -> Option<&PlaceSettings> {
        self.places.iter().find(|place| place.id == id)
    }
}

/// When times can be booked.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookingSettings {
    /// A time closer than this can no longer be booked by a citizen.
    pub minimum_notice_hours: u16,
    /// How far ahead times are published.
    pub horizon_weeks: u16,
}

impl BookingSettings {
    /// The minimum notice as a span of time.
    pub fn minimum_notice(&self) -> TimeDelta {
        TimeDelta::hours(self.minimum_notice_hours.into())
    }

    /// The last day that may be published, seen from `today`.
    pub fn horizon(&self, today: NaiveDate) -> NaiveDate {
        today + TimeDelta::weeks(self.horizon_weeks.into())
    }
}

/// One entry for each form a conversation can take.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversations {
    /// By phone.
    pub phone: ConversationForm,
    /// By video.
    pub video: ConversationForm,
    /// In person.
    pub in_person: ConversationForm,
}

impl Conversations {
    /// How long a conversation lasts in a channel, in minutes.
    pub fn minutes(&self, channel: ContactChannel) -> u16 {
        match channel {
            ContactChannel::Phone => self.phone.minutes,
            ContactChannel::Video => self.video.minutes,
            ContactChannel::InPerson => self.in_person.minutes,
        }
    }
}

/// How a conversation of one form is held.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConversationForm {
    /// Its length.
    pub minutes: u16,
}

/// A place for visits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceSettings {
    /// Stable id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Street address.
    pub address: String,
    /// Its rooms.
    #[serde(default)]
    pub rooms: Vec<RoomSettings>,
}

/// A room for visits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoomSettings {
    /// Stable id, unique within its place.
    pub id: String,
    /// Name.
    pub name: String,
}
