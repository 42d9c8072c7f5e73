//! What a citizen reads about who has looked at their data. May not know pages or data.

use super::table::text_table;

text_table! {
    /// Texts of the access log.
    AccessLogTexts {
        title: "Hvem har set mine oplysninger", "Who has seen my information";
        lead: "Her står hver gang, en anden end dig har set eller ændret dine oplysninger i Genvej. Det, du selv har sendt til andre, står her også. En liste, som den samme åbner flere gange på en dag, står her én gang. Det nyeste står øverst.", "Here is every time somebody other than you has seen or changed your information in Genvej. What you have sent to others yourself is here, too. A list that the same person opens several times in a day is here once. The newest comes first.";
        who_may: "Dine sagsbehandlere må kun se dine oplysninger, når de skal bruge dem i deres arbejde. Din arbejdsgiver kan kun se dit navn, hvornår du blev sygemeldt, og den fastholdelsesplan, I laver sammen. Foreslår den tider til en rundbordssamtale, ser den også den tid, du vælger. Din arbejdsgiver ser ikke Min plan og ikke dine samtaler med kommunen.", "Your caseworkers may look at your information only when they need it for their work. Your employer can see only your name, when your sick leave began, and the retention plan you make together. If it offers times for a round-table conversation, it also sees the time you choose. Your employer does not see My plan or your conversations with the municipality.";
        ask: "Ser du noget, du undrer dig over, så ring til os på {}.", "If you see something that puzzles you, ring us on {}.";
        none: "Ingen andre har set dine oplysninger endnu.", "Nobody else has seen your information yet.";
        caseworker: "Sagsbehandler", "Caseworker";
        team_leader: "Teamleder", "Team leader";
        who: "{}, team {}", "{}, team {}";
        who_named: "{}, {}, team {}", "{}, {}, team {}";
        case_list: "Så dit navn, dine frister og hvad din sag venter på, i en liste over sager", "Saw your name, your deadlines and what your case waits for, in a list of cases";
        calendar: "Så dine samtaler i en kalender", "Saw your conversations in a calendar";
        case: "Så din sag", "Saw your case";
        decision: "Så din sag og skrev en beslutning i den", "Saw your case and wrote a decision in it";
        free_times: "Så ledige tider til dig", "Saw free times for you";
        conversation: "Bookede, flyttede eller aflyste en samtale for dig, eller noterede, hvordan den gik", "Booked, moved or cancelled a conversation for you, or noted how it went";
        job_plan: "Læste din plan", "Read your plan";
        job_plan_answer: "Læste din plan og svarede på den", "Read your plan and answered it";
        activity: "Tilføjede eller fjernede en aktivitet i din plan", "Added or removed an activity in your plan";
        preview: "Så dine sider, som du selv ser dem", "Saw your pages the way you see them";
        reason: "Begrundelse: {}", "Reason: {}";
        yourself: "Dig selv", "Yourself";
        employer: "Din arbejdsgiver, {}", "Your employer, {}";
        employer_named: "{}, din arbejdsgiver {}", "{}, your employer {}";
        employee_list: "Så dit navn, og hvor din fastholdelsesplan er, i en liste over medarbejdere", "Saw your name and where your retention plan is in a list of employees";
        retention_plan: "Så din fastholdelsesplan", "Saw your retention plan";
        retention_plan_move: "Skrev, sendte eller svarede på din fastholdelsesplan", "Wrote, sent or answered your retention plan";
        employer_contact: "Så eller noterede en kontakt med din arbejdsgiver", "Saw or noted a contact with your employer";
        round_table: "Foreslog, bookede eller aflyste en rundbordssamtale", "Offered, booked or cancelled a round-table conversation";
        group_session: "Så, at du har en plads i et gruppeforløb, eller noterede, om du kom", "Saw that you have a seat in a group session, or noted whether you came";
        access_log: "Så, hvem der har set dine oplysninger", "Saw who has seen your information";
        caseworker_change: "Gav din sag til en anden sagsbehandler", "Gave your case to another caseworker";
        letters: "Så breve og beskeder til dig, som du selv får dem", "Saw letters and messages to you the way you get them";
        import: "Læste din sag ind fra kommunens fagsystem", "Brought in your case from the municipality's case system";
        key_figures: "Så din sag blandt dem, et nøgletal er talt op af", "Saw your case among those a key figure counts";
        export: "Hentede oplysninger om din sag ud til kommunens fagsystem", "Took information about your case out for the municipality's case system";
        more: "Vis flere", "Show more";
        more_shown: "{} flere er vist.", "{} more are shown.";
        own_data: "Hent dine egne oplysninger", "Download your own information";
        own_data_text: "Du kan hente alt, hvad Genvej har om dig, som en fil. Den er i formatet JSON, som andre programmer kan læse.", "You can download everything Genvej has about you as a file. It is in the format JSON, which other programs can read.";
        download: "Hent mine oplysninger", "Download my information";
    }
}

/// In Danish.
pub static DA: AccessLogTexts = AccessLogTexts::DA;

/// In English.
pub static EN: AccessLogTexts = AccessLogTexts::EN;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_something_and_have_the_same_places() {
        for (name, da, en) in AccessLogTexts::ALL {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }
}
