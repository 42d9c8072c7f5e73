//! Texts of a case's retention plan, of the contacts with the employer, and of what is to be
//! told and not sent yet.

use crate::text::table::text_table;

text_table! {
    /// Texts of a case's retention plan.
    StaffRetentionTexts {
        heading: "Fastholdelsesplan", "Retention plan";
        title: "Fastholdelsesplan for {}", "Retention plan of {}";
        loading: "Fastholdelsesplan", "Retention plan";
        lead: "Sag {} · sygemeldt fra {} · {}", "Case {} · on sick leave from {} · {}";
        only_submitted: "Du ser kun det, der er sendt til kommunen. Det, de to skriver på, kan kun de se.", "You see only what was sent to the municipality. What the two are still writing is theirs alone.";
        no_employer: "Sagen har ingen arbejdsgiver, så der er ingen at lave en fastholdelsesplan med.", "The case has no employer, so there is nobody to make a retention plan with.";
        none_submitted: "Der er ikke sendt en plan til kommunen.", "No plan has been sent to the municipality.";
        case_closed: "Sagen er afsluttet. Der kan ikke gøres mere ved planen.", "The case is closed. Nothing more can be done with the plan.";
        declined_talk: "Tal med arbejdsgiveren om, hvad der kan lade sig gøre: en gradvis tilbagevenden kan aftales uden en plan, og arbejdsgiveren kan stadig foreslå tider til en rundbordssamtale.", "Talk with the employer about what is possible: a gradual return can be agreed without a plan, and the employer can still offer times for a round-table conversation.";
        declined_support: "Overvej også hurtig opfølgning (fast track) og støtte, fx hjælpemidler eller personlig assistance.", "Also consider early follow-up (fast track) and support such as aids or personal assistance.";
        older: "Du læser en tidligere version. Kvittér og spørg fra den nyeste.", "You are reading an earlier version. Acknowledge and ask from the newest.";
        newest_waits: "Den nyeste version venter på dig.", "The newest version waits for you.";
        version_line: "Version {} er sendt til kommunen {}. Borgeren godkendte den {}.", "Version {} was sent to the municipality on {}. The citizen approved it on {}.";
        version_sent: "Version {} er sendt til kommunen {}.", "Version {} was sent to the municipality on {}.";
        acknowledged_line: "Kvitteret {}.", "Acknowledged on {}.";
        open: "Åbn fastholdelsesplanen", "Open the retention plan";
        in_picture: "Planen kort", "The plan in short";
        print: "Udskriv planen", "Print the plan";
        what_now: "Hvad kan du gøre?", "What can you do?";
        acknowledge: "Kvittér for planen", "Acknowledge the plan";
        acknowledge_heading: "Kvittér for version {}?", "Acknowledge version {}?";
        acknowledge_text: "Borgeren og arbejdsgiveren kan se, at kommunen har læst planen.", "The citizen and the employer can see that the municipality has read the plan.";
        acknowledged: "Du har kvitteret for version {}.", "You have acknowledged version {}.";
        ask: "Stil et spørgsmål", "Ask a question";
        ask_heading: "Spørgsmål til version {}", "Question about version {}";
        ask_text: "Borgeren og arbejdsgiveren læser begge spørgsmålet, og den, der kommer først, svarer.", "The citizen and the employer both read the question, and whoever comes first answers.";
        question: "Spørgsmål", "Question";
        question_hint: "Spørg til timer, opgaver og hensyn. Skriv ikke om helbred: arbejdsgiveren læser med.", "Ask about hours, tasks and considerations. Do not write about health: the employer reads it, too.";
        question_missing: "Skriv et spørgsmål", "Write a question";
        text_too_long: "Teksten er for lang. Skriv højst 1000 tegn", "The text is too long. Write at most 1000 characters";
        ask_send: "Send spørgsmålet", "Send the question";
        asked: "Spørgsmålet er stillet. Borgeren og arbejdsgiveren kan se det nu.", "The question is asked. The citizen and the employer can see it now.";
        close: "Afslut planen", "Close the plan";
        close_heading: "Afslut fastholdelsesplanen?", "Close the retention plan?";
        close_text: "Planen kan læses, men ikke ændres bagefter. Der kan laves en ny. Borgeren og arbejdsgiveren læser begrundelsen.", "The plan can be read, but not changed afterwards. A new one can be made. The citizen and the employer read the reason.";
        close_reason: "Begrundelse (valgfri)", "Reason (optional)";
        close_hint: "Skriv ikke om helbred: arbejdsgiveren læser med.", "Do not write about health: the employer reads it, too.";
        closed: "Fastholdelsesplanen er afsluttet.", "The retention plan is closed.";
        suggest: "Foreslå en plan til arbejdsgiveren", "Suggest a plan to the employer";
        suggest_heading: "Foreslå en fastholdelsesplan?", "Suggest a retention plan?";
        suggest_text: "Arbejdsgiveren og borgeren kan se, at kommunen foreslår en plan. Arbejdsgiveren må sige nej.", "The employer and the citizen can see that the municipality suggests a plan. The employer may say no.";
        suggested: "Planen er foreslået. Arbejdsgiveren og borgeren kan se det nu.", "The plan is suggested. The employer and the citizen can see it now.";
        faster: "Nogen kom først: planen er et andet sted nu. Siden er opdateret, og det, du har skrevet, er her stadig. Det er ikke sendt.", "Somebody was faster: the plan is somewhere else now. The page is up to date, and what you have typed is still here. It is not sent.";
        unsent_question: "Dit spørgsmål er ikke sendt", "Your question is not sent";
        unsent_reason: "Din begrundelse er ikke sendt", "Your reason is not sent";
        unsent_text: "Planen er et andet sted nu, så det kan ikke sendes lige nu. Det bliver stående, til du kasserer det eller kan sende det.", "The plan is somewhere else now, so it cannot be sent right now. It stays until you discard it or can send it.";
        discard: "Kassér teksten", "Discard the text";
        reports: "Trin, hvor det ikke gik", "Steps at which it did not go";
        report_tag: "Det gik ikke", "It did not go";
        report_step: "Trinnet fra {} (version {})", "The step from {} (version {})";
        report_line: "Det gik ikke på trinnet fra {}. Borgeren skrev det {}.", "It did not go at the step from {}. The citizen said so on {}.";
        report_at: "Skrevet {}", "Written on {}";
        report_no_words: "Borgeren har ikke skrevet mere.", "The citizen has written nothing more.";
        report_private: "Arbejdsgiveren kan ikke se det. Tilbyd borgeren en samtale.", "The employer cannot see it. Offer the citizen a conversation.";
        report_talk: "Book en samtale for borgeren", "Book a conversation for the citizen";
        round_table: "Rundbordssamtale", "Round-table conversation";
        round_table_line: "{} på video med {} fra arbejdsgiveren og {} fra kommunen.", "{} on video with {} from the employer and {} from the municipality.";
        round_table_cancel: "Aflys rundbordssamtalen", "Cancel the round-table conversation";
        round_table_cancel_heading: "Aflys rundbordssamtalen?", "Cancel the round-table conversation?";
        round_table_cancel_text: "{}. Borgeren og arbejdsgiveren kan se, at den er aflyst. Der sendes ingen besked, så ring selv, hvis det haster.", "{}. The citizen and the employer can see that it is cancelled. No message is sent, so ring them if it is urgent.";
        round_table_cancelled: "Rundbordssamtalen er aflyst: {}.", "The round-table conversation is cancelled: {}.";
        round_table_with: "med {} fra arbejdsgiveren", "with {} from the employer";
        contact_mark: "Arbejdsgiver ikke kontaktet", "Employer not contacted";
        waits_mark: "Fastholdelsesplan venter", "Retention plan waits";
    }
}

