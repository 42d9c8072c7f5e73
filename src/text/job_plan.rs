//! What a plan says around what the citizen has written: the same words for the citizen and
//! the caseworker, so the questions are the citizen's own. May not know pages or data.

use super::table::text_table;

text_table! {
    /// Texts of a job plan as it is read.
    JobPlanTexts {
        goal: "Mit jobmål", "My job goal";
        plan: "Plan {}", "Plan {}";
        job: "Hvilket job eller hvilke opgaver?", "Which job or tasks?";
        why: "Hvorfor er det realistisk?", "Why is it realistic?";
        can: "Hvad kan jeg allerede nu?", "What can I already do?";
        obstacles: "Hvad står i vejen?", "What stands in the way?";
        support: "Hvilken støtte har jeg brug for?", "What support do I need?";
        sure: "Hvor sikker er jeg?", "How sure am I?";
        steps: "Næste skridt", "Next steps";
        empty: "Ikke udfyldt.", "Not filled in.";
        empty_parts: "Ikke udfyldt: {}", "Not filled in: {}";
        sure_of_ten: "{} af 10", "{} out of 10";
        not_sure: "slet ikke sikker", "not sure at all";
        a_little_sure: "lidt sikker", "a little sure";
        quite_sure: "ret sikker", "quite sure";
        very_sure: "meget sikker", "very sure";
        step_what: "Hvad", "What";
        step_who: "Hvem", "Who";
        step_when: "Hvornår", "When";
        step_done: "Gjort", "Done";
        step_agreed: "Aftalt", "Agreed";
        steps_of: "Næste skridt, plan {}", "Next steps, plan {}";
        yes: "Ja", "Yes";
        not_yet: "Ikke endnu", "Not yet";
        nobody: "Ikke skrevet", "Not written";
        agreed_with: "Aftalt med {}, {}", "Agreed with {}, {}";
        not_agreed: "Ikke aftalt", "Not agreed";
        comments: "Kommentarer", "Comments";
        comment_by: "{}, {}, til version {}", "{}, {}, on version {}";
        partial_return: "Gradvist tilbage i arbejde", "Back to work step by step";
        hours_now: "Timer om ugen nu", "Hours a week now";
        normal_hours: "Timer om ugen før sygemeldingen", "Hours a week before the sick leave";
        ramp: "Timer om ugen, trin for trin", "Hours a week, step by step";
        ramp_desc: "Fra {} til {}: først {}, til sidst {}. De samme tal står i tabellen nedenunder.", "From {} to {}: {} at first, {} in the end. The same numbers are in the table below.";
        ramp_normal: "Den stiplede linje er de {}, der var normale før sygemeldingen.", "The dashed line is the {} that were normal before the sick leave.";
        ramp_from: "Fra", "From";
        ramp_to: "Til og med", "Until";
        ramp_hours: "Timer om ugen", "Hours a week";
        ramp_weeks: "Varighed", "Length";
        ramp_numbers: "Se tallene", "See the numbers";
        ramp_total: "I alt {} arbejde i perioden.", "{} of work in all over the period.";
        recovered: "Fra den {} er fraværet under 4 timer om ugen. Så regnes du som fuldt raskmeldt.", "From {} the absence is under 4 hours a week. You then count as fully recovered.";
        recovered_staff: "Fra den {} er fraværet under 4 timer om ugen. Så regnes borgeren som fuldt raskmeldt.", "From {} the absence is under 4 hours a week. The citizen then counts as fully recovered.";
        decreases: "Fra den {} er der færre timer end før. Det er i orden. Skriv gerne hvorfor under det, der står i vejen.", "From {} there are fewer hours than before. That is fine. You are welcome to write why under what stands in the way.";
        decreases_staff: "Fra den {} er der færre timer end før.", "From {} there are fewer hours than before.";
        changed_since: "Ændret siden version {}", "Changed since version {}";
        no_changes: "Der står det samme som i version {}.", "It says the same as in version {}.";
        before: "Før", "Before";
        now: "Nu", "Now";
        added: "{}: skrevet", "{}: written";
        changed: "{}: ændret", "{}: changed";
        removed: "{}: slettet", "{}: deleted";
        changed_from_to: "{}: ændret fra {} til {}", "{}: changed from {} to {}";
        set_to: "{}: {}", "{}: {}";
        step_added: "Plan {}: nyt skridt “{}”", "Plan {}: new step “{}”";
        step_removed: "Plan {}: skridtet “{}” er taget ud", "Plan {}: the step “{}” is taken out";
        step_renamed: "Plan {}: skridtet “{}” hedder nu “{}”", "Plan {}: the step “{}” is now called “{}”";
        step_done_now: "Plan {}: skridtet “{}” er gjort", "Plan {}: the step “{}” is done";
        step_undone: "Plan {}: skridtet “{}” er ikke længere gjort", "Plan {}: the step “{}” is no longer done";
        step_who_now: "Plan {}: skridtet “{}”, hvem: {}", "Plan {}: the step “{}”, who: {}";
        step_when_now: "Plan {}: skridtet “{}”, hvornår: {}", "Plan {}: the step “{}”, when: {}";
        ramp_line: "{} – {}: {}", "{} – {}: {}";
        activities: "Aftalte aktiviteter", "Agreed activities";
        no_activities: "Der er ikke aftalt nogen aktiviteter.", "No activities have been agreed.";
        activity_what: "Aktivitet", "Activity";
        activity_place: "Sted", "Place";
        activity_when: "Hvornår", "When";
        activity_hours: "Timer om ugen", "Hours a week";
        activity_responsible: "Ansvarlig", "Responsible";
        activity_action: "Handling", "Action";
        activity_open: "Fra {}", "From {}";
        activity_days: "{} – {}", "{} – {}";
        not_said: "Ikke oplyst", "Not said";
    }
}

/// In Danish.
pub static DA: JobPlanTexts = JobPlanTexts::DA;

/// In English.
pub static EN: JobPlanTexts = JobPlanTexts::EN;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in JobPlanTexts::ALL {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn no_text_cites_law_or_blames() {
        for (name, da, en) in JobPlanTexts::ALL {
            for text in [da, en] {
                let text = text.to_lowercase();
                for word in ["§", "manglende medvirken", "sanktion", "sanction"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}
