//! Texts of the case page's time line, caseworker, decisions and letters.

use crate::text::table::text_table;

text_table! {
    /// Texts of the case page.
    CasePageTexts {
        on_this_page: "På siden", "On this page";
        time_line: "Tidslinje", "Time line";
        time_line_desc: "Sagens dage fra {} til {}. De samme dage står i tabellen.", "The days of the case from {} to {}. The same days are in the table.";
        plans: "Planer", "Plans";
        what: "Hvad", "What";
        when: "Hvornår", "When";
        today: "I dag", "Today";
        first_absence: "Sygemeldt", "On sick leave";
        opened: "Sagen blev åbnet", "The case was opened";
        changed_to: "Ny sagsbehandler: {}", "New caseworker: {}";
        employer_contacted: "Arbejdsgiveren blev kontaktet", "The employer was contacted";
        employer_left_out: "Kontakten til arbejdsgiveren blev undladt", "The contact with the employer was left out";
        held: "Samtale holdt", "Conversation held";
        no_show: "Borgeren udeblev", "The citizen did not come";
        awaiting: "Samtale, der mangler udfald", "Conversation without an outcome";
        job_plan_shared: "Min plan delt, version {}", "Job plan shared, version {}";
        retention_submitted: "Fastholdelsesplan modtaget, version {}", "Retention plan received, version {}";
        retention_acknowledged: "Fastholdelsesplan kvitteret, version {}", "Retention plan acknowledged, version {}";
        standby: "På standby", "On standby";
        step: "Aftalt: {}", "Agreed: {}";
        booked: "Samtale booket", "Conversation booked";
        round_table: "Rundbordssamtale booket", "Round-table conversation booked";
        book_by: "Frist for selv at booke", "Deadline for booking without help";
        hold_by: "Samtale senest", "Conversation by";
        expected_back: "Forventes tilbage", "Expected back";
        closed: "Sagen blev afsluttet", "The case was closed";
        rule_set: "Regelsæt: {}, gælder fra {}.", "Rule set: {}, in force from {}.";
        rule_set_until: "Regelsæt: {}, gælder fra {} til {}.", "Rule set: {}, in force from {} to {}.";
        caseworker: "Sagsbehandler", "Caseworker";
        follows: "{} følger sagen.", "{} follows the case.";
        no_changes: "Ingen skift", "No changes";
        one_change: "1 skift", "1 change";
        more_changes: "{} skift", "{} changes";
        booking_stays: "Samtalen {} er booket hos {} og bliver der, til den bliver flyttet.", "The conversation on {} is booked with {} and stays there until it is moved.";
        change: "Skift sagsbehandler", "Change caseworker";
        change_heading: "Skift sagsbehandler", "Change caseworker";
        change_lead: "Borgeren har nu {}. Færrest mulige skift er bedst for borgeren. Borgeren kan læse begrundelsen.", "The citizen has {} now. As few changes as possible are best for the citizen. The citizen can read the reason.";
        change_booking: "Samtalen {} bliver hos {}.", "The conversation on {} stays with {}.";
        change_to: "Hvem skal have sagen?", "Who is to have the case?";
        change_to_missing: "Vælg, hvem der skal have sagen", "Choose who is to have the case";
        change_stale: "{} har sagen nu: en anden har skiftet den, mens du skrev. Dine ord står her endnu. Tryk igen, hvis sagen stadig skal videre.", "{} has the case now: somebody else changed it while you wrote. Your words are still here. Press again if the case is still to go to somebody else.";
        change_too_late: "{} har sagen nu: en anden har skiftet den, mens du skrev. Du kan ikke give den videre.", "{} has the case now: somebody else changed it while you wrote. You cannot give it to anybody else.";
        change_save: "Skift sagsbehandler", "Change caseworker";
        change_saved: "Sagen har fået en ny sagsbehandler. Borgeren kan se det nu.", "The case has a new caseworker. The citizen can see it now.";
        changes: "Skift af sagsbehandler", "Changes of caseworker";
        by_import: "Læst ind fra fagsystemet", "Brought in from the case system";
        from_to: "Fra {} til {}", "From {} to {}";
        by: "Besluttet af", "Decided by";
        day: "Dag", "Day";
        decisions: "Beslutninger", "Decisions";
        no_decisions: "Der er ingen beslutninger på sagen.", "The case has no decisions.";
        locked: "{} blev låst", "{} was locked";
        unlocked: "{} blev låst op", "{} was unlocked";
        withdrawn: "Selvbooking blev trukket tilbage", "Self-booking was withdrawn";
        restored: "Selvbooking blev givet tilbage", "Self-booking was restored";
        letter: "Brev", "Letter";
        looks: "Hvem har set sagen", "Who has seen the case";
        looks_link: "Se, hvem der har set sagen", "See who has seen the case";
        looks_title: "Hvem har set sagen", "Who has seen the case";
        looks_lead: "Det er det samme, som borgeren læser om sig selv, med borgerens ord. At du ser det, står der også.", "This is what the citizen reads about themselves, in the citizen's words. That you look at it is there, too.";
        looks_none: "Ingen har set sagen endnu.", "Nobody has seen the case yet.";
    }
}