text_table! {
    /// Texts of the contacts with the employer.
    EmployerContactTexts {
        heading: "Kontakt til arbejdsgiveren", "Contact with the employer";
        no_employer: "Sagen har ingen arbejdsgiver.", "The case has no employer.";
        task: "Kontakt {} før eller ved første samtale.", "Contact {} before or at the first conversation.";
        due_by: "Senest {}.", "By {} at the latest.";
        due: "Mangler", "To do";
        late: "Overskredet", "Overdue";
        late_by: "Skulle være sket senest {}.", "Should have been done by {}.";
        done: "{} er kontaktet. Første gang {}.", "{} has been contacted. The first time was {}.";
        done_tag: "Udført", "Done";
        left_out: "Kontakten til {} blev undladt {} med en begrundelse.", "Contact with {} was left out on {}, with a reason.";
        left_out_tag: "Undladt", "Left out";
        former: "Med {}, som sagen ikke længere har som arbejdsgiver", "With {}, which is no longer the employer of the case";
        done_late: "Efter første samtale", "After the first conversation";
        not_required: "Kontakten er ikke et krav i denne sag.", "The contact is not required in this case.";
        list: "Registrerede kontakter", "Recorded contacts";
        day: "Dag", "Day";
        what: "Hvad", "What";
        by: "Registreret af", "Recorded by";
        contacted: "Kontaktet", "Contacted";
        add: "Registrér kontakt", "Record contact";
        dialog_text: "Det bliver på sagen. Arbejdsgiveren kan ikke se det.", "It stays on the case. The employer cannot see it.";
        question: "Hvad skete der?", "What happened?";
        was_contacted: "Arbejdsgiveren blev kontaktet", "The employer was contacted";
        was_left_out: "Kontakten undlades", "The contact is left out";
        was_left_out_hint: "Fx fordi det er bedst, at borgeren selv har dialogen.", "For example because the citizen had better keep the dialogue.";
        on: "Dato", "Date";
        channel: "Hvordan", "How";
        phone: "Telefon", "Phone";
        video: "Video", "Video";
        meeting: "Møde", "Meeting";
        letter: "Skriftligt", "In writing";
        outcome: "Hvad kom der ud af det?", "What came of it?";
        outcome_hint: "Skriv kort, hvad I aftalte. Ingen helbredsoplysninger, der ikke er nødvendige.", "Say briefly what you agreed. No health details that are not needed.";
        reason: "Hvorfor undlades kontakten?", "Why is the contact left out?";
        reason_hint: "Skriv, så en kollega kan forstå det.", "Write so that a colleague can understand it.";
        save: "Gem kontakten", "Save the contact";
        saved: "Kontakten er registreret.", "The contact is recorded.";
        on_missing: "Vælg datoen", "Choose the date";
        on_out_of_range: "Vælg en dato, der ikke ligger i fremtiden", "Choose a date that is not in the future";
        channel_missing: "Vælg, hvordan arbejdsgiveren blev kontaktet", "Choose how the employer was contacted";
        outcome_missing: "Skriv, hvad der kom ud af kontakten", "Write what came of the contact";
        reason_missing: "Skriv, hvorfor kontakten undlades", "Write why the contact is left out";
        kept: "Du er begyndt på at registrere en kontakt. Den er ikke gemt.", "You have begun to record a contact. It is not saved.";
        go_on: "Fortsæt registreringen", "Go on recording";
    }
}

