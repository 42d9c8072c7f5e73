//! Texts of the optional page: who takes part, what to talk about, a message.

use crate::text::table::text_table;

text_table! {
    /// Texts of participants, topics and note.
    DetailsTexts {
        title: "Deltagere og emner", "Participants and topics";
        lead: "Alt her er valgfrit. Du kan gå videre uden at udfylde noget.", "Everything here is optional. You can go on without filling anything in.";
        who: "Hvem skal deltage ud over dig og din sagsbehandler?", "Who takes part besides you and your caseworker?";
        who_help: "Du må altid tage en med. Du bestemmer selv, hvem der deltager.", "You may always bring somebody. You decide who takes part.";
        companion: "Bisidder", "Companion";
        companion_hint: "En, du har med som støtte", "Somebody who supports you";
        union: "Fagforening", "Union";
        employer: "Arbejdsgiver", "Employer";
        interpreter: "Tolk", "Interpreter";
        health: "Læge eller anden behandler", "Doctor or other health professional";
        insurer: "Forsikrings- eller pensionsselskab", "Insurance or pension company";
        other: "En anden", "Somebody else";
        name_of: "Navn (valgfrit) – {}", "Name (optional) – {}";
        limit_reached: "I kan højst være {} ud over dig og din sagsbehandler. Fjern en, eller ring til os, hvis I skal være flere", "There can be at most {} besides you and your caseworker. Remove one, or ring us if you need to be more";
        switch_to_video: "Vælg en tid på video", "Choose a time by video";
        what: "Hvad vil du gerne tale om?", "What would you like to talk about?";
        topic_health: "Hvordan jeg har det, og hvad jeg har brug for", "How I am, and what I need";
        topic_back: "Tilbage til mit job", "Back to my job";
        topic_partial: "Delvis raskmelding (du arbejder nogle af dine timer og er sygemeldt resten)", "Partial return (you work some of your hours and are on sick leave for the rest)";
        topic_retention: "En plan sammen med min arbejdsgiver (fastholdelsesplan)", "A plan together with my employer (retention plan)";
        topic_other_job: "Andre opgaver eller et andet job", "Other tasks or another job";
        topic_benefit: "Mine rettigheder og mine sygedagpenge", "My rights and my sickness benefit";
        note: "Er der andet, vi skal vide før samtalen?", "Is there anything else we should know before the conversation?";
        note_help: "Fx hvis du har svært ved at høre, eller hvis du skal hente børn kl. 14.", "For example if you find it hard to hear, or have to pick up children at 2 pm.";
        saving: "Gemmer …", "Saving …";
        saved: "Gemt kl. {}", "Saved at {}";
        unsaved: "Ikke gemt endnu – vi prøver igen", "Not saved yet – we will try again";
        refused: "Kan ikke gemmes, som det står. Ret det markerede.", "Cannot be saved as it is. Change what is marked.";
        conflict: "Du har skrevet noget et andet sted", "You have written something elsewhere";
        conflict_lead: "Dine svar er også ændret i et andet vindue eller på en anden telefon. Vælg, hvad der skal gælde.", "Your answers were also changed in another window or on another phone. Choose which to keep.";
        conflict_mine: "Det, du har skrevet her", "What you wrote here";
        conflict_stored: "Det, der er gemt", "What is stored";
        conflict_line: "Ikke gemt: Du har skrevet noget andet et andet sted.", "Not saved: you wrote something else elsewhere.";
        conflict_see: "Vælg, hvad der skal gælde", "Choose which is to count";
        keep_mine: "Behold det, jeg har skrevet her", "Keep what I wrote here";
        keep_stored: "Brug det, der er gemt", "Use what is stored";
        too_long: "Skriv højst {} tegn", "Write at most {} characters";
        control: "Fjern de tegn, der ikke kan vises", "Remove the characters that cannot be shown";
    }
}
