//! Texts of the cases, and of the server's refusals.

use crate::text::table::text_table;

text_table! {
    /// Texts of the list of cases and of one case.
    CaseTexts {
        title: "Sager", "Cases";
        none: "Du har ingen sager.", "You have no cases.";
        citizen: "Borger", "Citizen";
        caseworker: "Sagsbehandler", "Caseworker";
        hold_by: "Samtale senest", "Conversation by";
        next: "Næste samtale", "Next conversation";
        not_due: "Ingen frist", "No deadline";
        not_booked: "Ikke booket", "Not booked";
        case_loading: "Sag", "Case";
        case_lead: "Sag {} · sygemeldt fra {} · {}", "Case {} · on sick leave from {} · {}";
        no_employer: "ingen arbejdsgiver", "no employer";
        deadline: "Frist", "Deadline";
        deadline_by: "Samtale senest {}. Frist for selv at booke: {}.", "Conversation by {}. Deadline for booking without help: {}.";
        overdue_text: "Fristen er overskredet, og der er ikke booket en samtale.", "The deadline has passed, and no conversation is booked.";
        citizen_reads: "Det læser borgeren", "What the citizen reads";
        closed: "Sagen blev afsluttet {}.", "The case was closed on {}.";
        channels: "Samtaleformer", "Forms of conversation";
        open: "Åben", "Open";
        locked: "Låst", "Locked";
        why: "Hvorfor", "Why";
        citizen_chooses: "Borgeren vælger selv.", "The citizen chooses.";
        first_default: "Standard for den første samtale.", "The default for the first conversation.";
        first_elsewhere: "Den første samtale holdes som udgangspunkt ved fremmøde.", "The first conversation is held in person by default.";
        decided: "{}:", "{}:";
        not_offered: "Tilbydes ikke her.", "Not offered here.";
        lock: "Lås", "Lock";
        lock_name: "Lås {}", "Lock {}";
        unlock: "Lås op", "Unlock";
        unlock_name: "Lås op: {}", "Unlock: {}";
        lock_heading: "Lås {}", "Lock {}";
        unlock_heading: "Lås {} op", "Unlock {}";
        decision_text: "Beslutningen gælder denne sag. Borgeren kan læse begrundelsen.", "The decision applies to this case. The citizen can read the reason.";
        reason: "Begrundelse", "Reason";
        reason_hint: "Skriv kort og venligt, hvorfor. Ingen helbredsoplysninger, der ikke er nødvendige.", "Say briefly and kindly why. No health details that are not needed.";
        save_decision: "Gem beslutningen", "Save the decision";
        decision_saved: "Beslutningen er gemt. Borgeren kan se den nu.", "The decision is saved. The citizen can see it now.";
        self_booking: "Selvbooking", "Self-booking";
        self_booking_open: "Borgeren kan selv booke, flytte og aflyse.", "The citizen can book, move and cancel without help.";
        self_booking_withdrawn: "Trukket tilbage {}:", "Withdrawn {}:";
        withdraw: "Træk selvbooking tilbage", "Withdraw self-booking";
        restore: "Giv selvbooking tilbage", "Restore self-booking";
        bookings: "Samtaler", "Conversations";
        waiting: "Venteliste", "Waiting list";
        waiting_for: "Venter på", "Waits for";
        waiting_became: "Hvad blev det til", "What became of it";
        waiting_asked: "Siden {}: en tid før {} ({})", "Since {}: a time before {} ({})";
        waiting_still: "Venter.", "Waiting.";
        waiting_taken: "Slut {}: borgeren tog en tilbudt tid.", "Ended {}: the citizen took an offered time.";
        waiting_left: "Slut {}: borgeren gik af listen.", "Ended {}: the citizen left the list.";
        waiting_early: "Slut {}: en tidlig nok tid er booket.", "Ended {}: an early enough time is booked.";
        waiting_too_late: "Slut {}: borgeren kan ikke selv flytte sin samtale længere.", "Ended {}: the citizen can no longer move their conversation.";
        waiting_passed: "Slut {}: dagen er nået.", "Ended {}: the day has come.";
        waiting_withdrawn: "Slut {}: borgeren kan ikke selv booke.", "Ended {}: the citizen cannot book themselves.";
        waiting_closed: "Slut {}: sagen er afsluttet.", "Ended {}: the case is closed.";
        offered: "Tilbudt {}: {}.", "Offered {}: {}.";
        offer_open: "holdes indtil {}", "kept until {}";
        offer_taken: "taget", "taken";
        offer_lapsed: "ikke besvaret i tide", "not answered in time";
        offer_declined: "nej tak", "declined";
        offer_withdrawn: "ikke aktuel længere", "no longer of use";
        no_bookings: "Der er ingen samtaler på sagen.", "The case has no conversations.";
        by_citizen: "Booket af borgeren", "Booked by the citizen";
        by_staff: "Booket af en sagsbehandler", "Booked by a caseworker";
        moved_by_citizen: "Flyttet af borgeren", "Moved by the citizen";
        moved_by_staff: "Flyttet af en sagsbehandler", "Moved by a caseworker";
        book: "Book for borgeren", "Book for the citizen";
        move_it: "Flyt", "Move";
        book_title: "Book for {}", "Book for {}";
        move_title: "Flyt samtalen for {}", "Move the conversation of {}";
        back_to_case: "Tilbage til sagen", "Back to the case";
        choose_form: "Vælg form", "Choose a form";
        book_heading: "Book denne tid?", "Book this time?";
        move_heading: "Flyt til denne tid?", "Move to this time?";
        time_text: "{} {}, {}.", "{} {}, {}.";
        day_and_time: "{} kl. {}", "{} at {}";
        book_text: "Der sendes ingen besked. Borgeren kan se tiden på Min side, så ring selv, hvis det haster.", "No message is sent. The citizen can see the time on their own page, so ring them if it is urgent.";
        do_book: "Book tiden", "Book the time";
        do_move: "Flyt samtalen", "Move the conversation";
        booked: "Samtalen er booket: {}, {}.", "The conversation is booked: {}, {}.";
        moved: "Samtalen er flyttet til {}, {}.", "The conversation is moved to {}, {}.";
        no_times: "Der er ingen ledige tider i denne form. Vælg en anden form, eller offentliggør flere tider.", "There are no free times in this form. Choose another form, or publish more times.";
    }
}

