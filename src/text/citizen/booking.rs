//! Texts of choosing a channel and a time, and of the check before booking.

use crate::text::table::text_table;

text_table! {
    /// Texts of choosing and checking a time.
    BookingTexts {
        title: "Book din opfølgningssamtale", "Book your follow-up conversation";
        lead: "Vi skal tale om, hvordan du har det, og hvad der kan hjælpe dig videre.", "We will talk about how you are, and what can help you on.";
        deadline: "Book senest {}. Samtalen skal holdes senest {}.", "Book by {}. The conversation must take place by {}.";
        deadline_soon: "Samtalen skal holdes senest {}.", "The conversation must take place by {}.";
        deadline_past: "Samtalen skulle være holdt senest {}. Det er helt i orden at booke nu.", "The conversation should have taken place by {}. It is fine to book now.";
        how: "Hvordan vil du holde samtalen?", "How do you want to hold the conversation?";
        phone_means: "Vi ringer til dig.", "We ring you.";
        video_means: "Du får et link og taler med os på skærmen.", "You get a link and talk with us on screen.";
        in_person_means: "Du kommer til os.", "You come to us.";
        minutes: "Ca. {} minutter.", "About {} minutes.";
        first_free: "Første ledige tid", "First free time";
        book_first_name: "Første ledige tid, {}, {}", "First free time, {}, {}";
        more_times: "Se flere tider", "See more times";
        more_times_name: "Se flere tider: {}", "See more times: {}";
        locked: "Kan ikke vælges", "Cannot be chosen";
        none_in_channel: "Der er ingen ledige tider i denne form lige nu. Vælg en anden form, eller ring til os på {}.", "There are no free times in this form right now. Choose another form, or ring us on {}.";
        none_at_all: "Der er ingen ledige tider lige nu. Ring til os på {}, så finder vi en tid sammen. Telefonen er åben {}.", "There are no free times right now. Ring us on {}, and we will find a time together. The phone is open {}.";
        already: "Du har allerede en samtale: {}, {}.", "You already have a conversation: {}, {}.";
        see_booking: "Se din samtale", "See your conversation";
        move_booking: "Flyt den", "Move it";
        times_title: "Vælg en tid – {}", "Choose a time – {}";
        choose_week: "Vælg uge", "Choose a week";
        previous_week: "Forrige uge med tider", "Previous week with times";
        next_week: "Næste uge med tider", "Next week with times";
        time_name: "{}, hos {}, {}", "{}, with {}, {}";
        with: "hos {}", "with {}";
        whose_colleagues: "Vi viser også tider hos din sagsbehandlers kolleger, så du hurtigere kan få en samtale.", "We also show times with your caseworker's colleagues, so that you can have a conversation sooner.";
        empty_week: "Der er ingen ledige tider i denne uge.", "There are no free times this week.";
        go_to_week: "Gå til den næste uge med ledige tider", "Go to the next week with free times";
        none_before_deadline: "Der er ingen ledige tider før fristen {}. Book den første ledige tid, eller ring til os på {}.", "There are no free times before the deadline {}. Book the first free time, or ring us on {}.";
        other_channel: "Vælg en anden form", "Choose another form";
        after_deadline: "efter fristen", "after the deadline";
        check_title: "Tjek, og book tiden", "Check, and book the time";
        when: "Hvornår", "When";
        when_value: "{} kl. {}", "{} at {}";
        how_short: "Hvordan", "How";
        who: "Hos", "With";
        place: "Hvor", "Where";
        room: "Lokale", "Room";
        participants: "Deltagere", "Participants";
        nobody_else: "Kun dig og din sagsbehandler", "Only you and your caseworker";
        topics: "Emner", "Topics";
        no_topics: "Ingen valgt", "None chosen";
        note: "Din besked", "Your message";
        no_note: "Ingen", "None";
        change_time: "Vælg en anden tid", "Choose another time";
        add_details: "Tilføj deltagere eller emner (valgfrit)", "Add participants or topics (optional)";
        change_details: "Ret deltagere eller emner", "Change participants or topics";
        duty: "Bliver du forhindret, så giv os besked inden samtalen. Hvis du udebliver uden rimelig grund, kan det få betydning for dine sygedagpenge. Vi hører dig altid, før vi træffer en afgørelse.", "If something keeps you from coming, tell us before the conversation. If you stay away without good reason, it can affect your sickness benefit. We always hear you before we decide anything.";
        no_change_after: "Tiden er så tæt på, at du ikke kan flytte eller aflyse den her bagefter. Bliver du forhindret, så ring til os på {}.", "The time is so close that you cannot move or cancel it here afterwards. If something keeps you from coming, ring us on {}.";
        book: "Book tiden", "Book the time";
        taken: "Tiden er lige blevet taget. Vælg en anden tid – dine øvrige svar er gemt.", "The time has just been taken. Choose another time – your other answers are kept.";
        too_soon: "Tiden ligger for tæt på til at kunne bookes. Vælg en anden tid – dine øvrige svar er gemt.", "The time is too close to be booked. Choose another time – your other answers are kept.";
        no_room: "Der er ikke længere et ledigt lokale på den tid. Vælg en anden tid – dine øvrige svar er gemt.", "There is no longer a room free at that time. Choose another time – your other answers are kept.";
        nearest: "De nærmeste ledige tider", "The nearest free times";
        refused_already: "Du har allerede booket en samtale. Du kan se den på Min side.", "You have already booked a conversation. You can see it on My page.";
        refused_channel: "Du kan ikke længere vælge denne form. Vælg en anden – dine øvrige svar er gemt.", "You can no longer choose this form. Choose another – your other answers are kept.";
        refused_withdrawn: "Du kan ikke selv booke, flytte eller aflyse lige nu. Ring til os på {}, så finder vi en tid sammen.", "You cannot book, move or cancel yourself right now. Ring us on {}, and we will find a time together.";
        refused_closed: "Din sag er afsluttet, så du skal ikke booke flere samtaler. Er du i tvivl, så ring til os på {}.", "Your case is closed, so you do not need to book any more conversations. If you are in doubt, ring us on {}.";
        refused_late: "Det er for sent at ændre samtalen her. Ring til os på {}, så hjælper vi dig.", "It is too late to change the conversation here. Ring us on {}, and we will help you.";
        refused_over: "Samtalen kan ikke længere ændres. Den er aflyst eller holdt.", "The conversation can no longer be changed. It has been cancelled or held.";
        refused_fields: "Noget af det, du har skrevet, kan ikke sendes. Ret det, og prøv igen.", "Something you wrote cannot be sent. Change it, and try again.";
        refused_busy: "Vi har travlt lige nu, og tiden er ikke booket. Prøv igen om lidt.", "We are busy right now, and the time is not booked. Try again shortly.";
        refused_other: "Noget gik galt hos os, og vi kan ikke se, om det lykkedes. Prøv igen, eller ring til os på {}.", "Something went wrong on our side, and we cannot tell whether it worked. Try again, or ring us on {}.";
        no_answer: "Vi fik ikke svar. Tjek din forbindelse, og prøv igen. Du kan trygt trykke igen – du kan ikke komme til at booke to gange.", "We got no answer. Check your connection, and try again. You can safely press again – you cannot book twice.";
        signed_out: "Du er blevet logget af. Log på igen – dine svar er gemt.", "You have been signed out. Sign in again – your answers are kept.";
        see_mine: "Gå til Min side", "Go to my page";
        not_found_time: "Tiden er ikke længere ledig. Vælg en anden tid – dine øvrige svar er gemt.", "The time is no longer free. Choose another time – your other answers are kept.";
        no_such_channel: "Den form for samtale findes ikke. Vælg en af dem, vi tilbyder.", "There is no such form of conversation. Choose one of those we offer.";
    }
}