text_table! {
    /// Texts of letters and messages as the citizen gets them.
    LetterTexts {
        title: "Breve og beskeder til borgeren", "Letters and messages to the citizen";
        one_title: "Brevet, som borgeren får det", "The letter as the citizen gets it";
        message_title: "Beskeden, som borgeren får den", "The message as the citizen gets it";
        lead: "Alt, hvad {} får fra Genvej. Det nyeste står øverst.", "Everything {} gets from Genvej. The newest comes first.";
        none: "Borgeren har ikke fået breve eller beskeder.", "The citizen has got no letters or messages.";
        see_letter: "Se brevet, som borgeren får det", "See the letter as the citizen gets it";
        see_letter_name: "Se brevet, som borgeren får det: {}", "See the letter as the citizen gets it: {}";
        see_message: "Se beskeden, som borgeren får den", "See the message as the citizen gets it";
        see_message_name: "Se beskeden, som borgeren får den: {}", "See the message as the citizen gets it: {}";
        see_all: "Se alle breve og beskeder til borgeren", "See all letters and messages to the citizen";
        subject: "Emne", "Subject";
        kind: "Slags", "Kind";
        leaves: "Sendes", "Leaves";
        decision: "Afgørelsesbrev", "Decision letter";
        message: "Besked", "Message";
        not_sent: "Sendes ikke endnu fra Genvej", "Not sent from Genvej yet";
        not_sent_text: "Sendes ikke endnu fra Genvej. Dagen viser, hvornår brevet må gå ud.", "Not sent from Genvej yet. The day shows when the letter may leave.";
        sent_at: "Sendt {}.", "Sent {}.";
        at_once: "Beskeder sendes med det samme.", "Messages leave at once.";
        on: "Brevet sendes {}.", "The letter leaves on {}.";
        held: "Brevet sendes {}, så det ikke kommer op til en fridag.", "The letter leaves on {}, so that it does not come up to a day off.";
        all_the_same: "Brevet sendes i dag, selv om det kommer op til en fridag.", "The letter leaves today, although it comes up to a day off.";
        today_open: "Send i dag alligevel", "Send it today all the same";
        today_lead: "Kun hvis det er absolut nødvendigt. Brevet får en bemærkning om, hvorfor det kommer nu. Du kan se det her; det bliver ikke gemt, for breve sendes ikke fra Genvej endnu.", "Only if it is absolutely necessary. The letter gets a remark on why it comes now. You can see it here; it is not stored, for letters are not sent from Genvej yet.";
        today_why: "Hvorfor er det nødvendigt?", "Why is it necessary?";
        today_hint: "Skriv det, så borgeren kan læse det i brevet. Ingen helbredsoplysninger.", "Write it as the citizen can read it in the letter. No health details.";
        today_see: "Se brevet, som det så bliver", "See the letter as it becomes then";
        was_on: "Skulle være sendt {}.", "Should have been sent on {}.";
        was_due: "Skulle være sendt {}", "Should have been sent on {}";
        sent_on: "Sendt {}", "Sent on {}";
        is_not_sent: "Ikke sendt", "Not sent";
        weekend: "{} er weekend.", "{} is a weekend day.";
        day_off: "{} er {}.", "{} is {}.";
        language: "Brevets sprog", "Language of the letter";
        danish: "Dansk", "Danish";
        english: "Engelsk", "English";
        phone: "Telefon {}", "Phone {}";
        to_list: "Alle breve og beskeder", "All letters and messages";
        not_found: "Brevet findes ikke. Se listen over alle breve og beskeder.", "There is no such letter. See the list of all letters and messages.";
        changed_since: "Du har ændret begrundelsen. Se brevet igen.", "You have changed the reason. See the letter again.";
        preview: "Sådan bliver brevet", "What the letter will be";
    }
}
