//! Texts of the week template, its exceptions and publishing.

use crate::text::table::text_table;

text_table! {
    /// Texts of the week template, its exceptions and publishing.
    CalendarTexts {
        title: "Ugeplan og ledige tider", "Week plan and free times";
        lead: "Ugeplanen siger, hvornår du kan holde samtaler. Borgerne ser først tiderne, når du har offentliggjort dem.", "The week plan says when you can hold conversations. Citizens see the times only after you have published them.";
        plan: "1. Ugeplan", "1. Week plan";
        block: "{}: tidsrum {}", "{}: hours {}";
        pause: "{}: pause {}", "{}: break {}";
        hours: "Samtaler", "Conversations";
        rest: "Pause", "Break";
        from: "Fra", "From";
        to: "Til", "To";
        channels: "Former", "Forms";
        place: "Sted", "Place";
        home: "Hjemme (kun telefon og video)", "Home (phone and video only)";
        office_place: "{} ({} lokaler)", "{} ({} rooms)";
        office_place_one: "{} (1 lokale)", "{} (1 room)";
        nothing: "Ingen samtaler.", "No conversations.";
        add_block: "Tilføj tidsrum", "Add hours";
        add_block_name: "Tilføj tidsrum: {}", "Add hours: {}";
        add_break: "Tilføj pause", "Add a break";
        add_break_name: "Tilføj pause: {}", "Add a break: {}";
        remove: "Fjern", "Remove";
        remove_name: "Fjern {}", "Remove {}";
        pause_minutes: "Minutter til notater efter hver samtale", "Minutes for notes after each conversation";
        pause_hint: "0 til 60, i trin på 5", "0 to 60, in steps of 5";
        save: "Gem ugeplanen", "Save the week plan";
        saved: "Ugeplanen er gemt. Den gælder for de tider, du offentliggør fra nu af.", "The week plan is saved. It applies to the times you publish from now on.";
        unsaved: "Ugeplanen har ændringer, der ikke er gemt.", "The week plan has changes that are not saved.";
        reload_stored: "Hent den gemte ugeplan, og kassér mine ændringer", "Fetch the stored week plan and drop my changes";
        exceptions: "2. Undtagelser", "2. Exceptions";
        no_exceptions: "Der er ingen undtagelser.", "There are no exceptions.";
        days: "Dage", "Days";
        what: "Hvad", "What";
        away_all_day: "Væk hele dagen", "Away all day";
        away: "Væk en del af dagen", "Away part of the day";
        extra: "Ekstra timer", "Extra hours";
        from_date: "Første dag", "First day";
        to_date: "Sidste dag", "Last day";
        add_exception: "Tilføj undtagelse", "Add an exception";
        exception_added: "Undtagelsen er tilføjet. Den slår igennem, næste gang du offentliggør.", "The exception is added. It takes effect the next time you publish.";
        exception_removed: "Undtagelsen er fjernet. Det slår igennem, næste gang du offentliggør.", "The exception is removed. This takes effect the next time you publish.";
        publish: "3. Se og offentliggør", "3. Preview and publish";
        publish_lead: "Vælg en periode, se tiderne, og offentliggør dem. Du kan offentliggøre til og med {}.", "Choose a period, see its times, and publish them. You can publish until {}.";
        preview: "Vis tider", "Show the times";
        previewed_unsaved: "Du ser tiderne med ændringer, der ikke er gemt. Gem ugeplanen, før du offentliggør.", "These are the times with changes that are not saved. Save the week plan before you publish.";
        save_first: "Gem ugeplanen, før du offentliggør, så tiderne passer med det, du ser.", "Save the week plan before you publish, so that the times are those you see.";
        look_first: "Tryk på Vis tider, og se tiderne for perioden igennem, før du offentliggør dem.", "Press Show the times and look through the times of the period before you publish them.";
        do_publish: "Offentliggør", "Publish";
        published: "Offentliggjort: {} nye tider, {} uændrede, {} trukket tilbage. Borgerne kan booke dem nu.", "Published: {} new times, {} unchanged, {} withdrawn. Citizens can book them now.";
        total: "{} tider i alt: {} nye, {} uændrede, {} bookede, {} spærret af en booket samtale, {} trækkes tilbage.", "{} times in all: {} new, {} unchanged, {} booked, {} blocked by a booking, {} to be withdrawn.";
        no_times: "Ingen tider", "No times";
        times: "Tider", "Times";
        preview_caption: "Tider fra {} til {}", "Times from {} to {}";
        change_new: "ny", "new";
        change_kept: "uændret", "unchanged";
        change_booked: "booket", "booked";
        change_blocked: "spærret af booking", "blocked by a booking";
        change_withdrawn: "trækkes tilbage", "to be withdrawn";
    }
}

text_table! {
    /// What is wrong with a field, and what to do.
    FieldTexts {
        time_missing: "Skriv et klokkeslæt, fx 09:00", "Write a time, e.g. 09:00";
        date_missing: "Vælg en dato", "Choose a date";
        end_not_after_start: "Sluttidspunktet skal ligge efter starttidspunktet", "The end must come after the start";
        last_day_before_first: "Den sidste dag kan ikke ligge før den første", "The last day cannot come before the first";
        overlaps: "Tidsrummet overlapper et andet samme dag", "The hours overlap others on the same day";
        off_grid: "Brug hele fem minutter, fx 09:05", "Use whole five minutes, e.g. 09:05";
        channel_missing: "Vælg mindst én form", "Choose at least one form";
        in_person_from_home: "Fremmøde kan ikke holdes hjemmefra. Vælg et andet sted, eller fjern fremmøde", "Visits cannot be held from home. Choose another place, or remove visits";
        pause_out_of_range: "Skriv et tal fra 0 til 60", "Write a number from 0 to 60";
        too_many_days: "Vælg højst 200 dage", "Choose at most 200 days";
        too_long: "Teksten er for lang. Skriv højst 500 tegn", "The text is too long. Write at most 500 characters";
        too_many_rows: "Der er for mange rækker", "There are too many rows";
        control_characters: "Teksten har tegn, der ikke kan bruges. Skriv den igen", "The text has characters that cannot be used. Write it again";
        cpr_number: "Fjern CPR-nummeret", "Remove the CPR number";
        reason_missing: "Skriv en begrundelse, som borgeren kan læse", "Write a reason that the citizen can read";
        unknown_place: "Vælg et af stederne på listen", "Choose one of the places in the list";
    }
}