text_table! {
    /// Texts of what is to be told and not sent yet.
    MessageTexts {
        heading: "Beskeder, der ikke er sendt", "Messages that are not sent";
        lead: "Genvej sender ikke beskeder endnu. Ring selv, hvis det haster.", "Genvej does not send messages yet. Ring them if it is urgent.";
        what: "Besked", "Message";
        to: "Til", "To";
        since: "Siden", "Since";
        not_sent: "Ikke sendt", "Not sent";
        citizen: "Borgeren", "The citizen";
        employer: "Arbejdsgiveren", "The employer";
        staff: "Kommunen", "The municipality";
        step_up: "Timerne stiger {}", "The hours go up on {}";
        plan_not_submitted: "Planen er godkendt, men ikke sendt til kommunen før samtalen", "The plan is approved, but not sent to the municipality before the conversation";
        step_report: "Det gik ikke på trinnet fra {}", "It did not go at the step from {}";
        round_table_offered: "Arbejdsgiveren har foreslået tider til en rundbordssamtale", "The employer has offered times for a round-table conversation";
        round_table_booked: "Rundbordssamtalen er booket", "The round-table conversation is booked";
        round_table_cancelled: "Rundbordssamtalen er aflyst", "The round-table conversation is cancelled";
        time_offered: "En tidligere tid holdes til borgeren indtil {}", "An earlier time is kept for the citizen until {}";
        time_withdrawn: "Tiden, der blev holdt til borgeren, er ikke ledig alligevel", "The time that was kept for the citizen is not free after all";
        group_offered: "En plads i et gruppeforløb er holdt til borgeren indtil {}", "A seat in a group session is kept for the citizen until {}";
        group_cancelled: "Gruppeforløbet {} er aflyst", "The group session on {} is cancelled";
        caseworker_changed: "Borgeren har fået en ny sagsbehandler", "The citizen has a new caseworker";
        satisfaction_asked: "Borgeren bliver spurgt, hvordan samtalen var", "The citizen is asked how the conversation was";
        requested: "Borgeren beder om en plan", "The citizen asks for a plan";
        request_withdrawn: "Borgeren beder ikke længere om en plan", "The citizen no longer asks for a plan";
        suggested: "Kommunen foreslår en plan", "The municipality suggests a plan";
        begun: "Arbejdsgiveren er begyndt på planen", "The employer has begun the plan";
        sent: "Planen er klar til borgeren", "The plan is ready for the citizen";
        taken_back: "Arbejdsgiveren har taget planen tilbage", "The employer has taken the plan back";
        changes_asked: "Borgeren ønsker ændringer", "The citizen asks for changes";
        approved: "Borgeren har godkendt planen", "The citizen has approved the plan";
        submitted: "Planen er sendt til kommunen", "The plan is sent to the municipality";
        questioned: "Kommunen har stillet et spørgsmål", "The municipality has asked a question";
        answered: "Spørgsmålet er besvaret", "The question is answered";
        acknowledged: "Kommunen har kvitteret for planen", "The municipality has acknowledged the plan";
        revised: "Arbejdsgiveren skriver en ny version", "The employer writes a new version";
        revision_dropped: "Arbejdsgiveren har droppet den nye version, og planen gælder som før", "The employer has dropped the new version, and the plan stands as before";
        declined: "Arbejdsgiveren har sagt nej til en plan", "The employer has said no to a plan";
        closed: "Planen er afsluttet", "The plan is closed";
        nudged: "Påmindelse: planen venter på et svar", "Reminder: the plan waits for an answer";
    }
}
