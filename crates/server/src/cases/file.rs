//! A case with everything the rules need to decide about it, read once.

use chrono::{DateTime, NaiveDate, Utc};
use contract::booking::{BookingState, SelfBooking};
use contract::ids::CaseId;
use rules::contact::{contact_duty, is_overdue};
use rules::{
    CaseFacts, ChannelChoice, ChannelDecision, ContactChannel, ContactDuty, ContactRuleSet,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::booking::state_of;
use crate::clock::local_date;
use crate::config::MunicipalityConfig;
use crate::db::entities::{booking, case_decision, caseworker, citizen, employer, sickness_case};
use crate::http::error::ApiError;

/// What a caseworker's decision is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Whether a channel is open.
    Channel(ContactChannel),
    /// Whether the citizen books themselves.
    SelfBooking,
}

impl Matter {
    /// Its name in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Channel(channel) => channel.as_str(),
            Self::SelfBooking => "self_booking",
        }
    }

    /// The matter of that name.
    pub fn parse(name: &str) -> Option<Self> {
        if name == Self::SelfBooking.as_str() {
            return Some(Self::SelfBooking);
        }
        ContactChannel::parse(name).map(Self::Channel)
    }
}

/// A case as it stands.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The case.
    pub case: sickness_case::Model,
    /// Whose.
    pub citizen: citizen::Model,
    /// Who follows it.
    pub caseworker: caseworker::Model,
    /// The employer, if there is one.
    pub employer: Option<employer::Model>,
    /// Decisions, oldest first.
    pub decisions: Vec<case_decision::Model>,
    /// Bookings, newest start first.
    pub bookings: Vec<booking::Model>,
}

impl CaseFile {
    /// Reads a case.
    ///
    /// # Errors
    /// [`ApiError::NotFound`] when there is none; otherwise when the database fails.
    pub async fn load(db: &impl ConnectionTrait, id: CaseId) -> Result<Self, ApiError> {
        let case =
            sickness_case::Entity::find_by_id(id.0).one(db).await?.ok_or(ApiError::NotFound)?;
        let citizen = citizen::Entity::find_by_id(case.citizen_id).one(db).await?;
        let caseworker = caseworker::Entity::find_by_id(case.caseworker_id).one(db).await?;
        let (Some(citizen), Some(caseworker)) = (citizen, caseworker) else {
            return Err(ApiError::internal("a case without citizen or caseworker"));
        };
        let employer = match &case.employer_cvr {
            Some(cvr) => employer::Entity::find_by_id(cvr.clone()).one(db).await?,
            None => None,
        };
        let decisions = case_decision::Entity::find()
            .filter(case_decision::Column::CaseId.eq(id.0))
            .order_by_asc(case_decision::Column::DecidedAt)
            .order_by_asc(case_decision::Column::Id)
            .all(db)
            .await?;
        let bookings = booking::Entity::find()
            .filter(booking::Column::CaseId.eq(id.0))
            .order_by_desc(booking::Column::StartsAt)
            .all(db)
            .await?;
        Ok(Self { case, citizen, caseworker, employer, decisions, bookings })
    }

    /// The open booking: to come, or going on now.
    pub fn open_booking(&self, now: DateTime<Utc>) -> Option<&booking::Model> {
        self.bookings.iter().find(|booking| state_of(booking, now) == BookingState::Booked)
    }

    /// Days of the conversations that were held, oldest first.
    pub fn held(&self) -> Vec<NaiveDate> {
        let held = |booking: &&booking::Model| {
            booking.state == crate::booking::state_name(BookingState::Held)
        };
        self.bookings.iter().rev().filter(held).map(|b| local_date(b.starts_at)).collect()
    }

    /// Is it closed by then? A day may be set ahead.
    pub fn is_closed(&self, today: NaiveDate) -> bool {
        is_closed(&self.case, today)
    }

    /// Is a job plan required of the citizen? Nobody is asked for one who is exempt, nor in a
    /// closed case, nor where no rule set says so.
    pub fn requires_plan(&self, config: &MunicipalityConfig, now: DateTime<Utc>) -> bool {
        self.standing(config, now)
            .is_ok_and(|standing| standing.requires_plan(self.case.employer_cvr.is_some()))
    }

    /// May the citizen book, move and cancel without a caseworker?
    pub fn self_booking(&self, today: NaiveDate) -> SelfBooking {
        if self.is_closed(today) {
            return SelfBooking::CaseClosed;
        }
        let name = Matter::SelfBooking.as_str();
        match self.decisions.iter().rev().find(|decision| decision.matter == name) {
            Some(decision) if !decision.open => SelfBooking::Withdrawn {
                reason: decision.reason.clone(),
                on: local_date(decision.decided_at),
            },
            _ => SelfBooking::Open,
        }
    }

    /// Decisions about channels, oldest first.
    pub fn channel_decisions(&self) -> Vec<ChannelDecision> {
        self.decisions
            .iter()
            .filter_map(|decision| {
                Some(ChannelDecision {
                    channel: ContactChannel::parse(&decision.matter)?,
                    unlocked: decision.open,
                    reason: decision.reason.clone(),
                    decided_on: local_date(decision.decided_at),
                })
            })
            .collect()
    }

