//! Texts of the citizen's page of group sessions, which only the plans' part of the app carries, and
//! what a session is about, which staff are told as well.

use contract::groups::GroupTheme;

use super::table::text_table;
use super::{Language, Texts};

/// What a session is about.
pub fn theme_name(t: &Texts, theme: &GroupTheme) -> String {
    match t.language {
        Language::Da => theme.name.clone(),
        Language::En => theme.name_en.clone(),
    }
}

text_table! {
    /// Texts of the page.
    GroupTexts {
        title: "Gruppeforløb", "Group sessions";
        what: "I et gruppeforløb mødes nogle få, som også er sygemeldt, med en sagsbehandler om ét emne.", "In a group session a few people who are also on sick leave meet a caseworker about one subject.";
        voluntary: "Det er frivilligt, om du vil være med. Du kan give din plads videre igen, og du behøver ikke at sige hvorfor.", "Whether you take part is up to you. You can give your seat up again, and you need not say why.";
        private: "Du kan ikke se her, hvem der ellers kommer, og de kan ikke se, at du gør. På dagen mødes I.", "You cannot see here who else comes, and they cannot see that you do. On the day you meet.";
        no_followup: "Et gruppeforløb træder ikke i stedet for din samtale med kommunen.", "A group session does not take the place of your conversation with the municipality.";
        closed: "Din sag er afsluttet, så du kan ikke tilmelde dig. Har du en plads, kan du stadig give den videre. Er du i tvivl, så ring til os på {}.", "Your case is closed, so you cannot sign up. If you have a seat, you can still give it up. If you are in doubt, ring us on {}.";
        standby: "Din sag er sat på standby, og du skal ikke gøre noget. Du kan godt være med her, hvis du har lyst.", "Your case is on standby, and there is nothing you need to do. You can take part here if you like.";
        none: "Der er ikke planlagt gruppeforløb lige nu", "No group sessions are planned right now";
        none_do: "Kig forbi igen, eller spørg din sagsbehandler. Du kan også ringe på {}.", "Come back later, or ask your caseworker. You can also ring {}.";
        mine: "Dine gruppeforløb", "Your group sessions";
        others: "Gruppeforløb, du kan vælge", "Group sessions you can choose";
        led_by: "Med {}.", "With {}.";
        video: "På video.", "By video.";
        video_link: "Den sagsbehandler, der holder mødet, sender dig et link, før det begynder.", "The caseworker who leads the meeting sends you a link before it begins.";
        decided: "Melder for få sig, aflyser vi {}. Vi sender ikke besked endnu. Kig på Min side.", "If too few sign up, we cancel on {}. We do not send messages yet. Look at My page.";
        free: "Der er ledige pladser", "There are free seats";
        few: "Få pladser", "Few seats";
        full: "Fuldt", "Full";
        want: "Jeg vil gerne med", "I want to take part";
        want_name: "Jeg vil gerne med: {}, {}", "I want to take part: {}, {}";
        sure: "Vil du have en plads {}?", "Do you want a seat on {}?";
        take: "Tag pladsen", "Take the seat";
        wait: "Skriv mig på ventelisten", "Put me on the waiting list";
        wait_name: "Skriv mig på ventelisten: {}, {}", "Put me on the waiting list: {}, {}";
        wait_what: "Bliver en plads ledig, holder vi den til den første på listen. Vi sender ikke besked endnu. Kig på Min side.", "If a seat comes free, we keep it for the first person on the list. We do not send messages yet. Look at My page.";
        have: "Du har en plads", "You have a seat";
        calendar: "Føj til kalender", "Add to calendar";
        calendar_name: "Føj til kalender: {}", "Add to calendar: {}";
        cannot: "Jeg vil ikke være med alligevel", "I do not want to take part after all";
        cannot_sure: "Så kan en anden få pladsen. Det er helt i orden.", "Then somebody else can have the seat. That is quite all right.";
        give_up: "Giv pladsen videre", "Give the seat up";
        offered: "Der er en plads til dig", "There is a seat for you";
        offered_until: "Vi holder den til dig indtil {}. Derefter kan en anden få den.", "We keep it for you until {}. After that somebody else can have it.";
        no_thanks: "Nej tak", "No, thank you";
        in_line: "Du står på ventelisten", "You are on the waiting list";
        in_line_free: "Der er en ledig plads nu. Den, der tager den først, får den.", "There is a free seat now. Whoever takes it first has it.";
        leave: "Slet mig fra ventelisten", "Take me off the waiting list";
        offer_over: "Vi holdt en plads til dig, men tiden til at tage den er gået.", "We kept a seat for you, but the time to take it has passed.";
        cancelled: "Aflyst", "Cancelled";
        cancelled_few: "Mødet er aflyst, fordi for få havde meldt sig. Du skal ikke gøre noget.", "The meeting is cancelled because too few had signed up. You need not do anything.";
        cancelled_by: "Mødet er aflyst: “{}” Du skal ikke gøre noget.", "The meeting is cancelled: “{}” You need not do anything.";
        took: "Du har fået en plads {}. Den står nu under “Dine gruppeforløb”.", "You have a seat on {}. It is now under “Your group sessions”.";
        waits: "Du står på ventelisten. Bliver det din tur, kan du se det på Min side.", "You are on the waiting list. When it is your turn, you can see it on My page.";
        got_offer: "Der er en plads til dig. Tag den nedenfor.", "There is a seat for you. Take it below.";
        gave_up: "Du har ikke længere en plads. En anden kan få den.", "You no longer have a seat. Somebody else can have it.";
        declined: "Du har sagt nej tak til pladsen.", "You have said no to the seat.";
        left: "Du står ikke længere på ventelisten.", "You are no longer on the waiting list.";
        not_full: "Der er ikke flere pladser. Du kan skrive dig på ventelisten.", "There are no seats left. You can put yourself on the waiting list.";
        not_full_in_line: "Pladsen er lige blevet taget. Du står stadig på ventelisten.", "The seat has just been taken. You are still on the waiting list.";
        not_over: "Mødet er aflyst eller begyndt, så det kan ikke ændres mere. Siden er opdateret.", "The meeting is cancelled or has begun, so that cannot be changed any more. The page is up to date.";
        not_clash: "Du har en anden aftale på det tidspunkt. Flyt den først, eller vælg et andet møde.", "You have another appointment at that time. Move it first, or choose another meeting.";
        not_closed: "Din sag er afsluttet, så du kan ikke tilmelde dig. Ring til os på {}, hvis du er i tvivl.", "Your case is closed, so you cannot sign up. Ring us on {} if you are in doubt.";
        not_there: "Mødet findes ikke længere. Siden er opdateret.", "The meeting no longer exists. The page is up to date.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in GroupTexts::ALL {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }
}
