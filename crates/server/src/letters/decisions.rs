//! What a decision letter (*afgørelsesbrev*) says: what is decided, why, what it means, and what the
//! citizen can do. Calm and without paragraphs of law (DOMAIN 11). A decision without words does not
//! compile.

use contract::staff::DecisionMatter;
use rules::ContactChannel;

use super::draft::{Draft, Words, words};
use crate::config::LettersSettings;

/// A decision letter, from after its greeting to before its signature.
pub(super) fn decision(matter: DecisionMatter, reason: &str, settings: &LettersSettings) -> Draft {
    let Said { subject, decided, means } = said(matter);
    Draft::about(subject)
        .says(decided)
        .heading(words("Hvorfor?", "Why?"))
        .quotes(reason)
        .heading(words("Hvad betyder det for dig?", "What does it mean for you?"))
        .says(means)
        .heading(words("Hvis du ikke er enig", "If you do not agree"))
        .says(words(settings.complaint.as_str(), settings.complaint_en.as_str()))
}

/// What is special to a decision.
struct Said {
    subject: Words,
    decided: Words,
    means: Words,
}

fn said(matter: DecisionMatter) -> Said {
    match matter {
        DecisionMatter::Channel { channel, unlocked: false } => locked(channel),
        DecisionMatter::Channel { channel, unlocked: true } => unlocked(channel),
        DecisionMatter::SelfBooking { withdrawn: true } => Said {
            subject: words("Vi booker dine samtaler for dig", "We book your conversations for you"),
            decided: words(
                "Vi har besluttet, at det indtil videre er os, der booker, flytter og aflyser dine samtaler. Du kan ikke gøre det selv i Genvej.",
                "We have decided that for now it is we who book, move and cancel your conversations. You cannot do it yourself in Genvej.",
            ),
            means: words(
                "Du skal ikke selv finde en tid. Har du en samtale, gælder den stadig. Passer den ikke, så ring til os, så finder vi en anden tid sammen.",
                "You need not find a time yourself. If you have a conversation, it still stands. If it does not suit you, ring us, and we will find another time together.",
            ),
        },
        DecisionMatter::SelfBooking { withdrawn: false } => Said {
            subject: words(
                "Du kan selv booke dine samtaler igen",
                "You can book your conversations yourself again",
            ),
            decided: words(
                "Vi har besluttet, at du igen selv kan booke, flytte og aflyse dine samtaler i Genvej.",
                "We have decided that you can book, move and cancel your conversations yourself in Genvej again.",
            ),
            means: words(
                "Du finder selv den tid, der passer dig. På Min side står der, hvornår du senest skal booke. Har du brug for hjælp, så ring til os.",
                "You find the time that suits you yourself. My page says by when to book. If you need help, ring us.",
            ),
        },
    }
}

fn locked(channel: ContactChannel) -> Said {
    let how = how(channel);
    Said {
        subject: words(
            format!("Dine samtaler kan ikke holdes {} indtil videre", how.da),
            format!("Your conversations cannot be held {} for now", how.en),
        ),
        decided: words(
            format!("Vi har besluttet, at dine samtaler indtil videre ikke kan holdes {}.", how.da),
            format!("We have decided that for now your conversations cannot be held {}.", how.en),
        ),
        means: words(
            "Når du booker, vælger du mellem de andre former, der er åbne for dig. Har du allerede en samtale, gælder den stadig, som den er booket.",
            "When you book, you choose between the other forms that are open to you. If you already have a conversation, it still stands as it is booked.",
        ),
    }
}

fn unlocked(channel: ContactChannel) -> Said {
    let how = how(channel);
    Said {
        subject: words(
            format!("Dine samtaler kan holdes {}", how.da),
            format!("Your conversations can be held {}", how.en),
        ),
        decided: words(
            format!("Vi har besluttet, at dine samtaler kan holdes {}.", how.da),
            format!("We have decided that your conversations can be held {}.", how.en),
        ),
        means: words(
            "Du kan vælge det, næste gang du booker eller flytter en samtale. Du bestemmer selv, om du vil.",
            "You can choose it the next time you book or move a conversation. Whether you do is up to you.",
        ),
    }
}

fn how(channel: ContactChannel) -> Words {
    match channel {
        ContactChannel::Phone => words("på telefon", "by phone"),
        ContactChannel::Video => words("på video", "by video"),
        ContactChannel::InPerson => words("ved fremmøde", "in person"),
    }
}