    /// The rule set that governs a conversation on a day.
    ///
    /// # Errors
    /// [`ApiError::NoRuleSet`] when the configuration has none for it.
    pub fn rules_on<'a>(
        &self,
        config: &'a MunicipalityConfig,
        day: NaiveDate,
    ) -> Result<&'a ContactRuleSet, ApiError> {
        rules::rule_set::in_force(&config.contact_rule_sets, self.case.first_absence, day)
            .ok_or(ApiError::NoRuleSet)
    }

    /// Every channel, open or locked, for a conversation on a day.
    ///
    /// # Errors
    /// [`ApiError::NoRuleSet`] when the configuration has none for it.
    pub fn channels_on(
        &self,
        config: &MunicipalityConfig,
        day: NaiveDate,
    ) -> Result<Vec<ChannelChoice>, ApiError> {
        let rules = self.rules_on(config, day)?;
        let decisions = self.channel_decisions();
        Ok(rules::channel::channel_choices(rules, self.held().len(), &decisions))
    }

    /// May the citizen choose this channel for a conversation on a day? Not on a day that no
    /// rule set governs.
    pub fn allows_on(
        &self,
        config: &MunicipalityConfig,
        day: NaiveDate,
        channel: ContactChannel,
    ) -> bool {
        let open = |choice: &ChannelChoice| choice.channel == channel && choice.allowed;
        self.channels_on(config, day).is_ok_and(|choices| choices.iter().any(open))
    }

    /// What the rules need to know of it.
    pub fn facts(&self) -> CaseFacts {
        CaseFacts {
            first_absence: self.case.first_absence,
            opened_on: self.case.opened_on,
            employed: self.case.employer_cvr.is_some(),
            expected_back: self.case.expected_back,
            standby_since: self.case.standby_since,
            closed_on: self.case.closed_on,
            held: self.held(),
        }
    }

    /// What the rules say of the case on a day: what is due follows that day's rule set. A
    /// conversation on another day follows that other day's ([`CaseFile::rules_on`]).
    ///
    /// # Errors
    /// [`ApiError::NoRuleSet`] when the configuration has none for it.
    pub fn standing<'a>(
        &self,
        config: &'a MunicipalityConfig,
        now: DateTime<Utc>,
    ) -> Result<Standing<'a>, ApiError> {
        let today = local_date(now);
        let rules = self.rules_on(config, today)?;
        let channels = self.channels_on(config, today)?;
        let facts = self.facts();
        let duty = contact_duty(rules, &facts, today);
        let booked_on = self.open_booking(now).map(|booking| local_date(booking.starts_at));
        let overdue = is_overdue(&duty, today, booked_on);
        Ok(Standing { rules, today, duty, overdue, channels, held: facts.held })
    }
}

/// Refuses what nothing can be done about any more in a closed case.
///
/// # Errors
/// [`ApiError::CaseClosed`] when it is closed.
pub async fn must_be_open(
    db: &impl ConnectionTrait,
    id: CaseId,
    today: NaiveDate,
) -> Result<(), ApiError> {
    let case = sickness_case::Entity::find_by_id(id.0).one(db).await?.ok_or(ApiError::NotFound)?;
    if is_closed(&case, today) { Err(ApiError::CaseClosed) } else { Ok(()) }
}

/// Is a case closed by then?
pub fn is_closed(case: &sickness_case::Model, today: NaiveDate) -> bool {
    case.closed_on.is_some_and(|on| on <= today)
}

/// By when a time is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NeededBy {
    /// Nothing is due: whenever it suits.
    Whenever,
    /// That day.
    Day(NaiveDate),
    /// The day is past: as soon as can be.
    Late,
}

impl NeededBy {
    /// Is a conversation on that day soon enough? When it is too late, any will do.
    pub fn is_met_on(self, day: NaiveDate) -> bool {
        match self {
            Self::Whenever | Self::Late => true,
            Self::Day(by) => day <= by,
        }
    }
}

/// What the rules say of a case on a day.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The rule set in force.
    pub rules: &'a ContactRuleSet,
    /// The day.
    pub today: NaiveDate,
    /// What is due.
    pub duty: ContactDuty,
    /// Past the deadline with nothing booked.
    pub overdue: bool,
    /// Every channel, open or locked.
    pub channels: Vec<ChannelChoice>,
    /// Days of held conversations, oldest first.
    pub held: Vec<NaiveDate>,
}

impl Standing<'_> {
    /// Is a job plan required ([`CaseFile::requires_plan`])?
    pub fn requires_plan(&self, employed: bool) -> bool {
        matches!(self.duty, ContactDuty::Due(_)) && self.rules.requires_plan(employed)
    }

    /// By when a time is needed, whether or not one is booked already.
    pub fn needed_by(&self) -> NeededBy {
        match &self.duty {
            ContactDuty::Due(deadline) if deadline.hold_by < self.today => NeededBy::Late,
            ContactDuty::Due(deadline) => NeededBy::Day(deadline.hold_by),
            ContactDuty::Exempt(_) | ContactDuty::Closed { .. } => NeededBy::Whenever,
        }
    }
}
