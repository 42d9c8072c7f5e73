//! Texts of the caseworkers' pages of group sessions.

use crate::text::table::text_table;

text_table! {
    /// Texts of the list, of planning one, and of one.
    StaffGroupTexts {
        title: "Gruppeforløb", "Group sessions";
        one: "Gruppeforløb", "Group session";
        lead: "Deltagerne melder sig selv til. Er der færre end {} tilmeldte kl. {} på arbejdsdagen før, aflyser Genvej mødet, og deltagerne kan se det på Min side. Bliver en plads ledig, får den første på ventelisten den tilbudt.", "Participants sign up themselves. If fewer than {} have signed up at {} on the working day before, Genvej cancels the meeting, and the participants see it on My page. If a seat comes free, it is offered to the first on the waiting list.";
        none: "Der er ikke planlagt gruppeforløb.", "No group sessions are planned.";
        list: "Gruppeforløb de sidste fire uger og frem", "Group sessions of the last four weeks and to come";
        when: "Hvornår", "When";
        theme: "Emne", "Subject";
        place: "Sted", "Place";
        leader: "Sagsbehandler", "Caseworker";
        people: "Pladser", "Seats";
        state: "Status", "State";
        open: "Se {}, {}", "See {}, {}";
        taken_of: "{} af {} pladser taget", "{} of {} seats taken";
        kept: "{} holdt", "{} kept";
        in_line: "{} på venteliste", "{} on the waiting list";
        planned: "Planlagt", "Planned";
        to_note: "Mangler fremmøde", "Attendance missing";
        cancelled: "Aflyst", "Cancelled";
        held: "Afholdt", "Held";
        video: "Video", "Video";
        plan: "Planlæg et gruppeforløb", "Plan a group session";
        plan_lead: "Mødet varer {} minutter, og du holder det selv. Din tid og lokalet bliver optaget.", "The meeting lasts {} minutes, and you lead it. Your time and the room will be taken.";
        choose_theme: "Vælg emne", "Choose a subject";
        day: "Dato", "Date";
        day_hint: "Tidligst {}.", "From {} on.";
        from: "Begynder kl.", "Begins at";
        room: "Lokale eller video", "Room or video";
        seats: "Antal pladser", "Number of seats";
        save: "Planlæg mødet", "Plan the meeting";
        saved: "Gruppeforløbet {} er planlagt. Borgerne kan tilmelde sig nu.", "The group session on {} is planned. Citizens can sign up now.";
        theme_missing: "Vælg et emne", "Choose a subject";
        day_missing: "Vælg datoen", "Choose the date";
        day_range: "Vælg en dato mellem {} og {}", "Choose a date between {} and {}";
        day_closed: "Kommunen har lukket den dag. Vælg en hverdag, der ikke er lukkedag", "The municipality is closed on that day. Choose a weekday that is no closing day";
        from_missing: "Skriv klokkeslættet som 09:00", "Write the time like 09:00";
        from_grid: "Vælg et klokkeslæt, der går op i fem minutter", "Choose a time on the five minutes";
        from_range: "Mødet skal ligge mellem kl. {} og {}", "The meeting must be between {} and {}";
        room_unknown: "Vælg et lokale eller video", "Choose a room or video";
        room_taken: "Lokalet er optaget. Vælg et andet lokale eller en anden tid", "The room is taken. Choose another room or another time";
        seats_range: "Vælg {} til {} pladser", "Choose {} to {} seats";
        back: "Gruppeforløb", "Group sessions";
        title_one: "{}, {}", "{}, {}";
        decided: "Er der færre end {} tilmeldte {}, bliver mødet aflyst.", "If fewer than {} have signed up on {}, the meeting is cancelled.";
        was_few: "Mødet er aflyst, fordi for få havde meldt sig. Deltagerne kan se det på Min side.", "The meeting is cancelled because too few had signed up. The participants can see it on My page.";
        was_called_off: "Mødet er aflyst: “{}” Deltagerne kan se det på Min side.", "The meeting is cancelled: “{}” The participants can see it on My page.";
        participants: "Deltagere", "Participants";
        nobody: "Ingen har en plads endnu.", "Nobody has a seat yet.";
        nobody_own: "Ingen fra dine egne sager har en plads.", "Nobody from your own cases has a seat.";
        only_own: "Du ser kun deltagere fra dine egne sager. Den, der holder mødet, ser alle.", "You see only participants from your own cases. Whoever leads the meeting sees everybody.";
        logged: "Borgerne kan se, at du har set deres navne her.", "The citizens can see that you have seen their names here.";
        name: "Navn", "Name";
        came: "Kom", "Came";
        yes: "Ja", "Yes";
        no: "Nej", "No";
        not_noted: "Ikke noteret", "Not noted";
        who_came: "Hvem kom?", "Who came?";
        note: "Notér, at mødet er holdt", "Note that the meeting was held";
        note_again: "Ret fremmødet", "Correct the attendance";
        noted: "Fremmødet er noteret.", "The attendance is noted.";
        take_over: "Hold mødet selv", "Lead the meeting yourself";
        take_over_lead: "Du holder mødet i stedet for {}. Din tid bliver optaget, du ser alle deltageres navne, og det er dig, der noterer, hvem der kom.", "You lead the meeting in place of {}. Your time will be taken, you see the names of all participants, and you note who came.";
        leads: "Du holder mødet nu.", "You lead the meeting now.";
        call_off: "Aflys mødet", "Call the meeting off";
        call_off_lead: "Alle, der har en plads eller står på ventelisten, kan læse begrundelsen på Min side. Genvej sender ikke beskeder endnu, så ring til dem, hvis det haster.", "Everybody who has a seat or is on the waiting list can read the reason on My page. Genvej does not send messages yet, so ring them if it is urgent.";
        called_off: "Mødet er aflyst. Deltagerne kan se det på Min side.", "The meeting is called off. The participants can see it on My page.";
    }
}
