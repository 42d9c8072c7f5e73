//! What a retention plan says around what is written in it, where it is and who has the next
//! move: said to all three parties, each in their words. May not know pages or data.

use super::table::text_table;

text_table! {
    /// Texts of a retention plan as it is read.
    RetentionTexts {
        title: "Fastholdelsesplan", "Retention plan";
        title_version: "Fastholdelsesplan, version {}", "Retention plan, version {}";
        employee: "Medarbejder", "Employee";
        employer: "Arbejdsgiver", "Employer";
        first_absence: "Første sygedag", "First day of absence";
        sent: "Sendt til medarbejderen", "Sent to the employee";
        sent_by: "{}, af {}", "{}, by {}";
        parties: "Hvem er med", "Who takes part";
        absence: "Fravær og mål", "Absence and goal";
        tasks: "Opgaver", "Tasks";
        hours: "Timer, trin for trin", "Hours, step by step";
        care: "Skånehensyn og hjælpemidler", "Considerations and aids";
        support: "Støtte fra kommunen", "Support from the municipality";
        follow_up: "Opfølgning", "Follow-up";
        empty: "Ikke udfyldt.", "Not filled in.";
        left_open: "Ikke udfyldt: {}", "Not filled in: {}";
        party_contact: "Kontaktperson på arbejdspladsen", "Contact at the workplace";
        party_union: "Tillidsrepræsentant", "Union representative";
        party_safety: "Arbejdsmiljørepræsentant", "Working environment representative";
        party_adviser: "Rådgiver", "Adviser";
        workplace: "Arbejdssted", "Workplace";
        absence_kind: "Sygemeldt", "On sick leave";
        absence_full: "På fuld tid", "Full-time";
        absence_partial: "På deltid", "Part-time";
        expected_return: "Forventes fuldt tilbage", "Expected back fully";
        goal: "Sådan ser det ud at være tilbage", "What being back looks like";
        can: "Opgaver, der kan løses nu", "Tasks that can be done now";
        cannot: "Opgaver, der ikke kan løses nu", "Tasks that cannot be done now";
        changed: "Opgaver, der kan løses med ændringer", "Tasks that can be done with changes";
        normal_hours: "Timer om ugen før sygemeldingen", "Hours a week before the sick leave";
        step_when: "Hvornår", "When";
        step_hours: "Timer om ugen", "Hours a week";
        step_days: "Dage og tider", "Days and times";
        step_tasks: "Opgaver", "Tasks";
        step_reason: "Færre timer, fordi: {}", "Fewer hours because: {}";
        days: "{} – {}", "{} – {}";
        considerations: "Skånehensyn", "Considerations";
        aids: "Hjælpemidler og indretning", "Aids and layout of the workplace";
        home: "Arbejde hjemmefra", "Work from home";
        breaks: "Pauser", "Breaks";
        mentor: "Mentor eller kollega", "Mentor or colleague";
        want_adviser: "En fastholdelseskonsulent", "A retention adviser";
        want_aids: "Hjælpemidler eller indretning", "Aids or changes to the workplace";
        want_assistance: "Personlig assistance", "Personal assistance";
        want_agreement: "Aftale om refusion fra første sygedag", "An agreement on reimbursement from the first day of absence";
        want_trial: "Virksomhedspraktik", "A work trial";
        want_fast_track: "Tidlig opfølgning (fast track)", "An early follow-up (fast track)";
        want_round_table: "En rundbordssamtale", "A round-table conversation";
        support_note: "Mere om støtten", "More about the support";
        follow_date: "Næste opfølgning", "Next follow-up";
        follow_who: "Ansvarlig", "Who sees to it";
        follow_fails: "Hvis planen ikke holder", "If the plan does not hold";
        follow_contact: "Kontakt undervejs", "Contact along the way";
        recovered_citizen: "Fra den {} er fraværet under 4 timer om ugen. Så regnes du som fuldt raskmeldt.", "From {} the absence is under 4 hours a week. You then count as fully recovered.";
        recovered_employer: "Fra den {} er fraværet under 4 timer om ugen. Så regnes medarbejderen som fuldt raskmeldt.", "From {} the absence is under 4 hours a week. The employee then counts as fully recovered.";
        recovered_staff: "Fra den {} er fraværet under 4 timer om ugen. Så regnes borgeren som fuldt raskmeldt.", "From {} the absence is under 4 hours a week. The citizen then counts as fully recovered.";
        comment_citizen: "Din kommentar", "Your comment";
        comment_others: "Medarbejderens kommentar", "The employee's comment";
        approvals: "Godkendelse", "Approval";
        by_employer: "Arbejdsgiver", "Employer";
        by_employee: "Medarbejder", "Employee";
        by_municipality: "Kommune", "Municipality";
        employer_sent: "Sendt af {}, {}", "Sent by {}, {}";
        employee_approved: "Godkendt {}", "Approved {}";
        employee_not_yet: "Ikke godkendt", "Not approved";
        remark: "Med denne bemærkning:", "With this remark:";
        submitted: "Sendt {}", "Sent {}";
        acknowledged: "Sendt {}, kvitteret {}", "Sent {}, acknowledged {}";
        not_submitted: "Ikke sendt til kommunen", "Not sent to the municipality";
        draft: "Udkast. Ikke sendt.", "Draft. Not sent.";
        signature: "Dato og underskrift", "Date and signature";
        short_hours: "Timer", "Hours";
        short_from_to: "Fra {} til {}", "From {} to {}";
        short_peak: "Fra {} til {}, undervejs op til {}", "From {} to {}, at most {} on the way";
        short_until: "Til og med", "Until";
        short_tasks: "Opgaver i begyndelsen", "Tasks to begin with";
        short_next: "Næste opfølgning", "Next follow-up";
        short_goal: "Målet", "The goal";
        since: "Siden {}", "Since {}";
        history: "Det er der sket", "What has happened";
        history_version: "{} (version {})", "{} (version {})";
        nobody: "Automatisk", "Automatic";
        you: "Dig", "You";
        your_company: "Jer selv", "Yourselves";
        one_of_you: "{} (jer selv)", "{} (your company)";
        the_municipality: "Kommunen", "The municipality";
        your_employer: "Din arbejdsgiver", "Your employer";
        the_employer: "Arbejdsgiveren", "The employer";
        the_employee: "Medarbejderen", "The employee";
        the_citizen: "Borgeren", "The citizen";
        did_request: "Bad om en plan", "Asked for a plan";
        did_withdraw: "Trak ønsket om en plan tilbage", "Withdrew the wish for a plan";
        did_suggest: "Foreslog, at der bliver lavet en plan", "Suggested making a plan";
        did_begin: "Begyndte på planen", "Began the plan";
        did_send: "Sendte planen til godkendelse", "Sent the plan for approval";
        did_take_back: "Tog planen tilbage for at rette den", "Took the plan back to change it";
        did_ask_changes: "Bad om ændringer", "Asked for changes";
        did_approve: "Godkendte planen", "Approved the plan";
        did_submit: "Sendte planen til kommunen", "Sent the plan to the municipality";
        did_question: "Stillede et spørgsmål", "Asked a question";
        did_answer: "Svarede på spørgsmålet", "Answered the question";
        did_acknowledge: "Har læst planen og kvitteret", "Has read and acknowledged the plan";
        did_revise: "Begyndte på en ny version", "Began a new version";
        did_drop_revision: "Droppede den nye version, så planen gælder som før", "Dropped the new version, so that the plan stands as before";
        did_decline: "Sagde nej til en plan", "Said no to a plan";
        did_close: "Afsluttede planen", "Closed the plan";
        did_nudge: "Begge blev mindet om, at planen venter på svar", "Both were reminded that the plan awaits an answer";
    }
}

