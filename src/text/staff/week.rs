//! Texts of the caseworker's menu and week.

use crate::text::table::text_table;

text_table! {
    /// The menu of the area.
    MenuTexts {
        week: "Min uge", "My week";
        calendar: "Ugeplan og ledige tider", "Week plan and free times";
        cases: "Sager", "Cases";
        kpi: "Nøgletal", "Key figures";
        groups: "Gruppeforløb", "Group sessions";
        exchange: "Ind- og udlæsning", "Import and export";
    }
}

text_table! {
    /// Texts of the week, and of what is done with its bookings.
    WeekTexts {
        title: "Min uge", "My week";
        title_of: "Uge for {}", "Week of {}";
        whose: "Vis kalenderen for", "Show the calendar of";
        previous: "Forrige uge", "Previous week";
        this_week: "Denne uge", "This week";
        next: "Næste uge", "Next week";
        only_today: "Vis kun i dag", "Show only today";
        whole_week: "Vis hele ugen", "Show the whole week";
        today: "I dag", "Today";
        published_until: "Ledige tider er offentliggjort til og med {}.", "Free times are published until {}.";
        nothing_published: "Der er ikke offentliggjort ledige tider.", "No free times are published.";
        to_calendar: "Ret ugeplan og offentliggør tider", "Change the week plan and publish times";
        closed: "Lukket: {}", "Closed: {}";
        closed_from: "Lukket fra kl. {}: {}", "Closed from {}: {}";
        empty_day: "Ingen samtaler og ingen ledige tider.", "No conversations and no free times.";
        time: "Tid", "Time";
        what: "Samtale", "Conversation";
        form: "Form", "Form";
        place: "Sted", "Place";
        action: "Handling", "Action";
        free: "Ledig", "Free";
        kept: "Holdes til en på ventelisten indtil {}", "Kept for somebody on the waiting list until {}";
        home: "Hjemme", "Home";
        office: "Kontor", "Office";
        more_people: "+ {} deltagere", "+ {} participants";
        more_person: "+ 1 deltager", "+ 1 participant";
        withdraw: "Træk tilbage", "Withdraw";
        withdraw_name: "Træk tilbage: ledig tid {}", "Withdraw: free time {}";
        withdraw_heading: "Træk tiden tilbage?", "Withdraw the time?";
        withdraw_text: "Ledig tid {}. Borgerne kan ikke booke den bagefter, heller ikke når du offentliggør igen. Tidsrummet står under Undtagelser, hvor du kan fjerne det, hvis du fortryder.", "Free time {}. Citizens cannot book it afterwards, not even when you publish again. Its hours are listed under Exceptions, where you can remove them if you change your mind.";
        withdraw_kept: "Tiden {} holdes til en borger på ventelisten. Trækker du den tilbage, kan borgeren ikke tage den alligevel. Genvej sender ikke besked endnu, så ring selv, hvis det haster. Tidsrummet står under Undtagelser, hvor du kan fjerne det, hvis du fortryder.", "The time {} is kept for a citizen on the waiting list. If you withdraw it, the citizen cannot take it after all. Genvej does not send messages yet, so ring them yourself if it is urgent. Its hours are listed under Exceptions, where you can remove them if you change your mind.";
        withdraw_confirm: "Træk tiden tilbage", "Withdraw the time";
        withdrawn: "Tiden {} er trukket tilbage og kan ikke længere bookes.", "The time {} is withdrawn and can no longer be booked.";
        record: "Registrér udfald", "Record outcome";
        record_name: "Registrér udfald: {}, {}", "Record outcome: {}, {}";
        cancel: "Aflys", "Cancel";
        cancel_name: "Aflys: {}, {}", "Cancel: {}, {}";
        cancel_heading: "Aflys samtalen", "Cancel the conversation";
        cancel_text: "{}, {}. Borgeren kan læse begrundelsen på Min side. Der sendes ingen besked, så ring selv, hvis det haster.", "{}, {}. The citizen can read the reason on their own page. No message is sent, so ring them if it is urgent.";
        cancel_confirm: "Aflys samtalen", "Cancel the conversation";
        cancelled: "Samtalen er aflyst: {}, {}.", "The conversation is cancelled: {}, {}.";
        outcome_heading: "Hvad skete der?", "What happened?";
        outcome_text: "{}, {}.", "{}, {}.";
        outcome_question: "Udfald", "Outcome";
        held: "Samtalen blev holdt", "The conversation was held";
        held_hint: "Næste frist tælles fra denne samtale.", "The next deadline counts from this conversation.";
        no_show: "Borgeren udeblev", "The citizen did not come";
        no_show_hint: "Det har ingen følger i sig selv. Borgeren skal høres, før der træffes en afgørelse.", "It has no consequences by itself. The citizen must be heard before anything is decided.";
        not_held: "Den blev ikke til noget af en anden grund", "It did not take place for another reason";
        outcome_missing: "Vælg, hvad der skete", "Choose what happened";
        outcome_save: "Gem udfald", "Save the outcome";
        outcome_saved: "Udfaldet er gemt: {}, {}.", "The outcome is saved: {}, {}.";
        state_booked: "Booket", "Booked";
        state_awaiting: "Mangler udfald", "Outcome missing";
        state_held: "Holdt", "Held";
        state_no_show: "Udeblevet", "Did not come";
        state_cancelled: "Aflyst", "Cancelled";
        new_year: "nytårsdag", "New Year's Day";
        maundy_thursday: "skærtorsdag", "Maundy Thursday";
        good_friday: "langfredag", "Good Friday";
        easter_sunday: "påskedag", "Easter Sunday";
        easter_monday: "2. påskedag", "Easter Monday";
        ascension: "Kristi himmelfartsdag", "Ascension Day";
        whit_sunday: "pinsedag", "Whit Sunday";
        whit_monday: "2. pinsedag", "Whit Monday";
        christmas: "juledag", "Christmas Day";
        second_christmas: "2. juledag", "Second Christmas Day";
    }
}
