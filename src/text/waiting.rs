//! Texts of waiting for an earlier time. Only the part of the app with that page carries them.

use contract::waiting_list::WaitingEnd;

use super::table::text_table;

text_table! {
    /// Texts of the page.
    WaitingTexts {
        title: "Venteliste til en tidligere tid", "Waiting list for an earlier time";
        lead: "Bliver en tid ledig, får den første på listen den tilbudt. Har du en tid, beholder du den, til du tager en ny.", "When a time comes free, it is offered to the first on the list. If you have a time, you keep it until you take a new one.";
        kept_how: "Vi holder tiden til dig i {} minutter i dagtimerne. Vi sender ikke besked endnu. Kig på Min side, hvor tiden står øverst.", "We keep the time for you for {} minutes in the daytime. We do not send messages yet. Look at My page, where the time stands at the top.";
        take: "Tag tiden", "Take the time";
        gone: "Tiden bliver ikke holdt til dig længere. Ellers er intet ændret.", "The time is no longer kept for you. Nothing else has changed.";
        gone_mine: "Tiden er din: {}.", "The time is yours: {}.";
        gone_taken: "Du kan ikke få tiden alligevel. Enten er den ikke ledig mere, eller du har en anden aftale på det tidspunkt. Ellers er intet ændret.", "You cannot have the time after all. Either it is no longer free, or you have another appointment then. Nothing else has changed.";
        gone_late: "Din samtale begynder så snart, at den ikke kan flyttes her mere. Du beholder den tid, du har. Passer den ikke, så ring til os på {}.", "Your conversation begins so soon that it can no longer be moved here. You keep the time you have. If it does not suit you, ring us on {}.";
        booked: "Du har en samtale {}.", "You have a conversation on {}.";
        free_now: "Der er allerede en ledig tid før: {}, {}. Den kan du tage nu.", "There is a free time before that already: {}, {}. You can take it now.";
        free_now_anyhow: "Der er allerede en ledig tid: {}, {}. Den kan du tage nu.", "There is a free time already: {}, {}. You can take it now.";
        see_times: "Se ledige tider", "See free times";
        before: "Jeg vil gerne have en tid før", "I would like a time before";
        channels: "Samtalen må være", "The conversation may be";
        weekdays: "Det må være en", "It may be on a";
        join: "Skriv mig på ventelisten", "Put me on the waiting list";
        save: "Gem", "Save";
        mend_before: "Vælg en dag efter {}, senest {}", "Choose a day after {}, {} at the latest";
        mend_channels: "Vælg mindst én slags samtale", "Choose at least one kind of conversation";
        mend_weekdays: "Vælg mindst én ugedag", "Choose at least one weekday";
        waits: "Du står på venteliste", "You are on the waiting list";
        waits_for: "Du venter på en tid før {}: {}. Det må være {}.", "You are waiting for a time before {}: {}. It may be on {}.";
        since: "Du blev skrevet op {}.", "You were put on the list on {}.";
        change: "Ret, hvad du venter på", "Change what you are waiting for";
        leave: "Gå af ventelisten", "Leave the waiting list";
        leave_sure: "Du mister din plads på listen. Har du booket en tid, beholder du den.", "You lose your place on the list. If you have booked a time, you keep it.";
        leave_now: "Ja, tag mig af listen", "Yes, take me off the list";
        decline: "Nej tak, behold min tid", "No thanks, keep my time";
        decline_none: "Nej tak til tiden", "No thanks";
        decline_then: "Siger du nej tak, kan en anden få tiden. Du bliver på listen.", "If you say no thanks, somebody else can have the time. You stay on the list.";
        joined: "Du står nu på venteliste.", "You are on the waiting list now.";
        saved: "Det er gemt.", "It is saved.";
        left: "Du står ikke længere på venteliste.", "You are no longer on the waiting list.";
        declined: "Du har sagt nej tak til tiden. Du står stadig på venteliste.", "You have said no thanks to the time. You are still on the waiting list.";
        too_near: "Din samtale er så snart, at der ikke er en tidligere tid at vente på.", "Your conversation is so soon that there is no earlier time to wait for.";
        not_withdrawn: "Du kan ikke selv booke lige nu, og derfor heller ikke stå på venteliste. Ring til os på {}, så finder vi en tid sammen.", "You cannot book yourself right now, and so you cannot be on the waiting list either. Ring us on {}, and we will find a time together.";
        not_closed: "Din sag er afsluttet. Du skal ikke booke flere samtaler.", "Your case is closed. You do not need to book any more conversations.";
        ended_taken: "Du tog en tid fra ventelisten {} og står ikke længere på venteliste.", "You took a time from the waiting list on {} and are no longer on the waiting list.";
        ended_left: "Du gik af ventelisten {}.", "You left the waiting list on {}.";
        ended_early_enough: "Du fik en tid så tidligt, som du ønskede, og står ikke længere på venteliste ({}).", "You got a time as early as you wished and are no longer on the waiting list ({}).";
        ended_date_passed: "Der kom ingen ledig tid, før den dag, du valgte, var nået. Du står ikke længere på venteliste ({}).", "No time came free before the day you chose. You are no longer on the waiting list ({}).";
        ended_too_late: "Din samtale er så snart, at du ikke selv kan flytte den længere. Du står ikke længere på venteliste ({}).", "Your conversation is so soon that you can no longer move it yourself. You are no longer on the waiting list ({}).";
        ended_withdrawn: "Du kan ikke selv booke lige nu og står derfor ikke længere på venteliste ({}).", "You cannot book yourself right now and so are no longer on the waiting list ({}).";
        ended_closed: "Din sag er afsluttet, og du står ikke længere på venteliste ({}).", "Your case is closed, and you are no longer on the waiting list ({}).";
        or: " eller ", " or ";
    }
}

impl WaitingTexts {
    /// Why somebody does not wait any more, with a place for the day.
    pub const fn ended(&self, why: WaitingEnd) -> &'static str {
        match why {
            WaitingEnd::Taken => self.ended_taken,
            WaitingEnd::Left => self.ended_left,
            WaitingEnd::EarlyEnough => self.ended_early_enough,
            WaitingEnd::DatePassed => self.ended_date_passed,
            WaitingEnd::TooLate => self.ended_too_late,
            WaitingEnd::SelfBookingWithdrawn => self.ended_withdrawn,
            WaitingEnd::CaseClosed => self.ended_closed,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in WaitingTexts::ALL {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }
}
