//! Texts of Min side.

use crate::text::table::text_table;

text_table! {
    /// Texts of Min side.
    OverviewTexts {
        title: "Min side", "My page";
        next_heading: "Det næste, du skal gøre", "What to do next";
        book_by: "Book din samtale senest {}", "Book your conversation no later than {}";
        book_soon: "Book din samtale, så snart du kan", "Book your conversation as soon as you can";
        hold_by: "Samtalen skal holdes senest {}.", "The conversation must take place no later than {}.";
        jobnet: "Det er fristen på Jobnet, der gælder. Står der en anden dato på Jobnet, så følg den.", "The deadline on Jobnet is the one that counts. If Jobnet shows another date, follow that one.";
        book: "Book samtale", "Book a conversation";
        first_free: "Første ledige tid: {}, {}.", "First free time: {}, {}.";
        why: "Hvorfor?", "Why?";
        booked_heading: "Din næste samtale", "Your next conversation";
        cancelled_ahead: "Din samtale {} er aflyst af din sagsbehandler.", "Your conversation {} was cancelled by your caseworker.";
        cancelled_ahead_because: "Din samtale {} er aflyst af din sagsbehandler: “{}”", "Your conversation {} was cancelled by your caseworker: “{}”";
        see_cancelled: "Se den aflyste samtale", "See the cancelled conversation";
        see_booking: "Se samtalen", "See the conversation";
        move_booking: "Flyt", "Move";
        cancel_booking: "Aflys", "Cancel";
        overdue_heading: "Lad os finde en tid", "Let us find a time";
        overdue: "Samtalen skulle være holdt senest {}. Det er helt i orden at booke nu. Vælg den tid, der passer dig, eller ring til os.", "The conversation should have taken place by {}. It is fine to book now. Choose a time that suits you, or ring us.";
        overdue_phone: "Samtalen skulle være holdt senest {}. Der er ingen ledige tider lige nu. Ring til os på {}, så finder vi en tid sammen.", "The conversation should have taken place by {}. There are no free times right now. Ring us on {}, and we will find a time together.";
        no_times_heading: "Ring til os, så finder vi en tid", "Ring us, and we will find a time";
        no_times: "Der er ingen ledige tider at booke lige nu. Du mister ikke noget ved det. Ring til os på {}.", "There are no free times to book right now. You lose nothing by it. Ring us on {}.";
        late_times: "Den første ledige tid ligger efter fristen {}. Book den, eller ring til os på {}, hvis du vil have en tid før.", "The first free time is after the deadline {}. Book it, or ring us on {} if you want an earlier time.";
        exempt_heading: "Du skal ikke gøre noget lige nu", "There is nothing you need to do right now";
        exempt_right: "Du kan altid bede om en samtale.", "You can always ask for a conversation.";
        exempt_book: "Book en samtale alligevel", "Book a conversation anyway";
        exempt_phone: "Vil du tale med os, så ring på {}.", "If you want to talk with us, ring {}.";
        withdrawn_heading: "Ring til os for at få en tid", "Ring us to get a time";
        withdrawn: "Du kan ikke selv booke, flytte eller aflyse lige nu. Ring til os på {}, så finder vi en tid sammen.", "You cannot book, move or cancel yourself right now. Ring us on {}, and we will find a time together.";
        withdrawn_by: "Ring senest {}, så vi kan nå at finde en tid.", "Ring no later than {}, so that we have time to find one.";
        closed_heading: "Din sag er afsluttet", "Your case is closed";
        closed_on: "Din sag blev afsluttet {}. Du skal ikke booke flere samtaler.", "Your case was closed on {}. You do not need to book any more conversations.";
        closed: "Din sag er afsluttet. Du skal ikke booke flere samtaler.", "Your case is closed. You do not need to book any more conversations.";
        closed_help: "Er du i tvivl, eller bliver du syg igen, så ring til os på {}.", "If you are in doubt, or fall ill again, ring us on {}.";
        timeline: "Dit forløb", "Your course";
        timeline_desc: "Tidslinje fra {} til {}. De samme datoer står i tabellen nedenunder.", "Time line from {} to {}. The same dates are in the table below.";
        timeline_what: "Hvad", "What";
        timeline_when: "Hvornår", "When";
        timeline_weeks: "Du har været sygemeldt i {} uger.", "You have been on sick leave for {} weeks.";
        timeline_one_week: "Du er i din første uge som sygemeldt.", "You are in your first week of sick leave.";
        first_absence: "Første sygedag", "First day of absence";
        held: "Samtale holdt", "Conversation held";
        missed: "Samtale, der ikke blev holdt", "Conversation that did not take place";
        cancelled: "Samtale aflyst", "Conversation cancelled";
        awaiting: "Samtale, der ikke er noteret endnu", "Conversation not yet noted";
        today: "I dag", "Today";
        next_conversation: "Næste samtale", "Next conversation";
        deadline: "Sidste dag for næste samtale", "Last day for the next conversation";
        book_deadline: "Sidste dag at booke", "Last day to book";
        contact: "Din sagsbehandler", "Your caseworker";
        contact_direct: "Direkte telefon:", "Direct phone:";
        contact_hours: "Du kan også ringe til {} på {}. Telefonen er åben {}.", "You can also ring {} on {}. The phone is open {}.";
        past: "Tidligere og aflyste samtaler", "Past and cancelled conversations";
        plan: "Min plan", "My plan";
        plan_text: "Skriv, hvad du går efter, og hvad du har brug for.", "Write what you are aiming for, and what you need.";
        plan_private: "Din arbejdsgiver kan ikke se din plan.", "Your employer cannot see your plan.";
        plan_link: "Gå til Min plan", "Go to My plan";
        retention: "Fastholdelsesplan", "Retention plan";
        retention_none: "Du kan bede din arbejdsgiver om en plan for, hvordan du kommer tilbage.", "You can ask your employer for a plan for how you come back.";
        retention_employer: "Det er din arbejdsgivers tur lige nu.", "It is your employer's turn right now.";
        retention_read: "Din arbejdsgiver har sendt en plan til dig.", "Your employer has sent you a plan.";
        retention_submit: "Din plan er godkendt og kan sendes til kommunen.", "Your plan is approved and can be sent to the municipality.";
        retention_question: "Kommunen har et spørgsmål til din plan.", "The municipality has a question about your plan.";
        retention_staff: "Kommunen har fået din plan.", "The municipality has your plan.";
        retention_read_by: "Kommunen har læst din plan.", "The municipality has read your plan.";
        retention_declined: "Din arbejdsgiver har sagt nej til en plan.", "Your employer has said no to a plan.";
        retention_times: "Din arbejdsgiver har foreslået tider til en rundbordssamtale.", "Your employer has offered times for a round-table conversation.";
        retention_meeting: "I har en rundbordssamtale på video {}.", "You have a round-table conversation by video on {}.";
        retention_link: "Gå til Fastholdelsesplan", "Go to Retention plan";
        step: "Op i tid: {}", "More hours: {}";
        step_other: "Aftalt: {}", "Agreed: {}";
        step_up: "Fra {} går du op til {}.", "From {} you go up to {}.";
        step_change: "Fra {} er din aftale {}.", "From {} what is agreed is {}.";
        group: "Gruppeforløb", "Group sessions";
        group_offered: "Der er en plads til dig i et gruppeforløb.", "There is a seat for you in a group session.";
        access_log: "Hvem har set mine oplysninger", "Who has seen my information";
        past_none: "Du har ikke haft nogen samtaler endnu.", "You have not had any conversations yet.";
    }
}
