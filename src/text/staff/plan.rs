//! Texts of a case's job plan, as a caseworker reads and answers it.

use crate::text::table::text_table;

text_table! {
    /// Texts of a case's job plan.
    StaffPlanTexts {
        heading: "Borgerens plan", "The citizen’s plan";
        title: "Plan for {}", "Plan of {}";
        loading: "Plan", "Plan";
        lead: "Sag {}. Du ser det, borgeren har delt. Kladden kan kun borgeren se.", "Case {}. You see what the citizen has shared. Only the citizen can see the draft.";
        required: "Planen er et krav i denne sag.", "The plan is required in this case.";
        offered: "Planen er et tilbud i denne sag.", "The plan is an offer in this case.";
        none_shared: "Borgeren har ikke delt en plan.", "The citizen has not shared a plan.";
        shared_unread: "Version {} er delt {}. Den er ikke læst.", "Version {} was shared on {}. It has not been read.";
        shared_read: "Version {} er delt {} og læst første gang {}.", "Version {} was shared on {} and first read on {}.";
        opens: "Når du læser planen, kan borgeren ikke længere trække den tilbage.", "Once you read the plan, the citizen can no longer take it back.";
        goal_missing: "Jobmålet mangler", "The job goal is missing";
        goal_vague: "Jobmålet er ikke konkret", "The job goal is not concrete";
        goal_missing_text: "Planen har intet jobmål. Tal med borgeren om, hvilket job eller hvilke opgaver den går efter.", "The plan has no job goal. Talk with the citizen about which job or tasks it is going for.";
        goal_vague_text: "Jobmålet nævner ikke et job eller nogen opgaver. Tal med borgeren om, hvad det kunne være.", "The job goal names no job and no tasks. Talk with the citizen about what it could be.";
        one_activity: "1 aktivitet er aftalt.", "1 activity is agreed.";
        more_activities: "{} aktiviteter er aftalt.", "{} activities are agreed.";
        read: "Læs planen", "Read the plan";
        open: "Åbn plan og aktiviteter", "Open plan and activities";
        words_for: "Borgerens ord til samtalen {}", "The citizen's words for the conversation {}";
        words_goal: "Jobmål", "Job goal";
        words_talk: "Vil gerne tale om", "Wants to talk about";
        words_line: "{}: {}", "{}: {}";
        words_all: "Læs det hele", "Read all of it";
        words_all_name: "Læs det hele: {}", "Read all of it: {}";
        versions: "Versioner", "Versions";
        version: "Version {}", "Version {}";
        newest: "Version {} (nyeste)", "Version {} (newest)";
        older: "Du ser en tidligere version. Kommentarer og aftaler skrives til den nyeste.", "You are reading an earlier version. Comments and agreements go to the newest.";
        case_closed: "Sagen er afsluttet. Der kan ikke skrives mere i planen.", "The case is closed. Nothing more can be written in the plan.";
        comment: "Skriv en kommentar", "Write a comment";
        comment_name: "Skriv en kommentar: {}", "Write a comment: {}";
        comment_heading: "Kommentar til {}", "Comment on {}";
        comment_text: "Borgeren kan læse kommentaren og se, hvem der har skrevet den. Den kan ikke slettes igen.", "The citizen can read the comment and see who wrote it. It cannot be deleted again.";
        comment_label: "Kommentar", "Comment";
        comment_hint: "Skriv kort og venligt. Ingen helbredsoplysninger, der ikke er nødvendige.", "Write briefly and kindly. No health details that are not needed.";
        comment_save: "Gem kommentaren", "Save the comment";
        comment_saved: "Kommentaren er gemt. Borgeren kan se den nu.", "The comment is saved. The citizen can see it now.";
        comment_missing: "Skriv en kommentar, som borgeren kan læse", "Write a comment that the citizen can read";
        comment_too_long: "Kommentaren er for lang. Skriv højst 1000 tegn", "The comment is too long. Write at most 1000 characters";
        agreed: "Aftalt", "Agreed";
        saving: "Gemmer …", "Saving …";
        agreed_now: "Skridtet er aftalt: {}.", "The step is agreed: {}.";
        not_agreed_now: "Skridtet er ikke længere aftalt: {}.", "The step is no longer agreed: {}.";
        add_activity: "Tilføj aktivitet", "Add an activity";
        activity_text: "Borgeren ser aktiviteten i sin plan, så snart du har gemt den.", "The citizen sees the activity in the plan as soon as you have saved it.";
        kind: "Type", "Type";
        choose_kind: "Vælg type", "Choose a type";
        description: "Beskrivelse", "Description";
        place: "Sted (valgfrit)", "Place (optional)";
        from: "Første dag", "First day";
        to: "Sidste dag (valgfrit)", "Last day (optional)";
        hours: "Timer om ugen (valgfrit)", "Hours a week (optional)";
        hours_hint: "Fx 18,5", "For example 18.5";
        responsible: "Ansvarlig (valgfrit)", "Responsible (optional)";
        save_activity: "Gem aktiviteten", "Save the activity";
        activity_saved: "Aktiviteten er tilføjet. Borgeren kan se den nu.", "The activity is added. The citizen can see it now.";
        remove: "Fjern", "Remove";
        remove_name: "Fjern aktiviteten: {}", "Remove the activity: {}";
        remove_heading: "Fjern aktiviteten?", "Remove the activity?";
        remove_text: "“{}” forsvinder også fra borgerens plan.", "“{}” also disappears from the citizen's plan.";
        remove_confirm: "Fjern aktiviteten", "Remove the activity";
        removed: "Aktiviteten er fjernet: {}.", "The activity is removed: {}.";
        kind_missing: "Vælg en type", "Choose a type";
        description_too_long: "Beskrivelsen er for lang. Skriv højst 2000 tegn", "The description is too long. Write at most 2000 characters";
        description_missing: "Skriv, hvad aktiviteten er", "Write what the activity is";
        from_missing: "Vælg den første dag", "Choose the first day";
        no_such_day: "Vælg en dag, der findes", "Choose a day that exists";
        to_before_from: "Den sidste dag kan ikke ligge før den første", "The last day cannot come before the first";
        hours_unknown: "Skriv timer om ugen som et tal, fx 18,5", "Write the hours a week as a number, for example 18.5";
        line_too_long: "Skriv højst 200 tegn", "Write at most 200 characters";
    }
}
