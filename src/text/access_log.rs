//! What a citizen reads about who has looked at their data. May not know pages or data.

use super::table::text_table;

text_table! {
    /// Texts of the access log.
    AccessLogTexts {
        title: "Hvem har set mine oplysninger", "Who has seen my information";
        lead: "Her står hver gang, en anden end dig har set eller ændret dine oplysninger i Genvej. Det nyeste står øverst.", "Here is every time somebody other than you has seen or changed your information in Genvej. The newest comes first.";
        who_may: "Dine sagsbehandlere må kun se dine oplysninger, når de skal bruge dem i deres arbejde. Din arbejdsgiver kan ikke se din plan eller dine samtaler.", "Your caseworkers may look at your information only when they need it for their work. Your employer cannot see your plan or your conversations.";
        ask: "Ser du noget, du undrer dig over, så ring til os på {}.", "If you see something that puzzles you, ring us on {}.";
        none: "Ingen andre har set dine oplysninger endnu.", "Nobody else has seen your information yet.";
        caseworker: "Sagsbehandler", "Caseworker";
        team_leader: "Teamleder", "Team leader";
        who: "{}, team {}", "{}, team {}";
        who_named: "{}, {}, team {}", "{}, {}, team {}";
        case_list: "Så dit navn og dine frister i en liste over sager", "Saw your name and your deadlines in a list of cases";
        calendar: "Så dine samtaler i en kalender", "Saw your conversations in a calendar";
        case: "Så din sag", "Saw your case";
        decision: "Så din sag og skrev en beslutning i den", "Saw your case and wrote a decision in it";
        free_times: "Så ledige tider til dig", "Saw free times for you";
        conversation: "Bookede, flyttede eller aflyste en samtale for dig, eller noterede, hvordan den gik", "Booked, moved or cancelled a conversation for you, or noted how it went";
        job_plan: "Læste din plan", "Read your plan";
        job_plan_answer: "Læste din plan og svarede på den", "Read your plan and answered it";
        activity: "Tilføjede eller fjernede en aktivitet i din plan", "Added or removed an activity in your plan";
        preview: "Så dine sider, som du selv ser dem", "Saw your pages the way you see them";
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