text_table! {
    /// Why the server said no to a caseworker, and what to do.
    RefusalTexts {
        stale: "Nogen har ændret det samtidig. Det, du har skrevet, står her stadig, men er ikke gemt.", "Somebody changed it at the same time. What you have typed is still here, but not saved.";
        slot_taken: "Tiden er lige blevet taget. Listen er opdateret, vælg en anden tid.", "The time has just been taken. The list is up to date, choose another time.";
        slot_booked: "Tiden er lige blevet booket og kan ikke trækkes tilbage. Aflys samtalen i stedet.", "The time has just been booked and cannot be withdrawn. Cancel the conversation instead.";
        too_soon: "Tiden er passeret eller ligger for tæt på.", "The time has passed or is too close.";
        not_offered: "Tiden tilbydes ikke i den form.", "The time is not offered in that form.";
        locked: "Formen er låst på sagen. Lås den op med en begrundelse først.", "The form is locked for the case. Unlock it with a reason first.";
        no_room: "Der er ikke et ledigt lokale på det tidspunkt. Vælg en anden tid eller form.", "No room is free at that time. Choose another time or form.";
        already_booked: "Borgeren har allerede en samtale. Flyt den i stedet.", "The citizen already has a conversation. Move it instead.";
        not_open: "Samtalen er allerede aflyst eller afsluttet. Siden er opdateret.", "The conversation is already cancelled or over. The page is up to date.";
        not_over: "Samtalen er ikke holdt endnu. Registrér udfaldet bagefter.", "The conversation has not taken place yet. Record the outcome afterwards.";
        case_closed: "Sagen er afsluttet.", "The case is closed.";
        move_not_possible: "Planen er et andet sted nu, så det kan ikke lade sig gøre. Siden er opdateret.", "The plan is somewhere else now, so that is not possible. The page is up to date.";
        round_table_over: "Rundbordssamtalen er allerede aflyst eller afholdt. Siden er opdateret.", "The round-table conversation is already cancelled or over. The page is up to date.";
        group_over: "Gruppeforløbet er allerede aflyst, begyndt eller afholdt. Siden er opdateret.", "The group session is already cancelled, has begun or is over. The page is up to date.";
        group_clash: "Du har en anden aftale på det tidspunkt. Vælg en anden tid, eller flyt den.", "You have another appointment at that time. Choose another time, or move it.";
        no_employer: "Sagen har ingen arbejdsgiver.", "The case has no employer.";
        not_found: "Den findes ikke længere. Siden er opdateret.", "It no longer exists. The page is up to date.";
        not_allowed: "Det må du ikke. Måske er du logget på som en anden i et andet vindue, eller sagen er ikke din mere.", "You may not do that. Perhaps you are signed in as somebody else in another window, or the case is not yours any more.";
        invalid: "Serveren kunne ikke godtage oplysningerne. Se felterne igennem.", "The server could not accept the details. Check the fields.";
    }
}