text_table! {
    /// Where a plan is: in a few words, and what comes next, to each of the three.
    CourseTexts {
        none: "Ingen plan", "No plan";
        requested: "Bedt om", "Asked for";
        drafting: "Bliver skrevet", "Being written";
        sent: "Sendt til medarbejderen", "Sent to the employee";
        sent_citizen: "Sendt til dig", "Sent to you";
        changes_asked: "Bedt om ændringer", "Changes asked for";
        approved: "Godkendt", "Approved";
        submitted: "Sendt til kommunen", "Sent to the municipality";
        questioned: "Spørgsmål fra kommunen", "Question from the municipality";
        acknowledged: "Læst af kommunen", "Read by the municipality";
        declined: "Arbejdsgiveren har sagt nej", "The employer has said no";
        declined_own: "I har sagt nej", "You have said no";
        closed: "Afsluttet", "Closed";
        none_to_citizen: "Der er ingen plan endnu.", "There is no plan yet.";
        none_to_employer: "Der er ingen plan endnu. I kan begynde på en, når I vil.", "There is no plan yet. You can begin one whenever you like.";
        none_to_staff: "Der er ingen plan.", "There is no plan.";
        requested_to_citizen: "Din arbejdsgiver er bedt om en plan. Nu er det din arbejdsgivers tur.", "Your employer has been asked for a plan. It is your employer's turn.";
        requested_to_employer: "I er blevet bedt om en plan. Nu er det jeres tur.", "You have been asked for a plan. It is your turn.";
        requested_to_staff: "Arbejdsgiveren er bedt om en plan og er ikke begyndt.", "The employer has been asked for a plan and has not begun.";
        drafting_to_citizen: "Din arbejdsgiver skriver på planen. Du får den at se, før den bliver sendt til kommunen.", "Your employer is writing the plan. You will see it before it is sent to the municipality.";
        drafting_to_employer: "I skriver på planen. Når den er klar, sender I den til medarbejderen.", "You are writing the plan. When it is ready, you send it to the employee.";
        drafting_to_staff: "Arbejdsgiveren skriver på planen.", "The employer is writing the plan.";
        sent_to_citizen: "Din arbejdsgiver har sendt en plan til dig. Nu er det din tur til at læse den.", "Your employer has sent you a plan. It is your turn to read it.";
        sent_to_employer: "Medarbejderen har fået planen. Nu er det medarbejderens tur til at svare.", "The employee has the plan. It is the employee's turn to answer.";
        sent_to_staff: "Medarbejderen har planen til godkendelse.", "The employee has the plan for approval.";
        changes_asked_to_citizen: "Du har bedt om ændringer. Din arbejdsgiver retter planen og sender den til dig igen.", "You have asked for changes. Your employer changes the plan and sends it to you again.";
        changes_asked_to_employer: "Medarbejderen har bedt om ændringer. Nu er det jeres tur til at rette planen.", "The employee has asked for changes. It is your turn to change the plan.";
        changes_asked_to_staff: "Medarbejderen har bedt om ændringer. Arbejdsgiveren retter planen.", "The employee has asked for changes. The employer is changing the plan.";
        approved_to_citizen: "Du har godkendt planen. Nu mangler den at blive sendt til kommunen. Det kan både du og din arbejdsgiver gøre.", "You have approved the plan. It has yet to be sent to the municipality. Either you or your employer can do that.";
        approved_to_employer: "Medarbejderen har godkendt planen. Nu mangler den at blive sendt til kommunen. Det kan både I og medarbejderen gøre.", "The employee has approved the plan. It has yet to be sent to the municipality. Either you or the employee can do that.";
        approved_to_staff: "Planen er godkendt af begge og ikke sendt til kommunen endnu.", "The plan is approved by both and not yet sent to the municipality.";
        submitted_to_citizen: "Kommunen har fået planen. Nu er det kommunens tur til at læse den.", "The municipality has the plan. It is the municipality's turn to read it.";
        submitted_to_employer: "Kommunen har fået planen. Nu er det kommunens tur til at læse den.", "The municipality has the plan. It is the municipality's turn to read it.";
        submitted_to_staff: "Planen er modtaget. Den venter på, at du læser den.", "The plan has been received. It waits for you to read it.";
        questioned_to_citizen: "Kommunen har stillet et spørgsmål til planen. Både du og din arbejdsgiver kan svare.", "The municipality has asked a question about the plan. Either you or your employer can answer.";
        questioned_to_employer: "Kommunen har stillet et spørgsmål til planen. Både I og medarbejderen kan svare.", "The municipality has asked a question about the plan. Either you or the employee can answer.";
        questioned_to_staff: "Spørgsmålet venter på svar fra arbejdsgiver eller medarbejder.", "The question waits for an answer from employer or employee.";
        acknowledged_to_citizen: "Kommunen har læst planen. Den gælder nu.", "The municipality has read the plan. It counts from now on.";
        acknowledged_to_employer: "Kommunen har læst planen. Den gælder nu. Ændrer noget sig, kan I lave en ny version.", "The municipality has read the plan. It counts from now on. If something changes, you can make a new version.";
        acknowledged_to_staff: "Der er kvitteret for planen.", "The plan has been acknowledged.";
        declined_to_citizen: "Din arbejdsgiver har sagt nej til at lave en plan.", "Your employer has said no to making a plan.";
        declined_to_employer: "I har sagt nej til at lave en plan. I kan altid begynde på en alligevel.", "You have said no to making a plan. You can always begin one all the same.";
        declined_to_staff: "Arbejdsgiveren har sagt nej til at lave en plan.", "The employer has said no to making a plan.";
        closed_to_citizen: "Planen er afsluttet.", "The plan is closed.";
        closed_to_employer: "Planen er afsluttet. I kan begynde på en ny.", "The plan is closed. You can begin a new one.";
        closed_to_staff: "Planen er afsluttet.", "The plan is closed.";
    }
}

/// The plan in Danish.
pub static DA: RetentionTexts = RetentionTexts::DA;

/// The plan in English.
pub static EN: RetentionTexts = RetentionTexts::EN;

/// Its course in Danish.
pub static COURSE_DA: CourseTexts = CourseTexts::DA;

/// Its course in English.
pub static COURSE_EN: CourseTexts = CourseTexts::EN;

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Vec<(&'static str, &'static str, &'static str)> {
        [RetentionTexts::ALL, CourseTexts::ALL].concat()
    }

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in all() {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn no_text_cites_law_or_blames() {
        for (name, da, en) in all() {
            for text in [da, en] {
                let text = text.to_lowercase();
                for word in ["§", "manglende medvirken", "sanktion", "sanction"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}
