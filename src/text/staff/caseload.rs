//! Texts of the list of cases: what a case waits for, and how to find one.

use crate::text::table::text_table;

text_table! {
    /// Texts of the list of cases.
    CaseloadTexts {
        lead: "Øverst står de samtaler, der er overskredet, så andet, der er overskredet, og så det, der først bliver det.", "At the top are conversations that are overdue, then whatever else is overdue, then what will be first.";
        waits_for: "Hvad sagen venter på", "What the case waits for";
        nothing: "Intet lige nu.", "Nothing right now.";
        filters: "Vis kun sager med", "Show only cases with";
        filters_hint: "Vælger du flere, vises de sager, der har mindst én af dem. Filtrene kan gemmes som bogmærke, søgningen kan ikke.", "If you choose several, cases with at least one of them are shown. The filters can be bookmarked, the search cannot.";
        search: "Søg på navn, sagsnummer eller sagsbehandler", "Search by name, case number or caseworker";
        whose: "Sagsbehandler", "Caseworker";
        everybody: "Hele teamet", "The whole team";
        count_all: "{} sager", "{} cases";
        count_all_one: "1 sag", "1 case";
        count_some: "{} af {} sager", "{} of {} cases";
        none_fit: "Ingen sager passer til det, du har valgt.", "No cases fit what you have chosen.";
        clear: "Vis alle sager", "Show all cases";
        more: "Vis flere sager", "Show more cases";
        chip: "{} ({})", "{} ({})";
        no_rule_set: "Ingen regler", "No rules";
        late: "Overskredet", "Overdue";
        this_week: "Denne uge", "This week";
        no_booking: "Ikke booket", "Not booked";
        outcome_missing: "Udfald mangler", "Outcome missing";
        step_up_failed: "Flere timer gik ikke", "More hours did not work";
        plan_unread: "Plan ikke læst", "Plan not read";
        no_plan: "Ingen plan", "No plan";
        standby_review: "Standby skal vurderes igen", "Standby to be assessed again";
        no_rules: "Ingen af kommunens regelsæt gælder for sagen, så dens frister er ukendte. Sig det til den, der passer opsætningen.", "None of the municipality’s rule sets governs the case, so its deadlines are unknown. Tell whoever looks after the configuration.";
        unknown: "Fristen er ukendt", "The deadline is unknown";
        late_open: "Samtalen skulle være holdt senest {}. Der er ikke booket en tid.", "The conversation should have been held by {}. No time is booked.";
        late_booked: "Samtalen skulle være holdt senest {}. Den er booket til {}.", "The conversation should have been held by {}. It is booked for {}.";
        this_week_by: "Samtalen skal holdes senest {}.", "The conversation must be held by {}.";
        not_booked: "Der er ikke booket en tid. Borgeren kan selv booke til og med {}.", "No time is booked. The citizen can book without help until {}.";
        not_booked_over: "Der er ikke booket en tid. Borgeren skulle selv have booket senest {}.", "No time is booked. The citizen should have booked by {}.";
        booked_too_late: "Den bookede tid {} ligger efter fristen {}.", "The booked time {} is after the deadline {}.";
        outcome_of: "Samtalen {} er ovre. Registrér, hvad der skete.", "The conversation {} is over. Record what happened.";
        step_failed: "Det gik ikke på trinnet fra {}. Borgeren skrev det {}.", "It did not go at the step from {}. The citizen said so on {}.";
        plan_shared: "Borgeren delte sin plan {}.", "The citizen shared their plan on {}.";
        plan_waits: "Planen har ventet på kommunen siden {}.", "The plan has waited for the municipality since {}.";
        contact: "Arbejdsgiveren skal kontaktes.", "The employer must be contacted.";
        contact_by: "Arbejdsgiveren skal kontaktes senest {}.", "The employer must be contacted by {}.";
        contact_late: "Overskredet: Arbejdsgiveren skulle være kontaktet senest {}.", "Overdue: The employer should have been contacted by {}.";
        plan_needed: "Der skal være en plan, og borgeren har ikke delt en.", "There must be a plan, and the citizen has shared none.";
        standby_since: "På standby siden {}. Se, om det stadig passer.", "On standby since {}. See whether it still fits.";
        why_first: "Første samtale inden {} uger fra {}", "First conversation within {} weeks from {}";
        why_interval: "{} uger efter samtalen {}", "{} weeks after the conversation on {}";
        why_half_year: "Har haft {} af {} samtaler i det første halve år til og med {}", "Has had {} of {} conversations in the first half year, which goes to {}";
        why_employed: "Har et job og ventes rask senest {}", "Has a job and is expected to be well by {}";
        why_standby: "På standby siden {}", "On standby since {}";
        why_agreement: "Efter aftale", "By agreement";
        keyboard: "Tastatur", "Keyboard";
        keyboard_move: "Pil ned og pil op eller J og K går til næste og forrige sag, når du står på en sag. J går også til den første sag.", "Arrow down and arrow up or J and K go to the next and the previous case when you are at a case. J also goes to the first case.";
        keyboard_open: "Enter åbner sagen. Tab går gennem alt på siden.", "Enter opens the case. Tab goes through everything on the page.";
        keyboard_search: "/ går til søgefeltet. Pil ned går derfra til den første sag.", "/ goes to the search field. Arrow down goes from there to the first case.";
        keyboard_letters: "Genvejstaster med bogstaver", "Shortcuts with letters";
        keyboard_use: "Brug J, K og /", "Use J, K and /";
    }
}
