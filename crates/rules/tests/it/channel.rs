//! Which channels a citizen may choose.

use rules::channel::{channel_choices, suggests_video};
use rules::{ChannelDecision, ChannelReason, ContactChannel};

use crate::support::{day, slagelse};

fn decision(channel: ContactChannel, unlocked: bool, on: &str) -> ChannelDecision {
    ChannelDecision { channel, unlocked, reason: format!("decided {on}"), decided_on: day(on) }
}

fn reason(
    held: usize,
    decisions: &[ChannelDecision],
    channel: ContactChannel,
) -> (bool, ChannelReason) {
    let choice = channel_choices(&slagelse(), held, decisions)
        .into_iter()
        .find(|choice| choice.channel == channel)
        .unwrap();
    (choice.allowed, choice.because)
}

fn allowed(held: usize, decisions: &[ChannelDecision]) -> Vec<ContactChannel> {
    channel_choices(&slagelse(), held, decisions)
        .into_iter()
        .filter(|choice| choice.allowed)
        .map(|choice| choice.channel)
        .collect()
}

#[test]
fn first_conversation_is_in_person_unless_the_caseworker_unlocks_it() {
    assert_eq!(allowed(0, &[]), [ContactChannel::InPerson]);
    assert_eq!(
        reason(0, &[], ContactChannel::Video),
        (false, ChannelReason::FirstConversationElsewhere)
    );
    let unlocked = [decision(ContactChannel::Video, true, "2026-02-03")];
    assert_eq!(allowed(0, &unlocked), [ContactChannel::Video, ContactChannel::InPerson]);
    let because =
        ChannelReason::Unlocked { reason: "decided 2026-02-03".into(), on: day("2026-02-03") };
    assert_eq!(reason(0, &unlocked, ContactChannel::Video), (true, because));
}

#[test]
fn after_the_first_conversation_the_citizen_chooses() {
    assert_eq!(allowed(1, &[]), ContactChannel::ALL);
    assert_eq!(reason(1, &[], ContactChannel::Phone), (true, ChannelReason::CitizenChooses));
}

#[test]
fn a_channel_can_be_locked_again_with_a_reason() {
    let locked = [decision(ContactChannel::Video, false, "2026-04-01")];
    assert_eq!(allowed(3, &locked), [ContactChannel::Phone, ContactChannel::InPerson]);
    let because =
        ChannelReason::Locked { reason: "decided 2026-04-01".into(), on: day("2026-04-01") };
    assert_eq!(reason(3, &locked, ContactChannel::Video), (false, because));
}

#[test]
fn the_latest_decision_about_a_channel_is_the_one_in_force() {
    let decisions = [
        decision(ContactChannel::Video, true, "2026-02-03"),
        decision(ContactChannel::Video, false, "2026-03-03"),
        decision(ContactChannel::Phone, true, "2026-03-04"),
    ];
    assert_eq!(allowed(0, &decisions), [ContactChannel::Phone, ContactChannel::InPerson]);
    assert_eq!(allowed(0, &decisions[..1]), [ContactChannel::Video, ContactChannel::InPerson]);
}

#[test]
fn a_channel_the_municipality_does_not_offer_cannot_be_unlocked() {
    let mut rules = slagelse();
    rules.later_channels = vec![ContactChannel::Phone, ContactChannel::InPerson];
    let unlocked = [decision(ContactChannel::Video, true, "2026-02-03")];
    let video = channel_choices(&rules, 1, &unlocked)
        .into_iter()
        .find(|choice| choice.channel == ContactChannel::Video)
        .unwrap();
    assert_eq!((video.allowed, video.because), (false, ChannelReason::NotOffered));
}

#[test]
fn more_than_two_participants_suggest_video() {
    assert!(!suggests_video(0), "citizen and caseworker");
    assert!(suggests_video(1), "a companion makes three");
}

#[test]
fn every_channel_has_a_name_that_reads_back() {
    for channel in ContactChannel::ALL {
        assert_eq!(ContactChannel::parse(channel.as_str()), Some(channel));
        assert_eq!(serde_json::to_value(channel).unwrap(), channel.as_str());
    }
    assert_eq!(ContactChannel::parse("fax"), None);
}
