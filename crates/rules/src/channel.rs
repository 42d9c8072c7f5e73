//! Contact channels (*kontaktform*): phone, video or a visit, and which of them a citizen may
//! choose now, with the reason. Knows nothing of times or rooms.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::rule_set::ContactRuleSet;

/// The form in which a follow-up conversation is held (*kontaktform*, DOMAIN 10).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContactChannel {
    /// The caseworker rings the citizen.
    Phone,
    /// A video meeting by link (*personligt digitalt fremmøde*).
    Video,
    /// The citizen comes to the municipality (*fremmøde*).
    InPerson,
}

impl ContactChannel {
    /// Every channel, in the order shown to citizens.
    pub const ALL: [Self; 3] = [Self::Phone, Self::Video, Self::InPerson];

    /// The stable name used in the API, in configuration and in storage.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Video => "video",
            Self::InPerson => "in_person",
        }
    }

    /// The channel of that stable name, if there is one.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == name)
    }
}

/// A caseworker's decision about one channel on one case, made after a concrete assessment
/// (§ 13 b; DOMAIN 0.2). The latest decision about a channel is the one in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChannelDecision {
    /// The channel that is locked or unlocked.
    pub channel: ContactChannel,
    /// `true` opens the channel, `false` locks it.
    pub unlocked: bool,
    /// Why, in the caseworker's words; the citizen reads it.
    pub reason: String,
    /// The day it was decided.
    pub decided_on: NaiveDate,
}

/// Whether the citizen may choose a channel now, and why or why not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ChannelChoice {
    /// The channel.
    pub channel: ContactChannel,
    /// May the citizen book it?
    pub allowed: bool,
    /// The reason for `allowed`.
    pub because: ChannelReason,
}

/// Why a channel is open or locked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ChannelReason {
    /// The first conversation is held in this channel by default.
    FirstConversation,
    /// The first conversation is held in other channels by default (in person).
    FirstConversationElsewhere,
    /// After the first conversation the citizen chooses.
    CitizenChooses,
    /// A caseworker opened it for this case.
    Unlocked {
        /// In the caseworker's words.
        reason: String,
        /// The day it was decided.
        on: NaiveDate,
    },
    /// A caseworker locked it for this case.
    Locked {
        /// In the caseworker's words.
        reason: String,
        /// The day it was decided.
        on: NaiveDate,
    },
    /// The municipality's rule set does not offer it.
    NotOffered,
}

/// Decides every channel for a case that has held `held` conversations (§ 13 b: the first is
/// in person, later the citizen chooses; a caseworker may decide otherwise with a reason).
/// `decisions` are oldest first.
pub fn channel_choices(
    rules: &ContactRuleSet,
    held: usize,
    decisions: &[ChannelDecision],
) -> Vec<ChannelChoice> {
    ContactChannel::ALL
        .into_iter()
        .map(|channel| {
            let (allowed, because) = decide(rules, held, decisions, channel);
            ChannelChoice { channel, allowed, because }
        })
        .collect()
}

fn decide(
    rules: &ContactRuleSet,
    held: usize,
    decisions: &[ChannelDecision],
    channel: ContactChannel,
) -> (bool, ChannelReason) {
    let offered = rules.first_conversation_channels.contains(&channel)
        || rules.later_channels.contains(&channel);
    if !offered {
        return (false, ChannelReason::NotOffered);
    }
    if let Some(decision) = decisions.iter().rev().find(|decision| decision.channel == channel) {
        let (reason, on) = (decision.reason.clone(), decision.decided_on);
        return if decision.unlocked {
            (true, ChannelReason::Unlocked { reason, on })
        } else {
            (false, ChannelReason::Locked { reason, on })
        };
    }
    if held == 0 {
        if rules.first_conversation_channels.contains(&channel) {
            (true, ChannelReason::FirstConversation)
        } else {
            (false, ChannelReason::FirstConversationElsewhere)
        }
    } else if rules.later_channels.contains(&channel) {
        (true, ChannelReason::CitizenChooses)
    } else {
        (false, ChannelReason::NotOffered)
    }
}

/// Participants beside citizen and caseworker from which video suits best: "more than two"
/// in all (seed C8, DOMAIN 1.1).
pub const EXTRA_PARTICIPANTS_SUGGESTING_VIDEO: usize = 1;

/// Is video the better form for this many extra participants (companion, union, employer …)?
pub const fn suggests_video(extra_participants: usize) -> bool {
    extra_participants >= EXTRA_PARTICIPANTS_SUGGESTING_VIDEO
}
