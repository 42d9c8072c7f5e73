//! Texts of the citizen's own pages about the retention plan. Only the plans' part of the app
//! carries them.

use super::table::text_table;

text_table! {
    /// Texts of asking for a plan, reading it and answering it.
    CitizenRetentionTexts {
        title: "Fastholdelsesplan", "Retention plan";
        what: "I en fastholdelsesplan skriver din arbejdsgiver og du sammen, hvordan du kommer tilbage: hvilke opgaver, hvor mange timer, og hvad der tages hensyn til.", "In a retention plan your employer and you write together how you come back: which tasks, how many hours, and what is taken into account.";
        what_next: "Din arbejdsgiver skriver planen. Du læser den og siger ja eller beder om ændringer, før kommunen får den.", "Your employer writes the plan. You read it and say yes or ask for changes before the municipality gets it.";
        ask: "Bed din arbejdsgiver om en plan", "Ask your employer for a plan";
        ask_right: "Du har ret til at bede om en plan.", "You have the right to ask for a plan.";
        ask_right_unless: "Du har ret til at bede om en plan, hvis du ikke ventes tilbage inden den {}. Du kan også spørge, hvis du ventes tilbage før.", "You have the right to ask for a plan if you are not expected back before {}. You can also ask if you are expected back earlier.";
        ask_lead: "Din arbejdsgiver ser dit navn, hvornår du blev sygemeldt, og at du gerne vil have en plan. Ikke andet.", "Your employer sees your name, when your sick leave began, and that you would like a plan. Nothing else.";
        ask_again: "Bed om en plan igen", "Ask for a plan again";
        asked: "Din arbejdsgiver er bedt om en plan", "Your employer has been asked for a plan";
        asked_next: "Når din arbejdsgiver har skrevet planen, får du den at læse her. Du skal ikke gøre mere nu.", "When your employer has written the plan, you will get it to read here. You need do nothing more now.";
        withdraw: "Træk ønsket tilbage", "Withdraw the wish";
        withdrawn: "Du har trukket dit ønske om en plan tilbage", "You have withdrawn your wish for a plan";
        withdrawn_next: "Du kan bede om en plan igen, når du vil.", "You can ask for a plan again whenever you like.";
        to_read: "Er du enig i planen?", "Do you agree with the plan?";
        to_read_lead: "Din arbejdsgiver har sendt en plan til dig. Begynd med tegningen, og læs resten, når du har overskud.", "Your employer has sent you a plan. Begin with the drawing, and read the rest when you feel up to it.";
        to_read_answer: "Er du enig, så godkend den. Er du ikke, så bed om ændringer. Begge dele er helt i orden.", "If you agree, approve it. If not, ask for changes. Both are quite all right.";
        answer_days: "Har du ikke svaret inden {} dage, minder vi både dig og din arbejdsgiver om det. Planen bliver aldrig sendt til kommunen, uden at du har godkendt den.", "If you have not answered within {} days, we remind both you and your employer. The plan is never sent to the municipality without your approval.";
        approve: "Godkend planen", "Approve the plan";
        changes: "Bed om ændringer", "Ask for changes";
        see_all: "Se hele planen", "See the whole plan";
        short: "Planen i korte træk", "The plan in short";
        approved: "Du har godkendt planen", "You have approved the plan";
        approved_next: "Nu kan den sendes til kommunen. Det kan du gøre her, eller din arbejdsgiver kan gøre det.", "Now it can be sent to the municipality. You can do it here, or your employer can.";
        to_submit: "Send planen til kommunen", "Send the plan to the municipality";
        to_submit_lead: "Du har godkendt planen. Kommunen får den først, når du eller din arbejdsgiver sender den.", "You have approved the plan. The municipality gets it only when you or your employer sends it.";
        submit: "Send til kommunen", "Send to the municipality";
        submitted: "Planen er sendt til kommunen", "The plan has been sent to the municipality";
        submitted_next: "Din sagsbehandler læser den og skriver til jer begge, hvis der er spørgsmål. Du kan se her, når den er læst.", "Your caseworker reads it and writes to both of you if there are questions. You can see here when it has been read.";
        rather_changes: "Er du kommet i tvivl? Bed om ændringer", "Having second thoughts? Ask for changes";
        to_answer: "Kommunen har et spørgsmål til planen", "The municipality has a question about the plan";
        to_answer_lead: "Du eller din arbejdsgiver kan svare.", "You or your employer can answer.";
        answer: "Svar kommunen", "Answer the municipality";
        answered: "Dit svar er sendt", "Your answer has been sent";
        answered_next: "Kommunen og din arbejdsgiver kan læse det. Nu er det kommunens tur.", "The municipality and your employer can read it. It is the municipality's turn now.";
        changes_sent: "Dine kommentarer er sendt til din arbejdsgiver", "Your comments have been sent to your employer";
        changes_next: "Din arbejdsgiver retter planen og sender den til dig igen. Kommunen har ikke fået den.", "Your employer changes the plan and sends it to you again. The municipality has not got it.";
        declined: "Din arbejdsgiver har sagt nej til en plan", "Your employer has said no to a plan";
        declined_by: "{} svarede {}. Det har en arbejdsgiver lov til, og du mister ikke noget ved det.", "{} answered {}. An employer may do that, and you lose nothing by it.";
        declined_reason: "Begrundelsen var:", "The reason was:";
        declined_no_reason: "Der er ikke skrevet nogen begrundelse.", "No reason was given.";
        declined_do: "Det kan du gøre i stedet:", "What you can do instead:";
        declined_talk: "Tal med din sagsbehandler om det. Hun eller han kan tale med din arbejdsgiver.", "Talk with your caseworker about it. They can talk with your employer.";
        declined_plan: "Skriv selv, hvordan du gerne vil op i tid, i Min plan. Den ser din arbejdsgiver ikke.", "Write in My plan how you would like to increase your hours. Your employer does not see it.";
        declined_later: "Bed om en plan igen senere, når noget har ændret sig.", "Ask for a plan again later, when something has changed.";
        book: "Book en samtale", "Book a conversation";
        to_my_plan: "Skriv det i Min plan", "Write it in My plan";
        no_employer: "Der er ingen arbejdsgiver i din sag", "There is no employer in your case";
        no_employer_why: "En fastholdelsesplan laver man sammen med sin arbejdsgiver, og vi kan ikke se, at du har en. Er det forkert, så ring til os på {}.", "A retention plan is made together with one's employer, and we cannot see that you have one. If that is wrong, ring us on {}.";
        no_employer_plan: "Du kan skrive, hvordan du gerne vil tilbage, i Min plan.", "You can write how you would like to come back in My plan.";
        closed_without: "Din sag er afsluttet, så der kan ikke laves en fastholdelsesplan her.", "Your case is closed, so no retention plan can be made here.";
        closed: "Din sag er afsluttet. Du kan stadig læse planen, men ikke ændre noget.", "Your case is closed. You can still read the plan, but not change anything.";
        seen: "Hvem har set min plan?", "Who has seen my plan?";
        versions: "Tidligere versioner", "Earlier versions";
        version_link: "Version {}, sendt {}", "Version {}, sent {}";
        print: "Udskriv, eller gem som PDF", "Print, or save as PDF";
        to_overview: "Til fastholdelsesplanen", "To the retention plan";
        agreed: "Dine aftalte timer", "Your agreed hours";
        agreed_lead: "Det her har du og din arbejdsgiver aftalt. Går det ikke, så sig det: så finder vi ud af det.", "This is what you and your employer have agreed. If it does not work, say so: we will find a way.";
        step: "Fra {} til {}", "From {} to {}";
        step_now: "Nu", "Now";
        step_past: "Overstået", "Past";
        did_not_go: "Det gik ikke", "It did not work";
        did_not_go_which: " fra {}", " from {}";
        told: "Du fortalte {}, at det ikke gik.", "You told us on {} that it did not work.";
        told_words: "Du skrev:", "You wrote:";
        step_title: "Det gik ikke", "It did not work";
        step_about: "Det handler om perioden fra {} til {} med {}.", "It is about the period from {} to {} with {}.";
        step_lead: "Det sker, og det er godt, at du siger det. Kun din sagsbehandler læser det her. Din arbejdsgiver ser det ikke.", "It happens, and it is good that you say so. Only your caseworker reads this. Your employer does not see it.";
        step_field: "Hvad gik ikke?", "What did not work?";
        step_hint: "Du kan springe over. To ord er nok.", "You can skip this. Two words are enough.";
        step_send: "Fortæl det til din sagsbehandler", "Tell your caseworker";
        step_sent: "Din sagsbehandler har fået besked", "Your caseworker has been told";
        step_sent_next: "I kan tale om det. Book en samtale, eller ring, så finder I ud af, hvad der skal ændres.", "You can talk about it. Book a conversation, or ring, and find out together what should change.";
        step_booked: "Du har allerede en samtale {}. Der kan I tale om det.", "You already have a conversation on {}. You can talk about it there.";
        see_booking: "Se samtalen", "See the conversation";
        step_rewrite: "Skriv det på en anden måde", "Write it in another way";
        step_none: "Den periode er ikke begyndt endnu, eller den er ikke med i aftalen.", "That period has not begun yet, or it is not part of what was agreed.";
        changes_title: "Bed om ændringer", "Ask for changes";
        changes_lead: "Åbn den del, der ikke passer, og skriv, hvad der skal være anderledes. Én kommentar er nok. Det er kun din arbejdsgiver, der får dem.", "Open the part that does not fit, and write what should be different. One comment is enough. Only your employer gets them.";
        changes_parts: "Planens dele", "The parts of the plan";
        changes_field: "Hvad skal være anderledes?", "What should be different?";
        changes_hint: "Skriv ikke, hvad du fejler. Skriv, hvad du kan.", "Do not write what your illness is. Write what you can do.";
        changes_has: "{} – du har skrevet en kommentar", "{} – you have written a comment";
        changes_send: "Send til din arbejdsgiver", "Send to your employer";
        changes_none: "Åbn mindst én del, og skriv, hvad der skal være anderledes", "Open at least one part, and write what should be different";
        approve_title: "Godkend planen", "Approve the plan";
        approve_lead: "Når du godkender, kan du eller din arbejdsgiver sende planen til kommunen.", "When you approve it, you or your employer can send the plan to the municipality.";
        remark: "Vil du tilføje en bemærkning?", "Would you like to add a remark?";
        remark_hint: "Du kan springe over. Både din arbejdsgiver og kommunen læser den.", "You can skip this. Both your employer and the municipality read it.";
        read_first: "Læs hele planen først", "Read the whole plan first";
        answer_title: "Svar kommunen", "Answer the municipality";
        question_from: "Kommunen spørger ({}):", "The municipality asks ({}):";
        answer_field: "Dit svar", "Your answer";
        answer_hint: "Både kommunen og din arbejdsgiver læser svaret.", "Both the municipality and your employer read the answer.";
        answer_send: "Send svaret", "Send the answer";
        mend_missing: "Skriv dit svar", "Write your answer";
        mend_long: "Skriv kortere", "Write less";
        mend_cpr: "Fjern CPR-nummeret. Andre læser det, du skriver her", "Remove the CPR number. Others read what you write here";
        mend_characters: "Teksten har tegn, der ikke kan bruges. Skriv den igen", "The text has characters that cannot be used. Write it again";
        not_moved: "Planen har ændret sig, mens du så på den. Den er vist her, som den er nu, og det, du har skrevet, er gemt. Se den igennem igen.", "The plan has changed while you looked at it. It is shown here as it is now, and what you have written is saved. Please look it over again.";
        not_now: "Det kan du ikke gøre lige nu, for planen er et andet sted. Har du skrevet noget, er det gemt.", "You cannot do that right now, because the plan is somewhere else. If you have written something, it is saved.";
        not_conflict: "Noget er skrevet to forskellige steder. Vælg først, hvad der skal gælde.", "Something was written in two places. First choose which is to count.";
        not_closed: "Det er ikke sendt, for din sag er afsluttet. Ring til os på {}, hvis du er i tvivl.", "It has not been sent, because your case is closed. Ring us on {} if you are in doubt.";
        not_fields: "Det er ikke sendt. Ret det, der er markeret, og prøv igen.", "It has not been sent. Mend what is marked, and try again.";
        table: "Rundbordssamtale", "Round-table conversation";
        table_what: "En rundbordssamtale er en samtale på video med dig, din arbejdsgiver og din sagsbehandler. I taler om planen, og hvad der skal til. Den tæller ikke som din opfølgningssamtale.", "A round-table conversation is a conversation by video with you, your employer and your caseworker. You talk about the plan and what it takes. It does not count as your follow-up conversation.";
        table_offered: "Din arbejdsgiver har foreslået tider til en rundbordssamtale.", "Your employer has offered times for a round-table conversation.";
        table_see: "Se tiderne", "See the times";
        table_times: "Vælg en tid", "Choose a time";
        table_chosen: "Din valgte tid", "The time you chose";
        table_book: "Book tiden", "Book the time";
        table_booked: "Rundbordssamtalen er booket", "The round-table conversation is booked";
        table_is: "{} på video med {} fra din arbejdsgiver og {} fra kommunen.", "{} by video with {} from your employer and {} from the municipality.";
        table_soon: "Din sagsbehandler sender et link til jer alle, inden I mødes.", "Your caseworker sends a link to all of you before you meet.";
        table_details: "Se rundbordssamtalen", "See the round-table conversation";
        table_equipment: "Tjek dit udstyr til video", "Check your equipment for video";
        table_cancel: "Aflys rundbordssamtalen", "Cancel the round-table conversation";
        table_cancel_sure: "Vil du aflyse rundbordssamtalen? Din arbejdsgiver og din sagsbehandler kan se det.", "Do you want to cancel the round-table conversation? Your employer and your caseworker can see it.";
        table_cancel_yes: "Ja, aflys", "Yes, cancel";
        table_cancelled: "Rundbordssamtalen er aflyst. Du kan vælge en anden tid, hvis der er flere.", "The round-table conversation is cancelled. You can choose another time if there are more.";
        table_none: "Din arbejdsgiver har ikke foreslået nogen tider endnu", "Your employer has not offered any times yet";
        table_none_do: "Vil du gerne have en rundbordssamtale, så sig det til din arbejdsgiver, eller ring til os på {}.", "If you would like a round-table conversation, tell your employer, or ring us on {}.";
        table_no_fit: "Ingen af tiderne passer lige nu", "None of the times fits right now";
        table_no_fit_why: "Din arbejdsgiver har foreslået tider, men din sagsbehandler er optaget på dem alle, eller du har selv en samtale der. Ring til os på {}, så finder vi en tid sammen.", "Your employer has offered times, but your caseworker is busy at all of them, or you have a conversation then yourself. Ring us on {}, and we will find a time together.";
        table_taken: "Tiden er lige blevet taget. Vælg en anden tid.", "The time has just been taken. Choose another one.";
        table_too_soon: "Tiden er for tæt på til at kunne bookes. Vælg en anden tid.", "The time is too soon to be booked. Choose another one.";
        table_already: "Der er allerede booket en rundbordssamtale. Den er vist her.", "A round-table conversation is booked already. It is shown here.";
        table_over: "Rundbordssamtalen er forbi eller aflyst.", "The round-table conversation is over or cancelled.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in CitizenRetentionTexts::ALL {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn calling_off_promises_no_message() {
        assert!(!CitizenRetentionTexts::DA.table_cancel_sure.contains("besked"));
    }

    #[test]
    fn no_text_cites_law_or_blames() {
        for (name, da, en) in CitizenRetentionTexts::ALL {
            for text in [da, en] {
                let text = text.to_lowercase();
                for word in ["§", "manglende medvirken", "sanktion", "sanction"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}
