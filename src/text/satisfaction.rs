//! Texts of the two questions after a conversation. Only the plans' part of the app carries them,
//! and the staff's those of the remarks.

use super::table::text_table;

text_table! {
    /// Texts of being asked.
    SatisfactionTexts {
        title: "Hvordan var din samtale?", "How was your conversation?";
        about: "Din samtale {}.", "Your conversation {}.";
        lead: "To spørgsmål, og du er færdig. Det er frivilligt.", "Two questions, and you are done. It is voluntary.";
        private: "Din sagsbehandler kan ikke se, hvad du svarer. Dit svar bliver lagt sammen med mindst fire andres, og derefter kan ingen se, hvem der har svaret hvad.", "Your caseworker cannot see what you answer. Your answer is put together with those of at least four others, and after that nobody can see who has answered what.";
        satisfied: "Hvor tilfreds er du med samtalen?", "How satisfied are you with the conversation?";
        satisfied_5: "Meget tilfreds", "Very satisfied";
        satisfied_4: "Tilfreds", "Satisfied";
        satisfied_3: "Hverken tilfreds eller utilfreds", "Neither satisfied nor dissatisfied";
        satisfied_2: "Utilfreds", "Dissatisfied";
        satisfied_1: "Meget utilfreds", "Very dissatisfied";
        closer: "Samtalen har bragt mig tættere på at komme i arbejde", "The conversation has brought me closer to work";
        closer_5: "Helt enig", "Strongly agree";
        closer_4: "Enig", "Agree";
        closer_3: "Hverken enig eller uenig", "Neither agree nor disagree";
        closer_2: "Uenig", "Disagree";
        closer_1: "Helt uenig", "Strongly disagree";
        remark: "Er der noget, du vil tilføje? (valgfrit)", "Is there anything you want to add? (optional)";
        remark_hint: "Skriv ikke navne, CPR-nummer eller andet, der viser, hvem du er. Det, du skriver, kan læses af teamlederen, uden dit navn.", "Do not write names, CPR numbers or anything else that shows who you are. What you write can be read by the team leader, without your name.";
        send: "Send svaret", "Send the answer";
        no: "Nej tak, spørg ikke om denne samtale", "No thank you, do not ask about this conversation";
        until: "Du kan svare til og med {}.", "You can answer until {}.";
        thanks: "Tak for dit svar", "Thank you for your answer";
        thanks_text: "Du bliver ikke spurgt igen om den samtale.", "You will not be asked again about that conversation.";
        thanks_link: "Tak", "Thank you";
        thanks_link_text: "Er der allerede svaret, gælder det første svar. Du bliver ikke spurgt igen om den samtale.", "If there was an answer already, the first one stands. You will not be asked again about that conversation.";
        declined: "Det er helt i orden", "That is quite all right";
        nothing: "Der er ikke noget at svare på lige nu", "There is nothing to answer right now";
        nothing_text: "Efter en samtale spørger vi, hvordan du oplevede den. Det er frivilligt.", "After a conversation we ask how you found it. It is voluntary.";
        to_my: "Gå til Min side", "Go to My page";
        already: "Du har allerede svaret. Dit første svar er gemt.", "You have answered already. Your first answer is kept.";
        over: "Det er for sent at svare på spørgsmålene om den samtale. Vil du fortælle os noget, så ring på {}.", "It is too late to answer the questions about that conversation. If you want to tell us something, ring {}.";
        link_unknown: "Linket virker ikke. Måske er det ikke kopieret helt med. Du kan også svare på Min side.", "The link does not work. Perhaps it was not copied in full. You can also answer on My page.";
        not_asked: "Spørgsmålene om den samtale er taget tilbage, så dit svar er ikke gemt. Du skal ikke gøre noget.", "The questions about that conversation have been taken back, so your answer is not kept. You need not do anything.";
        choose_satisfied: "Vælg, hvor tilfreds du er med samtalen", "Choose how satisfied you are with the conversation";
        choose_closer: "Vælg, om samtalen har bragt dig tættere på at komme i arbejde", "Choose whether the conversation has brought you closer to work";
        mend_long: "Skriv højst {} tegn", "Write at most {} characters";
        mend_cpr: "Fjern CPR-nummeret. Det skal ikke stå her.", "Remove the CPR number. It should not be here.";
        mend_characters: "Slet tegn, der ikke kan læses, og skriv dem igen", "Delete characters that cannot be read, and write them again";
    }
}

text_table! {
    /// Texts of the remarks as team leaders read them.
    RemarkTexts {
        title: "Borgernes bemærkninger til samtalerne", "Citizens' remarks on the conversations";
        lead: "Bemærkningerne er skrevet frivilligt efter samtaler, der er holdt. De står uden navn, uden sagsbehandler og i tilfældig rækkefølge. En måned vises først, når mindst fem har svaret.", "The remarks are written voluntarily after conversations that were held. They stand without name or caseworker, in no order. A month is shown only when at least five have answered.";
        answers: "{} svar, {} med en bemærkning", "{} answers, {} with a remark";
        none: "Der er ingen bemærkninger at vise endnu", "There are no remarks to show yet";
        leaders_only: "Bemærkningerne er for teamledere.", "The remarks are for team leaders.";
        link: "Læs borgernes bemærkninger", "Read the citizens' remarks";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_the_same_places_in_both_languages() {
        for (name, da, en) in SatisfactionTexts::ALL.iter().chain(RemarkTexts::ALL) {
            assert!(!da.trim().is_empty() && !en.trim().is_empty(), "{name}");
            assert_eq!(da.matches("{}").count(), en.matches("{}").count(), "{name}");
        }
    }
}
