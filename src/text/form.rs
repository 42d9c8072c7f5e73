//! What every form says whose texts are kept while they are typed: conflicts, rows, periods,
//! what has to be mended. Only the parts of the app that have such forms carry it.

use super::table::text_table;

text_table! {
    /// Texts of forms.
    FormTexts {
        conflict: "Her er skrevet to forskellige steder", "This was written in two places";
        conflict_lead: "Det er også ændret i et andet vindue eller på en anden telefon. Begge dele er her. Vælg, hvad der skal gælde.", "It was also changed in another window or on another phone. Both are here. Choose which is to count.";
        conflict_mine: "Det, der står her", "What is here";
        conflict_theirs: "Det, der er skrevet et andet sted", "What was written elsewhere";
        conflict_empty: "(ingenting)", "(nothing)";
        conflict_yes: "Ja", "Yes";
        keep_mine: "Behold det, der står her", "Keep what is here";
        keep_theirs: "Brug det fra det andet sted", "Use what was written elsewhere";
        stopped: "Det kan ikke gemmes lige nu. Teksten bliver stående her. Ring til os, hvis det bliver ved.", "It cannot be saved right now. The text stays here. Ring us if it goes on.";
        most_rows: "Der er plads til {} her. Fjern noget, hvis du vil tilføje mere.", "There is room for {} here. Remove something if you want to add more.";
        mend_hours: "Skriv timer om ugen som et tal fra 0 til 168, fx 37 eller 18,5", "Write hours a week as a number from 0 to 168, for example 37 or 18.5";
        mend_day: "Vælg en dato, der findes", "Choose a date that exists";
        mend_from: "Skriv, hvornår perioden begynder", "Write when the period begins";
        mend_to: "Skriv, hvornår perioden slutter", "Write when the period ends";
        mend_end: "Slutdatoen skal være samme dag som begyndelsen eller senere", "The last day must be the first day or later";
        mend_overlap: "Perioden begynder, før den forrige er slut. Ret en af datoerne", "The period begins before the one above has ended. Change one of the dates";
        mend_gap: "Der mangler dage mellem denne periode og den forrige. Ret en af datoerne", "Days are missing between this period and the one above. Change one of the dates";
        ramp_row: "Periode {}", "Period {}";
        ramp_from: "Fra og med", "From";
        ramp_to: "Til og med", "To and including";
        ramp_hours: "Timer om ugen", "Hours a week";
        add_period: "Tilføj en periode", "Add a period";
        remove_period: "Fjern periode {}", "Remove period {}";
        ramp_waits: "Når en periode har datoer og timer, kan du se den på en tegning her.", "Once a period has dates and hours, you can see it in a drawing here.";
        refused_elsewhere: "Noget i en anden del kan ikke gemmes. Se planen igennem for at finde det.", "Something in another part cannot be saved. Look the plan over to find it.";
        stopped_closed: "Sagen er blevet afsluttet, så det sidste kan ikke gemmes. Skriv det ned et andet sted, hvis du vil beholde det.", "The case has been closed, so the last of it cannot be saved. Write it down elsewhere if you want to keep it.";
        stopped_moved: "Planen er et andet sted nu, så det sidste kan ikke gemmes. Teksten bliver stående her. Genindlæs siden for at se, hvor planen er.", "The plan is somewhere else now, so the last of it cannot be saved. The text stays here. Reload the page to see where the plan is.";
        sensitive: "Skriv, hvilke opgaver der kan løses – ikke, hvad medarbejderen fejler. Ret gerne teksten.", "Write which tasks can be done – not what the employee suffers from. Please change the text.";
        cpr: "Fjern CPR-nummeret. Der må ikke stå et CPR-nummer her", "Remove the CPR number. No CPR number may be written here";
        not_now: "Her kan der ikke skrives, som planen står nu. Teksten bliver stående her", "Nothing can be written here as the plan is now. The text stays here";
        mend_text: "Teksten har tegn, der ikke kan bruges. Skriv den igen", "The text has characters that cannot be used. Write it again";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in FormTexts::ALL {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }

    #[test]
    fn no_text_cites_law_or_blames() {
        for (name, da, en) in FormTexts::ALL {
            for text in [da, en] {
                let text = text.to_lowercase();
                for word in ["§", "manglende medvirken", "sanktion", "sanction"] {
                    assert!(!text.contains(word), "{name}: {word}");
                }
            }
        }
    }
}
